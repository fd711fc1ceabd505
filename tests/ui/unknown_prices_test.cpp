// What the page says of days of which nothing is known, drawn headless on the real catalogue.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/link.h"
#include "ui/shell/shell.h"
#include "ui/solve/moved_beside.h"
#include "ui/views/history_words.h"
#include "ui/views/usage_plan_menu.h"
#include "ui/views/usage_words.h"
#include "view_page.h"

namespace tollmeter::ui::test {
namespace {

using testing::HasSubstr;
using testing::Not;

Scenario on(const char* date, const std::vector<const char*>& platforms = {"x"}) {
  Scenario s = empty_scenario(*Date::parse(date));
  for (const char* id : platforms) {
    PlatformUse use;
    use.platform = id;
    if (id == std::string_view("x")) use.plan = "basic";
    if (id == std::string_view("x")) use.quantities["posts_read"] = {30000, Per::month, "30000"};
    s.platforms.push_back(use);
  }
  return s;
}

class VerdictPage : public ViewPage {
 public:
  explicit VerdictPage(const Scenario& scenario, bool phone = false)
      : ViewPage(
            [phone](View& view) {
              if (phone) {
                verdict_phone(view, {10, 10, 370, 200});
              } else {
                verdict(view, 10, 10, 940);
                bill(view, 10, 400, 600);
                charts_card(view, 10, 900, 940, 500);
              }
            },
            phone ? 390.0F : 972.0F, 1500.0F, phone) {
    show(scenario);
  }
};

TEST(UnknownPrices, TheVerdictNamesTheDayAndNoPrice) {
  for (const bool phone : {false, true}) {
    VerdictPage page(on("1900-01-01"), phone);
    EXPECT_TRUE(page.says("no prices known")) << page.text();
    page.state().chart = 1;  // the history tells the prices of later days
    page.rest();
    EXPECT_FALSE(page.says("$100.00")) << page.text();
    EXPECT_FALSE(page.says("serves everything"));
    if (!phone) {
      EXPECT_TRUE(page.says("No prices are known of X before 14 Nov 2017. Choose a later day."));
    }
    page.expect_whole();
  }
}

TEST(UnknownPrices, WhereSomeAreKnownTheRestIsNamed) {
  VerdictPage page(on("2019-06-01", {"x", "reddit"}));
  EXPECT_TRUE(page.says("No prices are known of Reddit before 1 Jan 2022")) << page.text();
  EXPECT_FALSE(page.says("of X before"));
  EXPECT_FALSE(page.says("serves everything"));
  page.expect_whole();
}

TEST(UnknownPrices, ChartsThatCannotBeDrawnSayWhy) {
  for (const int chart : {0, 1, 2, 3, 4, 5}) {
    SCOPED_TRACE(chart);
    VerdictPage page(on("1900-01-01"));
    page.state().chart = chart;
    page.rest();
    EXPECT_FALSE(page.says("$0.00 a month")) << page.text();
    if (chart > 0) {
      EXPECT_TRUE(page.says("before 14 Nov 2017")) << page.text();
    }
    page.expect_whole();
  }
}

TEST(UnknownPrices, TheCostCurveSaysSoOfAnotherDay) {
  VerdictPage page(on("2026-11-23"));
  page.state().chart = 1;
  page.rest();
  page.choose("Compare the cost curve with another day", "Any day");
  page.commit("Other day of the cost curve, as year-month-day", "1900-01-01");
  EXPECT_TRUE(page.says("On 1 Jan 1900: no prices of X are known before 14 Nov 2017.")) << page.text();
  page.commit("Other day of the cost curve, as year-month-day", "9999-12-31");
  EXPECT_TRUE(page.says("'9999-12-31' is a day that is not computed; expected one from 1900-01-01 to 2199-12-31")) << page.text();
  EXPECT_EQ(page.find(Role::textbox, "Other day")->value, "9999-12-31") << "what was typed is kept";
  EXPECT_TRUE(page.find(Role::textbox, "Other day")->invalid);
  page.expect_whole();
  page.commit("Other day of the cost curve, as year-month-day", "spring");
  EXPECT_TRUE(page.says("'spring' is not a day"));
  page.commit("Other day of the cost curve, as year-month-day", "2023-04-25");
  EXPECT_FALSE(page.find(Role::textbox, "Other day")->invalid);
  EXPECT_FALSE(page.says("is not a day"));
  EXPECT_EQ(page.find(Role::textbox, "Other day")->value, "2023-04-25");
}

TEST(UnknownPrices, MenuNoticeAndHistorySaySo) {
  const Scenario s = on("1900-01-01");
  Session session(real_catalog(), kZones, *Date::parse("2026-11-23"));
  session.edit(s);
  const PlatformEstimate& x = session.shown().chosen.platforms.at(0);
  EXPECT_EQ(plan_notice(x, s.date), "No prices of X are known before 14 Nov 2017.");
  const PlanMenu menu = plan_menu(*x.platform, s.platforms[0], session.shown().choices.at(0), s, session.world());
  for (const SelectSpec::Option& option : menu.spec.options) EXPECT_THAT(option.detail, Not(HasSubstr("$"))) << option.label;
  EXPECT_EQ(chosen_words(session.shown().history.steps.front()), "no prices known");
  EXPECT_EQ(serve_words(session.shown().history.steps.front()), "no prices known");
  ASSERT_NE(next_change(session), nullptr);
  EXPECT_EQ(next_change(session)->iso(), "2017-11-14");
}

TEST(UnknownPrices, PlansAreNotReviewedOnSuchADay) {
  ViewPage page([](View& view) { if (view.state.why_not_cheaper) why_not_cheaper(view, {0, 0, 972, 1200}); }, 972, 1200);
  page.show(on("1900-01-01", {"x", "reddit"}));
  page.state().open_plans("x");
  page.rest();
  EXPECT_TRUE(page.says("No prices of X are known before 14 Nov 2017. Choose a later day.")) << page.text();
  EXPECT_FALSE(page.says("Nothing sold on this day serves it all of"));
  page.expect_whole();
}

// A shared comparison: what moved in the calculations beside the edited one is named too.
TEST(MovedBeside, NamesEveryCalculationThatMoved) {
  Document shared{on("2026-11-23"), SharedTotal{100, "USD"}};
  Scenario free = on("2023-04-25");
  free.title = "Then";
  shared.others = {{free, SharedTotal{7, "USD"}}, {on("2026-11-23"), std::nullopt}};
  shared.place = 1;
  std::string words;
  ViewPage page([&](View& view) { words = moved_beside(view, shared); }, 400, 400);
  page.rest();
  EXPECT_THAT(words, testing::StartsWith(" Also moved: A “Then”, $7.00 when shared, "));
  EXPECT_THAT(words, testing::EndsWith(" with today’s prices."));
  const std::shared_ptr<MovedBeside> kept = page.state().moved_beside;
  page.rest();
  EXPECT_EQ(page.state().moved_beside, kept) << "computed once";
  shared.others.resize(1);
  const Estimate today = estimate([&] { Scenario s = free; s.date = *Date::parse("2026-11-23"); return s; }(), page.session().world());
  shared.others[0].total = total_to_share(today);
  page.rest();
  if (today.cycle.days() == 30) {
    EXPECT_EQ(words, "");
  }
}

}  // namespace
}  // namespace tollmeter::ui::test
