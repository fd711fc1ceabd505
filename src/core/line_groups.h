#pragma once

#include <string>
#include <vector>

#include "core/estimate.h"

namespace tollmeter {

/// The lines of one platform that stand for the same thing in two estimates: all flat charges, or those of one metric.
struct LineGroup {
  const PlatformEstimate* platform = nullptr;
  const Metric* metric = nullptr;  ///< null: the flat charges
  const BillLine* first = nullptr;
  Rational served;
  Money amount;  ///< the sum of rounded lines; of lines whose price is not published what is known of it, with `at_least`
};
using LineGroups = std::vector<LineGroup>;

/// Of the lines that count in totals, in the order of the bill. Points into the estimate.
LineGroups line_groups(const Estimate& estimate);
/// The one of the same platform and metric; null: none.
const LineGroup* partner_of(const LineGroup& group, const LineGroups& others);
/// "posts with a link", "monthly fee".
std::string line_title(const LineGroup& group);
/// Equal, and as certain.
bool same_amount(const Money& a, const Money& b);

}  // namespace tollmeter
