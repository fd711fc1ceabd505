#pragma once

#include <optional>
#include <vector>

#include "core/limits.h"

namespace tollmeter {

/// What the windows of one limit let through. Instants are exact seconds since 1970.
struct WindowRun {
  Rational asked;    ///< calls
  Rational busiest;  ///< in the fullest window: units from a pool, calls from a stream
  Rational refused;  ///< calls
  std::optional<Rational> used_up;
  std::optional<Rational> first_refused;
  std::optional<Instant> frees;
};

/// A window from `begin` (exclusive) to `end` (inclusive); both may lie outside the cycle.
struct WindowSpan {
  Instant begin, end;
};

/// The calendar windows of `days` days that touch the cycle; `zone` null is UTC. Windows of several days are counted
/// from a Monday, so that a week is Monday to Sunday.
std::vector<WindowSpan> day_windows(const Traffic& traffic, int days, const ZoneEntry* zone);

/// Calls of several weights in the order in which they come. In each window the first call that does not fit closes
/// it for the rest. No single call may outweigh the cap.
WindowRun run_pool(const std::vector<WindowSpan>& windows, const Rational& cap, const std::vector<Load::Part>& parts,
                   const Traffic& traffic);

/// Calls of one weight, of which `room` (at least 1) fit in a window.
struct Stream {
  Rational calls;
  Rational room;
};

/// Windows of `seconds` aligned to multiples of that since 1970.
WindowRun run_aligned(const Stream& stream, std::int64_t seconds, const Traffic& traffic);

/// At every instant the last `seconds` count, and only admitted calls do.
WindowRun run_rolling(const Stream& stream, std::int64_t seconds, const Traffic& traffic);

}  // namespace tollmeter
