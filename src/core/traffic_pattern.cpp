#include "core/traffic_pattern.h"

#include <algorithm>

namespace tollmeter {
namespace {

constexpr int kSaturday = 5;

bool has_traffic(Shape shape, int weekday, int hour) {
  switch (shape) {
    case Shape::working_hours: return weekday < kSaturday && hour >= 9 && hour < 17;
    case Shape::evenings: return hour >= 18 && hour < 23;
    case Shape::weekends: return weekday >= kSaturday;
    default: return true;
  }
}

}  // namespace

bool is_week(std::string_view text) {
  return text.size() == kHoursAWeek && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
         text.find_first_not_of('0') != std::string_view::npos;
}

std::string week_of(const TrafficPattern& pattern) {
  if (pattern.shape == Shape::week) return pattern.week;
  std::string week(kHoursAWeek, '0');
  for (int i = 0; i < kHoursAWeek; ++i) {
    if (has_traffic(pattern.shape, i / 24, i % 24)) week[static_cast<std::size_t>(i)] = '1';
  }
  return week;
}

}  // namespace tollmeter
