#pragma once

#include <string>
#include <string_view>

#include "core/rational.h"
#include "core/result.h"

namespace tollmeter {

/// What a month may cost, in one currency.
struct Budget {
  Rational amount;       ///< zero or more, with no more decimals than the currency has
  std::string currency;  ///< "USD"
  friend bool operator==(const Budget&, const Budget&) = default;
};

/// "500", "1,500.50", "2k" in the currency.
Result<Budget> parse_budget(std::string_view text, std::string_view currency);

}  // namespace tollmeter
