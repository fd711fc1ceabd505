#pragma once

#include <string_view>

#include "core/solve/curve.h"

namespace tollmeter {

/// Fills in envelope, break_evens and settled from the plans. `named` is the plan that the person chose, or empty.
void find_envelope(CostCurve& curve, std::string_view named, Date date);

/// The first place of [from, to] at which `other` costs less than `plan`; none where it never does. Both must be on one
/// segment each from `from` to `to`.
std::optional<std::int64_t> first_below(const PlanCurve& other, const PlanCurve& plan, std::int64_t from, std::int64_t to);

}  // namespace tollmeter
