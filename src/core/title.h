#pragma once

#include <string>
#include <string_view>

namespace tollmeter {

/// A scenario's title as it may be kept and shared: without control characters and outer spaces, cut at a
/// whole character to kMostTitleBytes. Bytes that are no UTF-8 are left out.
std::string clean_title(std::string_view text);

}  // namespace tollmeter
