#pragma once

#include <concepts>
#include <cstdint>
#include <random>

namespace tollmeter {

/// From `low` to `high`, both included: the same in every C++ library, which a std::uniform_int_distribution is not.
/// Two draws never stand in one call: compilers evaluate arguments in either order.
template <std::integral Int, class Engine>
Int drawn(Engine& random, Int low, Int high) {
  return low + static_cast<Int>(random() % (static_cast<std::uint64_t>(high - low) + 1));
}

}  // namespace tollmeter
