#pragma once

#include <cstddef>
#include <vector>

#include "core/scenario.h"

namespace tollmeter {

/// A comparison has as many columns at most, the one that is edited included.
inline constexpr std::size_t kMostColumns = 4;

/// The calculations that stand beside the one that is edited.
struct Beside {
  std::vector<Scenario> others;  ///< in the order of their columns; at most kMostColumns - 1
  std::size_t place = 0;         ///< of the edited one among all columns, 0..others.size()
  friend bool operator==(const Beside&, const Beside&) = default;
};

}  // namespace tollmeter
