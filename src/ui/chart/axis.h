#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/calendar.h"

namespace tollmeter::ui {

/// A labelled place on an axis.
struct Tick {
  double at = 0;      ///< 0..1 along the axis
  std::string label;  ///< empty where a label would touch a more important one: the grid line stays
};

/// How values lie along a side of a chart. For drawing only: amounts and limits never pass through here.
class Axis {
 public:
  using Labeller = std::string (*)(double);  ///< what a tick says

  /// Ticks at 1, 2 or 5 times a power of ten.
  static Axis linear(double low, double high, Labeller label);
  /// Ticks at the powers of ten; `low` above zero.
  static Axis logarithmic(double low, double high, Labeller label);
  /// Zero stands apart at the near end; from `low` on the axis is logarithmic. Between them the scale is broken
  /// (`break_at`), which the chart marks.
  static Axis zero_and_log(double low, double high, Labeller label, double zero_share = 0.22);
  /// Whole days; ticks at years, quarters, months or days, as many as find room. Values are Date::days.
  static Axis time(Date from, Date to);

  /// The same axis with only the part from `from` to `to` (0..1 of it) in sight.
  Axis zoomed(double from, double to) const;

  double at(double value) const;  ///< 0..1; values beyond the ends are held at them
  /// The same, but what is out of sight of a zoomed axis lies below 0 or above 1.
  double beyond(double value) const { return (whole_at(value) - from_) / (to_ - from_); }
  double value(double at) const;
  double low() const { return low_; }
  double high() const { return high_; }
  bool broken() const { return kind_ == Kind::zero_and_log; }
  double break_at() const { return (zero_share_ / 2 - from_) / (to_ - from_); }  ///< 0..1, of a broken axis in sight

  /// Ticks for an axis of `length` pixels whose labels take up to `label_room` pixels each along it (their gap
  /// included).
  std::vector<Tick> ticks(float length, float label_room) const;

 private:
  enum class Kind { linear, logarithmic, zero_and_log, time };
  Axis(Kind kind, double low, double high, Labeller label, double zero_share)
      : kind_(kind), low_(low), high_(high), label_(label), zero_share_(zero_share) {}
  double whole_at(double value) const;
  double whole_value(double at) const;
  std::vector<Tick> whole_ticks(int most) const;
  std::vector<Tick> linear_ticks(int most) const;
  std::vector<Tick> log_ticks(int most) const;
  std::vector<Tick> time_ticks(int most) const;

  Kind kind_;
  double low_, high_;
  Labeller label_;
  double zero_share_;
  double from_ = 0, to_ = 1;  ///< the part in sight
};

}  // namespace tollmeter::ui
