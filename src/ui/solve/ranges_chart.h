#pragma once

#include "core/solve/ranges.h"
#include "ui/views.h"

namespace tollmeter::ui {

/// How often the total is how much, as bars, with where 8 of 10 cases lie and the likely total. Draws in the whole box.
void distribution_chart(View& view, const Ranges& ranges, const TotalRange& total, const Box& box);

/// What moves the total: a bar for each input from its low to its high end, the widest first (a tornado chart). Returns the y below.
float swing_chart(View& view, const Ranges& ranges, const TotalRange& total, float x, float y, float w);

}  // namespace tollmeter::ui
