#include "core/calendar.h"

#include <algorithm>

#include "core/words.h"

namespace tollmeter {
namespace {

constexpr std::int64_t kDay = 86400;

std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

struct Civil {
  int year;
  int month;
  int day;
};

// Days are counted in years that begin on 1 March, so that the leap day is the last of its year.
constexpr std::int64_t kDaysBefore1970 = 719468;  // from 0000-03-01
constexpr std::int64_t kDaysOf400Years = 146097;

std::int64_t days_of(std::int64_t year, int month, int day) {
  const std::int64_t y = month <= 2 ? year - 1 : year;
  const std::int64_t era = floor_div(y, 400);
  const std::int64_t year_of_era = y - era * 400;
  const std::int64_t month_from_march = (month + 9) % 12;
  const std::int64_t day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
  const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * kDaysOf400Years + day_of_era - kDaysBefore1970;
}

Civil civil_of(Date date) {
  const std::int64_t z = date.days + kDaysBefore1970;
  const std::int64_t era = floor_div(z, kDaysOf400Years);
  const std::int64_t day_of_era = z - era * kDaysOf400Years;
  const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
  const int day = static_cast<int>(day_of_year - (153 * month_from_march + 2) / 5 + 1);
  const int month = static_cast<int>(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
  return {static_cast<int>(year_of_era + era * 400 + (month <= 2 ? 1 : 0)), month, day};
}

int month_length(int year, int month) {
  if (month == 2) return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

// `month_index` counts months from year 0; a day that the month lacks falls on its last.
Date in_month(std::int64_t month_index, int day) {
  const std::int64_t year = floor_div(month_index, 12);
  const int month = static_cast<int>(month_index - year * 12) + 1;
  const int last = month_length(static_cast<int>(year), month);
  return Date{static_cast<std::int32_t>(days_of(year, month, std::min(day, last)))};
}

std::int64_t month_index_of(const Civil& c) { return std::int64_t{c.year} * 12 + c.month - 1; }

// The transition that is in force at t; the first one also before its own instant.
int transition_at(const ZoneEntry& zone, std::int64_t t) {
  const ZoneTransition* end = zone.transitions + zone.count;
  const ZoneTransition* next = std::upper_bound(zone.transitions, end, t,
                                                [](std::int64_t at, const ZoneTransition& z) { return at < z.at_utc; });
  return std::max(0, static_cast<int>(next - zone.transitions) - 1);
}

std::string two_digits(int n) { return {static_cast<char>('0' + n / 10 % 10), static_cast<char>('0' + n % 10)}; }

}  // namespace

std::optional<Date> Date::of(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12) return std::nullopt;
  if (day < 1 || day > month_length(year, month)) return std::nullopt;
  return Date{static_cast<std::int32_t>(days_of(year, month, day))};
}

std::optional<Date> Date::parse(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  int fields[3] = {0, 0, 0};
  int field = 0;
  for (std::size_t i = 0; i < iso.size(); ++i) {
    if (i == 4 || i == 7) {
      ++field;
      continue;
    }
    if (iso[i] < '0' || iso[i] > '9') return std::nullopt;
    fields[field] = fields[field] * 10 + (iso[i] - '0');
  }
  if (fields[0] < 1900 || fields[0] > 2199) return std::nullopt;
  return of(fields[0], fields[1], fields[2]);
}

int Date::year() const { return civil_of(*this).year; }
int Date::month() const { return civil_of(*this).month; }
int Date::day() const { return civil_of(*this).day; }

int Date::weekday() const {
  const std::int64_t since_monday = std::int64_t{days} + 3;  // 1970-01-01 was a Thursday
  return static_cast<int>(since_monday - floor_div(since_monday, 7) * 7);
}

std::string Date::iso() const {
  const Civil c = civil_of(*this);
  return join({two_digits(c.year / 100), two_digits(c.year % 100), "-", two_digits(c.month), "-", two_digits(c.day)});
}

Date Date::plus_months(int months) const {
  const Civil c = civil_of(*this);
  return in_month(month_index_of(c) + months, c.day);
}

Instant start_of(Date day) { return Instant{day.days * kDay}; }

Date date_of(Instant t) { return Date{static_cast<std::int32_t>(floor_div(t.seconds, kDay))}; }

const ZoneEntry* find_zone(Zones zones, std::string_view name) {
  for (const ZoneEntry& zone : zones) {
    if (name == zone.name) return &zone;
  }
  return nullptr;
}

std::int32_t offset_at(const ZoneEntry& zone, Instant t) {
  if (zone.count == 0) return 0;
  return zone.transitions[transition_at(zone, t.seconds)].offset_seconds;
}

std::optional<Instant> next_change(const ZoneEntry& zone, Instant t) {
  const int next = transition_at(zone, t.seconds) + 1;
  if (next >= zone.count) return std::nullopt;
  return Instant{zone.transitions[next].at_utc};
}

Instant clock_time(Date day, int seconds, const ZoneEntry& zone) {
  const std::int64_t wall = day.days * kDay + seconds;
  if (zone.count == 0) return Instant{wall};
  // No zone is as much as 26 h from UTC, so the search starts before that time anywhere. The first
  // stretch of one offset that reaches it holds it, be it repeated or skipped.
  int i = transition_at(zone, wall - 26 * 3600);
  while (i + 1 < zone.count) {
    const std::int64_t reached = std::max(zone.transitions[i].at_utc, wall - zone.transitions[i].offset_seconds);
    if (reached < zone.transitions[i + 1].at_utc) break;
    ++i;
  }
  const std::int64_t exact = wall - zone.transitions[i].offset_seconds;
  return Instant{i == 0 ? exact : std::max(zone.transitions[i].at_utc, exact)};
}

Instant clock_time(Date day, int seconds, const ZoneEntry* zone) {
  return zone == nullptr ? Instant{day.days * kDay + seconds} : clock_time(day, seconds, *zone);
}

Instant next_clock_time(Instant t, int seconds, const ZoneEntry* zone) {
  for (Date day = (zone == nullptr ? date_of(t) : date_of(t, *zone)) - 1;; day = day + 1) {
    const Instant at = clock_time(day, seconds, zone);
    if (t < at) return at;
  }
}

Instant start_of(Date day, const ZoneEntry& zone) { return clock_time(day, 0, zone); }

Date date_of(Instant t, const ZoneEntry& zone) { return date_of(Instant{t.seconds + offset_at(zone, t)}); }

Cycle cycle_at(Date date, int cycle_day) {
  if (cycle_day == 0) return {date, date.plus_months(1)};
  const std::int64_t month = month_index_of(civil_of(date));
  const Date anchor = in_month(month, cycle_day);
  return date < anchor ? Cycle{in_month(month - 1, cycle_day), anchor} : Cycle{anchor, in_month(month + 1, cycle_day)};
}

}  // namespace tollmeter
