#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar.h"
#include "core/charge.h"
#include "core/function_ref.h"
#include "core/rational.h"
#include "core/traffic.h"

namespace tollmeter {

/// Equal events of a cycle: how they are, whatever their number.
struct EventKind {
  std::map<std::string, Rational, std::less<>> drivers;  ///< sizes of one event; others are the scenario's
  std::map<std::string, std::string, std::less<>> attributes;
  std::optional<Instant> at;  ///< all at this instant; else as the traffic runs
  int days = 0;               ///< above zero: evenly on so many days of their own, after those of the kinds before
};

/// Events that one charge may count.
struct Events {
  Rational number;
  const EventKind* kind = nullptr;
};

/// What pricing needs to know of the scenario.
struct PricingWorld {
  const Traffic* traffic = nullptr;
  Zones zones;
  Cycle cycle;
  FunctionRef<Rational(std::string_view)> driver;
  Rational held = 1;  ///< the share of the cycle, by days, for which rows that are prorated are held
};

}  // namespace tollmeter
