#include "core/json_text.h"

#include <algorithm>
#include <cmath>

namespace tollmeter {

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
  // Written as a whole number of millionths: the C library's floating point formats are a good part of it.
  constexpr double kMost = 1e12;
  const double millionths = std::isfinite(value) ? std::round(std::clamp(value, -kMost, kMost) * 1e6) : 0;
  if (millionths < 0) text_ += '-';
  std::string digits = std::to_string(static_cast<std::int64_t>(std::abs(millionths)));
  if (digits.size() <= 6) digits.insert(0, 7 - digits.size(), '0');
  digits.insert(digits.size() - 6, 1, '.');
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') digits.pop_back();
  text_ += digits;
}

void JsonText::boolean(bool value) {
  separate();
  text_ += value ? "true" : "false";
}

}  // namespace tollmeter
