#include "core/estimate.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/format.h"
#include "real_catalog.h"
#include "toy_catalog.h"

namespace tollmeter {
namespace {

const LimitOutcome* outcome(const PlatformEstimate& platform, std::string_view limit) {
  auto found = std::find_if(platform.limits.begin(), platform.limits.end(),
                            [&](const LimitOutcome& o) { return o.limit->name == limit; });
  return found == platform.limits.end() ? nullptr : &*found;
}

TEST(Estimate, CheckValuesOfX) {
  struct Row {
    const char* date;
    const char* plan;
    const char* total;
    int breaches;
  };
  const Row rows[] = {
      {"2026-11-23", "ppu", "$684.00", 0},  // 30,000 x 0.005 + 3,600 x 0.015 + 2,400 x 0.200
      {"2026-03-03", "ppu", "$210.00", 0},  // 30,000 x 0.005 + 6,000 x 0.010
      {"2023-04-25", "basic", "$100.00", 1},
      {"2026-11-23", "", "$684.00", 0},
  };
  for (const Row& row : rows) {
    const Scenario s = x_scenario(row.date, row.plan);
    const Estimate e = estimate(s, real_world());
    EXPECT_EQ(money_text(e.totals[0]), row.total) << row.date << row.plan;
    EXPECT_EQ(e.breaches, row.breaches) << row.date << row.plan;
    EXPECT_TRUE(e.problems.empty());
  }
}

TEST(Estimate, ReadCapOfBasicBreaksOn5May) {
  const Scenario s = x_scenario("2023-04-25", "basic");
  const Estimate e = estimate(s, real_world());
  EXPECT_EQ(e.cycle.end.iso(), "2023-05-25");
  const PlatformEstimate& x = e.platforms[0];
  EXPECT_EQ(x.state, PlanState::chosen);
  EXPECT_FALSE(x.fits);
  const auto breached = std::find_if(x.limits.begin(), x.limits.end(),
                                     [](const LimitOutcome& o) { return o.state == LimitState::breached; });
  ASSERT_NE(breached, x.limits.end());
  EXPECT_EQ(breached->cap, Rational(10000));
  EXPECT_EQ(breached->refused, Rational(20000));
  EXPECT_EQ(breached->fits, Rational(10000));
  EXPECT_EQ(breached->main_metric->id, "posts_read");
  ASSERT_TRUE(breached->run.used_up.has_value());
  EXPECT_EQ(instant_text(*breached->run.used_up), "5 May 00:00 UTC");
  EXPECT_EQ(*breached->run.used_up, Rational(start_of(day("2023-05-05")).seconds));
}

TEST(Estimate, PostsOfOneAccountBreakTheUserDay) {
  struct Row {
    int accounts;
    bool breached;
    const char* first_day;
  };
  for (const Row& row : {Row{1, true, "2023-04-25"}, Row{2, false, ""}, Row{60, false, ""}}) {
    Scenario s = x_scenario("2023-04-25", "basic");
    s.drivers["accounts"] = row.accounts;
    const Estimate e = estimate(s, real_world());
    const LimitOutcome* o = outcome(e.platforms[0], "posts in 24 h, each user");
    ASSERT_NE(o, nullptr);
    EXPECT_EQ(o->cap, Rational(100));
    EXPECT_EQ(o->counters, Rational(row.accounts));
    EXPECT_EQ(o->state == LimitState::breached, row.breached) << row.accounts;
    if (!row.breached) continue;
    ASSERT_TRUE(o->run.used_up.has_value());
    EXPECT_EQ(date_of(Instant{o->run.used_up->to_int64()}).iso(), row.first_day);
  }
}

TEST(Estimate, CheckValuesOfTheExamplesOtherPlatforms) {
  const Scenario s = example_scenario();
  const Estimate e = estimate(s, real_world());
  EXPECT_EQ(money_text(e.totals[0]), "$100.00");
  EXPECT_EQ(e.breaches, 1);
  struct Row {
    const char* platform;
    const char* limit;
    const char* busiest;
    const char* cap;
    const char* share;
  };
  const Row rows[] = {
      {"linkedin", "app calls a day", "420", "500", "84 %"},
      {"linkedin", "calls a day, each member", "7", "100", "7 %"},
      {"youtube", "quota units a day", "3200", "10000", "32 %"},
  };
  for (const Row& row : rows) {
    const auto platform = std::find_if(e.platforms.begin(), e.platforms.end(),
                                       [&](const PlatformEstimate& p) { return p.platform->id == row.platform; });
    ASSERT_NE(platform, e.platforms.end());
    const LimitOutcome* o = outcome(*platform, row.limit);
    ASSERT_NE(o, nullptr) << row.limit;
    EXPECT_EQ(o->run.busiest.text(), row.busiest) << row.limit;
    EXPECT_EQ(o->cap.text(), row.cap) << row.limit;
    EXPECT_EQ(percent_text(o->run.utilisation), row.share) << row.limit;
  }
}

TEST(Estimate, StateOfThePlan) {
  using namespace toy;
  Plan sold = plan("sold", Access::open, {flat(known("100")), included("posts")});
  Plan closed = plan("closed", Access::closed, {flat(known("10")), included("posts")});
  Plan invited = plan("invited", Access::invitation, {flat(known("10")), included("posts")});
  Plan quoted = plan("quoted", Access::contract, {flat(unknown()), included("posts")});
  Plan ended = plan("ended", Access::open, {flat(known("1")), included("posts")});
  ended.validity.to = day("2023-04-25");
  Plan later = plan("later", Access::open, {flat(known("1")), included("posts")});
  later.validity.from = day("2023-04-26");
  const Catalog c = catalog({sold, closed, invited, quoted, ended, later});
  struct Row {
    const char* named;
    bool already_on;
    PlanState state;
    const char* plan;
    const char* total;
  };
  const Row rows[] = {
      {"", false, PlanState::cheapest, "sold", "$100.00"},
      {"sold", false, PlanState::chosen, "sold", "$100.00"},
      {"closed", false, PlanState::not_sold, "sold", "$100.00"},
      {"closed", true, PlanState::chosen, "closed", "$10.00"},
      {"invited", false, PlanState::not_sold, "sold", "$100.00"},
      {"invited", true, PlanState::chosen, "invited", "$10.00"},
      {"quoted", false, PlanState::chosen, "quoted", "at least $0.00"},
      {"ended", true, PlanState::not_sold, "sold", "$100.00"},
      {"later", true, PlanState::not_sold, "sold", "$100.00"},
  };
  for (const Row& row : rows) {
    Scenario s = scenario(row.named, "10", "");
    s.platforms[0].already_on = row.already_on;
    const Estimate e = estimate(s, world(c));
    EXPECT_EQ(e.platforms[0].state, row.state) << row.named << row.already_on;
    ASSERT_NE(e.platforms[0].plan, nullptr);
    EXPECT_EQ(e.platforms[0].plan->id, row.plan) << row.named << row.already_on;
    EXPECT_EQ(money_text(e.totals[0]), row.total) << row.named << row.already_on;
  }
  const Scenario too_much = scenario("", "10", "10");
  EXPECT_EQ(estimate(too_much, world(c)).platforms[0].state, PlanState::nothing_fits);
  const Catalog none = catalog({ended});
  const Scenario s = scenario("", "10", "");
  const Estimate e = estimate(s, world(none));
  EXPECT_EQ(e.platforms[0].state, PlanState::none);
  EXPECT_EQ(e.platforms[0].plan, nullptr);
  EXPECT_EQ(e.breaches, 1);
}

TEST(Estimate, LimitStates) {
  using namespace toy;
  Limit delays = limit("posts", known("5"));
  delays.breach.behaviour = Behaviour::delay;
  Limit bills = limit("posts", known("5"));
  bills.breach.behaviour = Behaviour::bill;
  struct Row {
    const char* name;
    Limit limit;
    LimitState state;
    bool fits;
    int breaches;
  };
  const Row rows[] = {
      {"at the cap", limit("posts", known("10")), LimitState::holds, true, 0},
      {"beyond", limit("posts", known("9")), LimitState::breached, false, 1},
      {"a cap of zero", limit("posts", known("0")), LimitState::breached, false, 1},
      {"delayed is a breach, yet served", delays, LimitState::breached, true, 1},
      {"billed beyond", bills, LimitState::holds, true, 0},
      {"not published", limit("posts", unknown()), LimitState::unpublished, true, 0},
      {"without end", limit("posts", unlimited()), LimitState::unlimited, true, 0},
      {"nothing asked", limit("reads", known("0")), LimitState::unused, true, 0},
      {"nothing asked, not published", limit("reads", unknown()), LimitState::unused, true, 0},
  };
  for (const Row& row : rows) {
    const Catalog c = catalog({plan("p", Access::open, {included("posts"), included("reads")}, {row.limit})});
    const Scenario s = scenario("p", "10", "");
    const Estimate e = estimate(s, world(c));
    ASSERT_EQ(e.platforms[0].limits.size(), 1u) << row.name;
    EXPECT_EQ(e.platforms[0].limits[0].state, row.state) << row.name;
    EXPECT_EQ(e.platforms[0].fits, row.fits) << row.name;
    EXPECT_EQ(e.breaches, row.breaches) << row.name;
  }
}

// What fits refuses nothing, one more of it does: asked again of the whole engine, limit by limit.
TEST(Estimate, WhatFitsIsTheMostThatFits) {
  using namespace toy;
  Limit user_day = limit("posts", known("100"), Window::Kind::rolling, 86400);
  user_day.scope.per = "accounts";
  Limit pool = limit("posts", known("2000"), Window::Kind::fixed, 86400);
  pool.weights = {{"posts", 50}, {"reads", 1}};
  Limit spend = limit("", known("300"));
  spend.weights.clear();
  spend.spend = true;
  struct Row {
    const char* name;
    Limit limit;
    std::int64_t accounts;
    const char* main_metric;
    const char* input;
  };
  const Row rows[] = {
      {"a cycle", limit("reads", known("10000")), 1, "reads", "reads"},
      {"a day's window", limit("reads", known("333"), Window::Kind::fixed, 86400), 1, "reads", "reads"},
      {"several counters", user_day, 7, "posts", "posts"},
      {"a pool: the others stay", pool, 1, "posts", "posts"},
      {"derived: requests of 100 reads", limit("requests", known("7"), Window::Kind::fixed, 86400), 1, "requests",
       "reads"},
      {"a part: 40 % of the posts", limit("linked", known("1001")), 1, "linked", "posts"},
      {"money: 0.015 and 0.2 a post, 0.005 a read", spend, 1, "linked", "posts"},
      {"a cap of zero", limit("reads", known("0")), 1, "reads", "reads"},
  };
  for (const Shape shape : {Shape::even, Shape::working_hours}) {
    for (const Row& row : rows) {
      SCOPED_TRACE(row.name);
      const Catalog c = catalog({plan(
          "p", Access::open,
          {per_unit("posts", known("0.015")), per_unit("linked", known("0.2")), per_unit("reads", known("0.005"))},
          {row.limit})});
      Scenario s = scenario("p", "30000", "30000");
      s.traffic = shape;
      s.drivers["accounts"] = row.accounts;
      const LimitOutcome first = estimate(s, world(c)).platforms[0].limits[0];
      ASSERT_EQ(first.state, LimitState::breached);
      EXPECT_EQ(first.main_metric->id, row.main_metric);
      ASSERT_NE(first.input, nullptr);
      EXPECT_EQ(first.input->id, row.input);

      auto state_at = [&](Rational units) {
        s.platforms[0].quantities[row.input] = {units, Per::month, units.text()};
        return estimate(s, world(c)).platforms[0].limits[0].state;
      };
      EXPECT_NE(state_at(first.input_fits), LimitState::breached) << first.input_fits.text();
      EXPECT_EQ(state_at(first.input_fits + 1), LimitState::breached) << first.input_fits.text();
      s.platforms[0].quantities[row.input] = {first.input_fits, Per::month, first.input_fits.text()};
      const auto asked = asked_units(c.platforms[0], s.platforms[0], s, world(c), cycle_at(s.date, 0));
      const auto at = static_cast<std::size_t>(first.main_metric - c.platforms[0].metrics.data());
      EXPECT_EQ(first.fits, asked[at]);
    }
  }
}

TEST(Estimate, TotalsStandPerCurrency) {
  using namespace toy;
  Catalog c = catalog({plan("p", Access::open, {flat(known("100"))})});
  c.platforms.push_back(c.platforms[0]);
  c.platforms.push_back(c.platforms[0]);
  c.platforms[1].id = "yen";
  c.platforms[1].plans[0].currency = "JPY";
  c.platforms[2].id = "more";
  Scenario s = scenario("p", "", "");
  for (const char* id : {"yen", "more"}) {
    s.platforms.push_back(s.platforms[0]);
    s.platforms.back().platform = id;
  }
  const Estimate e = estimate(s, world(c));
  ASSERT_EQ(e.totals.size(), 2u);
  EXPECT_EQ(money_text(e.totals[0]), "$200.00");
  EXPECT_EQ(money_text(e.totals[1]), "¥100");

  const Scenario empty = empty_scenario(day("2026-01-01"));
  ASSERT_EQ(estimate(empty, world(c)).totals.size(), 1u);
  EXPECT_EQ(money_text(estimate(empty, world(c)).totals[0]), "$0.00");
}

TEST(Estimate, WhatCannotBeComputedIsSaid) {
  using namespace toy;
  const Catalog c = catalog({plan("p", Access::open, {per_unit("posts", known("1000000000000000000"))})});
  Scenario s = scenario("p", "1e15/second", "");
  const Estimate e = estimate(s, world(c));
  ASSERT_EQ(e.problems.size(), 1u);
  EXPECT_EQ(e.problems[0].where, "Toy, posts created");
  EXPECT_FALSE(e.totals[0].amount.ok());

  s.platforms[0].platform = "nobody";
  const Estimate unknown = estimate(s, world(c));
  ASSERT_EQ(unknown.problems.size(), 1u);
  EXPECT_EQ(unknown.problems[0].where, "platform 'nobody'");
  EXPECT_TRUE(unknown.platforms.empty());
}

}  // namespace
}  // namespace tollmeter
