#pragma once

#include <string>
#include <string_view>

namespace tollmeter {

/// "Posts read" inside a sentence: "posts read"; "API calls" and "DMs sent" stay as they are.
std::string lower_first(std::string_view name);
/// One line of text: tabs, line breaks and other control characters become single spaces.
std::string one_line(std::string_view text);

}  // namespace tollmeter
