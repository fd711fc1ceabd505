#pragma once

#include <optional>

#include "core/solve/unit_most.h"

namespace tollmeter {

/// How many of the scenario's own unit its budget and the limits allow.
struct UnitsForBudget {
  enum class Stop {
    budget,        ///< one more costs more than the budget
    limit,         ///< one more is refused
    not_afforded,  ///< even without any it costs more; `most` is then zero
    nothing,       ///< up to OwnUnit::most_countable() nothing stops them
  };
  Stop stop = Stop::nothing;
  Rational most;  ///< whole
  Money cost;     ///< the total in the budget's currency, with `most`
  Money next;     ///< the same with one more, where the budget stops them
};

/// The total is that of the whole scenario, whose platforms outside of the unit cost what they cost. The answer is an edge: so many
/// are within the budget, one more is not; where use makes a plan cheaper a larger count may be within it again. Nothing where the
/// scenario has no unit that takes something, no budget, or the unit is refused without any already. `most` is what most_units
/// says of the same plans.
std::optional<UnitsForBudget> units_for_budget(const Scenario& scenario, const World& world, ScenarioMonth::Plans plans,
                                               const MostUnits& most);

}  // namespace tollmeter
