// Monthly against yearly billing: against the two bills, added up month by month.
#include "core/solve/yearly.h"

#include <gtest/gtest.h>

#include "core/format.h"
#include "core/scenario_month.h"
#include "real_catalog.h"
#include "toy_catalog.h"

namespace tollmeter {
namespace {

std::optional<YearlyPair> pair_of(const Scenario& s, const char* plan, const World& world) {
  ScenarioMonth months(s, world, nullptr);
  PlatformMonth& month = months.platforms().front();
  return yearly_pair(month, *month.usage().platform->plan(plan), s.date);
}

Rational exact(const PlatformEstimate& estimate) {
  Rational sum;
  for (const BillLine& line : estimate.bill) {
    if (line.in_sum) sum += line.exact;
  }
  return sum;
}

// Paid so far after each of twelve months: what is due unused comes ahead for the year, what use adds comes as it is used.
void expect_as_paid(const YearlyPair& pair, const Platform& platform, const Scenario& s, const World& world) {
  const PlatformUse& use = s.platforms[0];
  PlatformUse idle = use;
  idle.quantities.clear();
  const Rational month = exact(estimate_plan(platform, use, *pair.monthly, s, world));
  const Rational with_use = exact(estimate_plan(platform, use, *pair.yearly, s, world));
  const Rational unused = exact(estimate_plan(platform, idle, *pair.yearly, s, world));
  Rational monthly, yearly = unused * 12;
  EXPECT_EQ(pair.ahead.amount, yearly.round_half_up(2));
  std::optional<int> from;
  bool even = false;
  for (int n = 1; n <= 12; ++n) {
    monthly += month;
    yearly += with_use - unused;
    if (!from && yearly < monthly) from = n;
    if (!from) even = yearly == monthly;
  }
  EXPECT_EQ(pair.cheaper_from, from) << pair.yearly->id;
  if (from) {
    EXPECT_EQ(pair.even_before, even) << pair.yearly->id;
  }
  EXPECT_EQ(pair.year_by_month.amount, monthly.round_half_up(2));
  EXPECT_EQ(pair.year_by_year.amount, yearly.round_half_up(2));
  EXPECT_EQ(pair.saved.amount, pair.year_by_month.amount - pair.year_by_year.amount);
}

// The yearly price is from a press report.
TEST(Yearly, XBasicIn2025) {
  const Scenario s = x_scenario("2025-01-01", "basic");
  for (const char* plan : {"basic", "basic_yearly"}) {
    const auto pair = pair_of(s, plan, real_world());
    ASSERT_TRUE(pair);
    EXPECT_EQ(pair->monthly->id, "basic");
    EXPECT_EQ(pair->yearly->id, "basic_yearly");
    EXPECT_EQ(money_text(pair->month_by_month), "$200.00");
    EXPECT_EQ(money_text(pair->month_by_year), "about $175");
    EXPECT_EQ(money_text(pair->year_by_month), "$2,400.00");
    EXPECT_EQ(money_text(pair->ahead), "about $2,100");
    EXPECT_EQ(money_text(pair->saved), "about $300");
    EXPECT_EQ(pair->saved_share, Rational::fraction(1, 8));
    // 2,100 / 200 is 10.5.
    EXPECT_EQ(pair->cheaper_from, 11);
    EXPECT_FALSE(pair->even_before);
    EXPECT_TRUE(pair->limits.empty());
  }
}

TEST(Yearly, NothingWhereThereIsNoneOrItCannotBeHad) {
  EXPECT_FALSE(pair_of(x_scenario("2025-01-01", ""), "enterprise", real_world())) << "has none";
  EXPECT_FALSE(pair_of(x_scenario("2023-04-25", ""), "basic", real_world())) << "not sold yet";
  EXPECT_FALSE(pair_of(x_scenario("2026-03-01", "basic"), "basic", real_world())) << "closed";
}

TEST(Yearly, EveryPairOfTheCatalogue) {
  int pairs = 0;
  for (const char* date : {"2025-01-15", "2026-11-24"}) {
    for (const Platform& platform : real_catalog().platforms) {
      Scenario s;
      s.date = day(date);
      PlatformUse use;
      use.platform = platform.id;
      for (const TypicalUse& one : platform.typical) use.quantities[one.metric] = parse_quantity(one.text, Per::month).value();
      s.platforms = {use};
      for (const Plan& plan : platform.plans) {
        if (plan.yearly_of.empty()) continue;
        const auto pair = pair_of(s, plan.id.c_str(), real_world());
        if (!pair) continue;
        ++pairs;
        SCOPED_TRACE(plan.id);
        expect_as_paid(*pair, platform, s, real_world());
      }
    }
  }
  EXPECT_GE(pairs, 20);
}

TEST(Yearly, WhatIsUsedIsPaidAsItComes) {
  using namespace toy;
  struct Row {
    const char* fee;
    const char* each;
    const char* year_fee;
    const char* year_each;
    std::optional<int> from;
    bool even;
  };
  const Row rows[] = {
      {"10", "0.1", "90", "0.1", 10, true},    // 90 + 10 n against 20 n: even after nine
      {"10", "0.1", "91", "0.1", 10, false},   // 9.1
      {"10", "0.1", "120", "0.1", {}, true},   // never the cheaper one
      {"10", "0.1", "60", "0.2", {}, false},   // 60 + 20 n against 20 n
      {"10", "0.2", "0", "0.1", 1, false},     // from the start
      {"10", "0", "130", "0", {}, false},      // costs more
  };
  for (const Row& row : rows) {
    const auto year_fee = [&] {
      Charge fee = flat(known(row.year_fee));
      fee.period = Period::year;
      return fee;
    };
    Plan yearly = plan("b", Access::open, {year_fee(), per_unit("posts", known(row.year_each))}, {limit("posts", known("200"))});
    yearly.yearly = true;
    yearly.yearly_of = "a";
    const Catalog c = catalog({plan("a", Access::open, {flat(known(row.fee)), per_unit("posts", known(row.each))},
                                    {limit("posts", known("150"))}),
                               yearly});
    const Scenario s = scenario("", "100", "");
    const auto pair = pair_of(s, "a", world(c));
    ASSERT_TRUE(pair);
    SCOPED_TRACE(row.year_fee);
    expect_as_paid(*pair, c.platforms[0], s, world(c));
    EXPECT_EQ(pair->cheaper_from, row.from);
    if (row.from) {
      EXPECT_EQ(pair->even_before, row.even);
    }
    EXPECT_EQ(pair->limits, std::vector<std::string>{"posts created: 200 a month instead of 150 a month"});
  }
}

}  // namespace
}  // namespace tollmeter
