#include "core/solve/unit_months.h"

#include "core/plan_choice.h"

namespace tollmeter {

UnitMonths::UnitMonths(const Scenario& scenario, const World& world)
    : scenario_(scenario),
      world_(world),
      cycle_(own_cycle(scenario)),
      traffic_(cycle_, scenario.traffic, world.zones) {
  if (!scenario_.unit) return;
  for (std::size_t i = 0; i < scenario_.platforms.size(); ++i) {
    const Platform* platform = world_.catalog->platform(scenario_.platforms[i].platform);
    const auto amounts = scenario_.unit->parts.find(scenario_.platforms[i].platform);
    if (platform && amounts != scenario_.unit->parts.end() && !amounts->second.empty()) parts_.push_back({platform, i});
  }
}

PlatformEstimate UnitMonths::at(const Part& part, const Rational& count, ScenarioMonth::Plans plans) {
  scenario_.unit->count = {count, {}};
  PlatformMonth month(Usage(*part.platform, scenario_.platforms[part.use], scenario_, world_, cycle_, traffic_));
  return plans == ScenarioMonth::Plans::as_chosen ? as_chosen(month, scenario_.date, Detail::verdict)
                                                  : on_cheapest(month, scenario_.date, Detail::verdict);
}

}  // namespace tollmeter
