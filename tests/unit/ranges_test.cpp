#include "core/solve/ranges.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "core/advice.h"
#include "core/conversion.h"
#include "core/format.h"
#include "real_catalog.h"
#include "toy_catalog.h"

namespace tollmeter {
namespace {

using namespace toy;

Range range(RangeOf kind, const char* low, const char* high, Per per = Per::month) { return parse_range(kind, low, high, per).value(); }

TEST(Range, IsReadByTheRulesOfItsInput) {
  struct Row {
    RangeOf kind;
    const char *low, *high;
    const char* said;  ///< "low high", or what is wrong
  };
  for (const Row& row : {Row{RangeOf::quantity, "6k", "1.5M", "6000 1500000"}, Row{RangeOf::quantity, "5", "5", "5 5"},
                         Row{RangeOf::quantity, "9", "5", "the low end, 9, is above the high end, 5"},
                         Row{RangeOf::quantity, "9", "50/day", "'50/day' is in another unit of time"},
                         Row{RangeOf::quantity, "few", "5", "the low end: 'few' is not a number"},
                         Row{RangeOf::share, "20 %", "0.6", "0.2 0.6"}, Row{RangeOf::share, "20 %", "120 %", "the high end: '120 %' is more than the whole"},
                         Row{RangeOf::driver, "0.5", "60", "0.5 60"}, Row{RangeOf::driver, "-1", "60", "is below zero"},
                         Row{RangeOf::unit_count, "1k", "2k", "1000 2000"},
                         Row{RangeOf::unit_count, "1.5", "2", "'1.5' is not a whole number"}}) {
    const Result<Range> read = parse_range(row.kind, row.low, row.high);
    const std::string said = read ? read.value().low.value.text() + " " + read.value().high.value.text() : read.problem().sentence();
    EXPECT_NE(said.find(row.said), std::string::npos) << said;
  }
}

TEST(Triangular, SquareRootsAreExact) {
  for (const std::uint64_t n : {0ULL, 1ULL, 2ULL, 3ULL, 4ULL, 15ULL, 16ULL, 17ULL, 999999999999ULL, (1ULL << 62) - 1, 1ULL << 62, ~0ULL}) {
    const auto root = static_cast<Int128>(square_root(n));
    EXPECT_TRUE(root * root <= static_cast<Int128>(n) && static_cast<Int128>(n) < (root + 1) * (root + 1)) << n;
  }
}

// The distribution function, written the other way round, gives back the probability; and what is more likely is not less.
TEST(Triangular, QuantilesInvertTheDistribution) {
  for (const double top : {0.0, 0.1, 0.25, 0.5, 0.9, 1.0}) {
    const auto parts = static_cast<std::uint64_t>(top * static_cast<double>(kOne));
    std::uint64_t before = 0;
    for (std::uint16_t part = 0; part < kRangeCases; ++part) {
      const std::uint64_t probability = latin_probability(part);
      const std::uint64_t at = triangular_quantile(parts, probability);
      EXPECT_LE(before, at);
      EXPECT_LE(at, kOne);
      before = at;
      const double x = static_cast<double>(at) / static_cast<double>(kOne);
      const double below = x <= top ? x * x / (top > 0 ? top : 1) : 1 - (1 - x) * (1 - x) / (1 - top);
      EXPECT_NEAR(below, (part + 0.5) / kRangeCases, 1e-6) << top << " " << part;
    }
  }
}

TEST(Triangular, OfASpread) {
  const Spread spread{20000, 30000, 90000};
  for (const std::uint16_t part : {std::uint16_t{0}, std::uint16_t{142}, std::uint16_t{500}, std::uint16_t{999}}) {
    const double p = (part + 0.5) / 1000;
    const double expected = p < 1.0 / 7 ? 20000 + std::sqrt(p * 70000 * 10000) : 90000 - std::sqrt((1 - p) * 70000 * 60000);
    EXPECT_NEAR(spread_quantile(spread, latin_probability(part)).approx(), expected, 1e-3);
  }
  EXPECT_EQ(spread_quantile({5, 5, 5}, kOne / 2), Rational(5));
}

TEST(LatinCases, EachPartComesOnceAndNamesAreIndependent) {
  std::vector<std::vector<double>> orders;
  for (const char* name : {"x/posts_read", "x/posts_created", "you/accounts", "unit", ""}) {
    const std::vector<std::uint16_t> order = latin_order(name);
    EXPECT_EQ(std::set<std::uint16_t>(order.begin(), order.end()).size(), kRangeCases);
    EXPECT_EQ(*std::max_element(order.begin(), order.end()), kRangeCases - 1);
    orders.emplace_back(order.begin(), order.end());
  }
  // No input goes with another, or with the number of the case: correlations of a thousand are near 0.03 by chance.
  std::vector<double> numbers(kRangeCases);
  std::iota(numbers.begin(), numbers.end(), 0);
  orders.push_back(numbers);
  const double mean = (kRangeCases - 1) / 2.0;
  for (std::size_t a = 0; a < orders.size(); ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      double together = 0;
      double alone = 0;
      for (std::size_t i = 0; i < kRangeCases; ++i) {
        together += (orders[a][i] - mean) * (orders[b][i] - mean);
        alone += (orders[a][i] - mean) * (orders[a][i] - mean);
      }
      EXPECT_LT(std::abs(together / alone), 0.1) << a << " " << b;
    }
  }
}

Catalog cheap() { return catalog({plan("pay", Access::open, {per_unit("posts", known("0.01")), per_unit("reads", known("0.002"))})}); }

// One input at one price: the total is the price times the triangular distribution, so every figure is known.
TEST(Ranges, OneInputIsItsDistribution) {
  const Catalog c = cheap();
  Scenario s = scenario("pay", "30000", "");
  s.platforms[0].ranges["posts"] = range(RangeOf::quantity, "20000", "90000");
  const Ranges ranges = ranges_of(s, world(c));
  ASSERT_EQ(ranges.totals.size(), 1U);
  const TotalRange& total = ranges.totals[0];
  EXPECT_EQ(total.likely.amount, Rational(300));
  EXPECT_EQ(total.all_low.amount, Rational(200));
  EXPECT_EQ(total.all_high.amount, Rational(900));
  const auto quantile = [](double p) {
    const double posts = p < 1.0 / 7 ? 20000 + std::sqrt(p * 70000 * 10000) : 90000 - std::sqrt((1 - p) * 70000 * 60000);
    return std::round(posts) / 100;
  };
  EXPECT_NEAR(total.least.amount.approx(), quantile(0.0005), 0.011);
  EXPECT_NEAR(total.tenth.amount.approx(), quantile(0.0995), 0.011);
  EXPECT_NEAR(total.median.amount.approx(), quantile(0.4995), 0.011);
  EXPECT_NEAR(total.ninetieth.amount.approx(), quantile(0.8995), 0.011);
  EXPECT_NEAR(total.most.amount.approx(), quantile(0.9995), 0.011);
  EXPECT_EQ(ranges.cases, 1000);
  EXPECT_EQ(ranges.breaking, 0);
  int in_bars = 0;
  for (const RangeBar& bar : total.bars) {
    int expected = 0;
    for (int i = 0; i < 1000; ++i) {
      const double value = quantile((i + 0.5) / 1000);
      if (value > bar.from.approx() && value <= bar.to.approx()) ++expected;
    }
    EXPECT_NEAR(bar.cases, expected, 1.01);
    in_bars += bar.cases;
  }
  EXPECT_EQ(in_bars, 1000);
}

// Each case, each end and each sum is what an estimate of that scenario says, computed here without the solver's shortcuts.
void expect_plain_estimates(const Scenario& s, const World& world) {
  const Ranges ranges = ranges_of(s, world);
  const std::vector<RangedInput> inputs = ranged_inputs(s, *world.catalog);
  ASSERT_EQ(ranges.inputs, inputs);
  const auto at = [&](const std::vector<std::optional<Rational>>& values) {
    Scenario plain = s;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      if (!values[i]) continue;
      if (inputs[i].kind == RangeOf::unit_count) plain.unit->count.value = *values[i];
      if (inputs[i].kind == RangeOf::driver) plain.drivers[inputs[i].id] = *values[i];
      for (PlatformUse& use : plain.platforms) {
        if (use.platform != inputs[i].platform) continue;
        if (inputs[i].kind == RangeOf::share) use.shares[inputs[i].id].value = *values[i];
        if (inputs[i].kind == RangeOf::quantity) use.quantities[inputs[i].id] = {*values[i], Per::month, ""};
      }
    }
    return estimate(plain, world);
  };
  std::vector<std::vector<std::uint16_t>> orders;
  for (const RangedInput& input : inputs) orders.push_back(latin_order(input_key(input)));
  std::vector<Estimate> cases;
  int breaking = 0;
  for (std::size_t n = 0; n < kRangeCases; ++n) {
    std::vector<std::optional<Rational>> values;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      const Spread& spread = ranges.spreads[i];
      values.emplace_back(plausible(inputs[i], spread, spread_quantile(spread, latin_probability(orders[i][n]))));
      EXPECT_TRUE(spread.low <= *values.back() && *values.back() <= spread.high);
    }
    cases.push_back(at(values));
    if (cases.back().breaches > 0) ++breaking;
  }
  EXPECT_EQ(ranges.breaking, breaking);
  const std::size_t currencies = estimate(s, world).totals.size();
  for (std::size_t t = 0; t < ranges.totals.size(); ++t) {
    const TotalRange& total = ranges.totals[t];
    EXPECT_EQ(total.converted, t >= currencies);
    const auto money = [&](const Estimate& e) { return total.converted ? converted_total(e, s).total->amount : e.totals[t].amount; };
    std::vector<Rational> sorted;
    for (const Estimate& e : cases) sorted.push_back(money(e));
    std::sort(sorted.begin(), sorted.end());
    EXPECT_EQ(total.least.amount, sorted.front());
    EXPECT_EQ(total.tenth.amount, sorted[99]);
    EXPECT_EQ(total.median.amount, sorted[499]);
    EXPECT_EQ(total.ninetieth.amount, sorted[899]);
    EXPECT_EQ(total.most.amount, sorted.back());
    EXPECT_EQ(total.likely.amount, money(estimate(s, world)));
    std::vector<std::optional<Rational>> low, high;
    for (const Spread& spread : ranges.spreads) {
      low.emplace_back(spread.low);
      high.emplace_back(spread.high);
    }
    EXPECT_EQ(total.all_low.amount, money(at(low)));
    EXPECT_EQ(total.all_high.amount, money(at(high)));
    ASSERT_EQ(total.swings.size(), inputs.size());
    for (std::size_t i = 0; i < total.swings.size(); ++i) {
      const Swing& swing = total.swings[i];
      std::vector<std::optional<Rational>> one(inputs.size());
      one[swing.input] = ranges.spreads[swing.input].low;
      EXPECT_EQ(swing.at_low.amount, money(at(one)));
      one[swing.input] = ranges.spreads[swing.input].high;
      EXPECT_EQ(swing.at_high.amount, money(at(one)));
      if (i > 0) {
        EXPECT_GE(total.swings[i - 1].by, swing.by);
      }
    }
  }
}

