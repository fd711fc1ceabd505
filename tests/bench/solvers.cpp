// How long each solver takes for ten platforms of the catalogue that ships. Prints a line of JSON for each, asserts nothing of the time.
// Run: bench_solvers build/generated/catalog-all.json
#include <algorithm>
#include <cstdio>
#include <functional>
#include <string>

#include "core/advice.h"
#include "core/history.h"
#include "core/scenario_month.h"
#include "core/solve/budget_answer.h"
#include "core/solve/busy_hours.h"
#include "core/solve/inverse.h"
#include "core/solve/budget_crossing.h"
#include "core/solve/limit_growth.h"
#include "core/solve/mix.h"
#include "core/solve/price_news.h"
#include "core/solve/ranges.h"
#include "core/solve/unit_budget.h"
#include "core/solve/unit_cost.h"
#include "real_catalog.h"
#include "timing.h"
#include "zones_data.h"

namespace tollmeter::bench {
namespace {

std::string traffic_name;

void print(const std::string& name, double longest, int slices, double all) {
  std::printf("{\"traffic\": \"%s\", \"name\": \"%s\", \"longest\": %.0f, \"slices\": %d, \"all\": %.0f}\n", traffic_name.c_str(), name.c_str(),
              longest, slices, all);
}

void measure(const char* name, const std::function<void()>& work) {
  const double took = median_of(work);
  print(name, took, 1, took);
}

/// Whatever is in slices.
template <class Run, class Step>
void measure_slices(const char* name, Run& run, Step step) {
  double longest = 0, all = 0;
  int slices = 0;
  while (!run.done()) {
    const double took = once([&] { step(run); });
    longest = std::max(longest, took);
    all += took;
    ++slices;
  }
  print(name, longest, slices, all);
}

/// From half to twice what is asked of each operation, so that every platform moves.
Scenario with_ranges(Scenario scenario) {
  for (PlatformUse& use : scenario.platforms) {
    for (const auto& [metric, quantity] : use.quantities) {
      if (quantity.value.is_zero()) continue;
      const Rational low = quantity.value / 2, high = quantity.value * 2;
      use.ranges[metric] = {{low, low.text()}, {high, high.text()}, quantity.per};
    }
  }
  return scenario;
}

OwnUnit customer(const Scenario& scenario) {
  OwnUnit unit;
  unit.name = "one customer a month";
  unit.count = {100, "100"};
  for (const PlatformUse& use : scenario.platforms) {
    for (const auto& [metric, quantity] : use.quantities) unit.parts[use.platform][metric] = {10, "10"};
  }
  return unit;
}

void run_all(const char* title, const Scenario& scenario, const World& world) {
  using Plans = ScenarioMonth::Plans;
  traffic_name = title;
  measure("estimate", [&] { estimate(scenario, world); });
  measure("cheapest fits", [&] { serve_all(scenario, world); });
  measure("price history", [&] { price_history(scenario, world, *Date::parse("2022-01-01"), scenario.date + 90); });
  double slowest = 0;
  for (const PlatformUse& use : scenario.platforms) {
    for (const auto& [metric, quantity] : use.quantities) {
      const CurveRequest request{{use.platform, metric}, 1'000'000'000, {}};
      slowest = std::max(slowest, median_of([&] { cost_curve(scenario, world, request); }));
    }
  }
  print("cost curve, the slowest of all metrics", slowest, 1, slowest);
  const PlatformUse& first = scenario.platforms.front();
  const CostCurve curve = cost_curve(scenario, world, {{first.platform, first.quantities.begin()->first}, 1'000'000'000, {}});
  measure("inverse of a budget", [&] { most_for(200, curve, scenario.date); });
  Scenario budget = scenario;
  budget.budget = Budget{100, "USD"};
  measure("what holds the budget", [&] { hold_budget(budget, world); });
  measure("when the budget is crossed", [&] { budget_crossing(budget, world); });
  // As many months a slice as the page takes a frame.
  const std::size_t months = scenario.traffic.shape == Shape::even ? 6 : 2;
  GrowthRun growth(scenario, world);
  measure_slices("growth", growth, [months](GrowthRun& run) { run.step(months); });
  const bool even = scenario.traffic.shape == Shape::even;
  RangesRun ranges(with_ranges(scenario), world);
  const std::size_t cases = std::max<std::size_t>(1, (even ? 100U : 25U) / std::max<std::size_t>(1, ranges.platforms_moved()));
  measure_slices("ranges", ranges, [cases](RangesRun& run) { run.step(cases); });
  MixRun mix(scenario, world);
  const std::size_t ratings = even ? 16 : 4;
  measure_slices("cheapest mix", mix, [ratings](MixRun& run) { run.step(ratings); });
  PriceNewsRun news(scenario, world, *Date::parse("2024-01-01"));
  measure_slices("announced changes, from 2024 on", news, [even](PriceNewsRun& run) {
    for (int i = 0; i < (even ? 8 : 1); ++i) run.step();
  });
  LimitGrowthRun limits(scenario, world);
  measure_slices("growth that limits stand", limits, [](LimitGrowthRun& run) { run.step(); });
  Scenario unit = budget;
  unit.unit = customer(scenario);
  for (const Plans plans : {Plans::as_chosen, Plans::cheapest}) {
    const bool chosen = plans == Plans::as_chosen;
    measure(chosen ? "own unit: cost, as chosen" : "own unit: cost, cheapest", [&] { unit_shares(unit, world, plans); });
    MostUnitsRun units(unit, world, plans);
    measure_slices(chosen ? "own unit: most, as chosen" : "own unit: most, cheapest", units, [even](MostUnitsRun& run) {
      for (int i = 0; i < (even ? 8 : 2); ++i) run.step();
    });
    const MostUnits& most = units.most();
    const Rational top = most.first && most.first->most > 1 ? most.first->most : Rational(100'000);
    UnitStepsRun steps(unit, world, plans, top);
    measure_slices(chosen ? "own unit: curve, as chosen" : "own unit: curve, cheapest", steps, [even](UnitStepsRun& run) {
      for (int i = 0; i < (even ? 4 : 1); ++i) run.step();
    });
    measure(chosen ? "own unit: for a budget, as chosen" : "own unit: for a budget, cheapest",
            [&] { units_for_budget(unit, world, plans, most); });
  }
  const Traffic traffic(own_cycle(scenario), scenario.traffic, world.zones);
  measure("busy hours", [&] { busy_hours(traffic, nullptr); });
}

void run(const char* path) {
  const Catalog catalog = real_catalog(path);
  const World world{&catalog, kZones};
  Scenario scenario = ten_platforms(catalog);
  scenario.growth = growth_by_percent("5").value();
  run_all("even traffic", scenario, world);
  scenario.traffic = TrafficPattern(Shape::week);
  for (int i = 0; i < kHoursAWeek; ++i) scenario.traffic.week += static_cast<char>('0' + (i * 7 + i / 24) % 10);
  scenario.traffic.zone = "Europe/Berlin";
  run_all("a drawn week", scenario, world);
}

}  // namespace
}  // namespace tollmeter::bench

int main(int count, char** arguments) {
  tollmeter::bench::run(count > 1 ? arguments[1] : "build/generated/catalog-all.json");
  return 0;
}
