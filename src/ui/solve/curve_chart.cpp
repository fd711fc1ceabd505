#include <algorithm>
#include <cmath>

#include "core/format.h"
#include "core/language.h"
#include "ui/solve/curve_scene.h"
#include "ui/solve/curve_words.h"
#include "ui/views/result_words.h"

namespace tollmeter::ui {

namespace {

constexpr float kColumns = 3;       // pixels between two places at which a line is looked up
constexpr float kNowRadius = 7;
constexpr std::size_t kMostBreakEvens = 4;  // named on the chart; the table has them all
constexpr std::size_t kMostRead = 6;        // plans in the read-out
constexpr std::size_t kOtherColour = kMostLines - 1;  // which a plan seldom has; the dashes tell them apart

std::vector<ChartPoint> points_of(const Chart& chart, const PlanCurve& plan, std::int64_t from, std::int64_t to) {
  std::vector<std::int64_t> places = {from, to};
  const Box plot = chart.plot();
  const float left = std::max(plot.x - kColumns, chart.to_x(drawn(from)));
  const float right = std::min(plot.right() + kColumns, chart.to_x(drawn(to)));
  for (float at = left; at < right; at += kColumns) {
    places.push_back(std::clamp(static_cast<std::int64_t>(std::llround(chart.value_at(at))), from, to));
  }
  for (const Segment& segment : plan.segments) {
    for (const std::int64_t place : {segment.from, segment.to}) {
      if (from < place && place < to) places.push_back(place);
    }
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  std::vector<ChartPoint> points;
  points.reserve(places.size());
  for (const std::int64_t place : places) points.push_back({drawn(place), drawn(plan.cost(place))});
  return points;
}

void draw_lines(const CurveScene& scene, Chart& chart) {
  const Theme& theme = scene.view.kit.theme();
  for (const CurveLine& line : scene.lines) {
    const Stroke stroke = line.plan->may_be_chosen ? Stroke::solid : Stroke::dashed;
    const std::int64_t end = line_end(scene, *line.plan);
    chart.line(points_of(chart, *line.plan, 0, end), {series_color(theme, line.colour), stroke, 1.5F, 0});
  }
  for (const Stretch& stretch : scene.curve.envelope) {
    const auto line = std::find_if(scene.lines.begin(), scene.lines.end(),
                                   [&](const CurveLine& each) { return each.plan == stretch.plan; });
    if (line == scene.lines.end() || drawn(stretch.from) > scene.top) continue;
    const auto to = std::min(stretch.to, static_cast<std::int64_t>(scene.top));
    chart.line(points_of(chart, *stretch.plan, stretch.from, to),
               {series_color(theme, line->colour), Stroke::solid, 4, 0});
  }
  const std::int64_t in_sight_to = std::llround(chart.value_at(chart.plot().right()));
  for (const CurveLine& line : scene.lines) {
    const std::int64_t whole_end = line_end(scene, *line.plan);
    // Of a line that goes on out of sight, the name stands where it leaves.
    const std::int64_t end = std::min(whole_end, in_sight_to);
    const double cost = drawn(line.plan->cost(end));
    const bool ends = line.plan->end && line.plan->end->most == end;
    if (ends) chart.marker(drawn(end), cost, series_color(theme, line.colour), true);
    Annotation name;
    name.from = name.to = drawn(end);
    name.y = cost;
    name.text = plan_words(*line.plan) + (ends ? ", " + end_words(*line.plan) : "");
    name.brief = line.plan->plan->name;
    name.swatch = series_color(theme, line.colour);
    name.strong = line.plan->plan == scene.platform.plan;
    name.importance = line.plan->may_be_chosen ? 100 : 10;
    chart.annotate(std::move(name));
  }
}

// The cheapest plans of the other day as one dashed line, named by the day, with its own break-evens.
void draw_other_day(const CurveScene& scene, Chart& chart) {
  if (!scene.other) return;
  const Color color = series_color(scene.view.kit.theme(), kOtherColour);
  const std::string day = date_text(scene.other_day);
  std::optional<Annotation> name;
  for (const Stretch& stretch : scene.other->envelope) {
    if (!stretch.plan || drawn(stretch.from) > scene.top) continue;
    const auto to = std::min(stretch.to, static_cast<std::int64_t>(scene.top));
    chart.line(points_of(chart, *stretch.plan, stretch.from, to), {color, Stroke::dashed, 2.5F, 0});
    const std::int64_t sight_from = std::llround(chart.value_at(chart.plot().x));
    const std::int64_t sight_to = std::llround(chart.value_at(chart.plot().right()));
    if (to < sight_from || stretch.from > sight_to) continue;
    const std::int64_t end = std::min(to, sight_to);
    name = Annotation{};
    name->from = name->to = drawn(end);
    name->y = drawn(stretch.plan->cost(end));
    name->text = tr("cheapest on {0}: {1}", {day, stretch.plan->plan->name});
    name->brief = day;
    name->swatch = color;
    name->importance = 500;
  }
  if (name) chart.annotate(std::move(*name));
  for (const BreakEven& even : scene.other->break_evens) {
    if (drawn(even.at) > scene.top) break;
    chart.marker(drawn(even.at), drawn(even.after->cost(even.at)), color, true, 3.5F);
  }
}

void draw_break_evens(const CurveScene& scene, Chart& chart) {
  std::size_t named = 0;
  for (const BreakEven& even : scene.curve.break_evens) {
    if (drawn(even.at) > scene.top || named == kMostBreakEvens) break;
    if (!even.cheaper || drawn(even.at) < chart.value_at(chart.plot().x)) continue;
    ++named;
    const double cost = drawn(even.after->cost(even.at));
    chart.marker(drawn(even.at), cost, scene.view.kit.theme().text);
    Annotation label;
    label.from = label.to = drawn(even.at);
    label.y = cost;
    label.text = break_even_words(even);
    label.importance = 1000 - static_cast<int>(named);
    chart.annotate(std::move(label));
  }
}

void draw_now(const CurveScene& scene, Chart& chart) {
  const double cost = drawn(scene.platform.subtotal);
  chart.upright(drawn(scene.now), {scene.view.kit.theme().dim, Stroke::dotted, 1.5F, 0});
  chart.marker(drawn(scene.now), cost, scene.view.kit.theme().accent, false, kNowRadius);
  if (scene.view.phone) return;
  Annotation label;
  label.from = label.to = drawn(scene.now);
  label.y = cost;
  label.text = tr("{0}: {1}", {count_words(scene.now, scene.noun), brief_money(scene.platform.subtotal)});
  label.strong = true;
  label.importance = 1'000'000;
  chart.annotate(std::move(label));
}

void read_out(const CurveScene& scene, Chart& chart) {
  const std::optional<double> hovered = chart.hovered();
  if (!hovered) return;
  const auto units = std::clamp<std::int64_t>(std::llround(*hovered), 0, scene.curve.top);
  std::vector<std::string> lines = {tr("{0} a month", {count_words(units, scene.noun)})};
  std::vector<const PlanCurve*> serving;
  for (const CurveLine& line : scene.lines) {
    if (line.plan->serves(units)) serving.push_back(line.plan);
  }
  std::sort(serving.begin(), serving.end(), [&](const PlanCurve* a, const PlanCurve* b) {
    return a->cost(units).amount < b->cost(units).amount;
  });
  if (serving.empty()) lines.push_back(tr("no plan serves so many"));
  for (std::size_t i = 0; i < serving.size() && i < kMostRead; ++i) {
    lines.push_back(tr("{0}: {1}", {serving[i]->plan->name, cost_words(serving[i]->cost(units))}));
  }
  if (scene.other) {
    // A sentence is too wide for the card: what it costs, and the next break-even, a line each.
    for (std::string& part : other_day_parts(*scene.other, *scene.choice.platform, units, scene.other_day)) lines.push_back(std::move(part));
    lines.back() += ".";
  }
  chart.readout(*hovered, lines);
}

}  // namespace

std::string curve_chart_key(const CurveScene& scene) {
  return "curve/" + scene.choice.dial.platform + "/" + scene.choice.dial.metric + (scene.view.state.curve.linear ? "/linear" : "");
}

CurveGesture draw_curve_chart(const CurveScene& scene, const Box& box) {
  const Axis x = curve_x_axis(scene);
  ChartSpec spec;
  spec.name = tr("Cost curve: {0}", {scene.noun});
  const std::string count = count_words(scene.now, scene.noun);
  const std::string cost = brief_money(scene.platform.subtotal);
  spec.value_text = scene.platform.plan ? tr("{0} a month: {1} on {2}", {count, cost, scene.platform.plan->name})
                                        : tr("{0} a month: {1}", {count, cost});
  spec.chosen = drawn(scene.now);
  spec.zooms = true;
  // An arrow key must move two significant digits.
  const double decades = std::log10(std::max(10.0, scene.top / std::max(1.0, x.value(0.08))));
  spec.step = scene.view.state.curve.linear ? 0.01 : std::max(0.012, 0.92 * std::log10(1.1) / decades);
  Chart chart(scene.view.kit, curve_chart_key(scene), box, x, curve_y_axis(scene), std::move(spec));
  draw_lines(scene, chart);
  draw_other_day(scene, chart);
  draw_break_evens(scene, chart);
  draw_now(scene, chart);
  read_out(scene, chart);
  chart.end();
  CurveGesture gesture;
  gesture.units = chart.chose();
  gesture.released = chart.released();
  if (gesture.units) {
    const float at = chart.to_x(*gesture.units);
    gesture.on_point = std::abs(at - chart.to_x(drawn(scene.now))) <= kNowRadius;
    if (chart.in_view() < 1) {
      const float part = chart.plot().w / 100;
      gesture.grain = std::abs(chart.value_at(at + part) - chart.value_at(at - part)) / 2;
    }
  }
  return gesture;
}

}  // namespace tollmeter::ui
