#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/quantity.h"
#include "core/result.h"
#include "core/typed_number.h"

namespace tollmeter {

struct Driver;

/// What an input may be at least and at most. What it is set to is its likely value; where that was moved out of the range since, the
/// range reaches to it.
struct Range {
  TypedNumber low, high;  ///< as the input itself: so many a unit of time, a share of 0..1, a plain number; `low` <= `high`
  Per per = Per::month;   ///< of a quantity: of both ends
  friend bool operator==(const Range&, const Range&) = default;
};

/// What a range is of, and so how its ends are typed.
enum class RangeOf { quantity, share, driver, unit_count };

/// How many inputs of a scenario may have one.
inline constexpr std::size_t kMostRanges = 32;

/// Both ends by the rules of the input's own field (parse_quantity with `per`, parse_share, parse_number, parse_unit_count), the low
/// one not above the high one. An end of a quantity that names another unit of time than `per` is refused. The problem says which end
/// it is of and names no place.
Result<Range> parse_range(RangeOf kind, std::string_view low, std::string_view high, Per per = Per::month);

/// What of a range goes beyond what its driver may be, and which end.
std::optional<Problem> out_of_range(const Range& range, const Driver& driver);

}  // namespace tollmeter
