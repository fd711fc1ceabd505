#include "core/job.h"

#include <algorithm>

#include "core/scenario.h"

namespace tollmeter {

const JobSource* JobTable::source(std::string_view id) const {
  const auto found = std::find_if(sources.begin(), sources.end(), [&](const JobSource& s) { return s.id == id; });
  return found == sources.end() ? nullptr : &*found;
}

bool is_asked_for(const JobOffer& offer, const Scenario& scenario) {
  if (offer.only_to) return false;
  for (const PlatformUse& use : scenario.platforms) {
    if (use.platform != offer.platform) continue;
    const std::string& metric = offer.takes.front().metric;
    const auto quantity = use.quantities.find(metric);
    if (quantity != use.quantities.end() && quantity->second.value > 0) return true;
    return scenario.unit && scenario.unit->asked(use.platform, metric) > 0;
  }
  return false;
}

bool has_jobs(const JobTable& table, const Scenario& scenario) {
  for (const Job& job : table.jobs) {
    for (const JobOffer& offer : job.offers) {
      if (is_asked_for(offer, scenario)) return true;
    }
  }
  return false;
}

}  // namespace tollmeter
