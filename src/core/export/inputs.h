#pragma once

#include <string>
#include <vector>

#include "core/export/calculation.h"

namespace tollmeter {

/// What was said of the calculation as a whole, then what of each platform, in the page's order: what is used, and what
/// prices or limits of that use depend on.
std::vector<ExportedInput> exported_inputs(const Scenario& scenario, const Estimate& chosen, const Catalog& catalog);

/// What the figures rest on beside the inputs, a sentence each.
std::vector<std::string> exported_assumptions(const Scenario& scenario, Date read_to);

}  // namespace tollmeter
