#include <algorithm>
#include <deque>

#include "core/limits_windows.h"

namespace tollmeter {
namespace {

using Piece = Traffic::Piece;

// Up to so many calls are run one by one.
constexpr int kFewCalls = 2048;

class RollingRates {
 public:
  RollingRates(const Stream& stream, const RollingRule& rule, const Traffic& traffic)
      : stream_(stream), rule_(rule), traffic_(traffic), last_(stream.calls.floor()) {}

  WindowRun run() {
    run_.asked = last_;
    look_through();
    if (!run_.first_refused) return run_;
    if (!rule_.counted) {
      run_.refused = 1;
    } else if (rule_.penalty >= rule_.seconds) {
      run_.refused = from_block_to_block();
    } else if (last_ <= kFewCalls) {
      run_.refused = one_by_one();
    } else {
      run_.refused = refused_in_steps(stream_, rule_, traffic_);
      run_.simulated = true;
    }
    return run_;
  }

 private:
  Rational instant(const Rational& call) const { return traffic_.instant_of(stream_.calls, call); }

  // Calls in the window that ends with call n, if from call `begins` on none was refused and none came before.
  Rational in_window(const Rational& n, const Rational& begins) const {
    return n - max(begins - 1, traffic_.calls_until(stream_.calls, instant(n) - rule_.seconds));
  }

  // Between two instants at which a rate changes at either end of the window, its count only rises or only falls from
  // call to call.
  void look_through() {
    for (const Piece& piece : traffic_.pieces()) {
      changes_.push_back(piece.end.seconds);
      changes_.push_back(piece.end.seconds + rule_.seconds);
    }
    std::sort(changes_.begin(), changes_.end());
    Rational come = 0;
    for (std::size_t i = 0; i < changes_.size(); ++i) {
      const Rational until = traffic_.calls_until(stream_.calls, Instant{changes_[i]});
      come_.push_back(until);
      if (until == come) continue;
      run_.busiest = max(run_.busiest, max(in_window(come + 1, 1), in_window(until, 1)));
      come = until;
    }
    if (run_.busiest <= stream_.room) return;
    const std::optional<Rational> first = first_too_many(1);
    run_.used_up = instant(*first - 1);
    run_.first_refused = instant(*first);
    Rational frees = instant(*first - stream_.room) + rule_.seconds;
    if (rule_.penalty > 0) frees = max(frees, *run_.first_refused + rule_.penalty);
    run_.frees = Instant{frees.ceil().to_int64()};
  }

  // The first call from `begins` on for which there is no room, if none came before that. It stands at the ends of the
  // stretches of look_through, or within one and is found by halving.
  std::optional<Rational> first_too_many(const Rational& begins) const {
    std::size_t i = 0;
    while (i < come_.size() && come_[i] < begins) ++i;
    for (Rational from = begins; i < come_.size(); ++i) {
      // While the window still reaches back before `begins`, each call adds one: that stretch ends on its own.
      Rational until = come_[i];
      const Rational whole = first_from(instant(begins) + rule_.seconds) - 1;
      if (from <= whole && whole < until) until = whole;
      if (until < from) continue;
      if (in_window(from, begins) > stream_.room) return from;
      if (in_window(until, begins) > stream_.room) return halve(from, until, begins);
      from = until + 1;
      if (until < come_[i]) --i;
    }
    return std::nullopt;
  }

  Rational halve(Rational good, Rational bad, const Rational& begins) const {
    while (bad - good > 1) {
      const Rational middle = ((good + bad) / 2).floor();
      (in_window(middle, begins) > stream_.room ? bad : good) = middle;
    }
    return bad;
  }

  // The first call at or after t.
  Rational first_from(const Rational& t) const {
    const Rational last = traffic_.calls_until(stream_.calls, t);
    return last >= 1 && instant(last) == t ? last : last + 1;
  }

  Rational last_of_piece(const Rational& call) const {
    const Rational at = instant(call);
    for (const Piece& piece : traffic_.pieces()) {
      if (at <= piece.end.seconds) return traffic_.calls_until(stream_.calls, piece.end);
    }
    return call;
  }

  Rational one_by_one() const {
    std::deque<Rational> inside;  // when the served calls leave
    Rational refused, blocked_until = traffic_.begin().seconds;
    for (Rational n = 1; n <= last_; n += 1) {
      const Rational t = instant(n);
      while (!inside.empty() && inside.front() <= t) inside.pop_front();
      if (t < blocked_until) {
        refused += 1;
      } else if (stream_.room <= static_cast<std::int64_t>(inside.size())) {
        refused += 1;
        blocked_until = t + rule_.penalty;
      } else {
        inside.push_back(t + rule_.seconds);
      }
    }
    return refused;
  }

  // A block that outlasts the window: what comes after it finds the window empty, as at the month's begin. Within a piece
  // of one rate all comes again from there.
  Rational from_block_to_block() const {
    Rational refused, begins = 1;
    while (true) {
      const std::optional<Rational> breaks = first_too_many(begins);
      if (!breaks) return refused;
      const Rational next = min(first_from(instant(*breaks) + rule_.penalty), last_ + 1);
      const Rational period = next - begins;
      const Rational times = max(Rational(1), ((last_of_piece(begins) - begins) / period).floor());
      refused += (next - *breaks) * times;
      begins += period * times;
      if (begins > last_) return refused;
    }
  }

  const Stream& stream_;
  const RollingRule& rule_;
  const Traffic& traffic_;
  Rational last_;
  std::vector<std::int64_t> changes_;  // instants at which a rate changes at either end of a window
  std::vector<Rational> come_;         // calls until each
  WindowRun run_;
};

}  // namespace

WindowRun run_rolling_rates(const Stream& stream, const RollingRule& rule, const Traffic& traffic) {
  return RollingRates(stream, rule, traffic).run();
}

}  // namespace tollmeter
