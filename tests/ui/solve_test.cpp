// Growth, the month and the budget, drawn headless on the real catalogue.
#include <algorithm>
#include <memory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/format.h"
#include "core/link.h"
#include "core/solve/budget_answer.h"
#include "core/solve/budget_crossing.h"
#include "core/solve/growth.h"
#include "ui/solve/growth_input.h"
#include "ui/solve/growth_words.h"
#include "ui/solve/month_words.h"
#include "view_page.h"

namespace tollmeter::ui::test {
namespace {

using testing::HasSubstr;
using testing::Not;

const Date kToday = *Date::parse("2026-11-23");

World world() { return {&real_catalog(), kZones}; }

using Draw = float (*)(View& view, const Box& box);

/// One chart alone.
class Page : public ViewPage {
 public:
  explicit Page(const Scenario& scenario, Draw draw, float width = 940, bool phone = false)
      : ViewPage([draw, width](View& view) { draw(view, {0, 0, width, 300}); }, width, 3000.0F, phone) {
    show(scenario);
  }
};

Scenario growing(const char* percent) {
  Scenario scenario = example_scenario();
  scenario.growth = growth_by_percent(percent).value();
  scenario.platforms[0].quantities["posts_read"] = {6000, Per::month, "6000"};
  return scenario;
}

TEST(GrowthView, SaysWhenPlansAreOutgrownAndWhatItCosts) {
  const Page page(growing("10"), growth_chart);
  const Growth growth = growth_of(growing("10"), world());
  const auto x = std::find_if(growth.outgrown.begin(), growth.outgrown.end(),
                              [](const Outgrown& plan) { return plan.by.plan->name == "Basic"; });
  ASSERT_NE(x, growth.outgrown.end());
  const Outgrown& first = *x;
  // 6,000 reads pass 10,000 in the sixth month of ten percent.
  EXPECT_EQ(first.by.month, 6U);
  const std::string day = long_date_text(date_of(Instant{first.by.at->to_int64()}));
  EXPECT_THAT(page.text(), HasSubstr("X Basic is outgrown on " + day + " (posts read a month); from then on X"));
  const std::vector<Money> year = growth_totals(growth, false, 12);
  EXPECT_THAT(page.text(), HasSubstr("12 months\n" + money_list(year)));
  EXPECT_THAT(page.text(), HasSubstr("Cost by month, for three years: as chosen $100.00 in the first month"));
  page.expect_whole();
}

TEST(GrowthView, TheChartHasATableBehindIt) {
  Page page(growing("10"), growth_chart);
  const auto rows = [&] {
    const std::vector<Node>& nodes = page.stage().semantics().nodes();
    const auto table = std::find_if(nodes.begin(), nodes.end(), [](const Node& node) { return node.name == "Growth by month"; });
    return std::count_if(nodes.begin(), nodes.end(), [&](const Node& node) {
      return node.role == Role::row && node.parent == table - nodes.begin();
    });
  };
  EXPECT_EQ(rows(), 38);
  page.press("show as table");
  EXPECT_EQ(rows(), 38);
  page.expect_whole();
}

TEST(GrowthView, GrowthIsTypedDraggedAndMadeATarget) {
  Page page(growing("10"), growth_chart);
  page.act(Action::Kind::commit, Role::textbox, "Growth in percent a month", "-2.5 %");
  EXPECT_EQ(page.session().scenario().growth.times, Rational::parse("0.975"));
  page.act(Action::Kind::commit, Role::textbox, "Growth in percent a month", "300");
  EXPECT_EQ(page.session().scenario().growth.times, Rational::parse("0.975"));
  EXPECT_THAT(page.text(), HasSubstr("is out of range"));
  page.act(Action::Kind::number, Role::slider, "Growth, percent a month", "", growth_slider_position(7));
  EXPECT_EQ(page.session().scenario().growth.times, Rational::parse("1.07"));
  page.act(Action::Kind::choose, Role::combobox, "Growth is said as", "", 1);
  page.act(Action::Kind::commit, Role::textbox, "Growth target, times today's use", "3");
  EXPECT_EQ(page.session().scenario().growth, (GrowthRate{3, 12}));
  page.act(Action::Kind::choose, Role::combobox, "Months to the target", "", 22);
  EXPECT_EQ(page.session().scenario().growth, (GrowthRate{3, 24}));
  page.act(Action::Kind::choose, Role::combobox, "Growth is said as", "", 0);
  EXPECT_EQ(page.session().scenario().growth, GrowthRate());
  page.expect_whole();
}

TEST(GrowthView, ComputesInSlicesAndRests) {
  Page page(growing("10"), growth_chart);
  EXPECT_LT(page.stage().next_frame_in(), 0);
  page.session().edit(growing("20"));
  page.stage().frame();
  EXPECT_EQ(page.stage().next_frame_in(), 0);
  page.rest();
  EXPECT_LT(page.stage().next_frame_in(), 0);
  const Growth growth = growth_of(growing("20"), world());
  EXPECT_THAT(page.text(), HasSubstr("36 months\n" + money_list(growth_totals(growth, false, 36))));
}

TEST(GrowthView, SliderPositionsReadBack) {
  for (const char* percent : {"-50", "-20", "-1", "0", "0.5", "5", "19.5", "20", "50", "100"}) {
    EXPECT_EQ(growth_slider_percent(growth_slider_position(Rational::parse(percent))), Rational::parse(percent)) << percent;
  }
}

TEST(MonthView, ShowsTheHoursAndTheLimits) {
  Scenario scenario = example_scenario();
  scenario.traffic = Shape::working_hours;
  scenario.traffic.zone = "America/New_York";
  const Page page(scenario, month_view);
  // 22 working days of eight hours: each hour is a 176th.
  EXPECT_THAT(page.text(), HasSubstr("Busy hours of the month, America/New_York: the busiest is Tue 25 Apr 09:00 to 10:00 with 0.57 %"));
  EXPECT_THAT(page.text(), HasSubstr("X: posts read a month: the count over the month against its cap, 10,000 used up"));
  EXPECT_THAT(page.text(), HasSubstr("\nSat 29 Apr\nnothing\n\n"));
  page.expect_whole();
}

TEST(MonthView, AnHourSaysItsShareAndCounts) {
  Session session(real_catalog(), kZones, kToday);
  session.edit(example_scenario());
  MonthState month;
  month.update(session);
  const std::vector<MonthBreak> breaks = month_breaks(session, month);
  ASSERT_EQ(breaks.size(), 1U);
  // 30,000 reads in 720 hours; the first refused one comes just after midnight of 5 May.
  const std::vector<std::string> lines = hour_lines(session, month, breaks, month.days()[10], 0);
  ASSERT_GE(lines.size(), 3U);
  EXPECT_EQ(lines[0], "Fri 5 May 00:00 to 01:00: 0.14 % of the month");
  EXPECT_EQ(lines[1], "41 reads (X)");
  EXPECT_EQ(lines.back(), "X: posts read a month, first refused");
  EXPECT_EQ(month_rows(month, breaks)[10].breaks, "X: posts read a month, first refused");
}

TEST(MonthView, IsATableToo) {
  Page page(example_scenario(), month_view);
  page.press("show as table");
  EXPECT_THAT(page.text(), HasSubstr("X: posts read a month, first refused"));
  page.expect_whole();
}

TEST(SolveViews, HoldTogetherInEveryWidthAndState) {
  Scenario drawn = growing("-50");
  drawn.traffic = Shape::evenings;
  drawn.traffic.zone = "Asia/Kolkata";
  for (const Scenario& scenario : {example_scenario(), growing("100"), drawn, empty_scenario(kToday)}) {
    for (const Draw draw : {growth_chart, month_view}) {
      for (const float width : {342.0F, 620.0F, 940.0F}) Page(scenario, draw, width, width < 400).expect_whole();
    }
  }
}

float draw_budget(View& view, const Box& box) {
  budget_line(view, box.x, box.y, box.w);
  if (view.state.budget_open) budget_dialog(view, {0, 0, box.w, 900});
  return box.bottom();
}

TEST(BudgetView, SaysWhatCrossesAndHoldsIt) {
  Scenario scenario = example_scenario();
  scenario.date = kToday;
  scenario.budget = Budget{500, "USD"};
  Page page(scenario, draw_budget);
  EXPECT_THAT(page.text(), HasSubstr("Budget $500: crossed by $184."));
  page.press("What holds the budget?");
  const BudgetAnswer answer = hold_budget(scenario, world());
  ASSERT_FALSE(answer.cuts.empty());
  EXPECT_THAT(page.text(), HasSubstr("As chosen a month costs $684.00, $184.00 more than the budget."));
  const BudgetCut& first = answer.cuts.front();
  const std::string cut = "Cut X posts created to " + group_digits(first.to) + " a month";
  ASSERT_THAT(page.text(), HasSubstr(cut));
  page.expect_whole();
  page.press(cut + ": " + percent_text(first.share()) + " less, " + money_text(first.total));
  EXPECT_LE(page.session().shown().chosen.totals.front().amount, Rational(500));
  EXPECT_THAT(page.text(), HasSubstr("less than the budget."));
}

TEST(BudgetView, IsTypedAndDropped) {
  Scenario scenario = example_scenario();
  Page page(scenario, draw_budget);
  EXPECT_THAT(page.text(), Not(HasSubstr("Budget")));
  page.state().budget_open = true;
  page.stage().frames(2);
  page.act(Action::Kind::commit, Role::textbox, "Budget a month", "1.5k");
  EXPECT_EQ(page.session().scenario().budget, (Budget{1500, "USD"}));
  EXPECT_THAT(page.text(), HasSubstr("Budget $1,500: within, $1,400 left."));
  for (const char* amount : {"$1,200", " USD 1200 ", "1200 USD"}) {
    page.act(Action::Kind::commit, Role::textbox, "Budget a month", amount);
    EXPECT_EQ(page.session().scenario().budget->amount, Rational(1200)) << amount;
    page.act(Action::Kind::commit, Role::textbox, "Budget a month", "1.5k");
  }
  page.act(Action::Kind::commit, Role::textbox, "Budget a month", "€900");
  EXPECT_EQ(page.session().scenario().budget->amount, Rational(1500)) << "another currency is not guessed";
  page.act(Action::Kind::commit, Role::textbox, "Budget a month", "much");
  EXPECT_THAT(page.text(), HasSubstr("'much' is not a number"));
  page.act(Action::Kind::commit, Role::textbox, "Budget a month", "");
  EXPECT_FALSE(page.session().scenario().budget.has_value());
  EXPECT_THAT(page.text(), Not(HasSubstr("'much' is not a number"))) << "what was refused before is gone with it";
  page.act(Action::Kind::commit, Role::textbox, "Budget a month", "1.5k");
  page.press("no budget");
  EXPECT_FALSE(page.session().scenario().budget.has_value());
}

TEST(BudgetView, SaysWhenItIsCrossed) {
  Scenario scenario = example_scenario();
  scenario.date = kToday;
  scenario.budget = Budget{500, "USD"};
  Page page(scenario, draw_budget);
  page.press("What holds the budget?");
  const std::optional<BudgetCrossing> crossing = budget_crossing(scenario, world());
  ASSERT_TRUE(crossing.has_value());
  EXPECT_THAT(page.text(), HasSubstr(date_text(crossing->day) + ": what is spent by the end of that day (UTC) comes to " +
                                     money_text(crossing->spent)));
  EXPECT_THAT(page.text(), Not(HasSubstr("first crossed in the month")));
}

TEST(BudgetView, SaysInWhichMonthGrowthCrossesIt) {
  Scenario scenario = example_scenario();
  scenario.date = kToday;
  scenario.budget = Budget{700, "USD"};
  scenario.growth = growth_by_percent("5").value();
  Page page(scenario, draw_budget);
  page.press("Change the budget");
  page.stage().frames(20);
  BudgetGrowth growth(scenario, world());
  growth.step(kGrowthMonths);
  ASSERT_TRUE(growth.crossed().has_value());
  const std::string day = date_text(growth.crossed()->cycle.start);
  EXPECT_THAT(page.text(), HasSubstr("With growth of 5 % a month the budget is first crossed in the month from " + day + " ("));
  EXPECT_THAT(page.text(), HasSubstr(" ahead): " + money_text(growth.crossed()->total) + "."));
  page.expect_whole();
}

TEST(BudgetView, CountsOtherCurrenciesOnceTheyHaveARate) {
  Scenario scenario = open_link(seal_link("1;d=2026-11-23;b=200USD;p=x:ppu;posts_read=1000;p=data365:basic;posts_read=1000"),
                                world().catalog ? *world().catalog : Catalog{})
                          .document.scenario;
  Page page(scenario, draw_budget);
  EXPECT_THAT(page.text(), HasSubstr("Budget $200: within, $195 left. Not counted: about €300."));
  page.press("Change the budget");
  page.stage().frames(20);
  page.press("Set a rate to count it");
  EXPECT_TRUE(page.state().rates_open);
  EXPECT_FALSE(page.state().budget_open);
  scenario.conversion.into = "USD";
  scenario.conversion.set({"EUR", Rational::parse("1.0845"), "1.0845", *Date::parse("2026-11-20")});
  Page converted(scenario, draw_budget);
  EXPECT_THAT(converted.text(), HasSubstr("Budget $200: crossed by about $130 at your rate of 20 Nov 2026."));
  EXPECT_THAT(converted.text(), Not(HasSubstr("Not counted")));
}

}  // namespace
}  // namespace tollmeter::ui::test
