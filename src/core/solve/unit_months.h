#pragma once

#include <vector>

#include "core/scenario_month.h"

namespace tollmeter {

/// The platforms that the scenario's own unit takes something of, each at any count of units. The rest of the scenario
/// does not move with the count.
class UnitMonths {
 public:
  struct Part {
    const Platform* platform = nullptr;
    std::size_t use = 0;  ///< its place in the scenario
  };

  /// A scenario without a unit has no parts.
  UnitMonths(const Scenario& scenario, const World& world);
  UnitMonths(const UnitMonths&) = delete;  // months point into the scenario
  UnitMonths& operator=(const UnitMonths&) = delete;

  const std::vector<Part>& parts() const { return parts_; }
  const OwnUnit& unit() const { return *scenario_.unit; }  ///< only where there are parts
  Date date() const { return scenario_.date; }
  /// The part's platform when there are `count` units; its `use` is meaningless once the count is another.
  PlatformEstimate at(const Part& part, const Rational& count, ScenarioMonth::Plans plans);

 private:
  Scenario scenario_;
  World world_;
  Cycle cycle_;
  Traffic traffic_;
  std::vector<Part> parts_;
};

}  // namespace tollmeter
