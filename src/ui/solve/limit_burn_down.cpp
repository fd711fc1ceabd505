#include <algorithm>
#include <string>
#include <vector>

#include "imgui.h"

#include "core/format.h"
#include "core/language.h"
#include "core/solve/limit_windows.h"
#include "ui/solve/heat_map.h"
#include "ui/views/limit_row.h"

namespace tollmeter::ui {

namespace {

constexpr float kTitle = 12.5F;
constexpr float kHeight = 36;

std::string amount(const LimitRef& ref, const Rational& units) {
  return ref.limit->limit->spend ? price_text(units, ref.platform->plan->currency) : group_digits(units);
}

/// Where the count turns, from 0 to 1 of the plot, y upwards.
struct Turn {
  float x, y;
  bool full;  ///< from here on all is refused
};

// In each window the count rises with the traffic to the cap and stays there.
std::vector<Turn> turns_of(const LimitRef& ref, const Traffic& traffic, const std::vector<WindowShare>& windows) {
  double fullest = 0;
  for (const WindowShare& window : windows) fullest = std::max(fullest, window.share.approx());
  const double busiest = ref.limit->run.busiest.approx();
  const double cap = ref.limit->cap.approx();
  const auto begin = static_cast<double>(traffic.begin().seconds);
  const double length = static_cast<double>(traffic.end().seconds) - begin;
  const auto total = static_cast<double>(traffic.total_weight());
  const double units = fullest > 0 ? busiest / fullest : 0;  // of the whole month, for one counter
  std::vector<Turn> turns;
  for (const WindowShare& window : windows) {
    const auto before = static_cast<double>(traffic.weight_until(window.begin));
    bool full = false;
    const auto turn = [&](Instant t) {
      const double count = (static_cast<double>(traffic.weight_until(t)) - before) / total * units;
      const double at = (static_cast<double>(t.seconds) - begin) / length;
      if (count > cap && !full && !turns.empty()) {
        // The cap is met between the turn before and this one.
        const Turn last = turns.back();
        const double share = (1 - last.y) / std::max(1e-12, count / cap - last.y);
        turns.push_back({last.x + static_cast<float>(share * (at - last.x)), 1, true});
        full = true;
      }
      turns.push_back({static_cast<float>(at), static_cast<float>(std::min(count, cap) / cap), full});
    };
    turn(window.begin);
    for (const Traffic::Piece& piece : traffic.pieces()) {
      if (window.begin < piece.end && piece.end < window.end) turn(piece.end);
    }
    turn(window.end);
  }
  return turns;
}

}  // namespace

float limit_burn_down(View& view, const LimitRef& ref, const MonthState& month, float x, float y, float w) {
  if (!ref.limit || !ref.limit->cap.ok() || ref.limit->cap <= 0 || !ref.limit->run.busiest.ok()) return y;
  const Zones zones = view.session.world().zones;
  const std::vector<WindowShare> windows = limit_windows(ref.limit->limit->window, month.traffic(), zones);
  if (windows.empty()) return y;
  Kit& kit = view.kit;
  const Theme& theme = kit.theme();
  const bool broken = ref.limit->state == LimitState::breached;
  const std::string title = limit_own_title(ref);
  const std::string cap = amount(ref, ref.limit->cap);
  const std::string said = broken ? tr("{0} used up {1}@@an amount, an instant", {cap, breach_instant(ref, zones)})
                                  : tr("{0} of {1}@@what is used, the cap", {amount(ref, min(ref.limit->run.busiest, ref.limit->cap)), cap});
  const Style style{kTitle, Face::semibold, broken ? Ink::bad : Ink::dim};
  const float said_w = kit.width(said, style);
  const bool one_line = kit.width(title, {kTitle}) + said_w + 12 <= w;
  kit.text(x, y, title, {kTitle}, Align::left, one_line ? w - said_w - 12 : w);
  if (!one_line) y += kit.line_height(kTitle);
  kit.text(one_line ? x + w : x, y, said, style, one_line ? Align::right : Align::left, w);
  const float top = y + kit.line_height(kTitle) + 3;
  const float bottom = top + kHeight;
  ImDrawList* draw = kit.draw();
  const std::vector<Turn> turns = turns_of(ref, month.traffic(), windows);
  const auto place = [&](const Turn& turn) { return ImVec2{x + w * turn.x, bottom - kHeight * turn.y}; };
  for (std::size_t i = 1; i < turns.size(); ++i) {
    const ImVec2 a = place(turns[i - 1]);
    const ImVec2 b = place(turns[i]);
    if (b.x <= a.x) continue;
    draw->AddQuadFilled(a, b, {b.x, bottom}, {a.x, bottom}, theme.neutral_ground);
  }
  for (float dash = x; dash < x + w; dash += 6) {
    draw->AddLine({dash, top}, {std::min(dash + 3, x + w), top}, theme.dim, 1);
  }
  for (std::size_t i = 1; i < turns.size(); ++i) {
    const ImVec2 a = place(turns[i - 1]);
    const ImVec2 b = place(turns[i]);
    const bool full = turns[i - 1].full && turns[i].full;
    draw->AddLine(a, b, full ? theme.bad : theme.accent, full ? 3.0F : 1.75F);
  }
  kit.fill({x, bottom, w, 1}, theme.field_border);
  kit.semantics().add(Role::image, kit.id(title + "/burn-down"),
                      tr("{0}: the count over the month against its cap, {1}", {title, said}), {x, top, w, kHeight});
  return bottom + 10;
}

}  // namespace tollmeter::ui
