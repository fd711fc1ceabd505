#include "core/result.h"

namespace tollmeter {

std::string Problem::sentence() const {
  std::string text;
  if (!where.empty()) text += where + ": ";
  text += what;
  if (!expected.empty()) text += "; expected " + expected;
  return text;
}

}  // namespace tollmeter
