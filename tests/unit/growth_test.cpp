#include "core/solve/growth.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/advice.h"
#include "core/format.h"
#include "core/link.h"
#include "core/solve/growth_multiple.h"
#include "real_catalog.h"
#include "toy_catalog.h"

namespace tollmeter {
namespace {

GrowthRate percent(const char* text) { return growth_by_percent(text).value(); }

void expect_same(const std::vector<Money>& a, const std::vector<Money>& b) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    EXPECT_EQ(a[i].amount, b[i].amount);
    EXPECT_EQ(a[i].currency, b[i].currency);
    EXPECT_EQ(a[i].approximate, b[i].approximate);
    EXPECT_EQ(a[i].at_least, b[i].at_least);
    EXPECT_EQ(a[i].press, b[i].press);
    EXPECT_EQ(a[i].conflicting, b[i].conflicting);
  }
}

TEST(GrowthRate, IsReadAndRefused) {
  struct Row {
    const char* text;
    const char* times;  ///< empty: refused
  };
  for (const Row& row : {Row{"5", "1.05"}, Row{" 5 % ", "1.05"}, Row{"-2.5%", "0.975"}, Row{"\xE2\x88\x92" "2.5 %", "0.975"},
                         Row{"+7", "1.07"}, Row{"0", "1"}, Row{"100", "2"}, Row{"-50", "0.5"}, Row{"0.0001", "1.000001"},
                         Row{"100.1", ""}, Row{"-50.5", ""}, Row{"0.00001", ""}, Row{"", ""}, Row{"five", ""}, Row{"5%%", ""}}) {
    const Result<GrowthRate> rate = growth_by_percent(row.text);
    EXPECT_EQ(rate.ok() ? rate.value().times.text() : "", row.times) << row.text;
  }
  for (const Row& row : {Row{"3", "3"}, Row{"0.5", "0.5"}, Row{"4096", "4096"}, Row{"4097", ""}, Row{"0.0002", ""}, Row{"0", ""},
                         Row{"-3", ""}, Row{"x", ""}}) {
    const Result<GrowthRate> rate = growth_to_target(row.text, 12);
    EXPECT_EQ(rate.ok() ? rate.value().times.text() : "", row.times) << row.text;
  }
  EXPECT_FALSE(growth_to_target("3", 0).ok());
  EXPECT_FALSE(growth_to_target("3", 37).ok());
}

// Against long double, and exact where the powers have no more than 18 digits.
TEST(GrowthMultiple, ArePowers) {
  for (const GrowthRate& rate : {percent("5"), percent("-50"), percent("100"), percent("-0.0001"), percent("33.3333"),
                                 growth_to_target("3", 12).value(), growth_to_target("0.25", 7).value(), growth_to_target("4", 2).value()}) {
    const std::vector<Rational> multiples = growth_multiples(rate, 36);
    ASSERT_EQ(multiples.size(), 37U);
    Rational power = 1;
    bool exact = !rate.is_target();
    const auto digits = [](const Rational& number) {
      std::string text = number.text();
      text.erase(std::remove(text.begin(), text.end(), '.'), text.end());
      return text.size() - std::min(text.size(), text.find_first_not_of('0'));
    };
    for (std::size_t month = 0; month <= 36; ++month) {
      const double expected = std::pow(rate.times.approx(), static_cast<double>(month) / rate.months);
      EXPECT_NEAR(multiples[month].approx() / expected, 1, 1e-10) << month;
      exact = exact && power.ok() && digits(power) <= 18;
      if (exact) {
        EXPECT_EQ(multiples[month], power) << month;
      }
      power = power * rate.times;
    }
  }
  const std::vector<Rational> to_three = growth_multiples(growth_to_target("3", 12).value(), 36);
  EXPECT_EQ(to_three[12], Rational(3));
  EXPECT_EQ(to_three[24], Rational(9));
  EXPECT_EQ(to_three[36], Rational(27));
  EXPECT_EQ(monthly_growth(growth_to_target("8", 3).value()), Rational(2));
}

TEST(Growth, CyclesFollowEachOther) {
  for (const char* date : {"2024-01-31", "2023-02-28", "2026-11-15"}) {
    for (const int day_of_month : {0, 1, 15, 31}) {
      Scenario s = empty_scenario(day(date));
      s.cycle_day = day_of_month;
      for (std::size_t month = 0; month < kGrowthMonths; ++month) {
        const Cycle cycle = growth_cycle(s, month);
        EXPECT_EQ(cycle.end, growth_cycle(s, month + 1).start);
        EXPECT_GE(cycle.days(), 28);
        EXPECT_LE(cycle.days(), 31);
        if (day_of_month == 0) {
          EXPECT_EQ(cycle.start, s.date.plus_months(static_cast<int>(month)));
        }
      }
    }
  }
}

