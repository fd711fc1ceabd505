#pragma once

#include <string>

#include "core/range.h"

namespace tollmeter {

/// "20000:90000", "100:300:day": the value of a range's field in a link. Reads back as the same.
std::string range_value(RangeOf kind, const Range& range);

}  // namespace tollmeter
