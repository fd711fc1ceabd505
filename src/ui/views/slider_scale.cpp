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

double SliderScale::step() const {
  return std::max(0.012, (1 - kZeroEnd) * std::log10(1.1) / decades_);
}

}  // namespace tollmeter::ui
