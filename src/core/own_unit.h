#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/range.h"
#include "core/rational.h"
#include "core/result.h"
#include "core/typed_number.h"

namespace tollmeter {

/// What the person counts in, "one customer a month": so many of each operation for one of it, and how many of it there
/// are in a billing cycle. It adds to what is asked of each operation by itself.
struct OwnUnit {
  using Amounts = std::map<std::string, TypedNumber, std::less<>>;
  std::string name;   ///< "one customer a month"; at most kMostUnitNameBytes, may be empty
  TypedNumber count;  ///< whole, zero or more
  std::optional<Range> range;  ///< of the count
  std::map<std::string, Amounts, std::less<>> parts;  ///< by platform, then by entered metric: for one unit, above zero

  /// Null where one unit takes none of it.
  const TypedNumber* part(std::string_view platform, std::string_view metric) const;
  /// What all units ask of a metric in the cycle, exact; zero where one takes none of it.
  Rational asked(std::string_view platform, std::string_view metric) const;
  int operations() const;  ///< how many parts
  /// The most units whose calls can be counted: 10^15 of each operation.
  Rational most_countable() const;

  friend bool operator==(const OwnUnit&, const OwnUnit&) = default;
};

/// Bounds that every unit keeps, whoever made it.
inline constexpr int kMostUnitNameBytes = 60;
inline constexpr int kMostUnitParts = 40;

/// Cleaned as titles are, and cut to its own length.
std::string clean_unit_name(std::string_view text);
/// Whole, from zero to 10^15, in the spellings of quantities: "600", "1.5k".
Result<Rational> parse_unit_count(std::string_view text);
/// Above zero and up to 10^15: "10", "0.5", "5k".
Result<Rational> parse_unit_amount(std::string_view text);
/// What is wrong with a unit whose numbers are each within bounds: too many parts, or too many calls in all.
std::optional<Problem> beyond_bounds(const OwnUnit& unit);

}  // namespace tollmeter
