#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/catalog.h"
#include "core/scenario.h"
#include "core/solve/triangular.h"

namespace tollmeter {

/// Names an input of a scenario that may have a range.
struct RangedInput {
  RangeOf kind = RangeOf::quantity;
  std::string platform;  ///< of a quantity or a share
  std::string id;        ///< of a metric or a driver; empty for the count of the person's own unit
  friend bool operator==(const RangedInput&, const RangedInput&) = default;
};

/// Those with a range: the unit, drivers by id, then the platforms in their order. What the catalogue does not hold is left out.
std::vector<RangedInput> ranged_inputs(const Scenario& scenario, const Catalog& catalog);

/// Null where it has none.
const Range* range_of(const RangedInput& input, const Scenario& scenario);
/// Sets or, with nothing, takes away the range. An input that the scenario does not have stays without.
void set_range(Scenario& scenario, const RangedInput& input, std::optional<Range> range);

/// What is set or assumed: units in the billing cycle, a share, a number.
Rational likely_value(const RangedInput& input, const Scenario& scenario, const Catalog& catalog);
/// Between its ends, in the same measure, with the likely value inside. Without a range all three are the likely value.
Spread spread_of(const RangedInput& input, const Scenario& scenario, const Catalog& catalog);

/// The scenario with the input at a value in the measure of likely_value.
void set_value(Scenario& scenario, const RangedInput& input, const Rational& value);
/// To what a person could have typed, and never out of the spread: calls, units and drivers that are whole to whole numbers, others
/// to six decimals.
Rational plausible(const RangedInput& input, const Spread& spread, const Rational& value);

/// From half to one and a half of the likely value, within what the input may be, ends as `plausible`. Nothing where that is no range
/// (zero, or a driver that can only be one thing).
std::optional<Range> half_around(const RangedInput& input, const Scenario& scenario, const Catalog& catalog);

/// "x/posts_read", "you/accounts", "unit": unlike for unlike inputs.
std::string input_key(const RangedInput& input);

}  // namespace tollmeter
