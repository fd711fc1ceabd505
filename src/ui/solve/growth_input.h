#pragma once

#include "ui/solve/growth_state.h"
#include "ui/views.h"

namespace tollmeter::ui {

/// How fast it grows: percent a month, or a target, and the link between chart and table. Returns the y below.
float growth_input(View& view, GrowthState& state, float x, float y, float w);

/// The slider of percent a month: half of its track is 0 to 20 %.
double growth_slider_position(const Rational& percent);
Rational growth_slider_percent(double position);  ///< a half percent apart up to 20 %, then whole ones

}  // namespace tollmeter::ui
