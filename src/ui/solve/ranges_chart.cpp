#include "ui/solve/ranges_chart.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "core/format.h"
#include "core/language.h"
#include "ui/chart/chart.h"
#include "ui/solve/ranges_words.h"
#include "ui/views/result_words.h"

namespace tollmeter::ui {

namespace {

constexpr float kText = 13;
constexpr float kSmall = 12;
constexpr float kBar = 12;
constexpr std::size_t kMostSwings = 8;  // the others are in the table

// Sums of a few dollars need their cents on the axis.
std::string cent_label(double value) {
  Money money;
  money.amount = Rational::fraction(std::llround(value * 100), 100);
  money.currency = "USD";
  return brief_money(money);
}
std::string decimal_label(double value) { return number_text(Rational::fraction(std::llround(value * 100), 100)); }
std::string percent_label(double value) { return tr("{0} %", {number_text(Rational::fraction(std::llround(value * 10), 10))}); }

Axis money_axis(const TotalRange& total) {
  const double least = std::min(total.least.amount, total.likely.amount).approx();
  const double most = std::max(total.most.amount, total.likely.amount).approx();
  const double room = std::max(0.01, (most - least) * 0.03);
  const bool dollars = total.likely.currency == "USD";
  const bool fine = most - least < 10;
  const auto label = dollars ? (fine ? cent_label : dollar_label) : (fine ? decimal_label : whole_label);
  return Axis::linear(std::max(0.0, least - room), most + room, label);
}

double share(const RangeBar& bar, const Ranges& ranges) { return 100.0 * bar.cases / ranges.cases; }

Color thin(Color color) { return (color & 0x00FFFFFFU) | 0x26000000U; }

std::string cases_words(const RangeBar& bar, const Ranges& ranges) {
  return tr("{0} % of the cases", {number_text(Rational::fraction(bar.cases * 100, ranges.cases).round_half_up(1))});
}

void read_out(Chart& chart, const Ranges& ranges, const TotalRange& total) {
  if (!chart.hovered()) return;
  for (const RangeBar& bar : total.bars) {
    if (*chart.hovered() < bar.from.approx() || *chart.hovered() > bar.to.approx()) continue;
    Money from = total.likely;
    from.amount = bar.from.round_half_up(currency_exponent(from.currency));
    Money to = total.likely;
    to.amount = bar.to.round_half_up(currency_exponent(to.currency));
    const std::string lines[] = {cases_words(bar, ranges), tr("{0} to {1}@@amounts", {money_text(from), money_text(to)})};
    chart.readout(*chart.hovered(), lines);
    return;
  }
}

/// Where an amount lies on the common scale of the bars.
struct Scale {
  double least, most;
  Box track;
  float at(const Rational& amount) const {
    return track.x + static_cast<float>((amount.approx() - least) / std::max(1e-9, most - least)) * track.w;
  }
};

Scale scale_of(const TotalRange& total, const Box& track) {
  Scale scale{total.likely.amount.approx(), total.likely.amount.approx(), track};
  for (const Swing& swing : total.swings) {
    for (const Money* end : {&swing.at_low, &swing.at_high}) {
      scale.least = std::min(scale.least, end->amount.approx());
      scale.most = std::max(scale.most, end->amount.approx());
    }
  }
  return scale;
}

}  // namespace

void distribution_chart(View& view, const Ranges& ranges, const TotalRange& total, const Box& box) {
  Kit& kit = view.kit;
  const Theme& theme = kit.theme();
  double most = 0;
  std::vector<ChartBar> bars;
  for (const RangeBar& bar : total.bars) {
    bars.push_back({bar.from.approx(), bar.to.approx(), share(bar, ranges)});
    most = std::max(most, bars.back().y);
  }
  const double top = most * 1.12;
  ChartSpec spec;
  spec.name = tr("How often the total is how much: least {0}, 8 of 10 cases {1}, most {2}, likely {3}",
                 {money_text(total.least), between_words(total), money_text(total.most), money_text(total.likely)});
  const LineLook likely_look{theme.chart_chosen, Stroke::dashed, 2, 0};
  const LegendEntry entries[] = {{tr("8 of 10 cases"), {theme.accent & 0x60FFFFFFU, Stroke::solid, 2, 0}},
                                 {tr("likely {0}", {money_text(total.likely)}), likely_look}};
  const float below = chart_legend(kit, box.x, box.right(), box.y, entries);
  Chart chart(kit, "distribution", {box.x, below, box.w, box.bottom() - below}, money_axis(total), Axis::linear(0, top, percent_label), std::move(spec));
  const BandPoint band[] = {{total.tenth.amount.approx(), 0, top}, {total.ninetieth.amount.approx(), 0, top}};
  const LineLook band_look{thin(theme.accent), Stroke::solid, 2, 0};
  chart.band(band, band_look.color);
  chart.bars(bars, theme.accent);
  chart.upright(total.likely.amount.approx(), likely_look);
  read_out(chart, ranges, total);
  chart.end();
}

float swing_chart(View& view, const Ranges& ranges, const TotalRange& total, float x, float y, float w) {
  Kit& kit = view.kit;
  const Theme& theme = kit.theme();
  const Style name_style{kText, Face::regular, Ink::text};
  const Style amount_style{kSmall, Face::regular, Ink::dim};
  const float line = kit.line_height(kText);
  const std::size_t rows = std::min(total.swings.size(), kMostSwings);
  const Scale scale = scale_of(total, {x, 0, w, 0});
  const float likely_x = kit.snap(scale.at(total.likely.amount));
  for (std::size_t i = 0; i < rows; ++i) {
    const Swing& swing = total.swings[i];
    const std::string name = sentence_case(ranged_name(ranges.inputs[swing.input], view.session));
    std::string amounts = tr("{0} to {1}@@amounts", {money_text(swing.at_low), money_text(swing.at_high)});
    if (swing.at_low.amount == swing.at_high.amount) amounts = money_text(swing.at_low);
    const float amounts_w = kit.width(amounts, amount_style);
    const Box row{x, y, w, line + kBar + 4};
    const std::string told = tr("{0}: {1}", {name, swing_words(ranges, swing, view.session)});
    kit.semantics().add(Role::image, kit.id("swing/" + std::to_string(i)), told, row);
    kit.silent_text(x, y, name, name_style, Align::left, w - amounts_w - 10);
    kit.silent_text(x + w, y + 1, amounts, amount_style, Align::right);
    const float bar_y = y + line + 2;
    kit.fill({x, bar_y + kBar / 2 - 1, w, 2}, theme.rule);
    // The way down from the likely total and the way up, each in its colour; the name says which end of the input it is.
    const float low = scale.at(swing.at_low.amount);
    const float high = scale.at(swing.at_high.amount);
    const auto part = [&](float to, Color color) {
      const float from = std::min(likely_x, to);
      kit.fill({from, bar_y, std::max(likely_x, to) - from, kBar}, color, 2);
    };
    part(low, theme.track);
    part(high, theme.accent);
    kit.fill({likely_x - 1, bar_y - 3, 2, kBar + 6}, theme.chart_chosen);
    y += row.h + 8;
  }
  if (rows < total.swings.size()) {
    const std::string more = tr("{0} that move it less are in the table.", {std::to_string(total.swings.size() - rows)});
    kit.text(x, y, more, amount_style, Align::left, w);
    y += kit.line_height(kSmall) + 4;
  }
  const LegendEntry entries[] = {{tr("at its low"), {theme.track, Stroke::solid, 2, 0}}, {tr("at its high"), {theme.accent, Stroke::solid, 2, 0}}};
  return chart_legend(kit, x, x + w, y, entries);
}

}  // namespace tollmeter::ui
