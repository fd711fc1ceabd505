#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "core/known_prices.h"
#include "core/language.h"
#include "ui/export/exports.h"
#include "ui/solve/unknown_prices.h"
#include "ui/views.h"

namespace tollmeter::ui {

namespace {

/// A chart of the calculation: its tab, and what draws it.
struct ChartTab {
  const char* label;
  float (*draw)(View& view, const Box& box);
  float least = 0;  ///< height of the card that it needs at least
};

constexpr std::array kCharts = {
    ChartTab{marked("Price history"), price_history_chart},
    ChartTab{marked("Cost curve"), cost_curve_chart, 440},
    ChartTab{marked("Per unit"), per_unit_chart},
    ChartTab{marked("Growth"), growth_chart},
    ChartTab{marked("Month"), month_view},
    ChartTab{marked("Ranges"), ranges_view},
};

constexpr float kTabHeight = 32;
constexpr float kBelowTabs = 10;
constexpr float kPicture = 44;
constexpr float kTabsFrom = 560;  // narrower, the tabs would not stand beside each other

/// Tabs, or a list where there is no room for them. Returns its height.
float choose_chart(View& view, const Box& at) {
  if (at.w >= kTabsFrom) {
    std::vector<std::string> labels;
    for (const ChartTab& chart : kCharts) labels.push_back(tr(chart.label));
    if (const auto tab = view.kit.tabs("chart", {at.x, at.y, at.w, kTabHeight}, labels, view.state.chart)) view.state.chart = *tab;
    return kTabHeight;
  }
  SelectSpec list;
  list.name = tr("Chart");
  list.chosen = view.state.chart;
  for (const ChartTab& chart : kCharts) list.options.push_back({tr(chart.label), "", ""});
  const float h = view.kit.control_height();
  if (const auto chosen = view.kit.select("chart", {at.x, at.y, at.w, h}, list)) view.state.chart = *chosen;
  return h;
}

/// Whether there is a chart yet, not only words on how to come to one.
bool has_chart(const View& view) {
  const Scenario& scenario = view.session.scenario();
  const auto draw = kCharts[static_cast<std::size_t>(view.state.chart)].draw;
  if (draw == per_unit_chart) return scenario.unit && scenario.unit->operations() > 0;
  return draw == ranges_view ? count_ranges(scenario) > 0 : !scenario.platforms.empty();
}

}  // namespace

float charts_card(View& view, float x, float y, float w, float height) {
  Kit::Card card(view.kit, "charts", tr("Charts"), x, y, w);
  // The tabs are heading enough for the eye.
  view.kit.semantics().add(Role::heading, view.kit.id("heading"), tr("Charts"), {card.x, card.y, card.w, 1}).level = 2;
  height = std::max(height, kCharts[static_cast<std::size_t>(view.state.chart)].least);
  Box inside{card.x, card.y, card.w, height - 2 * Kit::kCardPadding};
  const float head = choose_chart(view, {inside.x, inside.y, inside.w - kPicture, inside.h}) + kBelowTabs;
  const float link_y = inside.y + (head - kBelowTabs - view.kit.line_height(13)) / 2;
  if (has_chart(view) &&
      view.kit.link("picture", inside.right(), link_y, "PNG", nullptr, Align::right, tr("Picture of this chart (PNG)"))) {
    view.output.deliver = kExportPicture + view.state.chart;
  }
  inside = {inside.x, inside.y + head, inside.w, inside.h - head};
  const bool early = view.session.scenario().date < kFirstPrices;
  // The price history leads to days of which more is known, the cost curve compares with one.
  const float bottom = early && view.state.chart > 1 && nothing_known(view.session.shown().chosen)
                           ? unknown_prices_note(view, inside)
                           : kCharts[static_cast<std::size_t>(view.state.chart)].draw(view, inside);
  return card.end(bottom).bottom();
}

}  // namespace tollmeter::ui
