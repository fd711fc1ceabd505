#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/calendar.h"
#include "core/rational.h"
#include "core/result.h"

namespace tollmeter {

/// What one unit of a currency is in the currency of the converted total: said by a person, never by the project.
struct ExchangeRate {
  std::string currency;  ///< as is_currency_code: "EUR"
  Rational value;        ///< above 0, at most 10^9, at most 12 decimals
  std::string typed;     ///< "1.0840"
  Date as_of;            ///< the day of the rate
  friend bool operator==(const ExchangeRate&, const ExchangeRate&) = default;
};

/// The currency that a person wants the whole total in, and the rates into it.
struct Conversion {
  std::string into;                 ///< empty: totals stand per currency, and there are no rates
  std::vector<ExchangeRate> rates;  ///< by currency, ascending; each once, none of `into`; at most kMostRates

  const ExchangeRate* rate_of(std::string_view currency) const;  ///< null: none is set
  /// Sets or replaces the rate of its currency.
  void set(ExchangeRate rate);
  void remove(std::string_view currency);
  friend bool operator==(const Conversion&, const Conversion&) = default;
};
inline constexpr std::size_t kMostRates = 8;

/// Three capitals, as in ISO 4217, other than its codes for no currency (XXX) and for tests (XTS). New currencies come, so there is no
/// list of them.
bool is_currency_code(std::string_view text);
/// "1.0845": digits and one point, nothing else, since "1,084" is read in two ways. Above 0, at most 10^9, at most 12
/// decimals and 24 characters. The problem names no place.
Result<Rational> parse_rate(std::string_view text);

}  // namespace tollmeter
