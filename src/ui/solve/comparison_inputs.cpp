#include <algorithm>
#include <array>
#include <functional>

#include "core/format.h"
#include "core/language.h"
#include "core/solve/ranged_input.h"
#include "core/words.h"
#include "ui/solve/comparison_words.h"
#include "ui/views/result_words.h"
#include "ui/views/traffic_input.h"
#include "ui/views/usage_words.h"

namespace tollmeter::ui {

namespace {

using Columns = std::span<const ComparedColumn>;
using Words = std::function<std::string(const ComparedColumn&)>;

/// Rows of what is not the same in all columns. An empty text stands for what a column does not have.
class Differing {
 public:
  explicit Differing(Columns columns) : columns_(columns) {}

  void add(std::string label, const Words& words) {
    ComparisonRow row;
    row.label = std::move(label);
    bool differ = false;
    std::string first;
    for (const ComparedColumn& column : columns_) {
      const std::string text = words(column);
      row.cells.push_back(text.empty() ? missing_cell() : ComparisonCell{text});
      if (row.cells.size() == 1) first = text;
      differ |= text != first;
    }
    if (differ) rows_.push_back(std::move(row));
  }

  /// The same for what only platforms have: columns without the platform, which its plan's row says, do not make it differ.
  void add_of_platform(std::string label, const Words& words) {
    std::vector<std::string> there;
    for (const ComparedColumn& column : columns_) {
      if (std::string text = words(column); !text.empty()) there.push_back(std::move(text));
    }
    if (std::adjacent_find(there.begin(), there.end(), std::not_equal_to<>()) != there.end()) add(std::move(label), words);
  }

  std::vector<ComparisonRow> take() { return std::move(rows_); }
  Columns columns() const { return columns_; }

