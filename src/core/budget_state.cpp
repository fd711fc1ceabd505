#include "core/budget_state.h"

namespace tollmeter {

Money total_in(const std::string& currency, const std::vector<Money>& totals) {
  for (const Money& total : totals) {
    if (total.currency == currency) return total;
  }
  Money none;
  none.currency = currency;
  return none;
}

BudgetState budget_state(const Budget& budget, const std::vector<Money>& totals) {
  BudgetState state;
  state.total = total_in(budget.currency, totals);
  state.difference = state.total;
  state.within = state.total.amount <= budget.amount;
  state.difference.amount = state.within ? budget.amount - state.total.amount : state.total.amount - budget.amount;
  for (const Money& total : totals) {
    if (total.currency != budget.currency && (!total.amount.is_zero() || total.at_least)) state.left_out.push_back(total);
  }
  return state;
}

}  // namespace tollmeter
