#pragma once

#include <cstddef>
#include <vector>

#include "core/function_ref.h"

namespace tollmeter {

/// The indices 0 .. count-1, those that come `before` others first, else as they were. One piece of code for all that
/// is put in order; std::sort and std::stable_sort would bring theirs for every type and order.
std::vector<std::size_t> in_order(std::size_t count, FunctionRef<bool(std::size_t, std::size_t)> before);

}  // namespace tollmeter
