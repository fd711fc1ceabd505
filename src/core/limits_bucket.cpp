#include <algorithm>

#include "core/limits_windows.h"

namespace tollmeter {
namespace {

// The bucket seen from the other side: what is owed rises by one with each call served, falls by `flow` a second, never
// below zero, and never stands above `most`. Two of them run at once, the one that refuses and the one that never does,
// whose height says how large the bucket would have to be.
class Bucket {
 public:
  Bucket(const CallBucket& bucket, const Traffic& traffic) : Bucket(bucket, bucket.most, traffic) {}

  // Served at once while no more than `at_once` is owed, else only counted as late.
  Bucket(const CallBucket& bucket, const Rational& at_once, const Traffic& traffic)
      : bucket_(bucket), at_once_(at_once), traffic_(traffic) {
    run_.asked = bucket.calls.floor();
    owed_ = unlimited_ = bucket.size * (1 - bucket.start);
  }

  WindowRun run() {
    at_ = traffic_.begin().seconds;
    for (const Traffic::Piece& piece : traffic_.pieces()) {
      if (piece.weight > 0) take(piece);
    }
    return run_;
  }

  const Rational& late() const { return late_; }

 private:
  const Rational& most() const { return bucket_.most; }

  void flow_until(const Rational& t) {
    const Rational fallen = bucket_.flow * (t - at_);
    owed_ = max(Rational(0), owed_ - fallen);
    unlimited_ = max(Rational(0), unlimited_ - fallen);
    at_ = t;
  }

  void take(const Traffic::Piece& piece) {
    const Rational last = traffic_.calls_until(bucket_.calls, piece.end);
    const Rational count = last - come_;
    if (count < 1) return;
    flow_until(traffic_.instant_of(bucket_.calls, come_ + 1));
    // What flows between two calls of the piece.
    const Rational between = bucket_.flow * traffic_.total_weight() / (bucket_.calls * piece.weight);
    take_unlimited(count, between);
    if (between < 1) {
      take_faster(count, between);
    } else {
      take_slower(count, between);
    }
    at_ = traffic_.instant_of(bucket_.calls, last);
    come_ = last;
  }

  void take_unlimited(const Rational& count, const Rational& between) {
    const Rational first = unlimited_ + 1;
    const Rational last = max(Rational(1), first + (count - 1) * (1 - between));
    run_.busiest = max(run_.busiest, max(first, last));
    unlimited_ = last;
  }

  // No faster than it flows: once a call fits, all later ones do.
  void take_slower(const Rational& count, const Rational& between) {
    const Rational over = owed_ + 1 - most();
    const Rational refused = over > 0 ? min(count, (over / between).ceil()) : Rational(0);
    refuse(refused, come_ + 1, owed_);
    if (refused == count) {
      owed_ = max(Rational(0), owed_ - (count - 1) * between);
      return;
    }
    const Rational first = max(Rational(0), owed_ - refused * between) + 1;
    if (first > at_once_) {
      const Rational falls = between - 1;
      const Rational served = count - refused;
      late_ += falls.is_zero() ? served : min(served, ((first - at_once_) / falls).ceil());
    }
    owed_ = max(Rational(1), first - (count - refused - 1) * (between - 1));
  }

  // Faster than it flows. Calls 0 .. count - 1 of the piece; at call m, m x between has flowed since the first.
  void take_faster(const Rational& count, const Rational& between) {
    if (most() < 1 + between) {
      take_one_by_one(count, between);
    } else {
      take_freely(count, between);
    }
  }

  void take_freely(const Rational& count, const Rational& between) {
    // Never empty from the first call served on, so by call m as many are served as what flowed makes room for.
    const Rational served = max(Rational(0), min(count, (most() - owed_ + (count - 1) * between).floor()));
    if (served < count) {
      const Rational first = max(Rational(0), ((most() - owed_ - 1) / (1 - between)).floor() + 1);
      refuse(count - served, come_ + first + 1, owed_ + first * (1 - between));
    }
    const Rational in_time = ((at_once_ - owed_ - 1) / (1 - between)).floor() + 1;
    late_ += served - max(Rational(0), min(served, in_time));
    owed_ = max(Rational(0), owed_ + served - (count - 1) * between);
  }

  // Holds less than two calls, so that it may run empty between two served; from there on all comes again. Where it
  // keeps missing that, it takes as many as flow in.
  void take_one_by_one(const Rational& count, const Rational& between) {
    constexpr int kMostSteps = 10'000;
    Rational m = 0;         // the call at hand
    Rational served = 0;    // since the last one that found it empty
    std::optional<Rational> empty_at;
    for (int step = 0; m < count && step < kMostSteps; ++step) {
      const Rational over = owed_ + 1 - most();
      const Rational waits = over > 0 ? min(count - m, (over / between).ceil()) : Rational(0);
      refuse(waits, come_ + m + 1, owed_);
      m += waits;
      if (m == count) {
        owed_ = max(Rational(0), owed_ - (waits - 1) * between);
        return;
      }
      owed_ = max(Rational(0), owed_ - waits * between);
      if (owed_.is_zero()) {
        if (empty_at) {
          const Rational period = m - *empty_at;
          const Rational times = ((count - 1 - m) / period).floor();
          run_.refused += (period - served) * times;
          m += period * times;
        }
        empty_at = m;
        served = 0;
      }
      owed_ += 1;
      served += 1;
      m += 1;
      if (m < count) owed_ = max(Rational(0), owed_ - between);
    }
    if (m == count) return;
    run_.simulated = true;
    come_ += m;
    take_freely(count - m, between);
  }

  // `first` of all calls is the first of them; `owed` is what stood then.
  void refuse(const Rational& calls, const Rational& first, const Rational& owed) {
    if (calls < 1) return;
    run_.refused += calls;
    if (run_.first_refused) return;
    run_.first_refused = traffic_.instant_of(bucket_.calls, first);
    // One that begins without enough is used up from the first.
    run_.used_up = first > 1 ? traffic_.instant_of(bucket_.calls, first - 1) : Rational(traffic_.begin().seconds);
    if (bucket_.flow.is_zero()) return;
    run_.frees = Instant{(*run_.first_refused + (owed + 1 - most()) / bucket_.flow).ceil().to_int64()};
  }

  const CallBucket& bucket_;
  Rational at_once_;
  const Traffic& traffic_;
  Rational late_;
  Rational owed_, unlimited_;
  Rational at_;    // the instant that they hold for
  Rational come_;  // calls before the piece at hand
  WindowRun run_;
};

}  // namespace

WindowRun run_bucket(const CallBucket& bucket, const Traffic& traffic) { return Bucket(bucket, traffic).run(); }

QueueRun run_bucket_queue(const CallBucket& bucket, const Waiting& waiting, const Traffic& traffic) {
  CallBucket owing = bucket;
  owing.most = bucket.most + (waiting.most > 0 ? bucket.flow * waiting.most : bucket.calls);
  Bucket run(owing, bucket.most, traffic);
  const WindowRun through = run.run();
  QueueRun out;
  out.refused = through.refused;
  out.delayed = run.late();
  if (through.busiest > bucket.most) out.longest_wait = (through.busiest - bucket.most) / bucket.flow;
  if (waiting.most > 0) out.longest_wait = min(out.longest_wait, waiting.most);
  return out;
}

}  // namespace tollmeter
