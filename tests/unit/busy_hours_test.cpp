#include "core/solve/busy_hours.h"

#include <gtest/gtest.h>

#include <map>

#include "core/solve/limit_windows.h"
#include "day.h"
#include "zones_data.h"

namespace tollmeter {
namespace {

TrafficPattern pattern_of(int shape, const char* zone) {
  TrafficPattern pattern(static_cast<Shape>(shape));
  pattern.zone = zone;
  for (int i = 0; i < kHoursAWeek; ++i) pattern.week += static_cast<char>('0' + (i * 7 + i / 24) % 10);
  return pattern;
}

// Quarter by quarter of an hour by the zone's clock, for all shapes in months with and without a change of the clock.
TEST(BusyHours, AreTheTrafficOfEachHour) {
  for (int shape = 0; shape <= static_cast<int>(Shape::week); ++shape) {
    for (const char* name : {"UTC", "America/New_York", "Europe/Berlin", "Asia/Kolkata", "Australia/Sydney"}) {
      const ZoneEntry* zone = find_zone(kZones, name);
      for (const char* start : {"2026-02-20", "2026-03-01", "2026-03-15", "2026-10-04", "2026-10-20", "2023-02-01"}) {
        SCOPED_TRACE(std::string(name) + " " + start);
        const Traffic traffic(cycle_at(day(start), 0), pattern_of(shape, name), kZones);
        std::map<std::pair<std::int32_t, std::int64_t>, std::int64_t> weights;
        std::map<std::pair<std::int32_t, std::int64_t>, std::int64_t> seconds;
        for (std::int64_t at = traffic.begin().seconds; at < traffic.end().seconds; at += 900) {
          const Instant local{at + (zone ? offset_at(*zone, Instant{at}) : 0)};
          const std::pair key{date_of(local).days, (local.seconds - start_of(date_of(local)).seconds) / 3600};
          weights[key] += traffic.weight_until(Instant{at + 900}) - traffic.weight_until(Instant{at});
          seconds[key] += 900;
        }
        Rational sum;
        std::size_t hours = 0;
        for (const BusyDay& day : busy_hours(traffic, zone)) {
          Rational of_day;
          for (std::size_t hour = 0; hour < 24; ++hour) {
            const BusyHour& cell = day.hours[hour];
            const std::pair key{day.day.days, static_cast<std::int64_t>(hour)};
            ASSERT_EQ(cell.exists(), weights.contains(key));
            if (!cell.exists()) continue;
            ++hours;
            ASSERT_EQ(cell.share, Rational::fraction(weights[key], traffic.total_weight()));
            ASSERT_EQ(cell.end.seconds - cell.begin.seconds, seconds[key]);
            of_day += cell.share;
            EXPECT_LE(cell.share, day.hours[day.busiest()].share);
          }
          EXPECT_EQ(day.share(), of_day);
          sum += of_day;
        }
        EXPECT_EQ(hours, weights.size());
        EXPECT_EQ(sum, Rational(1));
      }
    }
  }
}

TEST(BusyHours, AChangeOfTheClockSkipsAndRepeats) {
  const ZoneEntry* berlin = find_zone(kZones, "Europe/Berlin");
  const Traffic spring(cycle_at(day("2026-03-15"), 0), Shape::even);
  const Traffic autumn(cycle_at(day("2026-10-15"), 0), Shape::even);
  const auto on = [](const std::vector<BusyDay>& days, const char* date) {
    return *std::find_if(days.begin(), days.end(), [&](const BusyDay& one) { return one.day == day(date); });
  };
  EXPECT_FALSE(on(busy_hours(spring, berlin), "2026-03-29").hours[2].exists());
  const BusyHour twice = on(busy_hours(autumn, berlin), "2026-10-25").hours[2];
  EXPECT_EQ(twice.end.seconds - twice.begin.seconds, 7200);
  EXPECT_EQ(twice.share, Rational::fraction(2, 31 * 24));
}

TEST(LimitWindows, TouchEachOtherAndHoldAll) {
  Window days{Window::Kind::fixed, 86400, "America/Los_Angeles"};
  Window week{Window::Kind::fixed, 7 * 86400};
  Window month{Window::Kind::fixed};
  month.month_day = 1;
  const Window cycle{Window::Kind::cycle};
  const Traffic traffic(cycle_at(day("2026-03-05"), 0), pattern_of(static_cast<int>(Shape::week), "UTC"), kZones);
  const std::pair<Window, std::size_t> rows[] = {{days, 32}, {week, 5}, {month, 2}, {cycle, 1}};
  for (const auto& [window, count] : rows) {
    const std::vector<WindowShare> windows = limit_windows(window, traffic, kZones);
    ASSERT_EQ(windows.size(), count);
    EXPECT_EQ(windows.front().begin, traffic.begin());
    EXPECT_EQ(windows.back().end, traffic.end());
    Rational sum;
    for (std::size_t i = 0; i < windows.size(); ++i) {
      if (i > 0) {
        EXPECT_EQ(windows[i].begin, windows[i - 1].end);
      }
      sum += windows[i].share;
    }
    EXPECT_EQ(sum, Rational(1));
  }
  EXPECT_TRUE(limit_windows({Window::Kind::rolling, 86400}, traffic, kZones).empty());
  EXPECT_TRUE(limit_windows({Window::Kind::fixed, 900}, traffic, kZones).empty());
  EXPECT_TRUE(limit_windows({Window::Kind::fixed, 86400, "Mars/Olympus"}, traffic, kZones).empty());
}

}  // namespace
}  // namespace tollmeter
