#pragma once

#include <string>
#include <string_view>

#include "core/calendar.h"
#include "core/rational.h"
#include "core/result.h"

namespace tollmeter {

enum class Per { second, minute, hour, day, month };

/// So many in a unit of time, with the text that the person typed (echoed as typed, kept in the link).
struct Quantity {
  Rational value;  ///< never negative
  Per per = Per::month;
  std::string typed;  ///< canonical when it came from a slider: "6000", "200/day"

  /// How many that makes in the cycle (a month is the whole cycle; a day is 24 hours of it).
  Rational in(const Cycle& cycle) const;
  friend bool operator==(const Quantity&, const Quantity&) = default;
};

/// "6000", "6,000", "6 000", "6k", "1.5M", "2e6", "200/day", "3 / h", "10 per minute"; at most 24 characters of
/// number, up to 10^15. Without a unit the one given holds.
Result<Quantity> parse_quantity(std::string_view text, Per unless_said);
/// "40 %", "40%", "0.4": 0 to 1.
Result<Rational> parse_share(std::string_view text);
/// A plain number with the same spellings (drivers).
Result<Rational> parse_number(std::string_view text);
/// `expected` is what is said where it is no number.
Result<Rational> parse_number(std::string_view text, std::string_view expected);

/// The canonical text of a quantity: "6000", "200/day". A value without an end as a decimal is rounded to
/// 6 places: round before, where the text must read back as the same value.
std::string quantity_text(const Rational& value, Per per);
std::string_view per_word(Per per);  ///< "second" .. "month", as links and files have it
std::string per_text(std::string_view amount, Per per);  ///< "200 a day", "5 an hour", in the language that is spoken

}  // namespace tollmeter
