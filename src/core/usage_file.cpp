#include "core/usage_file.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "core/file_fields.h"
#include "core/format.h"
#include "core/json_cursor.h"
#include "core/json_document.h"
#include "core/platform_month.h"
#include "core/tariff.h"
#include "core/traffic_text.h"
#include "core/words.h"

namespace tollmeter {
namespace {

constexpr JsonBounds kBounds{8u << 20, 16, 100'000};

/// Prices change by the second at most.
std::int64_t floor_seconds(std::int64_t nanoseconds) {
  constexpr std::int64_t kSecond = 1'000'000'000;
  return nanoseconds / kSecond - (nanoseconds % kSecond < 0 ? 1 : 0);
}

void read_units(const JsonCursor& at, std::string_view key, const Platform& platform, UsageFile::Group& group) {
  at.each_member(key, [&](const std::string& id, const JsonCursor& place) {
    const Metric* metric = platform.metric(id);
    if (metric == nullptr || metric->kind != Metric::Kind::entered) {
      return place.refuse(id, "is not a metric of the plan that can be used", "the id of an entered metric");
    }
    group.units[id] = place.number_of_any_kind();
  });
}

/// One object of units by metric, or a list of groups of equal events.
std::vector<UsageFile::Group> read_groups(const JsonCursor& at, std::string_view key, const Platform& platform) {
  std::vector<UsageFile::Group> groups;
  if (!at.has(key)) return groups;
  if (!at.member(key).is_list()) {
    read_units(at, key, platform, groups.emplace_back());
    return groups;
  }
  constexpr std::size_t kMostGroups = 2'000;
  at.each(key, [&](const JsonCursor& place) {
    if (groups.size() == kMostGroups) return place.fail("there are too many groups", "at most 2,000 of them");
    UsageFile::Group& group = groups.emplace_back();
    place.read({"units", "each", "with", "at", "days"});
    place.member("units");
    read_units(place, "units", platform, group);
    group.kind.drivers = read_numbers(place, "each");
    place.each_member("with", [&](const std::string& attribute, const JsonCursor& value) {
      group.kind.attributes[attribute] = value.text();
    });
    if (place.has("at")) {
      group.kind.at = Instant{floor_seconds(read_instant(place.member("at")))};
    }
    if (place.has("days")) {
      const Rational days = place.member("days").number_of_any_kind();
      if (!days.is_whole() || days < 1 || days > 31) place.member("days").fail("it is no number of days", "1 to 31");
      group.kind.days = static_cast<int>(days.to_int64());
      if (group.kind.at) place.member("days").fail("what is at an instant has no days of its own", "one of 'at' and 'days'");
    }
  });
  return groups;
}

/// A name that a formula of the plan needs: for calls of a metric, or for everything where the metric is empty.
struct Needed {
  std::string name, metric;
  friend bool operator<(const Needed& a, const Needed& b) { return std::tie(a.name, a.metric) < std::tie(b.name, b.metric); }
};

std::set<Needed> names_needed(const Platform& platform, Date date) {
  std::set<Needed> names;
  const auto add = [&](const Formula& formula, const std::string& metric = "") {
    for (std::string& id : formula.drivers()) names.insert({std::move(id), metric});
  };
  const Plan& plan = platform.plans.front();
  for (const Charge& charge : plan.charges) {
    if (!charge.validity.holds(date)) continue;
    const Metric* metric = platform.metric(charge.metric);
    const std::string own = metric != nullptr && metric->kind == Metric::Kind::entered ? metric->id : "";
    for (const std::optional<Formula>* formula : {&charge.each, &charge.when}) {
      if (*formula) add(**formula, own);
    }
    for (const std::optional<Formula>* formula : {&charge.count, &charge.free}) {
      if (*formula) add(**formula);
    }
    for (const CapacityStep& step : charge.steps) {
      for (const CapacityStep::Holds& holds : step.holds) names.insert({holds.name, ""});
    }
  }
  for (const Metric& metric : platform.metrics) add(metric.per_parent);
  for (const Limit& limit : plan.limits) {
    if (!limit.validity.holds(date)) continue;
    if (limit.amount.kind == Amount::Kind::known) add(limit.amount.value);
    if (limit.window.lasts) add(*limit.window.lasts);
    if (limit.distinct) add(*limit.distinct);
    if (!limit.paid_before.empty()) names.insert({limit.paid_before, ""});
    for (const Limit::Rung& rung : limit.rungs) add(rung.amount.value);
    if (!limit.scope.per.empty()) names.insert({limit.scope.per, ""});
  }
  return names;
}

void check_names(const JsonCursor& at, const Platform& platform, const UsageFile& usage) {
  for (const Needed& needed : names_needed(platform, usage.date)) {
    const std::string& name = needed.name;
    const std::string& metric = needed.metric;
    // Groups may say it themselves, those that have calls of the metric.
    const auto says = [&](const UsageFile::Group& group) {
      const auto units = group.units.find(metric);
      const bool has_none = !metric.empty() && (units == group.units.end() || units->second.is_zero());
      return has_none || group.kind.drivers.contains(needed.name);
    };
    const bool each_says = !usage.groups.empty() && std::all_of(usage.groups.begin(), usage.groups.end(), says) &&
                           std::all_of(usage.before.begin(), usage.before.end(), says);
    if (usage.drivers.contains(name) || each_says || platform.metric(name) != nullptr || is_calendar_name(name)) continue;
    at.fail(tr("the plan names '{0}', which is not given", {name}), tr("'drivers' with '{0}' and its number", {name}));
    return;
  }
}

/// Instants lie in the cycle, and groups have no more days of their own than it has.
void check_days(const JsonCursor& at, const UsageFile& usage) {
  const Cycle cycle = cycle_at(usage.date, usage.cycle_day);
  for (const char* key : {"usage", "before"}) {
    const bool later = std::string_view(key) == "usage";
    int days = 0;
    for (const UsageFile::Group& group : later ? usage.groups : usage.before) {
      days += group.kind.days;
      const bool outside = group.kind.at && (*group.kind.at < start_of(cycle.start) || start_of(cycle.end) <= *group.kind.at);
      if (outside) {
        at.member(key).fail("an instant lies outside the month", tr("from {0} to before {1}", {cycle.start.iso(), cycle.end.iso()}));
      }
    }
    if (days > cycle.days()) {
      at.member(key).fail("its groups have more days of their own than the month", tr("at most {0}", {std::to_string(cycle.days())}));
    }
  }
}

/// The plan is there on the day, and says something of what is used.
void check_plan(const JsonCursor& at, const Platform& platform, const UsageFile& usage) {
  const Plan& plan = platform.plans.front();
  if (!plan.validity.holds(usage.date)) {
    at.member("date").refuse(usage.date.iso(), "is no day of the plan", tr("a day of {0}", {validity_text(plan.validity)}));
  }
  for (const UsageFile::Group& group : usage.groups) {
    for (const auto& entry : group.units) {
      const std::string& id = entry.first;
      const auto says = [&](const auto& row) { return row.metric == id && row.validity.holds(usage.date); };
      const Metric* metric = platform.metric(id);
      const bool follows = metric == nullptr || metric->kind != Metric::Kind::entered || entry.second.is_zero();
      const bool limited = std::any_of(plan.limits.begin(), plan.limits.end(), [&](const Limit& limit) {
        return std::any_of(limit.weights.begin(), limit.weights.end(), [&](const Weight& weight) { return weight.metric == id; });
      });
      const bool counted = std::any_of(plan.charges.begin(), plan.charges.end(), [&](const Charge& charge) {
        return std::any_of(charge.steps.begin(), charge.steps.end(), [&](const CapacityStep& step) {
          return std::any_of(step.holds.begin(), step.holds.end(), [&](const auto& holds) { return holds.name == id; });
        });
      });
      if (follows || limited || counted || std::any_of(plan.charges.begin(), plan.charges.end(), says) ||
          std::any_of(plan.not_offered.begin(), plan.not_offered.end(), says)) {
        continue;
      }
      at.member("usage").refuse(id, "has no row in the plan on that day", "a metric that the plan charges, includes or limits");
    }
  }
}

std::vector<UsageGroup> groups_of(const std::vector<UsageFile::Group>& groups, const Platform& platform) {
  std::vector<UsageGroup> out;
  for (const UsageFile::Group& group : groups) {
    UsageGroup& add = out.emplace_back();
    add.kind = group.kind;
    for (const Metric& metric : platform.metrics) {
      const auto found = group.units.find(metric.id);
      add.units.push_back(found == group.units.end() ? Rational(0) : found->second);
    }
  }
  return out;
}

void subtract(std::vector<BillLine>& lines, const std::vector<BillLine>& before, int exponent) {
  for (BillLine& line : lines) {
    const auto same = std::find_if(before.begin(), before.end(), [&](const BillLine& b) { return b.charge == line.charge; });
    if (same == before.end()) continue;
    line.exact -= same->exact;
    line.quantity -= same->quantity;
    line.amount.amount = line.exact.round_half_up(exponent);
  }
  // A row that came to something then and to nothing now, such as a minimum that has been reached.
  for (const BillLine& then : before) {
    const auto same = [&](const BillLine& line) { return line.charge == then.charge; };
    if (std::any_of(lines.begin(), lines.end(), same)) continue;
    BillLine line = then;
    line.exact = -then.exact;
    line.quantity = -then.quantity;
    line.amount.amount = line.exact.round_half_up(exponent);
    line.steps = {tr("no longer due")};
    lines.push_back(std::move(line));
  }
}

}  // namespace

Result<UsageFile> read_usage_file(std::string_view json, const Catalog& plan_file) {
  const Result<JsonValue> document = parse_json_document(json, kBounds);
  if (!document) return document.problem();
  std::optional<Problem> problem;
  const JsonCursor at(document.value(), problem);
  const Platform& platform = plan_file.platforms.front();
  UsageFile usage;
  at.read({{"date", usage.date}, "cycle_day", "traffic", "refused_calls", "drivers", "usage", "before", "held"});
  usage.cycle_day = read_cycle_day(at, 0);
  if (at.has("traffic")) {
    const JsonCursor place = at.member("traffic");
    const Result<TrafficPattern> traffic = read_traffic(place.text());
    if (traffic.ok()) {
      usage.traffic = traffic.value();
    } else {
      const Problem& said = traffic.problem();
      place.refuse(said.where, said.what, said.expected);
    }
  }
  if (at.has("refused_calls")) usage.retries = at.word("refused_calls", "are_lost, come_again") == 1;
  usage.drivers = read_numbers(at, "drivers");
  usage.groups = read_groups(at, "usage", platform);
  usage.before = read_groups(at, "before", platform);
  if (at.has("held")) {
    const JsonCursor held = at.member("held");
    Date from, to;
    held.read({{"from", from}, {"to", to}});
    if (to < from) held.member("to").fail("it lies before 'from'", "a later day");
    usage.held_from = from;
    usage.held_to = to;
  }
  if (!problem) check_days(at, usage);
  if (!problem) check_plan(at, platform, usage);
  if (!problem) check_names(at, platform, usage);
  if (problem) return *std::move(problem);
  return usage;
}

FileMonth::FileMonth(const Catalog& plan_file, const UsageFile& file, Zones zones)
    : file_(file),
      platform_(plan_file.platforms.front()),
      world_{&plan_file, zones},
      cycle_(cycle_at(file.date, file.cycle_day)),
      traffic_(cycle_, file.traffic, zones) {
  scenario_.date = file.date;
  scenario_.cycle_day = file.cycle_day;
  scenario_.traffic = file.traffic;
  scenario_.retries = file.retries;
  scenario_.drivers = file.drivers;
  use_.platform = platform_.id;
  use_.plan = platform_.plans.front().id;
}

Usage FileMonth::usage_of(const std::vector<UsageFile::Group>& groups) const {
  Usage usage(platform_, use_, scenario_, world_, cycle_, traffic_);
  usage.set_groups(groups_of(groups, platform_));
  if (file_.held_from) {
    const Date from = std::max(*file_.held_from, cycle_.start);
    const Date last = std::min(*file_.held_to, cycle_.end - 1);
    usage.held = Rational::fraction(std::max(0, last.days - from.days + 1), cycle_.days());
  }
  return usage;
}

FilePrice FileMonth::price() const {
  const Plan& plan = platform_.plans.front();
  const auto lines_of = [&](const std::vector<UsageFile::Group>& groups) {
    const Usage usage = usage_of(groups);
    const std::vector<Rational> all_served(platform_.metrics.size(), 1);
    return rate(tariff_on(plan, file_.date, usage), plan, file_.date, usage, all_served, true);
  };
  std::vector<UsageFile::Group> all = file_.before;
  all.insert(all.end(), file_.groups.begin(), file_.groups.end());
  FilePrice out;
  out.currency = platform_.plans.front().currency;
  out.lines = lines_of(all);
  if (!file_.before.empty()) subtract(out.lines, lines_of(file_.before), currency_exponent(out.currency));
  for (const BillLine& line : out.lines) {
    if (!line.in_sum) continue;
    out.exact += line.exact;
    out.at_least |= line.unknown;
    out.approximate |= line.amount.approximate;
  }
  out.total = out.exact.round_half_up(currency_exponent(out.currency));
  return out;
}

std::vector<LimitOutcome> FileMonth::limits() const {
  PlatformMonth month(usage_of(file_.groups));
  return month.on_plan(platform_.plans.front(), file_.date, Detail::full).limits;
}

}  // namespace tollmeter
