#include "ui/solve/comparison_table.h"

#include <algorithm>

#include "core/language.h"
#include "ui/kit/wrap.h"

namespace tollmeter::ui {

namespace {

constexpr float kText = 13;
constexpr float kPad = 6;
constexpr float kLeastColumn = 128;
constexpr float kNarrowBelow = 520;
constexpr float kHeadingAbove = 8;
constexpr Style kName{kText, Face::semibold, Ink::text};

Wrapped wrap(const Kit& kit, const std::string& text, float w, const Style& style) {
  const Run run[] = {{text, style.face, style.ink}};
  return wrap_runs(run, w, [&](std::string_view piece, Face face) { return kit.width(piece, {style.size, face, style.ink}); });
}

Style label_style(const ComparisonRow& row) {
  return {kText, row.strong ? Face::semibold : Face::regular, row.strong ? Ink::text : Ink::dim};
}

Style cell_style(const ComparisonCell& cell) { return {kText, cell.strong ? Face::semibold : Face::regular, cell.ink}; }

float text_height(const Kit& kit, const std::string& text, float w, const Style& style) {
  return static_cast<float>(std::max(1, wrap(kit, text, w, style).lines)) * kit.line_height(style.size);
}

// A text of several lines as one cell: a paragraph would be a text of its own, which no row can hold. `right`: its right edge.
void wrapped_cell(Kit& kit, Role role, const Box& box, const std::string& text, const std::string& said, const Style& style, bool right) {
  const Wrapped wrapped = wrap(kit, text, box.w, style);
  for (const Piece& piece : wrapped.pieces) {
    std::string_view line = std::string_view(text).substr(piece.begin, piece.end - piece.begin);
    while (right && line.ends_with(' ')) line.remove_suffix(1);
    const float x = right ? box.right() : box.x + piece.x;
    kit.silent_text(x, box.y + static_cast<float>(piece.line) * kit.line_height(style.size), line, style,
                    right ? Align::right : Align::left);
  }
  kit.semantics().add(role, kit.semantics().read_id(), said.empty() ? text : said, box);
}

float cells_height(const Kit& kit, const ComparisonRow& row, const ComparisonColumns& at) {
  float height = 0;
  for (const ComparisonCell& cell : row.cells) height = std::max(height, text_height(kit, cell.text, at.inner_w(), cell_style(cell)));
  return height;
}

float row_height(const Kit& kit, const ComparisonRow& row, const ComparisonColumns& at) {
  if (row.cells.empty()) return kHeadingAbove + kit.line_height(12) + kPad;
  const float label = text_height(kit, row.label, at.narrow ? at.w : at.label_w - 10, label_style(row));
  const float cells = cells_height(kit, row, at);
  return 2 * kPad + (at.narrow ? label + cells : std::max(label, cells));
}

void heading_row(Kit& kit, const ComparisonRow& row, const ComparisonColumns& at, float y) {
  kit.silent_text(at.x, y + kHeadingAbove, row.label, {12, Face::semibold, Ink::dim});
  const Box box{at.x, y + kHeadingAbove, at.w, kit.line_height(12)};
  kit.semantics().add(Role::cell, kit.semantics().read_id(), row.label, box);
  // As many cells as there are headers, so that the next row's stand under theirs.
  for (std::size_t i = 0; i < at.count; ++i) kit.semantics().add(Role::cell, kit.semantics().read_id(), "", box);
}

void figures_row(Kit& kit, const ComparisonRow& row, const ComparisonColumns& at, float y) {
  const float label_w = at.narrow ? at.w : at.label_w - 10;
  const float label_h = text_height(kit, row.label, label_w, label_style(row));
  wrapped_cell(kit, Role::cell, {at.x, y + kPad, label_w, label_h}, row.label, {}, label_style(row), false);
  const float cell_y = y + kPad + (at.narrow ? label_h : 0);
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const ComparisonCell& cell = row.cells[i];
    const Style style = cell_style(cell);
    const float h = text_height(kit, cell.text, at.inner_w(), style);
    wrapped_cell(kit, Role::cell, {at.right(i) - at.inner_w(), cell_y, at.inner_w(), h}, cell.text, cell.said, style, true);
  }
}

void header_row(Kit& kit, const ComparisonColumns& at, float y, float height, std::span<const std::string> names) {
  kit.begin_row("heading", {at.x, y, at.w, height});
  kit.semantics().add(Role::columnheader, kit.semantics().read_id(), tr("Compared"), {at.x, y, at.narrow ? 1 : at.label_w, height});
  for (std::size_t i = 0; i < names.size(); ++i) {
    wrapped_cell(kit, Role::columnheader, {at.right(i) - at.inner_w(), y, at.inner_w(), height}, names[i], {}, kName, true);
  }
  kit.end_row();
}

}  // namespace

ComparisonColumns::ComparisonColumns(float left, float width, std::size_t columns)
    : x(left), w(width), count(columns), narrow(width < kNarrowBelow) {
  // Few columns leave the labels more room, and do not drift away from them.
  label_w = narrow ? 0 : std::clamp(w * (count > 2 ? 0.24F : 0.34F), kLeastColumn, 320.0F);
  column_w = (w - label_w) / static_cast<float>(count);
}

std::size_t column_room(float w) {
  if (w < kNarrowBelow) return 2;
  return std::clamp<std::size_t>(static_cast<std::size_t>((w * 0.76F) / kLeastColumn), 2, kMostColumns);
}

float names_height(const Kit& kit, const ComparisonColumns& at, std::span<const std::string> names) {
  float height = 0;
  for (const std::string& name : names) height = std::max(height, text_height(kit, name, at.inner_w(), kName));
  return height;
}

float comparison_table(View& view, const ComparisonColumns& at, float y, std::span<const std::string> names, std::size_t edited,
                       float gap, std::span<const ComparisonRow> rows) {
  Kit& kit = view.kit;
  const float names_h = names_height(kit, at, names);
  const float header_h = names_h + gap;
  float height = header_h;
  for (const ComparisonRow& row : rows) height += row_height(kit, row, at);
  if (edited < names.size()) {
    kit.fill({at.right(edited) - at.column_w + 4, y - 6, at.column_w - 4 + (edited + 1 == names.size() ? 8.0F : 4.0F), height + 10},
             kit.theme().neutral_ground, 8);
  }
  kit.begin_table("columns", tr("Comparison"), {at.x, y, at.w, height});
  header_row(kit, at, y, names_h, names);
  y += header_h;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const ComparisonRow& row = rows[i];
    const float h = row_height(kit, row, at);
    kit.rule(at.x, y, at.w);
    kit.begin_row(std::to_string(i), {at.x, y, at.w, h});
    if (row.cells.empty()) {
      heading_row(kit, row, at, y);
    } else {
      figures_row(kit, row, at, y);
    }
    kit.end_row();
    y += h;
  }
  kit.end_table();
  return y;
}

}  // namespace tollmeter::ui
