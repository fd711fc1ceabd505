#pragma once

#include <optional>
#include <vector>

#include "core/calendar.h"
#include "core/catalog.h"
#include "core/rational.h"
#include "core/traffic.h"

namespace tollmeter {

/// What one counter of a limit is asked to take in the cycle: for each weighted metric the calls (may be a
/// fraction where several counters share the use) and the units that one call takes.
struct Load {
  struct Part {
    Rational calls;
    Rational units;
  };
  std::vector<Part> parts;
  Rational total_units() const;
};

/// How one counter of a limit fares over the cycle.
struct LimitRun {
  Rational busiest;      ///< units in the fullest window
  Rational utilisation;  ///< busiest / cap; for a cap of zero: 0 when nothing is asked, else the overflow state
  std::optional<Rational> used_up;        ///< exact instant (seconds since 1970) at which the count reaches the cap, only if a call is refused later
  std::optional<Rational> first_refused;  ///< of the first call that does not fit
  std::optional<Instant> frees;           ///< end of the window of the first breach
  Rational refused;  ///< calls (not units) refused over the cycle, whole
  Rational served_share;  ///< served calls / asked calls, 1 when nothing is refused
  Rational burst;  ///< cap / (average use in a window of that length): the multiple of the average it holds; overflow when nothing is asked
};

/// Runs a window of `cap` units against the load. Within a window the calls that come first are served; in a pool of
/// several weights the first call that does not fit closes the window for the rest. The cost depends on the
/// number of windows and changes of rate, not on the number of calls. For the rules see docs/rules.md.
LimitRun run_limit(const Window& window, Rational cap, const Load& load, const Traffic& traffic, Zones zones);

}  // namespace tollmeter
