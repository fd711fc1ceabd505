#pragma once

#include <vector>

#include "core/scenario_month.h"
#include "core/solve/unit_months.h"

namespace tollmeter {

/// What the scenario's own units cost, in one currency.
struct UnitShare {
  Money all;      ///< the bill with the units less the bill without any; below zero where use makes a plan cheaper
  Rational each;  ///< `all` divided by the count, exact; zero where there are no units
  Money next;     ///< what one more unit adds
};
/// By currency, in the order of first appearance; empty where the unit takes nothing of any platform.
std::vector<UnitShare> unit_shares(const Scenario& scenario, const World& world, ScenarioMonth::Plans plans);

/// A count of units on the way up, and what a unit costs then.
struct UnitStep {
  Rational count;  ///< whole, above zero
  std::vector<Money> all;            ///< the units' share of the bill, by currency
  std::vector<const Plan*> plans;    ///< what the platforms of the unit are on, in the scenario's order; null: none
};
/// At 1, 2, 5, 10, ... and at `top` (whole, from 1 on), which is the last one.
std::vector<UnitStep> unit_steps(const Scenario& scenario, const World& world, ScenarioMonth::Plans plans,
                                 const Rational& top);

/// The same in slices. It keeps a copy of the scenario and points into the catalogue.
class UnitStepsRun {
 public:
  UnitStepsRun(const Scenario& scenario, const World& world, ScenarioMonth::Plans plans, const Rational& top);
  bool done() const { return steps_.size() == counts_.size(); }
  void step();  ///< the next count
  const std::vector<UnitStep>& steps() const { return steps_; }  ///< of the counts that are done

 private:
  UnitMonths months_;
  ScenarioMonth::Plans plans_;
  std::vector<Rational> counts_;
  std::vector<Money> without_;  ///< the subtotals of the unit's platforms without any unit
  std::vector<UnitStep> steps_;
};

/// The share of one unit.
Rational per_unit(const Money& all, const Rational& count);

}  // namespace tollmeter
