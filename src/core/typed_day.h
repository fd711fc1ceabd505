#pragma once

#include <string_view>

#include "core/calendar.h"
#include "core/result.h"

namespace tollmeter {

/// "2023-04-25", of the years 1900 to 2199. The problem quotes the text, says how many days a month has where the day is one
/// too many, and that a day of another year is one, but not computed; it names no place.
Result<Date> parse_day(std::string_view text);

}  // namespace tollmeter
