#pragma once

#include <string>
#include <string_view>

#include "core/rational.h"
#include "core/result.h"

namespace tollmeter {

/// How everything that is entered grows: to `times` what it was in so many months. Percent a month is the case of one month.
struct GrowthRate {
  Rational times = 1;  ///< above zero, at most six decimals
  int months = 1;      ///< 1..kMostGrowthMonths
  bool grows() const { return times != Rational(1); }
  bool is_target() const { return months > 1; }
  friend bool operator==(const GrowthRate&, const GrowthRate&) = default;
};

inline constexpr int kMostGrowthMonths = 36;
inline constexpr int kLeastGrowthPercent = -50;  ///< a month
inline constexpr int kMostGrowthPercent = 100;   ///< a month

/// "5", "5 %", "-2.5%": percent a month, -50 to 100, at most four decimals.
Result<GrowthRate> growth_by_percent(std::string_view text);
/// "3" times in 1 to 36 months, at most four decimals; between halving and doubling each month.
Result<GrowthRate> growth_to_target(std::string_view times, int months);

/// 5 of five percent a month; of a target what `times` less one is in percent.
Rational growth_percent(const GrowthRate& rate);

}  // namespace tollmeter
