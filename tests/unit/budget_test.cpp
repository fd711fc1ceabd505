#include "core/solve/budget_answer.h"

#include <gtest/gtest.h>

#include "core/advice.h"
#include "core/budget_state.h"
#include "core/link.h"
#include "core/scenario_month.h"
#include "core/solve/budget_crossing.h"
#include "core/solve/growth.h"
#include "core/solve/growth_multiple.h"
#include "dial_bills.h"
#include "real_catalog.h"
#include "toy_catalog.h"

namespace tollmeter {
namespace {

const Conversion kNoRates;

Rational total_of(const Scenario& scenario, const World& world, const std::string& currency) {
  for (const Money& total : estimate(scenario, world).totals) {
    if (total.currency == currency) return total.amount;
  }
  return 0;
}

PlatformUse& use_of(Scenario& scenario, const std::string& platform) {
  return *std::find_if(scenario.platforms.begin(), scenario.platforms.end(),
                       [&](const PlatformUse& use) { return use.platform == platform; });
}

// At the answer the total is within the budget, with one unit more it is not; what the answer says of it is so.
void expect_holds(const Scenario& s, const World& world, const BudgetAnswer& answer) {
  const Budget& budget = *s.budget;
  if (!answer.switches.empty()) {
    Scenario changed = s;
    for (const BudgetSwitch& one : answer.switches) use_of(changed, one.platform->id).plan = one.plan->id;
    EXPECT_EQ(total_of(changed, world, budget.currency), answer.with_switches.amount);
    EXPECT_LE(answer.with_switches.amount, budget.amount);
  }
  for (std::size_t i = 0; i < answer.cuts.size(); ++i) {
    const BudgetCut& cut = answer.cuts[i];
    Scenario changed = s;
    Quantity& quantity = use_of(changed, cut.platform->id).quantities.at(cut.metric->id);
    quantity = {cut.to, Per::month, ""};
    EXPECT_EQ(total_of(changed, world, budget.currency), cut.total.amount) << cut.metric->name;
    EXPECT_LE(cut.total.amount, budget.amount) << cut.metric->name;
    quantity.value = cut.to + 1;
    EXPECT_GT(total_of(changed, world, budget.currency), budget.amount) << cut.metric->name;
    if (i > 0) {
      EXPECT_LE(answer.cuts[i - 1].share(), cut.share());
    }
  }
}

TEST(Budget, SaysWhatIsOverAndUnder) {
  Money dollars;
  dollars.amount = 748;
  dollars.currency = "USD";
  const BudgetState over = budget_state({500, "USD"}, kNoRates, {dollars});
  EXPECT_FALSE(over.within);
  EXPECT_EQ(over.difference.amount, Rational(248));
  const BudgetState just = budget_state({748, "USD"}, kNoRates, {dollars});
  EXPECT_TRUE(just.within);
  EXPECT_EQ(just.difference.amount, Rational(0));
  const BudgetState other = budget_state({500, "EUR"}, kNoRates, {dollars});
  EXPECT_TRUE(other.within);
  EXPECT_EQ(other.difference.amount, Rational(500));
  ASSERT_EQ(other.left_out.size(), 1U) << "said, not left out in silence";
  EXPECT_EQ(other.left_out.front().amount, Rational(748));
  EXPECT_TRUE(just.left_out.empty());
}

TEST(Budget, MoreDecimalsThanTheCurrencyHasAreRefused) {
  EXPECT_FALSE(parse_budget("0.001", "USD").ok());
  EXPECT_FALSE(parse_budget("0.5", "JPY").ok());
  EXPECT_EQ(parse_budget("0.01", "USD").value().amount, Rational::fraction(1, 100));
}

TEST(Budget, ACheaperPlanThatFitsComesFirst) {
  using namespace toy;
  const Catalog c = catalog({plan("large", Access::open, {flat(known("50")), included("posts")}),
                             plan("small", Access::open, {flat(known("10")), included("posts")}, {limit("posts", known("1500"))})});
  Scenario s = scenario("large", "1000", "");
  s.budget = Budget{20, "USD"};
  const BudgetAnswer answer = hold_budget(s, world(c));
  ASSERT_EQ(answer.switches.size(), 1U);
  EXPECT_EQ(answer.switches[0].plan->id, "small");
  EXPECT_TRUE(answer.cuts.empty());
  expect_holds(s, world(c), answer);
  s.budget = Budget{50, "USD"};
  EXPECT_TRUE(hold_budget(s, world(c)).switches.empty());
}

// 3 a post and 1 a read: 500 of 1,000 posts less, or 1,500 of 2,000 reads less, and half is the smaller share.
TEST(Budget, CutsOfEachOperationTheSmallestShareFirst) {
  using namespace toy;
  const Catalog c = catalog({plan("p", Access::open, {per_unit("posts", known("3")), per_unit("reads", known("1"))})});
  Scenario s = scenario("p", "1000", "2000");
  s.budget = Budget{3500, "USD"};
  const BudgetAnswer answer = hold_budget(s, world(c));
  ASSERT_EQ(answer.cuts.size(), 2U);
  EXPECT_EQ(answer.cuts[0].metric->id, "posts");
  EXPECT_EQ(answer.cuts[0].to, Rational(500));
  EXPECT_EQ(answer.cuts[1].to, Rational(500));
  expect_holds(s, world(c), answer);
  // With 2,500 no cut of reads is enough: 3,000 of posts are left.
  s.budget = Budget{2500, "USD"};
  const BudgetAnswer harder = hold_budget(s, world(c));
  ASSERT_EQ(harder.cuts.size(), 1U);
  EXPECT_EQ(harder.cuts[0].to, Rational(166));
  expect_holds(s, world(c), harder);
  s.budget = Budget{0, "USD"};
  EXPECT_TRUE(hold_budget(s, world(c)).cuts.empty());
}

TEST(Budget, HoldsOnTheRealCatalogue) {
  Scenario s = example_scenario();
  int answers = 0;
  for (const char* date : {"2023-04-25", "2026-02-10", "2026-11-23"}) {
    for (const char* plan : {"", "basic", "pro", "enterprise"}) {
      for (const int amount : {1, 50, 99, 400, 683, 5000}) {
        s.date = day(date);
        s.platforms[0].plan = plan;
        s.budget = Budget{amount, "USD"};
        SCOPED_TRACE(std::string(date) + " " + plan + " " + std::to_string(amount));
        const BudgetAnswer answer = hold_budget(s, real_world());
        const bool within = budget_state(*s.budget, s.conversion, estimate(s, real_world()).totals).within;
        EXPECT_TRUE(!within || (answer.cuts.empty() && answer.switches.empty()));
        answers += !answer.switches.empty() || !answer.cuts.empty();
        expect_holds(s, real_world(), answer);
      }
    }
  }
  EXPECT_GT(answers, 10);
}

TEST(Budget, TravelsInTheLink) {
  Document d;
  d.scenario = example_scenario();
  d.scenario.budget = parse_budget("1,500.5", "USD").value();
  const std::string link = write_link(d);
  EXPECT_NE(link.find(";b=1500.50USD;"), std::string::npos) << link;
  EXPECT_EQ(open_link(link, real_catalog()).document, d);
  for (const char* field : {"b=", "b=500", "b=-5USD", "b=5.001USD", "b=5USD:about", "b=5usd"}) {
    EXPECT_EQ(open_link(seal_link(std::string("1;d=2026-01-01;") + field), real_catalog()).kind, OpenedLink::Kind::broken) << field;
  }
}

// The greatest count, by asking for all of them.
std::optional<std::int64_t> most_by_hand(Scenario s, const World& world, const Rational& budget, std::int64_t asked) {
  for (std::int64_t units = asked; units >= 0; --units) {
    s.platforms[0].quantities["reads"] = {units, Per::month, ""};
    if (total_of(s, world, "USD") <= budget) return units;
  }
  return std::nullopt;
}

Limit daily(const char* amount) { return toy::limit("reads", toy::known(amount), Window::Kind::fixed, 86400); }

TEST(Budget, TheGreatestCountAgreesWithBruteForceOnEveryBill) {
  const std::vector<Plan> plans = toy::bending_plans();
  constexpr std::int64_t kAsked = 870;
  int found = 0;
  int falling = 0;
  for (std::size_t i = 0; i <= plans.size(); ++i) {
    // Alone and named, some with a limit; at last all of them on "cheapest that fits".
    const bool all = i == plans.size();
    std::vector<Plan> sold = all ? plans : std::vector<Plan>{plans[i]};
    if (!all && i % 3 == 0) sold[0].limits = {toy::limit("reads", toy::known("640"))};
    if (!all && i % 3 == 1) sold[0].limits = {daily("25")};
    const Catalog c = toy::catalog(sold);
    const World world = toy::world(c);
    Scenario s = toy::scenario(all ? "" : sold[0].id.c_str(), "7", "870");
    for (const char* amount : {"0", "0.07", "3.3", "4.5", "12", "20.5", "50", "77.77", "100", "103.3", "150", "222.25"}) {
      s.budget = Budget{Rational::parse(amount), "USD"};
      const std::string where = (all ? "all" : sold[0].id) + " for " + amount;
      const BudgetAnswer answer = hold_budget(s, world);
      if (total_of(s, world, "USD") <= s.budget->amount) {
        EXPECT_TRUE(answer.cuts.empty()) << where;
        continue;
      }
      const auto cut = std::find_if(answer.cuts.begin(), answer.cuts.end(), [](const BudgetCut& each) { return each.metric->id == "reads"; });
      const std::optional<std::int64_t> most = most_by_hand(s, world, s.budget->amount, kAsked);
      ASSERT_EQ(cut != answer.cuts.end(), most.has_value()) << where;
      if (!most) continue;
      EXPECT_EQ(cut->to, Rational(*most)) << where;
      EXPECT_TRUE(cut->exact) << where;
      ++found;
      Scenario fewer = s;
      for (std::int64_t units = 0; units < *most; units += 10) {
        fewer.platforms[0].quantities["reads"] = {units, Per::month, ""};
        if (total_of(fewer, world, "USD") > s.budget->amount) {
          ++falling;
          break;
        }
      }
    }
  }
  EXPECT_GT(found, 60);
  EXPECT_GT(falling, 1) << "some lie behind a fall of the bill";
}

// 1 each up to 99, then 0.3 each: 99 cost 99, 100 cost 30, 330 cost 99. Halving from 0 and 1,000 finds 99 or 330 by chance.
TEST(Budget, FallingTiersDoNotHideTheGreatestCount) {
  using namespace toy;
  const Catalog c = catalog({plan("p", Access::open, {included("posts"), tiered(ChargeModel::volume, {tier("99", "1"), tier("", "0.3")})})});
  Scenario s = scenario("p", "", "1000");
  for (const auto& [budget, most] : {std::pair{99, 330}, {30, 100}, {29, 29}, {60, 200}}) {
    s.budget = Budget{budget, "USD"};
    const BudgetAnswer answer = hold_budget(s, world(c));
    ASSERT_EQ(answer.cuts.size(), 1U);
    EXPECT_EQ(answer.cuts[0].to, Rational(most));
    expect_holds(s, world(c), answer);
  }
}

// Whole cents: 0.994 rounds to 0.99, 0.995 to 1.
TEST(Budget, TheRoundedTotalIsHeld) {
  using namespace toy;
  const Catalog c = catalog({plan("p", Access::open, {included("posts"), per_unit("reads", known("0.0005"))})});
  Scenario s = scenario("p", "", "10000");
  s.budget = Budget{Rational::parse("0.99"), "USD"};
  const BudgetAnswer answer = hold_budget(s, world(c));
  ASSERT_EQ(answer.cuts.size(), 1U);
  EXPECT_EQ(answer.cuts[0].to, Rational(1989));
  expect_holds(s, world(c), answer);
}

TEST(Budget, ACutIsOfWhatStandsBesideTheOwnUnit) {
  using namespace toy;
  const Catalog c = catalog({plan("p", Access::open, {included("posts"), per_unit("reads", known("1"))})});
  Scenario s = scenario("p", "", "100");
  s.unit.emplace();
  s.unit->count.value = 10;
  s.unit->parts["toy"]["reads"].value = 5;
  s.budget = Budget{120, "USD"};
  const BudgetAnswer answer = hold_budget(s, world(c));
  ASSERT_EQ(answer.cuts.size(), 1U);
  EXPECT_EQ(answer.cuts[0].asked, Rational(100));
  EXPECT_EQ(answer.cuts[0].to, Rational(70));
  expect_holds(s, world(c), answer);
  s.platforms[0].quantities.clear();
  s.budget = Budget{20, "USD"};
  EXPECT_TRUE(hold_budget(s, world(c)).cuts.empty()) << "all of it is the unit's";
}

/// The toy network and the same one in euros.
Catalog two_currencies(const std::vector<Plan>& plans) {
  Catalog c = toy::catalog(plans);
  Platform euros = c.platforms[0];
  euros.id = "euro";
  euros.currency = "EUR";
  for (Plan& plan : euros.plans) plan.currency = "EUR";
  c.platforms.push_back(euros);
  return c;
}

TEST(Budget, RatesCountAllCurrencies) {
  using namespace toy;
  const Catalog c = two_currencies({plan("p", Access::open, {included("posts"), per_unit("reads", known("0.01"))})});
  Scenario s = scenario("p", "", "1000");
  s.platforms.push_back(s.platforms[0]);
  s.platforms[1].platform = "euro";
  s.budget = Budget{20, "USD"};
  const auto state = [&] { return budget_state(*s.budget, s.conversion, estimate(s, world(c)).totals); };
  EXPECT_EQ(state().total.amount, Rational(10));
  ASSERT_EQ(state().left_out.size(), 1U);
  EXPECT_TRUE(hold_budget(s, world(c)).cuts.empty());
  // 10 dollars and 10 euros at 1.08450001 are 20.8450001: not rounded.
  s.conversion.into = "USD";
  s.conversion.set({"EUR", Rational::parse("1.08450001"), "1.08450001", day("2023-04-20")});
  EXPECT_EQ(state().total.amount, Rational::parse("20.8450001"));
  EXPECT_TRUE(state().left_out.empty());
  ASSERT_EQ(state().rates.size(), 1U);
  EXPECT_FALSE(state().within);
  const BudgetAnswer answer = hold_budget(s, world(c));
  ASSERT_EQ(answer.cuts.size(), 2U);
  for (const BudgetCut& cut : answer.cuts) {
    Scenario changed = s;
    Quantity& reads = use_of(changed, cut.platform->id).quantities["reads"];
    const auto counted = [&](const Rational& units) {
      reads = {units, Per::month, ""};
      return budget_state(*s.budget, s.conversion, estimate(changed, world(c)).totals).total.amount;
    };
    EXPECT_EQ(counted(cut.to), cut.total.amount);
    EXPECT_LE(counted(cut.to), Rational(20));
    EXPECT_GT(counted(cut.to + 1), Rational(20));
  }
  // A budget in euros with rates into dollars: 20 euros are 21.6900002 dollars, which 20.8450001 are within.
  s.budget = Budget{20, "EUR"};
  EXPECT_TRUE(state().within);
  EXPECT_EQ(state().total.currency, "USD");
  EXPECT_EQ(state().difference.amount, Rational::parse("0.8450001"));
  EXPECT_EQ(state().rates.size(), 1U);
  // One in a currency to which no rate leads counts itself only.
  s.budget = Budget{20, "GBP"};
  EXPECT_EQ(state().left_out.size(), 2U);
}

TEST(Budget, TheDayOnWhichItIsCrossedAgreesWithBruteForce) {
  std::vector<Plan> plans = toy::bending_plans();
  int days = 0;
  for (std::size_t i = 0; i < plans.size(); ++i) {
    if (plans[i].id == "free-daily") continue;
    if (i % 2 == 0) plans[i].limits = {toy::limit("reads", toy::known("640"))};
    const Catalog c = toy::catalog({plans[i]});
    const World world = toy::world(c);
    Scenario s = toy::scenario(plans[i].id.c_str(), "", "870");
    const Rational whole = total_of(s, world, "USD");
    for (const char* amount : {"0", "3", "8", "20", "50", "99.99", "150"}) {
      s.budget = Budget{Rational::parse(amount), "USD"};
      const std::optional<BudgetCrossing> crossing = budget_crossing(s, world);
      ASSERT_EQ(crossing.has_value(), whole > s.budget->amount) << plans[i].id << amount;
      if (!crossing) continue;
      // 29 reads a day.
      Scenario part = s;
      int first = -1;
      for (int after = 0; after <= 30 && first < 0; ++after) {
        part.platforms[0].quantities["reads"] = {29 * after, Per::month, ""};
        if (total_of(part, world, "USD") > s.budget->amount) first = after;
      }
      EXPECT_EQ(crossing->at_start, first == 0) << plans[i].id << " " << amount;
      EXPECT_EQ(crossing->day, s.date + std::max(0, first - 1)) << plans[i].id << " " << amount;
      EXPECT_FALSE(crossing->about);
      days += first > 1;
    }
  }
  EXPECT_GT(days, 20);
}

// 29 reads a day of which 10 are free: 1.90 a day.
TEST(Budget, DailyFreeUnitsAreThoseOfTheDaysSoFar) {
  using namespace toy;
  const Catalog c = catalog({plan("p", Access::open, {included("posts"), with_free(per_unit("reads", known("0.1")), "10", true)})});
  Scenario s = scenario("p", "", "870");
  s.budget = Budget{Rational::parse("18.99"), "USD"};
  EXPECT_EQ(budget_crossing(s, world(c)).value().day, day("2023-05-04"));
  s.budget = Budget{19, "USD"};
  EXPECT_EQ(budget_crossing(s, world(c)).value().day, day("2023-05-05"));
}

// 29 reads a day at 0.10, and 5 posts at 2 each: 10 that stand, that are kept, or of which every sixth day brings one.
TEST(Budget, WhatStandsIsOwedFromTheStartAndWhatIsKeptByTheTimeGoneBy) {
  using namespace toy;
  using Accrual = Metric::Accrual;
  Catalog c = catalog({plan("p", Access::open, {per_unit("posts", known("2")), per_unit("reads", known("0.1"))})});
  Scenario s = scenario("p", "5", "870");
  const auto crossed = [&](Accrual accrual, const char* budget) {
    c.platforms[0].metrics[0].accrual = accrual;
    s.budget = Budget{Rational::parse(budget), "USD"};
    return budget_crossing(s, world(c)).value();
  };
  for (const char* budget : {"9.99", "10", "12.89", "12.90", "20", "31.80", "50", "96.99"}) {
    const Rational limit = Rational::parse(budget);
    const auto first_day_over = [&](auto posts_by) {
      for (int days = 1; days <= 30; ++days) {
        if (limit < Rational(29 * days) / 10 + posts_by(days)) return s.date + (days - 1);
      }
      return s.date + 30;
    };
    const BudgetCrossing held = crossed(Accrual::held, budget);
    EXPECT_EQ(held.at_start, limit < 10) << budget;
    if (!held.at_start) {
      EXPECT_EQ(held.day, first_day_over([](int) { return Rational(10); })) << budget;
    }
    EXPECT_EQ(crossed(Accrual::time, budget).day, first_day_over([](int days) { return Rational(days) / 3; })) << budget;
    EXPECT_EQ(crossed(Accrual::use, budget).day, first_day_over([](int days) { return Rational(days / 6 * 2); })) << budget;
  }
  EXPECT_EQ(crossed(Accrual::held, "20").spent.amount, Rational::parse("21.6"));
}

// A cap of 2,000 GB of 4,000 that are kept: half of it is served, and paid, at every instant.
TEST(Budget, WhatIsKeptAboveALimitIsServedByTheSameShareAllMonth) {
  using namespace toy;
  Plan capped = plan("p", Access::open, {per_unit("posts", known("0.03"))});
  capped.limits = {limit("posts", known("2000"))};
  Catalog c = catalog({capped});
  c.platforms[0].metrics[0].accrual = Metric::Accrual::time;
  Scenario s = scenario("p", "4000", "");
  s.budget = Budget{20, "USD"};
  // 60 for the month, 2 a day.
  EXPECT_EQ(budget_crossing(s, world(c)).value().day, s.date + 10);
}

TEST(Budget, TheMonthInWhichGrowthCrossesIt) {
  for (const char* growth : {"5", "0", "-3"}) {
    for (const int amount : {500, 700, 1500}) {
      Scenario s = example_scenario();
      s.date = day("2026-11-23");
      s.growth = growth_by_percent(growth).value();
      s.budget = Budget{amount, "USD"};
      BudgetGrowth run(s, real_world());
      while (!run.done()) run.step(5);
      const std::vector<Rational> multiples = growth_multiples(s.growth, static_cast<int>(kGrowthMonths) - 1);
      std::optional<std::size_t> first;
      for (std::size_t month = 0; month < kGrowthMonths && !first; ++month) {
        const Cycle cycle = growth_cycle(s, month);
        const Scenario then = grown(s, real_world(), multiples[month], month);
        const Estimate rated = estimate(then, real_world(), &cycle);
        if (!budget_state(*s.budget, s.conversion, rated.totals).within) first = month;
      }
      ASSERT_EQ(run.crossed().has_value(), first.has_value()) << growth << " " << amount;
      if (first) {
        EXPECT_EQ(run.crossed()->month, *first) << growth << " " << amount;
      }
    }
  }
}

}  // namespace
}  // namespace tollmeter
