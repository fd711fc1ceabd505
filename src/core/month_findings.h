#pragma once

// Internal: what was found out about one platform's month, so that it is found once.

#include <utility>
#include <vector>

#include "core/advice.h"
#include "core/estimate.h"

namespace tollmeter {

/// What one platform contributes to a step of the price history.
struct HistoryVerdict {
  Money chosen, all;
  bool known = true, chosen_sold = false;
  int chosen_breaches = 0;
  bool serves_all = false;
  const Plan* chosen_plan = nullptr;
  const Plan* all_plan = nullptr;
};

/// Few dates are asked about.
template <class Found>
class ByDate {
 public:
  template <class Find>
  const Found& at(Date date, Find find) {
    for (const auto& [day, found] : all_) {
      if (day == date) return found;
    }
    return all_.emplace_back(date, find()).second;
  }

 private:
  std::vector<std::pair<Date, Found>> all_;
};

struct MonthFindings {
  ByDate<PlanChoice> choices;                    ///< cheapest_for
  ByDate<HistoryVerdict> verdicts;               ///< price_history, by the first day asked about of a stretch without changes
  ByDate<PlatformEstimate> as_chosen, cheapest;  ///< of a ScenarioMonth that remembers
};

}  // namespace tollmeter
