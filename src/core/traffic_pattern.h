#pragma once

#include <string>
#include <string_view>

#include "core/calendar.h"

namespace tollmeter {

/// How the month's calls are spread over it. Hours are those of a time zone; outside of them nothing comes.
enum class Shape {
  even,
  working_hours,  ///< Monday to Friday, 09:00 to 17:00
  evenings,       ///< every day, 18:00 to 23:00
  weekends,       ///< Saturday and Sunday
  bursts,         ///< a few times a month far more than the average
  week,           ///< a drawn week: a weight for each of its hours
};

/// Bursts begin at noon of days that lie evenly in the month.
struct Bursts {
  int count = 4;     ///< 1..28 a month
  int times = 10;    ///< 2..1000: what comes during a burst, as a multiple of the month's average
  int minutes = 60;  ///< 1..720, of each
  friend bool operator==(const Bursts&, const Bursts&) = default;
};
inline constexpr int kMostBursts = 28;
inline constexpr int kLeastBurstTimes = 2;
inline constexpr int kMostBurstTimes = 1000;
inline constexpr int kMostBurstMinutes = 720;

inline constexpr int kHoursAWeek = 168;

struct TrafficPattern {
  TrafficPattern(Shape s = Shape::even) : shape(s) {}  // NOLINT(google-explicit-constructor): a shape in UTC is one

  Shape shape;
  std::string zone = "UTC";  ///< an IANA name; of no meaning to even traffic
  Bursts bursts;             ///< of Shape::bursts
  std::string week;          ///< of Shape::week: a digit for each hour from Monday 00:00 on; see is_week
  friend bool operator==(const TrafficPattern&, const TrafficPattern&) = default;
};

/// Whether it is 168 digits, not all of them zero.
bool is_week(std::string_view text);

/// The week that a shape stands for: digits as in TrafficPattern::week. Even traffic and bursts are a week of ones.
std::string week_of(const TrafficPattern& pattern);

}  // namespace tollmeter
