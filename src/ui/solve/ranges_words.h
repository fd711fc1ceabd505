#pragma once

#include <string>
#include <vector>

#include "core/solve/ranges.h"
#include "ui/session.h"

namespace tollmeter::ui {

/// "X posts read", "connected accounts", "count of one customer a month".
std::string ranged_name(const RangedInput& input, const Session& session);
/// A value of an input in the unit of its range: "20,000", "200 a day", "40 %", "60".
std::string ranged_value(const RangedInput& input, const Session& session, const Rational& value);

/// "between $210.00 and $890.00", or one amount where both are the same.
std::string between_words(const TotalRange& total);
/// "In 8 of 10 cases the total is between $210.00 and $890.00; half of them are below $300.00."
std::string total_sentence(const TotalRange& total);
/// "X posts read moves it most: from $210.00 at 20,000 to $890.00 at 90,000."
std::string mover_sentence(const Ranges& ranges, const TotalRange& total, const Session& session);
/// "A limit breaks in 21 % of the cases; the budget of $600 is crossed in 3 %."
std::string limits_sentence(const Ranges& ranges, const Session& session);
/// "from $210.00 at 20,000 to $890.00 at 90,000".
std::string swing_words(const Ranges& ranges, const Swing& swing, const Session& session);
/// How the range comes about, for whoever wants to know.
std::string model_sentence();

/// A line of a table for those who would rather read.
struct RangeFigure {
  std::string what, amount;
};
std::vector<RangeFigure> range_figures(const TotalRange& total);

}  // namespace tollmeter::ui
