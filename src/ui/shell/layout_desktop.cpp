#include <algorithm>

#include "core/language.h"
#include "ui/shell/shell.h"

namespace tollmeter::ui {

namespace {

constexpr float kMargin = 16;
constexpr float kUsageWidth = 420;
constexpr float kUsageWidthNarrow = 372;
constexpr float kGap = 16;
constexpr float kBesideFrom = 860;  // breaks and bill stand beside each other from this width on
constexpr float kChartLeast = 340;

// Returns the column's node.
NodeId usage_column(View& view, const Box& box) {
  const float top = view.kit.begin_scroll("usage", box);
  const float x = box.x + kMargin;
  const float w = box.w - kMargin;
  const NodeId region = view.kit.id("usage-region");
  view.kit.semantics().begin(Role::region, region, tr("What you use"), box);
  float y = top + 14;
  y = own_unit(view, x, y, w);
  y = about_you(view, x, y, w) + Kit::kCardGap;
  y = platform_cards(view, x, y, w) + Kit::kCardGap;
  y = add_platform(view, x, y, w);
  view.kit.semantics().end();
  view.kit.end_scroll(y + kMargin);
  return region;
}

float breaks_and_bill(View& view, float x, float y, float w) {
  if (w < kBesideFrom) {
    y = breaks(view, x, y, w) + Kit::kCardGap;
    return bill(view, x, y, w);
  }
  const float half = (w - Kit::kCardGap) / 2;
  const float left = breaks(view, x, y, half);
  const float right = bill(view, x + half + Kit::kCardGap, y, half);
  return std::max(left, right);
}

// Read in the order of the questions: what does it cost, what breaks, what do I use, what are the amounts made of.
void results_column(View& view, const Box& box, NodeId usage) {
  const float top = view.kit.begin_scroll("results", box);
  const float x = box.x;
  const float w = box.w - kMargin;
  view.kit.semantics().begin(Role::main, view.kit.id("results-region"), tr("What comes of it"), box);
  float y = top + 14;
  y = verdict(view, x, y, w) + Kit::kCardGap;
  if (!view.session.beside().others.empty()) y = comparison_card(view, x, y, w) + Kit::kCardGap;
  const float moved = view.session.shared() ? moved_lines(view, x, y, w) : y;
  if (moved > y) y = moved + Kit::kCardGap;
  view.kit.semantics().read_after(usage, view.kit.id("breaks"));
  y = breaks_and_bill(view, x, y, w) + Kit::kCardGap;
  // The chart takes what the window has left.
  const float scrolled = box.y - top;
  const float rest = box.bottom() - kMargin - (y + scrolled);
  y = charts_card(view, x, y, w, std::max(kChartLeast, rest));
  view.kit.semantics().end();
  view.kit.end_scroll(y + kMargin);
}

}  // namespace

void desktop_layout(View& view, const Box& body) {
  const float usage_w = kMargin + (body.w < 1180 ? kUsageWidthNarrow : kUsageWidth);
  const NodeId usage = usage_column(view, {body.x, body.y, usage_w, body.h});
  const float left = body.x + usage_w + kGap;
  results_column(view, {left, body.y, body.right() - left, body.h}, usage);
}

}  // namespace tollmeter::ui
