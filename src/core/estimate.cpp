#include "core/estimate.h"

#include <algorithm>

#include "core/plan_choice.h"
#include "core/scenario_month.h"
#include "core/words.h"

namespace tollmeter {
namespace {

void report_overflow(const PlatformEstimate& platform, std::vector<Problem>& problems) {
  auto say = [&](const std::string& subject) {
    problems.push_back({join({platform.platform->short_name, ", ", subject}),
                        tr("the numbers are too large to compute exactly"), tr("a smaller use")});
  };
  for (const BillLine& line : platform.bill) {
    if (line.unknown || line.amount.amount.ok()) continue;
    say(lower_first(line.metric ? line.metric->name : line.charge->name));
  }
  for (const LimitOutcome& outcome : platform.limits) {
    const bool computed = outcome.state == LimitState::holds || outcome.state == LimitState::breached;
    if (computed && !(outcome.cap.ok() && outcome.run.refused.ok())) say(lower_first(outcome.limit->name));
  }
}

}  // namespace

Cycle own_cycle(const Scenario& scenario) { return cycle_at(scenario.date, scenario.cycle_day); }

void add_to_totals(std::vector<Money>& totals, const Money& money) {
  const auto same =
      std::find_if(totals.begin(), totals.end(), [&](const Money& sum) { return sum.currency == money.currency; });
  if (same == totals.end()) {
    totals.push_back(money);
  } else {
    add_to(*same, money);
  }
}

Money total_in(const std::string& currency, const std::vector<Money>& totals) {
  for (const Money& total : totals) {
    if (total.currency == currency) return total;
  }
  Money none;
  none.currency = currency;
  return none;
}

std::vector<Money> totals_of(const std::vector<PlatformEstimate>& platforms) {
  std::vector<Money> totals;
  for (const PlatformEstimate& p : platforms) add_to_totals(totals, p.subtotal);
  if (totals.empty()) {
    totals.emplace_back();
    totals.back().currency = "USD";
  }
  return totals;
}

int breaches_of(const PlatformEstimate& platform) {
  const auto breached = std::count_if(platform.limits.begin(), platform.limits.end(),
                                      [](const auto& l) { return l.state == LimitState::breached; });
  return static_cast<int>(breached) + static_cast<int>(platform.not_offered.size());
}

ScenarioMonth::ScenarioMonth(const Scenario& scenario, const World& world, const Cycle* month)
    : cycle_(month ? *month : own_cycle(scenario)), traffic_(cycle_, scenario.traffic, world.zones) {
  const std::string& zone = scenario.traffic.zone;
  if (zone != "UTC" && find_zone(world.zones, zone) == nullptr) {
    problems_.push_back({tr("time zone '{0}' of the traffic", {one_line(zone)}), tr("is not known, UTC stands in"),
                         tr("one that the page offers")});
  }
  platforms_.reserve(scenario.platforms.size());
  for (const PlatformUse& use : scenario.platforms) {
    const Platform* platform = world.catalog->platform(use.platform);
    if (!platform) {
      problems_.push_back({tr("platform '{0}'", {one_line(use.platform)}), tr("is not in the catalogue"),
                           tr("a platform that the catalogue holds")});
      continue;
    }
    if (!use.plan.empty() && !platform->plan(use.plan)) {
      problems_.push_back(
          {platform->short_name, tr("has no plan '{0}'", {one_line(use.plan)}), tr("a plan of the catalogue")});
    }
    platforms_.emplace_back(Usage(*platform, use, scenario, world, cycle_, traffic_));
  }
}

Estimate ScenarioMonth::on(Date date, Plans plans) {
  Estimate out;
  out.cycle = cycle_;
  out.problems = problems_;
  out.platforms.reserve(platforms_.size());
  const bool chosen = plans == Plans::as_chosen;
  for (PlatformMonth& month : platforms_) {
    const auto find = [&] { return chosen ? as_chosen(month, date, Detail::full) : on_cheapest(month, date, Detail::full); };
    ByDate<PlatformEstimate>& known = chosen ? month.findings().as_chosen : month.findings().cheapest;
    out.platforms.push_back(remembers_ ? known.at(date, find) : find());
    out.platforms.back().use = month.usage().use;
    out.breaches += breaches_of(out.platforms.back());
    report_overflow(out.platforms.back(), out.problems);
  }
  out.totals = totals_of(out.platforms);
  return out;
}

void ScenarioMonth::replace(std::size_t place, const PlatformUse& use) {
  PlatformMonth& month = platforms_[place];
  const Usage& now = month.usage();
  month = PlatformMonth(Usage(*now.platform, use, *now.scenario, *now.world, cycle_, traffic_));
}

Estimate estimate(const Scenario& scenario, const World& world, const Cycle* month) {
  return ScenarioMonth(scenario, world, month).on(scenario.date, ScenarioMonth::Plans::as_chosen);
}

PlatformEstimate estimate_plan(const Platform& platform, const PlatformUse& use, const Plan& plan,
                               const Scenario& scenario, const World& world, const Cycle* month) {
  const Cycle cycle = month ? *month : own_cycle(scenario);
  const Traffic traffic(cycle, scenario.traffic, world.zones);
  PlatformMonth run(Usage(platform, use, scenario, world, cycle, traffic));
  return run.on_plan(plan, scenario.date, Detail::full);
}

}  // namespace tollmeter
