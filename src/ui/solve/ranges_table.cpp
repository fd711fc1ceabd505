#include "ui/solve/ranges_table.h"

#include <string>
#include <vector>

#include "core/format.h"
#include "core/language.h"
#include "ui/solve/ranges_words.h"
#include "ui/views/result_words.h"

namespace tollmeter::ui {

namespace {

constexpr float kText = 13;
constexpr float kRow = 26;
constexpr float kBesideFrom = 700;

using Line = std::vector<std::string>;

/// A table's column: where its text begins, or ends, and the room it has.
struct Column {
  float x;
  Align align;
  float most;
};

float draw(Kit& kit, std::string_view key, std::string_view name, const std::vector<Line>& lines, const std::vector<Column>& columns,
           const Box& at) {
  const float text_y = (kRow - kit.line_height(kText)) / 2;
  float y = at.y;
  kit.begin_table(key, name, {at.x, y, at.w, kRow * static_cast<float>(lines.size())});
  for (std::size_t row = 0; row < lines.size(); ++row) {
    if (row > 0) kit.rule(at.x, y, at.w);
    kit.begin_row(std::to_string(row), {at.x, y, at.w, kRow});
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const Column& column = columns[i];
      if (row == 0) {
        kit.header_cell(column.x, y + text_y, lines[row][i], column.align, column.most);
      } else {
        kit.cell(column.x, y + text_y, lines[row][i], {}, column.align, column.most);
      }
    }
    kit.end_row();
    y += kRow;
  }
  kit.end_table();
  return y;
}

void nodes(Kit& kit, std::string_view key, std::string_view name, const std::vector<Line>& lines, const Box& box) {
  Semantics& semantics = kit.semantics();
  semantics.begin(Role::table, kit.id(key), name, box);
  kit.push(key);
  for (std::size_t row = 0; row < lines.size(); ++row) {
    semantics.begin(Role::row, kit.id(std::to_string(row)), "", box);
    for (const std::string& text : lines[row]) semantics.add(row == 0 ? Role::columnheader : Role::cell, semantics.read_id(), text, box);
    semantics.end();
  }
  kit.pop();
  semantics.end();
}

std::vector<Line> figure_lines(const TotalRange& total) {
  std::vector<Line> lines = {{tr("The total"), tr("a month")}};
  for (RangeFigure& figure : range_figures(total)) lines.push_back({std::move(figure.what), std::move(figure.amount)});
  return lines;
}

std::vector<Line> swing_lines(const Ranges& ranges, const TotalRange& total, const Session& session) {
  std::vector<Line> lines = {{tr("What moves it, alone"), tr("Low"), tr("Total at low"), tr("High"), tr("Total at high")}};
  for (const Swing& swing : total.swings) {
    const RangedInput& input = ranges.inputs[swing.input];
    const Spread& spread = ranges.spreads[swing.input];
    const auto amount = [](const Money& money, bool breaks) {
      return breaks ? tr("{0}, a limit breaks", {money_text(money)}) : money_text(money);
    };
    lines.push_back({sentence_case(ranged_name(input, session)), ranged_value(input, session, spread.low),
                     amount(swing.at_low, swing.breaks_low), ranged_value(input, session, spread.high),
                     amount(swing.at_high, swing.breaks_high)});
  }
  return lines;
}

// A phone has no room for five columns: each end stands with its total.
std::vector<Line> narrow_swing_lines(const Ranges& ranges, const TotalRange& total, const Session& session) {
  std::vector<Line> lines = {{tr("What moves it, alone"), tr("Total at low"), tr("Total at high")}};
  for (const Swing& swing : total.swings) {
    lines.push_back({sentence_case(ranged_name(ranges.inputs[swing.input], session)), money_text(swing.at_low), money_text(swing.at_high)});
  }
  return lines;
}

std::vector<Line> bar_lines(const Ranges& ranges, const TotalRange& total) {
  std::vector<Line> lines = {{tr("Total from"), tr("to@@total from … to"), tr("Cases")}};
  const auto amount = [&](const Rational& value) {
    Money money = total.likely;
    money.amount = value.round_half_up(currency_exponent(money.currency));
    return money_text(money);
  };
  for (const RangeBar& bar : total.bars) {
    lines.push_back({amount(bar.from), amount(bar.to), tr("{0} of {1}", {std::to_string(bar.cases), group_digits(ranges.cases)})});
  }
  return lines;
}

}  // namespace

float ranges_table(View& view, const Ranges& ranges, const TotalRange& total, bool cases_known, bool drawn, const Box& box) {
  Kit& kit = view.kit;
  const std::vector<Line> swings = swing_lines(ranges, total, view.session);
  if (!drawn) {
    if (cases_known) nodes(kit, "figures", tr("The total as a range"), figure_lines(total), box);
    nodes(kit, "swings", tr("What moves the total"), swings, box);
    if (cases_known) nodes(kit, "cases", tr("How often the total is how much"), bar_lines(ranges, total), box);
    return box.bottom();
  }
  float y = box.y;
  const float w = box.w;
  const bool wide = w >= kBesideFrom;
  if (wide) {
    const float name_w = w * 0.26F, value_w = w * 0.12F, amount_w = w * 0.25F;
    const std::vector<Column> columns = {{box.x, Align::left, name_w - 10},
                                         {box.x + name_w + value_w, Align::right, value_w - 8},
                                         {box.x + name_w + value_w + amount_w, Align::right, amount_w - 8},
                                         {box.x + name_w + 2 * value_w + amount_w, Align::right, value_w - 8},
                                         {box.x + w, Align::right, amount_w - 8}};
    y = draw(kit, "swings", tr("What moves the total"), swings, columns, {box.x, y, w, 0}) + 14;
  } else {
    const std::vector<Line> narrow = narrow_swing_lines(ranges, total, view.session);
    const std::vector<Column> columns = {{box.x, Align::left, w * 0.4F - 8},
                                         {box.x + w * 0.7F, Align::right, w * 0.3F - 6},
                                         {box.x + w, Align::right, w * 0.3F - 6}};
    y = draw(kit, "swings", tr("What moves the total"), narrow, columns, {box.x, y, w, 0}) + 14;
  }
  if (!cases_known) return y;
  const float half = wide ? (w - 40) / 2 : w;
  const Box left{box.x, y, half, 0};
  const std::vector<Column> two = {{left.x, Align::left, half * 0.64F - 8}, {left.right(), Align::right, half * 0.36F}};
  const float figures = draw(kit, "figures", tr("The total as a range"), figure_lines(total), two, left);
  const Box right{wide ? left.right() + 40 : box.x, wide ? y : figures + 14, half, 0};
  const std::vector<Column> three = {{right.x + half * 0.34F, Align::right, half * 0.34F},
                                     {right.x + half * 0.68F, Align::right, half * 0.32F},
                                     {right.right(), Align::right, half * 0.3F}};
  const float bars = draw(kit, "cases", tr("How often the total is how much"), bar_lines(ranges, total), three, right);
  return std::max(figures, bars);
}

}  // namespace tollmeter::ui
