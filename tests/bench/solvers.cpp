// How long each solver takes for ten platforms of the catalogue that ships. Prints milliseconds, asserts nothing.
// Run: bench_solvers build/generated/catalog-all.json
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>

#include "core/advice.h"
#include "core/catalog_reader.h"
#include "core/history.h"
#include "core/link.h"
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
#include "zones_data.h"

namespace tollmeter {
namespace {

constexpr const char* kTen =
    "1;d=2026-11-24;you.accounts=60;p=x:ppu;posts_created=6000;posts_read=30000;p=facebook:page;page_calls=300/day;"
    "p=linkedin:standard;app_calls=420/day;p=instagram:default;posts_published=8/day;p=youtube:default;uploads=2/day;reads=4k/day;"
    "p=reddit:free;calls=60k/day;p=bluesky:hosted;reads=40k/day;p=tiktok;p=pinterest;p=telegram";

using Clock = std::chrono::steady_clock;

/// The best of some runs, and how often it ran.
void measure(const char* name, const std::function<void()>& work) {
  double best = 1e9;
  double sum = 0;
  int runs = 0;
  for (; runs < 3 || (runs < 50 && sum < 300); ++runs) {
    const auto from = Clock::now();
    work();
    const std::chrono::duration<double, std::milli> took = Clock::now() - from;
    best = std::min(best, took.count());
    sum += took.count();
  }
  std::printf("  %-44s %9.2f ms\n", name, best);
}

/// Whatever is in slices: the longest of them.
template <class Run, class Step>
void measure_slices(const char* name, Run& run, Step step) {
  double longest = 0, all = 0;
  int slices = 0;
  while (!run.done()) {
    const auto from = Clock::now();
    step(run);
    const std::chrono::duration<double, std::milli> took = Clock::now() - from;
    longest = std::max(longest, took.count());
    all += took.count();
    ++slices;
  }
  std::printf("  %-44s %9.2f ms the longest of %d slices, %.2f ms in all\n", name, longest, slices, all);
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

/// Every platform gets a use of each of its first entered metrics, so that all ten have something to reckon.
void fill(Scenario& scenario, const Catalog& catalog) {
  for (PlatformUse& use : scenario.platforms) {
    const Platform* platform = catalog.platform(use.platform);
    if (!platform || !use.quantities.empty()) continue;
    for (const Metric& metric : platform->metrics) {
      if (metric.kind == Metric::Kind::entered) use.quantities[metric.id] = {3000, Per::month, "3000"};
    }
  }
}

void run_all(const char* title, const Scenario& scenario, const World& world) {
  using Plans = ScenarioMonth::Plans;
  std::printf("%s, %zu platforms\n", title, scenario.platforms.size());
  measure("estimate", [&] { estimate(scenario, world); });
  measure("cheapest fits", [&] { serve_all(scenario, world); });
  measure("price history", [&] { price_history(scenario, world, *Date::parse("2022-01-01"), scenario.date + 90); });
  double slowest = 0;
  std::string which;
  for (const PlatformUse& use : scenario.platforms) {
    for (const auto& [metric, quantity] : use.quantities) {
      const auto from = Clock::now();
      const CostCurve curve = cost_curve(scenario, world, {{use.platform, metric}, 1'000'000'000, {}});
      const std::chrono::duration<double, std::milli> took = Clock::now() - from;
      if (took.count() > slowest) which = use.platform + "/" + metric;
      slowest = std::max(slowest, took.count());
    }
  }
  std::printf("  %-44s %9.2f ms (%s)\n", "cost curve, the slowest of all metrics", slowest, which.c_str());
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

int run(const char* path) {
  std::ifstream file(path, std::ios::binary);
  const Result<Catalog> catalog = read_catalog(std::string(std::istreambuf_iterator<char>(file), {}));
  if (!catalog) {
    std::fprintf(stderr, "%s\n", catalog.problem().sentence().c_str());
    return 1;
  }
  const World world{&catalog.value(), kZones};
  const OpenedLink link = open_link(seal_link(kTen), catalog.value());
  if (link.kind != OpenedLink::Kind::whole) {
    std::fprintf(stderr, "%s\n", link.broken.problem.sentence().c_str());
    return 1;
  }
  Scenario scenario = link.document.scenario;
  fill(scenario, catalog.value());
  scenario.growth = growth_by_percent("5").value();
  run_all("even traffic", scenario, world);
  scenario.traffic = TrafficPattern(Shape::week);
  for (int i = 0; i < kHoursAWeek; ++i) scenario.traffic.week += static_cast<char>('0' + (i * 7 + i / 24) % 10);
  scenario.traffic.zone = "Europe/Berlin";
  run_all("a drawn week", scenario, world);
  return 0;
}

}  // namespace
}  // namespace tollmeter

int main(int count, char** arguments) {
  return tollmeter::run(count > 1 ? arguments[1] : "build/generated/catalog-all.json");
}
