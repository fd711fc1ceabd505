#pragma once

#include <optional>
#include <vector>

#include "core/calendar_window.h"
#include "core/call_clock.h"
#include "core/limits.h"

// Functions that only some windows need are not moved into their callers: the page fetches them after its first frame
// (cmake/Later.cmake).
namespace tollmeter {

/// What the windows of one limit let through. Instants are exact seconds since 1970.
struct WindowRun {
  Rational asked;    ///< calls
  Rational busiest;  ///< in the fullest window: units from a pool, calls from a stream
  Rational refused;  ///< calls
  std::optional<Rational> used_up;
  std::optional<Rational> first_refused;
  std::optional<Instant> frees;
  bool simulated = false;  ///< `refused` comes from steps of time, not call by call
};

/// The windows of a calendar that touch the cycle, one after another. A month of traffic closes them on the other side, (begin,
/// end]: the call that completes a day belongs to that day.
std::vector<WindowSpan> calendar_windows(const Traffic& traffic, const Window& window, const ZoneEntry* zone);

/// Calls of several weights in the order in which they come. In each window the first call that does not fit closes
/// it for the rest. No single call may outweigh the cap.
WindowRun run_pool(const std::vector<WindowSpan>& windows, const Rational& cap, const std::vector<Load::Part>& parts,
                   const Traffic& traffic);

/// Calls of one weight, of which `room` (at least 1) fit in a window.
struct Stream {
  const CallClock& calls;
  Int128 room;
  Int128 things = 0;  ///< above zero: the calls go round so many different things, and a thing counts once in a window

  /// How much `count` calls that follow each other take of a window, if nothing is refused.
  Int128 taken(Int128 count) const { return things > 0 && things < count ? things : count; }
  /// And how many of them are refused.
  Int128 refused(Int128 count) const {
    if (things == 0 || things <= room) return taken(count) > room ? count - room : 0;
    const Int128 rest = count % things;
    return count / things * (things - room) + (rest > room ? rest - room : 0);
  }
};

/// Consecutive calls, first and last included.
struct CallRange {
  Int128 first, last;
};

/// Windows of `seconds` that begin at multiples of it, from `offset` after 1970 on.
struct ClockGrid {
  std::int64_t seconds = 1;
  std::int64_t offset = 0;
  std::int64_t end_after(std::int64_t t) const;  ///< of the window that holds the moment after t
};
WindowRun run_aligned(const Stream& stream, const ClockGrid& grid);
/// The same for windows that follow each other.
WindowRun run_spans(const Stream& stream, const std::vector<WindowSpan>& windows);
/// Different things over a rolling window. Exact for some thousands of calls; of more what is refused is that of fixed windows.
WindowRun run_rolling_things(const Stream& stream, std::int64_t seconds);

/// The instants, rising, at which a rate changes at either end of a window of `seconds`.
std::vector<std::int64_t> rate_changes(const Traffic& traffic, std::int64_t seconds);

/// At every instant the last `seconds` count, and only admitted calls do. Of traffic with one rate.
WindowRun run_rolling(const Stream& stream, std::int64_t seconds);
/// The same for any traffic. The busiest window and the first refusal are exact; what is refused of more than a few thousand
/// calls is simulated. Not `counted`: `refused` need only say whether anything is.
[[gnu::noinline]] WindowRun run_rolling_rates(const Stream& stream, std::int64_t seconds, bool counted);
/// Calls refused, with the window cut into steps; each refusal has all refused for `penalty` seconds. Overflow where the numbers
/// are too large.
[[gnu::noinline]] Rational refused_in_steps(const Stream& stream, std::int64_t seconds, std::int64_t penalty);

/// A window opens with the first call after the last one ended.
WindowRun run_first_use(const Stream& stream, std::int64_t seconds);

/// The counter of two aligned windows: what was served in this one, and of the one before the share that a window
/// sliding over both still holds, rounded down. `busiest` is the highest such count of what is asked.
[[gnu::noinline]] WindowRun run_sliding(const Stream& stream, std::int64_t seconds);

struct Waiting {
  std::int64_t most = 0;  ///< seconds that a call waits at most, else it is refused; 0: without end
};
/// What becomes of calls that wait for room, in the order in which they came.
struct QueueRun {
  Rational refused;       ///< calls that would wait longer than they may
  Rational delayed;       ///< calls served later than they came, be it after the month
  Rational longest_wait;  ///< seconds
};
/// `windows` follow each other without a gap over the whole traffic; after it come more of the last one's length.
[[gnu::noinline]] QueueRun run_queue(const Stream& stream, const std::vector<WindowSpan>& windows, const Waiting& waiting);

/// A bucket in calls of one weight: it holds `size`, of which `start` at first, may owe `most` - `size` more, and `flow`
/// calls a second come back. `busiest` is how many it would have to hold.
struct CallBucket {
  Rational flow, size, start, most;
};
[[gnu::noinline]] WindowRun run_bucket(const CallBucket& bucket, const CallClock& calls);
/// The same where calls wait until enough has come back, which is to owe more for a while.
[[gnu::noinline]] QueueRun run_bucket_queue(const CallBucket& bucket, const Waiting& waiting, const CallClock& calls);
/// What comes back comes all at the end of each `seconds` since the cycle's begin.
[[gnu::noinline]] WindowRun run_stepped_bucket(const CallBucket& bucket, std::int64_t seconds, const CallClock& calls);

}  // namespace tollmeter
