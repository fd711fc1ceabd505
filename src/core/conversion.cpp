#include "core/conversion.h"

#include "core/format.h"
#include "core/tariff.h"

namespace tollmeter {

ConvertedTotal converted_total(const Estimate& estimate, const Scenario& scenario) {
  const Conversion& conversion = scenario.conversion;
  ConvertedTotal out;
  if (conversion.into.empty()) return out;
  Money sum;
  sum.currency = conversion.into;
  for (const Money& total : estimate.totals) {
    Money part = total;
    if (total.currency != conversion.into) {
      const ExchangeRate* rate = conversion.rate_of(total.currency);
      if (rate == nullptr) {
        out.lacking.push_back(total.currency);
        continue;
      }
      part.amount = total.amount * rate->value;
    }
    add_to(sum, part);
  }
  sum.amount = sum.amount.round_half_up(currency_exponent(sum.currency));
  if (out.lacking.empty()) out.total = sum;
  return out;
}

}  // namespace tollmeter
