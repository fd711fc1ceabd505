#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/estimate.h"

namespace tollmeter {

/// How a budget counts. Its own currency counts as it is, others at the person's rates where these lead into it. Where the
/// rates lead into another currency and the budget's has one too, everything is counted there, the budget as well, so that no
/// rate is ever turned round. Points into the conversion.
class BudgetMeasure {
 public:
  BudgetMeasure(const Budget& budget, const Conversion& conversion);
  const std::string& currency() const { return limit_.currency; }  ///< that in which it is counted
  const Money& limit() const { return limit_; }                    ///< the budget, exact
  /// What one of the currency counts; nothing where no rate leads to it.
  std::optional<Rational> worth(std::string_view currency) const;
  /// What counts of the totals, exact, with their marks.
  Money count(const std::vector<Money>& totals) const;
  bool holds(const Money& counted) const { return counted.amount <= limit_.amount; }  ///< exactly the budget is within it
  const Conversion& conversion() const { return *conversion_; }

 private:
  const Conversion* conversion_;
  Money limit_;
  bool converts_ = false;
};

/// A total against the budget.
struct BudgetState {
  Money total;          ///< what counts, exact; zero where nothing does
  Money difference;     ///< what it is over or under, never below zero
  bool within = true;   ///< exactly the budget is within it
  std::vector<const ExchangeRate*> rates;  ///< that it rests on, of the scenario's conversion
  std::vector<Money> left_out;             ///< what is due in currencies without a rate
};
BudgetState budget_state(const Budget& budget, const Conversion& conversion, const std::vector<Money>& totals);

}  // namespace tollmeter
