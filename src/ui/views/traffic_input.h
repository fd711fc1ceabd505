#pragma once

#include <string>

#include "core/traffic_pattern.h"
#include "ui/views.h"

namespace tollmeter::ui {

/// "even", "working hours", "drawn week": the shape of the traffic in a word or two.
std::string shape_words(Shape shape);

/// Fields that the traffic asks for beside its shape: none for even traffic, else its time zone and what its shape has
/// numbers for.
int traffic_fields(const TrafficPattern& pattern);
/// Field 0 is the shape; each has the height of a label and a control.
void traffic_field(View& view, int field, float x, float y, float w);
/// What stands below the fields: refused texts, the drawn week, and whether refused calls are tried again where that
/// makes a difference. Returns the y below.
float traffic_below(View& view, float x, float y, float w);

}  // namespace tollmeter::ui
