#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/estimate.h"

namespace tollmeter {

struct ConvertedTotal {
  std::optional<Money> total;        ///< nothing where no currency is wanted or a rate is missing
  std::vector<std::string> lacking;  ///< currencies among the totals that have no rate, in the order of the totals
};
/// The totals of an estimate as one in the wanted currency: each times its rate, the sum rounded once, half-up, to that
/// currency's exponent. What is said of a part ("about", "at least", press, sources that disagree) is said of the sum; an
/// overflow stays one.
ConvertedTotal converted_total(const Estimate& estimate, const Scenario& scenario);

}  // namespace tollmeter
