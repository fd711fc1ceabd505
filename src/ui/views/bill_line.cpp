#include "ui/views/bill_line.h"

#include <algorithm>

#include "core/format.h"
#include "core/language.h"
#include "ui/solve/correction_link.h"
#include "ui/views/result_words.h"
#include "ui/views/sources.h"

namespace tollmeter::ui {

namespace {

constexpr float kText = 13;
constexpr float kBelow = 11.5F;
constexpr float kHeader = 11.5F;
constexpr float kDetail = 12;
constexpr float kPad = 6;      ///< above and below a line
constexpr float kIndent = 12;  ///< of what a line opens to
constexpr float kColumnGap = 8;
constexpr float kLeastColumn = 55;
constexpr float kLeastAmount = 72;
constexpr float kLeastTable = 400;
constexpr float kLeastName = 160;  ///< of a line, its asked number included

// On a phone: "30,000 asked, 10,000 served, incl."
std::string numbers_sentence(const BillRow& row) {
  if (row.asked.empty()) return row.each;
  if (row.each.empty()) return tr("{0} asked, {1} served", {row.asked, row.served});
  return tr("{0} asked, {1} served, {2}", {row.asked, row.served, row.each});
}

float below_height(const Kit& kit, const std::string& text, float w) {
  if (text.empty()) return 0;
  const Run run[] = {{text, Face::regular, Ink::dim}};
  return kit.paragraph_height(w, run, kBelow);
}

PlacedLine place(View& view, BillRow row, const BillColumns& columns, float y) {
  Kit& kit = view.kit;
  PlacedLine line;
  line.row = std::move(row);
  line.open = view.state.open_lines.contains(line.row.key);
  line.y = y;
  line.text_h = kPad + kit.line_height(kText) + below_height(kit, line.row.below, columns.width()) + kPad;
  if (columns.narrow && !numbers_sentence(line.row).empty()) line.text_h += kit.line_height(kDetail);
  if (kit.fingers()) line.text_h = std::max(line.text_h, kit.control_height());
  if (line.open) {
    line.details_h = paragraphs_height(kit, columns.width() - 2 * kIndent, line.row.details, kDetail) + 2 * kPad +
                     correction_line_height(view, line.row.figure);
  }
  return line;
}

float heading_height(const Kit& kit) { return kit.line_height(kHeader) + 2 * kPad; }

void heading_row(View& view, const PlatformEstimate& platform, const BillColumns& columns, float y) {
  Kit& kit = view.kit;
  kit.begin_row("heading", {columns.left, y, columns.width(), heading_height(kit)});
  kit.header_cell(columns.left, y + kPad, plan_title(platform), Align::left,
                  columns.narrow ? columns.width() - 70 : columns.asked - columns.left - 50);
  if (!columns.narrow) {
    kit.header_cell(columns.asked, y + kPad, tr("Asked"), Align::right);
    kit.header_cell(columns.served, y + kPad, tr("Served"), Align::right);
    kit.header_cell(columns.each, y + kPad, tr("Each"), Align::right);
  } else {
    // Nothing is written above it, but a table has to say what the column holds.
    kit.semantics().add(Role::columnheader, kit.semantics().read_id(), tr("Asked and served"), {columns.left, y + kPad, 1, 1});
  }
  kit.header_cell(columns.amount, y + kPad, tr("Amount"), Align::right);
  kit.end_row();
}

void line_row(View& view, const PlacedLine& line, const BillColumns& columns) {
  Kit& kit = view.kit;
  const BillRow& row = line.row;
  kit.rule(columns.left, line.y, columns.width());
  const Box box{columns.left, line.y, columns.width(), line.text_h};
  kit.begin_row(row.key, box);
  float y = line.y + kPad;
  const Style number{kText, Face::regular};
  const float beside = columns.narrow ? columns.amount - std::max(70.0F, kit.width(row.amount, number))
                                      : columns.asked - std::max(32.0F, kit.width(row.asked, number));
  const float most = beside - 20 - columns.left;  // with its arrow
  const Style refused{kText, Face::semibold, Ink::bad};
  kit.cell(columns.left, y, row.name, {kText, Face::regular, Ink::text}, Align::left, most);
  const float name_w = std::min(most, kit.width(row.name, {kText, Face::regular, Ink::text}));
  kit.icon(line.open ? Kit::Icon::chevron_up : Kit::Icon::chevron_down, columns.left + name_w + 10,
           y + kit.line_height(kText) / 2, Ink::dim, 9);
  if (columns.narrow) {
    const std::string numbers = numbers_sentence(row);
    kit.cell(columns.left, y + kit.line_height(kText), numbers,
             {kDetail, Face::regular, row.refused ? Ink::bad : Ink::dim}, Align::left, columns.width());
    kit.cell(columns.amount, y, row.amount, {}, Align::right);
    if (!numbers.empty()) y += kit.line_height(kDetail);
  } else {
    kit.cell(columns.asked, y, row.asked, {}, Align::right);
    kit.cell(columns.served, y, row.served, row.refused ? refused : Style{}, Align::right);
    kit.cell(columns.each, y, row.each, {}, Align::right);
    kit.cell(columns.amount, y, row.amount, {}, Align::right);
  }
  kit.end_row();
}

}  // namespace

BillColumns bill_columns(View& view, float x, float w) {
  float served_w = kLeastColumn, each_w = kLeastColumn, amount_w = kLeastAmount;
  const auto widen = [&view](float& column, const std::string& text) {
    column = std::max(column, view.kit.width(text, {kText, Face::semibold}) + kColumnGap);
  };
  for (const PlatformEstimate& platform : view.session.shown().chosen.platforms) {
    for (const BillLine& line : platform.bill) {
      const BillRow row = bill_row(platform, line, view.session);
      widen(served_w, row.served);
      widen(each_w, row.each);
      widen(amount_w, row.amount);
    }
  }
  BillColumns columns{x, 0, 0, x + w - amount_w, x + w, false};
  columns.served = columns.each - each_w;
  columns.asked = columns.served - served_w;
  columns.narrow = w < kLeastTable || columns.asked - x < kLeastName;
  return columns;
}

float bill_rows(View& view, const PlatformEstimate& platform, const BillColumns& columns, float y,
                std::vector<PlacedLine>& lines) {
  view.kit.push(platform.platform->id);
  heading_row(view, platform, columns, y);
  y += heading_height(view.kit);
  for (const BillLine& line : platform.bill) {
    lines.push_back(place(view, bill_row(platform, line, view.session), columns, y));
    line_row(view, lines.back(), columns);
    y = lines.back().bottom();
  }
  view.kit.pop();
  return y;
}

void bill_details(View& view, const PlacedLine& line, const BillColumns& columns) {
  Kit& kit = view.kit;
  const BillRow& row = line.row;
  kit.push(row.key);
  if (!row.below.empty()) {
    const float below_h = below_height(kit, row.below, columns.width());
    const Run run[] = {{row.below, Face::regular, Ink::dim}};
    kit.paragraph({columns.left, line.y + line.text_h - kPad - below_h, columns.width(), 0}, run, kBelow);
  }
  const Box box{columns.left, line.y + 1, columns.width(), line.text_h - 2};
  if (kit.disclosure("arithmetic", box, tr("{0}, {1}: how it is reckoned", {row.name, row.amount}), line.open)) {
    if (line.open) {
      view.state.open_lines.erase(row.key);
    } else {
      view.state.open_lines.insert(row.key);
    }
  }
  if (line.open) {
    const Box details{columns.left, line.y + line.text_h, columns.width(), line.details_h - kPad};
    kit.fill(details, kit.theme().neutral_ground, 6);
    const float x = details.x + kIndent, y = details.y + kPad / 2;
    correction_line(view, row.figure, x, y + paragraphs(kit, {x, y, details.w - 2 * kIndent, 0}, row.details, kDetail, Ink::text));
  }
  kit.pop();
}

}  // namespace tollmeter::ui
