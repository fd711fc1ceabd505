#pragma once

#include "core/advice.h"
#include "core/correction.h"
#include "core/estimate.h"
#include "core/export/calculation.h"
#include "core/export/writers.h"
#include "core/history.h"
#include "core/report.h"
#include "fuzz/target.h"
#include "zones_data.h"

namespace tollmeter::fuzz {

/// Each operation of the platform so many times.
inline PlatformUse use_of_all(const Platform& platform, const Quantity& of_each) {
  PlatformUse use;
  use.platform = platform.id;
  for (const Metric& metric : platform.metrics) {
    if (metric.kind == Metric::Kind::entered) use.quantities[metric.id] = of_each;
  }
  return use;
}

/// What the page offers for each figure of a plan.
inline void correct_all(const Catalog& catalog, const Platform& platform, const Plan& plan) {
  const auto address_of = [&](const Corrected& figure) {
    if (!can_be_corrected(figure)) return;
    must(correction_address("https://example.org/prices", figure, catalog).size() <= 8'000, "an address is no longer than servers take");
  };
  for (const Charge& charge : plan.charges) address_of({&platform, &plan, &charge, nullptr});
  for (const Limit& limit : plan.limits) address_of({&platform, &plan, nullptr, &limit});
}

/// Everything that can be exported of a scenario.
inline void export_all(const Scenario& scenario, const World& world) {
  const Estimate chosen = estimate(scenario, world);
  const Calculation calculation = exported_calculation(scenario, chosen, serve_all(scenario, world), world, "https://example.org/#");
  export_csv(calculation);
  export_json(calculation);
  export_markdown(calculation);
  bill_table(chosen);
}

/// Every plan of every platform that a reader took: rated for little and for much, its limits run, its breaches answered, and all
/// of it in words. The first so many platforms then make one scenario, through all their changes of price.
inline void rate_all(const Catalog& catalog) {
  const World world{&catalog, kZones};
  Scenario little = empty_scenario(*Date::parse("2026-11-23"));
  Scenario much = little;
  much.traffic = Shape::working_hours;
  much.retries = true;
  const Quantity few{1000, Per::month, "1,000"}, many{1'000'000'000'000, Per::day, "1e12/day"};
  for (const Platform& platform : catalog.platforms) {
    for (auto& [scenario, quantity] : {std::pair(&little, few), std::pair(&much, many)}) {
      const PlatformUse use = use_of_all(platform, quantity);
      for (const Plan& plan : platform.plans) {
        const PlatformEstimate rated = estimate_plan(platform, use, plan, *scenario, world);
        for (const LimitOutcome& limit : rated.limits) {
          if (limit.state == LimitState::breached) remedies(rated, limit, *scenario, world);
        }
        correct_all(catalog, platform, plan);
      }
      if (scenario->platforms.size() < kMostPlatforms) scenario->platforms.push_back(use);
    }
  }
  for (const Scenario& scenario : {little, much}) export_all(scenario, world);
  price_history(little, world, *Date::parse("2021-01-01"), *Date::parse("2028-01-01"));
}

}  // namespace tollmeter::fuzz
