// Counts that are typed with points between groups of digits.
#include "core/point_groups.h"

#include <gtest/gtest.h>

#include "core/quantity.h"

namespace tollmeter {
namespace {

TEST(PointGroups, AreTakenOutWhereTheyGroup) {
  const char* const rows[][2] = {
      {"1.500", "1500"},       {"1.500.000", "1500000"},     {"12.345", "12345"},        {"123.456.789", "123456789"},
      {"1.500/day", "1500/day"}, {"1.500 per hour", "1500 per hour"}, {" 1.500 ", "1500 "},   {"1.234,5", "1234.5"},
      {"1.234.567,89/day", "1234567.89/day"}, {"1.500.000k", "1500000k"},
  };
  for (const auto& row : rows) EXPECT_EQ(without_point_groups(row[0]), row[1]) << row[0];
}

TEST(PointGroups, WhatMeansDecimalsOrNothingStaysAsItIs) {
  for (const char* text : {"", " ", "1.5", "1.50", "1.5000", "0.500", "00.500", "1234.500", "1.500k", "1.500M", "1.500e3", "1.500.00",
                           "1.500.", "1.500,", "1,500", "1 500", "6000", "2e6", "3M", "200/day", ".500", "x1.500",
                           "1.500.5"}) {
    EXPECT_EQ(without_point_groups(text), text);
  }
}

// Every count below ten million, written with points, reads as itself.
TEST(PointGroups, EveryGroupedCountReadsAsItself) {
  for (std::int64_t count = 1000; count < 10'000'000; count += count < 12'000 ? 1 : 7919) {
    std::string text = std::to_string(count);
    for (std::ptrdiff_t at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3) text.insert(static_cast<std::size_t>(at), ".");
    const Result<Quantity> read = parse_quantity(without_point_groups(text), Per::month);
    ASSERT_TRUE(read.ok()) << text;
    ASSERT_EQ(read.value().value, Rational(count)) << text;
  }
}

// What holds two kinds of marks and no number is refused as before.
TEST(PointGroups, WhatIsNoNumberIsRefused) {
  for (const char* text : {"1.500,5,5", "1.500,000,", "1.500,5.5", "1.500.5", "1.500,"}) {
    EXPECT_FALSE(parse_quantity(without_point_groups(text), Per::month).ok()) << text;
  }
}

}  // namespace
}  // namespace tollmeter
