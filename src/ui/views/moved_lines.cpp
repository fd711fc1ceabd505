#include <algorithm>
#include <string>
#include <vector>

#include "core/format.h"
#include "core/language.h"
#include "ui/kit/wrap.h"
#include "ui/views.h"
#include "ui/views/result_words.h"

namespace tollmeter::ui {

namespace {

constexpr float kText = 13;
constexpr float kWhy = 12;
constexpr float kPad = 6;

/// One line of the table in words.
struct Row {
  std::string key, line, shared, today, change, why;
  Ink ink = Ink::text;
};

// "+$456.00", "−$2.00", "0".
std::string change_text(const Money& before, const Money& after, Ink* ink) {
  Money change = after;
  change.amount = after.amount - before.amount;
  change.approximate = before.approximate || after.approximate;
  change.at_least = before.at_least || after.at_least;
  if (change.amount.is_zero()) return "0";
  const bool dearer = change.amount > Rational(0);
  *ink = dearer ? Ink::bad : Ink::good;
  return (dearer ? "+" : "") + money_text(change);
}

Row row_of(const MovedLine& moved) {
  Row row;
  row.key = moved.platform + "/" + moved.line;
  row.line = tr("{0}: {1}", {moved.platform, moved.line});
  row.shared = money_text(moved.before);
  row.today = money_text(moved.after);
  row.change = change_text(moved.before, moved.after, &row.ink);
  row.why = moved.why;
  if (moved.source) row.why += (row.why.empty() ? "" : ", ") + moved.source->title;
  return row;
}

std::vector<Row> rows_of(const Comparison& comparison) {
  std::vector<Row> rows;
  for (const MovedLine& moved : comparison.moved) rows.push_back(row_of(moved));
  if (comparison.unchanged_lines > 0) {
    const std::string same = money_text(comparison.unchanged);
    rows.push_back({"others", counted(comparison.unchanged_lines, "other line", "other lines"), same, same, "0", "",
                    Ink::text});
  }
  return rows;
}

/// Right edges of the number columns; the reason begins at `why`, or stands below where the table is narrow.
struct Columns {
  float left, shared, today, change, why, end;
  bool narrow;
};

Columns columns_of(float x, float w) {
  if (w < 560) return {x, x + w - 160, x + w - 84, x + w, x, x + w, true};
  return {x, x + w * 0.36F, x + w * 0.44F, x + w * 0.54F, x + w * 0.555F, x + w, false};
}

float why_height(const Kit& kit, const Row& row, const Columns& columns) {
  const Run run[] = {{row.why, Face::regular, Ink::dim}};
  return row.why.empty() ? 0 : kit.paragraph_height(columns.end - columns.why, run, kWhy);
}

// Narrow, the name has a line of its own above the numbers and the reason stands below them.
float row_height(const Kit& kit, const Row& row, const Columns& columns) {
  const float line_h = kit.line_height(kText);
  const float why_h = why_height(kit, row, columns);
  return 2 * kPad + (columns.narrow ? 2 * line_h + why_h : std::max(line_h, why_h));
}

// A cell of several lines: a paragraph would be a text of its own, which no row can hold.
void wrapped_cell(Kit& kit, const Box& box, const std::string& text) {
  const Run run[] = {{text, Face::regular, Ink::dim}};
  const Wrapped wrapped = wrap_runs(run, box.w, [&](std::string_view piece, Face face) {
    return kit.width(piece, {kWhy, face, Ink::dim});
  });
  for (const Piece& piece : wrapped.pieces) {
    kit.silent_text(box.x + piece.x, box.y + static_cast<float>(piece.line) * kit.line_height(kWhy),
                    std::string_view(text).substr(piece.begin, piece.end - piece.begin), {kWhy, Face::regular, Ink::dim});
  }
  kit.semantics().add(Role::cell, kit.semantics().read_id(), text, box);
}

void header_row(Kit& kit, const Columns& columns, float y, float height) {
  kit.begin_row("heading", {columns.left, y, columns.end - columns.left, height});
  kit.header_cell(columns.left, y, tr("Line"));
  kit.header_cell(columns.shared, y, tr("Shared"), Align::right);
  kit.header_cell(columns.today, y, tr("Today"), Align::right);
  kit.header_cell(columns.change, y, tr("Change"), Align::right);
  if (!columns.narrow) kit.header_cell(columns.why, y, tr("Why"));
  kit.end_row();
}

// Returns the y below.
float line_row(Kit& kit, const Row& row, const Columns& columns, float y) {
  const float line_h = kit.line_height(kText);
  const float why_h = why_height(kit, row, columns);
  const float height = row_height(kit, row, columns);
  kit.rule(columns.left, y, columns.end - columns.left);
  kit.begin_row(row.key, {columns.left, y, columns.end - columns.left, height});
  float at = y + kPad;
  const float most = (columns.narrow ? columns.end : columns.shared - 76) - columns.left;
  kit.cell(columns.left, at, row.line, {}, Align::left, most);
  if (columns.narrow) at += line_h;
  kit.cell(columns.shared, at, row.shared, {}, Align::right);
  kit.cell(columns.today, at, row.today, {}, Align::right);
  const Face face = row.ink == Ink::text ? Face::regular : Face::semibold;
  kit.cell(columns.change, at, row.change, {kText, face, row.ink}, Align::right);
  const float why_y = columns.narrow ? at + line_h : at + (kit.line_height(kText) - kit.line_height(kWhy)) / 2;
  wrapped_cell(kit, {columns.why, why_y, columns.end - columns.why, why_h}, row.why);
  kit.end_row();
  return y + height;
}

std::string shared_total(const SharedTotal& total) {
  Money money;
  money.amount = total.amount;
  money.currency = total.currency;
  money.approximate = total.approximate;
  money.at_least = total.at_least;
  return money_text(money);
}

}  // namespace

float moved_lines(View& view, float x, float y, float w) {
  const Session& session = view.session;
  if (!session.shared() || !session.shared()->total || session.moved().moved.empty()) return y;
  Kit& kit = view.kit;
  const Document& document = *session.shared();
  Kit::Card card(kit, "moved", tr("What changed since this was shared"), x, y, w);
  const float head_w =
      kit.heading(card.x, card.y, tr("What changed since this was shared"), 2, {kText, Face::semibold, Ink::dim});
  const std::string shared = tr("prices of {0}: {1} before tax when it was shared",
                                {date_text(document.scenario.date), shared_total(*document.total)});
  float row = card.y + kit.line_height(kText);
  if (head_w + 24 + kit.width(shared, {}) <= card.w) {
    kit.text(card.x + card.w, card.y, shared, {kText, Face::regular, Ink::dim}, Align::right);
  } else {
    const Run run[] = {{shared, Face::regular, Ink::dim}};
    row += kit.paragraph({card.x, row, card.w, 0}, run, kWhy);
  }
  row += 8;
  const Columns columns = columns_of(card.x, card.w);
  const std::vector<Row> rows = rows_of(session.moved());
  const float header_h = kit.line_height(11.5F) + 4;
  float table_h = header_h;
  for (const Row& line : rows) table_h += row_height(kit, line, columns);
  kit.begin_table("lines", tr("What changed since this was shared"), {card.x, row, card.w, table_h});
  header_row(kit, columns, row, header_h);
  row += header_h;
  for (const Row& line : rows) row = line_row(kit, line, columns, row);
  kit.end_table();
  return card.end(row).bottom();
}

}  // namespace tollmeter::ui
