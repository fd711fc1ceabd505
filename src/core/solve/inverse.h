#pragma once

#include <cstdint>
#include <optional>

#include "core/solve/curve.h"

namespace tollmeter {

/// The most units of the dial that a budget and the limits allow.
struct Affordable {
  enum class Stop {
    budget,       ///< one more would cost more
    limit,        ///< one more would be refused: see `end`
    not_served,   ///< the plan does not serve the rest of the use, however little the dial asks: see `end`
    not_afforded, ///< even with none of the dial it costs more
    no_price,     ///< what the plan costs is not published
    nothing,      ///< up to the curve's top nothing stops it
  };
  Stop stop = Stop::nothing;
  std::int64_t most = 0;  ///< units a cycle; 0 where not even none is possible
  const PlanCurve* plan = nullptr;  ///< the one that serves `most`; null where no plan of the curve may be chosen
  PlanEnd end;                      ///< of `plan`, where a limit stops it
  Money cost;                       ///< exact, of `most` units
};

/// The exact bills that a budget allows: up to an amount, which itself is among them unless the bound is open.
struct BillBound {
  Rational amount;
  bool open = false;
  bool holds(const Rational& bill) const { return open ? bill < amount : bill <= amount; }
};
/// The greatest place of [segment.from, to] whose bill is within the bound; none where there is none.
std::optional<std::int64_t> most_within(const BillBound& bound, const PlanCurve& plan, const Segment& segment,
                                        std::int64_t to);

/// On one plan of the curve; `budget` is an amount of its currency, and an exact bill of exactly that is within it. Where
/// one more unit costs less (a cliff), the greatest number within the budget counts, not the first that exceeds it.
Affordable most_for(const Rational& budget, const PlanCurve& plan, std::int64_t top);

/// On the plan of those that may be chosen which allows most, the cheaper one (at that number) where several do. A plan without
/// a published price is not considered; a quoted one only where no published one can be had for the budget.
Affordable most_for(const Rational& budget, const CostCurve& curve, Date date);
/// The same among plans whose price is quoted or only reported, whatever the published ones allow; without a plan where none
/// of these is possible.
Affordable most_quoted_for(const Rational& budget, const CostCurve& curve, Date date);

/// By how much all quantities of the scenario's platform may be multiplied before the limit refuses, all else as it is.
struct GrowthHeld {
  Rational times;          ///< in whole thousandths: it holds, and a thousandth more does not; below 1: it refuses now
  bool without_end = false;  ///< it holds at kMostGrowth times, or nothing is asked of it
};
inline constexpr std::int64_t kMostGrowth = 1'000'000;
GrowthHeld growth_held(const PlatformMonth& month, const Plan& plan, Date date, const Limit& limit);

}  // namespace tollmeter
