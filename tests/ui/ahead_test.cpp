// What is announced, what growth limits stand, what a budget allows of the person's own unit: drawn headless on the real catalogue.
#include <algorithm>

#include "core/advice.h"
#include "core/format.h"
#include "core/solve/limit_growth.h"
#include "core/history.h"
#include "core/solve/price_news.h"
#include "core/solve/unit_budget.h"
#include "ui/solve/growth_words.h"
#include "ui/solve/limit_growth_state.h"
#include "ui/solve/limit_growth_view.h"
#include "ui/solve/price_news_view.h"
#include "ui/views/history_words.h"
#include "ui/views/result_words.h"
#include "view_page.h"

namespace tollmeter::ui::test {
namespace {

using testing::HasSubstr;
using testing::Not;

const Date kToday = *Date::parse("2026-11-23");

class Page : public ViewPage {
 public:
  using DrawIn = float (*)(View& view, const Box& box);
  Page(const Scenario& scenario, DrawIn draw, bool phone = false, Date today = kToday)
      : ViewPage([draw, phone](View& view) { draw(view, {0, 0, phone ? 342.0F : 940.0F, 420}); }, phone ? 342.0F : 940.0F, 3000, phone, today) {
    show(scenario);
  }
};

/// The custom search of Google ends with the year 2026.
Scenario searching() {
  Scenario scenario = empty_scenario(kToday);
  PlatformUse search;
  search.platform = "google_custom_search";
  const Platform& platform = *real_catalog().platform(search.platform);
  search.plan = platform.default_plan;
  for (const TypicalUse& typical : platform.typical) search.quantities[typical.metric] = parse_quantity(typical.text, Per::month).value();
  scenario.platforms = {search};
  return scenario;
}

TEST(Announced, NothingIsSaidSo) {
  for (const bool phone : {false, true}) {
    Page page(example_scenario(), price_history_chart, phone);
    EXPECT_THAT(page.text(), HasSubstr("No change after 23 Nov 2026 is announced, as far as was read by " +
                                       date_text(real_catalog().as_of) + "."));
    EXPECT_EQ(page.node(Role::button, "What changes?"), nullptr);
    page.expect_whole();
  }
}

TEST(Announced, SaysWhatChangesWhoSaysSoAndHowTheBillMoves) {
  for (const bool phone : {false, true}) {
    Page page(searching(), price_history_chart, phone);
    EXPECT_THAT(page.text(), HasSubstr("Announced for 1 January 2027: "));
    page.expect_whole();
    EXPECT_EQ(page.state().price_news, nullptr) << "computed once it is opened";
    page.press("What changes?");
    const std::vector<PriceNews> news = price_news(searching(), page.session().world(), kToday);
    ASSERT_EQ(news.size(), 1U);
    EXPECT_THAT(page.text(), HasSubstr("From 1 January 2027 on"));
    EXPECT_THAT(page.text(), HasSubstr(price_move_words(news[0])));
    ASSERT_FALSE(news[0].rows.empty());
    for (const RowChange& row : news[0].rows) {
      EXPECT_THAT(page.text(), HasSubstr(row_change_words(row)));
      ASSERT_NE(row.source, nullptr);
      EXPECT_THAT(page.text(), HasSubstr(row.source->url));
    }
    page.expect_whole();
    page.press("show as chart");
    EXPECT_NE(page.node(Role::button, "What changes?"), nullptr);
  }
}

// On the day before a price that has since changed, it was announced as any other.
TEST(Announced, CountsFromTheLaterOfTodayAndTheScenariosDate) {
  Scenario scenario = example_scenario();
  Page page(scenario, price_history_chart, false, *Date::parse("2023-04-25"));
  const std::vector<Date> changes = change_dates(scenario, real_catalog());
  const Date next = *std::upper_bound(changes.begin(), changes.end(), *Date::parse("2023-04-25"));
  EXPECT_THAT(page.text(), HasSubstr("Announced for " + long_date_text(next)));
  scenario.date = next;
  page.show(scenario);
  EXPECT_THAT(page.text(), Not(HasSubstr("Announced for " + long_date_text(next))));
}

TEST(PriceMoveWords, SayEachCase) {
  Money before, after;
  before.currency = after.currency = "USD";
  before.amount = 100;
  after.amount = 120;
  PriceNews news;
  news.day = kToday;
  news.served_before = news.served_after = true;
  news.chosen_before = news.chosen_after = news.cheapest_before = news.cheapest_after = {before};
  EXPECT_EQ(price_move_words(news), "Moves nothing of this bill: $100.00 as chosen, before and after.");
  news.chosen_after = {after};
  EXPECT_EQ(price_move_words(news),
            "As chosen $100.00 → $120.00, $20.00 more; on the cheapest plans that fit $100.00, which does not move.");
  news.breaches_after = 1;
  news.served_after = false;
  EXPECT_EQ(price_move_words(news),
            "As chosen $100.00 → $120.00, $20.00 more, and 1 breach more; from then on nothing sold serves it all.");
}

TEST(PriceHistoryTable, EachChangeNamesItsSource) {
  for (const bool phone : {false, true}) {
    Page page(example_scenario(), price_history_chart, phone);
    page.press("show as table");
    int named = 0;
    for (const HistoryRow& row : history_rows(page.session().shown().history, history_range(page.session()))) {
      const std::vector<RowChange> changes = changes_on(example_scenario(), real_catalog(), row.from);
      if (changes.empty()) continue;
      ++named;
      EXPECT_THAT(page.text(), HasSubstr(row_change_words(changes[0]) + " (" + changes[0].source->title));
    }
    EXPECT_GT(named, 4);
    page.expect_whole();
  }
}

Scenario growing() {
  Scenario scenario = example_scenario();
  scenario.growth = growth_by_percent("10").value();
  return scenario;
}

std::vector<LimitGrowth> all_limits(const Scenario& scenario, const World& world) {
  LimitGrowthRun run(scenario, world);
  while (!run.done()) run.step();
  return run.limits();
}

TEST(LimitGrowthTable, OpensAndSaysWhatTheSolverSays) {
  for (const bool phone : {false, true}) {
    Page page(growing(), growth_chart, phone);
    EXPECT_FALSE(page.says("today’s use"));
    page.press("How much growth each limit stands");
    page.rest();
    const std::vector<LimitGrowth> limits = all_limits(growing(), page.session().world());
    ASSERT_GT(limits.size(), 3U);
    for (const LimitGrowth& limit : limits) {
      EXPECT_THAT(page.text(), HasSubstr(platform_and_plan(*limit.platform, limit.plan) + ": " + limit.limit->name + "\n" +
                                         growth_held_words(limit) + "\n"));
    }
    page.expect_whole();
    EXPECT_LT(page.stage().next_frame_in(), 0) << "it rests once it is done";
  }
}

float draw_breaks(View& view, const Box& box) { return breaks(view, box.x, box.y, box.w); }

TEST(LimitGrowthLine, StandsWithALimitThatIsOpened) {
  Page page(growing(), draw_breaks);
  EXPECT_EQ(page.state().limit_growth, nullptr) << "nothing is computed before";
  page.state().open_limits.insert("holding");
  page.rest();
  const LimitGroups groups = group_limits(page.session().shown().chosen);
  ASSERT_GT(groups.holding.size(), 2U);
  const std::vector<LimitGrowth> limits = all_limits(growing(), page.session().world());
  for (const LimitRef& ref : groups.holding) {
    const auto found = std::find_if(limits.begin(), limits.end(),
                                    [&](const LimitGrowth& each) { return each.limit == ref.limit->limit; });
    ASSERT_NE(found, limits.end());
    EXPECT_THAT(page.text(), HasSubstr(limit_growth_sentence(*found, growing().growth)));
  }
  page.expect_whole();
}

TEST(LimitGrowthWords, SayEachCase) {
  const Scenario scenario = growing();
  LimitGrowth limit = all_limits(scenario, World{&real_catalog(), kZones}).front();
  Limit row = *limit.limit;
  row.breach.behaviour = Behaviour::refuse;
  limit.limit = &row;
  limit.held = {Rational::parse("2.4"), false};
  limit.passed.reset();
  EXPECT_EQ(limit_growth_sentence(limit, {}), "Holds until 2.4 × today’s use.");
  EXPECT_EQ(limit_growth_sentence(limit, scenario.growth), "Holds until 2.4 × today’s use; at 10 % a month for 3 years and more.");
  limit.passed = GrowthBreak{};
  limit.passed->at = Rational(start_of(*Date::parse("2027-08-14")).seconds);
  EXPECT_EQ(limit_growth_sentence(limit, scenario.growth), "Holds until 2.4 × today’s use; at 10 % a month until 14 August 2027.");
  limit.held = {Rational::parse("0.33"), false};
  EXPECT_EQ(growth_held_words(limit), "refuses now (0.33 ×)");
  EXPECT_EQ(limit_growth_sentence(limit, scenario.growth), "It refuses now: 0.33 × today’s use is what it holds.");
  limit.held = {kMostGrowth, true};
  EXPECT_EQ(limit_growth_sentence(limit, scenario.growth), "However much use grows, it holds.");
}

TEST(ZoomedCharts, LinksAndFingersZoomGrowthToo) {
  for (const bool phone : {false, true}) {
    Page page(growing(), growth_chart, phone);
    const Node* chart = page.find(Role::image, "Cost by month");
    ASSERT_NE(chart, nullptr);
    EXPECT_TRUE(chart->zooms);
    const Box box = chart->box;
    page.stage().zoom(box.x + box.w / 2, box.y + box.h / 2, 1.0F);
    page.rest();
    EXPECT_NE(page.node(Role::button, "show all"), nullptr);
    page.expect_labels_apart({box.x, box.y + 20, box.w, box.h - 46}, "growth");
    page.press("show all");
    EXPECT_EQ(page.node(Role::button, "show all"), nullptr);
    page.press("zoom in");
    EXPECT_NE(page.node(Role::button, "zoom out"), nullptr);
    page.expect_whole();
  }
}

TEST(OwnUnitBudget, IsSaidBesideTheUnit) {
  Scenario scenario = example_scenario();
  scenario.date = kToday;
  for (PlatformUse& use : scenario.platforms) use.plan.clear();
  scenario.budget = Budget{1000, "USD"};
  scenario.unit = OwnUnit{"one campaign", {1, "1"}, std::nullopt, {{"x", {{"posts_created", {10, "10"}}, {"posts_read", {50, "50"}}}}}};
  Page page(scenario, [](View& view, const Box& box) { return own_unit(view, box.x, box.y, box.w); });
  const auto plans = ScenarioMonth::Plans::as_chosen;
  const UnitsForBudget found = *units_for_budget(scenario, page.session().world(), plans, most_units(scenario, page.session().world(), plans));
  EXPECT_THAT(page.text(), HasSubstr("The budget of $1,000 is enough for " + group_digits(found.most) + ": one more makes it " +
                                     money_text(found.next) + "."));
  page.expect_whole();
}

}  // namespace
}  // namespace tollmeter::ui::test
