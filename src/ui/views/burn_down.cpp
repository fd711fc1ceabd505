#include <algorithm>
#include <string>
#include <vector>

#include "imgui.h"

#include "core/format.h"
#include "core/language.h"
#include "core/traffic.h"
#include "ui/views/limit_row.h"
#include "ui/views/result_words.h"

namespace tollmeter::ui {

namespace {

constexpr float kHeight = 50;  ///< of the plot
constexpr float kLabel = 11.5F;

struct Span {
  Instant begin, end;
};

// The window in which the limit first breaks, held within the cycle.
Span first_broken_window(const LimitRun& run, const Window& window, const Traffic& traffic) {
  Span span{traffic.begin(), traffic.end()};
  if (window.kind == Window::Kind::cycle) return span;
  const Instant used_up{run.used_up->to_int64()};
  const Instant frees = run.frees.value_or(traffic.end());
  // A rolling window counts from its first call on; what frees it lies one window after that.
  span.begin = std::max(traffic.begin(), Instant{frees.seconds - window.seconds});
  if (span.begin >= used_up) span.begin = std::max(traffic.begin(), Instant{used_up.seconds - window.seconds});
  span.end = std::min(traffic.end(), std::max(frees, Instant{used_up.seconds + 1}));
  return span;
}

// A place in the window: the day, or, where the window lies within one or two days, the time.
std::string moment(Instant t, const Span& span) {
  const Rational seconds(t.seconds);
  if (span.end.seconds - span.begin.seconds > 3 * 86400) return day_and_month(seconds);
  return instant_text(seconds);
}

}  // namespace

float burn_down(View& view, const LimitRef& breach, float x, float y, float w) {
  if (!breach.limit || !breach.limit->run.used_up) return y;
  Kit& kit = view.kit;
  const Theme& theme = kit.theme();
  const Estimate& chosen = view.session.shown().chosen;
  const LimitRun& run = breach.limit->run;
  const Traffic traffic(chosen.cycle, view.session.scenario().traffic, view.session.world().zones);
  const Span span = first_broken_window(run, breach.limit->limit->window, traffic);
  const Instant used_up{std::clamp(run.used_up->to_int64(), span.begin.seconds, span.end.seconds)};
  const auto before = static_cast<float>(traffic.weight_until(span.begin));
  const float full = static_cast<float>(traffic.weight_until(used_up)) - before;
  if (full <= 0) return y;

  const float top = y + kit.line_height(kLabel) + 2;
  const float bottom = top + kHeight;
  const auto length = static_cast<float>(span.end.seconds - span.begin.seconds);
  const auto to_x = [&](Instant t) { return x + w * static_cast<float>(t.seconds - span.begin.seconds) / length; };
  const auto to_y = [&](Instant t) {
    const float count = (static_cast<float>(traffic.weight_until(t)) - before) / full;
    return bottom - kHeight * std::clamp(count, 0.0F, 1.0F);
  };
  // The count bends only where the traffic changes its rate.
  std::vector<ImVec2> rising = {{x, bottom}};
  for (const Traffic::Piece& piece : traffic.pieces()) {
    for (const Instant t : {piece.begin, piece.end}) {
      if (t > span.begin && t < used_up) rising.emplace_back(to_x(t), to_y(t));
    }
  }
  const ImVec2 reached{to_x(used_up), top};
  rising.push_back(reached);

  ImDrawList* draw = kit.draw();
  for (std::size_t i = 1; i < rising.size(); ++i) {
    const ImVec2 a = rising[i - 1];
    const ImVec2 b = rising[i];
    draw->AddQuadFilled(a, b, {b.x, bottom}, {a.x, bottom}, theme.neutral_ground);
  }
  draw->AddRectFilled(reached, {x + w, bottom}, theme.neutral_ground);
  for (float dash = x; dash < reached.x; dash += 6) {
    draw->AddLine({dash, top}, {std::min(dash + 3, reached.x), top}, theme.dim, 1);
  }
  draw->AddPolyline(rising.data(), static_cast<int>(rising.size()), theme.accent, ImDrawFlags_None, 2.5F);
  draw->AddLine(reached, {x + w, top}, theme.bad, 3);

  const LimitOutcome& limit = *breach.limit;
  const std::string cap = limit.limit->spend ? price_text(limit.cap, breach.platform->plan->currency) : group_digits(limit.cap);
  kit.silent_text(x + w, y, tr("cap {0}", {cap}), {kLabel, Face::regular, Ink::dim}, Align::right);
  const Style style{kLabel, Face::regular, Ink::dim};
  const std::string first = moment(span.begin, span);
  const std::string broken = moment(used_up, span);
  const std::string last = moment(span.end, span);
  const float label_y = bottom + 2;
  kit.silent_text(x, label_y, first, style);
  kit.silent_text(x + w, label_y, last, style, Align::right);
  const float broken_w = kit.width(broken, style);
  const float left_end = x + kit.width(first, style) + 6;
  const float right_end = x + w - kit.width(last, style) - 6;
  if (reached.x - broken_w / 2 >= left_end && reached.x + broken_w / 2 <= right_end) {
    kit.silent_text(reached.x, label_y, broken, style, Align::center);
  }
  const float end = label_y + kit.line_height(kLabel);
  kit.semantics().add(Role::image, kit.id("burn-down"),
                      tr("{0}: from {1} the count rises to the cap {2}, reached {3}; refused from then to {4}",
                         {limit_title(breach), first, cap, broken, last}),
                      {x, y, w, end - y});
  return end;
}

}  // namespace tollmeter::ui
