#include "core/budget_state.h"

#include "core/tariff.h"

namespace tollmeter {

BudgetMeasure::BudgetMeasure(const Budget& budget, const Conversion& conversion) : conversion_(&conversion) {
  limit_.amount = budget.amount;
  limit_.currency = budget.currency;
  const ExchangeRate* own = conversion.rate_of(budget.currency);
  converts_ = conversion.into == budget.currency || (own != nullptr && !conversion.into.empty());
  if (!converts_ || conversion.into == budget.currency) return;
  limit_.amount = budget.amount * own->value;
  limit_.currency = conversion.into;
}

std::optional<Rational> BudgetMeasure::worth(std::string_view currency) const {
  if (currency == limit_.currency) return Rational(1);
  const ExchangeRate* rate = converts_ ? conversion_->rate_of(currency) : nullptr;
  if (rate == nullptr) return std::nullopt;
  return rate->value;
}

Money BudgetMeasure::count(const std::vector<Money>& totals) const {
  Money sum;
  sum.currency = limit_.currency;
  for (const Money& total : totals) {
    const std::optional<Rational> each = worth(total.currency);
    if (!each) continue;
    Money part = total;
    part.amount = total.amount * *each;
    add_to(sum, part);
  }
  return sum;
}

BudgetState budget_state(const Budget& budget, const Conversion& conversion, const std::vector<Money>& totals) {
  const BudgetMeasure measure(budget, conversion);
  BudgetState state;
  state.total = measure.count(totals);
  state.difference = state.total;
  state.within = measure.holds(state.total);
  const Rational& limit = measure.limit().amount;
  state.difference.amount = state.within ? limit - state.total.amount : state.total.amount - limit;
  if (measure.currency() != budget.currency) state.rates.push_back(conversion.rate_of(budget.currency));
  for (const Money& total : totals) {
    if (total.currency == measure.currency() || (total.amount.is_zero() && !total.at_least)) continue;
    if (!measure.worth(total.currency)) {
      state.left_out.push_back(total);
    } else if (total.currency != budget.currency) {
      state.rates.push_back(conversion.rate_of(total.currency));
    }
  }
  return state;
}

}  // namespace tollmeter
