#include "core/usage_file.h"

#include <algorithm>
#include <optional>
#include <set>
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
  at.each(key, [&](const JsonCursor& place) {
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
    }
  });
  return groups;
}

/// Names that formulas of the plan need.
std::set<std::string, std::less<>> names_needed(const Platform& platform, Date date) {
  std::set<std::string, std::less<>> names;
  const auto add = [&](const Formula& formula) {
    for (std::string& id : formula.drivers()) names.insert(std::move(id));
  };
  const Plan& plan = platform.plans.front();
  for (const Charge& charge : plan.charges) {
    if (!charge.validity.holds(date)) continue;
    for (const std::optional<Formula>* formula : {&charge.each, &charge.count, &charge.when, &charge.free}) {
      if (*formula) add(**formula);
    }
    for (const CapacityStep& step : charge.steps) {
      for (const CapacityStep::Holds& holds : step.holds) names.insert(holds.name);
    }
  }
  for (const Metric& metric : platform.metrics) add(metric.per_parent);
  for (const Limit& limit : plan.limits) {
    if (!limit.validity.holds(date)) continue;
    if (limit.amount.kind == Amount::Kind::known) add(limit.amount.value);
    if (limit.window.lasts) add(*limit.window.lasts);
    if (limit.distinct) add(*limit.distinct);
    if (!limit.paid_before.empty()) names.insert(limit.paid_before);
    for (const Limit::Rung& rung : limit.rungs) add(rung.amount.value);
    if (!limit.scope.per.empty()) names.insert(limit.scope.per);
  }
  return names;
}

void check_names(const JsonCursor& at, const Platform& platform, const UsageFile& usage) {
  for (const std::string& name : names_needed(platform, usage.date)) {
    const bool each_says = !usage.groups.empty() && std::all_of(usage.groups.begin(), usage.groups.end(), [&](const auto& g) {
      return g.kind.drivers.contains(name);
    });
    if (usage.drivers.contains(name) || each_says || platform.metric(name) != nullptr || is_calendar_name(name)) continue;
    at.fail(join({"the plan names '", name, "', which is not given"}), join({"'drivers' with '", name, "' and its number"}));
    return;
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