TEST(Ranges, CasesArePlainEstimates) {
  const Catalog c = catalog({plan("pay", Access::open, {per_unit("posts", known("0.01")), per_unit("linked", known("0.2")), per_unit("requests", known("0.5"))},
                                  {limit("reads", known("1000 * accounts"))})});
  Scenario s = scenario("pay", "300/day", "50000");
  s.drivers["accounts"] = 60;
  s.unit.emplace();
  s.unit->count = {40, "40"};
  s.unit->parts["toy"]["reads"] = {100, "100"};
  s.unit->range = range(RangeOf::unit_count, "10", "120");
  s.platforms[0].ranges["posts"] = range(RangeOf::quantity, "200", "900", Per::day);
  s.platforms[0].share_ranges["linked"] = range(RangeOf::share, "10 %", "45 %");
  s.driver_ranges["accounts"] = range(RangeOf::driver, "40", "90");
  s.driver_ranges["per_request"] = range(RangeOf::driver, "20", "100");
  expect_plain_estimates(s, world(c));
}

TEST(Ranges, PlatformsThatDoNotMoveStandAndPlansAreChosenInEachCase) {
  Scenario s = example_scenario();
  s.date = day("2024-06-01");
  s.platforms[0].plan.clear();
  s.platforms[0].ranges["posts_read"] = range(RangeOf::quantity, "5000", "60000");
  s.platforms[0].ranges["posts_created"] = range(RangeOf::quantity, "1000", "9000");
  s.platforms.resize(3);
  expect_plain_estimates(s, real_world());
}

