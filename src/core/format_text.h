#pragma once

#include <string>
#include <string_view>

#include "core/rational.h"

namespace tollmeter {

/// The U+2212 minus that figures are printed with.
inline constexpr std::string_view kMinus = "\xE2\x88\x92";

/// Exactly `places` decimals, grouped by thousands, with a printed minus: "−1,234.50".
std::string fixed_text(const Rational& number, int places);
/// At most `places` decimals, rounded half-up, without trailing zeros.
std::string trimmed_text(const Rational& number, int places);

}  // namespace tollmeter
