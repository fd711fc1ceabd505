#include "core/kept_month.h"

#include <algorithm>
#include <utility>

namespace tollmeter {

ScenarioMonth& KeptMonth::of(const Scenario& scenario, const World& world) {
  Scenario rest = scenario;
  std::vector<PlatformUse> uses = std::exchange(rest.platforms, {});
  if (month_ && rest == rest_ && follow(scenario.platforms)) {
    uses_ = std::move(uses);
    return *month_;
  }
  month_ = std::make_unique<ScenarioMonth>(scenario, world, nullptr);
  month_->remember();
  rest_ = std::move(rest);
  uses_ = std::move(uses);
  return *month_;
}

bool KeptMonth::follow(const std::vector<PlatformUse>& uses) {
  // A platform that the catalogue does not hold has no month, and one without its plan a problem that is said.
  if (month_->platforms().size() != uses.size()) return false;
  const auto same_plan = [](const PlatformUse& a, const PlatformUse& b) { return a.platform == b.platform && a.plan == b.plan; };
  if (!std::equal(uses.begin(), uses.end(), uses_.begin(), uses_.end(), same_plan)) return false;
  for (std::size_t i = 0; i < uses.size(); ++i) {
    if (uses[i] == uses_[i]) {
      month_->platforms()[i].move_use(uses[i]);
    } else {
      month_->replace(i, uses[i]);
    }
  }
  return true;
}

}  // namespace tollmeter
