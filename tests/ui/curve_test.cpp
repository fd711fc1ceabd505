// The cost curve, drawn headless on the real catalogue and driven through the mirror.
#include <algorithm>
#include <memory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/advice.h"
#include "core/format.h"
#include "core/history.h"
#include "ui/solve/curve_picture.h"
#include "ui/solve/curve_words.h"
#include "ui/views/result_words.h"
#include "view_page.h"

namespace tollmeter::ui::test {
namespace {

using testing::HasSubstr;
using testing::Not;

const Date kToday = *Date::parse("2026-11-23");

Scenario reads_of_x(int reads, const char* plan) {
  Scenario scenario = empty_scenario(kToday);
  PlatformUse x;
  x.platform = "x";
  x.plan = plan;
  x.quantities["posts_read"] = {reads, Per::month, quantity_text(reads, Per::month)};
  scenario.platforms = {x};
  return scenario;
}

class Page : public ViewPage {
 public:
  explicit Page(const Scenario& scenario, bool phone = false)
      : ViewPage([phone](View& view) { cost_curve_chart(view, {10, 10, phone ? 370.0F : 940.0F, phone ? 560.0F : 420.0F}); },
                 phone ? 390.0F : 972.0F, 900.0F, phone) {
    show(scenario);
  }
};

std::string total(Page& page) { return money_text(page.session().shown().chosen.totals.front()); }

TEST(CostCurve, NamesItselfItsPointAndItsPlans) {
  Page page(reads_of_x(30000, ""));
  const Node* curve = page.find(Role::slider, "Cost curve: posts read");
  ASSERT_NE(curve, nullptr) << page.text();
  EXPECT_THAT(curve->value, HasSubstr("30,000 posts read a month: "));
  EXPECT_NE(page.find(Role::table, "Cost curve: plans by posts read"), nullptr);
  EXPECT_NE(page.find(Role::columnheader, "Cheapest"), nullptr);
  EXPECT_NE(page.find(Role::combobox, "Metric of the cost curve"), nullptr);
  EXPECT_THAT(page.text(), HasSubstr("at most "));
  EXPECT_TRUE(unmirrored(page.stage().semantics()).empty());
}

TEST(CostCurve, TheKeyboardMovesThePointAndTheTotal) {
  Page page(reads_of_x(30000, ""));
  const std::string before = total(page);
  const Node* curve = page.find(Role::slider, "Cost curve");
  ASSERT_NE(curve, nullptr);
  page.act(Role::slider, "Cost curve", {Action::Kind::number, 0, "", curve->number + curve->step});
  EXPECT_NE(total(page), before);
  const Quantity& moved = page.session().scenario().platforms[0].quantities.at("posts_read");
  EXPECT_GT(moved.value, 30000);
  EXPECT_EQ(moved.typed, quantity_text(moved.value, Per::month));
  EXPECT_TRUE(page.session().can_undo());
  page.session().undo();
  page.stage().frames(2);
  EXPECT_EQ(total(page), before);
}

TEST(CostCurve, ADragIsOneGestureAndKeepsTheUnitOfTime) {
  Scenario scenario = reads_of_x(0, "");
  scenario.platforms[0].quantities["posts_read"] = {1000, Per::day, "1000/day"};
  Page page(scenario);
  const Box plot = page.find(Role::slider, "Cost curve")->box;
  const auto place = [&](float share) { return plot.x + plot.w * share; };
  page.stage().down(place(0.5F), plot.y + 60);
  EXPECT_TRUE(page.session().in_gesture());
  page.stage().move_to(place(0.7F), plot.y + 60);
  page.stage().up(place(0.7F), plot.y + 60);
  EXPECT_FALSE(page.session().in_gesture());
  const Quantity moved = page.session().scenario().platforms[0].quantities.at("posts_read");
  EXPECT_EQ(moved.per, Per::day);
  EXPECT_NE(moved.value, 1000);
  page.session().undo();
  EXPECT_EQ(page.session().scenario().platforms[0].quantities.at("posts_read").typed, "1000/day");
}

TEST(CostCurve, APointThatIsOnlyTouchedKeepsItsNumber) {
  Scenario scenario = reads_of_x(0, "");
  scenario.platforms[0].quantities["posts_read"] = {12345, Per::month, "12,345"};
  Page page(scenario);
  const Node* curve = page.find(Role::slider, "Cost curve");
  const float x = curve->box.x + curve->box.w * static_cast<float>(curve->number) + 2;
  const float y = curve->box.y + 60;
  page.stage().down(x, y);
  page.stage().up(x, y);
  EXPECT_EQ(page.session().scenario().platforms[0].quantities.at("posts_read").typed, "12,345");
  page.stage().down(x, y);
  page.stage().move_to(x + 30, y);
  page.stage().move_to(x, y);
  page.stage().up(x, y);
  EXPECT_NE(page.session().scenario().platforms[0].quantities.at("posts_read").typed, "12,345") << "moved and brought back";
}

TEST(CostCurve, AnUnchangedPageAndATurnedDialComputeNothing) {
  Page page(reads_of_x(30000, ""));
  const auto first = page.state().curve.picture;
  page.stage().frames(3);
  EXPECT_EQ(page.state().curve.picture, first);
  page.act(Role::slider, "Cost curve", {Action::Kind::number, 0, "", 0.9});
  EXPECT_EQ(page.state().curve.picture, first) << "the curve over the dial does not know where the dial stands";
  Scenario other = page.session().scenario();
  other.date = *Date::parse("2023-04-25");
  page.session().edit(other);
  page.stage().frames(1);
  EXPECT_NE(page.state().curve.picture, first);
}

TEST(CostCurve, TurnedToZeroItStaysWithItsMetric) {
  Scenario scenario = reads_of_x(1000, "");
  scenario.platforms[0].quantities["posts_created"] = {6000, Per::month, "6000"};
  Page page(scenario);
  const Node* dearest = page.find(Role::slider, "Cost curve: ");
  ASSERT_NE(dearest, nullptr);
  const std::string name = dearest->name;
  ASSERT_THAT(name, HasSubstr("created"));
  page.act(Role::slider, name, {Action::Kind::number, 0, "", 0});
  ASSERT_NE(page.find(Role::slider, name), nullptr) << "posts read cost most now, but nobody chose them";
  page.act(Role::slider, name, {Action::Kind::number, 0, "", 0.5});
  EXPECT_EQ(page.session().scenario().platforms[0].quantities.at("posts_read").typed, "1000");
}

TEST(CostCurve, ABudgetIsAnswered) {
  Page page(reads_of_x(30000, ""));
  const CostCurve& curve = page.state().curve.picture->curve;
  page.act(Role::textbox, "Budget", {Action::Kind::commit, 0, "$ 60", 0});
  const Affordable found = most_for(60, curve, kToday);
  EXPECT_THAT(page.text(), HasSubstr(budget_words(found, curve.top, "posts read")));
  EXPECT_EQ(found.stop, Affordable::Stop::budget);
  page.act(Role::textbox, "Budget", {Action::Kind::commit, 0, "plenty", 0});
  EXPECT_THAT(page.text(), HasSubstr("plenty"));
  EXPECT_THAT(page.text(), Not(HasSubstr("the budget stops it")));
  page.act(Role::textbox, "Budget", {Action::Kind::commit, 0, "1k", 0});
  EXPECT_THAT(page.text(), HasSubstr(budget_words(most_for(1000, curve, kToday), curve.top, "posts read")));
}

TEST(CostCurve, TheTableStandsInItsPlace) {
  Page page(example_scenario());
  page.press("show as table");
  EXPECT_EQ(page.find(Role::slider, "Cost curve"), nullptr);
  EXPECT_NE(page.find(Role::cell, "Basic"), nullptr);
  EXPECT_NE(page.find(Role::cell, "10,000"), nullptr) << page.text();
}

TEST(CostCurve, OtherMetricsAndAxes) {
  Page page(example_scenario());
  const Node* select = page.find(Role::combobox, "Metric of the cost curve");
  ASSERT_NE(select, nullptr);
  const auto youtube = std::find_if(select->options.begin(), select->options.end(),
                                    [](const auto& option) { return option.find("YouTube: ") != std::string::npos; });
  ASSERT_NE(youtube, select->options.end());
  page.act(Role::combobox, "Metric", {Action::Kind::choose, 0, "", static_cast<double>(youtube - select->options.begin())});
  EXPECT_EQ(page.state().curve.dial.platform, "youtube");
  page.act(Role::combobox, "Axes", {Action::Kind::choose, 0, "", 1});
  EXPECT_TRUE(page.state().curve.linear);
  EXPECT_NE(page.find(Role::slider, "Cost curve"), nullptr);
}

TEST(CostCurve, ADragMovesThePointOfAZoomedChartFinely) {
  Page page(reads_of_x(30000, ""));
  EXPECT_EQ(page.node(Role::button, "show all"), nullptr);
  const Box plot = page.find(Role::slider, "Cost curve")->box;
  EXPECT_TRUE(page.find(Role::slider, "Cost curve")->zooms);
  const float at = plot.x + plot.w * static_cast<float>(page.find(Role::slider, "Cost curve")->number);
  for (int i = 0; i < 5; ++i) page.stage().zoom(at, plot.y + 50, 1.0F);
  page.rest();
  ASSERT_NE(page.node(Role::button, "show all"), nullptr) << page.text();
  const double zoomed = page.find(Role::slider, "Cost curve")->number;
  EXPECT_NEAR(zoomed, static_cast<double>((at - plot.x) / plot.w), 0.05) << "what is under the fingers stays there";
  page.stage().down(plot.x + plot.w * 0.2F, plot.y + 60);
  page.stage().move_to(plot.x + plot.w * 0.9F, plot.y + 60);
  page.stage().up(plot.x + plot.w * 0.9F, plot.y + 60);
  page.rest();
  const Rational moved = page.session().scenario().platforms[0].quantities.at("posts_read").value;
  EXPECT_GT(moved, Rational(30000));
  EXPECT_LT(moved, Rational(35000)) << "a part of the axis only";
  EXPECT_NEAR(page.find(Role::slider, "Cost curve")->number, 0.9, 0.02) << "the point is where it was dropped: " << moved.text();
  const Rational before = moved;
  const Node* curve = page.find(Role::slider, "Cost curve");
  page.act(Role::slider, "Cost curve", {Action::Kind::number, 0, "", curve->number + curve->step});
  EXPECT_GT(page.session().scenario().platforms[0].quantities.at("posts_read").value, before) << "by an arrow key too";
  page.press("show all");
  EXPECT_EQ(page.node(Role::button, "show all"), nullptr);
}

TEST(CostCurve, AFingerThatPansUpScrollsThePage) {
  Page page(reads_of_x(30000, ""), true);
  const Box plot = page.find(Role::slider, "Cost curve")->box;
  const std::string before = page.session().scenario().platforms[0].quantities.at("posts_read").typed;
  page.stage().swipe(plot.x + 100, plot.y + 150, plot.x + 104, plot.y + 40);
  EXPECT_EQ(page.session().scenario().platforms[0].quantities.at("posts_read").typed, before);
  EXPECT_EQ(page.node(Role::button, "show all"), nullptr);
}

TEST(CostCurve, AnotherDayStandsBeside) {
  Page page(reads_of_x(6000, ""));
  const Date day = *Date::parse("2023-04-25");
  page.choose("Compare the cost curve with another day", "Any day");
  ASSERT_NE(page.find(Role::textbox, "Other day"), nullptr);
  page.commit("Other day of the cost curve, as year-month-day", "spring");
  EXPECT_THAT(page.text(), HasSubstr("Other day"));
  EXPECT_NE(page.state().curve.other_day, day);
  page.commit("Other day of the cost curve, as year-month-day", "2023-04-25");
  EXPECT_EQ(page.state().curve.other_day, day);
  // What the engine says of the same use on that day.
  Scenario then = reads_of_x(6000, "");
  const Estimate all = serve_all_on(then, page.session().world(), day);
  const std::string said = "On 25 Apr 2023: " + brief_money(all.totals[0]) + " on " + all.platforms[0].plan->name;
  EXPECT_THAT(page.text(), HasSubstr(said));
  EXPECT_NE(page.find(Role::cell, "25 Apr 2023: Basic"), nullptr) << "its plans are in the table behind the chart";
  const auto computed = page.state().curve.other_picture;
  page.act(Role::slider, "Cost curve", {Action::Kind::number, 0, "", 0.6});
  EXPECT_EQ(page.state().curve.other_picture, computed) << "a turned dial computes nothing";
  page.press("show as table");
  EXPECT_NE(page.find(Role::cell, "25 Apr 2023: Basic"), nullptr);
  page.expect_whole();
  page.choose("Compare the cost curve with another day", "No other day");
  EXPECT_EQ(page.find(Role::cell, "25 Apr 2023: Basic"), nullptr);
}

TEST(CostCurve, OffersTheDaysOnWhichSomethingChanges) {
  Page page(reads_of_x(6000, ""));
  const Node* days = page.find(Role::combobox, "Compare the cost curve");
  ASSERT_NE(days, nullptr);
  Scenario scenario = reads_of_x(6000, "");
  std::vector<std::string> expected = {"No other day"};
  const std::vector<Date> changes = change_dates(scenario, real_catalog());
  for (auto day = changes.rbegin(); day != changes.rend(); ++day) {
    if (*day != kToday) expected.push_back(date_text(*day));
  }
  expected.emplace_back("Any day …");
  EXPECT_EQ(days->options, expected);
}

TEST(CostCurve, NothingYet) {
  Page page(empty_scenario(kToday));
  EXPECT_THAT(page.text(), HasSubstr("Add a platform"));
}

// No two labels on each other and none outside, whatever the platform, at both widths, on both kinds of axes.
TEST(CostCurve, EveryPlatformCanBeDrawn) {
  for (const bool phone : {false, true}) {
    for (const Platform& platform : real_catalog().platforms) {
      Scenario scenario = empty_scenario(kToday);
      PlatformUse use;
      use.platform = platform.id;
      use.plan = platform.default_plan;
      for (const TypicalUse& typical : platform.typical) {
        use.quantities[typical.metric] = parse_quantity(typical.text, Per::month).value();
      }
      scenario.platforms = {use};
      Page page(scenario, phone);
      for (const bool linear : {false, true}) {
        page.state().curve.linear = linear;
        page.stage().frames(2);
        if (!page.find(Role::slider, "Cost curve")) continue;
        const auto expect_apart = [&](const char* what) {
          page.expect_labels_apart(page.find(Role::slider, "Cost curve")->box, platform.id + what);
        };
        expect_apart("");
        page.state().curve.other_day = *Date::parse("2024-06-01");
        page.stage().frames(2);
        expect_apart(" beside another day");
        const Box plot = page.find(Role::slider, "Cost curve")->box;
        page.stage().zoom(plot.x + plot.w * 0.7F, plot.y + 50, 1.0F);
        expect_apart(" zoomed into");
        page.state().curve.other_day.reset();
      }
    }
  }
}

}  // namespace
}  // namespace tollmeter::ui::test
