// What units cost and how far they go, against estimates made one by one.
#include <gtest/gtest.h>

#include <random>

#include "core/advice.h"
#include "core/solve/edge.h"
#include "core/solve/unit_cost.h"
#include "core/solve/unit_most.h"
#include "real_catalog.h"
#include "toy_catalog.h"

namespace tollmeter {
namespace {

using Plans = ScenarioMonth::Plans;

TypedNumber number(const char* text) { return {parse_number(text).value(), text}; }

Estimate reckon(Scenario s, const World& world, std::int64_t count, Plans plans) {
  s.unit->count = {Rational(count), ""};
  return plans == Plans::as_chosen ? estimate(s, world) : serve_all(s, world);
}

Rational total(Scenario s, const World& world, std::int64_t count, Plans plans, const std::string& currency) {
  Rational sum;
  for (const Money& money : reckon(std::move(s), world, count, plans).totals) {
    if (money.currency == currency) sum += money.amount;
  }
  return sum;
}

/// Everything that platforms of the unit are asked for is served.
bool serves(const Scenario& s, const World& world, std::int64_t count, Plans plans) {
  for (const PlatformEstimate& platform : reckon(s, world, count, plans).platforms) {
    if (s.unit->parts.contains(platform.platform->id) && !platform.fits) return false;
  }
  return true;
}

TEST(Edge, IsFoundWhereverItLies) {
  for (const std::int64_t bound : {0, 1, 2, 10, 1000}) {
    for (std::int64_t edge = -1; edge <= bound && edge < 300; ++edge) {
      for (const int kind : {0, 1, 2}) {
        int tries = 0;
        const auto look = [&](std::int64_t count) {
          ++tries;
          // Full evenly, in leaps, or without a word about it.
          Rational full = Rational(count) / Rational(edge + 1);
          if (kind == 1) full = full.floor() / 7;
          return Trial{count > edge, kind == 2 ? Rational::overflow() : full};
        };
        const std::optional<std::int64_t> found = last_that_fits(bound, look);
        ASSERT_EQ(found, edge < 0 ? std::nullopt : std::optional<std::int64_t>(edge)) << bound << " " << edge << " " << kind;
        EXPECT_TRUE(kind != 0 || tries <= 12) << edge << " " << tries;
      }
    }
  }
  int tries = 0;
  const auto far = [&](std::int64_t count) {
    ++tries;
    return Trial{count > 123'456'789'012, Rational(count) / Rational(123'456'789'012)};
  };
  EXPECT_EQ(last_that_fits(1'000'000'000'000'000, far), 123'456'789'012);
  EXPECT_LE(tries, 16);
}

// Toy networks with plans of many kinds: each count from nothing on is reckoned by itself.
TEST(MostUnits, AgreesWithCountingUp) {
  std::mt19937 random(5);
  const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  constexpr int kMost = 40;
  int some = 0, none = 0, at_once = 0, nexts = 0;
  for (int round = 0; round < 100; ++round) {
    std::vector<Plan> plans;
    for (int p = 0; p < 1 + below(3); ++p) {
      std::vector<Limit> limits;
      const char* metrics[] = {"posts", "reads", "linked", "requests"};
      for (int i = 1 + below(3); i > 0; --i) {
        const std::string cap = std::to_string(below(150));
        const bool daily = below(3) == 0;
        limits.push_back(toy::limit(metrics[below(4)], toy::known(cap.c_str()), daily ? Window::Kind::fixed : Window::Kind::cycle,
                                    daily ? 86400 : 0));
        limits.back().name.english() += std::to_string(i);
      }
      const std::string price = std::to_string(p) + ".07";
      plans.push_back(toy::plan(("p" + std::to_string(p)).c_str(), Access::open,
                                {toy::flat(toy::known(price.c_str())), toy::per_unit("posts", toy::known("0.013")),
                                 toy::included("reads")},
                                std::move(limits)));
    }
    Catalog c = toy::catalog(std::move(plans));
    Platform second = c.platforms[0];
    second.id = "other";
    second.plans = {toy::plan("only", Access::open, {toy::per_unit("posts", toy::known("0.5"))},
                              {toy::limit("posts", toy::known(std::to_string(1 + below(150)).c_str()))})};
    c.platforms.push_back(second);
    const char* chosen = below(2) != 0 ? "p0" : "";
    Scenario s = toy::scenario(chosen, std::to_string(below(60)).c_str(), "");
    PlatformUse other;
    other.platform = "other";
    s.platforms.push_back(other);
    s.unit.emplace();
    const char* amounts[] = {"1", "0.3", "2.5", "7", "0.05"};
    if (below(4) != 0) s.unit->parts["toy"]["posts"] = number(amounts[below(5)]);
    if (below(2) != 0) s.unit->parts["toy"]["reads"] = number(amounts[below(5)]);
    if (below(3) == 0) s.unit->parts["other"]["posts"] = number(amounts[below(5)]);
    const World world = toy::world(c);
    for (const Plans on : {Plans::as_chosen, Plans::cheapest}) {
      SCOPED_TRACE(round);
      // What refuses beside the unit is not counted here: such a scenario is left to the test below.
      if (!serves(s, world, 0, on)) {
        ++at_once;
        continue;
      }
      std::optional<std::int64_t> counted;
      for (std::int64_t n = 1; n <= kMost && !counted; ++n) {
        if (!serves(s, world, n, on)) counted = n - 1;
      }
      const MostUnits most = most_units(s, world, on);
      if (!counted) {
        ++none;
        EXPECT_TRUE(!most.first || most.first->most >= Rational(kMost));
        continue;
      }
      ++some;
      ASSERT_TRUE(most.first.has_value());
      EXPECT_EQ(most.first->most, Rational(*counted));
      EXPECT_FALSE(most.first->at_once);
      if (!most.next) continue;
      ++nexts;
      EXPECT_GE(most.next->most, most.first->most);
      // Without the first limit the second is the first.
      if (on == Plans::cheapest || !most.first->limit) continue;
      Catalog without = c;
      for (Platform& platform : without.platforms) {
        if (platform.id != most.first->platform->id) continue;
        for (Plan& plan : platform.plans) {
          if (plan.id != most.first->plan->id) continue;
          std::erase_if(plan.limits, [&](const Limit& limit) { return limit.name == most.first->limit->name; });
        }
      }
      if (s.platforms[0].plan.empty() && most.first->platform->id == "toy") continue;
      const MostUnits then = most_units(s, toy::world(without), on);
      ASSERT_TRUE(then.first.has_value());
      EXPECT_EQ(then.first->most, most.next->most);
    }
  }
  EXPECT_GT(some, 30);
  EXPECT_GT(none, 10);
  EXPECT_GT(at_once, 5);
  EXPECT_GT(nexts, 10);
}

TEST(MostUnits, WhatRefusesBesideTheUnitIsNotItsBottleneck) {
  const Catalog c = toy::catalog({toy::plan("only", Access::open, {toy::included("posts"), toy::included("reads")},
                                            {toy::limit("posts", toy::known("100")), toy::limit("reads", toy::known("30"))})});
  Scenario s = toy::scenario("only", "10", "50");  // reads refuse already
  s.unit.emplace();
  s.unit->parts["toy"]["posts"] = number("2");
  MostUnits most = most_units(s, toy::world(c), Plans::as_chosen);
  ASSERT_TRUE(most.first.has_value());
  EXPECT_EQ(most.first->most, Rational(45));
  EXPECT_EQ(most.first->limit->name, "posts limit");
  s.unit->parts["toy"]["reads"] = number("1");
  most = most_units(s, toy::world(c), Plans::as_chosen);
  ASSERT_TRUE(most.first.has_value());
  EXPECT_TRUE(most.first->at_once);
  EXPECT_EQ(most.first->limit->name, "reads limit");
  EXPECT_FALSE(most_units(toy::scenario("only", "1", ""), toy::world(c), Plans::as_chosen).first.has_value());
}

/// Ten real platforms, each with up to three operations.
Scenario ten_platforms() {
  Scenario s = example_scenario();
  s.date = day("2026-11-23");
  for (PlatformUse& use : s.platforms) use.plan.clear();
  for (const char* id : {"reddit", "openai", "whatsapp", "twilio_messaging", "google_maps"}) {
    PlatformUse use;
    use.platform = id;
    s.platforms.push_back(use);
  }
  s.unit.emplace();
  s.unit->name = "one customer a month";
  const char* amounts[] = {"10", "3", "0.5"};
  for (const PlatformUse& use : s.platforms) {
    for (const Metric& metric : real_catalog().platform(use.platform)->metrics) {
      OwnUnit::Amounts& parts = s.unit->parts[use.platform];
      if (metric.kind == Metric::Kind::entered && parts.size() < 3) parts[metric.id] = number(amounts[parts.size()]);
    }
  }
  s.unit->count = number("100");
  return s;
}

TEST(MostUnits, TheAnswerIsAnEdgeOnRealPlatforms) {
  const Scenario all = ten_platforms();
  for (const PlatformUse& use : all.platforms) {
    Scenario s = all;
    s.platforms = {use};
    const OwnUnit::Amounts parts = s.unit->parts.at(use.platform);
    s.unit->parts = {{use.platform, parts}};
    for (const Plans on : {Plans::as_chosen, Plans::cheapest}) {
      SCOPED_TRACE(use.platform);
      if (!serves(s, real_world(), 0, on)) continue;
      const MostUnits most = most_units(s, real_world(), on);
      if (!most.first) {
        for (const std::int64_t n : {1, 1000, 1'000'000}) EXPECT_TRUE(serves(s, real_world(), n, on)) << n;
        continue;
      }
      const std::int64_t edge = most.first->most.to_int64();
      EXPECT_FALSE(serves(s, real_world(), edge + 1, on)) << edge;
      EXPECT_TRUE(most.first->at_once || serves(s, real_world(), edge, on)) << edge;
    }
  }
  const MostUnits together = most_units(all, real_world(), Plans::cheapest);
  ASSERT_TRUE(together.first && together.next);
  EXPECT_NE(together.first->platform, together.next->platform);
  EXPECT_LE(together.first->most, together.next->most);
}

TEST(UnitCost, IsTheDifferenceOfTheBills) {
  const Scenario s = ten_platforms();
  for (const Plans on : {Plans::as_chosen, Plans::cheapest}) {
    const std::vector<UnitShare> shares = unit_shares(s, real_world(), on);
    ASSERT_FALSE(shares.empty());
    for (const UnitShare& share : shares) {
      const std::string& currency = share.all.currency;
      const Rational at_100 = total(s, real_world(), 100, on, currency);
      EXPECT_EQ(share.all.amount, at_100 - total(s, real_world(), 0, on, currency));
      EXPECT_EQ(share.next.amount, total(s, real_world(), 101, on, currency) - at_100);
      EXPECT_EQ(share.each, share.all.amount / 100);
    }
  }
  Scenario none = s;
  none.unit->count = number("0");
  EXPECT_EQ(unit_shares(none, real_world(), Plans::as_chosen)[0].each, Rational(0));
  none.unit.reset();
  EXPECT_TRUE(unit_shares(none, real_world(), Plans::as_chosen).empty());
}

TEST(UnitCost, StepsAreReckonedOneByOne) {
  const Scenario s = ten_platforms();
  const std::vector<UnitStep> steps = unit_steps(s, real_world(), Plans::cheapest, 70);
  ASSERT_EQ(steps.size(), 7U);
  const std::int64_t counts[] = {1, 2, 5, 10, 20, 50, 70};
  for (std::size_t i = 0; i < steps.size(); ++i) {
    EXPECT_EQ(steps[i].count, Rational(counts[i]));
    const Estimate all = reckon(s, real_world(), counts[i], Plans::cheapest);
    ASSERT_EQ(steps[i].plans.size(), all.platforms.size());
    for (std::size_t p = 0; p < all.platforms.size(); ++p) EXPECT_EQ(steps[i].plans[p], all.platforms[p].plan);
    for (const Money& money : steps[i].all) {
      EXPECT_EQ(money.amount, total(s, real_world(), counts[i], Plans::cheapest, money.currency) -
                                  total(s, real_world(), 0, Plans::cheapest, money.currency));
    }
  }
  EXPECT_EQ(unit_steps(s, real_world(), Plans::cheapest, 1).size(), 1U);
}

}  // namespace
}  // namespace tollmeter
