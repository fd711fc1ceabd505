#include "core/solve/unit_cost.h"

#include <algorithm>

#include "core/tariff.h"

namespace tollmeter {
namespace {

Money& in_currency(std::vector<Money>& sums, const std::string& currency) {
  const auto same = std::find_if(sums.begin(), sums.end(), [&](const Money& m) { return m.currency == currency; });
  if (same != sums.end()) return *same;
  Money none;
  none.currency = currency;
  return sums.emplace_back(std::move(none));
}

void add_difference(std::vector<Money>& sums, const Money& with, const Money& without) {
  Money& sum = in_currency(sums, with.currency);
  add_to(sum, with);
  Money less = without;
  less.amount = -less.amount;
  add_to(sum, less);
}

}  // namespace

Rational per_unit(const Money& all, const Rational& count) {
  return count.is_zero() ? Rational(0) : all.amount / count;
}

std::vector<UnitShare> unit_shares(const Scenario& scenario, const World& world, ScenarioMonth::Plans plans) {
  std::vector<UnitShare> shares;
  if (!scenario.unit) return shares;
  UnitMonths months(scenario, world);
  const Rational count = scenario.unit->count.value;
  // A platform's sums are rounded before totals are made of them, so that differences of platforms add up to those of totals.
  std::vector<Money> all, next;
  for (const UnitMonths::Part& part : months.parts()) {
    const Money with = months.at(part, count, plans).subtotal;
    add_difference(all, with, months.at(part, 0, plans).subtotal);
    add_difference(next, months.at(part, count + Rational(1), plans).subtotal, with);
  }
  for (std::size_t i = 0; i < all.size(); ++i) shares.push_back({all[i], per_unit(all[i], count), next[i]});
  return shares;
}

UnitStepsRun::UnitStepsRun(const Scenario& scenario, const World& world, ScenarioMonth::Plans plans, const Rational& top)
    : months_(scenario, world), plans_(plans) {
  if (months_.parts().empty()) return;
  for (Rational power = 1; power < top; power = power * Rational(10)) {
    for (const int digit : {1, 2, 5}) {
      if (power * Rational(digit) < top) counts_.push_back(power * Rational(digit));
    }
  }
  counts_.push_back(top);
}

void UnitStepsRun::step() {
  if (done()) return;
  if (without_.empty()) {
    for (const UnitMonths::Part& part : months_.parts()) without_.push_back(months_.at(part, 0, plans_).subtotal);
  }
  UnitStep step;
  step.count = counts_[steps_.size()];
  for (std::size_t i = 0; i < months_.parts().size(); ++i) {
    const PlatformEstimate platform = months_.at(months_.parts()[i], step.count, plans_);
    add_difference(step.all, platform.subtotal, without_[i]);
    step.plans.push_back(platform.plan);
  }
  steps_.push_back(std::move(step));
}

std::vector<UnitStep> unit_steps(const Scenario& scenario, const World& world, ScenarioMonth::Plans plans,
                                 const Rational& top) {
  UnitStepsRun run(scenario, world, plans, top);
  while (!run.done()) run.step();
  return run.steps();
}

}  // namespace tollmeter
