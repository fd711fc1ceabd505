#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/estimate.h"

namespace tollmeter {

/// A calculation of a comparison with its estimate. Points into both, which outlive it.
struct SideColumn {
  const Scenario* scenario = nullptr;
  const Estimate* estimate = nullptr;
};

/// Lines of the bill that stand for the same thing, matched as in core/compare.h.
struct SideLine {
  const Platform* platform = nullptr;
  std::string line;                           ///< "posts with a link", "monthly fee"
  std::vector<std::optional<Money>> amounts;  ///< by column; nothing where the column has no such line
};

/// What up to kMostColumns calculations come to, line by line. For each column and currency: the amounts of `differing`, `same`
/// and `rounding` add up to its total.
struct SideBySide {
  std::vector<SideLine> differing;  ///< not of the same amount everywhere; in the order of the bills
  int same_lines = 0;               ///< all others; a line of nothing equals one that is missing
  std::vector<Money> same;          ///< what they come to, per currency
  std::vector<std::vector<Money>> rounding;  ///< by column: what its totals, rounded once a platform, have beyond their rounded lines
};
SideBySide side_by_side(std::span<const SideColumn> columns);

/// What `to` costs more than `from` (below zero: less): of totals in one currency, the same in both, or of totals that both convert
/// into the same currency, each at its own rates. Nothing where the two cannot be subtracted.
std::optional<Money> difference(const SideColumn& from, const SideColumn& to);

}  // namespace tollmeter
