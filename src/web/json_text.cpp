#include "web/json_text.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace tollmeter::web {

void JsonText::separate() {
  if (text_.empty()) return;
  const char last = text_.back();
  if (last != '{' && last != '[' && last != ':') text_ += ',';
}

void JsonText::open(char bracket) {
  separate();
  text_ += bracket;
}

void JsonText::close(char bracket) { text_ += bracket; }

void JsonText::key(std::string_view name) {
  separate();
  quote(name);
  text_ += ':';
}

void JsonText::string(std::string_view value) {
  separate();
  quote(value);
}

void JsonText::quote(std::string_view value) {
  constexpr std::string_view kHex = "0123456789abcdef";
  text_ += '"';
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      text_ += '\\';
      text_ += c;
    } else if (byte < 0x20) {
      text_ += "\\u00";
      text_ += kHex[byte >> 4U];
      text_ += kHex[byte & 15U];
    } else {
      text_ += c;
    }
  }
  text_ += '"';
}

void JsonText::integer(std::int64_t value) {
  separate();
  text_ += std::to_string(value);
}

void JsonText::number(double value) {
  separate();
  std::array<char, 32> digits{};
  std::snprintf(digits.data(), digits.size(), "%.6g", std::isfinite(value) ? value : 0.0);
  text_ += digits.data();
}

void JsonText::boolean(bool value) {
  separate();
  text_ += value ? "true" : "false";
}

}  // namespace tollmeter::web
