#pragma once

#include <memory>
#include <vector>

#include "core/scenario_month.h"

namespace tollmeter {

/// The month of a scenario through its edits. While only the use of platforms changes, as under a slider that is dragged, what was
/// found out about the others is kept.
class KeptMonth {
 public:
  /// Both stay where they are and outlive the answer; it is true until the scenario is edited.
  ScenarioMonth& of(const Scenario& scenario, const World& world);
  /// Before the catalogue changes.
  void forget() { month_.reset(); }

 private:
  /// False where more than the amounts of platforms is different; then nothing has changed.
  bool follow(const std::vector<PlatformUse>& uses);

  Scenario rest_;  ///< of which month_ is, but for its platforms
  std::vector<PlatformUse> uses_;
  std::unique_ptr<ScenarioMonth> month_;
};

}  // namespace tollmeter
