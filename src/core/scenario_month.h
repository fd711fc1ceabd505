#pragma once

#include <vector>

#include "core/platform_month.h"
#include "core/traffic.h"

namespace tollmeter {

/// The months of all known platforms of a scenario, set up once for any number of dates. Scenario and world outlive it.
class ScenarioMonth {
 public:
  /// `month` null: the scenario's own cycle.
  ScenarioMonth(const Scenario& scenario, const World& world, const Cycle* month);
  ScenarioMonth(const ScenarioMonth&) = delete;
  ScenarioMonth& operator=(const ScenarioMonth&) = delete;

  enum class Plans { as_chosen, cheapest };
  Estimate on(Date date, Plans plans);
  /// From now on, what on() says is remembered: for a month that is asked again.
  void remember() { remembers_ = true; }
  /// The platform in that place is used otherwise, on the same plan.
  void replace(std::size_t place, const PlatformUse& use);

  std::vector<PlatformMonth>& platforms() { return platforms_; }

 private:
  Cycle cycle_;
  Traffic traffic_;
  std::vector<PlatformMonth> platforms_;
  std::vector<Problem> problems_;
  bool remembers_ = false;
};

Cycle own_cycle(const Scenario& scenario);

/// Adds to the sum of its currency, which comes last where it is new.
void add_to_totals(std::vector<Money>& totals, const Money& money);
/// The sums per currency, in the order of first appearance; no platform: one zero in US dollars.
std::vector<Money> totals_of(const std::vector<PlatformEstimate>& platforms);
/// The sum of that currency; zero where there is none.
Money total_in(const std::string& currency, const std::vector<Money>& totals);
/// Limits breached plus metrics not offered.
int breaches_of(const PlatformEstimate& platform);

}  // namespace tollmeter
