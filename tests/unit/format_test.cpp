#include "core/format.h"
#include "core/typed_day.h"

#include <gtest/gtest.h>

#include <array>

namespace tollmeter {
namespace {

Rational dec(const char* text) { return Rational::parse(text); }
Rational frac(std::int64_t n, std::int64_t d) { return Rational::fraction(n, d); }
std::int64_t at(const char* iso, int hour, int minute, int second = 0) {
  return start_of(*Date::parse(iso)).seconds + hour * 3600 + minute * 60 + second;
}

TEST(NumberFormat, GroupsByThousands) {
  const struct {
    Rational number;
    const char* text;
  } rows[] = {
      {0, "0"},
      {999, "999"},
      {1000, "1,000"},
      {30000, "30,000"},
      {1234567, "1,234,567"},
      {frac(1, 8), "0.13"},
      {dec("1234.5"), "1,234.5"},
      {dec("2.999"), "3"},
      {-30000, "−30,000"},
      {Rational::overflow(), "too large"},
  };
  for (const auto& row : rows) EXPECT_EQ(group_digits(row.number), row.text);
}

TEST(NumberFormat, ShortNumbersHaveThreeDigitsAtMost) {
  const struct {
    Rational number;
    const char* text;
  } rows[] = {
      {0, "0"},
      {500, "500"},
      {999, "999"},
      {1000, "1k"},
      {10000, "10k"},
      {17280, "17.3k"},
      {1234, "1.23k"},
      {999499, "999k"},
      {999500, "1M"},
      {1'500'000, "1.5M"},
      {3'000'000, "3M"},
      {2'400'000'000, "2.4B"},
      {1'000'000'000'000, "1T"},
      {1'000'000'000'000'000, "1,000T"},
      {dec("0.5"), "0.5"},
      {-10000, "−10k"},
  };
  for (const auto& row : rows) EXPECT_EQ(short_number(row.number), row.text);
}

TEST(NumberFormat, PercentagesAreWholeOrUnderOne) {
  const struct {
    Rational share;
    const char* text;
  } rows[] = {
      {0, "0 %"},
      {frac(21, 25), "84 %"},
      {frac(1, 1000), "under 1 %"},
      {frac(1, 100), "1 %"},
      {frac(145, 1000), "15 %"},
      {1, "100 %"},
      {3, "300 %"},
      {Rational::overflow(), "over 999 %"},
  };
  for (const auto& row : rows) EXPECT_EQ(percent_text(row.share), row.text);
}

TEST(NumberFormat, MultiplesNeverPromiseMoreThanHolds) {
  const struct {
    Rational factor;
    const char* text;
  } rows[] = {
      {frac(500, 420), "1.19 ×"}, {12, "12 ×"},
      {dec("3.125"), "3.1 ×"},    {dec("3.19"), "3.1 ×"},
      {dec("0.999"), "0.99 ×"},   {dec("11.99"), "11 ×"},
      {dec("1.5"), "1.50 ×"},      {2, "2.0 ×"},
      {1234, "1,234 ×"},          {Rational::overflow(), "any multiple"},
  };
  for (const auto& row : rows) EXPECT_EQ(multiple_text(row.factor), row.text);
}

TEST(MoneyFormat, SaysHowSureItIs) {
  const auto money = [](const char* amount, const char* currency, bool approximate, bool at_least) {
    Money m;
    m.amount = dec(amount);
    m.currency = currency;
    m.approximate = approximate;
    m.at_least = at_least;
    return m;
  };
  const struct {
    Money money;
    const char* text;
  } rows[] = {
      {money("100", "USD", false, false), "$100.00"},
      {money("42000", "USD", true, false), "about $42,000"},
      {money("42000.49", "USD", true, false), "about $42,000"},
      {money("20", "USD", false, true), "at least $20.00"},
      {money("20", "USD", true, true), "at least about $20"},
      {money("-5", "USD", false, false), "−$5.00"},
      {money("5", "EUR", false, false), "€5.00"},
      {money("5", "GBP", false, false), "£5.00"},
      {money("5", "INR", false, false), "₹5.00"},
      {money("1500", "JPY", false, false), "¥1,500"},
      {money("1", "KWD", false, false), "KWD 1.000"},
      {money("-1234.5", "CHF", false, false), "−CHF 1,234.50"},
      // Nothing, little, and at least little are three things.
      {money("0", "USD", false, false), "$0.00"},
      {money("0.0049", "USD", false, false), "under $0.01"},
      {money("0.005", "USD", false, false), "$0.01"},
      {money("0.3", "JPY", false, false), "under ¥1"},
      {money("0.0001", "KWD", false, false), "under KWD 0.001"},
      {money("0.2", "USD", true, false), "under $1"},
      {money("0.001", "USD", false, true), "more than $0.00"},
      {money("0", "USD", false, true), "at least $0.00"},
      {money("-0.001", "USD", false, false), "less than 0, above −$0.01"},
  };
  for (const auto& row : rows) EXPECT_EQ(money_text(row.money), row.text);
}

TEST(Format, LinesInAPrivateUnitShowNoCurrency) {
  Charge credits;
  credits.in = "credits";
  BillLine line;
  line.charge = &credits;
  line.exact = Rational::fraction(5, 2);
  line.amount.amount = Rational::fraction(5, 2);
  line.amount.currency = "USD";
  EXPECT_EQ(line_amount_text(line), "2.5 credits");
  credits.in = {};
  EXPECT_EQ(line_amount_text(line), "$2.50");
  line.exact = 0;
  line.unknown = true;
  EXPECT_EQ(line_amount_text(line), "not published");
}

TEST(MoneyFormat, UnitPricesHaveAllTheirDecimals) {
  EXPECT_EQ(price_text(dec("0.005"), "USD"), "$0.005");
  EXPECT_EQ(price_text(dec("0.2"), "USD"), "$0.20");
  EXPECT_EQ(price_text(dec("0.0000166667"), "USD"), "$0.0000166667");
  EXPECT_EQ(price_text(5000, "USD"), "$5,000.00");
  EXPECT_EQ(price_text(500, "JPY"), "¥500");
  EXPECT_EQ(price_text(frac(1, 3), "USD"), "about $0.333333");
}

TEST(TimeFormat, Dates) {
  EXPECT_EQ(date_text(*Date::parse("2023-04-25")), "25 Apr 2023");
  EXPECT_EQ(long_date_text(*Date::parse("2023-04-25")), "25 April 2023");
  EXPECT_EQ(date_text(*Date::parse("2026-09-01")), "1 Sep 2026");
}

TEST(TimeFormat, InstantsNameTheirZone) {
  constexpr std::array kTransitions = {ZoneTransition{0, -8 * 3600}, ZoneTransition{1678615200, -7 * 3600}};
  const ZoneEntry pacific{"America/Los_Angeles", kTransitions.data(), 2};
  EXPECT_EQ(instant_text(at("2023-05-05", 0, 0)), "5 May 00:00 UTC");
  EXPECT_EQ(instant_text(at("2026-11-14", 9, 12, 59)), "14 Nov 09:12 UTC");
  EXPECT_EQ(instant_text(Rational(at("2023-05-05", 0, 0)) - frac(1, 2)), "4 May 23:59 UTC");
  EXPECT_EQ(instant_text(at("2023-05-05", 7, 0), &pacific), "5 May 00:00 America/Los_Angeles");
  EXPECT_EQ(instant_text(at("2023-02-05", 7, 0), &pacific), "4 Feb 23:00 America/Los_Angeles");
}

TEST(TimeFormat, DurationsAreRoundedUp) {
  const struct {
    Rational seconds;
    const char* text;
  } rows[] = {
      {20 * 86400, "20 days"}, {86400, "1 day"}, {86401, "25 hours"}, {2 * 86400 + 1, "3 days"}, {10800, "3 hours"},
      {900, "15 minutes"},     {60, "1 minute"}, {90, "90 seconds"},  {frac(1, 2), "1 second"},  {0, "0 seconds"},
  };
  for (const auto& row : rows) EXPECT_EQ(duration_text(row.seconds), row.text);
}

TEST(TimeFormat, WindowsAndTheirResets) {
  using Kind = Window::Kind;
  const struct {
    Window window;
    const char* text;
    const char* reset;
  } rows[] = {
      {{Kind::cycle, 0, "UTC"}, "a month", "resets on your cycle day"},
      {{Kind::fixed, 86400, "UTC"}, "a day", "resets 00:00 UTC"},
      {{Kind::fixed, 86400, "America/Los_Angeles"}, "a day", "resets 00:00 America/Los_Angeles"},
      {{Kind::fixed, 7 * 86400, "UTC"}, "a week", "resets Mondays 00:00 UTC"},
      {{Kind::fixed, 3600, "UTC"}, "an hour", "resets every 1 h"},
      {{Kind::fixed, 900, "UTC"}, "in 15 min", "resets every 15 min"},
      {{Kind::fixed, 1, "UTC"}, "a second", "resets every 1 s"},
      {{Kind::rolling, 86400, "UTC"}, "in 24 h", "rolling"},
      {{Kind::rolling, 900, "UTC"}, "in 15 min", "rolling"},
      {{Kind::rolling, 90, "UTC"}, "in 90 s", "rolling"},
      {{Kind::rolling, 7 * 86400, "UTC"}, "in 7 d", "rolling"},
      {{Kind::fixed, 0, "UTC", 1, 420}, "a calendar month", "resets on day 1, 00:07 UTC"},
      {{Kind::fixed, 86400, "Europe/Berlin", 0, 32400}, "a day", "resets 09:00 Europe/Berlin"},
      {{Kind::fixed, 12 * 3600, "UTC", 0, 21600}, "in 12 h", "resets every 12 h from 06:00 UTC"},
      {{Kind::fixed, 7 * 86400, "UTC", 0, 0, Date::parse("2026-01-07")}, "a week", "resets 00:00 UTC every 7 days"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(window_text(row.window), row.text);
    EXPECT_EQ(reset_text(row.window), row.reset);
  }
}

TEST(TimeFormat, ValidityNamesTheLastDayAndKeepsPrintedWords) {
  Validity v;
  EXPECT_EQ(validity_text(v), "start not known");
  v.to = Date::parse("2023-04-29");
  EXPECT_EQ(validity_text(v), "start not known, to 28 Apr 2023");
  v.from = Date::parse("2023-03-29");
  EXPECT_EQ(validity_text(v), "29 Mar 2023 to 28 Apr 2023");
  v.to_about = "late October 2024";
  EXPECT_EQ(validity_text(v), "29 Mar 2023 to about late October 2024");
  v.to.reset();
  v.to_about = {};
  EXPECT_EQ(validity_text(v), "since 29 Mar 2023");
  v.to_about = "superseded in 2026; day not known";
  EXPECT_EQ(validity_text(v), "since 29 Mar 2023, superseded in 2026; day not known");
  v.from_about = "seen in 2026; start not known";
  EXPECT_EQ(validity_text(v), "seen in 2026; start not known, superseded in 2026; day not known");
  v.to_about = {};
  EXPECT_EQ(validity_text(v), "seen in 2026; start not known");
  v.to = Date::of(2026, 5, 6);
  EXPECT_EQ(validity_text(v), "seen in 2026; start not known, to 5 May 2026");
}

TEST(Format, ConfidenceIsInWordsAndCurrenciesHaveTheirExponents) {
  EXPECT_EQ(confidence_words(Confidence::platform_page), "platform's own page");
  EXPECT_EQ(confidence_words(Confidence::dated_copy), "dated copy");
  EXPECT_EQ(confidence_words(Confidence::press), "press");
  EXPECT_EQ(confidence_words(Confidence::sources_disagree), "sources disagree");
  EXPECT_EQ(currency_exponent("USD"), 2);
  EXPECT_EQ(currency_exponent("JPY"), 0);
  EXPECT_EQ(currency_exponent("KWD"), 3);
  EXPECT_EQ(currency_exponent("ZZZ"), 2);
}

TEST(Problem, IsOneSentence) {
  EXPECT_EQ((Problem{"plans[2].price", "'12,5' is not a decimal number", "digits"}.sentence()),
            "plans[2].price: '12,5' is not a decimal number; expected digits");
  EXPECT_EQ((Problem{"", "too long", ""}.sentence()), "too long");
}

TEST(TypedDay, SaysWhyItIsNoDay) {
  const struct {
    const char* text;
    const char* what;
  } rows[] = {
      {"2026-02-30", "'2026-02-30' is not a day: February 2026 has the days 01 to 28"},
      {"2024-02-30", "'2024-02-30' is not a day: February 2024 has the days 01 to 29"},
      {"2026-04-31", "'2026-04-31' is not a day: April 2026 has the days 01 to 30"},
      {"2026-12-00", "'2026-12-00' is not a day: December 2026 has the days 01 to 31"},
      {"2026-13-01", "'2026-13-01' is not a day"},
      {"1899-01-01", "'1899-01-01' is a day that is not computed"},
      {"9999-12-31", "'9999-12-31' is a day that is not computed"},
      {"2200-02-28", "'2200-02-28' is a day that is not computed"},
      {"1600-02-29", "'1600-02-29' is a day that is not computed"},
      {"2200-02-29", "'2200-02-29' is not a day"},
      {"9999-02-30", "'9999-02-30' is not a day"},
      {"20x0-02-01", "'20x0-02-01' is not a day"},
      {"2026-2-3", "'2026-2-3' is not a day"},
      {"", "'' is not a day"},
  };
  for (const auto& row : rows) {
    const Result<Date> day = parse_day(row.text);
    ASSERT_FALSE(day.ok()) << row.text;
    EXPECT_EQ(day.problem().what, row.what);
  }
  EXPECT_EQ(parse_day("2024-02-29").value(), *Date::parse("2024-02-29"));
}

}  // namespace
}  // namespace tollmeter
