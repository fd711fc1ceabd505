#include "core/conversion.h"

#include <gtest/gtest.h>

#include <random>

#include "core/format.h"
#include "day.h"
#include "real_catalog.h"

namespace tollmeter {
namespace {

ExchangeRate rate(const char* currency, const char* typed) {
  return {currency, parse_rate(typed).value(), typed, day("2026-11-20")};
}

Money money(const char* amount, const char* currency) {
  Money m;
  m.amount = Rational::parse(amount);
  m.currency = currency;
  return m;
}

Scenario into(const char* currency, std::vector<ExchangeRate> rates) {
  Scenario s;
  s.conversion.into = currency;
  for (ExchangeRate& r : rates) s.conversion.set(std::move(r));
  return s;
}

TEST(Conversion, IsExactAndRoundedOnce) {
  struct Row {
    const char* name;
    std::vector<Money> totals;
    const char* into;
    std::vector<ExchangeRate> rates;
    const char* total;  // worked by hand
  };
  const Row rows[] = {
      {"3 x 1.0845 = 3.2535", {money("3", "EUR")}, "USD", {rate("EUR", "1.0845")}, "$3.25"},
      {"half up: 1 x 1.085", {money("1", "EUR")}, "USD", {rate("EUR", "1.085")}, "$1.09"},
      {"just below half", {money("1", "EUR")}, "USD", {rate("EUR", "1.084999999999")}, "$1.08"},
      {"beside the currency's own", {money("10", "USD"), money("3", "EUR")}, "USD", {rate("EUR", "1.0845")}, "$13.25"},
      // 0.004 and 0.004 are a cent's 0.8 together and nothing each
      {"the sum is rounded, not its parts", {money("1", "EUR"), money("1", "INR")}, "USD",
       {rate("EUR", "0.004"), rate("INR", "0.004")}, "$0.01"},
      {"no decimals of a yen", {money("10.01", "USD"), money("3", "EUR")}, "JPY",
       {rate("USD", "150.05"), rate("EUR", "163")}, "¥1,991"},  // 1502.0005 + 489
      {"a thousandth of a dinar", {money("100.01", "USD")}, "KWD", {rate("USD", "0.30685")}, "KWD 30.688"},  // 30.6880685
      {"small units", {money("250000", "IDR")}, "USD", {rate("IDR", "0.000060500001")}, "$15.13"},  // 15.12500025
      {"below zero", {money("-1", "EUR")}, "USD", {rate("EUR", "1.085")}, "−$1.09"},
      {"a rate that nothing needs", {money("5", "USD")}, "USD", {rate("EUR", "2")}, "$5.00"},
  };
  for (const Row& row : rows) {
    Estimate estimate;
    estimate.totals = row.totals;
    const ConvertedTotal converted = converted_total(estimate, into(row.into, row.rates));
    ASSERT_TRUE(converted.total) << row.name;
    EXPECT_EQ(money_text(*converted.total), row.total) << row.name;
    EXPECT_TRUE(converted.lacking.empty()) << row.name;
  }
}

// Against whole numbers of the smallest units: cents and rates in 12 decimals.
TEST(Conversion, AgreesWithWholeNumbers) {
  std::mt19937_64 random(20261120);
  for (int i = 0; i < 2000; ++i) {
    const auto cents = static_cast<std::int64_t>(random() % 100'000'000);
    const auto other_cents = static_cast<std::int64_t>(random() % 100'000'000);
    const std::int64_t trillionths = 1 + static_cast<std::int64_t>(random() % 5'000'000'000'000);
    Estimate estimate;
    estimate.totals = {money("0", "EUR"), money("0", "USD")};
    estimate.totals[0].amount = Rational(cents) / 100;
    estimate.totals[1].amount = Rational(other_cents) / 100;
    const Rational value = Rational(trillionths) / 1'000'000'000'000;
    const Scenario s = into("USD", {{"EUR", value, value.text(), day("2026-11-20")}});
    const Int128 one = 1'000'000'000'000;
    const Int128 exact = static_cast<Int128>(cents) * trillionths + static_cast<Int128>(other_cents) * one;
    const auto rounded = static_cast<std::int64_t>((exact + one / 2) / one);
    EXPECT_EQ(converted_total(estimate, s).total->amount, Rational(rounded) / 100) << cents << " " << trillionths;
  }
}

TEST(Conversion, WithoutARateThereIsNoTotal) {
  Estimate estimate;
  estimate.totals = {money("10", "USD"), money("3", "EUR"), money("9", "INR"), money("0", "IDR")};
  const ConvertedTotal converted = converted_total(estimate, into("USD", {rate("INR", "0.0119")}));
  EXPECT_FALSE(converted.total);
  EXPECT_EQ(converted.lacking, (std::vector<std::string>{"EUR", "IDR"}));
  EXPECT_FALSE(converted_total(estimate, Scenario()).total);
  EXPECT_TRUE(converted_total(estimate, Scenario()).lacking.empty());
}

TEST(Conversion, WhatIsSaidOfAPartIsSaidOfTheSum) {
  const std::pair<const char*, bool Money::*> flags[] = {{"about", &Money::approximate},
                                                         {"at least", &Money::at_least},
                                                         {"press", &Money::press},
                                                         {"sources disagree", &Money::conflicting}};
  for (const auto& [name, flag] : flags) {
    for (const std::size_t part : {0U, 1U}) {
      Estimate estimate;
      estimate.totals = {money("10", "USD"), money("3", "EUR")};
      estimate.totals[part].*flag = true;
      const Money total = *converted_total(estimate, into("USD", {rate("EUR", "1.0845")})).total;
      for (const auto& [other, each] : flags) EXPECT_EQ(total.*each, each == flag) << name << " " << other;
    }
  }
}

TEST(Conversion, OverflowStaysOne) {
  Estimate estimate;
  estimate.totals = {money("3", "EUR")};
  estimate.totals[0].amount = Rational::overflow();
  const ConvertedTotal converted = converted_total(estimate, into("USD", {rate("EUR", "1.0845")}));
  ASSERT_TRUE(converted.total);
  EXPECT_FALSE(converted.total->amount.ok());
}

TEST(Conversion, RatesAreNumbersAboveZero) {
  for (const char* text : {"1", "1.0845", "0.000000000001", "1000000000", "1.10", "000001.5"}) {
    const Result<Rational> read = parse_rate(text);
    ASSERT_TRUE(read.ok()) << text;
    EXPECT_EQ(read.value(), Rational::parse(text));
  }
  for (const char* text : {"", "0", "0.0", "-1.08", "1,084", "1,08", "1.0.8", "1e3", "5k", "NaN", "inf", "1/3", "0x10", "1 084",
                           "1000000000.1", "0.0000000000001", "99999999999999999999999999999999999999", "\xFF\xFF\n"}) {
    const Result<Rational> read = parse_rate(text);
    ASSERT_FALSE(read.ok()) << text;
    EXPECT_NE(read.problem().expected.find("above 0"), std::string::npos) << text;
    for (const char c : read.problem().what) EXPECT_TRUE(c >= 0x20 && c < 0x7F) << text;
  }
}

TEST(Conversion, RatesStandInOrderEachOnce) {
  Conversion c;
  for (const char* currency : {"INR", "EUR", "IDR", "EUR"}) c.set(rate(currency, "2"));
  c.set(rate("EUR", "3"));
  ASSERT_EQ(c.rates.size(), 3u);
  EXPECT_EQ(c.rates[0].currency + c.rates[1].currency + c.rates[2].currency, "EURIDRINR");
  EXPECT_EQ(c.rate_of("EUR")->typed, "3");
  c.remove("IDR");
  c.remove("USD");
  EXPECT_EQ(c.rate_of("IDR"), nullptr);
  EXPECT_EQ(c.rates.size(), 2u);
}

// X's pay per use in dollars and Data365's 300 euros: the totals stay as they are, the sum comes beside them.
TEST(Conversion, TwoPlatformsOfTheCatalogue) {
  Scenario s = empty_scenario(day("2026-11-23"));
  PlatformUse x;
  x.platform = "x";
  x.plan = "ppu";
  x.quantities["posts_read"] = parse_quantity("1000", Per::month).value();
  PlatformUse data;
  data.platform = "data365";
  data.plan = "basic";
  data.quantities["posts_read"] = parse_quantity("1000", Per::month).value();
  s.platforms = {x, data};
  s.conversion = into("USD", {rate("EUR", "1.0845")}).conversion;
  const Estimate e = estimate(s, real_world());
  ASSERT_EQ(e.totals.size(), 2u);
  EXPECT_EQ(e.totals[0].currency, "USD");
  EXPECT_EQ(e.totals[1].currency, "EUR");
  EXPECT_EQ(e.totals[1].amount, Rational(300));
  EXPECT_EQ(converted_total(e, s).total->amount, e.totals[0].amount + Rational::parse("325.35"));
}

}  // namespace
}  // namespace tollmeter
