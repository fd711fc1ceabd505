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

const ZoneTransition kBerlin2024[] = {{-9223372036854775807, 3600}, {1711846800, 7200}, {1729990800, 3600}};
const ZoneTransition kKolkata[] = {{-9223372036854775807, 19800}};
const ZoneEntry kZones[] = {{"Europe/Berlin", kBerlin2024, 3}, {"Asia/Kolkata", kKolkata, 1}};

TrafficPattern in_zone(Shape shape, const char* zone) {
  TrafficPattern pattern(shape);
  pattern.zone = zone;
  return pattern;
}

// What a clock on the wall shows, minute by minute.
std::int64_t seconds_by_the_clock(const Cycle& cycle, const TrafficPattern& pattern, std::int32_t (*offset)(std::int64_t)) {
  std::int64_t seconds = 0;
  for (std::int64_t t = start_of(cycle.start).seconds; t < start_of(cycle.end).seconds; t += 60) {
    const Instant local{t + offset(t)};
    const int day = date_of(local).weekday();
    const std::int64_t hour = (local.seconds % 86400) / 3600;
    const bool busy = pattern.shape == Shape::working_hours ? day < 5 && hour >= 9 && hour < 17
                      : pattern.shape == Shape::evenings   ? hour >= 18 && hour < 23
                                                           : day >= 5;
    if (busy) seconds += 60;
  }
  return seconds;
}

TEST(Traffic, HoursAreThoseOfTheZoneOnDaysWhenTheClockChangesToo) {
  for (const char* start : {"2024-03-15", "2024-10-15", "2024-06-01"}) {
    const Cycle cycle = cycle_at(*Date::parse(start), 0);
    for (const Shape shape : {Shape::working_hours, Shape::evenings, Shape::weekends}) {
      const TrafficPattern berlin = in_zone(shape, "Europe/Berlin");
      const auto berlin_offset = [](std::int64_t t) { return t >= 1711846800 && t < 1729990800 ? 7200 : 3600; };
      EXPECT_EQ(Traffic(cycle, berlin, kZones).total_weight(), seconds_by_the_clock(cycle, berlin, berlin_offset));
      const TrafficPattern kolkata = in_zone(shape, "Asia/Kolkata");
      const auto kolkata_offset = [](std::int64_t) { return 19800; };
      EXPECT_EQ(Traffic(cycle, kolkata, kZones).total_weight(), seconds_by_the_clock(cycle, kolkata, kolkata_offset));
    }
  }
  // The last Sunday of March has 23 hours, of October 25.
  const TrafficPattern weekends = in_zone(Shape::weekends, "Europe/Berlin");
  EXPECT_EQ(Traffic({*Date::parse("2024-03-29"), *Date::parse("2024-04-03")}, weekends, kZones).total_weight(), 47 * kHour);
  EXPECT_EQ(Traffic({*Date::parse("2024-10-25"), *Date::parse("2024-10-30")}, weekends, kZones).total_weight(), 49 * kHour);
}

TEST(Traffic, BurstsAreTheirMultipleOfTheAverage) {
  TrafficPattern pattern = in_zone(Shape::bursts, "Europe/Berlin");
  pattern.bursts = {4, 10, 60};
  const Traffic traffic(kCycle, pattern, kZones);
  const Rational calls = 720'000;  // 1,000 an hour on average
  // The 30 days in four: noon of days 3, 11, 18 and 26, which in this zone's winter, all that this table knows of
  // 2023, is 11:00 UTC.
  for (const int day : {3, 11, 18, 26}) {
    const Instant noon{start_of(kCycle.start + day).seconds + 11 * kHour};
    EXPECT_EQ(traffic.calls_until(calls, Instant{noon.seconds + kHour}) - traffic.calls_until(calls, noon), 10'000) << day;
    const Instant before{noon.seconds - kHour};
    EXPECT_NEAR((traffic.calls_until(calls, noon) - traffic.calls_until(calls, before)).approx(), 680'000.0 / 716, 1);
  }
  EXPECT_FALSE(traffic.has_one_rate());
  pattern.bursts = {2, 1000, 720};  // more than all there is
  const Traffic all_in(kCycle, pattern, kZones);
  EXPECT_TRUE(all_in.has_one_rate());
  EXPECT_EQ(all_in.total_weight(), 24 * kHour);
}

TEST(Traffic, ADrawnWeekIsItsDigits) {
  TrafficPattern pattern(Shape::week);
  pattern.week = std::string(kHoursAWeek, '0');
  pattern.week[10] = '3';       // Monday, 10:00
  pattern.week[2 * 24] = '6';   // Wednesday, 00:00
  const Traffic traffic(kCycle, pattern);
  // Wednesdays 26 April to 24 May are five, Mondays 1 to 22 May four; weights are the smallest whole ones.
  EXPECT_EQ(traffic.total_weight(), (5 * 2 + 4) * kHour);
  EXPECT_EQ(traffic.calls_until(1400, Instant{start_of(kCycle.start).seconds + 25 * kHour}), 200);
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
