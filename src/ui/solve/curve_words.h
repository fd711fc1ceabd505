#pragma once

#include <string>

#include "core/solve/inverse.h"
#include "ui/solve/curve_picture.h"

namespace tollmeter::ui {

// What the cost curve says. `units` is what the dial counts in: "posts read".

std::string count_words(std::int64_t units, const std::string& noun);  ///< "43,000 posts read"
/// "ends at 10,000", "does not serve the rest of this use: posts created", empty where it has no end.
std::string end_words(const PlanCurve& plan);
/// Money as a chart prints it, rounded to the cent.
std::string cost_words(Money exact);
/// "from 893,201 on Pro is cheaper than Pay per use"
std::string break_even_words(const BreakEven& even);
/// Below the chart, two sentences at most: the next break-even, a cliff right here, what a budget allows.
std::string outlook_words(const CostCurve& curve, std::int64_t now, const std::string& noun);
/// Behind that, where a plan of a quoted or reported price would allow more: " At a reported price, 90,000 emails on Scale."
std::string quoted_words(const Affordable& found, const Affordable& quoted, const std::string& noun);
std::string budget_words(const Affordable& found, std::int64_t top, const std::string& noun);

/// What another day says of as much: "On 25 Apr 2023: $100 on Basic; above 10,000 only Pro serves it all."
std::string other_day_words(const CostCurve& other, const Platform& platform, std::int64_t now, Date day);
/// The same without its full stop, what it costs and the next break-even by themselves; where there is none, one text.
std::vector<std::string> other_day_parts(const CostCurve& other, const Platform& platform, std::int64_t now, Date day);

/// The plan's name, and how it can be had where that is not simply by buying it: "Enterprise, by contract".
std::string plan_words(const PlanCurve& plan);

struct CurveRow {
  std::string plan, ends, now, cheapest;
  std::string ends_brief;  ///< where there is little room
};
/// Those that may be chosen first, each kind in the catalogue's order.
std::vector<CurveRow> curve_rows(const CostCurve& curve, std::int64_t now);

}  // namespace tollmeter::ui
