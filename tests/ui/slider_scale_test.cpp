// Where a quantity stands on its slider, and where keys go from it.
#include "ui/views/slider_scale.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace tollmeter::ui::test {
namespace {

Rational decimal(const char* text) { return Rational::parse(text); }

TEST(SliderScale, ZeroStandsAtTheLeftEndAndValuesAreTwoDigits) {
  const SliderScale scale(10, 10'000'000);
  EXPECT_EQ(scale.position(0), 0);
  EXPECT_EQ(scale.value(0), Rational(0));
  EXPECT_EQ(scale.value(0.005), Rational(0));
  EXPECT_EQ(scale.value(0.02), Rational(10));
  EXPECT_EQ(scale.value(1), Rational(10'000'000));
  EXPECT_EQ(scale.position(Rational(50'000'000)), 1);
  EXPECT_FALSE(scale.holds(50'000'000));
}

TEST(SliderScale, EveryTwoDigitValueComesBackFromItsPosition) {
  const SliderScale scale(10, 10'000'000);
  for (std::int64_t power = 1; power <= 100'000; power *= 10) {
    for (std::int64_t digits = 10; digits <= 99; ++digits) {
      EXPECT_EQ(scale.value(scale.position(digits * power)), Rational(digits * power)) << digits << " x " << power;
    }
  }
}

TEST(SliderScale, AValueKeepsTheUnitItIsAskedIn) {
  const SliderScale scale(10, 10'000'000);
  struct Row {
    const char* what;
    std::int64_t a_cycle;
    std::int64_t per_cycle;
    const char* value;
  };
  for (const Row& row : {Row{"6,000 in 30 days", 6000, 30, "200"}, Row{"6,000 in 31 days", 6000, 31, "190"},
                         Row{"30 in 30 days", 30, 30, "1"}, Row{"15 in 30 days", 15, 30, "0.5"},
                         Row{"a month by the minute", 432'000, 43'200, "10"}}) {
    EXPECT_EQ(scale.value(scale.position(row.a_cycle), row.per_cycle), decimal(row.value)) << row.what;
  }
}

// Every number of two significant digits, and 1, 2, 5: listed, not computed as the scale does.
TEST(SliderScale, ArrowsGoThroughTwoDigitsAndPageKeysThrough125) {
  const SliderScale scale(10, 10'000);
  std::vector<Rational> arrows = {0}, pages = {0};
  for (const std::int64_t power : {1, 10, 100}) {
    for (std::int64_t digits = 10; digits <= 99; ++digits) arrows.emplace_back(digits * power);
    for (const std::int64_t first : {10, 20, 50}) pages.emplace_back(first * power);
  }
  arrows.emplace_back(10'000);
  pages.emplace_back(10'000);
  for (std::size_t i = 0; i < arrows.size(); ++i) {
    const KeyStops stops = scale.stops(arrows[i]);
    EXPECT_EQ(scale.value(stops.up), arrows[std::min(i + 1, arrows.size() - 1)]) << arrows[i].text();
    EXPECT_EQ(scale.value(stops.down), arrows[i == 0 ? 0 : i - 1]) << arrows[i].text();
    const auto above = std::upper_bound(pages.begin(), pages.end(), arrows[i]);
    EXPECT_EQ(scale.value(stops.page_up), above == pages.end() ? Rational(10'000) : *above) << arrows[i].text();
    const auto below = std::lower_bound(pages.begin(), pages.end(), arrows[i]);
    EXPECT_EQ(scale.value(stops.page_down), below == pages.begin() ? Rational(0) : *(below - 1)) << arrows[i].text();
  }
}

TEST(SliderScale, KeysGoFromWhatWasTypedAndKeepItsUnit) {
  const SliderScale scale(10, 10'000'000);
  EXPECT_EQ(scale.value(scale.stops(12'345).up), Rational(13'000));
  EXPECT_EQ(scale.value(scale.stops(12'345).down), Rational(12'000));
  EXPECT_EQ(scale.value(scale.stops(200, 30).up, 30), Rational(210)) << "a day";
  EXPECT_EQ(scale.value(scale.stops(200, 30).page_down, 30), Rational(100)) << "a day";
  EXPECT_EQ(scale.value(scale.stops(3).down), Rational(0)) << "below the least there is nothing but zero";
  EXPECT_EQ(scale.value(scale.stops(3).up), Rational(10));
  EXPECT_EQ(scale.value(scale.stops(50'000'000).down), Rational(9'900'000)) << "from beyond the end back onto the track";
}

}  // namespace
}  // namespace tollmeter::ui::test
