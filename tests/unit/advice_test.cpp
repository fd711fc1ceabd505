#include "core/advice.h"

#include <gtest/gtest.h>

#include "core/format.h"
#include "real_catalog.h"
#include "toy_catalog.h"

namespace tollmeter {
namespace {

TEST(Advice, CheapestThatFitsTheStoryByDate) {
  struct Row {
    const char* date;
    const char* total;
    const char* plan;
    bool press;
  };
  const Row rows[] = {
      {"2023-03-28", "$0.00", "essential", false},
      {"2023-03-29", "about $42,000", "enterprise", true},
      {"2023-04-25", "about $42,000", "enterprise", true},
      {"2023-06-01", "$5,000.00", "pro", false},
      {"2026-02-05", "$5,000.00", "pro", false},
      {"2026-02-06", "$210.00", "ppu", false},
      {"2026-04-19", "$210.00", "ppu", false},
      {"2026-04-20", "$684.00", "ppu", false},
      {"2026-11-23", "$684.00", "ppu", false},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.date);
    const Scenario s = x_scenario(row.date, "");
    const Estimate e = serve_all(s, real_world());
    EXPECT_EQ(money_text(e.totals[0]), row.total);
    EXPECT_EQ(e.totals[0].press, row.press);
    ASSERT_NE(e.platforms[0].plan, nullptr);
    EXPECT_EQ(e.platforms[0].plan->id, row.plan);
    EXPECT_TRUE(e.platforms[0].fits);
  }
}

// The oracle: every candidate by the rules of advice.h, tried one after the other.
TEST(Advice, CheapestIsNoDearerThanAnyOtherThatFits) {
  const Platform& x = *real_catalog().platform("x");
  for (const char* date : {"2022-06-01", "2023-03-10", "2023-04-25", "2024-06-01", "2025-12-01", "2026-11-23"}) {
    for (const char* posts : {"0", "100", "1500", "6000", "60k", "3M"}) {
      for (const char* reads : {"0", "90", "9000", "30k", "900k", "60M"}) {
        Scenario s = x_scenario(date, "");
        s.platforms[0].quantities["posts_created"] = parse_quantity(posts, Per::month).value();
        s.platforms[0].quantities["posts_read"] = parse_quantity(reads, Per::month).value();
        const PlanChoice choice = cheapest_fit(x, s.platforms[0], s, real_world());
        bool open_fits = false;
        std::optional<Rational> least;
        for (const Plan& plan : x.plans) {
          const Offer offer = offer_on(plan, s.date);
          if ((offer != Offer::sold && offer != Offer::by_contract) || plan.yearly) continue;
          const PlatformEstimate e = estimate_plan(x, s.platforms[0], plan, s, real_world());
          if (!e.fits || e.subtotal.at_least) continue;
          if (e.published && !open_fits) {
            open_fits = true;
            least.reset();
          }
          if (e.published != open_fits) continue;
          if (!least || e.subtotal.amount < *least) least = e.subtotal.amount;
        }
        SCOPED_TRACE(std::string(date) + " " + posts + " " + reads);
        EXPECT_EQ(choice.fits, least.has_value());
        if (!least) continue;
        const PlatformEstimate taken = estimate_plan(x, s.platforms[0], *choice.plan, s, real_world());
        EXPECT_EQ(taken.subtotal.amount, *least);
        EXPECT_TRUE(taken.fits);
      }
    }
  }
}

TEST(Advice, CandidatesAndTies) {
  using namespace toy;
  const Charge posts = included("posts");
  auto priced = [&](const char* id, Access access, Amount price) {
    return plan(id, access, {flat(std::move(price)), posts});
  };
  auto tight = [&](const char* id, const char* price, const char* cap) {
    Plan p = priced(id, Access::open, known(price));
    p.limits = {limit("posts", known(cap))};
    return p;
  };
  auto since = [](Plan p, const char* from) {
    p.validity.from = day(from);
    return p;
  };
  auto yearly = [](Plan p) {
    p.yearly = true;
    return p;
  };
  struct Row {
    const char* name;
    std::vector<Plan> plans;
    const char* named;
    bool already_on;
    const char* plan;
    bool fits;
  };
  const Row rows[] = {
      {"the cheaper",
       {priced("a", Access::open, known("2")), priced("b", Access::open, known("1"))},
       "",
       false,
       "b",
       true},
      {"review counts as open",
       {priced("a", Access::open, known("2")), priced("b", Access::review, known("1"))},
       "",
       false,
       "b",
       true},
      {"published before reported, though dearer",
       {priced("a", Access::open, known("9000")), priced("b", Access::open, about("1"))},
       "",
       false,
       "a",
       true},
      {"published before contract, though dearer",
       {priced("a", Access::open, known("9000")), priced("b", Access::contract, known("1"))},
       "",
       false,
       "a",
       true},
      {"a quote where nothing open fits",
       {tight("a", "1", "5"), priced("b", Access::contract, about("42000"))},
       "",
       false,
       "b",
       true},
      {"not published is never taken beside a price",
       {tight("a", "1", "5"), priced("b", Access::contract, unknown())},
       "",
       false,
       "a",
       false},
      {"not published alone", {priced("b", Access::contract, unknown())}, "", false, "b", true},
      {"tie: the lighter access",
       {priced("a", Access::review, known("1")), priced("b", Access::open, known("1"))},
       "",
       false,
       "b",
       true},
      {"tie: the later start",
       {since(priced("a", Access::open, known("1")), "2020-01-01"),
        since(priced("b", Access::open, known("1")), "2021-01-01"), priced("c", Access::open, known("1"))},
       "",
       false,
       "b",
       true},
      {"tie: the catalogue's order",
       {priced("a", Access::open, known("1")), priced("b", Access::open, known("1"))},
       "",
       false,
       "a",
       true},
      {"tie: the one named already",
       {priced("a", Access::open, known("1")), priced("b", Access::review, known("1"))},
       "b",
       false,
       "b",
       true},
      {"closed is no candidate",
       {priced("a", Access::open, known("9")), priced("b", Access::closed, known("1"))},
       "",
       true,
       "a",
       true},
      {"closed and named only",
       {priced("a", Access::open, known("9")), priced("b", Access::closed, known("1"))},
       "b",
       false,
       "a",
       true},
      {"closed, named and already on it",
       {priced("a", Access::open, known("9")), priced("b", Access::closed, known("1"))},
       "b",
       true,
       "b",
       true},
      {"a year ahead only if named",
       {priced("a", Access::open, known("9")), yearly(priced("b", Access::open, known("1")))},
       "",
       false,
       "a",
       true},
      {"a year ahead, named",
       {priced("a", Access::open, known("9")), yearly(priced("b", Access::open, known("1")))},
       "b",
       false,
       "b",
       true},
      {"nothing fits: the least refused", {tight("a", "1", "2"), tight("b", "7", "5")}, "", false, "b", false},
      {"nothing fits: as much refused, the cheaper",
       {tight("a", "7", "5"), tight("b", "1", "5")},
       "",
       false,
       "b",
       false},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.name);
    const Catalog c = catalog(row.plans);
    Scenario s = scenario(row.named, "10", "");
    s.platforms[0].already_on = row.already_on;
    const PlanChoice choice = cheapest_fit(c.platforms[0], s.platforms[0], s, world(c));
    ASSERT_NE(choice.plan, nullptr);
    EXPECT_EQ(choice.plan->id, row.plan);
    EXPECT_EQ(choice.fits, row.fits);
  }
}

