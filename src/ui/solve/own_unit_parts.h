#pragma once

#include "ui/views.h"

namespace tollmeter::ui {

/// Where a unit is said: its name, how many of each operation one takes, more operations, and its end. Returns the y below.
float own_unit_parts(View& view, float x, float y, float w);

}  // namespace tollmeter::ui
