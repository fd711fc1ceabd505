#include "core/solve/growth.h"

#include <algorithm>

#include "core/plan_choice.h"
#include "core/scenario_month.h"
#include "core/solve/growth_multiple.h"
#include "core/tariff.h"

namespace tollmeter {
namespace {

GrowthPlan plan_of(const PlatformEstimate& estimate) {
  return {estimate.platform, estimate.plan, estimate.state, estimate.fits, estimate.subtotal};
}

/// Whether two breaks are of the same limit of the same plan; rows of a limit that follow each other are one limit.
bool same_limit(const GrowthBreak& a, const GrowthBreak& b) {
  if (a.plan != b.plan || a.platform != b.platform || (a.limit == nullptr) != (b.limit == nullptr)) return false;
  return a.limit ? a.limit->id == b.limit->id : a.metric == b.metric;
}

std::vector<GrowthBreak> breaks_in(const PlatformEstimate& estimate, std::size_t month, const Cycle& cycle) {
  std::vector<GrowthBreak> found;
  for (const Metric* metric : estimate.not_offered) {
    found.push_back({estimate.platform, estimate.plan, nullptr, metric, month, true, start_of(cycle.start).seconds});
  }
  for (const LimitOutcome& outcome : estimate.limits) {
    if (outcome.state != LimitState::breached) continue;
    GrowthBreak broken{estimate.platform, estimate.plan, outcome.limit, outcome.main_metric, month, false, {}};
    broken.refuses = refuses(outcome.limit->breach.behaviour) && outcome.run.refused > 0;
    broken.at = outcome.run.first_refused ? outcome.run.first_refused : outcome.run.used_up;
    found.push_back(broken);
  }
  return found;
}

/// One without an instant comes with its month.
bool earlier(const GrowthBreak& a, const GrowthBreak& b) {
  if (a.month != b.month) return a.month < b.month;
  if (a.at.has_value() != b.at.has_value()) return b.at.has_value();
  return a.at && *a.at < *b.at;
}

void add_in_time(std::vector<GrowthBreak>& breaks, const GrowthBreak& broken) {
  const bool known = std::any_of(breaks.begin(), breaks.end(),
                                 [&](const GrowthBreak& other) { return same_limit(other, broken); });
  if (!known) breaks.insert(std::upper_bound(breaks.begin(), breaks.end(), broken, earlier), broken);
}

/// The first one that refuses, where the named plan was taken and it is the first time; else null.
const GrowthBreak* outgrown_by(const PlatformEstimate& chosen, const std::vector<GrowthBreak>& breaks,
                               const std::vector<Outgrown>& outgrown) {
  const bool known = std::any_of(outgrown.begin(), outgrown.end(),
                                 [&](const Outgrown& other) { return other.by.platform == chosen.platform; });
  if (known || chosen.fits || chosen.state != PlanState::chosen) return nullptr;
  const GrowthBreak* first = nullptr;
  for (const GrowthBreak& broken : breaks) {
    if (broken.refuses && (!first || earlier(broken, *first))) first = &broken;
  }
  return first;
}

void add_in_time(std::vector<Outgrown>& outgrown, const Outgrown& plan) {
  const auto sooner = [](const Outgrown& a, const Outgrown& b) { return earlier(a.by, b.by); };
  outgrown.insert(std::upper_bound(outgrown.begin(), outgrown.end(), plan, sooner), plan);
}

void note_change(const std::vector<GrowthMonth>& months, std::size_t platform,
                 std::vector<GrowthPlan> GrowthMonth::*line, std::vector<PlanChange>& changes) {
  const std::size_t month = months.size() - 1;
  if (month == 0) return;
  const GrowthPlan& was = (months[month - 1].*line)[platform];
  const GrowthPlan& is = (months[month].*line)[platform];
  if (was.plan != is.plan) changes.push_back({is.platform, was.plan, is.plan, month, is.fits});
}

std::vector<Money> sums_of(const std::vector<GrowthPlan>& plans) {
  std::vector<Money> sums;
  for (const GrowthPlan& plan : plans) add_to_totals(sums, plan.subtotal);
  return sums;
}

}  // namespace

Cycle growth_cycle(const Scenario& scenario, std::size_t month) {
  const int day = scenario.cycle_day == 0 ? scenario.date.day() : scenario.cycle_day;
  Cycle cycle = own_cycle(scenario);
  for (; month > 0; --month) cycle = cycle_at(cycle.end, day);
  return cycle;
}

Scenario grown(const Scenario& scenario, const World& world, const Rational& multiple, std::size_t month) {
  Scenario next = scenario;
  const Cycle cycle = growth_cycle(scenario, month);
  if (month > 0) next.date = cycle.start;
  for (PlatformUse& use : next.platforms) {
    const Platform* platform = world.catalog->platform(use.platform);
    const Plan* named = platform ? platform->plan(use.plan) : nullptr;
    use.already_on = use.already_on || (month > 0 && named && can_be_had(*named, use, scenario.date));
    for (auto& [id, quantity] : use.quantities) {
      quantity = {(quantity.in(cycle) * multiple).round_half_up(0), Per::month, {}};
    }
  }
  return next;
}

GrowthRun::GrowthRun(const Scenario& scenario, const World& world)
    : scenario_(scenario),
      world_(world),
      multiples_(growth_multiples(scenario.growth, static_cast<int>(kGrowthMonths) - 1)) {
  growth_.months.reserve(kGrowthMonths);
}

void GrowthRun::step(std::size_t months) {
  for (; months > 0 && !done(); --months) next_month();
}

void GrowthRun::next_month() {
  const std::size_t month = growth_.months.size();
  const Scenario scenario = grown(scenario_, world_, multiples_[month], month);
  const Cycle cycle = growth_cycle(scenario_, month);
  ScenarioMonth run(scenario, world_, &cycle);
  growth_.months.push_back({cycle, scenario.date, multiples_[month], {}, {}, {}, {}, 0, true});
  GrowthMonth& now = growth_.months.back();
  for (PlatformMonth& platform : run.platforms()) {
    const PlatformEstimate chosen = as_chosen(platform, scenario.date, Detail::verdict);
    now.breaches += breaches_of(chosen);
    now.chosen.push_back(plan_of(chosen));
    // What is chosen in any other way is the cheapest that fits already.
    now.cheapest.push_back(chosen.state == PlanState::chosen ? plan_of(on_cheapest(platform, scenario.date, Detail::verdict))
                                                             : now.chosen.back());
    now.serves_all = now.serves_all && now.cheapest.back().fits;
    const std::vector<GrowthBreak> breaks = breaks_in(chosen, month, cycle);
    for (const GrowthBreak& broken : breaks) add_in_time(growth_.breaks, broken);
    if (const GrowthBreak* by = outgrown_by(chosen, breaks, growth_.outgrown)) {
      const GrowthPlan& then = now.cheapest.back();
      add_in_time(growth_.outgrown, {*by, then.fits ? then.plan : nullptr});
    }
    note_change(growth_.months, now.chosen.size() - 1, &GrowthMonth::chosen, growth_.stand_ins);
    note_change(growth_.months, now.cheapest.size() - 1, &GrowthMonth::cheapest, growth_.changes);
  }
  now.chosen_totals = sums_of(now.chosen);
  now.cheapest_totals = sums_of(now.cheapest);
}

Growth growth_of(const Scenario& scenario, const World& world) {
  GrowthRun run(scenario, world);
  run.step(kGrowthMonths);
  return run.growth();
}

std::vector<Money> growth_totals(const Growth& growth, bool cheapest, std::size_t months) {
  std::vector<Money> sums;
  for (std::size_t month = 0; month < std::min(months, growth.months.size()); ++month) {
    const GrowthMonth& one = growth.months[month];
    for (const Money& money : cheapest ? one.cheapest_totals : one.chosen_totals) add_to_totals(sums, money);
  }
  return sums;
}

}  // namespace tollmeter