// Each month is what the engine says of a scenario with those quantities on that day, and its first breaks too.
void expect_plain_estimates(const Scenario& s, const World& world) {
  const Growth growth = growth_of(s, world);
  ASSERT_EQ(growth.months.size(), kGrowthMonths);
  const std::vector<Rational> multiples = growth_multiples(s.growth, 36);
  std::vector<GrowthBreak> breaks;
  for (std::size_t month = 0; month < kGrowthMonths; ++month) {
    SCOPED_TRACE(month);
    const GrowthMonth& now = growth.months[month];
    Scenario plain = s;
    plain.date = month == 0 ? s.date : now.cycle.start;
    for (std::size_t p = 0; p < plain.platforms.size(); ++p) {
      for (auto& [id, quantity] : plain.platforms[p].quantities) {
        const Rational count = s.platforms[p].quantities.at(id).in(now.cycle) * multiples[month];
        quantity = Quantity{count.round_half_up(0), Per::month, ""};
      }
      const Plan* named = world.catalog->platform(plain.platforms[p].platform)->plan(plain.platforms[p].plan);
      if (month > 0 && named && offer_on(*named, s.date) <= Offer::by_contract) plain.platforms[p].already_on = true;
    }
    const Estimate chosen = estimate(plain, world, &now.cycle);
    const Estimate cheapest = serve_all(plain, world, &now.cycle);
    expect_same(now.chosen_totals, chosen.totals);
    expect_same(now.cheapest_totals, cheapest.totals);
    EXPECT_EQ(now.breaches, chosen.breaches);
    for (std::size_t p = 0; p < chosen.platforms.size(); ++p) {
      EXPECT_EQ(now.chosen[p].plan, chosen.platforms[p].plan);
      EXPECT_EQ(now.cheapest[p].plan, cheapest.platforms[p].plan);
      EXPECT_EQ(now.cheapest[p].fits, cheapest.platforms[p].fits);
      for (const LimitOutcome& outcome : chosen.platforms[p].limits) {
        if (outcome.state != LimitState::breached) continue;
        const auto same = [&](const GrowthBreak& other) {
          return other.limit && other.limit->id == outcome.limit->id && other.plan == chosen.platforms[p].plan;
        };
        if (std::any_of(breaks.begin(), breaks.end(), same)) continue;
        breaks.push_back({chosen.platforms[p].platform, chosen.platforms[p].plan, outcome.limit, nullptr, month, true,
                          outcome.run.first_refused ? outcome.run.first_refused : outcome.run.used_up});
        const auto found = std::find_if(growth.breaks.begin(), growth.breaks.end(), same);
        ASSERT_NE(found, growth.breaks.end()) << outcome.limit->name;
        EXPECT_EQ(found->month, month) << outcome.limit->name;
        EXPECT_EQ(found->at, breaks.back().at) << outcome.limit->name;
      }
    }
  }
  EXPECT_EQ(std::count_if(growth.breaks.begin(), growth.breaks.end(), [](const GrowthBreak& b) { return b.limit; }),
            static_cast<std::ptrdiff_t>(breaks.size()));
  for (std::size_t i = 1; i < growth.breaks.size(); ++i) {
    EXPECT_LE(growth.breaks[i - 1].month, growth.breaks[i].month);
    if (growth.breaks[i - 1].at && growth.breaks[i].at) {
      EXPECT_LE(*growth.breaks[i - 1].at, *growth.breaks[i].at);
    }
  }
  for (const std::size_t months : {12U, 24U, 36U}) {
    for (const bool all : {false, true}) {
      Rational sum;
      for (std::size_t month = 0; month < months; ++month) {
        sum += (all ? growth.months[month].cheapest_totals : growth.months[month].chosen_totals).front().amount;
      }
      EXPECT_EQ(growth_totals(growth, all, months).front().amount, sum);
    }
  }
}

TEST(Growth, MonthsAreThePlainEstimatesOfTheirDays) {
  Scenario s = example_scenario();
  s.growth = percent("10");
  expect_plain_estimates(s, real_world());
  s.date = day("2025-03-31");
  s.cycle_day = 16;
  s.growth = growth_to_target("0.2", 30).value();
  s.traffic = Shape::working_hours;
  s.traffic.zone = "America/New_York";
  s.platforms.resize(3);
  expect_plain_estimates(s, real_world());
}

TEST(Growth, SlicesGiveTheSame) {
  Scenario s = example_scenario();
  s.growth = percent("10");
  const Growth whole = growth_of(s, real_world());
  GrowthRun run(s, real_world());
  while (!run.done()) run.step(5);
  ASSERT_EQ(run.growth().months.size(), whole.months.size());
  for (std::size_t month = 0; month < whole.months.size(); ++month) {
    expect_same(run.growth().months[month].chosen_totals, whole.months[month].chosen_totals);
  }
  ASSERT_EQ(run.growth().breaks.size(), whole.breaks.size());
  for (std::size_t i = 0; i < whole.breaks.size(); ++i) EXPECT_EQ(run.growth().breaks[i].at, whole.breaks[i].at);
}