 private:
  Columns columns_;
  std::vector<ComparisonRow> rows_;
};

const PlatformEstimate* estimate_of(const ComparedColumn& column, const Platform& platform) {
  for (const PlatformEstimate& one : column.chosen->platforms) {
    if (one.platform && one.platform->id == platform.id) return &one;
  }
  return nullptr;
}

std::string plan_words(const PlatformEstimate& platform) {
  const std::string plan = platform.plan ? platform.plan->name.shown() : tr("none to be had");
  switch (platform.state) {
    case PlanState::chosen: return platform.use->already_on ? tr("{0}, already on it", {plan}) : plan;
    case PlanState::cheapest: return tr("{0}, the cheapest that fits", {plan});
    case PlanState::nothing_fits: return tr("{0}, the closest: none fits", {plan});
    case PlanState::not_sold: {
      const Plan* asked = platform.platform->plan(platform.use->plan);
      return tr("{0}, for {1}, not sold then", {plan, asked ? asked->name.shown() : platform.use->plan});
    }
    case PlanState::no_prices: return tr("no prices known");
    case PlanState::none: break;
  }
  return tr("none on this day");
}

constexpr std::array kDays = {marked("Monday"), marked("Tuesday"),  marked("Wednesday"), marked("Thursday"),
                              marked("Friday"), marked("Saturday"), marked("Sunday")};
constexpr std::size_t kHours = 24;

/// "busiest Monday 09:00 to 10:00": the first of the busiest hours of a drawn week, with those like it behind it on that day.
std::string busiest_words(const std::string& week) {
  const auto from = static_cast<std::size_t>(std::max_element(week.begin(), week.end()) - week.begin());
  const std::size_t midnight = (from / kHours + 1) * kHours;
  std::size_t to = from;
  while (to < midnight && week[to] == week[from]) ++to;
  const auto clock = [](std::size_t hour) { return clock_text(static_cast<int>(hour) * 3600); };
  return tr("busiest {0} {1} to {2}", {tr(kDays[from / kHours]), clock(from % kHours), to == midnight ? "24:00" : clock(to % kHours)});
}

/// Where the busiest hours do not tell two drawn weeks apart.
std::string unlike_words(const TrafficPattern& traffic, const TrafficPattern& first) {
  if (first.shape != Shape::week || traffic.week == first.week || busiest_words(traffic.week) != busiest_words(first.week)) return "";
  int unlike = 0;
  for (std::size_t hour = 0; hour < traffic.week.size(); ++hour) unlike += traffic.week[hour] != first.week[hour] ? 1 : 0;
  return ", " + tr_count(unlike, "{0} other hour is drawn otherwise", "{0} other hours are drawn otherwise", {std::to_string(unlike)});
}

std::string traffic_words(const TrafficPattern& traffic, const TrafficPattern& first) {
  std::string words = shape_words(traffic.shape);
  if (traffic.shape == Shape::even) return words;
  if (traffic.shape == Shape::bursts) {
    append(words, {", ", tr("{0} a month of {1} × for {2} min", {std::to_string(traffic.bursts.count), std::to_string(traffic.bursts.times),
                                                                  std::to_string(traffic.bursts.minutes)})});
  }
  if (traffic.shape == Shape::week) words += ", " + busiest_words(traffic.week) + unlike_words(traffic, first);
  return words + (traffic.zone == "UTC" ? "" : ", " + traffic.zone);
}

std::string growth_words(const GrowthRate& growth) {
  if (!growth.grows()) return tr("none@@growth");
  if (growth.is_target()) return tr("{0} × in {1} months", {number_text(growth.times), std::to_string(growth.months)});
  return tr("{0} % a month", {number_text(growth_percent(growth))});
}

std::string share_words(const Share& share) {
  return tr("{0} %", {number_text((share.value * Rational(100)).round_half_up(4))});
}

/// "20,000 to 90,000 a month", "none".
std::string range_words(const Range* range, RangeOf kind) {
  if (!range) return tr("none@@range");
  const auto both = [&](const auto& words) { return tr("{0} to {1}@@numbers", {words(range->low.value), words(range->high.value)}); };
  if (kind == RangeOf::share) return both([](const Rational& share) { return share_words({share, ""}); });
  const std::string numbers = both([](const Rational& number) { return number_text(number); });
  return kind == RangeOf::quantity ? per_text(numbers, range->per) : numbers;
}

/// Of an input of the whole scenario: a driver, or how many of the own unit.
void add_range(Differing& out, const std::string& label, const RangedInput& input) {
  out.add(tr("{0}, range", {label}), [&](const ComparedColumn& column) { return range_words(range_of(input, *column.scenario), input.kind); });
}

void add_conditions(Differing& out) {
  out.add(tr("Billing cycle begins"), [](const ComparedColumn& column) {
    const int day = column.scenario->cycle_day;
    return day == 0 ? tr("on that date") : tr("on day {0}", {std::to_string(day)});
  });
  // A drawn week is compared with the first of them.
  const auto drawn = std::find_if(out.columns().begin(), out.columns().end(),
                                  [](const ComparedColumn& column) { return column.scenario->traffic.shape == Shape::week; });
  const TrafficPattern& first = (drawn == out.columns().end() ? out.columns().front() : *drawn).scenario->traffic;
  out.add(tr("Traffic"), [&](const ComparedColumn& column) { return traffic_words(column.scenario->traffic, first); });
  out.add(tr("Refused calls"), [](const ComparedColumn& column) {
    return column.scenario->retries ? tr("are tried again") : tr("are lost");
  });
  out.add(tr("Growth"), [](const ComparedColumn& column) { return growth_words(column.scenario->growth); });
  out.add(tr("Budget"), [](const ComparedColumn& column) {
    const std::optional<Budget>& budget = column.scenario->budget;
    if (!budget) return tr("none@@budget");
    Money money;
    money.amount = budget->amount;
    money.currency = budget->currency;
    return money_text(money);
  });
}

void add_answers(Differing& out, const Catalog& catalog) {
  for (const Driver& driver : catalog.drivers) {
    out.add(sentence_case(driver.name), [&](const ComparedColumn& column) {
      return number_text(driver_value(*column.scenario, catalog, driver.id));
    });
    add_range(out, sentence_case(driver.name), {RangeOf::driver, {}, driver.id});
  }
  for (const Choice& choice : catalog.choices) {
    out.add(sentence_case(choice.name), [&](const ComparedColumn& column) {
      const Choice::Option* option = choice.option(chosen_option(*column.scenario, choice));
      return option ? option->name.shown() : std::string();
    });
  }
  out.add(tr("Own unit"), [](const ComparedColumn& column) {
    const std::optional<OwnUnit>& unit = column.scenario->unit;
    if (!unit) return tr("none@@own unit");
    return join({group_digits(unit->count.value), " × ", unit->name.empty() ? tr("one unit") : unit->name});
  });
  add_range(out, tr("Own unit"), {RangeOf::unit_count, {}, {}});
}

void add_metric(Differing& out, const Platform& platform, const Metric& metric) {
  const std::string label = tr("{0}: {1}", {platform.short_name, lower_first(metric.name)});
  out.add_of_platform(label, [&](const ComparedColumn& column) -> std::string {
    const PlatformEstimate* there = estimate_of(column, platform);
    if (!there) return {};
    if (metric.kind == Metric::Kind::part) {
      const auto share = there->use->shares.find(metric.id);
      return share == there->use->shares.end() ? share_words({metric.assumed_share, ""}) : share_words(share->second);
    }
    const auto quantity = there->use->quantities.find(metric.id);
    return quantity == there->use->quantities.end() || quantity->second.value.is_zero() ? tr("nothing")
                                                                                             : quantity_words(quantity->second);
  });
  const RangedInput input{metric.kind == Metric::Kind::part ? RangeOf::share : RangeOf::quantity, platform.id, metric.id};
  out.add_of_platform(tr("{0}, range", {label}), [&](const ComparedColumn& column) -> std::string {
    return estimate_of(column, platform) ? range_words(range_of(input, *column.scenario), input.kind) : "";
  });
  out.add_of_platform(tr("{0} for one unit", {label}), [&](const ComparedColumn& column) -> std::string {
    if (!column.scenario->unit || !estimate_of(column, platform)) return {};
    const TypedNumber* part = column.scenario->unit->part(platform.id, metric.id);
    return part ? number_text(part->value) : tr("nothing");
  });
}

std::vector<const Platform*> platforms_of(Columns columns) {
  std::vector<const Platform*> all;
  for (const ComparedColumn& column : columns) {
    for (const PlatformEstimate& one : column.chosen->platforms) {
      if (one.platform && std::find(all.begin(), all.end(), one.platform) == all.end()) all.push_back(one.platform);
    }
  }
  return all;
}

}  // namespace

std::vector<ComparisonRow> differing_inputs(Columns columns, const Catalog& catalog) {
  Differing out(columns);
  for (const Platform* platform : platforms_of(columns)) {
    out.add(tr("{0} plan", {platform->short_name}), [&](const ComparedColumn& column) {
      const PlatformEstimate* there = estimate_of(column, *platform);
      return there ? plan_words(*there) : std::string();
    });
    for (const Metric& metric : platform->metrics) {
      if (metric.kind != Metric::Kind::derived) add_metric(out, *platform, metric);
    }
  }
  add_answers(out, catalog);
  add_conditions(out);
  return out.take();
}

}  // namespace tollmeter::ui