TEST(Ranges, OneTotalForEachCurrencyAndOneConverted) {
  Scenario s = empty_scenario(day("2026-11-23"));
  for (const char* platform : {"x", "data365"}) {
    PlatformUse use;
    use.platform = platform;
    use.plan = platform == std::string("x") ? "ppu" : "basic";
    use.quantities["posts_read"] = {600000, Per::month, "600000"};
    use.ranges["posts_read"] = range(RangeOf::quantity, "100000", "900000");
    s.platforms.push_back(use);
  }
  s.conversion.into = "USD";
  s.conversion.set({"EUR", Rational::parse("1.084"), "1.084", day("2026-11-20")});
  ASSERT_EQ(estimate(s, real_world()).totals.size(), 2U);
  expect_plain_estimates(s, real_world());
  EXPECT_EQ(ranges_of(s, real_world()).totals.size(), 3U);
}

TEST(Ranges, SlicesGiveTheSame) {
  Scenario s = example_scenario();
  s.platforms[0].ranges["posts_read"] = range(RangeOf::quantity, "5000", "60000");
  s.driver_ranges["accounts"] = range(RangeOf::driver, "20", "80");
  const Ranges whole = ranges_of(s, real_world());
  for (const std::size_t slice : {1U, 7U, 640U}) {
    RangesRun run(s, real_world());
    std::size_t slices = 0;
    while (!run.done()) {
      run.step(slice);
      ++slices;
      EXPECT_EQ(run.swings_done(), run.ranges().totals.size() == 1);
    }
    EXPECT_EQ(slices, (7 + slice - 1) / slice + (1000 + slice - 1) / slice) << "the cases begin with a slice of their own";
    const TotalRange& total = run.ranges().totals[0];
    EXPECT_EQ(total.tenth.amount, whole.totals[0].tenth.amount);
    EXPECT_EQ(total.ninetieth.amount, whole.totals[0].ninetieth.amount);
    for (std::size_t i = 0; i < total.bars.size(); ++i) EXPECT_EQ(total.bars[i].cases, whole.totals[0].bars[i].cases);
    EXPECT_EQ(run.ranges().breaking, whole.breaking);
  }
}

