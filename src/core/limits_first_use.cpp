#include <algorithm>

#include "core/limits_windows.h"

namespace tollmeter {

// Windows open at the instants of calls, so within a piece of one rate they all take as many.
WindowRun run_first_use(const Stream& stream, std::int64_t seconds) {
  using Int = Int128;
  const CallClock& calls = stream.calls;
  const std::vector<Traffic::Piece>& pieces = calls.traffic().pieces();
  WindowRun run;
  Int busiest = 0, refused = 0, piece_last = 0;
  std::size_t piece = 0;
  for (Int opens = 1; opens <= calls.last();) {
    const Int next = std::min(calls.first_from(opens, seconds), calls.last() + 1);
    const Int count = next - opens;
    busiest = std::max(busiest, count);
    while (piece_last < opens) piece_last = calls.until(pieces[piece++].end.seconds);
    // As often as the next window opens within the piece too.
    const Int times = std::max<Int>(1, (piece_last - opens) / count);
    if (count > stream.room) {
      if (refused == 0) {
        run.used_up = calls.instant(opens + stream.room - 1);
        run.first_refused = calls.instant(opens + stream.room);
        run.frees = Instant{(calls.instant(opens) + seconds).ceil().to_int64()};
      }
      refused += (count - stream.room) * times;
    }
    opens += count * times;
  }
  run.asked = whole(calls.last());
  run.busiest = whole(busiest);
  run.refused = whole(refused);
  return run;
}

}  // namespace tollmeter
