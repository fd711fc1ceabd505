#pragma once

#include <memory>

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
  bool follow(const Scenario& scenario);

  Scenario was_;
  std::unique_ptr<ScenarioMonth> month_;
};

}  // namespace tollmeter
