#pragma once

#include <initializer_list>
#include <optional>

#include "core/call_clock.h"

namespace tollmeter {

/// What has flowed into a bucket by the instants of calls, in whole units of which a call is so many that everything comes out
/// even. Where such units do not fit 128 bits they are coarser, and `exact` is false: a millionth of a call is then lost here and
/// there.
class FlowClock {
 public:
  /// `flow` in calls a second; `levels` are the calls that level() is to be asked for.
  FlowClock(const CallClock& calls, const Rational& flow, std::initializer_list<Rational> levels);

  bool exact() const { return exact_; }
  Int128 one() const { return unit_; }  ///< call
  Int128 level(const Rational& calls) const { return (calls * whole(unit_)).floor().num(); }
  Rational calls(Int128 level) const { return Rational::fraction(level, unit_); }
  /// Since the cycle's begin.
  Int128 by(Int128 call) const;
  /// Between two calls of a piece of traffic.
  Int128 between(const Traffic::Piece& piece) const { return between_ / piece.weight; }

 private:
  const CallClock* calls_;
  Rational flow_;
  bool exact_ = true;
  Int128 unit_ = 1;            ///< of a call
  Int128 ticks_a_second_ = 1;  ///< call instants are whole ticks
  Int128 flow_a_tick_ = 0;
  Int128 between_ = 0;  ///< what flows between two calls of a piece, x its weight
};

/// The instant, up to a whole second, at which enough has flowed in; nothing after the year 9999.
std::optional<Instant> refilled_at(const Rational& seconds);

/// a / b rounded down, of any signs but a b of zero.
inline Int128 floor_of(Int128 a, Int128 b) { return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0); }

}  // namespace tollmeter
