#include <algorithm>

#include "core/limits_windows.h"

namespace tollmeter {
namespace {

// Windows open at the instants of calls, so within a piece of one rate they all take as many.
class FirstUse {
 public:
  FirstUse(const Stream& stream, std::int64_t seconds, const Traffic& traffic)
      : stream_(stream), seconds_(seconds), traffic_(traffic) {
    run_.asked = stream.calls.floor();
  }

  WindowRun run() {
    Rational opens = 1;
    while (opens <= run_.asked) {
      const Rational end = traffic_.instant_of(stream_.calls, opens) + seconds_;
      const Rational next = min(first_from(end), run_.asked + 1);
      const Rational count = next - opens;
      run_.busiest = max(run_.busiest, count);
      // As often as the next window opens within the piece too.
      const Rational times = max(Rational(1), ((last_of_piece(opens) - opens) / count).floor());
      if (count > stream_.room) refuse((count - stream_.room) * times, opens + stream_.room, end);
      opens += count * times;
    }
    return run_;
  }

 private:
  // The first call at or after t.
  Rational first_from(const Rational& t) const {
    const Rational come = stream_.calls * traffic_.weight_until(t) / traffic_.total_weight();
    const Rational last = come.floor();
    const bool at_t = last == come && last >= 1 && traffic_.instant_of(stream_.calls, last) == t;
    return at_t ? last : last + 1;
  }

  // Of the piece in which a call comes that is no earlier than the one asked about before.
  Rational last_of_piece(const Rational& call) {
    while (piece_last_ < call) piece_last_ = traffic_.calls_until(stream_.calls, traffic_.pieces()[piece_++].end);
    return piece_last_;
  }

  void refuse(const Rational& calls, const Rational& first, const Rational& end) {
    run_.refused += calls;
    if (run_.first_refused) return;
    run_.used_up = traffic_.instant_of(stream_.calls, first - 1);
    run_.first_refused = traffic_.instant_of(stream_.calls, first);
    run_.frees = Instant{end.ceil().to_int64()};
  }

  const Stream& stream_;
  std::int64_t seconds_;
  const Traffic& traffic_;
  std::size_t piece_ = 0;
  Rational piece_last_;
  WindowRun run_;
};

}  // namespace

WindowRun run_first_use(const Stream& stream, std::int64_t seconds, const Traffic& traffic) {
  return FirstUse(stream, seconds, traffic).run();
}

}  // namespace tollmeter
