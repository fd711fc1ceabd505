#pragma once

#include "ui/solve/ranges_state.h"
#include "ui/views.h"

namespace tollmeter::ui {

/// The inputs with a range, each with its low and high end, and what adds another. Returns the y below.
float ranges_input(View& view, RangesState& state, float x, float y, float w);

/// What to begin with where nothing has a range yet. Returns the y below.
float ranges_start(View& view, const RangesState& state, float x, float y, float w);

}  // namespace tollmeter::ui
