#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/estimate.h"
#include "core/pricing/use.h"
#include "core/traffic.h"

namespace tollmeter {

/// Equal events of a month: how many of each metric, and how each of them is.
struct UsageGroup {
  std::vector<Rational> units;
  EventKind kind;
};

/// One platform's use in one month, ready to be run against any plan on any date. Vectors go by the
/// index of the metric in the platform.
struct Usage {
  const Platform* platform = nullptr;
  const PlatformUse* use = nullptr;
  const Scenario* scenario = nullptr;
  const World* world = nullptr;
  const Traffic* traffic = nullptr;
  Cycle cycle;
  std::vector<Rational> asked;
  std::vector<UsageGroup> groups;  ///< what `asked` is the sum of
  Rational held = 1;               ///< the share of the month, by days, for which prorated fees are due
  std::vector<std::optional<std::size_t>> parents;  ///< the metric that a part or derived one comes from

  Usage(const Platform& p, const PlatformUse& u, const Scenario& s, const World& w, const Cycle& month,
        const Traffic& t);

  /// Replaces the use; each group is asked on its own.
  void set_groups(std::vector<UsageGroup> entered);

  Rational driver(std::string_view id) const;
  Rational value(const Formula& formula) const;
  /// The entered metric that `metric` follows from; itself where it is entered.
  std::size_t root(std::size_t metric) const;
  /// Of a part: its share of the metric that it comes from, set or assumed.
  const Rational& share(std::size_t part) const;
  /// What is asked of each metric when the person asks `units` of the entered metric `entered` instead.
  std::vector<Rational> asked_with(std::size_t entered, const Rational& units) const;
  /// The same for other units of all entered metrics: parts and derived ones are filled in.
  std::vector<Rational> with_parts(std::vector<Rational> units) const;

 private:
  void follow(std::vector<Rational>& units) const;
};

std::optional<std::size_t> metric_index(const Platform& platform, std::string_view id);

}  // namespace tollmeter
