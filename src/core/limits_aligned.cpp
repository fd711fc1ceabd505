#include <algorithm>

#include "core/limits_windows.h"

namespace tollmeter {
namespace {

using Int = Int128;

class Aligned {
 public:
  Aligned(const Stream& stream, const ClockGrid& grid)
      : stream_(stream), calls_(stream.calls), room_(stream.room), grid_(grid), traffic_(stream.calls.traffic()) {}

  WindowRun run() {
    std::int64_t at = traffic_.begin().seconds;
    for (const Traffic::Piece& piece : traffic_.pieces()) {
      while (at < piece.end.seconds) {
        const std::int64_t end = grid_.end_after(at);
        const bool whole = end - grid_.seconds == at;
        const std::int64_t count = whole ? (piece.end.seconds - at) / grid_.seconds : 0;
        if (count > 0) {
          take_equal(at, count, piece.weight);
          at += count * grid_.seconds;
        } else {
          at = take_one(end);
        }
      }
    }
    return outcome();
  }

  WindowRun run(const std::vector<WindowSpan>& windows) {
    for (const WindowSpan& window : windows) take_one(window.end.seconds);
    return outcome();
  }

 private:
  WindowRun outcome() const {
    WindowRun run;
    run.asked = whole(calls_.last());
    run.busiest = whole(stream_.taken(fullest_));
    run.refused = whole(refused_);
    if (first_ > 0) {
      run.used_up = calls_.instant(first_ - 1);
      run.first_refused = calls_.instant(first_);
      run.frees = Instant{frees_};
    }
    return run;
  }

  // A window that the cycle or a change of rate cuts.
  std::int64_t take_one(std::int64_t end) {
    const Int come = calls_.until(end);
    const Int count = come - come_;
    fullest_ = std::max(fullest_, count);
    refuse(stream_.refused(count), come_ + room_ + 1, end);
    come_ = come;
    return std::min(end, traffic_.end().seconds);
  }

  // `count` whole windows of one rate. Each takes floor(share) calls or one more, so that their number and
  // their sum say all; only where the first of the fuller ones stands needs a look.
  void take_equal(std::int64_t begin, std::int64_t count, std::int64_t weight) {
    const Rational share = calls_.total() * weight * grid_.seconds / traffic_.total_weight();
    const Int least = share.floor().num();
    const Int come = calls_.until(begin + count * grid_.seconds);
    const Int fuller = come - come_ - least * count;
    fullest_ = std::max(fullest_, fuller > 0 ? least + 1 : least);
    const Int refused = stream_.refused(least) * (count - fuller) + stream_.refused(least + 1) * fuller;
    if (refused > 0) {
      const std::int64_t end = begin + grid_.seconds * (1 + (room_ < least ? 0 : before_fuller(begin, share)));
      refuse(refused, come_ + least * ((end - begin) / grid_.seconds - 1) + room_ + 1, end);
    }
    come_ = come;
  }

  // The windows before the first fuller one gather the fractions up to the next whole call.
  std::int64_t before_fuller(std::int64_t begin, const Rational& share) const {
    const Rational at = calls_.total() * traffic_.weight_until(Instant{begin}) / traffic_.total_weight();
    return (((1 - (at - whole(come_))) / (share - share.floor())).ceil() - 1).to_int64();
  }

  void refuse(Int calls, Int first, std::int64_t frees) {
    refused_ += calls;
    if (calls == 0 || first_ > 0) return;
    first_ = first;
    frees_ = frees;
  }

  const Stream& stream_;
  const CallClock& calls_;
  Int room_;
  ClockGrid grid_;
  const Traffic& traffic_;
  Int come_ = 0;  // calls until the window at hand
  Int fullest_ = 0, refused_ = 0;
  Int first_ = 0;  // the first refused call; 0: none yet
  std::int64_t frees_ = 0;
};

}  // namespace

std::int64_t ClockGrid::end_after(std::int64_t t) const {
  const std::int64_t into = (t - offset) % seconds;
  return t - (into < 0 ? into + seconds : into) + seconds;
}

WindowRun run_aligned(const Stream& stream, const ClockGrid& grid) { return Aligned(stream, grid).run(); }

WindowRun run_spans(const Stream& stream, const std::vector<WindowSpan>& windows) {
  return Aligned(stream, {}).run(windows);
}

}  // namespace tollmeter
