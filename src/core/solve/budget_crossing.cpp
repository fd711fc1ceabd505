#include "core/solve/budget_crossing.h"

#include "core/budget_state.h"
#include "core/plan_choice.h"
#include "core/scenario_month.h"
#include "core/solve/growth.h"
#include "core/solve/growth_multiple.h"

namespace tollmeter {
namespace {

/// What of the cycle's calls of each metric is served, by metric index; of metrics without a line all, which costs nothing.
std::vector<Rational> shares_of(const PlatformEstimate& chosen) {
  const std::vector<Metric>& metrics = chosen.platform->metrics;
  std::vector<Rational> shares(metrics.size(), 1);
  for (const BillLine& line : chosen.bill) {
    if (!line.metric || !(line.asked > 0)) continue;
    shares[static_cast<std::size_t>(line.metric - metrics.data())] = line.served / line.asked;
  }
  return shares;
}

/// What of a month's `asked` has come to be owed by `until`, at most the cycle's end.
Rational owed_by(const Rational& asked, Metric::Accrual accrual, const Traffic& traffic, Instant until) {
  switch (accrual) {
    case Metric::Accrual::held: return asked;
    case Metric::Accrual::time:
      return asked * Rational(until.seconds - traffic.begin().seconds) /
             Rational(traffic.end().seconds - traffic.begin().seconds);
    case Metric::Accrual::use: break;
  }
  return traffic.calls_until(asked, until);
}

Money spent_by(const Usage& month, const PlatformEstimate& chosen, const Traffic& traffic, Instant until, Date date) {
  Money none;
  none.currency = chosen.subtotal.currency;
  if (!chosen.plan) return none;
  // Before the first instant there is no traffic at all, and nothing is asked of it.
  const bool begun = traffic.begin() < until;
  const Traffic so_far(traffic, traffic.begin(), begun ? until : traffic.end());
  const std::vector<Metric>& metrics = chosen.platform->metrics;
  Usage usage = month;
  usage.traffic = &so_far;
  for (std::size_t i = 0; i < usage.asked.size(); ++i) {
    if (!usage.parents[i]) usage.asked[i] = owed_by(month.asked[i], metrics[i].accrual, traffic, until);
  }
  usage.asked = usage.with_parts(std::move(usage.asked));
  usage.groups.front().units = usage.asked;
  std::vector<Rational> shares = shares_of(chosen);
  for (std::size_t i = 0; i < shares.size(); ++i) {
    // What is kept is served by the same share at every instant; of calls the first ones are served.
    const bool calls = metrics[i].accrual != Metric::Accrual::time;
    if (calls && usage.asked[i] > 0) shares[i] = min(1, shares[i] * month.asked[i] / usage.asked[i]);
  }
  return sum_of(rate(tariff_on(*chosen.plan, date, usage), *chosen.plan, date, usage, shares, false), chosen.plan->currency);
}

bool has_shorter_breach(const PlatformEstimate& chosen) {
  for (const LimitOutcome& limit : chosen.limits) {
    if (limit.state == LimitState::breached && limit.limit->window.kind != Window::Kind::cycle) return true;
  }
  return false;
}

}  // namespace

std::optional<BudgetCrossing> budget_crossing(const Scenario& scenario, const World& world) {
  if (!scenario.budget) return std::nullopt;
  const BudgetMeasure measure(*scenario.budget, scenario.conversion);
  ScenarioMonth month(scenario, world, nullptr);
  const Cycle cycle = own_cycle(scenario);
  const Traffic traffic(cycle, scenario.traffic, world.zones);
  BudgetCrossing crossing;
  std::vector<PlatformEstimate> chosen;
  for (PlatformMonth& platform : month.platforms()) {
    chosen.push_back(as_chosen(platform, scenario.date, Detail::verdict));
    crossing.about = crossing.about || has_shorter_breach(chosen.back());
  }
  if (measure.holds(measure.count(totals_of(chosen)))) return std::nullopt;
  const auto spent_until = [&](Instant until) {
    std::vector<Money> sums;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      add_to_totals(sums, spent_by(month.platforms()[i].usage(), chosen[i], traffic, until, scenario.date));
    }
    return measure.count(sums);
  };
  crossing.day = cycle.start;
  crossing.spent = spent_until(start_of(cycle.start));
  crossing.at_start = !measure.holds(crossing.spent);
  if (crossing.at_start) {
    crossing.about = false;
    return crossing;
  }
  for (; crossing.day < cycle.end; crossing.day = crossing.day + 1) {
    crossing.spent = spent_until(start_of(crossing.day + 1));
    if (!measure.holds(crossing.spent)) return crossing;
  }
  // Rounding of parts may leave the last day a unit short of the estimate, which is over.
  crossing.day = cycle.end - 1;
  crossing.spent = measure.count(totals_of(chosen));
  return crossing;
}

BudgetGrowth::BudgetGrowth(const Scenario& scenario, const World& world)
    : scenario_(scenario),
      world_(world),
      multiples_(growth_multiples(scenario.growth, static_cast<int>(kGrowthMonths) - 1)) {}

bool BudgetGrowth::done() const { return !scenario_.budget || crossed_ || next_ == kGrowthMonths; }

void BudgetGrowth::step(std::size_t months) {
  for (; months > 0 && !done(); --months, ++next_) {
    const Scenario scenario = grown(scenario_, world_, multiples_[next_], next_);
    const BudgetMeasure measure(*scenario.budget, scenario.conversion);
    const Cycle cycle = growth_cycle(scenario_, next_);
    ScenarioMonth run(scenario, world_, &cycle);
    std::vector<Money> sums;
    for (PlatformMonth& platform : run.platforms()) {
      add_to_totals(sums, as_chosen(platform, scenario.date, Detail::verdict).subtotal);
    }
    const Money total = measure.count(sums);
    if (!measure.holds(total)) crossed_ = Month{next_, cycle, total};
  }
}

}  // namespace tollmeter
