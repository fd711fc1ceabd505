#pragma once

#include <string>
#include <vector>

#include "core/estimate.h"

namespace tollmeter::ui {

/// A limit with what it belongs to; or, without `limit`, an operation that the plan does not serve.
struct LimitRef {
  const PlatformEstimate* platform = nullptr;
  const LimitOutcome* limit = nullptr;
  const Metric* metric = nullptr;  ///< the operation; null for a limit on money
};

struct LimitGroups {
  std::vector<LimitRef> broken;  ///< grouped by operation: the one that breaks first leads, and so within it
  std::vector<LimitRef> near;    ///< hold, but are at least 80 % full; the fullest first
  std::vector<LimitRef> holding; ///< the rest that hold; the least burst first
  std::vector<LimitRef> unpublished;
};
LimitGroups group_limits(const Estimate& estimate);

/// "X: posts read".
std::string limit_title(const LimitRef& ref);
/// "LinkedIn: app calls a day", where several limits of one operation stand below each other.
std::string limit_own_title(const LimitRef& ref);
/// "YouTube units, 10,000 a day"
std::string limit_in_short(const LimitRef& ref);
/// "10,000 a month for the app, resets on your cycle day"
std::string limit_terms(const LimitRef& ref);
/// "busiest day 420 of 500, 84 %"; above the cap "busiest month 30,000, 3.0 × the cap"
std::string limit_fullness(const LimitRef& ref);
/// "holds 1.19 × the average"; empty where nothing is asked.
std::string limit_burst(const LimitRef& ref);
/// Short, for a badge: "3.0 ×" above the cap, else "84 %".
std::string limit_badge(const LimitRef& ref);
/// "5 May 00:00 UTC": when the limit is used up (or, of an empty one, first refuses).
std::string breach_instant(const LimitRef& ref, Zones zones);
/// "then every read is refused"; the platform's own error and its end are in Limit::breach
std::string breach_consequence(const LimitRef& ref);
/// "20,000 of 30,000 refused", over all counters and operations of the limit.
std::string breach_refused(const LimitRef& ref, const Scenario& scenario, const World& world, const Cycle& cycle);

}  // namespace tollmeter::ui
