#pragma once

#include <cstdint>
#include <optional>

#include "core/function_ref.h"
#include "core/rational.h"

namespace tollmeter {

/// How a count fares: whether it is too many, and how full the fullest limit is (overflow: not known).
struct Trial {
  bool too_many = false;
  Rational full;
};

/// The largest count from zero to `bound` that is not too many, where all above one that is too many are too; nothing where
/// zero is too many already. The fullness only says where to look first: a limit fills nearly evenly.
std::optional<std::int64_t> last_that_fits(std::int64_t bound, FunctionRef<Trial(std::int64_t)> tried);

}  // namespace tollmeter
