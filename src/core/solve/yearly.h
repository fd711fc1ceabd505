#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/platform_month.h"

namespace tollmeter {

/// A plan paid by the month and the same one paid a year ahead, for the same use each month. What a year ahead pays is
/// what the plan costs when nothing is used; what goes by use is paid as it comes on both.
struct YearlyPair {
  const Plan* monthly = nullptr;
  const Plan* yearly = nullptr;
  Money month_by_month, month_by_year;  ///< a month's bill; of the yearly plan with a twelfth of what is paid ahead
  Money year_by_month, year_by_year;    ///< twelve months, rounded once
  Money ahead;                          ///< of the latter, what is due on the first day
  Money saved;                          ///< over twelve months; below zero: paying ahead costs more
  Rational saved_share;                 ///< of twelve months by the month; zero where these cost nothing
  /// The first month of staying, 1 to 12, at the end of which less was paid than by the month, the rest of the year not
  /// being paid back; none: not within the year.
  std::optional<int> cheaper_from;
  bool even_before = false;  ///< at the end of the month before it both have cost the same
  std::vector<std::string> limits;  ///< that differ: "posts read: 15,000 a month instead of 10,000"
};

/// `plan` with its counterpart, whichever of the two it is; nothing where there is none or it cannot be had on the date.
std::optional<YearlyPair> yearly_pair(PlatformMonth& month, const Plan& plan, Date date);

}  // namespace tollmeter
