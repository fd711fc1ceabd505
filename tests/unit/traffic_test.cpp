#include "core/traffic.h"

#include <gtest/gtest.h>

namespace tollmeter {
namespace {

constexpr std::int64_t kHour = 3600;
const Cycle kCycle = cycle_at(*Date::parse("2023-04-25"), 0);  // a Tuesday; 30 days

// The working seconds until t, hour by hour.
std::int64_t working_seconds(Instant t) {
  std::int64_t seconds = 0;
  for (std::int64_t at = start_of(kCycle.start).seconds; at < t.seconds; at += kHour) {
    const std::int64_t hour = at / kHour % 24;
    if (date_of(Instant{at}).weekday() < 5 && hour >= 9 && hour < 17) {
      seconds += std::min(kHour, t.seconds - at);
    }
  }
  return seconds;
}

TEST(Traffic, EvenIsOnePieceOverTheCycle) {
  const Traffic even(kCycle, Shape::even);
  EXPECT_EQ(even.pieces().size(), 1U);
  EXPECT_EQ(even.total_weight(), 30 * 24 * kHour);
  EXPECT_EQ(even.calls_until(30000, start_of(*Date::parse("2023-05-05"))), 10000);
  EXPECT_EQ(even.instant_of(30000, 10000), start_of(*Date::parse("2023-05-05")).seconds);
}

TEST(Traffic, WorkingHoursAreMondayToFridayNineToFive) {
  const Traffic work(kCycle, Shape::working_hours);
  EXPECT_EQ(work.total_weight(), 22 * 8 * kHour);
  EXPECT_EQ(work.begin(), start_of(kCycle.start));
  EXPECT_EQ(work.end(), start_of(kCycle.end));
  for (std::int64_t t = work.begin().seconds - kHour; t <= work.end().seconds + kHour; t += kHour / 2) {
    const Instant clipped{std::min(t, work.end().seconds)};
    ASSERT_EQ(work.weight_until(Instant{t}), working_seconds(clipped)) << t;
    ASSERT_EQ(work.weight_until(Rational(t)), working_seconds(clipped)) << t;
  }
}

TEST(Traffic, PiecesTouchEachOther) {
  for (const char* start : {"2023-04-25", "2023-04-29", "2023-04-30", "2024-02-01"}) {
    const Traffic work(cycle_at(*Date::parse(start), 0), Shape::working_hours);
    for (std::size_t i = 1; i < work.pieces().size(); ++i) {
      EXPECT_EQ(work.pieces()[i - 1].end, work.pieces()[i].begin);
      EXPECT_LT(work.pieces()[i].begin, work.pieces()[i].end);
    }
  }
}

TEST(Traffic, CallNHappensWhenTheCountReachesN) {
  for (const Shape shape : {Shape::even, Shape::working_hours}) {
    const Traffic traffic(kCycle, shape);
    for (const Rational total : {Rational(1), Rational(22), Rational(97), Rational::fraction(2003, 7)}) {
      Rational last = traffic.begin().seconds;
      for (std::int64_t n = 1; Rational(n) <= total; ++n) {
        const Rational t = traffic.instant_of(total, n);
        ASSERT_LT(last, t);
        last = t;
        // By the whole second that holds it or begins after it the call has come; a second earlier it has not.
        const Instant by{t.ceil().to_int64()};
        ASSERT_GE(traffic.calls_until(total, by), n);
        ASSERT_LT(traffic.calls_until(total, Instant{by.seconds - 1}), n);
      }
    }
  }
}

TEST(Traffic, ACallAtClosingTimeHappensThenAndNotAtTheNextOpening) {
  const Traffic work(kCycle, Shape::working_hours);
  // One call a working day: each at 17:00.
  EXPECT_EQ(work.instant_of(22, 1), start_of(kCycle.start).seconds + 17 * kHour);
  EXPECT_EQ(work.instant_of(22, 4), start_of(*Date::parse("2023-04-28")).seconds + 17 * kHour);  // Friday
  EXPECT_EQ(work.instant_of(22, 5), start_of(*Date::parse("2023-05-01")).seconds + 17 * kHour);  // Monday
}

}  // namespace
}  // namespace tollmeter
