#include "ui/solve/axis_labels.h"

#include <cmath>

#include "core/format.h"

namespace tollmeter::ui {

namespace {

/// To a millionth; large ones are whole, since a tick of theirs is.
Rational fine(double value) {
  constexpr std::int64_t kMillion = 1'000'000;
  if (std::abs(value) >= static_cast<double>(kMillion)) return Rational(std::llround(value));
  return Rational::fraction(std::llround(value * static_cast<double>(kMillion)), kMillion);
}

}  // namespace

std::string count_label(double value) { return short_number(Rational(std::llround(value))); }

std::string fine_dollar_label(double value) {
  std::string text = price_text(fine(value), "USD");
  if (text.ends_with(".00")) text.resize(text.size() - 3);
  return text;
}

std::string fine_label(double value) { return number_text(fine(value)); }

}  // namespace tollmeter::ui
