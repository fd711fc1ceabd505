#pragma once

#include <optional>
#include <vector>

#include "core/scenario_month.h"
#include "core/solve/growth.h"
#include "core/solve/inverse.h"

namespace tollmeter {

/// The growth that one limit stands, on the plan that its platform is on now.
struct LimitGrowth {
  const Platform* platform = nullptr;
  const Plan* plan = nullptr;
  const Limit* limit = nullptr;
  GrowthHeld held;
  /// The first time within kGrowthMonths that it breaks at the scenario's growth, rows that follow each other being one limit;
  /// none where the scenario does not grow, or it holds.
  std::optional<GrowthBreak> passed;
};

/// All limits of a scenario that hold or are breached, in slices: one limit, or some months of a platform's growth, a step. It keeps a copy of the scenario and points
/// into the catalogue.
class LimitGrowthRun {
 public:
  LimitGrowthRun(const Scenario& scenario, const World& world);
  LimitGrowthRun(const LimitGrowthRun&) = delete;  // what it asks points into it
  LimitGrowthRun& operator=(const LimitGrowthRun&) = delete;

  bool done() const { return limits_.size() == total_; }
  std::size_t total() const { return total_; }
  /// The next slice; nothing once it is done.
  void step();
  const std::vector<LimitGrowth>& limits() const { return limits_; }  ///< those that are done, by platform

 private:
  struct Part {
    PlatformMonth* month;
    std::size_t use;  ///< its place in the scenario
    PlatformEstimate now;
    std::vector<const Limit*> limits;
  };
  /// True once the breaks of the part are known.
  bool found_breaks(const Part& part);

  Scenario scenario_;
  World world_;
  ScenarioMonth month_;
  std::vector<Part> parts_;
  std::size_t total_ = 0;
  std::size_t part_ = 0, place_ = 0;  ///< of the next limit
  std::optional<GrowthRun> growth_;   ///< of the part that is at hand, until its breaks are known
  std::vector<GrowthBreak> breaks_;   ///< of the part that is at hand
  std::vector<LimitGrowth> limits_;
};

}  // namespace tollmeter