// 1,000 posts that grow by a tenth pass 1,500 in the fifth month (1,610.51, so 1,611) and 2,500 in the tenth after (2,593.7).
TEST(Growth, PlansAreOutgrownOnTheWay) {
  using namespace toy;
  const Catalog c = catalog({plan("small", Access::open, {flat(known("10")), included("posts")}, {limit("posts", known("1500"))}),
                             plan("large", Access::open, {flat(known("50")), included("posts")}, {limit("posts", known("2500"))})});
  Scenario s = scenario("small", "1000", "", "2026-01-01");
  s.growth = percent("10");
  const Growth growth = growth_of(s, world(c));
  ASSERT_EQ(growth.outgrown.size(), 1U);
  const Outgrown& small = growth.outgrown[0];
  EXPECT_EQ(small.by.month, 5U);
  EXPECT_EQ(small.then->id, "large");
  // Call 1,501 of 1,611 in the 30 days of June.
  EXPECT_EQ(*small.by.at, Rational(start_of(day("2026-06-01")).seconds) + Rational::fraction(1501, 1611) * (30 * 86400));
  ASSERT_EQ(growth.changes.size(), 1U);
  EXPECT_EQ(growth.changes[0].month, 5U);
  EXPECT_TRUE(growth.months[9].serves_all);
  EXPECT_FALSE(growth.months[10].serves_all);
  EXPECT_EQ(growth_totals(growth, true, 12)[0].amount, Rational(5 * 10 + 7 * 50));
  EXPECT_EQ(growth_totals(growth, false, 36)[0].amount, Rational(360));
}

TEST(Growth, AnnouncedChangesCountAndWhoIsOnAPlanStays) {
  using namespace toy;
  Plan old = plan("old", Access::open, {flat(known("10")), flat(known("20")), included("posts")});
  old.charges[0].validity.to = day("2026-04-01");
  old.charges[1].validity.from = day("2026-04-01");
  old.access = {{Access::open, {{}, day("2026-03-01"), "", ""}}, {Access::closed, {day("2026-03-01"), {}, "", ""}}};
  old.validity.to = day("2026-07-01");
  const Catalog c = catalog({old, plan("new", Access::open, {flat(known("30")), included("posts")})});
  const Growth growth = growth_of(scenario("old", "10", "", "2026-01-01"), world(c));
  const int expected[] = {10, 10, 10, 20, 20, 20, 30, 30};
  for (std::size_t month = 0; month < std::size(expected); ++month) {
    EXPECT_EQ(growth.months[month].chosen_totals[0].amount, Rational(expected[month])) << month;
  }
  ASSERT_EQ(growth.stand_ins.size(), 1U);
  EXPECT_EQ(growth.stand_ins[0].after->id, "new");
  EXPECT_EQ(growth.stand_ins[0].month, 6U);
}

TEST(Growth, TravelsInTheLink) {
  for (const char* field : {"g=5", "g=-2.5", "g=100", "g=3:12", "g=0.5:36"}) {
    Document d;
    d.scenario = example_scenario();
    const std::string rate = std::string(field).substr(2);
    const std::size_t colon = rate.find(':');
    d.scenario.growth = colon == std::string::npos ? percent(rate.c_str())
                                                   : growth_to_target(rate.substr(0, colon), std::stoi(rate.substr(colon + 1))).value();
    const std::string link = write_link(d);
    EXPECT_NE(link.find(std::string(";") + field + ";"), std::string::npos) << link;
    const OpenedLink opened = open_link(link, real_catalog());
    EXPECT_EQ(opened.document, d) << field;
  }
  for (const char* field : {"g=", "g=101", "g=-51", "g=3:0", "g=3:37", "g=3:1:1", "g=-3:12", "g=x", "g=9999:12"}) {
    const OpenedLink opened = open_link(seal_link(std::string("1;d=2026-01-01;") + field), real_catalog());
    ASSERT_EQ(opened.kind, OpenedLink::Kind::broken) << field;
    EXPECT_NE(opened.broken.problem.where.find("'g'"), std::string::npos);
  }
}

// Beyond what 128 bits can tell of a limit there is no amount: never one that leaves the limit out.
TEST(Growth, WhatIsTooLargeToTellIsNoAmount) {
  Scenario s = x_scenario("2026-11-23", "ppu");
  s.platforms[0].quantities = {{"posts_read", {1'000'000'000'000'000, Per::month, "1e15"}}};
  s.growth = growth_by_percent("100").value();
  const Growth growth = growth_of(s, real_world());
  const Rational capped = growth.months[0].chosen_totals[0].amount;
  EXPECT_EQ(capped, Rational(15000)) << "3,000,000 a month at $0.005 are served, however many are asked for";
  bool lost = false;
  for (const GrowthMonth& month : growth.months) {
    const Rational& amount = month.chosen_totals[0].amount;
    lost |= !amount.ok();
    if (amount.ok()) {
      EXPECT_EQ(amount, capped) << month.prices.iso();
    }
  }
  EXPECT_TRUE(lost) << "a growth that is not beyond it tests nothing";
}

}  // namespace
}  // namespace tollmeter
