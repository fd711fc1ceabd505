// The growth that limits stand, and what a budget allows of the person's own unit: against estimates made one by one.
#include "core/solve/limit_growth.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/solve/growth_multiple.h"
#include "core/solve/unit_budget.h"
#include "real_catalog.h"
#include "toy_catalog.h"

namespace tollmeter {
namespace {

std::vector<LimitGrowth> all_of(const Scenario& scenario, const World& world) {
  LimitGrowthRun run(scenario, world);
  // A step is a limit, or a part of what comes before a platform's first.
  for (std::size_t done = 0; !run.done(); done = run.limits().size()) {
    run.step();
    EXPECT_LE(run.limits().size(), done + 1);
  }
  run.step();
  EXPECT_EQ(run.limits().size(), run.total());
  return run.limits();
}

// 1,000 posts that grow by a tenth pass 1,500 in the fifth month (1,610.51, so 1,611).
TEST(LimitGrowth, SaysHowMuchAndUntilWhen) {
  using namespace toy;
  const Catalog c = catalog({plan("small", Access::open, {included("posts"), included("reads")},
                                  {limit("posts", known("1500")), limit("reads", known("10"))})});
  Scenario s = scenario("small", "1000", "20", "2026-01-01");
  std::vector<LimitGrowth> limits = all_of(s, world(c));
  ASSERT_EQ(limits.size(), 2U);
  EXPECT_EQ(limits[0].held.times, Rational::parse("1.5"));
  EXPECT_FALSE(limits[0].passed) << "nothing grows";
  EXPECT_LT(limits[1].held.times, Rational(1));
  s.growth = growth_by_percent("10").value();
  limits = all_of(s, world(c));
  ASSERT_TRUE(limits[0].passed);
  EXPECT_EQ(limits[0].passed->month, 5U);
  EXPECT_EQ(*limits[0].passed->at, Rational(start_of(day("2026-06-01")).seconds) + Rational::fraction(1501, 1611) * (30 * 86400));
  EXPECT_EQ(limits[1].passed->month, 0U);
}

// Each limit of the catalogue breaks in the first month in which the plain estimate of the grown use says so, and at the
// multiple that is named, but not at a thousandth more.
TEST(LimitGrowth, OfTheCatalogueIsWhatEstimatesSay) {
  const World world = real_world();
  Scenario s = example_scenario();
  s.growth = growth_by_percent("10").value();
  const std::vector<Rational> multiples = growth_multiples(s.growth, 36);
  int passed = 0;
  for (const LimitGrowth& limit : all_of(s, world)) {
    const auto use = std::find_if(s.platforms.begin(), s.platforms.end(),
                                  [&](const PlatformUse& each) { return each.platform == limit.platform->id; });
    const auto breaks_in = [&](std::size_t month) {
      Scenario then = grown(s, world, multiples[month], month);
      const Cycle cycle = growth_cycle(s, month);
      const PlatformUse& grown_use = then.platforms[static_cast<std::size_t>(use - s.platforms.begin())];
      const PlatformEstimate rated = estimate_plan(*limit.platform, grown_use, *limit.plan, then, world, &cycle);
      return std::any_of(rated.limits.begin(), rated.limits.end(), [&](const LimitOutcome& outcome) {
        return outcome.limit->id == limit.limit->id && outcome.state == LimitState::breached;
      });
    };
    SCOPED_TRACE(limit.platform->id + "/" + limit.limit->id);
    std::size_t first = 0;
    while (first < kGrowthMonths && !breaks_in(first)) ++first;
    if (first == kGrowthMonths) {
      EXPECT_FALSE(limit.passed);
    } else {
      ++passed;
      ASSERT_TRUE(limit.passed);
      EXPECT_EQ(limit.passed->month, first);
    }
  }
  EXPECT_GT(passed, 2);
}

Rational total_with(Scenario s, const World& world, const Rational& count) {
  s.unit->count = {count, ""};
  return estimate(s, world).totals.front().amount;
}

TEST(UnitsForBudget, StopAtTheBudgetOrTheLimit) {
  using namespace toy;
  const Catalog c = catalog({plan("p", Access::open, {flat(known("10")), per_unit("posts", known("0.5")), included("reads")},
                                  {limit("reads", known("1000"))})});
  Scenario s = scenario("p", "4", "");
  s.unit = OwnUnit{"one customer", {0, "0"}, std::nullopt, {{"toy", {{"posts", {3, "3"}}, {"reads", {10, "10"}}}}}};
  for (int budget = 0; budget < 200; budget += 7) {
    SCOPED_TRACE(budget);
    s.budget = Budget{budget, "USD"};
    const auto plans = ScenarioMonth::Plans::as_chosen;
    const MostUnits most = most_units(s, world(c), plans);
    ASSERT_EQ(most.first->most, Rational(100));
    const UnitsForBudget found = *units_for_budget(s, world(c), plans, most);
    // By hand: $10, $2 for the four posts, $1.50 for each unit.
    std::int64_t expected = -1;
    while (expected < 100 && Rational(12) + Rational::fraction(3, 2) * Rational(expected + 1) <= Rational(budget)) ++expected;
    using Stop = UnitsForBudget::Stop;
    EXPECT_EQ(found.stop, expected < 0 ? Stop::not_afforded : expected == 100 ? Stop::limit : Stop::budget);
    EXPECT_EQ(found.most, Rational(std::max<std::int64_t>(0, expected)));
    EXPECT_EQ(found.cost.amount, total_with(s, world(c), found.most));
    if (found.stop == Stop::budget) {
      EXPECT_EQ(found.next.amount, total_with(s, world(c), found.most + Rational(1)));
    }
  }
  s.budget.reset();
  EXPECT_FALSE(units_for_budget(s, world(c), ScenarioMonth::Plans::as_chosen, {}));
}

// On the real catalogue: so many are within the budget by the plain estimate, one more is not.
TEST(UnitsForBudget, OfTheCatalogueAreEdges) {
  const World world = real_world();
  Scenario s = example_scenario();
  s.date = day("2026-11-23");
  for (PlatformUse& use : s.platforms) use.plan.clear();
  s.unit = OwnUnit{"one campaign", {0, "0"}, std::nullopt, {{"x", {{"posts_created", {10, "10"}}, {"posts_read", {50, "50"}}}}}};
  for (const int budget : {700, 1000, 5000}) {
    s.budget = Budget{budget, "USD"};
    const auto plans = ScenarioMonth::Plans::as_chosen;
    const UnitsForBudget found = *units_for_budget(s, world, plans, most_units(s, world, plans));
    ASSERT_EQ(found.stop, UnitsForBudget::Stop::budget);
    EXPECT_LE(total_with(s, world, found.most), Rational(budget));
    EXPECT_GT(total_with(s, world, found.most + Rational(1)), Rational(budget));
  }
}

}  // namespace
}  // namespace tollmeter
