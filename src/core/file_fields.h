#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/json_cursor.h"
#include "core/pricing/use.h"

// Fields that usage and events files share.
namespace tollmeter {

using NumbersByName = std::map<std::string, Rational, std::less<>>;

/// Numbers by name, each in quotation marks or without.
NumbersByName read_numbers(const JsonCursor& at, std::string_view key);
/// A day of the month, 1 to 31; `otherwise` where the key is absent.
int read_cycle_day(const JsonCursor& at, int otherwise);
/// A day, which is its 00:00 UTC, or "2026-08-20T02:00:00Z" with up to nine decimals of a second: nanoseconds since
/// 1970.
std::int64_t read_instant(const JsonCursor& at);

}  // namespace tollmeter
