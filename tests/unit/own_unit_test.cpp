#include "core/own_unit.h"

#include <gtest/gtest.h>

#include "core/advice.h"
#include "core/checksum.h"
#include "core/format.h"
#include "core/history.h"
#include "core/link.h"
#include "core/questions.h"
#include "real_catalog.h"
#include "toy_catalog.h"

namespace tollmeter {
namespace {

TypedNumber typed(const char* text) { return {parse_number(text).value(), text}; }

/// "One customer": ten posts and 50 reads of X, an API call of LinkedIn and half an upload of YouTube.
OwnUnit customer(const char* count) {
  OwnUnit unit;
  unit.name = "one customer a month";
  unit.count = typed(count);
  unit.parts["x"] = {{"posts_created", typed("10")}, {"posts_read", typed("50")}};
  unit.parts["linkedin"] = {{"app_calls", typed("1.5")}};
  unit.parts["youtube"] = {{"uploads", typed("0.25")}};
  return unit;
}

void expect_same(const Estimate& a, const Estimate& b) {
  ASSERT_EQ(a.platforms.size(), b.platforms.size());
  EXPECT_EQ(a.breaches, b.breaches);
  for (std::size_t i = 0; i < a.totals.size(); ++i) EXPECT_EQ(money_text(a.totals[i]), money_text(b.totals[i]));
  for (std::size_t i = 0; i < a.platforms.size(); ++i) {
    const PlatformEstimate &p = a.platforms[i], &q = b.platforms[i];
    EXPECT_EQ(p.plan, q.plan);
    EXPECT_EQ(p.subtotal.amount, q.subtotal.amount);
    ASSERT_EQ(p.bill.size(), q.bill.size());
    for (std::size_t n = 0; n < p.bill.size(); ++n) EXPECT_EQ(p.bill[n].asked, q.bill[n].asked);
    ASSERT_EQ(p.limits.size(), q.limits.size());
    for (std::size_t n = 0; n < p.limits.size(); ++n) {
      EXPECT_EQ(p.limits[n].state, q.limits[n].state) << p.limits[n].limit->name;
      EXPECT_EQ(p.limits[n].refused, q.limits[n].refused) << p.limits[n].limit->name;
    }
  }
}

// What a person would have typed by hand: in a cycle of 30 days, own quantity and units together.
TEST(OwnUnit, AsksWhatTheQuantitiesTogetherWouldAsk) {
  for (const std::int64_t count : {0, 1, 3, 7, 600, 20'000}) {
    SCOPED_TRACE(count);
    Scenario with = example_scenario();
    with.unit = customer(std::to_string(count).c_str());
    Scenario typed_in = example_scenario();
    ASSERT_EQ(estimate(with, real_world()).cycle.days(), Rational(30));
    const auto a_month = [](const Rational& units) { return Quantity{units, Per::month, ""}; };
    typed_in.platforms[0].quantities["posts_created"] = a_month(6000 + 10 * count);
    typed_in.platforms[0].quantities["posts_read"] = a_month(30000 + 50 * count);
    typed_in.platforms[2].quantities["app_calls"] = a_month(Rational(420 * 30) + Rational(3 * count) / 2);
    typed_in.platforms[4].quantities["uploads"] = a_month(Rational(60) + Rational(count) / 4);
    expect_same(estimate(with, real_world()), estimate(typed_in, real_world()));
    expect_same(serve_all(with, real_world()), serve_all(typed_in, real_world()));
    expect_same(same_use_on(with, real_world(), day("2026-11-23")), same_use_on(typed_in, real_world(), day("2026-11-23")));
  }
}

TEST(OwnUnit, IsRoundedOnceTogetherWithTheQuantity) {
  const Catalog c = toy::catalog({toy::plan("free", Access::open, {toy::included("posts")})});
  Scenario s = toy::scenario("free", "0.25", "");
  s.unit.emplace();
  s.unit->count = typed("1");
  s.unit->parts["toy"]["posts"] = typed("0.25");
  const Estimate half = estimate(s, toy::world(c));
  ASSERT_EQ(half.platforms[0].bill.size(), 1U);
  EXPECT_EQ(half.platforms[0].bill[0].asked, Rational(1));
}

TEST(OwnUnit, WhatItTakesIsAskedAbout) {
  Scenario s = example_scenario();
  s.platforms = {s.platforms[0]};
  s.platforms[0].quantities.clear();
  const Questions before = questions_of(estimate(s, real_world()), s, real_catalog());
  s.unit = customer("5");
  const Questions after = questions_of(estimate(s, real_world()), s, real_catalog());
  EXPECT_LT(before.drivers.size() + before.choices.size(), after.drivers.size() + after.choices.size() + 1);
  Scenario typed_in = s;
  typed_in.unit.reset();
  typed_in.platforms[0].quantities["posts_created"] = {50, Per::month, "50"};
  typed_in.platforms[0].quantities["posts_read"] = {250, Per::month, "250"};
  const Questions by_hand = questions_of(estimate(typed_in, real_world()), typed_in, real_catalog());
  EXPECT_EQ(after.drivers, by_hand.drivers);
  EXPECT_EQ(after.choices, by_hand.choices);
}

// A cut leaves the units as they are: what is cut is the quantity beside them, so that all of it fits.
TEST(OwnUnit, ACutIsOfTheQuantityBesideIt) {
  const Catalog c = toy::catalog({toy::plan("only", Access::open, {toy::included("posts")}, {toy::limit("posts", toy::known("100"))})});
  Scenario s = toy::scenario("only", "90", "");
  s.unit.emplace();
  s.unit->count = typed("10");
  s.unit->parts["toy"]["posts"] = typed("3");
  const auto cut_of = [&] {
    const Estimate e = estimate(s, toy::world(c));
    std::optional<Rational> to;
    for (const Remedy& remedy : remedies(e.platforms[0], e.platforms[0].limits[0], s, toy::world(c))) {
      if (remedy.kind == Remedy::Kind::cut) to = remedy.to;
    }
    return to;
  };
  ASSERT_TRUE(cut_of().has_value());
  EXPECT_EQ(*cut_of(), Rational(70));
  s.unit->count = typed("40");
  EXPECT_FALSE(cut_of().has_value());
}

TEST(OwnUnit, NamesAndNumbersKeepTheirBounds) {
  EXPECT_EQ(clean_unit_name("  one\ncustomer "), "onecustomer");
  EXPECT_EQ(clean_unit_name(std::string(100, 'a')).size(), 60U);
  EXPECT_EQ(parse_unit_count("1.5k").value(), Rational(1500));
  EXPECT_EQ(parse_unit_count("0").value(), Rational(0));
  EXPECT_FALSE(parse_unit_count("1.5").ok());
  EXPECT_FALSE(parse_unit_count("-1").ok());
  EXPECT_FALSE(parse_unit_count("1e16").ok());
  EXPECT_EQ(parse_unit_amount("0.5").value(), Rational::fraction(1, 2));
  EXPECT_FALSE(parse_unit_amount("0").ok());
  OwnUnit unit;
  EXPECT_FALSE(beyond_bounds(unit).has_value());
  unit.count = typed("1e15");
  unit.parts["toy"]["posts"] = typed("1");
  EXPECT_FALSE(beyond_bounds(unit).has_value());
  unit.parts["toy"]["posts"] = typed("1.5");
  EXPECT_TRUE(beyond_bounds(unit).has_value());
  EXPECT_EQ(unit.asked("toy", "reads"), Rational(0));
}

TEST(OwnUnitLink, IsReadableAndComesBack) {
  Document d;
  d.scenario = example_scenario();
  d.scenario.unit = customer("1.2k");
  const std::string link = write_link(d);
  EXPECT_NE(link.find(";unit=one%20customer%20a%20month:1.2k;p=x:basic;posts_created=6000;posts_read=30000;"
                      "unit.posts_created=10;unit.posts_read=50;p=facebook"),
            std::string::npos)
      << link;
  const OpenedLink opened = open_link(link, real_catalog());
  ASSERT_EQ(opened.kind, OpenedLink::Kind::whole) << opened.broken.problem.sentence();
  EXPECT_EQ(opened.document, d);
  EXPECT_EQ(write_link(opened.document), link);
  d.scenario.unit->name.clear();
  d.scenario.unit->parts.clear();
  EXPECT_EQ(open_link(write_link(d), real_catalog()).document, d);
}

TEST(OwnUnitLink, WhatIsWrongIsSaid) {
  struct Row {
    const char* fields;
    const char* sentence;
  };
  const std::string too_long(61, 'a');
  const std::string long_name = "unit=" + too_long + ":1;p=x";
  const Row rows[] = {
      {"unit=customer;p=x", "link, field 'unit': is not a name and a number"},
      {"unit=customer:1:2;p=x", "link, field 'unit': is not a name and a number"},
      {"unit=customer:many;p=x", "'many' is not a number"},
      {"unit=customer:1.5;p=x", "'1.5' is not a whole number"},
      {"unit=customer:-3;p=x", "is below zero"},
      {"unit=customer:2000000000000000;p=x", "is too large"},
      {"unit=a%0Ab:1;p=x", "characters that it cannot have"},
      {long_name.c_str(), "at most 60 bytes"},
      {"unit=a:1;unit=b:2;p=x", "'unit': stands twice"},
      {"p=x;unit.posts_read=5", "link, field 'x unit.posts_read': is a part of a unit that is not there"},
      {"unit=a:1;unit.posts_read=5;p=x", "link, field 'unit.posts_read': is not known"},
      {"unit=a:1;p=x;unit.tweets=5", "link, field 'x unit.tweets': is not known; expected an operation of X"},
      {"unit=a:1;p=x;unit.posts_with_link=5", "'x unit.posts_with_link': is not known"},
      {"unit=a:1;p=x;unit.posts_read=0", "'0' is nothing"},
      {"unit=a:1;p=x;unit.posts_read=5:day", "has too many parts"},
      {"unit=a:1;p=x;unit.posts_read=5;unit.posts_read=6", "'unit.posts_read': stands twice"},
      {"unit=a:1e15;p=x;unit.posts_read=2", "more than can be counted; expected at most 500,000,000,000,000 units"},
      {"p=x;unit=a:1", "link, field 'x unit': is not known"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.fields);
    const std::string body = std::string("1;d=2026-01-01;") + row.fields;
    const OpenedLink opened = open_link(seal_link(body), real_catalog());
    ASSERT_EQ(opened.kind, OpenedLink::Kind::broken);
    EXPECT_NE(opened.broken.problem.sentence().find(row.sentence), std::string::npos) << opened.broken.problem.sentence();
    ASSERT_TRUE(opened.broken.salvage.has_value());
    EXPECT_EQ(opened.broken.salvage->scenario.platforms.size(), 1U);
    // What is offered can be written and opened.
    EXPECT_EQ(open_link(write_link(*opened.broken.salvage), real_catalog()).kind, OpenedLink::Kind::whole);
  }
}

TEST(OwnUnitLink, HoldsAtMostFortyOperations) {
  const Platform* wide = nullptr;
  std::string body = "1;d=2026-01-01;unit=a:1";
  int parts = 0;
  for (const Platform& platform : real_catalog().platforms) {
    wide = &platform;
    body += ";p=" + wide->id;
    for (const Metric& metric : wide->metrics) {
      if (metric.kind != Metric::Kind::entered || parts > kMostUnitParts) continue;
      body += ";unit." + metric.id + "=1";
      ++parts;
    }
    if (parts > kMostUnitParts) break;
  }
  ASSERT_EQ(parts, kMostUnitParts + 1);
  const OpenedLink opened = open_link(seal_link(body), real_catalog());
  ASSERT_EQ(opened.kind, OpenedLink::Kind::broken);
  EXPECT_NE(opened.broken.problem.sentence().find("too many operations; expected at most 40"), std::string::npos);
  EXPECT_EQ(opened.broken.salvage->scenario.unit->operations(), kMostUnitParts);
}

TEST(OwnUnit, TooManyUnitsSayHowManyThereMayBe) {
  OwnUnit unit;
  unit.count.value = 4;
  unit.parts["x"]["posts"].value = Rational::parse("500000000000000");
  ASSERT_TRUE(beyond_bounds(unit).has_value());
  EXPECT_EQ(beyond_bounds(unit)->expected, "at most 2 units");
  unit.parts["x"]["posts"].value = Rational::parse("1000000000000000");
  EXPECT_EQ(beyond_bounds(unit)->expected, "at most 1 unit");
  unit.count.value = 1;
  EXPECT_FALSE(beyond_bounds(unit).has_value());
}

}  // namespace
}  // namespace tollmeter
