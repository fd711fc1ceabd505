#include "core/logarithm.h"

namespace tollmeter {
namespace {

constexpr int kBits = 62;      // of a fixed-point number from 1 to 2
constexpr int kFraction = 44;  // binary digits of the result, more than nine decimals need
__extension__ using Wide = unsigned __int128;

/// log2 of a number from 1 (inclusive) to 2 (exclusive), by squaring: each square past 2 is a binary digit.
Rational log2_of_mantissa(const Rational& number) {
  const Rational scaled = number * Rational(std::int64_t{1} << kBits);
  if (!scaled.ok()) return Rational::overflow();
  auto value = static_cast<Wide>(scaled.floor().to_int64());
  std::int64_t digits = 0;
  for (int i = 0; i < kFraction; ++i) {
    value = value * value >> kBits;
    digits *= 2;
    if (value >> (kBits + 1) == 0) continue;
    digits += 1;
    value >>= 1;
  }
  return Rational::fraction(digits, std::int64_t{1} << kFraction);
}

Rational log2_of(Rational number) {
  std::int64_t whole = 0;
  for (; number >= 2; ++whole) number = number / 2;
  for (; number < 1; --whole) number = number * 2;
  return log2_of_mantissa(number) + whole;
}

}  // namespace

Rational logarithm(const Rational& number, int base) {
  if (!number.ok() || number <= 0 || base < 2 || base > 10) return Rational::overflow();
  const Rational in_twos = log2_of(number);
  return (base == 2 ? in_twos : (in_twos / log2_of(base))).round_half_up(9);
}

}  // namespace tollmeter