TEST(Advice, RemediesOfTheStorysBreach) {
  const Scenario s = example_scenario();
  const Estimate e = estimate(s, real_world());
  const PlatformEstimate& x = e.platforms[0];
  for (const LimitOutcome& o : x.limits) {
    if (o.state != LimitState::breached) continue;
    const std::vector<Remedy> all = remedies(x, o, s, real_world());
    ASSERT_EQ(all.size(), 3u);
    EXPECT_EQ(all[0].kind, Remedy::Kind::ask_quote);
    EXPECT_EQ(all[0].plan->id, "enterprise");
    EXPECT_EQ(money_text(all[0].extra), "about $41,900");
    EXPECT_EQ(all[1].kind, Remedy::Kind::cut);
    EXPECT_EQ(all[1].metric->id, "posts_read");
    EXPECT_EQ(all[1].to, Rational(10000));
    EXPECT_EQ(all[2].kind, Remedy::Kind::wait);
    // From the call after 10,000 of 30,000 evenly over 30 days (one each 86.4 s) to the end of the cycle.
    EXPECT_EQ(all[2].seconds, Rational(20 * 86400) - Rational::parse("86.4"));
  }
}

TEST(Advice, RemedyWhereAnOpenPlanFits) {
  const Scenario s = x_scenario("2023-06-01", "basic");
  const Estimate e = estimate(s, real_world());
  for (const LimitOutcome& o : e.platforms[0].limits) {
    if (o.state != LimitState::breached) continue;
    const std::vector<Remedy> all = remedies(e.platforms[0], o, s, real_world());
    ASSERT_FALSE(all.empty());
    EXPECT_EQ(all[0].kind, Remedy::Kind::switch_plan);
    EXPECT_EQ(all[0].plan->id, "pro");
    EXPECT_EQ(money_text(all[0].extra), "$4,900.00");
  }
}

TEST(Advice, AQuoteWithoutAPriceIsStillOneToAskFor) {
  using namespace toy;
  const Catalog c =
      catalog({plan("small", Access::open, {flat(known("1")), included("posts")}, {limit("posts", known("5"))}),
               plan("big", Access::contract, {flat(unknown()), included("posts")})});
  const Scenario s = scenario("small", "10", "");
  const Estimate e = estimate(s, world(c));
  const std::vector<Remedy> all = remedies(e.platforms[0], e.platforms[0].limits[0], s, world(c));
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[0].kind, Remedy::Kind::ask_quote);
  EXPECT_EQ(all[0].plan->id, "big");
  EXPECT_TRUE(all[0].extra.at_least);
}

// The counts of the scenario's own month stay: 200 a day are 6,000 in the 30 days of its cycle, and so they
// are priced on any date.
TEST(Advice, TheSameUseKeepsItsCounts) {
  Scenario s = x_scenario("2023-04-25", "");
  s.platforms[0].quantities["posts_created"] = {200, Per::day, "200/day"};
  s.platforms[0].quantities["posts_read"] = {1000, Per::day, "1000/day"};
  for (const char* date : {"2026-10-01", "2026-11-01", "2027-02-01"}) {
    EXPECT_EQ(money_text(serve_all_on(s, real_world(), day(date)).totals[0]), "$684.00") << date;
    Scenario moved = s;
    moved.date = day(date);
    const Cycle month = cycle_at(s.date, 0);
    EXPECT_EQ(money_text(serve_all(moved, real_world(), &month).totals[0]), "$684.00") << date;
  }
  s.date = day("2026-10-01");  // a cycle of 31 days of its own
  EXPECT_EQ(money_text(serve_all(s, real_world()).totals[0]), "$706.80");
}

}  // namespace
}  // namespace tollmeter
