#pragma once

#include <string_view>
#include <vector>

#include "core/catalog.h"
#include "core/limiter/decide.h"
#include "core/result.h"
#include "core/usage_file.h"

namespace tollmeter {

/// What an events file says: calls at instants, in the order of time. For the format see docs/catalogue.md.
struct EventsFile {
  Date date;          ///< the limits of this day hold
  int cycle_day = 1;  ///< of the month, 00:00 UTC
  std::map<std::string, Rational, std::less<>> drivers;
  std::vector<TimedCall> calls;
};

/// Reads it against the plan file that it is for.
Result<EventsFile> read_events_file(std::string_view json, const Catalog& plan_file);

/// A decision for each call.
std::vector<Decision> decide_events(const Catalog& plan_file, const EventsFile& events, Zones zones);

}  // namespace tollmeter
