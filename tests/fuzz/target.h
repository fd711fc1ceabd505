#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include "core/result.h"
#include "core/utf8.h"

namespace tollmeter::fuzz {

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// What is before the first zero byte and what is behind it: the form of an input that is two texts.
inline std::pair<std::string_view, std::string_view> halves(std::string_view text) {
  const std::size_t end = text.find('\0');
  if (end == std::string_view::npos) return {text, {}};
  return {text.substr(0, end), text.substr(end + 1)};
}

/// Without what is no UTF-8: texts are, from where they were read on.
inline std::string utf8_of(std::string_view bytes) {
  std::string text;
  while (!bytes.empty()) {
    const std::size_t length = utf8_length(bytes);
    text += bytes.substr(0, length);
    bytes.remove_prefix(length == 0 ? 1 : length);
  }
  return text;
}

/// Ends the run where a rule does not hold; libFuzzer then keeps the input.
inline void must(bool holds, const char* rule) {
  if (holds) return;
  std::fprintf(stderr, "This does not hold: %s.\n", rule);
  std::abort();
}

/// True where the text was read. What is refused is refused in words.
template <class T>
bool taken(const Result<T>& read) {
  if (!read) must(!read.problem().sentence().empty(), "a problem is a sentence");
  return read.ok();
}

}  // namespace tollmeter::fuzz
