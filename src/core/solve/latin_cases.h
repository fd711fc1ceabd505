#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tollmeter {

/// How many cases are run. Each input takes each thousandth of its distribution once.
inline constexpr std::size_t kRangeCases = 1000;

/// In which order an input takes the thousandths of its distribution over the cases: each of 0..kRangeCases-1 once, shuffled by its
/// name alone, so that it is the same for every link, build and order of inputs.
std::vector<std::uint16_t> latin_order(std::string_view name);

/// The middle of a thousandth as a probability in parts of 2^32.
std::uint64_t latin_probability(std::uint16_t part);

}  // namespace tollmeter
