#include "core/budget.h"

#include <string>

#include "core/format.h"
#include "core/quantity.h"

namespace tollmeter {

Result<Budget> parse_budget(std::string_view text, std::string_view currency) {
  const Result<Rational> amount = parse_number(text, tr("an amount such as 500, 1,500 or 2k"));
  if (!amount) return amount.problem();
  const int places = currency_exponent(currency);
  if (amount.value().round_half_up(places) != amount.value()) {
    return Problem{{}, tr("The budget has more decimals than {0}", {currency}),
                   places == 0 ? tr("a whole amount") : tr("at most {0} decimals", {std::to_string(places)})};
  }
  return Budget{amount.value(), std::string(currency)};
}

}  // namespace tollmeter
