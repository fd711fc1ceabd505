#include "core/flow_clock.h"

#include <algorithm>

namespace tollmeter {
std::optional<WholeFlow> WholeFlow::of(const CallClock& calls, const Rational& flow,
                                       std::initializer_list<Rational> levels) {
  const Traffic& traffic = calls.traffic();
  Rational weights = 1, fractions = 1;  // least common multiples
  for (const Traffic::Piece& piece : traffic.pieces()) {
    const std::int64_t had = weights.to_int64();
    if (piece.weight > 0) weights = weights / std::gcd(had, piece.weight) * piece.weight;
    if (!weights.ok() || weights.num() >> 40 != 0) return std::nullopt;
  }
  Rational highest = calls.total();
  for (const Rational& level : levels) {
    if (level.den() >> 62 != 0 || fractions.num() >> 62 != 0) return std::nullopt;
    const std::int64_t common = std::gcd(fractions.to_int64(), static_cast<std::int64_t>(level.den()));
    fractions = fractions / common * whole(level.den());
    highest += level;
  }
  // Call n comes n x total weight / (total x weight) seconds into the traffic of its piece.
  const Rational ticks = whole(calls.total().num()) * weights;
  const Rational unit = ticks * whole(flow.den()) * fractions;
  const std::int64_t month = traffic.end().seconds - traffic.begin().seconds;
  const Rational between = flow * unit * traffic.total_weight() / calls.total();
  const Rational most = (highest + flow * month) * unit * 4;
  if (!most.ok() || !between.is_whole() || !(whole(calls.total().den()) * traffic.total_weight() * ticks).ok()) {
    return std::nullopt;
  }
  WholeFlow out;
  out.calls_ = &calls;
  out.unit_ = unit.num();
  out.ticks_a_second_ = ticks.num();
  out.flow_a_tick_ = (flow * unit / ticks).num();
  out.between_ = between.num();
  return out;
}

}  // namespace tollmeter
