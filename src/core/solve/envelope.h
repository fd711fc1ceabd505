#pragma once

#include <string_view>

#include "core/solve/curve.h"

namespace tollmeter {

/// Fills in envelope, break_evens and settled from the plans. `named` is the plan that the person chose, or empty.
void find_envelope(CostCurve& curve, std::string_view named, Date date);

}  // namespace tollmeter
