#include "core/solve/unit_budget.h"

#include <algorithm>

#include "core/budget_state.h"
#include "core/plan_choice.h"
#include "core/solve/unit_months.h"
#include "core/tariff.h"

namespace tollmeter {
namespace {

/// What the platforms cost that the unit takes nothing of.
Money rest_of(const Scenario& scenario, const World& world, const UnitMonths& months, ScenarioMonth::Plans plans) {
  Money rest;
  rest.currency = scenario.budget->currency;
  ScenarioMonth month(scenario, world, nullptr);
  for (const PlatformEstimate& platform : month.on(scenario.date, plans).platforms) {
    const auto of_unit = [&](const UnitMonths::Part& part) { return part.platform == platform.platform; };
    const std::vector<UnitMonths::Part>& parts = months.parts();
    if (!platform.platform || std::any_of(parts.begin(), parts.end(), of_unit)) continue;
    if (platform.subtotal.currency == rest.currency) add_to(rest, platform.subtotal);
  }
  return rest;
}

}  // namespace

std::optional<UnitsForBudget> units_for_budget(const Scenario& scenario, const World& world, ScenarioMonth::Plans plans,
                                               const MostUnits& most) {
  UnitMonths months(scenario, world);
  if (!scenario.budget || months.parts().empty() || (most.first && most.first->at_once)) return std::nullopt;
  const Money rest = rest_of(scenario, world, months, plans);
  const auto cost = [&](const Rational& count) {
    Money total = rest;
    for (const UnitMonths::Part& part : months.parts()) {
      const Money subtotal = months.at(part, count, plans).subtotal;
      if (subtotal.currency == total.currency) add_to(total, subtotal);
    }
    return total;
  };
  const auto within = [&](const Rational& count) { return cost(count).amount <= scenario.budget->amount; };
  const Rational end = most.first ? most.first->most : months.unit().most_countable();
  UnitsForBudget found;
  if (!within(0)) {
    found.stop = UnitsForBudget::Stop::not_afforded;
  } else if (within(end)) {
    found.stop = most.first ? UnitsForBudget::Stop::limit : UnitsForBudget::Stop::nothing;
    found.most = end;
  } else {
    // From below, since most budgets end far below what can be counted.
    Rational holds = 0;
    Rational fails = 1;
    while (fails < end && within(fails)) {
      holds = fails;
      fails = min(end, fails * Rational(2));
    }
    found.stop = UnitsForBudget::Stop::budget;
    found.most = most_that_holds(holds, fails, within);
    found.next = cost(found.most + Rational(1));
  }
  found.cost = cost(found.most);
  return found;
}

}  // namespace tollmeter
