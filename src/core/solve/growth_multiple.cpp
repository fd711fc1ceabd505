#include "core/solve/growth_multiple.h"

namespace tollmeter {
namespace {

constexpr std::int64_t kEighteenDigits = 1'000'000'000'000'000'000;
constexpr std::int64_t kRootParts = 1'000'000'000'000;

Rational to_18_digits(const Rational& number) {
  Rational scale = 1;
  while ((number * scale).ok() && number * scale * 10 < kEighteenDigits && !(number * scale).is_whole()) scale = scale * 10;
  return (number * scale).round_half_up(0) / scale;
}

Rational power(Rational base, int exponent) {
  Rational product = 1;
  for (; exponent > 0; exponent /= 2) {
    if (exponent % 2 == 1) product = to_18_digits(product * base);
    if (exponent > 1) base = to_18_digits(base * base);
  }
  return product;
}

}  // namespace

Rational monthly_growth(const GrowthRate& rate) {
  if (!rate.is_target()) return rate.times;
  std::int64_t below = kRootParts / 2;  // the bounds of a rate: half and double each month
  std::int64_t above = 2 * kRootParts + 1;
  while (above - below > 1) {
    const std::int64_t middle = below + (above - below) / 2;
    (power(Rational::fraction(middle, kRootParts), rate.months) <= rate.times ? below : above) = middle;
  }
  return Rational::fraction(below, kRootParts);
}

std::vector<Rational> growth_multiples(const GrowthRate& rate, int months) {
  const Rational monthly = monthly_growth(rate);
  std::vector<Rational> multiples = {1};
  Rational met = 1;
  for (int month = 1; month <= months; ++month) {
    if (month % rate.months == 0) {
      met = to_18_digits(met * rate.times);
      multiples.push_back(met);
    } else {
      multiples.push_back(to_18_digits(multiples.back() * monthly));
    }
  }
  return multiples;
}

}  // namespace tollmeter
