#include "core/result.h"

#include "core/language.h"

namespace tollmeter {

std::string one_line(std::string text) {
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return text;
}

std::string Problem::sentence() const {
  if (expected.empty()) return one_line(where.empty() ? what : tr("{0}: {1}", {where, what}));
  return one_line(where.empty() ? tr("{0}; expected {1}", {what, expected}) : tr("{0}: {1}; expected {2}", {where, what, expected}));
}

}  // namespace tollmeter
