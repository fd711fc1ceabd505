#include "ui/export/embed.h"

#include <algorithm>
#include <vector>

#include "core/format.h"
#include "core/language.h"
#include "core/title.h"
#include "ui/export/exports.h"
#include "ui/shell/shell.h"

namespace tollmeter::ui {

namespace {

constexpr float kMargin = 16;
constexpr float kPhoneMargin = 10;
constexpr float kTitle = 18;
constexpr float kText = 13;
constexpr float kBesideFrom = 860;
constexpr float kTabsFrom = 420;
constexpr float kChartHeight = 400;
constexpr int kCharts[] = {0, 1, 4};  ///< those without inputs of their own

// A link that cannot be read shows nothing in its place.
float broken(View& view, float x, float y, float w) {
  Kit& kit = view.kit;
  kit.heading(x, y, tr("This calculation cannot be shown"), 1, {kTitle, Face::semibold, Ink::text});
  y += kit.line_height(kTitle) + 6;
  const std::string said = view.session.broken()->problem.sentence() + ".";
  const Run why[] = {{said, Face::regular, Ink::bad}};
  y += kit.paragraph({x, y, w, 0}, why, kText) + 6;
  const std::string advice = tr("Whoever owns the page around it can copy its HTML anew in Tollmeter: Share.");
  const Run next[] = {{advice, Face::regular, Ink::dim}};
  return y + kit.paragraph({x, y, w, 0}, next, kText);
}

float head(View& view, float x, float y, float w) {
  Kit& kit = view.kit;
  const Scenario& scenario = view.session.scenario();
  const std::string title = scenario.title.empty() ? tr("What the API use costs") : title_words(scenario.title);
  kit.heading(x, y, title, 1, {kTitle, Face::semibold, Ink::text});
  y += kit.line_height(kTitle);
  const std::string said = tr("Prices of {0}, figures read to {1}.", {long_date_text(scenario.date), date_text(view.session.catalog().as_of)});
  const Run run[] = {{said, Face::regular, Ink::dim}};
  return y + kit.paragraph({x, y, w, 0}, run, kText) + 10;
}

float breaks_and_bill(View& view, float x, float y, float w) {
  if (w < kBesideFrom) return bill(view, x, breaks(view, x, y, w) + Kit::kCardGap, w);
  const float half = (w - Kit::kCardGap) / 2;
  return std::max(breaks(view, x, y, half), bill(view, x + half + Kit::kCardGap, y, half));
}

float charts(View& view, float x, float y, float w) {
  const std::string name = tr("Charts");
  Kit::Card card(view.kit, "charts", name, x, y, w);
  view.kit.semantics().add(Role::heading, view.kit.id("heading"), name, {card.x, card.y, card.w, 1}).level = 2;
  const auto at = std::find(std::begin(kCharts), std::end(kCharts), view.state.chart);
  int chosen = at == std::end(kCharts) ? 0 : static_cast<int>(at - std::begin(kCharts));
  std::vector<std::string> names;
  for (const int chart : kCharts) names.push_back(tr(chart_picture(chart).name));
  const float h = view.kit.control_height();
  std::optional<int> picked;
  if (card.w >= kTabsFrom) {
    picked = view.kit.tabs("chart", {card.x, card.y, card.w, h}, names, chosen);
  } else {
    SelectSpec list;
    list.name = tr("Chart");
    list.chosen = chosen;
    for (const std::string& one : names) list.options.push_back({one, "", "", false});
    picked = view.kit.select("chart", {card.x, card.y, card.w, h}, list);
  }
  if (picked) chosen = *picked;
  view.state.chart = kCharts[chosen];
  const Box inside{card.x, card.y + h + 10, card.w, kChartHeight};
  return card.end(chart_picture(view.state.chart).draw(view, inside)).bottom();
}

std::string attribute(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '"': out += "&quot;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      default: out += c;
    }
  }
  return out;
}

}  // namespace

void embed_layout(View& view, const Box& screen) {
  Kit& kit = view.kit;
  const float margin = view.phone ? kPhoneMargin : kMargin;
  const float x = screen.x + margin;
  const float w = screen.w - 2 * margin;
  const float top = kit.begin_scroll("embed", screen);
  kit.semantics().begin(Role::main, kit.id("embedded"), "Tollmeter", screen);
  float y = top + margin;
  if (view.session.broken()) {
    y = broken(view, x, y, w);
  } else {
    y = head(view, x, y, w);
    y = verdict(view, x, y, w) + Kit::kCardGap;
    if (!view.session.scenario().platforms.empty()) {
      y = breaks_and_bill(view, x, y, w) + Kit::kCardGap;
      y = charts(view, x, y, w);
    }
  }
  kit.semantics().end();
  kit.end_scroll(y + margin);
}

std::string embed_html(std::string_view title, std::string_view page_address, std::string_view link) {
  const std::string page(page_address.substr(0, page_address.find_first_of("?#")));
  const std::string name = title.empty() ? tr("What the API use costs, by Tollmeter") : tr("{0}: what the API use costs, by Tollmeter", {title});
  // Scripts of its own origin are all that it needs; its one link opens a window of its own.
  return "<iframe src=\"" + attribute(page + "?embed=1#" + std::string(link)) + "\" title=\"" + attribute(name) +
         "\" width=\"100%\" height=\"720\" loading=\"lazy\" referrerpolicy=\"no-referrer\"\n"
         "  sandbox=\"allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox\" style=\"border: 0\"></iframe>\n";
}

}  // namespace tollmeter::ui
