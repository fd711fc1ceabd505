#include "core/solve/side_by_side.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "core/conversion.h"
#include "core/format.h"
#include "real_catalog.h"
#include "toy_catalog.h"

namespace tollmeter {
namespace {

std::vector<Scenario> of_example() {
  std::vector<Scenario> all(4, example_scenario());
  all[1].platforms[0].plan = "free";
  all[1].platforms[0].quantities["posts_read"] = {10, Per::month, "10"};
  all[2].date = day("2026-11-23");
  all[2].platforms[0].plan = "";
  all[3].platforms.erase(all[3].platforms.begin() + 2);
  all[3].platforms[0].plan = "pro";
  return all;
}

/// By platform and metric ("" for flat charges) what each column pays for it, straight from the bills.
using Key = std::pair<std::string, std::string>;
std::map<Key, std::map<std::size_t, Money>> plainly(const std::vector<Estimate>& estimates) {
  std::map<Key, std::map<std::size_t, Money>> all;
  for (std::size_t i = 0; i < estimates.size(); ++i) {
    for (const PlatformEstimate& platform : estimates[i].platforms) {
      for (const BillLine& line : platform.bill) {
        if (!line.in_sum) continue;
        auto& columns = all[{platform.platform->id, line.metric ? line.metric->id : ""}];
        Money& money = columns.try_emplace(i).first->second;
        money.currency = platform.subtotal.currency;
        money.amount += line.amount.amount;
        money.at_least |= line.amount.at_least || line.unknown;
        money.approximate |= line.amount.approximate;
      }
    }
  }
  return all;
}

class SideBySideTest : public testing::Test {
 protected:
  SideBySide compare(std::vector<Scenario> scenarios, const World& world = real_world()) {
    scenarios_ = std::move(scenarios);
    estimates_.clear();
    for (const Scenario& scenario : scenarios_) estimates_.push_back(estimate(scenario, world));
    columns_.clear();
    for (std::size_t i = 0; i < scenarios_.size(); ++i) columns_.push_back({&scenarios_[i], &estimates_[i]});
    return side_by_side(columns_);
  }
  std::vector<Scenario> scenarios_;
  std::vector<Estimate> estimates_;
  std::vector<SideColumn> columns_;
};

TEST_F(SideBySideTest, RowsAreThoseOfAPlainCount) {
  const SideBySide sides = compare(of_example());
  const auto plain = plainly(estimates_);
  std::multiset<std::string> expected, found;
  int same = 0;
  for (const auto& [key, columns] : plain) {
    std::vector<std::string> texts;
    std::set<std::string> distinct;
    for (std::size_t i = 0; i < 4; ++i) {
      const auto there = columns.find(i);
      const bool nothing = there == columns.end() || (there->second.amount.is_zero() && !there->second.at_least);
      texts.push_back(there == columns.end() ? "-" : money_text(there->second));
      distinct.insert(nothing ? "nothing" : money_text(there->second));
    }
    if (distinct.size() == 1) {
      ++same;
      continue;
    }
    std::string row = key.first;
    for (const std::string& text : texts) row += "|" + text;
    expected.insert(row);
  }
  for (const SideLine& line : sides.differing) {
    std::string row = line.platform->id;
    for (const auto& amount : line.amounts) row += "|" + (amount ? money_text(*amount) : "-");
    found.insert(row);
    EXPECT_FALSE(line.line.empty());
  }
  EXPECT_EQ(found, expected);
  EXPECT_GE(found.size(), 3U);
  EXPECT_EQ(sides.same_lines, same);
  EXPECT_GE(same, 1);
}

TEST_F(SideBySideTest, DifferingSameAndRoundingAddUpToTheTotals) {
  std::vector<Scenario> many = of_example();
  PlatformUse tokens;
  tokens.platform = "openai";
  for (const Metric& metric : real_catalog().platform("openai")->metrics) {
    if (metric.kind == Metric::Kind::entered) tokens.quantities[metric.id] = {12347, Per::month, "12347"};
  }
  for (std::size_t i = 1; i < many.size(); ++i) {
    many[i].platforms.push_back(tokens);
    if (i == 2) many[i].platforms.back().quantities.begin()->second = {777, Per::month, "777"};
  }
  many[3].platforms.push_back({"data365", "basic", false, {{"posts_read", {600000, Per::month, "600k"}}}, {}, {}, {}});
  const SideBySide sides = compare(many);
  for (std::size_t i = 0; i < many.size(); ++i) {
    std::map<std::string, Rational> sums;
    for (const Money& same : sides.same) sums[same.currency] += same.amount;
    for (const Money& rounding : sides.rounding[i]) sums[rounding.currency] += rounding.amount;
    for (const SideLine& line : sides.differing) {
      if (line.amounts[i]) sums[line.amounts[i]->currency] += line.amounts[i]->amount;
    }
    std::size_t checked = 0;
    for (const Money& total : estimates_[i].totals) {
      EXPECT_EQ(sums[total.currency], total.amount) << i << " " << total.currency;
      sums.erase(total.currency);
      ++checked;
    }
    for (const auto& [currency, sum] : sums) EXPECT_TRUE(sum.is_zero()) << i << " " << currency;
    EXPECT_GE(checked, 1U);
  }
}

TEST_F(SideBySideTest, EqualOnesDifferInNothing) {
  const SideBySide sides = compare({example_scenario(), example_scenario()});
  EXPECT_TRUE(sides.differing.empty());
  EXPECT_EQ(static_cast<std::size_t>(sides.same_lines), plainly({estimates_[0]}).size());
  EXPECT_EQ(sides.same[0].amount, estimates_[0].totals[0].amount);
  EXPECT_TRUE(difference(columns_[0], columns_[1])->amount.is_zero());
}

TEST_F(SideBySideTest, EmptyOnesHaveNoLines) {
  const SideBySide sides = compare({empty_scenario(day("2026-01-01")), empty_scenario(day("2026-01-01"))});
  EXPECT_TRUE(sides.differing.empty());
  EXPECT_EQ(sides.same_lines, 0);
  EXPECT_TRUE(sides.same.empty());
}

TEST_F(SideBySideTest, TotalsAreSubtractedOnlyInOneCurrency) {
  std::vector<Scenario> two = {example_scenario(), example_scenario()};
  two[1].platforms[0].plan = "pro";
  compare(two);
  const Rational more = estimates_[1].totals[0].amount - estimates_[0].totals[0].amount;
  EXPECT_GT(more, Rational(1000));
  EXPECT_EQ(difference(columns_[0], columns_[1])->amount, more);
  EXPECT_EQ(difference(columns_[1], columns_[0])->amount, Rational(0) - more);
  EXPECT_EQ(difference(columns_[0], columns_[1])->approximate, estimates_[1].totals[0].approximate);

  two[1].date = day("2026-11-23");
  two[1].platforms = {{"data365", "basic", false, {{"posts_read", {600000, Per::month, "600k"}}}, {}, {}, {}}};
  compare(two);
  ASSERT_EQ(estimates_[1].totals[0].currency, "EUR");
  EXPECT_FALSE(difference(columns_[0], columns_[1]));

  // At the second one's own rate.
  two[1].conversion.into = "USD";
  two[1].conversion.set({"EUR", 2, "2", day("2026-11-20")});
  compare(two);
  const Money was = estimates_[0].totals[0], is = *converted_total(estimates_[1], two[1]).total;
  EXPECT_EQ(is.amount, estimates_[1].totals[0].amount * Rational(2));
  EXPECT_EQ(difference(columns_[0], columns_[1])->amount, is.amount - was.amount);
}

}  // namespace
}  // namespace tollmeter
