#include "ui/views/traffic_input.h"

#include <algorithm>

#include "core/format.h"
#include "core/language.h"
#include "core/words.h"
#include "ui/views/usage_parts.h"

namespace tollmeter::ui {

namespace {

constexpr float kLabel = 12;

struct ShapeWords {
  const char* name;
  const char* detail;
};
// In the order of Shape.
constexpr ShapeWords kShapes[] = {{marked("even"), marked("day and night alike")},
                                  {marked("working hours"), marked("Monday to Friday, 09:00 to 17:00")},
                                  {marked("evenings"), marked("every day, 18:00 to 23:00")},
                                  {marked("weekends"), marked("Saturday and Sunday")},
                                  {marked("bursts"), marked("a few times a month, from noon")},
                                  {marked("drawn week"), marked("hour by hour")}};

struct BurstField {
  const char* label;  ///< and its key
  const char* name;
  int Bursts::*value;
  int least, most;
};
constexpr BurstField kBurstFields[] = {
    {marked("bursts a month"), marked("Bursts a month"), &Bursts::count, 1, kMostBursts},
    {marked("times average"), marked("How many times the average a burst is"), &Bursts::times, kLeastBurstTimes, kMostBurstTimes},
    {marked("minutes each"), marked("Minutes of each burst"), &Bursts::minutes, 1, kMostBurstMinutes}};
constexpr const char* kWeekKey = "traffic/week";

std::string key_of(const BurstField& field) { return std::string("traffic/") + field.label; }

void edit_traffic(View& view, TrafficPattern traffic, bool done) {
  Scenario next = view.session.scenario();
  next.traffic = std::move(traffic);
  view.session.edit(std::move(next), done);
}

// A drawn week begins as what the traffic was, so that one goes on from there.
TrafficPattern with_shape(const TrafficPattern& traffic, Shape shape) {
  TrafficPattern next(shape);
  next.zone = traffic.zone;
  if (shape == Shape::week) {
    next.week = week_of(traffic);
    std::replace(next.week.begin(), next.week.end(), '1', '6');
  }
  return next;
}

void shape_select(View& view, const Box& box) {
  const TrafficPattern& traffic = view.session.scenario().traffic;
  SelectSpec spec;
  spec.name = tr("Traffic");
  for (const ShapeWords& shape : kShapes) spec.options.push_back({tr(shape.name), tr(shape.detail), "", false});
  spec.chosen = static_cast<int>(traffic.shape);
  if (const auto chosen = view.kit.select("traffic", box, spec)) {
    edit_traffic(view, with_shape(traffic, static_cast<Shape>(*chosen)), true);
  }
}

// "America/Sao_Paulo" is read as "Sao Paulo", below "America".
void zone_select(View& view, const Box& box) {
  const TrafficPattern& traffic = view.session.scenario().traffic;
  SelectSpec spec;
  spec.name = tr("Time zone of the traffic");
  std::vector<std::string> zones = {"UTC"};
  spec.options.push_back({"UTC", "", "", false});
  for (const ZoneEntry& zone : view.session.world().zones) {
    const std::string name = zone.name;
    const std::size_t slash = name.find('/');
    if (slash == std::string::npos) continue;
    std::string city = name.substr(name.rfind('/') + 1);
    std::replace(city.begin(), city.end(), '_', ' ');
    spec.options.push_back({std::move(city), "", name.substr(0, slash), false});
    zones.push_back(name);
  }
  spec.chosen = static_cast<int>(std::find(zones.begin(), zones.end(), traffic.zone) - zones.begin());
  if (const auto chosen = view.kit.select("zone", box, spec)) {
    TrafficPattern next = traffic;
    next.zone = zones[static_cast<std::size_t>(*chosen)];
    edit_traffic(view, std::move(next), true);
  }
}

void burst_field(View& view, const BurstField& field, const Box& box) {
  TrafficPattern traffic = view.session.scenario().traffic;
  FieldSpec spec;
  spec.name = tr(field.name);
  spec.text = std::to_string(traffic.bursts.*field.value);
  spec.align = Align::left;
  const std::string key = key_of(field);
  const auto typed = checked_field(view, field.label, key, box, spec);
  if (!typed) return;
  const auto value = read_or_refuse(view, key, [&] { return parse_number(*typed); });
  if (!value) return;
  if (!value->is_whole() || *value < field.least || *value > field.most) {
    view.state.usage.refused[key] = tr("{0}: a whole number from {1} to {2}, not {3}.",
                                       {spec.name, std::to_string(field.least), std::to_string(field.most), group_digits(*value)});
    return;
  }
  traffic.bursts.*field.value = static_cast<int>(value->to_int64());
  edit_traffic(view, std::move(traffic), true);
}

// As digits, a group for each day, for those who would rather type than draw.
void week_field(View& view, const Box& box) {
  TrafficPattern traffic = view.session.scenario().traffic;
  FieldSpec spec;
  spec.name = tr("The week as digits, 24 for each day from Monday on");
  for (std::size_t day = 0; day < kHoursAWeek / 24; ++day) {
    spec.text += (day > 0 ? " " : "") + traffic.week.substr(day * 24, 24);
  }
  spec.description = tr("One digit for each hour, 0 for none to 9 for the most.");
  spec.align = Align::left;
  const auto typed = checked_field(view, "week", kWeekKey, box, spec);
  if (!typed || *typed == spec.text) return;
  std::string digits = *typed;
  std::erase(digits, ' ');
  if (!is_week(digits)) {
    view.state.usage.refused[kWeekKey] = tr("The week is 168 digits from 0 to 9, 24 for each day, not all of them 0.");
    return;
  }
  view.state.usage.refused.erase(kWeekKey);
  traffic.week = std::move(digits);
  edit_traffic(view, std::move(traffic), true);
}

float week_below(View& view, float x, float y, float w) {
  Kit& kit = view.kit;
  const TrafficPattern& traffic = view.session.scenario().traffic;
  if (traffic.shape == Shape::bursts) {
    for (const BurstField& field : kBurstFields) y = refusal(view, key_of(field), x, y, w);
  }
  if (traffic.shape != Shape::week) return y;
  y += 10;
  bool released = false;
  const auto painted = kit.week_grid("hours", {x, y, w, kit.week_grid_height()},
                                     tr("Drawn week: press an hour to change it, draw to change several"), traffic.week, &released);
  if (painted && is_week(*painted)) {
    TrafficPattern next = traffic;
    next.week = *painted;
    edit_traffic(view, std::move(next), false);
  } else if (released) {
    view.session.edit(view.session.scenario(), true);
  }
  y += kit.week_grid_height() + 6;
  kit.text(x, y, tr("Press an hour or draw over several; the same as digits:"), {kLabel, Face::regular, Ink::dim}, Align::left, w);
  y += kit.line_height(kLabel) + 2;
  week_field(view, {x, y, w, kit.control_height()});
  return refusal(view, kWeekKey, x, y + kit.control_height(), w);
}

// Of limits that free again within the cycle: those of the whole cycle refuse to its end, tried again or not.
bool trying_again_helps(const Estimate& estimate) {
  for (const PlatformEstimate& platform : estimate.platforms) {
    for (const LimitOutcome& limit : platform.limits) {
      const bool refuses = limit.limit->breach.behaviour == Behaviour::refuse && limit.state == LimitState::breached;
      if (refuses && limit.limit->window.kind != Window::Kind::cycle) return true;
    }
  }
  return false;
}

float retries(View& view, float x, float y) {
  const bool on = view.session.scenario().retries;
  if (!on && !trying_again_helps(view.session.shown().chosen)) return y;
  Kit& kit = view.kit;
  y += 8;
  if (kit.checkbox("retries", x, y, tr("Try refused calls again later"), on)) {
    Scenario next = view.session.scenario();
    next.retries = !on;
    view.session.edit(std::move(next), true);
  }
  return y + kit.line_height(14);
}

}  // namespace

std::string shape_words(Shape shape) { return tr(kShapes[static_cast<std::size_t>(shape)].name); }

int traffic_fields(const TrafficPattern& pattern) {
  if (pattern.shape == Shape::even) return 1;
  return pattern.shape == Shape::bursts ? 5 : 2;
}

void traffic_field(View& view, int field, float x, float y, float w) {
  Kit& kit = view.kit;
  const BurstField* burst = field >= 2 ? &kBurstFields[field - 2] : nullptr;
  const std::string label = field == 0 ? tr("traffic") : field == 1 ? tr("in the time of") : tr(burst->label);
  kit.text(x, y, label, {kLabel, Face::regular, Ink::dim}, Align::left, w);
  const Box box{x, y + kit.line_height(kLabel) + 2, w, kit.control_height()};
  if (field == 0) return shape_select(view, box);
  if (field == 1) return zone_select(view, box);
  burst_field(view, *burst, box);
}

float traffic_below(View& view, float x, float y, float w) {
  return retries(view, x, week_below(view, x, y, w));
}

}  // namespace tollmeter::ui
