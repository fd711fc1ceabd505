#pragma once

#include <cstdint>

namespace tollmeter {

/// Of whatever is counted in a unit of time: what a field takes, a link holds and a proposal may ask for.
inline constexpr std::int64_t kMostQuantity = 1'000'000'000'000'000;

}  // namespace tollmeter
