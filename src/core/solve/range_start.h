#pragma once

#include <vector>

#include "core/estimate.h"
#include "core/solve/ranged_input.h"

namespace tollmeter {

/// What can have a range: the count of the person's own unit, the drivers that what is in use depends on, and of each platform what
/// its plan's prices and limits hang on. As they stand on the page.
std::vector<RangedInput> inputs_to_range(const Estimate& estimate, const Scenario& scenario, const Catalog& catalog);

/// The range to begin an input with: half_around, and from zero to the begin of its slider for an operation that is not in use.
Range first_range(const RangedInput& input, const Scenario& scenario, const Catalog& catalog);

/// The scenario with half_around for each input in use that has no range, as many as it may have.
Scenario with_halves(const Estimate& estimate, Scenario scenario, const Catalog& catalog);

}  // namespace tollmeter
