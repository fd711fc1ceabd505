#pragma once

#include <vector>

#include "core/growth_rate.h"

namespace tollmeter {

/// What the quantities of months 0..`months` are multiplied by; the first is 1. Each is the month before times the month's
/// growth, kept to 18 significant digits, half-up, and so exact as long as it has no more. The month's growth on the way to a
/// target is the largest of twelve decimals that does not pass it; in each month in which the target, or the target of the
/// target, is due it is met.
std::vector<Rational> growth_multiples(const GrowthRate& rate, int months);

/// The growth of one month: 1.05, or of "3 times in 12 months" 1.095872691135.
Rational monthly_growth(const GrowthRate& rate);

}  // namespace tollmeter
