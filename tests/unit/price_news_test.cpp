// Changes ahead: what they are, who says so, and what they do to a bill.
#include "core/solve/price_news.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/advice.h"
#include "core/history.h"
#include "real_catalog.h"
#include "toy_catalog.h"

namespace tollmeter {
namespace {

using testing::ElementsAre;

std::vector<std::string> words(const std::vector<RowChange>& rows) {
  std::vector<std::string> all;
  for (const RowChange& row : rows) all.push_back(row.what + (row.source ? " [" + row.source->title + "]" : ""));
  return all;
}

Catalog changing() {
  using namespace toy;
  Plan basic = plan("basic", Access::open, {per_unit("posts", known("0.01")), per_unit("posts", known("0.02")), included("reads")},
                    {limit("reads", known("1000")), limit("reads", known("500"))});
  basic.charges[0].validity.to = basic.charges[1].validity.from = day("2027-01-01");
  basic.charges[1].source = "press";
  basic.limits[0].validity.to = basic.limits[1].validity.from = day("2027-02-01");
  Plan old = plan("old", Access::open, {flat(known("1")), included("posts"), included("reads")});
  old.access = {{Access::open, {{}, day("2027-02-01"), "", ""}}, {Access::closed, {day("2027-02-01"), {}, "", ""}}};
  old.validity.to = day("2027-03-01");
  Catalog c = catalog({basic, old});
  c.platforms[0].events = {{day("2027-03-01"), "", "old plans end", "quarrel"}};
  return c;
}

TEST(RowChanges, NameWhatIsReplacedAndByWhom) {
  const Catalog c = changing();
  const Platform& toy = c.platforms[0];
  EXPECT_THAT(words(changes_on(toy, day("2027-01-01"))), ElementsAre("basic, posts: $0.01 → $0.02 [toy press]"));
  EXPECT_THAT(words(changes_on(toy, day("2027-02-01"))),
              ElementsAre("basic, limit on reads limit: 1,000 → 500 [toy page]", "old is closed to new customers [toy page]"));
  EXPECT_THAT(words(changes_on(toy, day("2027-03-01"))), ElementsAre("old plans end [toy quarrel]", "old ends [toy page]"));
  EXPECT_TRUE(changes_on(toy, day("2027-01-02")).empty());
}

TEST(PriceNews, SaysHowTheBillMoves) {
  const Catalog c = changing();
  const Scenario s = toy::scenario("basic", "1000", "700", "2026-11-24");
  const std::vector<PriceNews> news = price_news(s, toy::world(c), s.date);
  ASSERT_EQ(news.size(), 3U);
  EXPECT_EQ(news[0].chosen_before[0].amount, Rational(10));
  EXPECT_EQ(news[0].chosen_after[0].amount, Rational(20));
  EXPECT_EQ(news[0].cheapest_before[0].amount, Rational(1));
  EXPECT_EQ(news[0].cheapest_after[0].amount, Rational(1));
  EXPECT_EQ(news[1].breaches_before, 0);
  EXPECT_EQ(news[1].breaches_after, 1);
  EXPECT_TRUE(news[1].served_before);
  EXPECT_FALSE(news[1].served_after) << "who is not on the old plan cannot have it any more";
  EXPECT_EQ(news[2].day, day("2027-03-01"));
  EXPECT_TRUE(price_news(s, toy::world(c), day("2027-03-01")).empty());
}

// Each day of change in the past, looked at from the day before it, as the engine says of both days; and every change is named.
TEST(PriceNews, OfTheCatalogueIsWhatEstimatesSay) {
  const World world = real_world();
  const Scenario s = example_scenario();
  const std::vector<PriceNews> news = price_news(s, world, day("2022-06-01"));
  ASSERT_GT(news.size(), 5U);
  Date before = day("2022-06-01");
  for (const PriceNews& each : news) {
    SCOPED_TRACE(each.day.iso());
    EXPECT_EQ(each.chosen_before[0].amount, same_use_on(s, world, before).totals[0].amount);
    EXPECT_EQ(each.chosen_after[0].amount, same_use_on(s, world, each.day).totals[0].amount);
    EXPECT_EQ(each.cheapest_before[0].amount, serve_all_on(s, world, before).totals[0].amount);
    EXPECT_EQ(each.cheapest_after[0].amount, serve_all_on(s, world, each.day).totals[0].amount);
    EXPECT_FALSE(each.rows.empty());
    for (const RowChange& row : each.rows) EXPECT_NE(row.source, nullptr) << row.what;
    before = each.day;
  }
}

}  // namespace
}  // namespace tollmeter
