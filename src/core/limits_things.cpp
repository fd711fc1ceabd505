#include <algorithm>

#include "core/fifo.h"
#include "core/limits_windows.h"

namespace tollmeter {
namespace {

using Int = Int128;

// A thing that is counted holds its place for the length of the window, whatever is called of it meanwhile; another one takes
// it as soon as it is free. Call n is of thing (n - 1) mod things.
Int refused_one_by_one(const Stream& stream, std::int64_t seconds) {
  const CallClock& calls = stream.calls;
  const auto last = static_cast<std::int64_t>(calls.last());
  const auto things = static_cast<std::int64_t>(stream.things);
  std::vector<Int> held(static_cast<std::size_t>(std::min(things, last)));  // the first call that finds it gone
  Fifo<Int> places;  // the same, in the order in which they free
  Int refused = 0;
  for (std::int64_t n = 1; n <= last; ++n) {
    while (!places.empty() && places.front() <= n) places.pop_front();
    Int& until = held[static_cast<std::size_t>((n - 1) % things)];
    if (until > n) continue;
    if (stream.room <= static_cast<std::int64_t>(places.size())) {
      ++refused;
      continue;
    }
    until = calls.first_from(n, seconds);
    places.push_back(until);
  }
  return refused;
}

}  // namespace

WindowRun run_rolling_things(const Stream& stream, std::int64_t seconds) {
  // As long as no thing comes twice in a window, every call counts: and the first that does not fit is the same.
  WindowRun run = run_rolling_rates({stream.calls, stream.room}, seconds, false);
  run.busiest = min(run.busiest, whole(stream.things));
  run.refused = 0;
  if (stream.things <= stream.room || !run.first_refused) {
    run.used_up = run.first_refused = std::nullopt;
    run.frees.reset();
    return run;
  }
  constexpr int kFewCalls = 16'384;
  if (stream.calls.last() <= kFewCalls) {
    run.refused = whole(refused_one_by_one(stream, seconds));
  } else {
    run.refused = run_aligned(stream, {seconds, stream.calls.traffic().begin().seconds % seconds}).refused;
    run.simulated = true;
  }
  return run;
}

}  // namespace tollmeter
