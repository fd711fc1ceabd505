#pragma once

#include <optional>
#include <vector>

#include "core/estimate.h"

namespace tollmeter {

/// Another plan for one platform, which fits and costs less.
struct BudgetSwitch {
  const Platform* platform = nullptr;
  const Plan* plan = nullptr;
};

/// Less of one operation, all else as it is.
struct BudgetCut {
  const Platform* platform = nullptr;
  const Metric* metric = nullptr;
  Rational asked;  ///< whole units of the cycle, beside what the person's own unit asks for
  Rational to;     ///< the greatest number of them, up to `asked`, with which the total is within the budget
  Money total;     ///< what counts with `to`, exact, see BudgetMeasure
  bool exact = true;  ///< false: `to` holds it and one more does not, but a number above may hold it too
  Rational share() const { return (asked - to) / asked; }  ///< of what is asked that goes
};

/// The smallest changes that bring the total of the scenario as chosen within its budget.
struct BudgetAnswer {
  /// Cheaper plans that serve everything: one where one is enough, and of those the one that saves least; else all that there
  /// are. Empty where they do not suffice. With them, `cuts` is empty.
  std::vector<BudgetSwitch> switches;
  Money with_switches;
  std::vector<BudgetCut> cuts;  ///< the smallest share first; an operation whose cut to nothing does not suffice is left out
};

/// Nothing where the scenario has no budget, or is within it.
BudgetAnswer hold_budget(const Scenario& scenario, const World& world);

}  // namespace tollmeter
