// Days of which nothing is known of a platform's prices.
#include "core/known_prices.h"

#include <gtest/gtest.h>

#include "core/advice.h"
#include "core/history.h"
#include "core/link.h"
#include "core/solve/curve.h"
#include "core/solve/plan_review.h"
#include "real_catalog.h"
#include "toy_catalog.h"

namespace tollmeter {
namespace {

Catalog undated() {
  using namespace toy;
  return catalog({plan("p", Access::open, {flat(known("10")), included("posts"), included("reads")})});
}

PlanState state_on(const Catalog& c, const char* date) {
  return estimate(toy::scenario("p", "5", "", date), toy::world(c)).platforms.at(0).state;
}

TEST(KnownPrices, ReachBackToTheFirstDayOfTheHistory) {
  EXPECT_EQ(kFirstPrices.iso(), "2022-01-01");
  const Catalog c = undated();
  EXPECT_EQ(prices_known_from(c.platforms[0]), kFirstPrices);
  EXPECT_EQ(state_on(c, "2022-01-01"), PlanState::chosen);
  const Scenario s = toy::scenario("p", "5", "", "2021-12-31");
  const Estimate before = estimate(s, toy::world(c));
  EXPECT_EQ(before.platforms[0].state, PlanState::no_prices);
  EXPECT_EQ(before.platforms[0].plan, nullptr);
  EXPECT_EQ(before.breaches, 0) << "what is not known breaks nothing";
  EXPECT_TRUE(before.totals[0].at_least) << "and is no zero";
  EXPECT_EQ(cheapest_fit(c.platforms[0], s.platforms[0], s, toy::world(c)).plan, nullptr);
  EXPECT_EQ(serve_all(s, toy::world(c)).platforms[0].state, PlanState::no_prices);
  EXPECT_FALSE(review_plans(s, toy::world(c)).platforms[0].taken);
}

TEST(KnownPrices, ReachBackToWhateverIsDatedEarlier) {
  const auto known_from = [](auto change) {
    Catalog c = undated();
    change(c.platforms[0]);
    return prices_known_from(c.platforms[0]).iso();
  };
  const Date early = day("2019-05-06");
  EXPECT_EQ(known_from([&](Platform& p) { p.plans[0].validity.from = early; }), "2019-05-06");
  EXPECT_EQ(known_from([&](Platform& p) { p.plans[0].validity.to = early; }), "2019-05-06");
  EXPECT_EQ(known_from([&](Platform& p) { p.plans[0].charges[0].validity.from = early; }), "2019-05-06");
  EXPECT_EQ(known_from([&](Platform& p) { p.plans[0].access[0].validity.to = early; }), "2019-05-06");
  EXPECT_EQ(known_from([&](Platform& p) { p.plans[0].limits = {toy::limit("posts", toy::known("1"))}; p.plans[0].limits[0].validity.from = early; }), "2019-05-06");
  EXPECT_EQ(known_from([&](Platform& p) { p.plans[0].not_offered = {toy::not_offered("reads")}; p.plans[0].not_offered[0].validity.from = early; }), "2019-05-06");
  EXPECT_EQ(known_from([&](Platform& p) { p.events = {{early, "", "began", "page"}}; }), "2019-05-06");
  EXPECT_EQ(known_from([&](Platform& p) { p.sources[1].read = early; }), "2019-05-06");
  EXPECT_EQ(known_from([&](Platform& p) { p.sources[1].read = day("2024-01-01"); }), "2022-01-01");
  Catalog own = undated();
  own.platforms[0].own = true;
  EXPECT_EQ(state_on(own, "1900-01-01"), PlanState::chosen) << "a person's own prices hold whenever they say";
}

TEST(KnownPrices, NoCurveAndNoStepOfTheHistoryShowsAPriceBefore) {
  const Catalog c = undated();
  const Scenario s = toy::scenario("p", "5", "", "2021-06-01");
  CurveRequest request;
  request.dial = {"toy", "posts"};
  EXPECT_TRUE(cost_curve(s, toy::world(c), request).plans.empty());
  request.date = day("2023-04-25");
  EXPECT_EQ(cost_curve(s, toy::world(c), request).plans.size(), 1U);
  request.date = day("1900-01-01");
  EXPECT_TRUE(cost_curve(s, toy::world(c), request).plans.empty());

  const History h = price_history(s, toy::world(c), day("2020-01-01"), day("2023-01-01"));
  ASSERT_EQ(h.steps.size(), 2U);
  EXPECT_FALSE(h.steps[0].known);
  EXPECT_FALSE(h.steps[0].chosen_sold);
  EXPECT_FALSE(h.steps[0].serves_all);
  EXPECT_EQ(h.steps[1].from, kFirstPrices);
  EXPECT_TRUE(h.steps[1].known);
  EXPECT_EQ(h.steps[1].as_chosen.amount, Rational(10));
  // Whoever stands before it gets to it by "next change".
  EXPECT_EQ(change_dates(s, c, s.date), std::vector<Date>{kFirstPrices});
  EXPECT_TRUE(change_dates(s, c).empty());
}

// Of the platforms that ship: nothing on a day of 1900, something from the day on that is named.
TEST(KnownPrices, OfEveryPlatform) {
  for (const Platform& platform : real_catalog().platforms) {
    SCOPED_TRACE(platform.id);
    const Date first = prices_known_from(platform);
    EXPECT_LE(first, kFirstPrices);
    EXPECT_GE(first, day("2015-01-01"));
    Scenario s = empty_scenario(day("1900-01-01"));
    PlatformUse use;
    use.platform = platform.id;
    s.platforms = {use};
    const auto state = [&](Date date) {
      s.date = date;
      return estimate(s, real_world()).platforms[0].state;
    };
    EXPECT_EQ(state(day("1900-01-01")), PlanState::no_prices);
    EXPECT_EQ(state(first - 1), PlanState::no_prices);
    EXPECT_NE(state(first), PlanState::no_prices);
  }
  EXPECT_EQ(prices_known_from(*real_catalog().platform("x")).iso(), "2017-11-14");
}

// A link of such a day opens whole, and nothing it carries is lost.
TEST(KnownPrices, ALinkOfAnEarlierDayKeepsWhatItHolds) {
  Scenario s = example_scenario();
  s.date = day("1900-01-01");
  const OpenedLink opened = open_link(write_link(Document{s, SharedTotal{100, "USD"}}), real_catalog());
  ASSERT_EQ(opened.kind, OpenedLink::Kind::whole);
  EXPECT_EQ(opened.document.scenario, s);
  EXPECT_EQ(opened.document.total->amount, Rational(100));
}

}  // namespace
}  // namespace tollmeter
