#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tollmeter {

/// Whether it turns the direction of the text behind it (U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069, U+061C) or ends a line
/// (U+2028, U+2029). Letters of right-to-left scripts need none of them to be read.
bool is_direction_mark(std::string_view character);

/// A scenario's title as it may be kept and shared: without control characters, direction marks and outer spaces, cut at a
/// whole character to kMostTitleBytes. Bytes that are no UTF-8 are left out.
std::string clean_title(std::string_view text);
/// A title as it is shown: that of a ready-made calculation in the language that is spoken, any other as it is.
std::string title_words(std::string_view title);
/// The same for any text of one line, cut to `most` bytes.
std::string clean_text(std::string_view text, std::size_t most);

}  // namespace tollmeter
