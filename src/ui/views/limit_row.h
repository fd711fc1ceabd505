#pragma once

#include <optional>

#include "ui/views.h"
#include "ui/views/limit_words.h"

namespace tollmeter::ui {

/// What is said of one limit, from (x, y) within `w`: its terms, how full it is, when it breaks, its source. Returns the y below;
/// `end_x`, if given, gets the x behind the last line.
float limit_text(View& view, const LimitRef& ref, float x, float y, float w, float* end_x = nullptr);

/// The count of a breached limit over the window in which it first breaks: rising to the cap, then flat and red. Returns the
/// y below; y itself where nothing can be drawn (a cap of zero).
float burn_down(View& view, const LimitRef& breach, float x, float y, float w);

/// Icon and tone by which a limit shows how it fares.
Kit::Icon limit_icon(const LimitRef& ref);
Tone limit_tone(const LimitRef& ref);

}  // namespace tollmeter::ui
