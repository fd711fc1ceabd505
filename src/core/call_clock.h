#pragma once

#include <cstdint>
#include <vector>

#include "core/rational.h"
#include "core/traffic.h"

namespace tollmeter {

/// The arithmetic of CallClock in whole numbers of one size, which must hold all products.
template <class Int>
struct WholeClock {
  /// An instant: a second and a part of one, as a fraction of `den`.
  struct Moment {
    std::int64_t second;
    Int part, den;
    std::size_t piece;  ///< of the call that it was counted from
  };

  const std::vector<Traffic::Piece>* pieces = nullptr;
  Int last = 0;
  Int calls = 0, per_call = 1;  ///< weighted seconds x calls / per_call = calls
  std::vector<Int> before;      ///< weighted seconds before each piece, x calls

  // Where the last two questions were answered: the next one is mostly about the same piece or the one after it.
  mutable std::size_t near_call = 0, near_second = 0;

  Moment moment(Int n) const;
  std::size_t piece_of(Int n) const;
  Int until(std::int64_t t) const;
  /// `exactly`, unless null, is set to whether the last call counted happens at that moment.
  Int count(const Moment& at, bool* exactly) const;
  Int first_from(const Moment& at) const;
  std::size_t piece_at(std::int64_t t) const;
};

/// When the calls of a month happen, in whole numbers: windows ask it thousands of times a frame. Calls are numbered from 1;
/// call n happens when the cumulative traffic reaches n / total of it. Numbers too large for 128 bits go by fractions, slower
/// and as exact.
class CallClock {
 public:
  /// `total` may be a fraction: of 2.5 calls two happen. At most 10^24.
  CallClock(const Rational& total, const Traffic& traffic);

  const Traffic& traffic() const { return *traffic_; }
  const Rational& total() const { return total_; }
  Int128 last() const { return last_; }  ///< how many happen

  /// How many happen at t or before.
  Int128 until(std::int64_t t) const;
  /// How many happen `seconds` (of either sign) after call n, or before that.
  Int128 until(Int128 n, std::int64_t seconds) const;
  /// The first one that happens at t or later; last() + 1 where none does.
  Int128 first_from(std::int64_t t) const;
  /// The first one that happens `seconds` after call n, or later.
  Int128 first_from(Int128 n, std::int64_t seconds) const;
  /// floor(calls x (end - call n's instant) / seconds), of calls up to last() and an end that is not earlier.
  Int128 share_left(Int128 n, std::int64_t end, Int128 calls, std::int64_t seconds) const;
  /// From the cycle's begin to call n, in parts of a second that are so fine that all calls fall on one.
  Int128 ticks(Int128 n, Int128 in_a_second) const;
  std::size_t piece_of(Int128 n) const;  ///< the piece of traffic in which call n comes, or which it completes
  Rational instant(Int128 n) const;      ///< of call n, 1..last(): exact seconds since 1970
  /// The first whole second at or after call n: it belongs to the window that ends then, or later.
  std::int64_t second_after(Int128 n) const;

 private:
  enum class Size { fits64, fits128, larger };

  template <class Int>
  WholeClock<Int> whole_clock() const;
  Int128 exact_count(const Rational& t, bool* exactly) const;

  const Traffic* traffic_;
  Rational total_;
  Int128 last_;
  Size size_ = Size::larger;
  WholeClock<std::int64_t> small_;  ///< of the three sizes only one is set up; sums of 128 bits are slow in wasm
  WholeClock<Int128> large_;
};

}  // namespace tollmeter
