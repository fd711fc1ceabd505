#include "ui/views/slider_scale.h"

#include <algorithm>
#include <cmath>

namespace tollmeter::ui {

namespace {

constexpr double kZeroEnd = 0.02;  // the stretch between zero and `least`

Rational power_of_ten(int exponent) {
  Rational power = 1;
  for (int i = 0; i < std::abs(exponent); ++i) power = power * 10;
  return exponent < 0 ? Rational(1) / power : power;
}

/// The greatest power of ten that is at most `value`; `value` above zero.
Rational magnitude(const Rational& value) {
  Rational power = power_of_ten(static_cast<int>(std::floor(std::log10(value.approx()))));
  while (power > value) power = power / 10;
  while (power * 10 <= value) power = power * 10;
  return power;
}

Rational two_digits_above(const Rational& value) {
  if (!(value > 0)) return 0;
  const Rational digit = magnitude(value) / 10;
  return ((value / digit).floor() + 1) * digit;
}

Rational two_digits_below(const Rational& value) {
  if (!(value > 0)) return 0;
  Rational digit = magnitude(value) / 10;
  if (value == digit * 10) digit = digit / 10;
  return ((value / digit).ceil() - 1) * digit;
}

Rational round_above(const Rational& value) {
  if (!(value > 0)) return 0;
  const Rational power = magnitude(value);
  for (const int first : {2, 5}) {
    if (power * first > value) return power * first;
  }
  return power * 10;
}

Rational round_below(const Rational& value) {
  if (!(value > 0)) return 0;
  const Rational power = magnitude(value);
  for (const int first : {5, 2, 1}) {
    if (power * first < value) return power * first;
  }
  return power / 2;
}

}  // namespace

SliderScale::SliderScale(Rational least, Rational most)
    : least_(least > Rational(0) ? least : Rational(1)),
      most_(most > least_ ? most : least_ * Rational(10)),
      log_least_(std::log10(least_.approx())),
      decades_(std::log10(most_.approx()) - log_least_) {}

double SliderScale::position(Rational units) const {
  if (!(units > Rational(0))) return 0;
  const double amount = units.approx();
  if (units < least_) return kZeroEnd * amount / least_.approx();
  return std::min(1.0, kZeroEnd + (1 - kZeroEnd) * (std::log10(amount) - log_least_) / decades_);
}

Rational SliderScale::value(double position, Rational per_cycle) const {
  if (!(position >= kZeroEnd / 2)) return 0;
  const double along = std::clamp((position - kZeroEnd) / (1 - kZeroEnd), 0.0, 1.0);
  const double exponent = log_least_ + along * decades_ - std::log10(per_cycle.approx());
  // A hair is added so that 10^5 does not come out as 99,999.99 and lose its first digit.
  const int scale = static_cast<int>(std::floor(exponent + 1e-9)) - 1;
  const double two_digits = std::round(std::pow(10.0, exponent - scale));
  return Rational(static_cast<std::int64_t>(two_digits)) * power_of_ten(scale);
}

KeyStops SliderScale::stops(const Rational& value, const Rational& per_cycle) const {
  const Rational from = min(value, most_ / per_cycle);
  const auto at = [&](const Rational& wanted) { return position(wanted * per_cycle); };
  const Rational least = least_ / per_cycle;
  const auto up = [&](const Rational& next) { return at(max(next, least)); };
  const auto down = [&](const Rational& next) { return next < least ? 0 : at(next); };
  return {down(two_digits_below(from)), up(two_digits_above(from)), down(round_below(from)), up(round_above(from))};
}

}  // namespace tollmeter::ui
