#include "core/solve/mix_tasks.h"

#include <algorithm>

#include "core/scenario_month.h"

namespace tollmeter {
namespace {

const PlatformUse* use_of(const Scenario& scenario, std::string_view platform) {
  for (const PlatformUse& use : scenario.platforms) {
    if (use.platform == platform) return &use;
  }
  return nullptr;
}

Rational entered(const PlatformUse& use, const std::string& metric, const Cycle& cycle) {
  const auto found = use.quantities.find(metric);
  return found == use.quantities.end() ? Rational(0) : found->second.in(cycle);
}

const TypedNumber* part_of(const Scenario& scenario, const std::string& platform, const std::string& metric) {
  return scenario.unit ? scenario.unit->part(platform, metric) : nullptr;
}

bool knows_all(const Platform& platform, const JobOffer& offer) {
  return std::all_of(offer.takes.begin(), offer.takes.end(), [&](const JobTake& take) {
    const Metric* metric = platform.metric(take.metric);
    return metric != nullptr && metric->kind == Metric::Kind::entered;
  });
}

const JobTake* take_of(const JobOffer& offer, std::string_view amount) {
  for (const JobTake& take : offer.takes) {
    if (take.amount == amount) return &take;
  }
  return nullptr;
}

std::size_t amount_index(const Job& job, std::string_view amount) {
  const auto found = std::find_if(job.amounts.begin(), job.amounts.end(), [&](const JobAmount& a) { return a.id == amount; });
  return static_cast<std::size_t>(found - job.amounts.begin());
}

/// What the person entered, without their own units, for a take: exact where it comes from the same kind of count.
struct Brought {
  Rational units;
  const Quantity* as_typed = nullptr;  ///< where it is just that
  const Range* range = nullptr;        ///< of that
  Rational of_unit;                    ///< for one of the person's own unit
};

Brought brought(const MixTask& task, const JobTake& take, const Scenario& scenario, const Cycle& cycle) {
  Brought out;
  if (take.amount.empty()) {
    out.units = take.fixed;
    return out;
  }
  const JobTake* from = take_of(*task.from, take.amount);
  if (from == nullptr) {
    out.units = task.amounts[amount_index(*task.job, take.amount)] * take.each;
    return out;
  }
  const PlatformUse& use = scenario.platforms[task.use];
  const Rational factor = take.each / from->each;
  out.units = entered(use, from->metric, cycle) * factor;
  const auto typed = use.quantities.find(from->metric);
  if (typed != use.quantities.end() && factor == Rational(1)) out.as_typed = &typed->second;
  const auto range = use.ranges.find(from->metric);
  if (out.as_typed && range != use.ranges.end()) out.range = &range->second;
  if (const TypedNumber* part = part_of(scenario, use.platform, from->metric)) out.of_unit = part->value * factor;
  return out;
}

void put(PlatformUse& use, const std::string& metric, const Rational& units) {
  const Rational whole_units = units.round_half_up(0);
  use.quantities.insert_or_assign(metric, Quantity{whole_units, Per::month, quantity_text(whole_units, Per::month)});
}

}  // namespace

const JobOffer* offer_on_platform(const Job& job, std::string_view platform) {
  for (const JobOffer& offer : job.offers) {
    if (offer.platform == platform) return &offer;
  }
  return nullptr;
}

std::vector<MixTask> mix_tasks(const Scenario& scenario, const World& world) {
  std::vector<MixTask> tasks;
  const Cycle cycle = own_cycle(scenario);
  for (std::size_t i = 0; i < scenario.platforms.size(); ++i) {
    const PlatformUse& use = scenario.platforms[i];
    const Platform* platform = world.catalog->platform(use.platform);
    if (!platform) continue;
    for (const Job& job : world.catalog->jobs.jobs) {
      const JobOffer* offer = offer_on_platform(job, use.platform);
      if (!offer || !is_asked_for(*offer, scenario) || !knows_all(*platform, *offer)) continue;
      MixTask task{&job, offer, i, {}};
      for (const JobAmount& amount : job.amounts) {
        const JobTake* take = take_of(*offer, amount.id);
        if (take) {
          Rational units = entered(use, take->metric, cycle);
          if (scenario.unit) units += scenario.unit->asked(use.platform, take->metric);
          task.amounts.push_back(units / take->each);
        } else {
          task.amounts.push_back(amount.driver.empty() ? Rational(0) : driver_value(scenario, *world.catalog, amount.driver));
        }
      }
      tasks.push_back(std::move(task));
    }
  }
  return tasks;
}

std::vector<std::string> mix_platforms_to_load(const Scenario& scenario, const Catalog& catalog) {
  std::vector<std::string> ids;
  for (const Job& job : catalog.jobs.jobs) {
    const bool asked = std::any_of(job.offers.begin(), job.offers.end(), [&](const JobOffer& offer) { return is_asked_for(offer, scenario); });
    if (!asked) continue;
    for (const JobOffer& offer : job.offers) {
      const bool known = catalog.platform(offer.platform) != nullptr || catalog.listing(offer.platform) == nullptr;
      if (!known && std::find(ids.begin(), ids.end(), offer.platform) == ids.end()) ids.push_back(offer.platform);
    }
  }
  return ids;
}

MixedUse mixed_use(const Scenario& scenario, const std::string& platform, const std::vector<const MixTask*>& gone,
                   const std::vector<const MixTask*>& come) {
  MixedUse out;
  const Cycle cycle = own_cycle(scenario);
  if (const PlatformUse* use = use_of(scenario, platform)) out.use = *use;
  out.use.platform = platform;
  if (scenario.unit) {
    const auto parts = scenario.unit->parts.find(platform);
    if (parts != scenario.unit->parts.end()) out.parts = parts->second;
  }
  for (const MixTask* task : gone) {
    for (const JobTake& take : task->from->takes) {
      if (take.amount.empty()) continue;
      out.use.quantities.erase(take.metric);
      out.use.ranges.erase(take.metric);
      out.parts.erase(take.metric);
    }
  }
  std::map<std::string, Rational> shared;
  for (const MixTask* task : come) {
    const JobOffer* offer = offer_on_platform(*task->job, platform);
    for (const JobTake& take : offer->takes) {
      const Brought more = brought(*task, take, scenario, cycle);
      if (take.shared || take.amount.empty()) {
        const auto known = shared.emplace(take.metric, more.units).first;
        known->second = max(known->second, more.units);
      } else if (more.units > 0) {
        const Rational before = entered(out.use, take.metric, cycle);
        if (before.is_zero() && more.as_typed) {
          out.use.quantities.insert_or_assign(take.metric, *more.as_typed);
          if (more.range) out.use.ranges.insert_or_assign(take.metric, *more.range);
        } else {
          // Of a sum the range of one part says nothing.
          out.use.ranges.erase(take.metric);
          put(out.use, take.metric, before + more.units);
        }
      }
      if (more.of_unit > 0) {
        TypedNumber& part = out.parts[take.metric];
        part.value = (part.value + more.of_unit).round_half_up(9);
        part.typed = part.value.text();
      }
    }
  }
  for (const auto& [metric, units] : shared) {
    const JobTake* fixed = nullptr;
    for (const MixTask* task : come) {
      for (const JobTake& take : offer_on_platform(*task->job, platform)->takes) {
        if (take.metric == metric && take.amount.empty()) fixed = &take;
      }
    }
    const Rational before = entered(out.use, metric, cycle);
    const Rational after = fixed ? max(before, units) : before + units;
    if (after > before) {
      put(out.use, metric, after);
      out.use.ranges.erase(metric);
    }
  }
  out.empty = out.parts.empty() && std::all_of(out.use.quantities.begin(), out.use.quantities.end(),
                                               [](const auto& quantity) { return quantity.second.value.is_zero(); });
  return out;
}

}  // namespace tollmeter
