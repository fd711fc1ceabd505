// That what the tests compare is written, in words that say it whole.
#include "outputs.h"

#include <optional>
#include <vector>

#include "core/rational.h"

namespace tollmeter {
namespace {

TEST(Outputs, EveryComparisonIsSeen) {
  const std::size_t before = outputs::compared();
  EXPECT_EQ(1, 1);
  EXPECT_LT(1, 2);
  EXPECT_NEAR(1.0, 1.5, 1);
  EXPECT_THAT("abc", testing::HasSubstr("b"));
  const std::size_t* there = &before;
  ASSERT_NE(there, nullptr);
  const std::size_t after = outputs::compared();
  EXPECT_EQ(after - before, 5U);
}

TEST(Outputs, SayAValueToItsLastDigit) {
  EXPECT_EQ(outputs::said(0.1), "0.1");
  EXPECT_EQ(outputs::said(Rational::fraction(1, 3)), "1/3");
  EXPECT_EQ(outputs::said(std::vector<std::optional<int>>{7, std::nullopt}), "[7, none]");
  EXPECT_EQ(outputs::said(std::pair<const char*, bool>("on", true)), "\"on\": true");
}

}  // namespace
}  // namespace tollmeter
