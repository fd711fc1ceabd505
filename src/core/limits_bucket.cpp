#include <algorithm>

#include "core/flow_clock.h"
#include "core/limits_windows.h"

namespace tollmeter {
namespace {

using Int = Int128;

// The bucket seen from the other side: what is owed rises by one with each call served, falls by `flow` a second, never
// below zero, and never stands above `most`. Two of them run at once, the one that refuses and the one that never does,
// whose height says how large the bucket would have to be.
class Bucket {
 public:
  // Served at once while no more than `at_once` is owed, else only counted as late.
  Bucket(const FlowClock& flow, const CallBucket& bucket, const Rational& at_once, const CallClock& calls)
      : flow_(flow),
        calls_(calls),
        flows_(!bucket.flow.is_zero()),
        rate_(bucket.flow),
        one_(flow.one()),
        most_(flow.level(bucket.most)),
        at_once_(flow.level(at_once)),
        owed_(flow.level(bucket.size * (1 - bucket.start))),
        unlimited_(owed_) {}

  WindowRun run() {
    for (const Traffic::Piece& piece : calls_.traffic().pieces()) {
      if (piece.weight > 0) take(piece);
    }
    run_.asked = whole(calls_.last());
    run_.busiest = flow_.calls(highest_);
    run_.refused = whole(refused_);
    return run_;
  }

  Rational late() const { return whole(late_); }

 private:
  static Int ceil_of(Int a, Int b) { return -floor_of(-a, b); }
  static Int not_below_zero(Int level) { return std::max<Int>(0, level); }

  void flow_until(Int by) {
    owed_ = not_below_zero(owed_ - (by - at_));
    unlimited_ = not_below_zero(unlimited_ - (by - at_));
    at_ = by;
  }

  void take(const Traffic::Piece& piece) {
    const Int last = calls_.until(piece.end.seconds);
    const Int count = last - come_;
    if (count < 1) return;
    flow_until(flow_.by(come_ + 1));
    const Int between = flow_.between(piece);
    take_unlimited(count, between);
    if (between < one_) {
      take_faster(count, between);
    } else {
      take_slower(count, between);
    }
    at_ = flow_.by(last);
    come_ = last;
  }

  void take_unlimited(Int count, Int between) {
    const Int first = unlimited_ + one_;
    const Int rest = first + (one_ - between) * (count - 1);
    const Int last = rest < one_ ? one_ : rest;
    highest_ = std::max({highest_, first, last});
    unlimited_ = last;
  }

  // No faster than it flows: once a call fits, all later ones do.
  void take_slower(Int count, Int between) {
    const Int over = owed_ + one_ - most_;
    const Int refused = over > 0 ? std::min(count, ceil_of(over, between)) : 0;
    refuse(refused, come_ + 1, owed_);
    if (refused == count) {
      owed_ = not_below_zero(owed_ - between * (count - 1));
      return;
    }
    const Int first = not_below_zero(owed_ - between * refused) + one_;
    const Int falls = between - one_;
    const Int served = count - refused;
    if (first > at_once_) late_ += falls == 0 ? served : std::min(served, ceil_of(first - at_once_, falls));
    const Int last = first - falls * (served - 1);
    owed_ = last < one_ ? one_ : last;
  }

  // Faster than it flows. Calls 0 .. count - 1 of the piece; at call m, m x between has flowed since the first.
  void take_faster(Int count, Int between) {
    if (most_ < one_ + between) {
      take_one_by_one(count, between);
    } else {
      take_freely(count, between);
    }
  }

  void take_freely(Int count, Int between) {
    const Int rises = one_ - between;
    // Never empty from the first call served on, so by call m as many are served as what flowed makes room for.
    const Int room = floor_of(most_ - owed_ + between * (count - 1), one_);
    const Int served = std::max<Int>(0, std::min(count, room));
    if (served < count) {
      const Int first = std::max<Int>(0, floor_of(most_ - owed_ - one_, rises) + 1);
      refuse(count - served, come_ + first + 1, owed_ + rises * first);
    }
    const Int in_time = floor_of(at_once_ - owed_ - one_, rises) + 1;
    late_ += served - std::max<Int>(0, std::min(served, in_time));
    owed_ = not_below_zero(owed_ + one_ * served - between * (count - 1));
  }

