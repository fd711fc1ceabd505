#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/advice.h"
#include "core/plan_choice.h"
#include "core/solve/dial.h"
#include "core/solve/plan_bill.h"

namespace tollmeter {

/// How much of the dial a plan serves whole, and what stops it. Only what an estimate would call a refusal counts: delays and
/// bills beyond a limit do not.
struct PlanEnd {
  std::int64_t most = 0;         ///< units a cycle; below zero: it does not serve the rest of the use, whatever the dial
  const Limit* limit = nullptr;  ///< the first that refuses above it
  const Metric* not_offered = nullptr;  ///< or what it does not serve at all
};

/// What one plan costs over the dial.
struct PlanCurve {
  const Plan* plan = nullptr;
  Offer offer = Offer::sold;  ///< on the curve's date
  bool may_be_chosen = false; ///< as "cheapest that fits" chooses; a yearly or closed plan only where the person named it
  Counters counters;
  std::vector<Segment> segments;  ///< over [0, top] without a gap
  bool exact = true;              ///< see Segments
  std::optional<PlanEnd> end;     ///< none: without end up to kMostUnits

  const Segment& segment_at(std::int64_t units) const;
  /// The exact bill with nothing refused, not rounded; within [0, top].
  Money cost(std::int64_t units) const;
  bool serves(std::int64_t units) const { return !end || units <= end->most; }
};

/// Who is the cheapest that fits, from a number of units to another, both inclusive.
struct Stretch {
  std::int64_t from = 0, to = 0;
  const PlanCurve* plan = nullptr;  ///< null: nothing that may be chosen serves so much
};

/// From `at` units on (and not one unit before) another plan is the one to take.
struct BreakEven {
  std::int64_t at = 0;
  const PlanCurve* before = nullptr;  ///< neither is null
  const PlanCurve* after = nullptr;
  bool cheaper = false;  ///< `after` costs less; else `before` ends
};

/// One more unit costs less.
struct Cliff {
  const PlanCurve* plan = nullptr;
  std::int64_t at = 0;  ///< with at + 1 units the bill is lower
  Rational saves;       ///< by so much, above zero
};

struct CurveRequest {
  Dial dial;
  std::int64_t top = 0;      ///< 1..kMostUnits
  std::optional<Date> date;  ///< of prices and plans; none: the scenario's
};

/// The bills of all plans of the dial's platform over the dial, all else as the scenario says.
///
/// What is guaranteed: of a plan that is `exact`, cost(n) is the sum that estimate_plan rounds, for every whole n of
/// [0, top] that the plan serves whole (tests re-rate it). Ends are exact: the plan serves `most` units whole and not one
/// more. A break-even is the first whole number at which the other plan's exact bill is the lower one; where two staircases
/// cross more than kMostStretches times, or run beside each other for thousands of steps, one of them stays and `settled` is
/// false.
/// Points into the catalogue and into itself, at nothing else.
struct CostCurve {
  std::string currency;
  std::int64_t top = 0;
  std::vector<PlanCurve> plans;  ///< those sold on the date in the currency that is chosen from, in the catalogue's order
  std::vector<Stretch> envelope;
  std::vector<BreakEven> break_evens;
  std::vector<Cliff> cliffs;
  bool settled = true;

  CostCurve() = default;
  CostCurve(const CostCurve&) = delete;
  CostCurve& operator=(const CostCurve&) = delete;
  CostCurve(CostCurve&&) = default;
  CostCurve& operator=(CostCurve&&) = default;
  const PlanCurve* of(std::string_view plan) const;
};
inline constexpr std::size_t kMostStretches = 100;

/// Without plans where the scenario or the catalogue lacks the platform, or the metric is not an entered one of it.
CostCurve cost_curve(const Scenario& scenario, const World& world, const CurveRequest& request);

}  // namespace tollmeter
