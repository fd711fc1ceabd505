#pragma once

#include "core/calendar.h"
#include "core/catalog.h"

namespace tollmeter {

/// A stretch of time; both ends may lie outside the cycle.
struct WindowSpan {
  Instant begin, end;
};

/// The window of days or months (Window::is_calendar) that holds t, its begin inclusive; `zone` null is UTC. Windows of several
/// days are counted from `from`, or else from a Monday, so that a week is Monday to Sunday.
WindowSpan calendar_window(Instant t, const Window& window, const ZoneEntry* zone);

}  // namespace tollmeter
