#pragma once

#include <optional>

#include "core/estimate.h"

namespace tollmeter {

/// What has been spent exceeds the budget for the first time.
struct BudgetCrossing {
  Date day;               ///< of UTC, by the end of which it does
  bool at_start = false;  ///< what is due before the first call does already
  bool about = false;     ///< a limit of less than the cycle refuses or delays, and is not followed day by day
  Money spent;            ///< by then, exact; see BudgetMeasure
};

/// In the scenario's cycle, on the plans as chosen. Spent is what would be billed if no call came any more: fees and what stands
/// (Metric::Accrual) are due from the start, what is kept by the time gone by, calls as the traffic brings them, of each operation
/// at most what is served in the whole cycle. Nothing where there is no budget or the whole cycle is within it, even if a falling
/// price was above it on the way.
std::optional<BudgetCrossing> budget_crossing(const Scenario& scenario, const World& world);

/// The first month in which a total as chosen exceeds the budget while the use grows, in slices. Keeps a copy of the scenario.
class BudgetGrowth {
 public:
  BudgetGrowth(const Scenario& scenario, const World& world);
  bool done() const;
  void step(std::size_t months);
  std::size_t months() const { return next_; }  ///< that are computed
  struct Month {
    std::size_t month = 0;  ///< 0 is the scenario's own
    Cycle cycle;
    Money total;  ///< what counts, exact
  };
  const std::optional<Month>& crossed() const { return crossed_; }

 private:
  Scenario scenario_;
  World world_;
  std::vector<Rational> multiples_;
  std::size_t next_ = 0;
  std::optional<Month> crossed_;
};

}  // namespace tollmeter
