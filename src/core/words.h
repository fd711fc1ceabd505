#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace tollmeter {

/// The texts one after another. A chain of + makes and frees a text at each step, and all of that is code.
std::string join(std::initializer_list<std::string_view> texts);
/// 0 to 15, or -1 where it is no hexadecimal digit.
int hex_value(char digit);
/// "Posts read" inside a sentence: "posts read"; "API calls" and "DMs sent" stay as they are.
std::string lower_first(std::string_view name);
/// One line of text: tabs, line breaks and other control characters become single spaces.
std::string one_line(std::string_view text);

}  // namespace tollmeter
