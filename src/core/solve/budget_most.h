#pragma once

#include <cstdint>
#include <optional>

#include "core/function_ref.h"
#include "core/estimate.h"
#include "core/solve/dial.h"

namespace tollmeter {

/// What is to be found: the greatest whole number of units on the dial, from `least` to `most`, at which what the dial's platform
/// asks, as chosen, is at most `room`.
struct MostSearch {
  Dial dial;
  std::int64_t least = 0, most = 0;  ///< units a cycle, all that are asked, own units included
  Rational room;                     ///< of the platform's currency, exact
};
struct MostFound {
  std::optional<std::int64_t> units;  ///< none: no number is within
  bool exact = true;  ///< false: a greater number may be within too (see docs/rules.md, "The budget")
};

/// As far as a plan serves everything, by its piecewise bill, over cliffs and falling tiers; beyond that, where what is served
/// and not what is asked is billed, by estimates, kMostEstimates of them at most. `rated` is an estimate with the dial at so many
/// units.
inline constexpr int kMostEstimates = 400;
MostFound most_within_room(const Scenario& scenario, const World& world, const MostSearch& search,
                           FunctionRef<PlatformEstimate(std::int64_t)> rated);

}  // namespace tollmeter
