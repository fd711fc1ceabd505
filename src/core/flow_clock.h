#pragma once

#include <numeric>
#include <optional>

#include "core/call_clock.h"

namespace tollmeter {

/// What has flowed into a bucket by the instants of calls, counted in calls. As fractions: exact for all numbers.
class FractionFlow {
 public:
  using Level = Rational;

  FractionFlow(const CallClock& calls, const Rational& flow) : calls_(calls), flow_(flow) {}

  Level level(const Rational& calls) const { return calls; }
  Rational calls(const Level& level) const { return level; }
  Level by(Int128 call) const { return flow_ * (calls_.instant(call) - calls_.traffic().begin().seconds); }
  /// Between two calls of a piece of traffic.
  Level between(const Traffic::Piece& piece) const {
    return flow_ * calls_.traffic().total_weight() / (calls_.total() * piece.weight);
  }
  static Level times(const Level& level, Int128 n) { return level * Rational::fraction(n, 1); }
  static Int128 floor_of(const Level& a, const Level& b) { return (a / b).floor().num(); }

 private:
  const CallClock& calls_;
  Rational flow_;
};

/// The same in whole units of which a call is so many that everything comes out even: far faster, and only where the numbers
/// fit 128 bits.
class WholeFlow {
 public:
  using Level = Int128;

  /// `levels` are the calls that level() is to be asked for; nothing where it does not fit.
  static std::optional<WholeFlow> of(const CallClock& calls, const Rational& flow, std::initializer_list<Rational> levels);

  Level level(const Rational& calls) const { return (calls * Rational::fraction(unit_, 1)).num(); }
  Rational calls(const Level& level) const { return Rational::fraction(level, unit_); }
  Level by(Int128 call) const { return calls_->ticks(call, ticks_a_second_) * flow_a_tick_; }
  Level between(const Traffic::Piece& piece) const { return between_ / piece.weight; }
  static Level times(const Level& level, Int128 n) { return level * n; }
  static Int128 floor_of(const Level& a, const Level& b) {
    const Int128 whole = a / b;
    return whole - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0);
  }

 private:
  const CallClock* calls_ = nullptr;
  Int128 unit_ = 1;            ///< of a call
  Int128 ticks_a_second_ = 1;  ///< call instants are whole ticks
  Int128 flow_a_tick_ = 0;
  Int128 between_ = 0;  ///< what flows between two calls of a piece, x its weight
};

}  // namespace tollmeter