// The order in which platforms and inputs stand moves nothing; nor does an input that costs nothing.
TEST(Ranges, HangOnTheInputsAlone) {
  const Catalog c = catalog({plan("pay", Access::open, {per_unit("posts", known("0.01")), included("reads")})});
  Scenario s = scenario("pay", "30000", "500");
  s.platforms[0].ranges["posts"] = range(RangeOf::quantity, "20000", "90000");
  const Ranges one = ranges_of(s, world(c));
  s.platforms[0].ranges["reads"] = range(RangeOf::quantity, "0", "900");
  const Ranges two = ranges_of(s, world(c));
  EXPECT_EQ(one.totals[0].tenth.amount, two.totals[0].tenth.amount);
  EXPECT_EQ(one.totals[0].most.amount, two.totals[0].most.amount);
  EXPECT_EQ(two.totals[0].swings[0].input, 0U);
  EXPECT_TRUE(two.totals[0].swings[1].by.is_zero());
}

// A limit of 60,000 and the budget lie at the same count: both are passed in the cases above it. What is refused is not billed.
TEST(Ranges, CountTheCasesThatBreakAndThatCostTooMuch) {
  const Catalog c = catalog({plan("pay", Access::open, {per_unit("posts", known("0.01"))}, {limit("posts", known("60000"))})});
  Scenario s = scenario("pay", "30000", "");
  s.platforms[0].ranges["posts"] = range(RangeOf::quantity, "20000", "90000");
  s.budget = Budget{Rational::fraction(59999, 100), "USD"};
  const Ranges ranges = ranges_of(s, world(c));
  // 1 - F(60,000) = 30,000^2 / (70,000 x 60,000) = 0.2143
  EXPECT_NEAR(ranges.over_budget, 214, 1);
  EXPECT_NEAR(ranges.breaking, 214, 1);
  EXPECT_EQ(ranges.totals[0].most.amount, Rational(600));
  EXPECT_TRUE(ranges.totals[0].swings[0].breaks_high);
  EXPECT_FALSE(ranges.totals[0].swings[0].breaks_low);
}

