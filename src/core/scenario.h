#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/budget.h"
#include "core/calendar.h"
#include "core/exchange_rate.h"
#include "core/own_unit.h"
#include "core/growth_rate.h"
#include "core/quantity.h"
#include "core/range.h"
#include "core/rational.h"
#include "core/traffic_pattern.h"

namespace tollmeter {

/// A share of a metric, with the text that the person typed.
struct Share {
  Rational value;  ///< 0..1
  std::string typed;
  friend bool operator==(const Share&, const Share&) = default;
};

/// What the person set for one platform.
struct PlatformUse {
  std::string platform;
  std::string plan;  ///< a plan's id; empty: cheapest that fits
  bool already_on = false;  ///< "I am already on it": a plan that is closed or by invitation is then a candidate
  std::map<std::string, Quantity, std::less<>> quantities;  ///< by entered metric; absent: zero
  std::map<std::string, Share, std::less<>> shares;         ///< by part metric; absent: the assumed share
  std::map<std::string, Range, std::less<>> ranges;        ///< by entered metric: between what it may be
  std::map<std::string, Range, std::less<>> share_ranges;  ///< by part metric
  friend bool operator==(const PlatformUse&, const PlatformUse&) = default;
};

/// Everything that a person set; the whole content of a link. Equal scenarios give equal estimates.
struct Scenario {
  std::string title;
  Date date;          ///< prices and plans of this day hold for the whole cycle
  int cycle_day = 0;  ///< 0: the cycle begins on `date`
  TrafficPattern traffic;
  /// A refused call comes again as soon as there is room, where that is within the cycle: it waits instead.
  bool retries = false;
  std::optional<Budget> budget;  ///< a line to hold; changes no amount
  GrowthRate growth;  ///< of all quantities alike; moves nothing in the scenario's own cycle
  std::map<std::string, Rational, std::less<>> drivers;  ///< those the person set; absent: assumed
  std::map<std::string, Range, std::less<>> driver_ranges;  ///< between what a driver may be, set or assumed
  std::map<std::string, std::string, std::less<>> choices;  ///< the options picked; absent: assumed
  Conversion conversion;
  std::vector<PlatformUse> platforms;
  std::optional<OwnUnit> unit;  ///< its parts name platforms above
  std::string own;  ///< the person's own prices, as core/own/own_document.h writes them; empty: none
  friend bool operator==(const Scenario&, const Scenario&) = default;
};

/// Bounds that every scenario keeps, whoever made it.
inline constexpr int kMostPlatforms = 40;
inline constexpr int kMostTitleBytes = 120;

/// How many inputs have a range.
std::size_t count_ranges(const Scenario& scenario);

/// The story of spring 2023: five platforms, 60 accounts, 25 April 2023.
Scenario example_scenario();
Scenario empty_scenario(Date date);

}  // namespace tollmeter
