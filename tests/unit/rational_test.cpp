#include "core/rational.h"
#include "random.h"

#include <gtest/gtest.h>

#include <random>

namespace tollmeter {
namespace {

Rational frac(std::int64_t n, std::int64_t d) { return Rational::fraction(n, d); }
Rational dec(const char* text) { return Rational::parse(text); }
const Rational kHuge = dec("100000000000000000000000000000") * 1'000'000'000;  // 10^38

TEST(Rational, ReadsDecimalsExactly) {
  const struct {
    const char* text;
    Rational value;
  } rows[] = {
      {"0", 0},
      {"1500", 1500},
      {"-3", -3},
      {"0.005", frac(1, 200)},
      {"0.0000166667", frac(166667, 10'000'000'000)},
      {"007.50", frac(15, 2)},
      {"-0.0", 0},
      {"999999999999999999999999999999", dec("999999999999999") * 1'000'000'000'000'000 + dec("999999999999999")},
  };
  for (const auto& row : rows) EXPECT_EQ(dec(row.text), row.value) << row.text;
}

TEST(Rational, RefusesWhatIsNotADecimal) {
  for (const char* text : {"", "-", ".", ".5", "5.", "1.2.3", "1,5", "1e3", "+1", " 1", "0x1", "--1", "1-",
                           "1234567890123456789012345678901"}) {
    EXPECT_FALSE(dec(text).ok()) << "'" << text << "'";
  }
}

TEST(Rational, KeepsLowestTermsWithAPositiveDenominator) {
  const Rational r = frac(-6, -8);
  EXPECT_TRUE(r.num() == 3 && r.den() == 4);
  const Rational s = frac(6, -8);
  EXPECT_TRUE(s.num() == -3 && s.den() == 4);
  EXPECT_TRUE(frac(0, -5).den() == 1);
}

TEST(Rational, AgreesWithPlainFractionsOnRandomNumbers) {
  std::mt19937 random(20230425);
  for (int i = 0; i < 20000; ++i) {
    const std::int64_t a = drawn(random, -1000, 1000), b = drawn(random, 1, 1000);
    const std::int64_t c = drawn(random, -1000, 1000), d = drawn(random, 1, 1000);
    const Rational x = frac(a, b), y = frac(c, d);
    EXPECT_EQ(x + y, frac(a * d + c * b, b * d));
    EXPECT_EQ(x - y, frac(a * d - c * b, b * d));
    EXPECT_EQ(x * y, frac(a * c, b * d));
    if (c != 0) {
      EXPECT_EQ(x / y, frac(a * d, b * c));
    }
    EXPECT_EQ(x < y, a * d < c * b);
    EXPECT_EQ(x == y, a * d == c * b);
  }
}

TEST(Rational, UndoesItselfOnLargeNumbers) {
  std::mt19937_64 random(7);
  const auto number = [&] { return drawn<std::int64_t>(random, 1, 1'000'000'000'000'000); };
  for (int i = 0; i < 5000; ++i) {
    const std::int64_t numerator = number(), denominator = number();
    const Rational x = frac(numerator, denominator), y = frac(number(), 1000);
    EXPECT_EQ(x * y / y, x);
    EXPECT_EQ(x + y - y, x);
  }
}

TEST(Rational, OverflowNeverWrapsAndIsHandedOn) {
  const Rational lost = kHuge * 10;
  EXPECT_FALSE(lost.ok());
  EXPECT_FALSE((kHuge + kHuge).ok());
  EXPECT_FALSE((-kHuge - kHuge).ok());
  EXPECT_FALSE((Rational(1) / 0).ok());
  for (const Rational r : {lost + 1, 1 - lost, lost * 0, 1 / lost, -lost, lost.floor(), lost.ceil(),
                           lost.round_half_up(2), min(lost, 1), max(1, lost)}) {
    EXPECT_FALSE(r.ok());
  }
  EXPECT_EQ(lost.to_int64(), 0);
  EXPECT_EQ(lost.text(), "overflow");
}

TEST(Rational, OverflowIsUnorderedAgainstNumbers) {
  const Rational lost = Rational::overflow();
  EXPECT_FALSE(lost < 1 || lost > 1 || lost <= 1 || lost >= 1 || lost == 1);
  EXPECT_TRUE(lost == Rational::overflow());
}

TEST(Rational, ComparesWhereCrossProductsDoNotFit) {
  const Rational a = Rational::fraction(kHuge.num(), kHuge.num() - 1);
  const Rational b = Rational::fraction(kHuge.num() - 1, kHuge.num() - 2);
  EXPECT_LT(a, b);  // 1 + 1/(x-1) < 1 + 1/(x-2)
  EXPECT_GT(b, a);
  EXPECT_GT(-a, -b);
  EXPECT_LT(-b, a);
  EXPECT_LE(a, a);
  EXPECT_LT(Rational(1), a);
}

TEST(Rational, RoundsHalfAwayFromZero) {
  const struct {
    const char* value;
    int places;
    const char* rounded;
  } rows[] = {
      {"3.685", 2, "3.69"},  // 55 x 0.067, once left as dust by a billing engine
      {"2.675", 2, "2.68"},  // binary floating point says 2.67
      {"-0.005", 2, "-0.01"},
      {"-0.0049", 2, "0"},
      {"0.5", 0, "1"},
      {"-0.5", 0, "-1"},
      {"0.49999999999999999999", 0, "0"},
      {"12.3456", 18, "12.3456"},
      {"7", 2, "7"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(dec(row.value).round_half_up(row.places), dec(row.rounded)) << row.value;
  }
  EXPECT_EQ(frac(1, 3).round_half_up(4), dec("0.3333"));
  EXPECT_EQ(frac(2, 3).round_half_up(4), dec("0.6667"));
}

TEST(Rational, FloorAndCeilGoTheirOwnWayBelowZero) {
  const struct {
    Rational value;
    std::int64_t floor, ceil;
  } rows[] = {{frac(7, 2), 3, 4}, {frac(-7, 2), -4, -3}, {5, 5, 5}, {-5, -5, -5}, {0, 0, 0}, {frac(-1, 3), -1, 0}};
  for (const auto& row : rows) {
    EXPECT_EQ(row.value.floor(), row.floor) << row.value.text();
    EXPECT_EQ(row.value.ceil(), row.ceil) << row.value.text();
    EXPECT_EQ(row.value.to_int64(), row.floor) << row.value.text();
  }
}

TEST(Rational, PrintsDecimalsElseFractions) {
  EXPECT_EQ(dec("0.0000166667").text(), "0.0000166667");
  EXPECT_EQ(dec("-12.50").text(), "-12.5");
  EXPECT_EQ(Rational(30000).text(), "30000");
  EXPECT_EQ(frac(1, 3).text(), "1/3");
  EXPECT_EQ(frac(-22, 7).text(), "-22/7");
  EXPECT_EQ(kHuge.text(), "1" + std::string(38, '0'));
}

TEST(Rational, SixtyFourBitResultsOutsideTheRangeAreZero) {
  EXPECT_EQ(kHuge.to_int64(), 0);
  EXPECT_EQ(Rational(INT64_MAX).to_int64(), INT64_MAX);
  EXPECT_EQ(Rational(INT64_MIN).to_int64(), INT64_MIN);
  EXPECT_EQ((Rational(INT64_MAX) + 1).to_int64(), 0);
}

}  // namespace
}  // namespace tollmeter
