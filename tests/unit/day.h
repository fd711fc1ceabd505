#pragma once

#include "core/calendar.h"

namespace tollmeter {

/// "2023-04-25", in a test that knows it to be a day.
inline Date day(const char* iso) { return *Date::parse(iso); }

}  // namespace tollmeter
