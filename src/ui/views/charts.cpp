#include <algorithm>
#include <array>
#include <string>
#include <vector>

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
    ChartTab{"Price history", price_history_chart},
    ChartTab{"Cost curve", cost_curve_chart, 440},
    ChartTab{"Per unit", per_unit_chart},
    ChartTab{"Growth", growth_chart},
    ChartTab{"Month", month_view},
};

constexpr float kTabHeight = 32;
constexpr float kBelowTabs = 10;

}  // namespace

float charts_card(View& view, float x, float y, float w, float height) {
  Kit::Card card(view.kit, "charts", "Charts", x, y, w);
  height = std::max(height, kCharts[static_cast<std::size_t>(view.state.chart)].least);
  Box inside{card.x, card.y, card.w, height - 2 * Kit::kCardPadding};
  std::vector<std::string> labels;
  for (const ChartTab& chart : kCharts) labels.emplace_back(chart.label);
  if (const auto tab = view.kit.tabs("chart", {inside.x, inside.y, inside.w, kTabHeight}, labels, view.state.chart)) {
    view.state.chart = *tab;
  }
  inside = {inside.x, inside.y + kTabHeight + kBelowTabs, inside.w, inside.h - kTabHeight - kBelowTabs};
  return card.end(kCharts[static_cast<std::size_t>(view.state.chart)].draw(view, inside)).bottom();
}

}  // namespace tollmeter::ui
