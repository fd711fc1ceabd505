#pragma once

#include <string>
#include <string_view>

namespace tollmeter::ui {

/// What was typed with its currency before or behind it: "$500", "500 EUR" and "500 $" are amounts of that currency; those of another
/// one are left as they are, and refused.
std::string without_currency(std::string_view typed, const std::string& currency);
/// What is typed into a field of money, with the sign of its currency where the language has it: "$1.5k", "1,5k $".
std::string with_currency(std::string_view typed, const std::string& currency);

}  // namespace tollmeter::ui
