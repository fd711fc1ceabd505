#include "ui/solve/month_state.h"

namespace tollmeter::ui {

void MonthState::update(const Session& session) {
  const Cycle cycle = session.shown().chosen.cycle;
  const TrafficPattern& pattern = session.scenario().traffic;
  if (traffic_ && cycle.start == cycle_.start && cycle.end == cycle_.end && pattern == pattern_) return;
  cycle_ = cycle;
  pattern_ = pattern;
  const Zones zones = session.world().zones;
  traffic_.emplace(cycle, pattern, zones);
  // Even traffic has no hours, so the days are those of the cycle.
  zone_ = pattern.shape == Shape::even ? nullptr : find_zone(zones, pattern.zone);
  days_ = busy_hours(*traffic_, zone_);
  most_ = 0;
  for (const BusyDay& day : days_) most_ = max(most_, day.hours[day.busiest()].share);
}

}  // namespace tollmeter::ui
