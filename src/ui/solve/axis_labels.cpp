#include "ui/solve/axis_labels.h"

#include <cmath>

#include "core/format.h"
#include "ui/views/result_words.h"

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
  const Rational amount = fine(value);
  return amount.is_whole() ? dollar_label(value) : price_text(amount, "USD");
}

std::string fine_label(double value) { return number_text(fine(value)); }

}  // namespace tollmeter::ui
