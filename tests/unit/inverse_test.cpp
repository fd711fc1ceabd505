#include "core/solve/inverse.h"

#include <gtest/gtest.h>

#include <random>

#include "dial_bills.h"
#include "real_catalog.h"
#include "toy_catalog.h"

namespace tollmeter {
namespace {

using Stop = Affordable::Stop;
const Dial kReads{"toy", "reads"};

TEST(Inverse, EveryChargeModelAgreesWithBruteForce) {
  std::vector<Plan> plans = toy::bending_plans();
  for (std::size_t i = 0; i < plans.size(); i += 3) plans[i].limits = {toy::limit("reads", toy::known("640"))};
  const Catalog c = toy::catalog(plans);
  const World world = toy::world(c);
  const Scenario s = toy::scenario("", "330", "410");
  constexpr std::int64_t kTop = 900;
  const CostCurve curve = cost_curve(s, world, {kReads, kTop, {}});
  for (const PlanCurve& plan : curve.plans) {
    std::vector<PlatformEstimate> rated;
    for (std::int64_t q = 0; q <= kTop; ++q) rated.push_back(estimate_at(s, world, kReads, *plan.plan, q, s.date));
    for (const char* amount : {"0", "3.3", "4.5", "12", "20.5", "50", "77.77", "100", "103.3", "150", "222.25", "500", "10000"}) {
      const Rational budget = Rational::parse(amount);
      std::int64_t most = -1;
      for (std::int64_t q = 0; q <= kTop; ++q) {
        const auto& one = rated[static_cast<std::size_t>(q)];
        if (one.fits && !one.subtotal.at_least && exact_total(one) <= budget) most = q;
      }
      const Affordable found = most_for(budget, plan, kTop);
      const std::string where = plan.plan->id + " for " + amount;
      if (most < 0) {
        EXPECT_EQ(found.stop, Stop::not_afforded) << where;
        continue;
      }
      EXPECT_EQ(found.most, most) << where;
      EXPECT_EQ(found.cost.amount, exact_total(rated[static_cast<std::size_t>(most)])) << where;
      if (most == kTop) {
        EXPECT_EQ(found.stop, Stop::nothing) << where;
      } else if (!rated[static_cast<std::size_t>(most) + 1].fits) {
        EXPECT_EQ(found.stop, Stop::limit) << where;
        ASSERT_NE(found.end.limit, nullptr);
        EXPECT_EQ(found.end.limit->id, "reads-limit");
      } else if (rated[static_cast<std::size_t>(most) + 1].subtotal.at_least) {
        EXPECT_EQ(found.stop, Stop::no_price) << where;
      } else {
        EXPECT_EQ(found.stop, Stop::budget) << where;
      }
    }
  }
}

TEST(Inverse, OnAStaircaseThatRisesAndFalls) {
  const Catalog c = toy::catalog(toy::bending_plans());
  const World world = toy::world(c);
  const Scenario s = toy::scenario("", "", "");
  const Dial posts{"toy", "posts"};
  const CostCurve curve = cost_curve(s, world, {posts, 1'000'000'000, {}});
  for (const char* id : {"part", "cheaper-part"}) {
    const PlanCurve& plan = *curve.of(id);
    for (const char* amount : {"0.4", "1.61", "7", "100.19"}) {
      const Rational budget = Rational::parse(amount);
      std::int64_t most = 0;
      for (std::int64_t q = 0; q <= 2000; ++q) {
        if (exact_total(estimate_at(s, world, posts, *plan.plan, q, s.date)) <= budget) most = q;
      }
      EXPECT_EQ(most_for(budget, plan, curve.top).most, most) << id << " for " << amount;
    }
  }
}

TEST(Inverse, TheBestPlanForABudget) {
  using namespace toy;
  const Catalog c = catalog({plan("payg", Access::open, {per_unit("reads", known("0.02"))}),
                             plan("basic", Access::open, {flat(known("20")), included("reads")}, {limit("reads", known("5000"))}),
                             plan("pro", Access::open, {flat(known("50")), with_free(per_unit("reads", known("0.01")), "10000")})});
  const CostCurve curve = cost_curve(scenario("", "", ""), world(c), {kReads, 1'000'000, {}});
  const Date date = day("2023-04-25");
  const struct {
    const char* budget;
    const char* plan;
    std::int64_t most;
    Stop stop;
  } rows[] = {{"0", "payg", 0, Stop::budget},     {"10", "payg", 500, Stop::budget},     {"20", "basic", 5000, Stop::limit},
              {"49", "basic", 5000, Stop::limit}, {"50", "pro", 10'000, Stop::budget},    {"50.01", "pro", 10'001, Stop::budget},
              {"150", "pro", 20'000, Stop::budget}, {"1000000", "pro", 1'000'000, Stop::nothing}};
  for (const auto& row : rows) {
    const Affordable found = most_for(Rational::parse(row.budget), curve, date);
    ASSERT_NE(found.plan, nullptr) << row.budget;
    EXPECT_EQ(found.plan->plan->id, row.plan) << row.budget;
    EXPECT_EQ(found.most, row.most) << row.budget;
    EXPECT_EQ(found.stop, row.stop) << row.budget;
  }
  const CostCurve none = cost_curve(scenario("", "", ""), world(catalog({})), {kReads, 10, {}});
  EXPECT_EQ(most_for(10, none, date).plan, nullptr);
}

TEST(Inverse, QuotedPricesComeLastAndUnknownOnesNotAtAll) {
  using namespace toy;
  const Catalog c = catalog({plan("open", Access::open, {flat(known("20")), included("reads")}, {limit("reads", known("100"))}),
                             plan("quote", Access::contract, {flat(known("1")), included("reads")}),
                             plan("secret", Access::open, {flat(unknown()), included("reads")})});
  const CostCurve curve = cost_curve(scenario("", "", ""), world(c), {kReads, 1000, {}});
  EXPECT_EQ(most_for(20, curve, day("2023-04-25")).plan, curve.of("open"));
  EXPECT_EQ(most_for(19, curve, day("2023-04-25")).plan, curve.of("quote")) << "the open plan is not to be had for it";
  EXPECT_EQ(most_for(5, *curve.of("secret"), 1000).stop, Stop::no_price);
  EXPECT_EQ(most_quoted_for(20, curve, day("2023-04-25")).most, 1000) << "said beside what the open plan allows";
  EXPECT_EQ(most_quoted_for(Rational::parse("0.5"), curve, day("2023-04-25")).plan, nullptr);
}

// Re-rated at the answer and one unit beyond, on every plan of the catalogue.
TEST(Inverse, OfTheCatalogueHoldsAtTheAnswerAndNotOneUnitFurther) {
  int answers = 0;
  for (const Platform& platform : real_catalog().platforms) {
    Scenario s = empty_scenario(day("2026-11-23"));
    PlatformUse use;
    use.platform = platform.id;
    for (const TypicalUse& typical : platform.typical) {
      use.quantities[typical.metric] = parse_quantity(typical.text, Per::month).value();
    }
    s.platforms = {use};
    for (const Metric& metric : platform.metrics) {
      if (metric.kind != Metric::Kind::entered) continue;
      const Dial dial{platform.id, metric.id};
      const std::int64_t top = 1'000'000'000;
      const CostCurve curve = cost_curve(s, real_world(), {dial, top, {}});
      for (const PlanCurve& plan : curve.plans) {
        if (!plan.exact) continue;
        for (const char* amount : {"0.5", "200", "12345.67"}) {
          const Rational budget = Rational::parse(amount);
          const Affordable found = most_for(budget, plan, top);
          const std::string where = platform.id + " " + plan.plan->id + " " + metric.id + " for " + amount;
          if (found.stop != Stop::budget && found.stop != Stop::limit) continue;
          ++answers;
          const PlatformEstimate held = estimate_at(s, real_world(), dial, *plan.plan, found.most, s.date);
          const PlatformEstimate next = estimate_at(s, real_world(), dial, *plan.plan, found.most + 1, s.date);
          EXPECT_TRUE(held.fits) << where;
          EXPECT_LE(exact_total(held), budget) << where;
          EXPECT_EQ(exact_total(held), found.cost.amount) << where;
          if (found.stop == Stop::limit) {
            EXPECT_FALSE(next.fits) << where << found.most;
          } else {
            EXPECT_TRUE(next.fits) << where;
            EXPECT_GT(exact_total(next), budget) << where << found.most;
          }
        }
      }
      break;  // one dial a platform
    }
  }
  EXPECT_GT(answers, 100);
}

TEST(Inverse, GrowthThatALimitStands) {
  using namespace toy;
  const Catalog c = catalog({plan("p", Access::open, {included("posts"), included("reads")},
                                  {limit("reads", known("1000")), limit("posts", known("1000"), Window::Kind::fixed, 86400),
                                   limit("linked", known("50"))})});
  const World w = world(c);
  const Scenario s = scenario("p", "300", "700");
  const Cycle cycle = own_cycle(s);
  const Traffic traffic(cycle, s.traffic, w.zones);
  const PlatformMonth month(Usage(c.platforms[0], s.platforms[0], s, w, cycle, traffic));
  const Plan& plan = c.platforms[0].plans[0];
  EXPECT_EQ(growth_held(month, plan, s.date, plan.limits[0]).times, Rational::parse("1.429")) << "1.429 x 700 = 1,000.3 is 1,000 calls";
  EXPECT_EQ(growth_held(month, plan, s.date, plan.limits[1]).times, Rational::parse("100.001")) << "30,000 a month, rounded";
  EXPECT_EQ(growth_held(month, plan, s.date, plan.limits[2]).times, Rational::parse("0.421")) << "126 posts, 50 of them linked: it refuses now";
  EXPECT_FALSE(growth_held(month, plan, s.date, plan.limits[0]).without_end);
  const Scenario idle = scenario("p", "", "700");
  const PlatformMonth idle_month(Usage(c.platforms[0], idle.platforms[0], idle, w, cycle, traffic));
  EXPECT_TRUE(growth_held(idle_month, plan, s.date, plan.limits[1]).without_end);
}

// The estimate of the grown use says the same.
TEST(Inverse, GrowthOfTheCatalogueIsWhatEstimatesSay) {
  const World world = real_world();
  Scenario s = example_scenario();
  const Cycle cycle = own_cycle(s);
  const Traffic traffic(cycle, s.traffic, kZones);
  int limits = 0;
  for (const PlatformUse& use : s.platforms) {
    const Platform& platform = *real_catalog().platform(use.platform);
    const PlatformMonth month(Usage(platform, use, s, world, cycle, traffic));
    const Plan& plan = *platform.plan(use.plan);
    for (const Limit& limit : plan.limits) {
      if (!limit.validity.holds(s.date) || !refuses(limit.breach.behaviour)) continue;
      const GrowthHeld held = growth_held(month, plan, s.date, limit);
      if (held.without_end) continue;
      ++limits;
      for (const bool beyond : {false, true}) {
        PlatformUse grown = use;
        const Rational times = held.times + (beyond ? Rational::fraction(1, 1000) : Rational(0));
        for (auto& [metric, quantity] : grown.quantities) {
          const Rational asked = quantity.in(cycle).round_half_up(0);
          quantity = {(asked * times).round_half_up(0), Per::month, ""};
        }
        const PlatformEstimate rated = estimate_plan(platform, grown, plan, s, world);
        for (const LimitOutcome& outcome : rated.limits) {
          if (outcome.limit != &limit) continue;
          EXPECT_EQ(outcome.run.refused > 0, beyond) << limit.id << held.times.text();
        }
      }
    }
  }
  EXPECT_GT(limits, 3);
}

}  // namespace
}  // namespace tollmeter
