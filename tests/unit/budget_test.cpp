#include "core/solve/budget_answer.h"

#include <gtest/gtest.h>

#include "core/advice.h"
#include "core/budget_state.h"
#include "core/link.h"
#include "real_catalog.h"
#include "toy_catalog.h"

namespace tollmeter {
namespace {

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
  const BudgetState over = budget_state({500, "USD"}, {dollars});
  EXPECT_FALSE(over.within);
  EXPECT_EQ(over.difference.amount, Rational(248));
  const BudgetState just = budget_state({748, "USD"}, {dollars});
  EXPECT_TRUE(just.within);
  EXPECT_EQ(just.difference.amount, Rational(0));
  const BudgetState other = budget_state({500, "EUR"}, {dollars});
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
        const bool within = budget_state(*s.budget, estimate(s, real_world()).totals).within;
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

}  // namespace
}  // namespace tollmeter
