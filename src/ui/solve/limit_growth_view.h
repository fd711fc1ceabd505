#pragma once

#include <string>

#include "core/solve/limit_growth.h"
#include "ui/views.h"
#include "ui/views/limit_words.h"

namespace tollmeter::ui {

/// "2.4 × today's use", "refuses now: holds 0.33 × today's use", "without end".
std::string growth_held_words(const LimitGrowth& limit);
/// "until 14 August 2027", "beyond 3 years"; empty where the scenario does not grow, or it refuses now.
std::string growth_passed_words(const LimitGrowth& limit, const GrowthRate& growth);
/// Both in a sentence: "Stands growth up to 2.4 × today's use; at 5 % a month until 14 August 2027."
std::string limit_growth_sentence(const LimitGrowth& limit, const GrowthRate& growth);

/// Below what is said of an opened limit that holds. Returns the y below. `first`: of those of a frame.
float limit_growth_line(View& view, const LimitRef& ref, float x, float y, float w, bool first);
/// Of the growth tab: a heading that opens a table of all limits, those first that stand least. Returns the y below.
float limit_growth_table(View& view, float x, float y, float w);

}  // namespace tollmeter::ui
