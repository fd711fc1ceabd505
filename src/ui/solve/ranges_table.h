#pragma once

#include "core/solve/ranges.h"
#include "ui/views.h"

namespace tollmeter::ui {

/// The figures of a range and what moves it, for those who would rather read. `drawn`: on the page in that box; else only as nodes behind
/// the charts. Returns the y below.
float ranges_table(View& view, const Ranges& ranges, const TotalRange& total, bool cases_known, bool drawn, const Box& box);

}  // namespace tollmeter::ui