  // Holds less than two calls, so that it may run empty between two served; from there on all comes again. Where it
  // keeps missing that, it takes as many as flow in.
  void take_one_by_one(Int count, Int between) {
    constexpr int kMostSteps = 2'000;
    Int m = 0;       // the call at hand
    Int served = 0;  // since the last one that found it empty
    Int empty_at = -1;
    for (int step = 0; m < count && step < kMostSteps; ++step) {
      const Int over = owed_ + one_ - most_;
      // Where nothing flows in between two calls none fits any more.
      const Int waits = over <= 0 ? 0 : between == 0 ? count - m : std::min(count - m, ceil_of(over, between));
      refuse(waits, come_ + m + 1, owed_);
      m += waits;
      if (m == count) {
        owed_ = not_below_zero(owed_ - between * (waits - 1));
        return;
      }
      owed_ = not_below_zero(owed_ - between * waits);
      if (owed_ == 0) {
        if (empty_at >= 0) {
          const Int period = m - empty_at;
          const Int again = (count - 1 - m) / period;
          refused_ += (period - served) * again;
          m += period * again;
        }
        empty_at = m;
        served = 0;
      }
      owed_ = owed_ + one_;
      ++served;
      ++m;
      if (m < count) owed_ = not_below_zero(owed_ - between);
    }
    if (m == count) return;
    run_.simulated = true;
    come_ += m;
    take_freely(count - m, between);
  }

  // `first` of all calls is the first of them; `owed` is what stood then.
  void refuse(Int calls, Int first, Int owed) {
    if (calls < 1) return;
    refused_ += calls;
    if (run_.first_refused) return;
    run_.first_refused = calls_.instant(first);
    // One that begins without enough is used up from the first.
    run_.used_up = first > 1 ? calls_.instant(first - 1) : Rational(calls_.traffic().begin().seconds);
    if (!flows_) return;
    const Rational lacks = flow_.calls(owed + one_ - most_) / rate_;
    run_.frees = refilled_at(*run_.first_refused + lacks);
  }

  const FlowClock& flow_;
  const CallClock& calls_;
  bool flows_;
  Rational rate_;  // calls a second
  Int one_, most_, at_once_;
  Int owed_, unlimited_;
  Int highest_ = 0;
  Int at_ = 0;    // what had flowed when they stood so
  Int come_ = 0;  // calls before the piece at hand
  Int refused_ = 0, late_ = 0;
  WindowRun run_;
};

struct BucketRun {
  WindowRun run;
  Rational late;
};

BucketRun run_both(const CallBucket& bucket, const Rational& at_once, const CallClock& calls) {
  const FlowClock flow(calls, bucket.flow, {bucket.most, at_once, bucket.size * (1 - bucket.start)});
  Bucket run(flow, bucket, at_once, calls);
  WindowRun through = run.run();
  through.simulated |= !flow.exact();
  return {through, run.late()};
}

}  // namespace

WindowRun run_bucket(const CallBucket& bucket, const CallClock& calls) {
  return run_both(bucket, bucket.most, calls).run;
}

QueueRun run_bucket_queue(const CallBucket& bucket, const Waiting& waiting, const CallClock& calls) {
  CallBucket owing = bucket;
  owing.most = bucket.most + (waiting.most > 0 ? bucket.flow * waiting.most : calls.total());
  const BucketRun through = run_both(owing, bucket.most, calls);
  QueueRun out;
  out.refused = through.run.refused;
  out.delayed = through.late;
  if (through.run.busiest > bucket.most) out.longest_wait = (through.run.busiest - bucket.most) / bucket.flow;
  if (waiting.most > 0) out.longest_wait = min(out.longest_wait, waiting.most);
  return out;
}

}  // namespace tollmeter
