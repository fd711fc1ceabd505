#pragma once

#include "core/rational.h"
#include "ui/semantics.h"

namespace tollmeter::ui {

/// The track of a quantity's slider: zero at the left end, then a logarithmic stretch from `least` to `most` units a cycle.
/// Positions are pixels in the end, so they are doubles; values come out exact, with two significant digits.
class SliderScale {
 public:
  SliderScale(Rational least, Rational most);

  /// 0..1 for so many units a cycle; beyond the ends it stays at the ends.
  double position(Rational units) const;
  /// The value at a position, in a unit of time of which a cycle has `per_cycle` ("a day": 30).
  Rational value(double position, Rational per_cycle = 1) const;
  bool holds(Rational units) const { return units <= most_; }
  /// Where keys take the slider from `value`, of a unit of time of which a cycle has `per_cycle`: arrows to the next number of two
  /// significant digits, Page Up and Page Down to the next of 1, 2, 5, 10, 20 ... Between zero and `least` there is none.
  KeyStops stops(const Rational& value, const Rational& per_cycle = 1) const;

 private:
  Rational least_, most_;
  double log_least_, decades_;
};

}  // namespace tollmeter::ui
