#include "core/quantity.h"

#include <gtest/gtest.h>

namespace tollmeter {
namespace {

TEST(Quantity, ReadsWhatPeopleType) {
  const struct {
    const char* text;
    Rational value;
    Per per;
  } rows[] = {
      {"6000", 6000, Per::month},
      {"6,000", 6000, Per::month},
      {"6 000", 6000, Per::month},
      {"1,234,567.5", Rational::fraction(2469135, 2), Per::month},
      {"6\xC2\xA0"
       "000",
       6000, Per::month},
      {"6\xE2\x80\xAF"
       "000/day",
       6000, Per::day},
      {"6k", 6000, Per::month},
      {"6 K", 6000, Per::month},
      {"1.5M", 1'500'000, Per::month},
      {"2B", 2'000'000'000, Per::month},
      {"2e6", 2'000'000, Per::month},
      {"1.5E3", 1500, Per::month},
      {"200/day", 200, Per::day},
      {"3 / h", 3, Per::hour},
      {"10 per minute", 10, Per::minute},
      {"2 a day", 2, Per::day},
      {"5 an hour", 5, Per::hour},
      {"7 / Sec", 7, Per::second},
      {"6k/mo", 6000, Per::month},
      {"  0.5 ", Rational::fraction(1, 2), Per::month},
      {"0", 0, Per::month},
      {"1e15", 1'000'000'000'000'000, Per::month},
  };
  for (const auto& row : rows) {
    const Result<Quantity> quantity = parse_quantity(row.text, Per::month);
    ASSERT_TRUE(quantity.ok()) << row.text << ": " << quantity.problem().sentence();
    EXPECT_EQ(quantity.value().value, row.value) << row.text;
    EXPECT_EQ(quantity.value().per, row.per) << row.text;
  }
}

TEST(Quantity, KeepsTheTextAsTypedAndTheUnitThatHolds) {
  EXPECT_EQ(parse_quantity(" 6,000 / day ", Per::month).value().typed, "6,000 / day");
  EXPECT_EQ(parse_quantity("40", Per::hour).value().per, Per::hour);
}

TEST(Quantity, SaysWhatIsWrong) {
  const struct {
    const char* text;
    const char* sentence;
  } rows[] = {
      {"", "no number is given; expected a number such as 6000, 6k or 1.5M, or a rate such as 200/day"},
      {"abc", "'abc' is not a number; expected a number such as 6000, 6k or 1.5M, or a rate such as 200/day"},
      {"-5", "'-5' is below zero; expected zero or more"},
      {"2e15", "'2e15' is too large; expected at most 10^15 (1,000,000,000,000,000)"},
      {"1000000000000001", "'1000000000000001' is too large; expected at most 10^15 (1,000,000,000,000,000)"},
      {"123456789012345678901234567890", "'123456789012345678901234567890' is too large; expected at most 10^15 (1,000,000,000,000,000)"},
      {"2e99/day", "'2e99/day' is too large; expected at most 10^15 (1,000,000,000,000,000)"},
      {"1,5", "'1,5' has a comma before its decimals; expected a point there, such as 1.5"},
      {"1.234,5k", "'1.234,5k' has a comma before its decimals; expected a point there, such as 1.5"},
      {"1,5/day", "'1,5/day' has a comma before its decimals; expected a point there, such as 1.5"},
      {"1,2,3", "'1,2,3' is not a number; expected a number such as 6000, 6k or 1.5M, or a rate such as 200/day"},
      {"5/fortnight", "'fortnight' is not a unit of time; expected second, minute, hour, day or month, as in 200/day"},
      {"5/", "'' is not a unit of time; expected second, minute, hour, day or month, as in 200/day"},
  };
  for (const auto& row : rows) {
    const Result<Quantity> quantity = parse_quantity(row.text, Per::month);
    ASSERT_FALSE(quantity.ok()) << row.text;
    EXPECT_EQ(quantity.problem().sentence(), row.sentence);
  }
}

TEST(Quantity, RefusesWhatCouldBeMeantOtherwise) {
  for (const char* text : {"1,5", "1,50", "1,0000", "12,34,567", "1.000,5", "1,000 000", "6kk", "k", "1e", "1e99",
                           "1e-3", "0x10", "1/2", "1 2", "1234567890123456789012345", "5 per", "\xC2", "1..2"}) {
    EXPECT_FALSE(parse_quantity(text, Per::month).ok()) << text;
  }
}

TEST(Quantity, LongGarbageIsQuotedShort) {
  const Result<Quantity> quantity = parse_quantity(std::string(10000, 'x'), Per::month);
  ASSERT_FALSE(quantity.ok());
  EXPECT_LT(quantity.problem().sentence().size(), 200U);
}

TEST(Quantity, AMonthIsTheWholeCycleAndADayIsADayOfIt) {
  const Cycle april = cycle_at(*Date::parse("2023-04-25"), 0);    // 30 days
  const Cycle january = cycle_at(*Date::parse("2023-01-01"), 0);  // 31 days
  const struct {
    Quantity quantity;
    Rational in_april, in_january;
  } rows[] = {
      {{30000, Per::month, {}}, 30000, 30000},
      {{420, Per::day, {}}, 12600, 13020},
      {{1, Per::hour, {}}, 720, 744},
      {{1, Per::minute, {}}, 43200, 44640},
      {{1, Per::second, {}}, 2592000, 2678400},
      {{Rational::fraction(1, 3), Per::day, {}}, 10, Rational::fraction(31, 3)},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(row.quantity.in(april), row.in_april);
    EXPECT_EQ(row.quantity.in(january), row.in_january);
  }
}

TEST(Quantity, ItsTextReadsBack) {
  for (const Per per : {Per::second, Per::minute, Per::hour, Per::day, Per::month}) {
    for (const char* number : {"0", "6000", "0.25", "1000000000000000"}) {
      const Rational value = Rational::parse(number);
      const Result<Quantity> back = parse_quantity(quantity_text(value, per), Per::month);
      ASSERT_TRUE(back.ok());
      EXPECT_EQ(back.value().value, value);
      EXPECT_EQ(back.value().per, per);
    }
  }
  EXPECT_EQ(quantity_text(6000, Per::month), "6000");
  EXPECT_EQ(quantity_text(200, Per::day), "200/day");
  EXPECT_EQ(quantity_text(Rational::fraction(1, 3), Per::day), "0.333333/day");
}

TEST(Share, IsAPercentageOrAFraction) {
  const struct {
    const char* text;
    Rational value;
  } rows[] = {{"40 %", Rational::fraction(2, 5)},
              {"40%", Rational::fraction(2, 5)},
              {"0.4", Rational::fraction(2, 5)},
              {"0", 0},
              {"1", 1},
              {"100 %", 1},
              {"12.5%", Rational::fraction(1, 8)}};
  for (const auto& row : rows) EXPECT_EQ(parse_share(row.text).value(), row.value) << row.text;
  EXPECT_EQ(parse_share("40").problem().sentence(),
            "'40' is more than the whole; expected a share from 0 % to 100 %, such as 40 % or 0.4");
  for (const char* text : {"", "%", "101 %", "-1 %", "a", "4 0 %%"}) EXPECT_FALSE(parse_share(text).ok()) << text;
}

TEST(Number, HasTheSameSpellings) {
  EXPECT_EQ(parse_number("60").value(), 60);
  EXPECT_EQ(parse_number("1,200").value(), 1200);
  EXPECT_EQ(parse_number(" 4k ").value(), 4000);
  EXPECT_EQ(parse_number("60/day").problem().sentence(),
            "'60/day' is not a number; expected a number such as 6000, 6,000, 6k or 1.5M");
}

}  // namespace
}  // namespace tollmeter
