#include "core/result.h"

#include "core/words.h"

namespace tollmeter {

std::string Problem::sentence() const {
  return join({where, where.empty() ? "" : ": ", what, expected.empty() ? "" : "; expected ", expected});
}

}  // namespace tollmeter
