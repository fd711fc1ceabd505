#include "core/advice.h"

#include "core/plan_choice.h"
#include "core/scenario_month.h"

namespace tollmeter {

PlanChoice cheapest_fit(const Platform& platform, const PlatformUse& use, const Scenario& scenario, const World& world,
                        const Cycle* month) {
  const Cycle cycle = month ? *month : own_cycle(scenario);
  const Traffic traffic(cycle, scenario.traffic, world.zones);
  PlatformMonth run(Usage(platform, use, scenario, world, cycle, traffic));
  return cheapest_for(run, scenario.date);
}

Estimate serve_all(const Scenario& scenario, const World& world, const Cycle* month) {
  return ScenarioMonth(scenario, world, month).on(scenario.date, ScenarioMonth::Plans::cheapest);
}

Estimate same_use_on(const Scenario& scenario, const World& world, Date date) {
  return ScenarioMonth(scenario, world, nullptr).on(date, ScenarioMonth::Plans::as_chosen);
}

Estimate serve_all_on(const Scenario& scenario, const World& world, Date date) {
  return ScenarioMonth(scenario, world, nullptr).on(date, ScenarioMonth::Plans::cheapest);
}

}  // namespace tollmeter
