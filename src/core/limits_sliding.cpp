#include <algorithm>

#include "core/limits_windows.h"

namespace tollmeter {
namespace {

std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

class Sliding {
 public:
  Sliding(const Stream& stream, std::int64_t seconds, const Traffic& traffic)
      : stream_(stream), seconds_(seconds), traffic_(traffic), pieces_(traffic.pieces()) {
    run_.asked = stream.calls.floor();
  }

  WindowRun run() {
    std::int64_t window = floor_div(traffic_.begin().seconds, seconds_);
    while (window * seconds_ < traffic_.end().seconds) {
      while (pieces_[piece_].end.seconds <= window * seconds_) ++piece_;
      take(window++);
      window += skip(window);
    }
    return run_;
  }

 private:
  // Calls in all by the end of the window.
  Rational come_by(std::int64_t window) const {
    return traffic_.calls_until(stream_.calls, Instant{(window + 1) * seconds_});
  }

  // Of `before` calls in the window before, when call n of the month comes.
  Rational still_held(const Rational& before, std::int64_t window, const Rational& n) const {
    const Rational left = Rational((window + 1) * seconds_) - traffic_.instant_of(stream_.calls, n);
    return (before * left / seconds_).floor();
  }

  // The most that may have been taken of the window by then.
  Rational allowed(std::int64_t window, const Rational& n) const {
    return stream_.room - still_held(before_, window, n);
  }

  // What is allowed never falls within a window, so call n makes it min(one more than before, allowed). From call a to
  // call b of one rate, allowed(n) - n only rises or only falls: the least stands at an end.
  void take(std::int64_t window) {
    const Rational begin = come_;
    Rational taken = 0, a = begin + 1;
    const Rational end = come_by(window);
    for (std::size_t p = piece_; a <= end; ++p) {
      const Rational b = min(end, traffic_.calls_until(stream_.calls, pieces_[p].end));
      if (b < a) continue;
      for (const Rational& n : {a, b}) run_.busiest = max(run_.busiest, n - begin + still_held(asked_before_, window, n));
      const Rational free = taken + (b - a) + 1;
      const Rational all = min(free, min(allowed(window, a) + (b - a), allowed(window, b)));
      if (all < free) note_first_refusal(window, a, b, taken);
      taken = all;
      a = b + 1;
    }
    run_.refused += end - begin - taken;
    asked_before_ = end - begin;
    before_ = taken;
    come_ = end;
  }

  // How many of the windows from `window` on, all within one piece, come out like the one before. Two calls of room
  // more than come on average make up for every rounding; and where each is asked for more than its room, each takes
  // just that, since what is left of the one before is nothing when its last call comes.
  std::int64_t skip(std::int64_t window) {
    const Traffic::Piece& piece = pieces_[piece_];
    if ((window - 1) * seconds_ < piece.begin.seconds) return 0;
    const std::int64_t count = floor_div(piece.end.seconds, seconds_) - window;
    if (count <= 0) return 0;
    const Rational share = stream_.calls * piece.weight * seconds_ / traffic_.total_weight();
    const bool all_fit = piece.weight == 0 || share + 2 <= stream_.room;
    const bool full = share.floor() > stream_.room && before_ == stream_.room;
    // Asked for just about its room, a window may refuse a call or two for how its calls fall. So many are looked at one
    // by one; of more, only what is beyond their room is counted.
    constexpr int kMostLookedAt = 3000;
    const bool about_full = !all_fit && !full;
    if (about_full && looked_at_++ < kMostLookedAt) return 0;
    const Rational come = come_by(window + count - 1);
    if (about_full) run_.simulated = true;
    if (!all_fit) run_.refused += max(Rational(0), come - come_ - stream_.room * count);
    const bool fuller = come - come_ > share.floor() * count;
    run_.busiest = max(run_.busiest, fuller ? share.floor() + 1 : share.floor());
    asked_before_ = come - come_by(window + count - 2);
    before_ = all_fit ? asked_before_ : min(stream_.room, asked_before_);
    come_ = come;
    return count;
  }

  // Among calls a .. b of one rate, of which one is the first refused.
  void note_first_refusal(std::int64_t window, const Rational& a, const Rational& b, const Rational& taken) {
    if (run_.first_refused) return;
    const auto fits = [&](const Rational& n) { return taken + (n - a) + 1 <= allowed(window, n); };
    Rational first = a;
    if (fits(a)) {
      Rational good = a, bad = b;
      while (bad - good > 1) {
        const Rational middle = ((good + bad) / 2).floor();
        (fits(middle) ? good : bad) = middle;
      }
      first = bad;
    }
    run_.first_refused = traffic_.instant_of(stream_.calls, first);
    run_.used_up = first > 1 ? traffic_.instant_of(stream_.calls, first - 1) : *run_.first_refused;
    run_.frees = frees(window, taken + (first - a));
  }

  // When one more than `taken` is allowed: as the window before fades, or else in the next one, as this one does.
  std::optional<Instant> frees(std::int64_t window, const Rational& taken) const {
    const auto faded = [&](const Rational& count, const Rational& room, std::int64_t in) {
      // floor(count x left / seconds) is at most `room` once left is below (room + 1) x seconds / count.
      const Rational left = count > room ? (room + 1) / count * seconds_ : Rational(seconds_);
      return Instant{(Rational((in + 1) * seconds_) - left).ceil().to_int64()};
    };
    if (taken + 1 <= stream_.room) return faded(before_, stream_.room - taken - 1, window);
    return faded(taken, stream_.room - 1, window + 1);
  }

  const Stream& stream_;
  std::int64_t seconds_;
  const Traffic& traffic_;
  const std::vector<Traffic::Piece>& pieces_;
  std::size_t piece_ = 0;  // the one that holds the window's begin
  int looked_at_ = 0;
  Rational come_;          // calls before the window at hand
  Rational before_;        // served in the window before
  Rational asked_before_;  // and asked
  WindowRun run_;
};

}  // namespace

WindowRun run_sliding(const Stream& stream, std::int64_t seconds, const Traffic& traffic) {
  return Sliding(stream, seconds, traffic).run();
}

}  // namespace tollmeter
