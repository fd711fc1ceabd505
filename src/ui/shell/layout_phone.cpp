#include <algorithm>
#include <string>

#include "core/language.h"
#include "ui/shell/shell.h"

namespace tollmeter::ui {

namespace {

constexpr float kMargin = 12;
constexpr float kTabs = 46;
constexpr float kVerdict = 78;
constexpr float kVerdictLine = 40;
// Apart from each other, so that the change of height does not turn the switch back at once.
constexpr float kShrinkAt = 48;
constexpr float kGrowAt = 4;

enum Tab { kUsage, kBreaks, kBill, kCharts };

float tab_content(View& view, float x, float y, float w, float height) {
  switch (view.state.phone_tab) {
    case kUsage:
      y = own_unit(view, x, y, w);
      y = about_you(view, x, y, w) + Kit::kCardGap;
      y = platform_cards(view, x, y, w) + Kit::kCardGap;
      return add_platform(view, x, y, w);
    case kBreaks:
      return breaks(view, x, y, w);
    case kBill: {
      if (!view.session.beside().others.empty()) y = comparison_card(view, x, y, w) + Kit::kCardGap;
      const float moved = view.session.shared() ? moved_lines(view, x, y, w) : y;
      if (moved > y) y = moved + Kit::kCardGap;
      return bill(view, x, y, w);
    }
    default:
      return charts_card(view, x, y, w, std::max(320.0F, height - 2 * kMargin));
  }
}

void tab_bar(View& view, const Box& box) {
  const int breaches = view.session.shown().chosen.breaches;
  view.kit.fill(box, view.kit.theme().header);
  view.kit.fill({box.x, box.y, box.w, 1}, view.kit.theme().header_border);
  const std::string labels[] = {tr("Usage"), tr("Breaks"), tr("Bill"), tr("Charts")};
  const std::string counts[] = {"", breaches > 0 ? std::to_string(breaches) : "", "", ""};
  if (const auto tab = view.kit.bottom_tabs("Views", box, labels, counts, view.state.phone_tab)) {
    view.state.phone_tab = *tab;
    view.state.small_verdict = false;
  }
}

// Returns its height.
float verdict_at(View& view, float x, float y, float w, bool small) {
  Kit& kit = view.kit;
  const float h = small ? kVerdictLine : kVerdict + verdict_phone_more(view, w - 2 * kMargin);
  kit.fill({x, y, w, h}, kit.theme().card);
  kit.fill({x, y + h - 1, w, 1}, kit.theme().header_border);
  if (small) {
    verdict_line(view, {x + kMargin, y, w - 2 * kMargin, h - 1});
  } else {
    verdict_phone(view, {x + kMargin + 2, y + 8, w - 2 * kMargin, h - 9});
  }
  return h;
}

}  // namespace

void phone_layout(View& view, const Box& body, float keyboard_inset, bool low) {
  Kit& kit = view.kit;
  const bool typing = keyboard_inset > 0;
  const bool small = !low && (typing || view.state.small_verdict);
  const float tabs_h = typing ? 0 : kTabs;
  kit.semantics().begin(Role::main, kit.id("phone-main"), "Tollmeter", body);
  const float above = low ? 0 : verdict_at(view, body.x, body.y, body.w, small);
  const Box scroll{body.x, body.y + above, body.w, body.h - above - tabs_h - keyboard_inset};
  const std::string key = "tab-" + std::to_string(view.state.phone_tab);
  const float top = kit.begin_scroll(key, scroll);
  float y = top;
  if (low) {
    y += strip(view, y, body.w);
    y += verdict_at(view, body.x, y, body.w, false);
  }
  const float bottom = tab_content(view, scroll.x + kMargin, y + kMargin, scroll.w - 2 * kMargin, scroll.h);
  kit.end_scroll(bottom + kMargin);
  const float scrolled = scroll.y - top;
  view.state.small_verdict = view.state.small_verdict ? scrolled > kGrowAt : scrolled > kShrinkAt;

  if (tabs_h > 0) tab_bar(view, {body.x, scroll.bottom(), body.w, tabs_h});
  kit.semantics().end();
}

}  // namespace tollmeter::ui
