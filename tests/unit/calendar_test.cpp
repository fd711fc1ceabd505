#include "core/calendar.h"

#include <gtest/gtest.h>

#include <array>

namespace tollmeter {
namespace {

Date day(const char* iso) { return *Date::parse(iso); }

// Clock changes as the zones' own authorities set them, written out by hand.
constexpr std::int64_t kHour = 3600;
constexpr std::array kLosAngeles = {
    ZoneTransition{1667725200 - 365 * 86400, -7 * 3600},
    ZoneTransition{1667725200, -8 * 3600},  // 2022-11-06 09:00 UTC: back at 02:00
    ZoneTransition{1678615200, -7 * 3600},  // 2023-03-12 10:00 UTC: forward at 02:00
    ZoneTransition{1699174800, -8 * 3600},  // 2023-11-05 09:00 UTC
};
constexpr std::array kBeirut = {
    ZoneTransition{1667080800 - 86400 * 300, 2 * 3600},
    ZoneTransition{1711836000, 3 * 3600},  // 2024-03-31 00:00 local springs to 01:00: midnight is skipped
    ZoneTransition{1729976400, 2 * 3600},  // 2024-10-27 00:00 local falls to 23:00 of the day before
};
constexpr std::array kHavana = {
    ZoneTransition{1700000000, -4 * 3600},
    ZoneTransition{1730610000, -5 * 3600},  // 2024-11-03 01:00 local falls to 00:00: midnight comes twice
};
const ZoneEntry kZones[] = {
    {"America/Los_Angeles", kLosAngeles.data(), static_cast<int>(kLosAngeles.size())},
    {"Asia/Beirut", kBeirut.data(), static_cast<int>(kBeirut.size())},
    {"America/Havana", kHavana.data(), static_cast<int>(kHavana.size())},
};

TEST(Date, CountsEveryDayFrom1900To2199) {
  constexpr int kLengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  Date expected = *Date::of(1900, 1, 1);
  EXPECT_EQ(expected.days, -25567);
  EXPECT_EQ(expected.weekday(), 0);  // a Monday
  for (int year = 1900; year < 2200; ++year) {
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    for (int month = 1; month <= 12; ++month) {
      const int length = kLengths[month - 1] + (month == 2 && leap ? 1 : 0);
      for (int d = 1; d <= length; ++d, expected = expected + 1) {
        ASSERT_EQ(Date::of(year, month, d), expected);
        ASSERT_EQ(expected.year() * 10000 + expected.month() * 100 + expected.day(), year * 10000 + month * 100 + d);
        ASSERT_EQ((expected + 1).weekday(), (expected.weekday() + 1) % 7);
        ASSERT_EQ(Date::parse(expected.iso()), expected);
      }
      ASSERT_FALSE(Date::of(year, month, length + 1));
    }
  }
  EXPECT_EQ(day("1970-01-01").days, 0);
  EXPECT_EQ(day("2023-04-25").weekday(), 1);  // a Tuesday
}

TEST(Date, ParsesNothingElse) {
  for (const char* text : {"", "2023-4-25", "2023-04-25 ", "2023/04/25", "2023-02-29", "2023-00-01", "2023-13-01",
                           "2023-04-31", "1899-12-31", "2200-01-01", "20230425", "2023-04-2x", "-023-04-25"}) {
    EXPECT_FALSE(Date::parse(text)) << text;
  }
}

TEST(Date, AddsMonthsOntoTheLastDayWhereOneIsMissing) {
  const struct {
    const char* from;
    int months;
    const char* to;
  } rows[] = {
      {"2023-01-31", 1, "2023-02-28"},  {"2024-01-31", 1, "2024-02-29"},  {"2023-04-25", 1, "2023-05-25"},
      {"2023-12-15", 1, "2024-01-15"},  {"2023-03-31", -1, "2023-02-28"}, {"2023-01-31", -2, "2022-11-30"},
      {"2024-02-29", 12, "2025-02-28"}, {"2023-04-25", 0, "2023-04-25"},
  };
  for (const auto& row : rows) EXPECT_EQ(day(row.from).plus_months(row.months).iso(), row.to) << row.from;
}

TEST(Date, HoldsItsInstants) {
  const Date d = day("2023-05-05");
  EXPECT_EQ(start_of(d).seconds, 1683244800);
  EXPECT_EQ(date_of(Instant{1683244800}), d);
  EXPECT_EQ(date_of(Instant{1683244799}), d - 1);
  EXPECT_EQ(date_of(Instant{-1}), day("1969-12-31"));
}

TEST(Cycle, BeginsOnTheDateOrOnTheCycleDay) {
  const struct {
    const char* date;
    int cycle_day;
    const char* start;
    const char* end;
    int days;
  } rows[] = {
      {"2023-04-25", 0, "2023-04-25", "2023-05-25", 30},  {"2023-01-31", 0, "2023-01-31", "2023-02-28", 28},
      {"2023-04-25", 1, "2023-04-01", "2023-05-01", 30},  {"2023-04-25", 25, "2023-04-25", "2023-05-25", 30},
      {"2023-04-25", 26, "2023-03-26", "2023-04-26", 31}, {"2023-02-28", 31, "2023-02-28", "2023-03-31", 31},
      {"2023-02-27", 31, "2023-01-31", "2023-02-28", 28}, {"2024-02-29", 30, "2024-02-29", "2024-03-30", 30},
      {"2023-01-10", 15, "2022-12-15", "2023-01-15", 31},
  };
  for (const auto& row : rows) {
    const Cycle cycle = cycle_at(day(row.date), row.cycle_day);
    EXPECT_EQ(cycle.start.iso(), row.start) << row.date << " " << row.cycle_day;
    EXPECT_EQ(cycle.end.iso(), row.end) << row.date << " " << row.cycle_day;
    EXPECT_EQ(cycle.days(), row.days);
  }
}

TEST(Cycle, CyclesOfOneDayFollowEachOtherWithoutAGap) {
  for (int cycle_day = 1; cycle_day <= 31; ++cycle_day) {
    for (Date d = day("2023-01-01"); d < day("2025-01-01"); d = d + 1) {
      const Cycle cycle = cycle_at(d, cycle_day);
      ASSERT_TRUE(cycle.start <= d && d < cycle.end) << d.iso() << " " << cycle_day;
      ASSERT_EQ(cycle_at(cycle.end, cycle_day).start, cycle.end);
      ASSERT_TRUE(cycle.days() >= 28 && cycle.days() <= 31);
    }
  }
}

TEST(Zones, DaysBeginAtLocalMidnightOrTheFirstInstantAfterIt) {
  const struct {
    const char* zone;
    const char* date;
    std::int64_t begins;  // seconds after 00:00 UTC of that day
    std::int64_t hours;
  } rows[] = {
      {"America/Los_Angeles", "2023-04-25", 7 * kHour, 24},
      {"America/Los_Angeles", "2023-03-12", 8 * kHour, 23},
      {"America/Los_Angeles", "2023-11-05", 7 * kHour, 25},
      {"America/Los_Angeles", "2023-11-06", 8 * kHour, 24},
  };
  for (const auto& row : rows) {
    const ZoneEntry* zone = find_zone(kZones, row.zone);
    ASSERT_NE(zone, nullptr);
    const Instant begins = start_of(day(row.date), *zone);
    EXPECT_EQ(begins.seconds - start_of(day(row.date)).seconds, row.begins) << row.date;
    EXPECT_EQ(start_of(day(row.date) + 1, *zone).seconds - begins.seconds, row.hours * kHour) << row.date;
  }
}

TEST(Zones, TheFirstInstantOfADayIsTheFirstThatTheZoneNamesSo) {
  for (const ZoneEntry& zone : kZones) {
    for (int i = 1; i < zone.count; ++i) {
      const Date around = date_of(Instant{zone.transitions[i].at_utc});
      for (Date d = around - 2; d < around + 3; d = d + 1) {
        std::int64_t t = start_of(d).seconds - 30 * kHour;
        while (date_of(Instant{t}, zone) < d) t += 60;
        EXPECT_EQ(start_of(d, zone).seconds, t) << zone.name << " " << d.iso();
      }
    }
  }
}

TEST(Zones, AnUnknownNameIsNothing) { EXPECT_EQ(find_zone(kZones, "Mars/Olympus"), nullptr); }

}  // namespace
}  // namespace tollmeter
