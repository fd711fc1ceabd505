#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tollmeter {

/// A scenario's title as it may be kept and shared: without control characters and outer spaces, cut at a
/// whole character to kMostTitleBytes. Bytes that are no UTF-8 are left out.
std::string clean_title(std::string_view text);
/// The same for any text of one line, cut to `most` bytes.
std::string clean_text(std::string_view text, std::size_t most);

}  // namespace tollmeter
