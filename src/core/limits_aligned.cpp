#include "core/limits_windows.h"

namespace tollmeter {
namespace {

std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

class Aligned {
 public:
  Aligned(const Stream& stream, std::int64_t seconds, const Traffic& traffic)
      : stream_(stream), seconds_(seconds), traffic_(traffic) {
    run_.asked = stream.calls.floor();
  }

  WindowRun run() {
    Instant at = traffic_.begin();
    for (const Traffic::Piece& piece : traffic_.pieces()) {
      while (at < piece.end) {
        const std::int64_t window = floor_div(at.seconds, seconds_);
        const bool whole = window * seconds_ == at.seconds;
        const std::int64_t count = whole ? (piece.end.seconds - at.seconds) / seconds_ : 0;
        if (count > 0) {
          take_equal(at, count, piece.weight);
          at.seconds += count * seconds_;
        } else {
          at = take_one(at, Instant{(window + 1) * seconds_});
        }
      }
    }
    if (first_) {
      run_.used_up = traffic_.instant_of(stream_.calls, *first_ - 1);
      run_.first_refused = traffic_.instant_of(stream_.calls, *first_);
    }
    return run_;
  }

 private:
  // A window that the cycle or a change of rate cuts.
  Instant take_one(Instant begin, Instant end) {
    const Rational come = traffic_.calls_until(stream_.calls, end);
    const Rational count = come - come_;
    run_.busiest = max(run_.busiest, count);
    if (count > stream_.room) refuse(count - stream_.room, come_ + stream_.room + 1, end);
    come_ = come;
    return begin < end && end < traffic_.end() ? end : traffic_.end();
  }

  // `count` whole windows of one rate. Each takes floor(share) calls or one more, so that their number and
  // their sum say all; only where the first of the fuller ones stands needs a look.
  void take_equal(Instant begin, std::int64_t count, std::int64_t weight) {
    const Rational at = stream_.calls * traffic_.weight_until(begin) / traffic_.total_weight();
    const Rational share = stream_.calls * weight * seconds_ / traffic_.total_weight();
    const Rational least = share.floor();
    const Rational come = (at + share * count).floor();
    const Rational fuller = come - come_ - least * count;
    run_.busiest = max(run_.busiest, fuller > 0 ? least + 1 : least);
    const Rational over = come - come_ - stream_.room * count;
    if (stream_.room < least || (stream_.room == least && fuller > 0)) {
      // The windows before the first fuller one gather the fractions up to the next whole call.
      const Rational skipped = stream_.room < least ? Rational(0) : ((1 - (at - come_)) / (share - least)).ceil() - 1;
      const Rational end = Rational(begin.seconds) + (skipped + 1) * seconds_;
      refuse(over, come_ + skipped * least + stream_.room + 1, Instant{end.to_int64()});
    }
    come_ = come;
  }

  void refuse(const Rational& calls, const Rational& first, Instant frees) {
    run_.refused += calls;
    if (first_) return;
    first_ = first;
    run_.frees = frees;
  }

  const Stream& stream_;
  std::int64_t seconds_;
  const Traffic& traffic_;
  Rational come_;  // calls until the window at hand
  std::optional<Rational> first_;
  WindowRun run_;
};

}  // namespace

WindowRun run_aligned(const Stream& stream, std::int64_t seconds, const Traffic& traffic) {
  return Aligned(stream, seconds, traffic).run();
}

}  // namespace tollmeter
