#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/scenario.h"

namespace tollmeter {

/// What a solver turns, all else staying as it is: so many of an entered metric of one platform of the scenario.
struct Dial {
  std::string platform;
  std::string metric;
  friend bool operator==(const Dial&, const Dial&) = default;
};

/// A dial is turned from zero to so many units a cycle at most, in whole units.
inline constexpr std::int64_t kMostUnits = 1'000'000'000'000;

/// How many units of the dial the scenario asks for in a cycle; nothing set is zero. Whole, as an estimate counts them.
Rational units_on(const Dial& dial, const Scenario& scenario, const Cycle& cycle);

/// The scenario with the dial at so many whole units a cycle (counted by the month). A scenario without the platform
/// stays as it is.
Scenario turned_to(const Dial& dial, Scenario scenario, const Rational& units);

}  // namespace tollmeter
