#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "core/calendar.h"
#include "core/catalog.h"
#include "core/rational.h"

namespace tollmeter {

/// Whole nanoseconds since 1970-01-01 00:00 UTC, to the year 2262.
using Nanoseconds = std::int64_t;
inline constexpr Nanoseconds kSecond = 1'000'000'000;

/// One counter of one limit, as calls come in the order of time. Only what is taken counts: calls that are refused
/// leave no trace.
class Limiter {
 public:
  virtual ~Limiter() = default;

  /// The first instant, `now` or later, at which `units` fit if nothing else comes; nothing where they never do.
  virtual std::optional<Nanoseconds> fits_at(Nanoseconds now, const Rational& units) = 0;
  /// Takes units that fit at `at`, which is no earlier than any instant asked about before. `until` is when the call
  /// is over, for what counts calls in flight.
  virtual void take(Nanoseconds at, const Rational& units, Nanoseconds until) = 0;
  /// What is left at `now`, after the last call.
  virtual Rational left(Nanoseconds now) = 0;
  /// When what is taken at `at` is no longer counted; only of windows in which different things may be counted.
  virtual Nanoseconds forgets(Nanoseconds at) const { return at; }
};

/// What a limiter needs to know beside the limit.
struct LimiterWorld {
  Zones zones;
  int cycle_day = 1;
};

/// Null where the window's zone is not known.
std::unique_ptr<Limiter> make_limiter(const Window& window, const Rational& cap, const LimiterWorld& world);

}  // namespace tollmeter
