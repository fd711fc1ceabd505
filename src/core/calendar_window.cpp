#include "core/calendar_window.h"

namespace tollmeter {
namespace {

constexpr Date kMonday{-3};  // before 1970-01-01, a Thursday

}  // namespace

WindowSpan calendar_window(Instant t, const Window& window, const ZoneEntry* zone) {
  const auto begins = [&](Date day) { return clock_time(day, window.time, zone); };
  Date day = zone == nullptr ? date_of(t) : date_of(t, *zone);
  if (t < begins(day)) day = day - 1;
  if (window.is_month()) {
    const Cycle month = cycle_at(day, window.month_day);
    return {begins(month.start), begins(month.end)};
  }
  const int days = static_cast<int>(window.seconds / 86400);
  int into = (day.days - window.from.value_or(kMonday).days) % days;
  if (into < 0) into += days;
  return {begins(day - into), begins(day - into + days)};
}

}  // namespace tollmeter
