#pragma once

#include "core/rational.h"

namespace tollmeter {

/// The logarithm of a number above zero, to nine decimals, half-up, and so exact where it is whole. Worked out in whole
/// numbers, so that every build gives the same digits. Base 2 to 10. Anything else is the overflow state.
Rational logarithm(const Rational& number, int base);

}  // namespace tollmeter
