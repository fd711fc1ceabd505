#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/estimate.h"

namespace tollmeter {

/// A job that a platform of the scenario is asked for.
struct MixTask {
  const Job* job = nullptr;
  const JobOffer* from = nullptr;
  std::size_t use = 0;  ///< of the scenario's platforms
  std::vector<Rational> amounts;  ///< in the cycle, the person's own units included; by amount of the job
};

/// All of them, in the order of the scenario's platforms, then of the table. Platforms that are not in the catalogue have none.
std::vector<MixTask> mix_tasks(const Scenario& scenario, const World& world);

/// Ids of the platforms that could do them and are listed but not in the catalogue yet.
std::vector<std::string> mix_platforms_to_load(const Scenario& scenario, const Catalog& catalog);

/// A platform's use with other tasks than it has.
struct MixedUse {
  PlatformUse use;
  OwnUnit::Amounts parts;  ///< of the person's own unit
  bool empty = false;      ///< nothing is asked of it any more
};
/// `gone` are its own tasks that leave it, `come` others that it takes over. Whatever else is asked of it stays.
MixedUse mixed_use(const Scenario& scenario, const std::string& platform, const std::vector<const MixTask*>& gone,
                   const std::vector<const MixTask*>& come);

/// The offer of that platform; null where it cannot do the job.
const JobOffer* offer_on_platform(const Job& job, std::string_view platform);

}  // namespace tollmeter
