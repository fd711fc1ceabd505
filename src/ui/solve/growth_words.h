#pragma once

#include <string>
#include <vector>

#include "core/solve/growth.h"

namespace tollmeter::ui {

/// What happens on the way, in order of time, each a sentence: "X Basic is outgrown on 14 March 2027 (posts read a month); from
/// then on X Pro".
std::vector<std::string> growth_sentences(const Growth& growth);

/// "5 % a month", "3 × in 12 months, 9.59 % a month", "none".
std::string growth_rate_words(const GrowthRate& rate);
/// "9.59 % a month", also of a target.
std::string monthly_growth_words(const GrowthRate& rate);
/// "1500.5", as a field takes it: with the decimal mark of the language, and no groups.
std::string growth_number(const Rational& number);
/// "1.63", for "× the quantities"; three digits or so.
std::string growth_multiple_words(const Rational& multiple);

/// "X: posts read a month", for a mark on the chart.
std::string growth_break_words(const GrowthBreak& broken);
/// "$100.00", "$10.00 + €5.00".
std::string money_list(const std::vector<Money>& totals);

/// A month for those who would rather read.
struct GrowthRow {
  std::string month, multiple, chosen, cheapest;
  std::string happens;  ///< may be empty
};
std::vector<GrowthRow> growth_rows(const Growth& growth);

}  // namespace tollmeter::ui
