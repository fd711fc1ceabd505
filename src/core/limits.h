#pragma once

#include <optional>
#include <string_view>
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

/// How one counter of a limit fares over the cycle. Instants are exact seconds since 1970. Where the numbers are too
/// large to compute, or the window's zone is not known, every figure is the overflow state.
struct LimitRun {
  Rational busiest;      ///< units asked in the fullest window
  Rational utilisation;  ///< busiest / cap; for a cap of zero: 0 when nothing is asked, else the overflow state
  /// Of the last call before the first refused one: from here on the window has no room. Empty when nothing is refused,
  /// or the first refused call alone outweighs the cap.
  std::optional<Rational> used_up;
  std::optional<Rational> first_refused;  ///< of the first call that does not fit
  /// When room comes back after the first refusal: the end of a fixed window, the leaving of the oldest call of a
  /// rolling one. Empty where used_up is: waiting does not help.
  std::optional<Instant> frees;
  Rational refused;       ///< calls (not units) refused over the cycle, whole
  Rational delayed;       ///< calls that waited, whole; some may be served after the cycle
  Rational longest_wait;  ///< seconds
  bool simulated = false;  ///< `refused` and `served_share` come from a run in steps of time, not from every call
  Rational served_share;  ///< served calls / asked calls, 1 when nothing is refused
  /// cap / (average use in a window of that length): the multiple of the average it holds; overflow when nothing is
  /// asked
  Rational burst;
};

/// The limit to run.
struct LimitRule {
  const Window& window;
  Rational cap;              ///< units; of a bucket what flows in each `seconds` of it
  std::int64_t penalty = 0;  ///< seconds for which all is refused after a refusal; zero: none
  int shut_until = -1;       ///< after a refusal all is refused to this second of the local day; below zero: not so
  std::string_view shut_zone = "UTC";
  bool waits = false;        ///< what does not fit is not refused but waits
  std::int64_t most_wait = 0;  ///< seconds, after which it is refused all the same; 0: without end
  bool ends = false;         ///< after the first refusal all is refused to the end of the cycle
  Rational things = 0;       ///< how many different things the calls go round, each counting once in a window; 0: all count
  bool counted = true;       ///< false: `refused` need only say whether anything is, which may cost less

  bool shuts() const { return penalty > 0 || shut_until >= 0; }
};

/// Runs a window of `cap` units against the load. Within a window the calls that come first are served; in a pool of
/// several weights the first call that does not fit closes the window for the rest. A pool in a rolling window, or in
/// a fixed one shorter than a day, is run as one evenly mixed stream of the calls' mean weight, and so is what refuses all for a
/// time after a refusal. The cost depends on
/// the number of days and changes of rate, not on the number of calls. For the rules see docs/rules.md.
LimitRun run_limit(const LimitRule& rule, const Load& load, const Traffic& traffic, Zones zones);

}  // namespace tollmeter
