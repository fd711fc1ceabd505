#include "core/budget.h"

#include "core/format.h"
#include "core/quantity.h"

namespace tollmeter {

Result<Budget> parse_budget(std::string_view text, std::string_view currency) {
  const Result<Rational> amount = parse_number(text);
  if (!amount) return Problem{{}, amount.problem().what, "an amount such as 500, 1,500 or 2k"};
  return Budget{amount.value().round_half_up(currency_exponent(currency)), std::string(currency)};
}

}  // namespace tollmeter
