#pragma once

#include <string>

#include "core/rational.h"

namespace tollmeter {

/// A number with the text that the person typed.
struct TypedNumber {
  Rational value;
  std::string typed;
  friend bool operator==(const TypedNumber&, const TypedNumber&) = default;
};

}  // namespace tollmeter
