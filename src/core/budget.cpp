#include "core/budget.h"

#include <string>

#include "core/format.h"
#include "core/quantity.h"

namespace tollmeter {

Result<Budget> parse_budget(std::string_view text, std::string_view currency) {
  const Result<Rational> amount = parse_number(text);
  if (!amount) {
    Problem problem = amount.problem();
    if (problem.what.ends_with("is not a number")) problem.expected = "an amount such as 500, 1,500 or 2k";
    return problem;
  }
  const int places = currency_exponent(currency);
  if (amount.value().round_half_up(places) != amount.value()) {
    return Problem{{}, "The budget has more decimals than " + std::string(currency),
                   places == 0 ? "a whole amount" : "at most " + std::to_string(places) + " decimals"};
  }
  return Budget{amount.value(), std::string(currency)};
}

}  // namespace tollmeter
