#include "core/solve/curve.h"

#include <gtest/gtest.h>

#include <random>

#include "core/format.h"
#include "core/solve/envelope.h"
#include "dial_bills.h"
#include "random.h"
#include "real_catalog.h"
#include "toy_catalog.h"

namespace tollmeter {
namespace {

const Dial kReads{"toy", "reads"};
const Dial kPosts{"toy", "posts"};

void expect_covers(const PlanCurve& plan, std::int64_t top) {
  ASSERT_FALSE(plan.segments.empty());
  EXPECT_EQ(plan.segments.front().from, 0);
  EXPECT_EQ(plan.segments.back().to, top);
  for (std::size_t i = 1; i < plan.segments.size(); ++i) {
    EXPECT_EQ(plan.segments[i].from, plan.segments[i - 1].to + 1);
  }
}

void expect_same(const Money& curve, const PlatformEstimate& rated, const std::string& where) {
  EXPECT_EQ(curve.amount, exact_total(rated)) << where;
  EXPECT_EQ(curve.amount.round_half_up(2), rated.subtotal.amount) << where;
  EXPECT_EQ(curve.at_least, rated.subtotal.at_least) << where;
  EXPECT_EQ(curve.approximate, rated.subtotal.approximate) << where;
}

TEST(Curve, EveryChargeModelAgreesWithBruteForceAtEveryUnit) {
  const Catalog c = toy::catalog(toy::bending_plans());
  const World world = toy::world(c);
  for (const char* metric : {"reads", "posts"}) {
    Scenario s = toy::scenario("", "330", "410");
    for (const Shape shape : {Shape::even, Shape::weekends}) {
      s.traffic = shape;
      const Dial dial{"toy", metric};
      const std::int64_t top = shape == Shape::even ? 1300 : 700;
      const CostCurve curve = cost_curve(s, world, {dial, top, {}});
      ASSERT_EQ(curve.plans.size(), c.platforms[0].plans.size());
      for (const PlanCurve& plan : curve.plans) {
        expect_covers(plan, top);
        EXPECT_TRUE(plan.exact) << plan.plan->id;
        EXPECT_LE(plan.segments.size(), 16u) << plan.plan->id << " by " << metric;
        for (std::int64_t q = 0; q <= top; q += shape == Shape::even ? 1 : 3) {
          const PlatformEstimate rated = estimate_at(s, world, dial, *plan.plan, q, s.date);
          expect_same(plan.cost(q), rated, plan.plan->id + " at " + std::to_string(q) + " " + metric);
          if (testing::Test::HasFailure()) return;
        }
      }
    }
  }
}

TEST(Curve, AStaircaseIsOneSegment) {
  const Catalog c = toy::catalog({toy::plan("p", Access::open, {toy::with_free(toy::package("2", "7"), "100")}),
                                  toy::plan("linked", Access::open, {toy::per_unit("posts", toy::known("0.01")),
                                                                     toy::per_unit("linked", toy::known("0.2"))})});
  const CostCurve curve = cost_curve(toy::scenario("", "", ""), toy::world(c), {kReads, 1'000'000'000, {}});
  const PlanCurve& plan = *curve.of("p");
  ASSERT_EQ(plan.segments.size(), 2u);
  EXPECT_EQ(plan.segments[0].to, 100);
  EXPECT_FALSE(plan.segments[0].steps);
  EXPECT_TRUE(plan.segments[1].steps);
  EXPECT_EQ(plan.segments[1].slope, Rational::fraction(2, 7));
  EXPECT_EQ(plan.cost(100 + 7 * 100'000'000).amount, 200'000'000);
  EXPECT_EQ(plan.cost(101 + 7 * 100'000'000).amount, 200'000'002);
  const CostCurve by_posts = cost_curve(toy::scenario("", "", ""), toy::world(c), {kPosts, 1'000'000, {}});
  ASSERT_EQ(by_posts.of("linked")->segments.size(), 1u);
  EXPECT_EQ(by_posts.of("linked")->segments[0].slope, Rational::parse("0.086")) << "0.6 x 0.01 + 0.4 x 0.2";
}

TEST(Curve, KinksByHand) {
  const Catalog c = toy::catalog(toy::bending_plans());
  const CostCurve curve = cost_curve(toy::scenario("", "", ""), toy::world(c), {kReads, 2000, {}});
  const auto ends = [&](const char* id) {
    std::vector<std::int64_t> list;
    for (const Segment& segment : curve.of(id)->segments) list.push_back(segment.to);
    return list;
  };
  using Ends = std::vector<std::int64_t>;
  EXPECT_EQ(ends("flat"), (Ends{2000}));
  EXPECT_EQ(ends("per-unit"), (Ends{2000}));
  EXPECT_EQ(ends("free"), (Ends{250, 2000}));
  EXPECT_EQ(ends("free-daily"), (Ends{300, 2000})) << "ten a day of thirty days";
  EXPECT_EQ(ends("graduated"), (Ends{100, 400, 2000})) << "a fee of the second tier lifts it";
  EXPECT_EQ(ends("volume"), (Ends{99, 499, 2000}));
  EXPECT_EQ(ends("maximum"), (Ends{444, 2000})) << "0.5 x 444 = 222";
  EXPECT_EQ(ends("minimum"), (Ends{155, 2000}));
  EXPECT_EQ(ends("credit"), (Ends{100, 2000}));
  EXPECT_EQ(curve.of("graduated")->segments[1].slope, Rational::parse("0.2"));
}

TEST(Curve, CliffsOfVolumeTiers) {
  const Catalog c = toy::catalog(toy::bending_plans());
  const CostCurve curve = cost_curve(toy::scenario("", "", ""), toy::world(c), {kReads, 2000, {}});
  std::vector<std::string> found;
  for (const Cliff& cliff : curve.cliffs) {
    found.push_back(cliff.plan->plan->id + " " + std::to_string(cliff.at) + " " + cliff.saves.text());
    EXPECT_EQ(cliff.plan->cost(cliff.at).amount - cliff.plan->cost(cliff.at + 1).amount, cliff.saves);
  }
  EXPECT_EQ(found, (std::vector<std::string>{"volume 99 69", "volume 499 49.7", "volume-packages 99 59"}));
}

Scenario no_use(const char* plan) { return toy::scenario(plan, "", ""); }

TEST(Curve, EnvelopeAndBreakEvensByHand) {
  using namespace toy;
  const Catalog c = catalog({plan("payg", Access::open, {per_unit("reads", known("0.02"))}),
                             plan("basic", Access::open, {flat(known("20")), included("reads")}, {limit("reads", known("5000"))}),
                             plan("pro", Access::open, {flat(known("50")), with_free(per_unit("reads", known("0.01")), "10000")})});
  const CostCurve curve = cost_curve(no_use(""), world(c), {kReads, 100'000, {}});
  ASSERT_EQ(curve.break_evens.size(), 2u);
  EXPECT_EQ(curve.break_evens[0].at, 1001) << "1,000 x 0.02 = 20 is no reason to move";
  EXPECT_EQ(curve.break_evens[0].after, curve.of("basic"));
  EXPECT_TRUE(curve.break_evens[0].cheaper);
  EXPECT_EQ(curve.break_evens[1].at, 5001);
  EXPECT_FALSE(curve.break_evens[1].cheaper) << "basic ends";
  EXPECT_EQ(curve.break_evens[1].after, curve.of("pro"));
  ASSERT_EQ(curve.envelope.size(), 3u);
  EXPECT_EQ(curve.of("basic")->end->most, 5000);
  EXPECT_FALSE(curve.of("pro")->end.has_value());
}

TEST(Curve, QuotedPlansComeAfterPublishedOnes) {
  using namespace toy;
  const Catalog c = catalog({plan("small", Access::open, {flat(known("20")), included("reads")}, {limit("reads", known("100"))}),
                             plan("quote", Access::contract, {flat(known("1")), included("reads")}, {limit("reads", known("700"))}),
                             plan("secret", Access::open, {flat(unknown()), included("reads")}),
                             plan("closed", Access::closed, {included("reads")})});
  const CostCurve curve = cost_curve(no_use(""), world(c), {kReads, 1000, {}});
  ASSERT_EQ(curve.plans.size(), 4u);
  ASSERT_EQ(curve.envelope.size(), 3u);
  EXPECT_EQ(curve.envelope[0].plan, curve.of("small"));
  EXPECT_EQ(curve.envelope[0].to, 100);
  EXPECT_EQ(curve.envelope[1].plan, curve.of("quote"));
  EXPECT_EQ(curve.envelope[2].plan, nullptr) << "a plan without a price is never taken beside priced ones";
  EXPECT_FALSE(curve.of("closed")->may_be_chosen);
  EXPECT_TRUE(curve.of("secret")->cost(5).at_least);
}

// The envelope is what "cheapest that fits" takes, at every unit.
TEST(Curve, EnvelopeIsTheCheapestThatFitsAtEveryUnit) {
  std::vector<Plan> plans = toy::bending_plans();
  int i = 0;
  for (Plan& plan : plans) {
    if (++i % 3 == 0) plan.limits = {toy::limit("reads", toy::known(i % 2 == 0 ? "200" : "700"))};
    if (i % 5 == 0) plan.limits.push_back(toy::limit("posts", toy::known("300")));
  }
  const Catalog c = toy::catalog(plans);
  const World world = toy::world(c);
  for (const Dial& dial : {kReads, kPosts}) {
    const Scenario s = toy::scenario("", "330", "410");
    const CostCurve curve = cost_curve(s, world, {dial, 900, {}});
    EXPECT_TRUE(curve.settled);
    for (const Stretch& stretch : curve.envelope) {
      for (std::int64_t q = stretch.from; q <= stretch.to; q += 2) {
        const Scenario turned = turned_to(dial, s, q);
        const PlanChoice choice = cheapest_fit(c.platforms[0], turned.platforms[0], turned, world);
        ASSERT_EQ(choice.fits, stretch.plan != nullptr) << q;
        if (!stretch.plan) continue;
        const Rational theirs = estimate_at(s, world, dial, *choice.plan, q, s.date).subtotal.amount;
        ASSERT_EQ(theirs, stretch.plan->cost(q).amount.round_half_up(2)) << q << " " << choice.plan->id << " "
                                                                        << stretch.plan->plan->id;
      }
    }
  }
}

void verify_break_evens(const CostCurve& curve, const Scenario& s, const World& world, const Dial& dial, Date date) {
  for (const BreakEven& even : curve.break_evens) {
    const auto at = [&](const PlanCurve* plan, std::int64_t q) { return estimate_at(s, world, dial, *plan->plan, q, date); };
    EXPECT_TRUE(at(even.before, even.at - 1).fits) << dial.metric << even.before->plan->id << even.at;
    EXPECT_TRUE(at(even.after, even.at).fits) << dial.metric << even.after->plan->id << even.at;
    if (even.cheaper) {
      EXPECT_LT(exact_total(at(even.after, even.at)), exact_total(at(even.before, even.at)));
      if (at(even.after, even.at - 1).fits && !even.after->cost(even.at - 1).at_least &&
          price_class(*even.after->plan, date, even.after->cost(even.at - 1)) ==
              price_class(*even.before->plan, date, even.before->cost(even.at - 1))) {
        EXPECT_GE(exact_total(at(even.after, even.at - 1)), exact_total(at(even.before, even.at - 1)))
            << even.before->plan->id << " " << even.after->plan->id << even.at;
      }
    }
  }
}

void verify_end(const PlanCurve& plan, const Scenario& s, const World& world, const Dial& dial, Date date) {
  const auto fits = [&](std::int64_t q) { return estimate_at(s, world, dial, *plan.plan, q, date).fits; };
  const std::string where = dial.platform + " " + plan.plan->id + " by " + dial.metric;
  if (!plan.end) {
    EXPECT_TRUE(fits(1'000'000)) << where;
    return;
  }
  if (plan.end->most >= 0) {
    EXPECT_TRUE(fits(plan.end->most)) << where << plan.end->most;
  }
  EXPECT_FALSE(fits(plan.end->most + 1)) << where << plan.end->most;
  EXPECT_NE(plan.end->limit != nullptr, plan.end->not_offered != nullptr) << where;
}

TEST(Curve, EveryPlanOfTheCatalogueOnTwoDates) {
  std::mt19937 random(20261124);
  int plans = 0, segments = 0;
  for (const char* date : {"2023-04-25", "2026-11-23"}) {
    for (const Platform& platform : real_catalog().platforms) {
      Scenario s = empty_scenario(day(date));
      PlatformUse use;
      use.platform = platform.id;
      for (const TypicalUse& typical : platform.typical) {
        use.quantities[typical.metric] = parse_quantity(typical.text, Per::month).value();
      }
      s.platforms = {use};
      int dials = 0;
      for (const Metric& metric : platform.metrics) {
        if (metric.kind != Metric::Kind::entered || ++dials > 2) continue;
        const Dial dial{platform.id, metric.id};
        const std::int64_t top = std::max<std::int64_t>(1000, metric.slider_most.to_int64());
        const CostCurve curve = cost_curve(s, real_world(), {dial, top, {}});
        EXPECT_TRUE(curve.settled) << platform.id << " " << metric.id;
        for (const PlanCurve& plan : curve.plans) {
          ++plans;
          segments += static_cast<int>(plan.segments.size());
          const std::string where = platform.id + " " + plan.plan->id + " by " + metric.id + " on " + date;
          EXPECT_TRUE(plan.exact) << where << " " << plan.segments.size();
          EXPECT_LE(plan.segments.size(), 60u) << where;
          expect_covers(plan, top);
          for (int i = 0; i < 6; ++i) {
            const auto q = drawn<std::int64_t>(random, 0, i < 3 ? top : std::min<std::int64_t>(top, 3000));
            const PlatformEstimate rated = estimate_at(s, real_world(), dial, *plan.plan, q, s.date);
            if (rated.fits) {
              expect_same(plan.cost(q), rated, where + " at " + std::to_string(q));
            }
            EXPECT_EQ(rated.fits, plan.serves(q)) << where << " at " << q;
          }
          verify_end(plan, s, real_world(), dial, s.date);
        }
        verify_break_evens(curve, s, real_world(), dial, s.date);
      }
    }
  }
  RecordProperty("plans", plans);
  EXPECT_GT(plans, 200);
  EXPECT_GE(segments, plans);
}

TEST(Curve, TheStoryOfX) {
  const Scenario s = x_scenario("2023-04-25", "basic");
  const CostCurve curve = cost_curve(s, real_world(), {{"x", "posts_read"}, 10'000'000, {}});
  ASSERT_NE(curve.of("basic"), nullptr);
  EXPECT_EQ(curve.of("basic")->end->most, 10'000);
  const CostCurve later = cost_curve(s, real_world(), {{"x", "posts_read"}, 10'000'000, day("2026-11-23")});
  for (const PlanCurve& plan : later.plans) EXPECT_TRUE(plan.exact);
  EXPECT_GT(later.plans.size(), 1u);
}

TEST(Curve, NothingToTurn) {
  const Catalog c = toy::catalog(toy::bending_plans());
  EXPECT_TRUE(cost_curve(no_use(""), toy::world(c), {{"elsewhere", "reads"}, 10, {}}).plans.empty());
  EXPECT_TRUE(cost_curve(no_use(""), toy::world(c), {{"toy", "linked"}, 10, {}}).plans.empty()) << "a part follows, it is not turned";
  EXPECT_TRUE(cost_curve(empty_scenario(day("2023-04-25")), toy::world(c), {kReads, 10, {}}).plans.empty());
}

// Staircases of equal mean cross at each of their steps.
TEST(Curve, StaircasesThatCrossAgainAndAgain) {
  using namespace toy;
  const Catalog c = catalog({plan("sevens", Access::open, {package("7", "7")}), plan("fives", Access::open, {package("5", "5")})});
  const CostCurve curve = cost_curve(no_use(""), world(c), {kReads, 300, {}});
  EXPECT_TRUE(curve.settled);
  for (const Stretch& stretch : curve.envelope) {
    for (std::int64_t q = stretch.from; q <= stretch.to; ++q) {
      const Rational sevens = curve.of("sevens")->cost(q).amount;
      const Rational fives = curve.of("fives")->cost(q).amount;
      EXPECT_EQ(stretch.plan->cost(q).amount, min(sevens, fives)) << q;
    }
  }
  EXPECT_FALSE(cost_curve(no_use(""), world(c), {kReads, 1'000'000, {}}).settled);
  // What counts alike is settled however long the staircase is.
  const Catalog alike = catalog({plan("a", Access::open, {package("7", "7")}), plan("b", Access::open, {package("7", "7")}),
                                 plan("c", Access::open, {flat(known("-700")), package("7.01", "7")})});
  const CostCurve even = cost_curve(no_use(""), world(alike), {kReads, 1'000'000'000, {}});
  EXPECT_TRUE(even.settled);
  ASSERT_EQ(even.break_evens.size(), 1u);
  EXPECT_EQ(even.break_evens[0].at, 70'000 * 7 + 1) << "after seventy thousand packages the cent more has eaten the 700";
}

}  // namespace
}  // namespace tollmeter
