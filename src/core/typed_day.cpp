#include "core/typed_day.h"

#include <string>

#include "core/format.h"
#include "core/language.h"
#include "core/title.h"
#include "core/words.h"

namespace tollmeter {
namespace {

constexpr std::size_t kShown = 24;

/// A day of the calendar, of a year before 1900 or after 2199. The calendar of a year depends on no more than whether it is a leap year.
bool is_day_of_another_year(std::string_view text) {
  if (text.size() != 10) return false;
  int year = 0;
  for (const char c : text.substr(0, 4)) {
    if (c < '0' || c > '9') return false;
    year = year * 10 + (c - '0');
  }
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return (year < 1900 || year > 2199) && Date::parse(join({leap ? "2000" : "1999", text.substr(4)})).has_value();
}

}  // namespace

Result<Date> parse_day(std::string_view text) {
  if (const std::optional<Date> day = Date::parse(text)) return *day;
  if (is_day_of_another_year(text)) {
    return Problem{{}, tr("'{0}' is a day that is not computed", {text}), tr("one from 1900-01-01 to 2199-12-31")};
  }
  std::string what = tr("'{0}' is not a day", {clean_title(text.substr(0, kShown))});
  // With 01 as its day it would be one: then the month is too short.
  const std::optional<Date> first =
      text.size() == 10 ? Date::parse(join({text.substr(0, 8), "01"})) : std::nullopt;
  if (first && text[8] >= '0' && text[8] <= '9' && text[9] >= '0' && text[9] <= '9') {
    const int days = first->plus_months(1).days - first->days;
    what = tr("{0}: {1} {2} has the days 01 to {3}", {what, month_name(first->month()), std::to_string(first->year()), std::to_string(days)});
  }
  return Problem{{}, std::move(what), tr("year-month-day from 1900 to 2199, such as 2023-04-25")};
}

}  // namespace tollmeter
