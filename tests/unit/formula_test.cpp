#include "core/formula.h"

#include <gtest/gtest.h>

namespace tollmeter {
namespace {

constexpr auto kValueOf = [](std::string_view driver) -> Rational {
  if (driver == "engaged_users") return 500;
  if (driver == "impressions") return 3;
  if (driver == "zero") return 0;
  return Rational::overflow();
};

TEST(Formula, ComputesWhatItSays) {
  const struct {
    const char* text;
    Rational value;
  } rows[] = {
      {"4800 * engaged_users", 2'400'000},
      {"max(10, impressions) * 4800", 48'000},
      {"min(10, impressions, 2)", 2},
      {"1 + 2 * 3", 7},
      {"(1 + 2) * 3", 9},
      {"10 - 4 - 3", 3},
      {"100 / 10 / 5", 2},
      {"-3 + 5", 2},
      {"-(2 - 5)", 3},
      {"- - 2", 2},
      {"0.005 * 3", Rational::fraction(3, 200)},
      {"1 / 3", Rational::fraction(1, 3)},
      {"  7  ", 7},
      {"max(min(4, 5), 2 + 1)", 4},
      {"clamp(impressions, 10, 20) + clamp(15, 10, 20) + clamp(99, 10, 20)", 45},
      {"floor(7 / 2) + ceil(7 / 2) + round(7 / 2) + round(10 / 3)", 14},
      {"above(3, impressions) + at_least(3, impressions) * 10 + above(4, impressions) * 100", 110},
      {"8 + 8 * log2(1024)", 88},
      {"log10(1000) + log10(1 / 1)", 3},
      {"log2(1 / 8)", -3},
      {"log2(10)", Rational::parse("3.321928095")},   // the digits of log2(10) are 3.32192809488...
      {"log10(2)", Rational::parse("0.301029996")},   // 0.30102999566...
      {"log2(3 / 7)", Rational::parse("-1.222392421")},  // -1.22239242133...
  };
  for (const auto& row : rows) {
    const Result<Formula> formula = Formula::parse(row.text);
    ASSERT_TRUE(formula.ok()) << row.text << ": " << formula.problem().sentence();
    EXPECT_EQ(formula.value().evaluate(kValueOf), row.value) << row.text;
    EXPECT_EQ(formula.value().text(), row.text);
  }
}

TEST(Formula, SaysWhatIsWrong) {
  const struct {
    const char* text;
    const char* sentence;
  } rows[] = {
      {"", "'' is not a formula: it ends too early; expected a number, a driver, a function such as min() or '('"},
      {"4800 *", "'4800 *' is not a formula: it ends too early; expected a number, a driver, a function such as min() or '('"},
      {"2 3", "'2 3' is not a formula: stopped at '3'; expected an operator or the end"},
      {"(1 + 2", "'(1 + 2' is not a formula: it ends too early; expected ')'"},
      {"max(3)", "'max(3)' is not a formula: stopped at ')'; expected ',' and a further value"},
      {"max + 1", "'max + 1' is not a formula: stopped at '+ 1'; expected '('"},
      {"1.2.3", "'1.2.3' is not a formula: stopped at '1.2.3'; expected a decimal number such as 4800 or 0.5"},
      {"users; drop", "'users; drop' is not a formula: stopped at '; drop'; expected an operator or the end"},
      {"Users", "'Users' is not a formula: stopped at 'Users'; expected a number, a driver, a function such as min() or '('"},
  };
  for (const auto& row : rows) {
    const Result<Formula> formula = Formula::parse(row.text);
    ASSERT_FALSE(formula.ok()) << row.text;
    EXPECT_EQ(formula.problem().sentence(), row.sentence);
  }
}

TEST(Formula, IsBounded) {
  EXPECT_FALSE(Formula::parse(std::string(201, '1')).ok());
  std::string many = "1";
  for (int i = 0; i < 32; ++i) many += "+1";
  EXPECT_FALSE(Formula::parse(many).ok());  // 33 numbers and 32 additions
  many.resize(many.size() - 2);
  EXPECT_EQ(Formula::parse(many).value().evaluate(kValueOf), 32);
  EXPECT_EQ(Formula::parse(std::string(99, '(') + "1" + std::string(99, ')')).value().evaluate(kValueOf), 1);
  EXPECT_FALSE(Formula::parse(std::string(199, '(')).ok());
}

TEST(Formula, WhatHasNoValueIsTheOverflowState) {
  for (const char* text : {"1 / zero", "log2(zero)", "log10(-1)", "above(1 / zero, 3)", "floor(1 / zero)"}) {
    EXPECT_FALSE(Formula::parse(text).value().evaluate(kValueOf).ok()) << text;
  }
}

TEST(Formula, KnowsItsDrivers) {
  const Formula formula = Formula::parse("max(10, impressions) * engaged_users + impressions").value();
  EXPECT_EQ(formula.drivers(), (std::vector<std::string>{"impressions", "engaged_users"}));
  EXPECT_FALSE(formula.is_number());
  EXPECT_TRUE(Formula::parse("2 * 5").value().is_number());
  EXPECT_TRUE(Formula().is_number());
  EXPECT_EQ(Formula().evaluate(kValueOf), 0);
  EXPECT_EQ(Formula(Rational(12)).evaluate(kValueOf), 12);
  EXPECT_EQ(Formula(Rational(12)).text(), "12");
}

}  // namespace
}  // namespace tollmeter
