#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "core/format.h"
#include "core/solve/inverse.h"
#include "core/words.h"
#include "ui/chart/chart.h"
#include "ui/solve/curve_picture.h"
#include "ui/solve/curve_words.h"
#include "ui/views.h"
#include "ui/views/result_words.h"
#include "ui/views/slider_scale.h"
#include "ui/views/usage_parts.h"

namespace tollmeter::ui {

namespace {

constexpr float kText = 13;
constexpr float kGap = 8;
constexpr float kFieldWidth = 92;
constexpr float kAxesWidth = 122;
constexpr float kOneRowFrom = 560;  // narrower, the controls take two rows
constexpr float kColumns = 3;       // pixels between two places at which a line is looked up
constexpr float kNowRadius = 7;
constexpr double kNear = 8;  // times what is asked now
constexpr std::size_t kMostBreakEvens = 4;  // named on the chart; the table has them all
constexpr std::size_t kMostRead = 6;        // plans in the read-out

/// All that the parts of one frame share.
struct Scene {
  View& view;
  const DialChoice& choice;
  const CostCurve& curve;
  const PlatformEstimate& platform;
  std::vector<CurveLine> lines;
  std::string noun;       // "posts read"
  std::int64_t now = 0;   // units a cycle
  double top = 0;         // of the x axis
};

double drawn(const Money& money) { return std::max(0.0, money.amount.approx()); }
double drawn(std::int64_t units) { return static_cast<double>(units); }

std::string amount_label(double value) { return short_number(Rational(std::llround(value))); }
std::string money_label(double value) {
  Money money;
  // Small amounts keep their cents: a tick of ten cents is not nothing.
  money.amount = Rational(std::llround(value * 100)) / Rational(100);
  money.currency = "USD";
  return brief_money(money);
}
std::string plain_label(double value) { return group_digits(Rational(std::llround(value * 100)) / Rational(100)); }

double power_above(double value) { return std::pow(10.0, std::ceil(std::log10(std::max(1.0, value)) - 1e-9)); }

/// 1, 2 or 5 times a power of ten.
double round_above(double value) {
  const double power = std::pow(10.0, std::floor(std::log10(std::max(1.0, value))));
  for (const double nice : {1.0, 2.0, 5.0}) {
    if (value <= power * nice * (1 + 1e-9)) return power * nice;
  }
  return power * 10;
}

/// The right end of the x axis: the slider's on logarithmic axes; else so that the point stands in the left half, with the next
/// break-even beside it. It stays while the point is dragged.
double axis_top(View& view, const DialChoice& choice, const CostCurve& curve, std::int64_t now) {
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

Axis x_axis(const Scene& scene) {
  if (scene.view.state.curve.linear) return Axis::linear(0, scene.top, amount_label);
  const double least = std::max(1.0, scene.choice.metric->slider_least.approx());
  const double low = std::min(scene.top / 100, std::pow(10.0, std::floor(std::log10(least))));
  return Axis::zero_and_log(low, scene.top, amount_label, 0.08);
}

/// A plan's line goes from zero to its end, to where its price is no longer published, or to the right edge.
std::int64_t line_end(const Scene& scene, const PlanCurve& plan) {
  std::int64_t end = std::min(scene.curve.top, static_cast<std::int64_t>(scene.top));
  if (plan.end) end = std::min(end, plan.end->most);
  for (const Segment& segment : plan.segments) {
    if (segment.at_from.at_least && segment.from > 0) end = std::min(end, segment.from - 1);
  }
  return end;
}

Axis y_axis(const Scene& scene) {
  const bool dollars = scene.curve.currency == "USD";
  const Axis::Labeller label = dollars ? money_label : plain_label;
  double most = drawn(scene.platform.subtotal);
  double least = 0;
  const auto see = [&](double value) {
    most = std::max(most, value);
    if (value > 0) least = least == 0 ? value : std::min(least, value);
  };
  double dearest_taken = 0;
  for (const Stretch& stretch : scene.curve.envelope) {
    if (!stretch.plan || drawn(stretch.from) > scene.top) continue;
    const auto to = std::min(stretch.to, static_cast<std::int64_t>(scene.top));
    dearest_taken = std::max({dearest_taken, drawn(stretch.plan->cost(stretch.from)), drawn(stretch.plan->cost(to))});
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
  if (most <= 0) most = 10;
  if (least <= 0) least = most;
  const double low = std::pow(10.0, std::clamp(std::floor(std::log10(least)), 0.0, std::floor(std::log10(most))));
  return Axis::zero_and_log(low, std::max(low * 100, power_above(most)), label, 0.14);
}

std::vector<ChartPoint> points_of(const Chart& chart, const Axis& x, const PlanCurve& plan,
                                  std::int64_t from, std::int64_t to) {
  std::vector<std::int64_t> places = {from, to};
  const float left = chart.to_x(drawn(from));
  const float right = chart.to_x(drawn(to));
  for (float at = left + kColumns; at < right; at += kColumns) {
    const double value = x.value(static_cast<double>((at - chart.plot().x) / chart.plot().w));
    places.push_back(std::clamp(static_cast<std::int64_t>(std::llround(value)), from, to));
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

void draw_lines(const Scene& scene, Chart& chart, const Axis& x) {
  const Theme& theme = scene.view.kit.theme();
  for (const CurveLine& line : scene.lines) {
    const Stroke stroke = line.plan->may_be_chosen ? Stroke::solid : Stroke::dashed;
    const std::int64_t end = line_end(scene, *line.plan);
    chart.line(points_of(chart, x, *line.plan, 0, end), {series_color(theme, line.colour), stroke, 1.5F, 0});
  }
  for (const Stretch& stretch : scene.curve.envelope) {
    const auto line = std::find_if(scene.lines.begin(), scene.lines.end(),
                                   [&](const CurveLine& each) { return each.plan == stretch.plan; });
    if (line == scene.lines.end() || drawn(stretch.from) > scene.top) continue;
    const auto to = std::min(stretch.to, static_cast<std::int64_t>(scene.top));
    chart.line(points_of(chart, x, *stretch.plan, stretch.from, to),
               {series_color(theme, line->colour), Stroke::solid, 4, 0});
  }
  for (const CurveLine& line : scene.lines) {
    const std::int64_t end = line_end(scene, *line.plan);
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

void draw_break_evens(const Scene& scene, Chart& chart) {
  std::size_t named = 0;
  for (const BreakEven& even : scene.curve.break_evens) {
    if (drawn(even.at) > scene.top || named == kMostBreakEvens) break;
    if (!even.cheaper) continue;
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

void draw_now(const Scene& scene, Chart& chart) {
  const double cost = drawn(scene.platform.subtotal);
  chart.upright(drawn(scene.now), {scene.view.kit.theme().dim, Stroke::dotted, 1.5F, 0});
  chart.marker(drawn(scene.now), cost, scene.view.kit.theme().accent, false, kNowRadius);
  if (scene.view.phone) return;
  Annotation label;
  label.from = label.to = drawn(scene.now);
  label.y = cost;
  label.text = count_words(scene.now, scene.noun) + ": " + brief_money(scene.platform.subtotal);
  label.strong = true;
  label.importance = 1'000'000;
  chart.annotate(std::move(label));
}

void read_out(const Scene& scene, Chart& chart) {
  const std::optional<double> hovered = chart.hovered();
  if (!hovered) return;
  const auto units = std::clamp<std::int64_t>(std::llround(*hovered), 0, scene.curve.top);
  std::vector<std::string> lines = {count_words(units, scene.noun) + " a month"};
  std::vector<const PlanCurve*> serving;
  for (const CurveLine& line : scene.lines) {
    if (line.plan->serves(units)) serving.push_back(line.plan);
  }
  std::sort(serving.begin(), serving.end(), [&](const PlanCurve* a, const PlanCurve* b) {
    return a->cost(units).amount < b->cost(units).amount;
  });
  if (serving.empty()) lines.emplace_back("no plan serves so many");
  for (std::size_t i = 0; i < serving.size() && i < kMostRead; ++i) {
    lines.push_back(serving[i]->plan->name + ": " + cost_words(serving[i]->cost(units)));
  }
  chart.readout(*hovered, lines);
}

/// What the person drew the point to, in the unit of time in which they count; two digits, as a slider gives.
void turn_to(View& view, const Dial& dial, double units, double top, bool released) {
  const Session& session = view.session;
  Quantity moved{0, Per::month, "0"};
  const PlatformUse* use = find_use(session, dial.platform);
  if (const auto found = use->quantities.find(dial.metric); found != use->quantities.end()) moved = found->second;
  const Rational per_cycle = Quantity{1, moved.per, ""}.in(session.shown().chosen.cycle);
  const SliderScale scale(1, Rational(static_cast<std::int64_t>(std::max(10.0, top))));
  moved.value = scale.value(scale.position(Rational(std::llround(std::max(0.0, units)))), per_cycle);
  moved.typed = quantity_text(moved.value, moved.per);
  const std::string key = dial.platform + "/" + dial.metric;
  view.state.usage.kept.insert(key);
  view.state.usage.refused.erase(key);
  edit_use(view, dial.platform, released, [&](PlatformUse& next) { next.quantities[dial.metric] = moved; });
}

struct Chosen {
  std::optional<double> units;
  bool released = false;
  bool on_point = false;  ///< within the big dot that stands for what is asked now
};

Chosen draw_chart(const Scene& scene, const Box& box) {
  const Axis x = x_axis(scene);
  ChartSpec spec;
  spec.name = "Cost curve: " + scene.noun;
  spec.value_text = count_words(scene.now, scene.noun) + " a month: " + brief_money(scene.platform.subtotal) +
                    (scene.platform.plan ? " on " + scene.platform.plan->name : "");
  spec.chosen = drawn(scene.now);
  // An arrow key must move two significant digits.
  const double decades = std::log10(std::max(10.0, scene.top / std::max(1.0, x.value(0.08))));
  spec.step = scene.view.state.curve.linear ? 0.01 : std::max(0.012, 0.92 * std::log10(1.1) / decades);
  Chart chart(scene.view.kit, "curve", box, x, y_axis(scene), std::move(spec));
  draw_lines(scene, chart, x);
  draw_break_evens(scene, chart);
  draw_now(scene, chart);
  read_out(scene, chart);
  chart.end();
  const std::optional<double> chose = chart.chose();
  return {chose, chart.released(), chose && std::abs(chart.to_x(*chose) - chart.to_x(drawn(scene.now))) <= kNowRadius};
}

using Cells = std::array<std::string, 4>;

Cells headings() { return {"Plan", "Ends at", "Cost now", "Cheapest"}; }

void table_nodes(Kit& kit, const std::vector<CurveRow>& rows, const std::string& name, const Box& box) {
  Semantics& semantics = kit.semantics();
  semantics.begin(Role::table, kit.id("table"), name, box);
  const auto row = [&](Role role, std::string_view key, const Cells& cells) {
    semantics.begin(Role::row, kit.id(key), "", box);
    for (const std::string& text : cells) semantics.add(role, semantics.read_id(), text, box);
    semantics.end();
  };
  row(Role::columnheader, "heading", headings());
  for (const CurveRow& line : rows) row(Role::cell, line.plan, {line.plan, line.ends, line.now, line.cheapest});
  semantics.end();
}

void draw_table(Kit& kit, const std::vector<CurveRow>& rows, const std::string& name, const Box& box) {
  // Where there is little room the plan stands on a line of its own, above the rest.
  const bool narrow = box.w < kOneRowFrom;
  const float line = kit.line_height(kText);
  const float height = (narrow ? 2 * line : line) + 10;
  float y = kit.begin_scroll("scroll", box);
  const float w = box.w - 12;  // beside the scroll thumb
  const std::array<float, 4> share = narrow ? std::array<float, 4>{0, 0, 0.33F, 0.6F} : std::array<float, 4>{0, 0.29F, 0.6F, 0.78F};
  const auto each_cell = [&](const auto& draw) {
    for (std::size_t i = 0; i < std::tuple_size_v<Cells>; ++i) {
      const bool alone = narrow && i == 0;
      const float left = box.x + w * share[i];
      const float right = alone || i + 1 == share.size() ? box.x + w : box.x + w * share[i + 1] - 8;
      draw(i, left, y + 5 + (narrow && i > 0 ? line : 0), right - left);
    }
  };
  kit.begin_table("table", name, {box.x, y, w, height * static_cast<float>(rows.size() + 1)});
  kit.begin_row("heading", {box.x, y, w, height});
  each_cell([&](std::size_t i, float left, float top, float room) { kit.header_cell(left, top, headings()[i], Align::left, room); });
  kit.end_row();
  y += height;
  for (const CurveRow& row : rows) {
    kit.rule(box.x, y, w);
    kit.begin_row(row.plan, {box.x, y, w, height});
    const std::array<const std::string*, 4> cells = {&row.plan, narrow ? &row.ends_brief : &row.ends, &row.now, &row.cheapest};
    each_cell([&](std::size_t i, float left, float top, float room) {
      kit.cell(left, top, *cells[i], {kText, narrow && i == 0 ? Face::semibold : Face::regular}, Align::left, room);
    });
    kit.end_row();
    y += height;
  }
  kit.end_table();
  kit.end_scroll(y);
}

/// The selects and the switch to the table; returns the y below.
float controls(View& view, const std::vector<DialChoice>& choices, int chosen, const Box& box) {
  Kit& kit = view.kit;
  CurveState& state = view.state.curve;
  SelectSpec metric;
  metric.name = "Metric of the cost curve";
  for (const DialChoice& choice : choices) {
    metric.options.push_back({choice.platform->short_name + ": " + lower_first(choice.metric->name), "", "", false});
  }
  metric.chosen = chosen;
  SelectSpec axes;
  axes.name = "Axes of the cost curve";
  axes.options = {{"Logarithmic", "", "", false}, {"Linear", "", "", false}};
  axes.chosen = state.linear ? 1 : 0;
  const float h = kit.control_height();
  const bool one_row = box.w >= kOneRowFrom;
  const float metric_w = one_row ? std::min(kit.select_width(metric), box.w - kAxesWidth - 140) : box.w;
  float x = box.x;
  float y = box.y;
  const auto picked = kit.select("metric", {x, y, metric_w, h}, metric);
  if (one_row) {
    x += metric_w + kGap;
  } else {
    y += h + kGap;
  }
  const auto turned = kit.select("axes", {x, y, kAxesWidth, h}, axes);
  const float link_y = y + (h - kit.line_height(kText)) / 2;
  if (kit.link("as-table", box.right(), link_y, state.table ? "show as chart" : "show as table", nullptr, Align::right)) {
    state.table = !state.table;
  }
  if (picked) state.dial = choices[static_cast<std::size_t>(*picked)].dial;
  if (turned) state.linear = *turned == 1;
  return y + h + kGap;
}

std::string currency_sign(const std::string& currency) {
  const std::string one = price_text(1, currency);
  return one.substr(0, one.find('1'));
}

/// The field of the budget and what it allows, from the bottom up; returns the y of its top.
float words_below(const Scene& scene, const Box& box) {
  Kit& kit = scene.view.kit;
  CurveState& state = scene.view.state.curve;
  const Date date = scene.view.session.scenario().date;
  const Result<Rational> budget = parse_number(state.budget);
  std::string allowed = state.budget_error;
  if (allowed.empty() && budget) {
    const Affordable found = most_for(budget.value(), scene.curve, date);
    allowed = budget_words(found, scene.curve.top, scene.noun) +
              quoted_words(found, most_quoted_for(budget.value(), scene.curve, date), scene.noun);
  }
  const std::string outlook = outlook_words(scene.curve, scene.now, scene.noun);
  const float h = kit.control_height();
  const std::string label = "For a budget of";
  const float label_w = kit.width(label, {kText}) + kGap;
  const float text_x = box.x + label_w + kFieldWidth + kGap;
  const Run said{allowed, Face::semibold, state.budget_error.empty() ? Ink::text : Ink::bad};
  const Run ahead{outlook, Face::regular, Ink::dim};
  const bool beside = box.w >= kOneRowFrom;
  const float said_h = kit.paragraph_height(beside ? box.right() - text_x : box.w, {&said, 1}, kText);
  const float ahead_h = outlook.empty() ? 0 : kit.paragraph_height(box.w, {&ahead, 1}, kText) + 4;
  const float row_h = beside ? std::max(h, said_h) : h + 4 + said_h;
  const float top = box.bottom() - row_h - ahead_h;
  float y = top;
  if (!outlook.empty()) kit.paragraph({box.x, y, box.w, 0}, {&ahead, 1}, kText);
  y += ahead_h;
  kit.silent_text(box.x, y + (h - kit.line_height(kText)) / 2, label, {kText, Face::regular, Ink::dim});
  FieldSpec field;
  field.name = "Budget of the cost curve, a month";
  field.text = currency_sign(scene.curve.currency) + state.budget;
  field.edit_text = state.budget;
  field.suffix = "/ mo";
  const auto typed = kit.field("budget", {box.x + label_w, y, kFieldWidth, h}, field);
  kit.paragraph(beside ? Box{text_x, y + (row_h - said_h) / 2, box.right() - text_x, 0} : Box{box.x, y + h + 4, box.w, 0},
                {&said, 1}, kText);
  if (typed) {
    std::string text = *typed;
    const std::string sign = currency_sign(scene.curve.currency);
    if (!sign.empty() && text.starts_with(sign)) text = text.substr(sign.size());
    const Result<Rational> read = parse_number(text);
    state.budget_error = read ? "" : read.problem().sentence();
    if (read) state.budget = text;
  }
  return top;
}

float empty_state(View& view, const Box& box, std::string_view text) {
  const Run run{text, Face::regular, Ink::dim};
  view.kit.paragraph({box.x, box.y, box.w, 0}, {&run, 1}, kText);
  return box.bottom();
}

}  // namespace

float cost_curve_chart(View& view, const Box& box) {
  Kit& kit = view.kit;
  const Session& session = view.session;
  const std::vector<DialChoice> choices = dial_choices(session);
  const int chosen = chosen_dial(session, choices, view.state.curve.dial);
  if (chosen < 0) {
    return empty_state(view, box, "Add a platform, and what each of its plans costs stands here against how much you use.");
  }
  const DialChoice& choice = choices[static_cast<std::size_t>(chosen)];
  kit.push("cost-curve");
  const float top = controls(view, choices, chosen, box);
  const CurvePicture& picture = curve_picture(view, choice.dial);
  const PlatformEstimate& platform = *find_estimate(session, choice.dial.platform);
  Scene scene{view, choice, picture.curve, platform, curve_lines(picture.curve, platform),
              lower_first(choice.metric->name), 0, 0};
  scene.now = std::min(kMostUnits, units_on(choice.dial, session.scenario(), session.shown().chosen.cycle).to_int64());
  scene.top = axis_top(view, choice, scene.curve, scene.now);
  Chosen wanted;
  if (scene.curve.plans.empty()) {
    empty_state(view, {box.x, top, box.w, box.bottom() - top},
                choice.platform->short_name + " sells no plan on this day. Choose another date above.");
  } else {
    const float words_top = words_below(scene, box);
    const Box inside{box.x, top, box.w, words_top - kGap - top};
    const std::vector<CurveRow> rows = curve_rows(scene.curve, scene.now);
    const std::string name = "Cost curve: plans by " + scene.noun;
    if (view.state.curve.table) {
      draw_table(kit, rows, name, inside);
    } else {
      wanted = draw_chart(scene, inside);
      table_nodes(kit, rows, name, inside);
    }
  }
  kit.pop();
  // A point that is only touched keeps the number as it was typed; an arrow key is a release without a touch.
  bool& touched = view.state.curve.touched;
  const bool resting = wanted.on_point && !session.in_gesture() && (touched || !wanted.released);
  if (wanted.units) touched = resting && !wanted.released;
  if (wanted.units && !resting) {
    // Turned to zero it might no longer be the metric that costs most, and the curve would turn another.
    view.state.curve.dial = choice.dial;
    turn_to(view, Dial(choice.dial), *wanted.units, scene.top, wanted.released);
  }
  return box.bottom();
}

}  // namespace tollmeter::ui
