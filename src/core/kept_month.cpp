#include "core/kept_month.h"

#include <algorithm>

namespace tollmeter {

ScenarioMonth& KeptMonth::of(const Scenario& scenario, const World& world) {
  if (!month_ || !follow(scenario)) {
    month_ = std::make_unique<ScenarioMonth>(scenario, world, nullptr);
    month_->remember();
    was_ = scenario;
  }
  return *month_;
}

bool KeptMonth::follow(const Scenario& scenario) {
  const std::vector<PlatformUse>& uses = scenario.platforms;
  std::vector<PlatformUse>& were = was_.platforms;
  // A platform that the catalogue does not hold has no month, and one without its plan a problem that is said.
  if (month_->platforms().size() != uses.size()) return false;
  const auto same_plan = [](const PlatformUse& a, const PlatformUse& b) { return a.platform == b.platform && a.plan == b.plan; };
  if (!std::equal(uses.begin(), uses.end(), were.begin(), were.end(), same_plan)) return false;
  Scenario before = scenario;
  before.platforms = were;
  if (!(before == was_)) return false;
  for (std::size_t i = 0; i < uses.size(); ++i) {
    if (uses[i] == were[i]) {
      month_->platforms()[i].move_use(uses[i]);
    } else {
      month_->replace(i, uses[i]);
    }
  }
  were = uses;
  return true;
}

}  // namespace tollmeter