TEST(Ranges, ALikelyValueOutsideStretchesTheRange) {
  const Catalog c = cheap();
  Scenario s = scenario("pay", "30000", "");
  s.platforms[0].ranges["posts"] = range(RangeOf::quantity, "10000", "20000");
  const Spread spread = spread_of({RangeOf::quantity, "toy", "posts"}, s, c);
  EXPECT_EQ(spread, (Spread{10000, 30000, 30000}));
  EXPECT_EQ(ranges_of(s, world(c)).totals[0].all_high.amount, Rational(300));
}

TEST(Ranges, HalfAround) {
  const Catalog c = cheap();
  Scenario s = scenario("pay", "300/day", "0");
  s.drivers["accounts"] = 1;
  const auto words = [&](const RangedInput& input) {
    const std::optional<Range> half = half_around(input, s, c);
    return half ? half->low.typed + " " + half->high.typed : "none";
  };
  EXPECT_EQ(words({RangeOf::quantity, "toy", "posts"}), "150 450");
  EXPECT_EQ(half_around({RangeOf::quantity, "toy", "posts"}, s, c)->per, Per::day);
  EXPECT_EQ(words({RangeOf::quantity, "toy", "reads"}), "none");
  EXPECT_EQ(words({RangeOf::share, "toy", "linked"}), "20 % 60 %");
  EXPECT_EQ(words({RangeOf::driver, "", "per_request"}), "50 150");
  EXPECT_EQ(words({RangeOf::driver, "", "spend_limit"}), "none");
  EXPECT_EQ(words({RangeOf::driver, "", "accounts"}), "1 2");
}

TEST(Ranges, NumbersTooLargeAreCountedApart) {
  const Catalog c = catalog({plan("pay", Access::open, {per_unit("posts", known("999999999999999999999999"))})});
  Scenario s = scenario("pay", "10", "");
  s.platforms[0].ranges["posts"] = range(RangeOf::quantity, "10", "1e15");
  const Ranges ranges = ranges_of(s, world(c));
  EXPECT_EQ(ranges.cases + ranges.too_large, 1000);
  EXPECT_GT(ranges.too_large, 0);
}

}  // namespace
}  // namespace tollmeter
