#include "core/call_clock.h"

#include <algorithm>
#include <bit>

namespace tollmeter {
namespace {

using Piece = Traffic::Piece;

// Of numbers not below zero. 128-bit division is a slow library call in wasm.
std::int64_t quotient(std::int64_t a, std::int64_t b) { return a / b; }
Int128 quotient(Int128 a, Int128 b) {
  if (a >> 63 == 0 && b >> 63 == 0) return static_cast<std::int64_t>(a) / static_cast<std::int64_t>(b);
  return a / b;
}

int bits(Int128 n) {
  const auto high = static_cast<std::uint64_t>(n >> 64);
  return high != 0 ? 128 - std::countl_zero(high) : 64 - std::countl_zero(static_cast<std::uint64_t>(n));
}

std::size_t find_piece(const std::vector<Piece>& pieces, std::int64_t t) {
  const auto after = std::upper_bound(pieces.begin(), pieces.end(), t,
                                      [](std::int64_t at, const Piece& piece) { return at < piece.begin.seconds; });
  return after == pieces.begin() ? 0 : static_cast<std::size_t>(after - pieces.begin()) - 1;
}

}  // namespace

template <class Int>
std::size_t WholeClock<Int>::piece_of(Int n) const {
  const Int target = n * per_call;
  const auto holds = [&](std::size_t i) { return before[i] < target && (i + 1 == before.size() || target <= before[i + 1]); };
  if (!holds(near_call) && (++near_call == before.size() || !holds(near_call))) {
    const auto after = std::lower_bound(before.begin(), before.end(), target);
    near_call = after == before.begin() ? 0 : static_cast<std::size_t>(after - before.begin()) - 1;
  }
  return near_call;
}

template <class Int>
std::size_t WholeClock<Int>::piece_at(std::int64_t t) const {
  const auto holds = [&](std::size_t i) { return (*pieces)[i].begin.seconds <= t && t < (*pieces)[i].end.seconds; };
  if (!holds(near_second) && (++near_second == pieces->size() || !holds(near_second))) {
    near_second = find_piece(*pieces, t);
  }
  return near_second;
}

template <class Int>
typename WholeClock<Int>::Moment WholeClock<Int>::moment(Int n) const {
  const std::size_t i = piece_of(n);
  const Piece& piece = (*pieces)[i];
  const Int den = calls * piece.weight;
  const Int into = n * per_call - before[i];
  const Int seconds = quotient(into, den);
  return {piece.begin.seconds + static_cast<std::int64_t>(seconds), into - seconds * den, den, i};
}

template <class Int>
Int WholeClock<Int>::until(std::int64_t t) const {
  const std::size_t i = piece_at(t);
  const Piece& piece = (*pieces)[i];
  return quotient(before[i] + calls * piece.weight * (t - piece.begin.seconds), per_call);
}

template <class Int>
Int WholeClock<Int>::count(const Moment& at, bool* exactly) const {
  if (exactly != nullptr) *exactly = false;
  const std::int64_t begin = pieces->front().begin.seconds, end = pieces->back().end.seconds;
  if (at.second < begin) return 0;
  if (at.second > end || (at.second == end && at.part > 0)) return last;
  const std::size_t i = piece_at(std::min(at.second, end - 1));
  const Piece& piece = (*pieces)[i];
  const Int base = before[i] + calls * piece.weight * (at.second - piece.begin.seconds);
  // The part of a second is one of calls x the weight where the call came from.
  const std::int64_t from = (*pieces)[at.piece].weight;
  const bool alike = at.part == 0 || from == piece.weight;
  const Int counted = alike ? base + at.part : base * from + at.part * piece.weight;
  const Int one = alike ? per_call : per_call * from;
  const Int whole_calls = quotient(counted, one);
  if (exactly != nullptr && whole_calls * one == counted) {
    // Only while calls come does one happen just then.
    const std::int64_t before_it = at.part > 0 ? at.second : at.second - 1;
    *exactly = before_it >= begin && (*pieces)[piece_at(before_it)].weight > 0;
  }
  return whole_calls;
}

template <class Int>
Int WholeClock<Int>::first_from(const Moment& at) const {
  bool exactly = false;
  const Int counted = count(at, &exactly);
  return exactly ? counted : counted + 1;
}

template <class Int>
WholeClock<Int> CallClock::whole_clock() const {
  WholeClock<Int> clock;
  clock.pieces = &traffic_->pieces();
  clock.last = static_cast<Int>(last_);
  clock.calls = static_cast<Int>(total_.num());
  clock.per_call = static_cast<Int>(total_.den() * traffic_->total_weight());
  std::int64_t weighted = 0;
  for (const Piece& piece : traffic_->pieces()) {
    clock.before.push_back(clock.calls * weighted);
    weighted += piece.weight * (piece.end.seconds - piece.begin.seconds);
  }
  return clock;
}

CallClock::CallClock(const Rational& total, const Traffic& traffic)
    : traffic_(&traffic), total_(total), last_(total.floor().num()) {
  std::int64_t most_weight = 1;
  for (const Piece& piece : traffic.pieces()) most_weight = std::max(most_weight, piece.weight);
  // The largest product is one of a count, the whole weight and a weight.
  const Rational most = (whole(total.num()) + whole(total.den())) * traffic.total_weight() * most_weight * 4;
  if (!most.ok() || !(total > 0)) return;
  if (most.num() >> 62 == 0) {
    size_ = Size::fits64;
    small_ = whole_clock<std::int64_t>();
  } else {
    size_ = Size::fits128;
    large_ = whole_clock<Int128>();
  }
}

Int128 CallClock::until(std::int64_t t) const {
  if (t <= traffic_->begin().seconds) return 0;
  if (t >= traffic_->end().seconds) return last_;
  if (size_ == Size::fits64) return small_.until(t);
  if (size_ == Size::fits128) return large_.until(t);
  return traffic_->calls_until(total_, Instant{t}).num();
}

Int128 CallClock::exact_count(const Rational& t, bool* exactly) const {
  const Rational calls = traffic_->calls_until(total_, t);
  if (exactly != nullptr) *exactly = calls >= 1 && traffic_->instant_of(total_, calls) == t;
  return calls.num();
}

Int128 CallClock::until(Int128 n, std::int64_t seconds) const {
  const auto in = [&](const auto& clock, auto call) -> Int128 {
    auto at = clock.moment(call);
    at.second += seconds;
    return clock.count(at, nullptr);
  };
  if (size_ == Size::fits64) return in(small_, static_cast<std::int64_t>(n));
  if (size_ == Size::fits128) return in(large_, n);
  return exact_count(instant(n) + seconds, nullptr);
}

Int128 CallClock::first_from(std::int64_t t) const {
  if (size_ == Size::fits64) return small_.first_from({t, 0, 1, 0});
  if (size_ == Size::fits128) return large_.first_from({t, 0, 1, 0});
  bool exactly = false;
  const Int128 counted = exact_count(t, &exactly);
  return exactly ? counted : counted + 1;
}

Int128 CallClock::first_from(Int128 n, std::int64_t seconds) const {
  const auto in = [&](const auto& clock, auto call) -> Int128 {
    auto at = clock.moment(call);
    at.second += seconds;
    return clock.first_from(at);
  };
  if (size_ == Size::fits64) return in(small_, static_cast<std::int64_t>(n));
  if (size_ == Size::fits128) return in(large_, n);
  bool exactly = false;
  const Int128 counted = exact_count(instant(n) + seconds, &exactly);
  return exactly ? counted : counted + 1;
}

Int128 CallClock::share_left(Int128 n, std::int64_t end, Int128 calls, std::int64_t seconds) const {
  const auto in = [&](const auto& clock, auto call, Int128* share) {
    const auto at = clock.moment(call);
    const Int128 left = Int128{end - at.second} * at.den - at.part;
    const bool fits = bits(calls) + bits(left) < 127 && bits(at.den) + bits(seconds) < 127;
    if (fits) *share = quotient(calls * left, Int128{at.den} * seconds);
    return fits;
  };
  Int128 share = 0;
  if (size_ == Size::fits64 && in(small_, static_cast<std::int64_t>(n), &share)) return share;
  if (size_ == Size::fits128 && in(large_, n, &share)) return share;
  return (whole(calls) * (Rational(end) - instant(n)) / seconds).floor().num();
}

Int128 CallClock::ticks(Int128 n, Int128 in_a_second) const {
  const auto in = [&](const auto& at) {
    return (at.second - traffic_->begin().seconds) * in_a_second + at.part * quotient(in_a_second, Int128{at.den});
  };
  if (size_ == Size::fits64) return in(small_.moment(static_cast<std::int64_t>(n)));
  if (size_ == Size::fits128) return in(large_.moment(n));
  return ((instant(n) - traffic_->begin().seconds) * whole(in_a_second)).num();
}

std::size_t CallClock::piece_of(Int128 n) const {
  if (size_ == Size::fits64) return small_.piece_of(static_cast<std::int64_t>(n));
  if (size_ == Size::fits128) return large_.piece_of(n);
  return find_piece(traffic_->pieces(), instant(n).ceil().to_int64() - 1);
}

Rational CallClock::instant(Int128 n) const {
  const auto in = [](const auto& at) { return Rational(at.second) + Rational::fraction(at.part, at.den); };
  if (size_ == Size::fits64) return in(small_.moment(static_cast<std::int64_t>(n)));
  if (size_ == Size::fits128) return in(large_.moment(n));
  return traffic_->instant_of(total_, whole(n));
}

std::int64_t CallClock::second_after(Int128 n) const {
  const auto in = [](const auto& at) { return at.second + (at.part > 0 ? 1 : 0); };
  if (size_ == Size::fits64) return in(small_.moment(static_cast<std::int64_t>(n)));
  if (size_ == Size::fits128) return in(large_.moment(n));
  return instant(n).ceil().to_int64();
}

template struct WholeClock<std::int64_t>;
template struct WholeClock<Int128>;

}  // namespace tollmeter
