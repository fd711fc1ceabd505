#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "core/solve/counters.h"
#include "core/tariff.h"

namespace tollmeter {

/// The exact bill of one plan on one date, not rounded, with one entered metric at any number of units and nothing refused.
class PlanBill {
 public:
  PlanBill(const Usage& usage, std::size_t entered, const Plan& plan, Date date);

  const Money& at(std::int64_t units);
  const Tariff& tariff() const { return tariff_; }
  /// How many bills were computed.
  std::size_t computed() const { return known_.size(); }

 private:
  Usage usage_;
  const Usage& original_;
  std::size_t entered_;
  const Plan& plan_;
  Date date_;
  Tariff tariff_;
  std::map<std::int64_t, Money> known_;
};

/// A stretch of whole units on which a plan's bill is one weighted sum of counters.
struct Segment {
  std::int64_t from = 0, to = 0;  ///< both inclusive
  Money at_from;                  ///< exact; the marks are those of the whole stretch
  Rational slope;                 ///< of one more unit; where the stretch has steps, on average
  bool steps = false;             ///< rounded parts or packages make it a staircase
  std::vector<Rational> weights;  ///< by counter
  std::vector<Rational> begin;    ///< the counters at `from`
};

/// The segments of a bill over [0, top], one after another. Each is as long as its weighted sum holds: the weights are
/// solved for exactly from bills near its beginning and at the first step of each counter, and then checked against bills
/// at its end, behind it, and in between; kinks that are not in Counters::kinks are found by bisection.
/// `exact` is false where there are more than kMostSegments: the last one is then a straight line to the bill at `top`, and
/// only near.
struct Segments {
  std::vector<Segment> list;
  bool exact = true;
};
inline constexpr std::size_t kMostSegments = 200;
Segments segments_of(PlanBill& bill, const Counters& counters, std::vector<std::int64_t> kinks, std::int64_t top);

/// The bill at a place of the segment.
Rational cost_at(const Segment& segment, const Counters& counters, std::int64_t units);
/// How far the bill at any place may lie from what the slope says of it from any other place; zero without steps.
Rational sway_of(const Segment& segment, const Counters& counters);

}  // namespace tollmeter
