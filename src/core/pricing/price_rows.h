#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/pricing/use.h"

namespace tollmeter {

/// A charge in force and what it may count.
struct PricedRow {
  const Charge* charge = nullptr;
  std::vector<Events> events;  ///< of its metric
  bool approximate = false;    ///< what rests on it is never shown with cents
  // Filled by price_rows():
  Rational quantity;  ///< units counted, before rounding and free units
  Rational exact;     ///< what it adds to the sum; below zero for what comes off
  bool in_sum = true; ///< false for amounts in a private unit and for credits that are no cash
  bool unknown = false;
  std::vector<std::string> steps;
};

/// Prices the rows of one plan in one currency, in the order of docs/rules.md: charges, those `on` others after them,
/// then discounts, maximum, minimum and credits on the sum. Amounts are exact; rounding is the caller's. `asked` gives
/// the units of a metric or the value of a driver, for capacities.
void price_rows(std::span<PricedRow> rows, std::string_view currency, const PricingWorld& world,
                FunctionRef<Rational(std::string_view)> asked, bool with_steps);

}  // namespace tollmeter
