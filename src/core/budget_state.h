#pragma once

#include <vector>

#include "core/estimate.h"

namespace tollmeter {

/// A total against the budget, which holds amounts of its own currency only: no rate is invented, and one that a person set is for
/// a total to read, rounded.
struct BudgetState {
  Money total;          ///< of the budget's currency; zero where nothing is in it
  Money difference;     ///< what it is over or under, never below zero
  bool within = true;   ///< exactly the budget is within it
  std::vector<Money> left_out;  ///< what is due in other currencies
};
BudgetState budget_state(const Budget& budget, const std::vector<Money>& totals);

/// The sum of that currency; zero where there is none.
Money total_in(const std::string& currency, const std::vector<Money>& totals);

}  // namespace tollmeter
