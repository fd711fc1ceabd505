#pragma once

#include "ui/solve/month_words.h"
#include "ui/views.h"

namespace tollmeter::ui {

/// The hours of the cycle, coloured by their share of the traffic, with the instants at which limits break. Days go across, or,
/// where it is narrow, down. Returns the y below its legend.
float heat_map(View& view, const MonthState& month, const std::vector<MonthBreak>& breaks, const Box& box);

/// The use of one limit over the cycle against its cap. Returns the y below; y itself for a limit whose windows are not of days or
/// the cycle, or that has no cap.
float limit_burn_down(View& view, const LimitRef& ref, const MonthState& month, float x, float y, float w);

}  // namespace tollmeter::ui
