// How long a full estimate takes, from one platform to a hundred. Prints a line of JSON for each, asserts nothing of the time.
// Run: bench_engine build/generated/catalog-all.json
#include "core/advice.h"
#include "real_catalog.h"
#include "timing.h"
#include "zones_data.h"

namespace tollmeter::bench {
namespace {

/// The ten platforms again and again: so twice as many are twice the work.
Scenario with_platforms(const Scenario& ten, std::size_t count) {
  Scenario scenario = ten;
  scenario.platforms.clear();
  for (std::size_t i = 0; i < count; ++i) scenario.platforms.push_back(ten.platforms[i % ten.platforms.size()]);
  return scenario;
}

/// Every platform of the catalogue with the use that a person begins with who adds it.
Scenario whole_catalogue(const Catalog& catalog, Date date) {
  Scenario scenario = empty_scenario(date);
  for (const Platform& platform : catalog.platforms) {
    PlatformUse use;
    use.platform = platform.id;
    for (const TypicalUse& typical : platform.typical) {
      const Result<Quantity> quantity = parse_quantity(typical.text, Per::month);
      if (quantity) use.quantities[typical.metric] = quantity.value();
    }
    scenario.platforms.push_back(std::move(use));
  }
  return scenario;
}

/// Every plan that is sold on the day, each with its bill, its arithmetic in words and all its limits.
std::size_t every_plan(const Scenario& scenario, const World& world) {
  std::size_t plans = 0;
  for (const PlatformUse& use : scenario.platforms) {
    const Platform& platform = *world.catalog->platform(use.platform);
    for (const Plan& plan : platform.plans) {
      if (offer_on(plan, scenario.date) != Offer::sold) continue;
      estimate_plan(platform, use, plan, scenario, world);
      ++plans;
    }
  }
  return plans;
}

std::size_t limits_in(const Estimate& estimate) {
  std::size_t limits = 0;
  for (const PlatformEstimate& platform : estimate.platforms) limits += platform.limits.size();
  return limits;
}

void print(const char* of, const Scenario& scenario, const World& world) {
  const std::size_t plans = every_plan(scenario, world);
  const double chosen = median_of([&] { estimate(scenario, world); });
  const double fits = median_of([&] { serve_all(scenario, world); });
  const double every = median_of([&] { every_plan(scenario, world); });
  std::printf("{\"of\": \"%s\", \"platforms\": %zu, \"limits\": %zu, \"plans\": %zu, \"chosen\": %.0f, \"fits\": %.0f, \"every\": %.0f}\n", of,
              scenario.platforms.size(), limits_in(estimate(scenario, world)), plans, chosen, fits, every);
}

void run(const char* path) {
  const Catalog catalog = real_catalog(path);
  const World world{&catalog, kZones};
  const Scenario ten = ten_platforms(catalog);
  const Rational total = estimate(ten, world).totals.front().amount;
  if (estimate(with_platforms(ten, 100), world).totals.front().amount != total * 10) give_up("A hundred platforms do not cost ten times ten.");
  for (const std::size_t count : {1U, 2U, 5U, 10U, 20U, 50U, 100U}) print("even traffic", with_platforms(ten, count), world);
  Scenario drawn = ten;
  drawn.traffic = TrafficPattern(Shape::week);
  for (int i = 0; i < kHoursAWeek; ++i) drawn.traffic.week += static_cast<char>('0' + (i * 7 + i / 24) % 10);
  drawn.traffic.zone = "Europe/Berlin";
  print("a drawn week", drawn, world);
  print("the whole catalogue", whole_catalogue(catalog, ten.date), world);
}

}  // namespace
}  // namespace tollmeter::bench

int main(int count, char** arguments) {
  tollmeter::bench::run(count > 1 ? arguments[1] : "build/generated/catalog-all.json");
  return 0;
}
