#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tollmeter {

/// What a field of a link may hold as it is: letters, digits and "-._,/"; all else becomes %XX.
std::string percent_encoded(std::string_view text);
/// Nothing where a '%' is not followed by two hexadecimal digits.
std::optional<std::string> percent_decoded(std::string_view text);

/// Of an amount with its currency, "274.00USD".
inline constexpr std::size_t kMostAmountBytes = 27;

/// Words of the grammar (docs/link.md).
namespace link_word {
inline constexpr std::string_view kVersion = "1";
inline constexpr std::string_view kComparison = "2";
inline constexpr std::string_view kAt = "at";
inline constexpr std::string_view kTitle = "t";
inline constexpr std::string_view kDate = "d";
inline constexpr std::string_view kCycleDay = "c";
inline constexpr std::string_view kShape = "s";
inline constexpr std::string_view kRetries = "r";
inline constexpr std::string_view kAgain = "again";
inline constexpr std::string_view kInto = "in";
inline constexpr std::string_view kRatePrefix = "rate.";
inline constexpr std::string_view kGrowth = "g";
inline constexpr std::string_view kBudget = "b";
inline constexpr std::string_view kTotal = "sum";
inline constexpr std::string_view kAbout = "about";
inline constexpr std::string_view kAtLeast = "atleast";
inline constexpr std::string_view kDriverPrefix = "you.";
inline constexpr std::string_view kOwn = "own";
inline constexpr std::string_view kUnit = "unit";
inline constexpr std::string_view kUnitPrefix = "unit.";
inline constexpr std::string_view kRangePrefix = "range.";
inline constexpr std::string_view kPlatform = "p";
inline constexpr std::string_view kAlreadyOn = "on";
}  // namespace link_word

}  // namespace tollmeter
