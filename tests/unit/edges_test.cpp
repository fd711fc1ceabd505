// The largest inputs that the page can express: what comes of them is exact or says that it is too large, and never wraps. Sums and
// products are worked out by long arithmetic.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "core/conversion.h"
#include "core/link.h"
#include "core/solve/growth.h"
#include "core/solve/ranges.h"
#include "long_numbers.h"
#include "real_catalog.h"
#include "toy_catalog.h"

namespace tollmeter {
namespace {

TEST(Edges, DigitsAddAndMultiply) {
  EXPECT_EQ(product_of("99", "99"), "9801");
  EXPECT_EQ(product_of("0", "12345"), "0");
  EXPECT_EQ(sum_of("999", "1"), "1000");
  EXPECT_EQ(product_of("18446744073709551616", "9223372036854775808"), sum_of(kMostOf128Bits, "1"));  // 2^64 x 2^63
}

// From the smallest price to the largest that a plan can have: the product as long multiplication gives it, or none.
TEST(Edges, TheMostCallsAtAnyPrice) {
  int exact = 0, lost = 0;
  for (std::size_t length = 1; length <= kLongestNumber.size(); ++length) {
    for (const std::string& price : {"1" + std::string(length - 1, '0'), std::string(length, '9')}) {
      const Catalog c = toy::catalog({toy::plan("p", Access::open, {toy::per_unit("posts", toy::known(price.c_str()))})});
      const Estimate e = estimate(toy::scenario("p", kMostASecond, ""), toy::world(c));
      const std::string product = product_of(kMostOfAMonth, price);
      const Rational& total = e.totals.at(0).amount;
      if (is_above(product, kMostOf128Bits)) {
        ++lost;
        EXPECT_FALSE(total.ok()) << price;
        ASSERT_EQ(e.problems.size(), 1u) << price;
        EXPECT_EQ(e.problems[0].sentence(), "Toy, posts created: the numbers are too large to compute exactly; expected a smaller use");
      } else {
        ++exact;
        EXPECT_EQ(total.text(), product) << price;
        EXPECT_TRUE(e.problems.empty()) << price;
      }
    }
  }
  EXPECT_GT(exact, 30);
  EXPECT_GT(lost, 10);
}

// Down to a 10^29th of a dollar. A cent of a sum that has a half cent and more is the next one.
TEST(Edges, TheMostCallsAtTheSmallestPrices) {
  for (int places = 1; places <= 29; ++places) {
    const std::string price = "0." + std::string(static_cast<std::size_t>(places) - 1, '0') + "7";
    const Catalog c = toy::catalog({toy::plan("p", Access::open, {toy::per_unit("posts", toy::known(price.c_str()))})});
    const Estimate e = estimate(toy::scenario("p", kMostASecond, ""), toy::world(c));
    // In cents: seven times the calls, a hundred times, without the last digits.
    const std::string cents = product_of(kMostOfAMonth, "700");
    const auto cut = static_cast<std::size_t>(places);
    std::string whole = cents.size() > cut ? cents.substr(0, cents.size() - cut) : "0";
    const char next = cents.size() >= cut ? cents[cents.size() - cut] : '0';
    if (next >= '5') whole = sum_of(whole, "1");
    EXPECT_EQ((e.totals.at(0).amount * 100).text(), whole) << price;
  }
}

TEST(Edges, AsManyPlatformsAsALinkHoldsAtTheLargestFee) {
  Catalog c = toy::catalog({toy::plan("p", Access::open, {toy::flat(toy::known(kLongestNumber.c_str())), toy::included("posts")})});
  Scenario s = toy::scenario("p", "1", "");
  const Platform platform = c.platforms[0];
  const PlatformUse use = s.platforms[0];
  std::string sum = kLongestNumber;
  for (int i = 1; i < kMostPlatforms; ++i) {
    c.platforms.push_back(platform);
    c.platforms.back().id = "toy-" + std::to_string(i);
    s.platforms.push_back(use);
    s.platforms.back().platform = c.platforms.back().id;
    sum = sum_of(sum, kLongestNumber);
  }
  EXPECT_EQ(estimate(s, toy::world(c)).totals.at(0).amount.text(), sum);
}

// The sum of what fits may not.
TEST(Edges, ASumBeyond128BitsIsSaid) {
  const std::string price = "65640888680736586";  // x the calls of the month is just below 2^127
  Catalog c = toy::catalog({toy::plan("p", Access::open, {toy::per_unit("posts", toy::known(price.c_str()))})});
  c.platforms.push_back(c.platforms[0]);
  c.platforms.back().id = "other";
  Scenario s = toy::scenario("p", kMostASecond, "");
  EXPECT_EQ(estimate(s, toy::world(c)).totals.at(0).amount.text(), product_of(kMostOfAMonth, price));
  s.platforms.push_back(s.platforms[0]);
  s.platforms.back().platform = "other";
  EXPECT_FALSE(estimate(s, toy::world(c)).totals.at(0).amount.ok());
}

// A total of more digits than a link has room for is left out of it; the calculation is there.
TEST(Edges, TheLargestCalculationOpensFromItsLink) {
  int with_total = 0, without = 0;
  for (const char* price : {"0.01", "0.09", "99", "9999999999999999"}) {
    const Catalog c = toy::catalog({toy::plan("p", Access::open, {toy::per_unit("posts", toy::known(price))})});
    Document document;
    document.scenario = toy::scenario("p", kMostASecond, kMostASecond);
    document.total = total_to_share(estimate(document.scenario, toy::world(c)));
    const OpenedLink opened = open_link(write_link(document), c);
    ASSERT_EQ(opened.kind, OpenedLink::Kind::whole) << opened.broken.problem.sentence();
    EXPECT_EQ(opened.document.scenario, document.scenario);
    if (opened.document.total) {
      ++with_total;
      EXPECT_EQ(opened.document.total->amount, document.total->amount);
    } else {
      ++without;
    }
  }
  EXPECT_EQ(with_total, 2);
  EXPECT_EQ(without, 2);
}

TEST(Edges, ALinkIsReadUpToItsLastByte) {
  const auto refusal = [](const std::string& fragment) { return open_link(fragment, real_catalog()).broken.problem.sentence(); };
  EXPECT_EQ(refusal(std::string(16384, 'a')), "link: is not a link of this page; expected a link such as 1;d=2023-04-25;p=x:basic~...");
  EXPECT_EQ(refusal(std::string(16385, 'a')), "link: is too long; expected at most 16384 bytes");
  const std::string comparison = "2;" + std::string(4 * 16384 + 32 - 2, 'a');
  EXPECT_EQ(refusal(comparison).find("is too long"), std::string::npos);
  EXPECT_EQ(refusal(comparison + "a"), "link: is too long; expected at most 65568 bytes");
}

TEST(Edges, TheLargestRate) {
  const Result<Rational> largest = parse_rate("1000000000"), longest = parse_rate("999999999.999999999999");
  ASSERT_TRUE(largest.ok() && longest.ok());
  EXPECT_FALSE(parse_rate("1000000000.000000000001").ok());
  EXPECT_FALSE(parse_rate("0.0000000000001").ok());
  Scenario s;
  s.conversion.into = "JPY";
  s.conversion.set({"USD", largest.value(), "1000000000", day("2026-11-20")});
  Estimate e;
  e.totals.resize(1);
  e.totals[0].currency = "USD";
  for (std::size_t length = 1; length <= 37; ++length) {
    const std::string amount(length, '9');
    e.totals[0].amount = Rational::parse(amount.substr(0, 30));
    for (std::size_t i = 30; i < length; ++i) e.totals[0].amount = e.totals[0].amount * 10 + 9;
    const std::string product = product_of(amount, "1000000000");
    const Rational converted = converted_total(e, s).total.value().amount;
    EXPECT_EQ(converted.ok(), !is_above(product, kMostOf128Bits)) << length;
    if (converted.ok()) {
      EXPECT_EQ(converted.text(), product);
    }
  }
}

// Doubled each month for three years: 10^15 calls become 2^35 times as many, together 2^36 - 1 times.
TEST(Edges, TheFastestGrowthOverTheLongestTime) {
  const Catalog c = toy::catalog({toy::plan("p", Access::open, {toy::per_unit("posts", toy::known("999999"))})});
  Scenario s = toy::scenario("p", "1e15", "");
  const Growth still = growth_of(s, toy::world(c));
  const std::string first = product_of("1000000000000000", "999999");
  s.growth = growth_by_percent("100").value();
  const Growth doubled = growth_of(s, toy::world(c));
  ASSERT_EQ(doubled.months.size(), 37u);
  std::string times = "1";
  for (const GrowthMonth& month : doubled.months) {
    EXPECT_EQ(month.chosen_totals.at(0).amount.text(), product_of(first, times));
    times = product_of(times, "2");
  }
  EXPECT_EQ(times, "137438953472");  // 2^37
  EXPECT_EQ(growth_totals(doubled, false, 37).at(0).amount.text(), product_of(first, "137438953471"));
  EXPECT_EQ(growth_totals(still, false, 37).at(0).amount.text(), product_of(first, "37"));

  const Result<GrowthRate> target = growth_to_target("68719476736", kMostGrowthMonths);  // 2^36
  ASSERT_TRUE(target.ok());
  EXPECT_FALSE(growth_to_target("68719476737", kMostGrowthMonths).ok());
  s.growth = target.value();
  EXPECT_EQ(growth_of(s, toy::world(c)).months.at(36).chosen_totals.at(0).amount.text(), product_of(first, "68719476736"));
}

// A range as wide as can be typed: every case lies between the ends.
TEST(Edges, TheWidestRange) {
  const Catalog c = toy::catalog({toy::plan("p", Access::open, {toy::per_unit("posts", toy::known("1000000"))})});
  Scenario s = toy::scenario("p", "5e14/second", "");
  s.platforms[0].ranges.emplace("posts", parse_range(RangeOf::quantity, "0/second", kMostASecond, Per::second).value());
  const Ranges ranges = ranges_of(s, toy::world(c));
  EXPECT_EQ(ranges.cases, 1000);
  EXPECT_EQ(ranges.too_large, 0);
  ASSERT_EQ(ranges.totals.size(), 1u);
  EXPECT_EQ(ranges.totals[0].all_low.amount, Rational(0));
  EXPECT_EQ(ranges.totals[0].all_high.amount.text(), product_of(kMostOfAMonth, "1000000"));
  EXPECT_LT(Rational(0), ranges.totals[0].least.amount);
  EXPECT_LT(ranges.totals[0].most.amount, ranges.totals[0].all_high.amount);
}

// Every platform of the catalogue with all that can be typed: each figure is one, or it is said which is not.
TEST(Edges, EveryPlanOfTheCatalogueWithTheMostOfEverything) {
  for (const Platform& platform : real_catalog().platforms) {
    Scenario s = empty_scenario(real_catalog().as_of);
    PlatformUse use;
    use.platform = platform.id;
    use.already_on = true;
    for (const Metric& metric : platform.metrics) {
      if (metric.kind == Metric::Kind::entered) use.quantities[metric.id] = parse_quantity(kMostASecond, Per::month).value();
    }
    for (const Driver& driver : real_catalog().drivers) s.drivers[driver.id] = driver.most;
    s.platforms = {use};
    for (const Plan& plan : platform.plans) {
      SCOPED_TRACE(platform.id + " " + plan.id);
      s.platforms[0].plan = plan.id;
      const Estimate e = estimate(s, real_world());
      const PlatformEstimate& one = e.platforms.at(0);
      const bool lost = !one.subtotal.amount.ok() || std::any_of(one.limits.begin(), one.limits.end(), [](const LimitOutcome& limit) {
        const bool computed = limit.state == LimitState::holds || limit.state == LimitState::breached;
        return computed && !(limit.cap.ok() && limit.run.refused.ok());
      });
      EXPECT_EQ(lost, !e.problems.empty());
      for (const BillLine& line : one.bill) {
        if (line.exact.ok() && !is_adjustment(line.charge->model)) {
          EXPECT_GE(line.exact, 0) << line.charge->id;
        }
        if (line.metric && line.served.ok()) {
          EXPECT_LE(line.served, line.asked) << line.metric->id;
        }
      }
    }
  }
}

}  // namespace
}  // namespace tollmeter
