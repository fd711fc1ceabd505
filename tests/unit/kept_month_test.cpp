// A month that follows a person's edits says what one that is set up anew says, through long walks of edits.
#include "core/kept_month.h"

#include <gtest/gtest.h>

#include <random>

#include "core/export/calculation.h"
#include "core/export/writers.h"
#include "core/format.h"
#include "core/history.h"
#include "core/plan_choice.h"
#include "day.h"
#include "random.h"
#include "real_catalog.h"

namespace tollmeter {
namespace {

using Plans = ScenarioMonth::Plans;

class Walk {
 public:
  explicit Walk(std::mt19937_64& random) : random_(random) {}

  // Mostly what a slider does; now and then what decides about more than one platform's use.
  void edit(Scenario& s) {
    const std::size_t kind = pick(12);
    if (kind < 6) return use(s);
    if (s.platforms.empty()) return add(s);
    PlatformUse& one = s.platforms[pick(s.platforms.size())];
    const Platform& platform = *real_catalog().platform(one.platform);
    if (kind == 6) one.plan = pick(3) == 0 ? "" : platform.plans[pick(platform.plans.size())].id;
    if (kind == 7) one.already_on = !one.already_on;
    if (kind == 8) s.date = s.date + static_cast<int>(pick(400)) - 200;
    if (kind == 9) s.traffic = pick(2) == 0 ? Shape::even : Shape::working_hours;
    if (kind == 10) s.drivers["accounts"] = Rational(static_cast<std::int64_t>(pick(200)));
    if (kind == 11) pick(2) == 0 ? add(s) : static_cast<void>(s.platforms.erase(s.platforms.begin()));
  }

 private:
  std::size_t pick(std::size_t below) { return drawn<std::size_t>(random_, 0, below - 1); }

  void use(Scenario& s) {
    if (s.platforms.empty()) return;
    PlatformUse& one = s.platforms[pick(s.platforms.size())];
    const std::vector<Metric>& metrics = real_catalog().platform(one.platform)->metrics;
    const Metric& metric = metrics[pick(metrics.size())];
    const auto units = static_cast<std::int64_t>(pick(50'000));
    if (metric.kind == Metric::Kind::entered) one.quantities[metric.id] = {Rational(units), Per::month, ""};
    if (metric.kind == Metric::Kind::part) one.shares[metric.id] = {Rational(units) / Rational(50'000), ""};
  }

  void add(Scenario& s) {
    const std::vector<Platform>& all = real_catalog().platforms;
    const Platform& platform = all[pick(all.size())];
    for (const PlatformUse& there : s.platforms) {
      if (there.platform == platform.id) return;
    }
    PlatformUse added;
    added.platform = platform.id;
    s.platforms.push_back(added);
  }

  std::mt19937_64& random_;
};

// Everything that a person can see of an estimate of the scenario on its day.
std::string all_of(const Scenario& s, const Estimate& chosen, const Estimate& serving) {
  return export_json(exported_calculation(s, chosen, serving, real_world(), ""));
}

void expect_same(const HistoryStep& a, const HistoryStep& b) {
  EXPECT_EQ(a.from.iso(), b.from.iso());
  EXPECT_EQ(a.to.iso(), b.to.iso());
  EXPECT_EQ(money_text(a.as_chosen), money_text(b.as_chosen));
  EXPECT_EQ(money_text(a.serve_all), money_text(b.serve_all));
  EXPECT_EQ(a.chosen_breaches, b.chosen_breaches);
  EXPECT_EQ(a.chosen_plan, b.chosen_plan);
  EXPECT_EQ(a.serve_all_plan, b.serve_all_plan);
}

TEST(KeptMonth, FollowsEveryEdit) {
  std::mt19937_64 random(20231);
  Walk walk(random);
  const Date today = day("2026-11-24"), from = day("2022-01-01"), to = day("2027-03-01");
  KeptMonth kept;
  Scenario scenario = example_scenario();
  const World world = real_world();
  for (int i = 0; i < 80; ++i) {
    SCOPED_TRACE(i);
    // As the session does it: in place, what was there before is gone.
    Scenario next = scenario;
    walk.edit(next);
    scenario = std::move(next);
    ScenarioMonth& month = kept.of(scenario, world);
    for (const Date date : {scenario.date, today}) {
      const Estimate chosen = month.on(date, Plans::as_chosen), serving = month.on(date, Plans::cheapest);
      EXPECT_EQ(all_of(scenario, chosen, serving), all_of(scenario, same_use_on(scenario, world, date), serve_all_on(scenario, world, date)));
      for (std::size_t at = 0; at < chosen.platforms.size(); ++at) EXPECT_TRUE(chosen.platforms[at].use == &scenario.platforms[at]);
    }
    for (PlatformMonth& platform : month.platforms()) {
      const PlanChoice fresh = cheapest_fit(*platform.usage().platform, *platform.usage().use, scenario, world);
      const PlanChoice choice = cheapest_for(platform, scenario.date);
      EXPECT_TRUE(choice.plan == fresh.plan);
      EXPECT_EQ(choice.fits, fresh.fits);
    }
    const History history = price_history(month, scenario, *world.catalog, from, to), fresh = price_history(scenario, world, from, to);
    ASSERT_EQ(history.steps.size(), fresh.steps.size());
    for (std::size_t at = 0; at < fresh.steps.size(); ++at) expect_same(history.steps[at], fresh.steps[at]);
    if (testing::Test::HasFailure()) return;
  }
}

TEST(KeptMonth, AnotherCatalogueIsAskedAnew) {
  KeptMonth kept;
  const Scenario scenario = example_scenario();
  const World world = real_world();
  const ScenarioMonth* first = &kept.of(scenario, world);
  EXPECT_TRUE(&kept.of(scenario, world) == first);
  kept.forget();
  EXPECT_EQ(kept.of(scenario, world).on(scenario.date, Plans::as_chosen).breaches, estimate(scenario, world).breaches);
}

}  // namespace
}  // namespace tollmeter
