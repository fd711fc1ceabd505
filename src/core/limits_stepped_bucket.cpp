#include <algorithm>
#include <numeric>

#include "core/flow_clock.h"
#include "core/limits_windows.h"

namespace tollmeter {
namespace {

using Int = Int128;

// Steps follow each other from the cycle's begin. A call at the very instant of a step comes before it, as calls do that
// complete a window. What is in the bucket is counted in parts of a call, of which `one_` are one.
class SteppedBucket {
 public:
  SteppedBucket(const CallBucket& bucket, std::int64_t seconds, Int one, const CallClock& calls)
      : calls_(calls),
        seconds_(seconds),
        one_(one),
        amount_(parts(bucket.flow * seconds)),
        size_(parts(bucket.size)),
        overdraft_(parts(bucket.most - bucket.size)),
        level_(parts(bucket.size * bucket.start)),
        unlimited_(level_),
        lowest_(level_ + overdraft_) {}

  WindowRun run() {
    std::int64_t at = calls_.traffic().begin().seconds;
    for (const Traffic::Piece& piece : calls_.traffic().pieces()) {
      const Rational share = calls_.total() * piece.weight * seconds_ / calls_.traffic().total_weight();
      least_ = share.floor().num();
      // A step may reach into the next piece.
      while (at < piece.end.seconds) {
        take(at + seconds_);
        at += seconds_;
        at += skip(at, piece) * seconds_;
      }
    }
    run_.asked = whole(calls_.last());
    run_.busiest = Rational::fraction(size_ + overdraft_ - lowest_, one_);
    run_.refused = whole(refused_);
    return run_;
  }

 private:
  Int parts(const Rational& calls) const { return (calls * whole(one_)).num(); }
  Int room() const { return std::max<Int>(0, floor_of(level_ + overdraft_, one_)); }

  // One step, with what flows in at its end.
  void take(std::int64_t end) {
    const Int last = calls_.until(end);
    const Int count = last - come_;
    const Int served = std::min(count, room());
    if (served < count) refuse(count - served, come_ + served + 1, end);
    unlimited_ -= count * one_;
    lowest_ = std::min(lowest_, unlimited_ + overdraft_);
    level_ = std::min(size_, level_ - served * one_ + amount_);
    unlimited_ = std::min(size_, unlimited_ + amount_);
    come_ = last;
  }

  // How many further steps of the piece come out alike: in each all fits and it fills up again, or each is asked for more
  // than flows in and serves what flowed.
  std::int64_t skip(std::int64_t at, const Traffic::Piece& piece) {
    const std::int64_t count = (piece.end.seconds - at) / seconds_;
    if (count < 2) return 0;
    const bool full = level_ == size_ && (least_ + 1) * one_ <= std::min(amount_, size_ + overdraft_);
    // What is no whole call stays from step to step, unless it does not go in.
    const bool even = amount_ % one_ == 0 && (level_ + overdraft_) % one_ == 0;
    const bool goes_in = amount_ - overdraft_ + (even ? 0 : one_) <= size_;
    const bool dry = level_ + overdraft_ < least_ * one_ && amount_ + one_ < least_ * one_ && goes_in;
    constexpr int kMostLookedAt = 3000;
    const bool too_many = !full && !dry && looked_at_++ >= kMostLookedAt;
    if (!full && !dry && !too_many) return 0;
    const Int last = calls_.until(at + count * seconds_);
    const Int come = last - come_;
    if (full) {
      const Int fullest = come > least_ * count ? least_ + 1 : least_;
      lowest_ = std::min(lowest_, size_ + overdraft_ - fullest * one_);
    } else {
      // All that had flowed in by the last step, but for what is no whole call.
      run_.simulated |= too_many;
      const Int flowed = level_ + amount_ * (count - 1);
      const Int served = std::min(come, std::max<Int>(0, floor_of(flowed + overdraft_, one_)));
      if (served < come) refuse(come - served, come_ + room() + 1, at + seconds_);
      level_ = std::min(size_, flowed - served * one_ + amount_);
      const Int low = unlimited_ + amount_ * (count - 1) - come * one_;
      lowest_ = std::min(lowest_, low + overdraft_);
      unlimited_ = std::min(size_, low + amount_);
    }
    come_ = last;
    return count;
  }

  void refuse(Int calls, Int first, std::int64_t end) {
    refused_ += calls;
    if (run_.first_refused) return;
    run_.first_refused = calls_.instant(first);
    run_.used_up = first > 1 ? calls_.instant(first - 1) : Rational(calls_.traffic().begin().seconds);
    if (amount_ == 0) return;
    const Int lacks = (room() + 1) * one_ - level_ - overdraft_ - room() * one_;
    run_.frees = refilled_at(Rational(end) + whole((std::max<Int>(1, lacks) - 1) / amount_) * seconds_);
  }

  const CallClock& calls_;
  std::int64_t seconds_;
  Int one_, amount_, size_, overdraft_;
  Int level_;
  Int unlimited_;  // the level if nothing were refused
  Int lowest_;     // of it, what could still be taken
  Int least_ = 0;  // calls of a whole step of the piece at hand, or one more
  int looked_at_ = 0;
  Int come_ = 0, refused_ = 0;
  WindowRun run_;
};

// The least common denominator; the overflow state where it is too large.
Rational denominator_of(std::initializer_list<Rational> numbers) {
  Rational common = 1;
  for (const Rational& number : numbers) {
    if (!number.ok() || number.den() >> 40 != 0 || !common.ok() || common.num() >> 60 != 0) return Rational::overflow();
    const auto den = static_cast<std::int64_t>(number.den());
    common = common / std::gcd(common.to_int64(), den) * den;
  }
  return common;
}

}  // namespace

WindowRun run_stepped_bucket(const CallBucket& bucket, std::int64_t seconds, const CallClock& calls) {
  const Rational one = denominator_of({bucket.flow * seconds, bucket.size, bucket.size * bucket.start, bucket.most});
  const std::int64_t month = calls.traffic().end().seconds - calls.traffic().begin().seconds;
  // The most that is ever counted: all that flows in, all that is held and all that is asked.
  if (!((bucket.flow * month + bucket.most + calls.total()) * one * 4).ok()) {
    WindowRun run;
    run.asked = run.busiest = run.refused = Rational::overflow();
    return run;
  }
  return SteppedBucket(bucket, seconds, one.num(), calls).run();
}

}  // namespace tollmeter
