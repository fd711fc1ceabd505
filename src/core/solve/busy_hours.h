#pragma once

#include <array>
#include <vector>

#include "core/traffic.h"

namespace tollmeter {

/// An hour of the zone's clock on one day, as far as it lies in the cycle. One that the clock skips, or that lies outside, is
/// empty; one that it repeats is two hours long.
struct BusyHour {
  Instant begin, end;
  Rational share;  ///< of the cycle's traffic
  bool exists() const { return begin < end; }
};

struct BusyDay {
  Date day;  ///< of the zone; the first and the last one may lie in the cycle only partly
  std::array<BusyHour, 24> hours;
  Rational share() const;
  std::size_t busiest() const;  ///< the first of the busiest hours
};

/// The share of the cycle's traffic in each hour of a zone's clock; all add up to 1. `zone` null: UTC.
std::vector<BusyDay> busy_hours(const Traffic& traffic, const ZoneEntry* zone);

}  // namespace tollmeter
