#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tollmeter {

/// A calendar day of the proleptic Gregorian calendar, as days since 1970-01-01.
struct Date {
  std::int32_t days = 0;

  static std::optional<Date> of(int year, int month, int day);  ///< nothing if no such day
  static std::optional<Date> parse(std::string_view iso);       ///< "2023-04-25" and nothing else, years 1900..2199

  int year() const;
  int month() const;    ///< 1..12
  int day() const;      ///< 1..31
  int weekday() const;  ///< 0 Monday .. 6 Sunday
  std::string iso() const;

  /// The same day of the month `months` later, or the last day of that month if it is shorter.
  Date plus_months(int months) const;

  friend auto operator<=>(Date, Date) = default;
};

inline Date operator+(Date d, int days) { return Date{d.days + days}; }
inline Date operator-(Date d, int days) { return Date{d.days - days}; }

/// Seconds since 1970-01-01 00:00 UTC, without leap seconds.
struct Instant {
  std::int64_t seconds = 0;
  friend auto operator<=>(Instant, Instant) = default;
};

Instant start_of(Date day);  ///< 00:00 UTC of that day
Date date_of(Instant t);     ///< the UTC day that holds t

struct ZoneTransition {
  std::int64_t at_utc;          ///< this offset holds from here on
  std::int32_t offset_seconds;  ///< local = utc + offset
};

struct ZoneEntry {
  const char* name;  ///< an IANA name such as "America/Los_Angeles"
  const ZoneTransition* transitions;
  int count;
};

/// The years whose changes of the clock the zone rules hold.
inline constexpr int kFirstZoneYear = 2017;
inline constexpr int kLastZoneYear = 2034;

/// The zone rules that core is given; made at build time from the system's zone data.
using Zones = std::span<const ZoneEntry>;

const ZoneEntry* find_zone(Zones zones, std::string_view name);
std::int32_t offset_at(const ZoneEntry& zone, Instant t);
/// When the zone's offset next changes after t; nothing where it never does.
std::optional<Instant> next_change(const ZoneEntry& zone, Instant t);
/// When the zone's clock first shows so many seconds after midnight of `day`, or more where it skips that time.
Instant clock_time(Date day, int seconds, const ZoneEntry& zone);
/// The same with UTC for a null zone.
Instant clock_time(Date day, int seconds, const ZoneEntry* zone);
/// The first instant after t at which the clock shows so many seconds after midnight.
Instant next_clock_time(Instant t, int seconds, const ZoneEntry* zone);
/// The instant at which `day` begins in the zone; in a zone whose midnight is skipped, the first instant of that day.
Instant start_of(Date day, const ZoneEntry& zone);
/// The day that holds t in the zone.
Date date_of(Instant t, const ZoneEntry& zone);

/// A billing cycle: from 00:00 UTC of `start` (inclusive) to 00:00 UTC of `end` (exclusive), 28 to 31 days.
struct Cycle {
  Date start;
  Date end;
  int days() const { return end.days - start.days; }
};

/// The cycle that begins on `date`, or, with cycle_day 1..31, the one of that day of the month which
/// holds `date` (a day that a month lacks falls on its last day).
Cycle cycle_at(Date date, int cycle_day);

}  // namespace tollmeter
