#pragma once

#include <string>

#include "core/own_unit.h"

namespace tollmeter::ui {

/// "One customer a month"; "Your own unit" where it has no name.
std::string unit_title(const OwnUnit& unit);
/// What so many are called: "600 customers", "1 customer", "600 × Kunde", "600 units".
std::string units_words(const OwnUnit& unit, const Rational& count);
/// "plus 6,000 from 600 customers": what the units add to an operation; empty where they take none of it.
std::string units_extra(const OwnUnit& unit, std::string_view platform, std::string_view metric);

}  // namespace tollmeter::ui
