#pragma once

#include "core/correction.h"
#include "ui/views.h"

namespace tollmeter::ui {

/// "Wrong? Correct it", a quiet link to a prefilled issue: behind what ends at (end_x, at.y), where that leaves room within `at` and
/// a mouse points, else below it. Returns the y below; at.y where there is nothing to correct, as of a person's own prices.
float correction_link(View& view, const Corrected& figure, const Box& at, float end_x);
/// The same below (x, y), in a line of its own.
float correction_line(View& view, const Corrected& figure, float x, float y);
float correction_line_height(const View& view, const Corrected& figure);

}  // namespace tollmeter::ui
