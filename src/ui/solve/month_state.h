#pragma once

#include <optional>
#include <vector>

#include "core/solve/busy_hours.h"
#include "ui/session.h"

namespace tollmeter::ui {

/// The busy hours that the month view shows, computed anew only when cycle or traffic changed.
struct MonthState {
  bool as_table = false;

  void update(const Session& session);
  const Traffic& traffic() const { return *traffic_; }
  const ZoneEntry* zone() const { return zone_; }  ///< of the hours; null: UTC
  const std::vector<BusyDay>& days() const { return days_; }
  const Rational& most() const { return most_; }  ///< of the busiest hour; above zero

 private:
  Cycle cycle_;
  TrafficPattern pattern_;
  std::optional<Traffic> traffic_;
  const ZoneEntry* zone_ = nullptr;
  std::vector<BusyDay> days_;
  Rational most_;
};

}  // namespace tollmeter::ui
