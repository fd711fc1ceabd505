#include <algorithm>

#include "core/fifo.h"
#include "core/limits_windows.h"

namespace tollmeter {
namespace {

using Int = Int128;

// Up to so many calls are run one by one.
constexpr int kFewCalls = 4096;

class RollingRates {
 public:
  RollingRates(const Stream& stream, std::int64_t seconds, bool counted)
      : stream_(stream), calls_(stream.calls), seconds_(seconds), counted_(counted) {}

  WindowRun run() {
    run_.asked = whole(calls_.last());
    look_through();
    if (!run_.first_refused) return run_;
    if (!counted_) {
      run_.refused = 1;
    } else if (calls_.last() <= kFewCalls) {
      run_.refused = whole(one_by_one());
    } else {
      run_.refused = refused_in_steps(stream_, seconds_, 0);
      run_.simulated = true;
    }
    return run_;
  }

 private:
  // Calls in the window that ends with call n, if all are served.
  Int in_window(Int n) const { return n - calls_.until(n, -seconds_); }

  // Between two instants at which a rate changes at either end of the window, its count only rises or only falls from
  // call to call.
  void look_through() {
    Int come = 0, busiest = 0, first = 0;
    for (const std::int64_t change : rate_changes(calls_.traffic(), seconds_)) {
      const Int until = calls_.until(change);
      if (until == come) continue;
      const Int at_begin = in_window(come + 1), at_end = in_window(until);
      if (first == 0 && std::max(at_begin, at_end) > stream_.room) {
        first = at_begin > stream_.room ? come + 1 : halve(come + 1, until);
      }
      busiest = std::max({busiest, at_begin, at_end});
      come = until;
    }
    run_.busiest = whole(busiest);
    if (first == 0) return;
    run_.used_up = calls_.instant(first - 1);
    run_.first_refused = calls_.instant(first);
    run_.frees = Instant{(calls_.instant(first - stream_.room) + seconds_).ceil().to_int64()};
  }

  Int halve(Int good, Int bad) const {
    while (bad - good > 1) {
      const Int middle = (good + bad) / 2;
      (in_window(middle) > stream_.room ? bad : good) = middle;
    }
    return bad;
  }

  Int one_by_one() const {
    Fifo<Int> inside;  // for each served call in the window the first one that finds it gone
    Int refused = 0;
    for (Int n = 1; n <= calls_.last(); ++n) {
      while (!inside.empty() && inside.front() <= n) inside.pop_front();
      if (stream_.room <= static_cast<std::int64_t>(inside.size())) {
        ++refused;
      } else {
        inside.push_back(calls_.first_from(n, seconds_));
      }
    }
    return refused;
  }

  const Stream& stream_;
  const CallClock& calls_;
  std::int64_t seconds_;
  bool counted_;
  WindowRun run_;
};

}  // namespace

std::vector<std::int64_t> rate_changes(const Traffic& traffic, std::int64_t seconds) {
  const std::vector<Traffic::Piece>& pieces = traffic.pieces();
  std::vector<std::int64_t> changes;
  std::size_t entering = 0;  // the next change at the window's end; the others are those at its begin
  for (const Traffic::Piece& leaving : pieces) {
    for (; entering < pieces.size() && pieces[entering].end.seconds <= leaving.end.seconds + seconds; ++entering) {
      changes.push_back(pieces[entering].end.seconds);
    }
    changes.push_back(leaving.end.seconds + seconds);
  }
  return changes;
}

WindowRun run_rolling_rates(const Stream& stream, std::int64_t seconds, bool counted) {
  return RollingRates(stream, seconds, counted).run();
}

}  // namespace tollmeter
