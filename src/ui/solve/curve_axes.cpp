#include <algorithm>
#include <cmath>

#include "ui/solve/axis_labels.h"
#include "ui/solve/curve_scene.h"

namespace tollmeter::ui {

namespace {

constexpr double kNear = 8;  // times what is asked now

double power_above(double value) { return std::pow(10.0, std::ceil(std::log10(std::max(1.0, value)) - 1e-9)); }

/// 1, 2 or 5 times a power of ten.
double round_above(double value) {
  const double power = std::pow(10.0, std::floor(std::log10(std::max(1.0, value))));
  for (const double nice : {1.0, 2.0, 5.0}) {
    if (value <= power * nice * (1 + 1e-9)) return power * nice;
  }
  return power * 10;
}

}  // namespace

double curve_top(View& view, const DialChoice& choice, const CostCurve& curve, std::int64_t now) {
  const double slider = std::max(10.0, choice.metric->slider_most.approx());
  if (!view.state.curve.linear) return power_above(std::max(slider, drawn(now)));
  double& top = view.state.curve.linear_top;
  if (view.session.in_gesture() && top >= drawn(now)) return top;
  double wanted = 2 * drawn(now);
  for (const BreakEven& even : curve.break_evens) {
    if (even.at <= now) continue;
    // One that is far off would press the point against the left edge.
    const bool near = now == 0 ? drawn(even.at) < slider : drawn(even.at) < kNear * drawn(now);
    if (near) wanted = std::max(wanted, 1.3 * drawn(even.at));
    break;
  }
  if (now == 0 && wanted <= 0) wanted = slider / 10;
  return top = round_above(std::max(10.0, wanted));
}

Axis curve_x_axis(const CurveScene& scene) {
  if (scene.view.state.curve.linear) return Axis::linear(0, scene.top, count_label);
  const double least = std::max(1.0, scene.choice.metric->slider_least.approx());
  const double low = std::min(scene.top / 100, std::pow(10.0, std::floor(std::log10(least))));
  return Axis::zero_and_log(low, scene.top, count_label, 0.08);
}

std::int64_t line_end(const CurveScene& scene, const PlanCurve& plan) {
  std::int64_t end = std::min(scene.curve.top, static_cast<std::int64_t>(scene.top));
  if (plan.end) end = std::min(end, plan.end->most);
  for (const Segment& segment : plan.segments) {
    if (segment.at_from.at_least && segment.from > 0) end = std::min(end, segment.from - 1);
  }
  return end;
}

Axis curve_y_axis(const CurveScene& scene) {
  const bool dollars = scene.curve.currency == "USD";
  const Axis::Labeller label = dollars ? fine_dollar_label : fine_label;
  double most = drawn(scene.platform.subtotal);
  double least = 0;
  const auto see = [&](double value) {
    most = std::max(most, value);
    if (value > 0) least = least == 0 ? value : std::min(least, value);
  };
  double dearest_taken = 0;
  for (const CostCurve* curve : {&scene.curve, scene.other}) {
    if (!curve) continue;
    for (const Stretch& stretch : curve->envelope) {
      if (!stretch.plan || drawn(stretch.from) > scene.top) continue;
      const auto to = std::min(stretch.to, static_cast<std::int64_t>(scene.top));
      dearest_taken = std::max({dearest_taken, drawn(stretch.plan->cost(stretch.from)), drawn(stretch.plan->cost(to))});
    }
  }
  if (scene.view.state.curve.linear) {
    // What is dearer than all that one would take leaves the picture at its upper edge.
    const double room = std::max(dearest_taken, most) * 1.25;
    return Axis::linear(0, round_above(std::max(1.0, room)), label);
  }
  see(drawn(scene.platform.subtotal));
  for (const CurveLine& line : scene.lines) {
    see(drawn(line.plan->cost(0)));
    see(drawn(line.plan->cost(line_end(scene, *line.plan))));
  }
  see(dearest_taken);
  if (most <= 0) most = 10;
  if (least <= 0) least = most;
  const double low = std::pow(10.0, std::clamp(std::floor(std::log10(least)), 0.0, std::floor(std::log10(most))));
  return Axis::zero_and_log(low, std::max(low * 100, power_above(most)), label, 0.14);
}

}  // namespace tollmeter::ui
