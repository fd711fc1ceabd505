#include "core/flow_clock.h"

#include <algorithm>
#include <numeric>

namespace tollmeter {
namespace {

/// The least common multiple of two numbers above zero; the overflow state where it is too large to be of use.
Rational common_multiple(const Rational& a, Int128 b) {
  if (!a.ok() || a.num() >> 62 != 0 || b >> 62 != 0) return Rational::overflow();
  return a / std::gcd(a.to_int64(), static_cast<std::int64_t>(b)) * whole(b);
}

}  // namespace

FlowClock::FlowClock(const CallClock& calls, const Rational& flow, std::initializer_list<Rational> levels)
    : calls_(&calls), flow_(flow) {
  const Traffic& traffic = calls.traffic();
  Rational weights = 1, fractions = 1, highest = calls.total();
  for (const Traffic::Piece& piece : traffic.pieces()) {
    if (piece.weight > 0) weights = common_multiple(weights, piece.weight);
  }
  for (const Rational& level : levels) {
    fractions = common_multiple(fractions, level.den());
    highest += level;
  }
  // Call n comes n x total weight / (total x weight) seconds into the traffic of its piece.
  const Rational ticks = whole(calls.total().num()) * weights;
  const Rational unit = ticks * whole(flow.den()) * fractions;
  const std::int64_t month = traffic.end().seconds - traffic.begin().seconds;
  const Rational between = flow * traffic.total_weight() / calls.total();
  highest += flow * month;
  const bool fits = (highest * unit * 4).ok() && (between * unit).is_whole() &&
                    (whole(calls.total().den()) * traffic.total_weight() * ticks).ok();
  if (fits) {
    unit_ = unit.num();
    ticks_a_second_ = ticks.num();
    flow_a_tick_ = (flow * unit / ticks).num();
    between_ = (between * unit).num();
    return;
  }
  exact_ = false;
  unit_ = 1'000'000;
  between_ = level(between);
}

std::optional<Instant> refilled_at(const Rational& seconds) {
  constexpr std::int64_t kYear10000 = 253'402'300'800;
  if (!(seconds < kYear10000)) return std::nullopt;
  return Instant{seconds.ceil().to_int64()};
}

Int128 FlowClock::by(Int128 call) const {
  if (exact_) return calls_->ticks(call, ticks_a_second_) * flow_a_tick_;
  return level(flow_ * (calls_->instant(call) - calls_->traffic().begin().seconds));
}

}  // namespace tollmeter
