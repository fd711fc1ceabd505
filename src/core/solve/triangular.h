#pragma once

#include <cstdint>

#include "core/rational.h"

namespace tollmeter {

/// An input of which a person knows the least, the likely and the most: low <= likely <= high.
struct Spread {
  Rational low, likely, high;
  friend bool operator==(const Spread&, const Spread&) = default;
};

/// The whole part of the square root, exact.
std::uint64_t square_root(std::uint64_t n);

/// A share of one, in parts of 2^32.
inline constexpr std::uint64_t kOne = std::uint64_t{1} << 32U;

/// The quantile function of the triangular distribution from 0 to 1 whose top is at `top` (0..kOne), at `probability`
/// (0 < probability < kOne): what is not exceeded with that probability. All in parts of 2^32; integers only, so that it is the same
/// in every build.
std::uint64_t triangular_quantile(std::uint64_t top, std::uint64_t probability);

/// The same between the ends of a spread.
Rational spread_quantile(const Spread& spread, std::uint64_t probability);

}  // namespace tollmeter
