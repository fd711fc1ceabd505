#include "core/history.h"

#include <gtest/gtest.h>

#include "core/advice.h"
#include "core/format.h"
#include "real_catalog.h"
#include "toy_catalog.h"

namespace tollmeter {
namespace {

void expect_same(const Money& a, const Money& b) {
  EXPECT_EQ(a.amount, b.amount);
  EXPECT_EQ(a.approximate, b.approximate);
  EXPECT_EQ(a.press, b.press);
  EXPECT_EQ(a.at_least, b.at_least);
}

// Any day of the history says what the engine says when it is asked for that day alone.
TEST(History, EveryMonthAgreesWithTheEstimateOfItsDay) {
  for (const Shape shape : {Shape::even, Shape::working_hours}) {
    Scenario s = example_scenario();
    s.traffic = shape;
    const Date from = day("2017-01-01"), to = day("2027-01-01");
    const History h = price_history(s, real_world(), from, to);
    ASSERT_FALSE(h.steps.empty());
    std::size_t at = 0;
    for (Date d = from; d < to; d = d + 37) {
      while (h.steps[at].to <= d) ++at;
      const HistoryStep& step = h.steps[at];
      SCOPED_TRACE(d.iso());
      const Estimate chosen = same_use_on(s, real_world(), d);
      const Estimate all = serve_all_on(s, real_world(), d);
      expect_same(step.as_chosen, chosen.totals[0]);
      expect_same(step.serve_all, all.totals[0]);
      EXPECT_EQ(step.chosen_breaches, chosen.breaches);
      EXPECT_EQ(step.serves_all, std::all_of(all.platforms.begin(), all.platforms.end(),
                                             [](const PlatformEstimate& p) { return p.fits; }));
      EXPECT_EQ(step.chosen_sold, std::all_of(chosen.platforms.begin(), chosen.platforms.end(),
                                              [](const PlatformEstimate& p) { return p.state == PlanState::chosen; }));
    }
  }
}

TEST(History, StepsTouchAndDiffer) {
  const Date from = day("2022-01-01"), to = day("2026-11-24");
  const History h = price_history(example_scenario(), real_world(), from, to);
  EXPECT_EQ(h.steps.front().from, from);
  EXPECT_EQ(h.steps.back().to, to);
  for (std::size_t i = 1; i < h.steps.size(); ++i) EXPECT_EQ(h.steps[i].from, h.steps[i - 1].to);
  for (std::size_t i = 1; i < h.events.size(); ++i) EXPECT_LE(h.events[i - 1].date, h.events[i].date);
  EXPECT_FALSE(h.events.empty());

  std::vector<std::string> serve_all;
  for (const HistoryStep& step : h.steps) {
    const std::string text = step.from.iso() + " " + step.serve_all_plan + " " + money_text(step.serve_all);
    if (serve_all.empty() || serve_all.back().substr(11) != text.substr(11)) serve_all.push_back(text);
  }
  EXPECT_EQ(serve_all, (std::vector<std::string>{"2022-01-01 v2 Essential $0.00", "2023-03-29 Enterprise about $42,000",
                                                 "2023-05-25 Pro $5,000.00", "2026-02-06 Pay per use $210.00",
                                                 "2026-04-20 Pay per use $684.00"}));
}

TEST(History, EdgesOfTheRange) {
  const Scenario s = example_scenario();
  EXPECT_TRUE(price_history(s, real_world(), s.date, s.date).steps.empty());
  EXPECT_EQ(price_history(s, real_world(), s.date, s.date + 1).steps.size(), 1u);
  const Scenario nothing = empty_scenario(day("2026-01-01"));
  const History h = price_history(nothing, real_world(), day("2020-01-01"), day("2027-01-01"));
  ASSERT_EQ(h.steps.size(), 1u);
  EXPECT_EQ(money_text(h.steps[0].as_chosen), "$0.00");
}

TEST(History, ChangeDatesAreThoseOfThePlatformsInUse) {
  using namespace toy;
  Plan p = plan("p", Access::open, {flat(known("1")), flat(known("2"))}, {limit("posts", known("1"))});
  p.validity = {day("2020-01-01"), day("2024-01-01"), "", ""};
  p.charges[0].validity.to = day("2021-01-01");
  p.charges[1].validity.from = day("2021-01-01");
  p.limits[0].validity.from = day("2022-01-01");
  p.limits[0].validity.to = day("2025-01-01");  // after the plan's end: nobody meets it
  p.access = {{Access::open, {{}, day("2023-01-01"), "", ""}}, {Access::closed, {day("2023-01-01"), {}, "", ""}}};
  Catalog c = catalog({p});
  c.platforms.push_back(c.platforms[0]);
  c.platforms[1].id = "other";
  c.platforms[1].plans[0].validity.from = day("2019-01-01");
  std::vector<std::string> got;
  for (Date d : change_dates(scenario("p", "", ""), c)) got.push_back(d.iso());
  EXPECT_EQ(got, (std::vector<std::string>{"2020-01-01", "2021-01-01", "2022-01-01", "2023-01-01", "2024-01-01"}));
}

}  // namespace
}  // namespace tollmeter
