#include "core/result.h"

#include "core/words.h"

namespace tollmeter {

std::string one_line(std::string text) {
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return text;
}

std::string Problem::sentence() const {
  return one_line(join({where, where.empty() ? "" : ": ", what, expected.empty() ? "" : "; expected ", expected}));
}

}  // namespace tollmeter
