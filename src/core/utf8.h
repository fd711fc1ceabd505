#pragma once

#include <cstddef>
#include <string_view>

namespace tollmeter {

/// The length of the UTF-8 character that begins the text, 0 where there is none (RFC 3629: no overlong forms, no
/// surrogates, nothing above U+10FFFF).
std::size_t utf8_length(std::string_view text);

}  // namespace tollmeter
