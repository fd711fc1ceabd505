#include "core/solve/busy_hours.h"

#include <algorithm>

namespace tollmeter {
namespace {

constexpr std::int64_t kHour = 3600;

}  // namespace

Rational BusyDay::share() const {
  Rational sum;
  for (const BusyHour& hour : hours) sum += hour.share;
  return sum;
}

std::size_t BusyDay::busiest() const {
  const auto most = std::max_element(hours.begin(), hours.end(), [](const BusyHour& a, const BusyHour& b) { return a.share < b.share; });
  return static_cast<std::size_t>(most - hours.begin());
}

std::vector<BusyDay> busy_hours(const Traffic& traffic, const ZoneEntry* zone) {
  std::vector<BusyDay> days;
  const auto change_after = [&](Instant t) { return zone ? next_change(*zone, t).value_or(traffic.end()) : traffic.end(); };
  Instant change = change_after(traffic.begin());
  for (Instant at = traffic.begin(); at < traffic.end();) {
    if (change <= at) change = change_after(at);
    const Instant local{at.seconds + (zone ? offset_at(*zone, at) : 0)};
    const Date day = date_of(local);
    const std::int64_t into_day = local.seconds - start_of(day).seconds;
    const Instant next = std::min({Instant{at.seconds + kHour - into_day % kHour}, change, traffic.end()});
    if (days.empty() || days.back().day != day) days.push_back({day, {}});
    BusyHour& hour = days.back().hours[static_cast<std::size_t>(into_day / kHour)];
    // What a clock that is turned back shows again follows what it showed first.
    if (!hour.exists()) hour.begin = at;
    hour.end = next;
    hour.share = Rational::fraction(traffic.weight_until(next) - traffic.weight_until(hour.begin), traffic.total_weight());
    at = next;
  }
  return days;
}

}  // namespace tollmeter
