#include "core/plan_check.h"

#include <string>

#include "core/pricing/quantity.h"
#include "core/words.h"

namespace tollmeter {
namespace {

using Groups = std::vector<UsageFile::Group>;

class Check {
 public:
  Check(const Platform& platform, const UsageFile& usage, Zones zones)
      : platform_(platform), usage_(usage), zones_(zones), cycle_(cycle_at(usage.date, usage.cycle_day)) {}

  std::optional<Problem> run() {
    const Plan& plan = platform_.plans.front();
    std::size_t index = 0;
    for (const Charge& charge : plan.charges) {
      if (charge.model == ChargeModel::included) continue;  // these stand in a list of their own
      const std::string place = join({"charges[", std::to_string(index++), "]"});
      if (charge.validity.holds(usage_.date)) check(charge, place);
    }
    index = 0;
    for (const Limit& limit : plan.limits) {
      const std::string place = join({"limits[", std::to_string(index++), "]"});
      if (limit.validity.holds(usage_.date)) check(limit, place);
    }
    return std::move(found_);
  }

 private:
  void check(const Charge& charge, const std::string& place) {
    if (charge.hours) zone(charge.hours->zone, place + ".hours.zone");
    for_events(charge, charge.each, place + ".each");
    for_events(charge, charge.when, place + ".when");
    if (charge.count) formula(*charge.count, nullptr, place + ".count");
    if (charge.free) formula(*charge.free, nullptr, place + ".free");
  }

  void check(const Limit& limit, const std::string& place) {
    if (limit.window.is_calendar()) zone(limit.window.zone, place + ".window.zone");
    zone(limit.breach.shut_zone, place + ".breach.shut_until.zone");
    if (limit.amount.kind == Amount::Kind::known) formula(limit.amount.value, nullptr, place + ".amount");
    if (limit.window.lasts) formula(*limit.window.lasts, nullptr, place + ".window.lasts");
    if (limit.distinct) formula(*limit.distinct, nullptr, place + ".distinct");
  }

  void zone(const std::string& name, const std::string& place) {
    if (found_ || name == "UTC") return;
    const bool in_years = cycle_.start.year() >= kFirstZoneYear && (cycle_.end - 1).year() <= kLastZoneYear;
    if (in_years && find_zone(zones_, name) != nullptr) return;
    found_ = Problem{place, tr("the clock of '{0}' is not known in {1}", {name, std::to_string(cycle_.start.year())}),
                     tr("a zone of the table in docs/catalogue.md and a day from {0} to {1}",
                        {std::to_string(kFirstZoneYear), std::to_string(kLastZoneYear)})};
  }

  /// Sizes of what is not there need not be said.
  void for_events(const Charge& charge, const std::optional<Formula>& of, const std::string& place) {
    if (!of) return;
    for (const Groups* groups : {&usage_.groups, &usage_.before}) {
      for (const UsageFile::Group& group : *groups) {
        const auto units = group.units.find(charge.metric);
        const Metric* metric = platform_.metric(charge.metric);
        const bool entered = metric != nullptr && metric->kind == Metric::Kind::entered;
        const bool none = entered && (units == group.units.end() || units->second.is_zero());
        if (!none && has_all(group.kind, charge.with)) formula(*of, &group, place);
      }
    }
  }

  void formula(const Formula& of, const UsageFile::Group* group, const std::string& place) {
    if (found_ || of.evaluate([&](std::string_view name) { return value_of(name, group); }).ok()) return;
    found_ = Problem{place, tr("'{0}' has no value with the numbers of the usage file", {of.text()}),
                     tr("numbers with which nothing is divided by zero and each logarithm is of a number above zero")};
  }

  Rational value_of(std::string_view name, const UsageFile::Group* group) const {
    if (is_calendar_name(name)) return cycle_.days() * (name.front() == 'd' ? 1 : 24);
    if (group != nullptr) {
      const auto own = group->kind.drivers.find(name);
      if (own != group->kind.drivers.end()) return own->second;
    }
    const auto given = usage_.drivers.find(name);
    if (given != usage_.drivers.end()) return given->second;
    // A metric: what is used of it. Names that only some groups give are asked for where those are read.
    if (platform_.metric(name) == nullptr) return 1;
    Rational all;
    for (const Groups* groups : {&usage_.groups, &usage_.before}) {
      for (const UsageFile::Group& some : *groups) {
        const auto units = some.units.find(name);
        if (units != some.units.end()) all += units->second;
      }
    }
    return all;
  }

  const Platform& platform_;
  const UsageFile& usage_;
  Zones zones_;
  Cycle cycle_;
  std::optional<Problem> found_;
};

}  // namespace

std::optional<Problem> row_without_value(const Catalog& plan_file, const UsageFile& usage, Zones zones) {
  return Check(plan_file.platforms.front(), usage, zones).run();
}

}  // namespace tollmeter
