#pragma once

#include <vector>

#include "core/calendar_window.h"
#include "core/catalog.h"
#include "core/traffic.h"

namespace tollmeter {

/// A window of a limit, as far as it lies in the cycle, and its share of the cycle's traffic.
struct WindowShare {
  Instant begin, end;
  Rational share;
};

/// The windows of the cycle, of days or of months over the cycle; they touch each other and their shares add up to 1. Empty for
/// windows of other kinds and for a zone that is not known.
std::vector<WindowShare> limit_windows(const Window& window, const Traffic& traffic, Zones zones);

}  // namespace tollmeter
