#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/calendar.h"
#include "core/solve/dial.h"

namespace tollmeter::ui {

struct CurvePicture;

/// What the cost curve keeps between frames.
struct CurveState {
  Dial dial;                 ///< what was picked; of an empty one the metric that costs most
  bool linear = false;       ///< axes; else logarithmic
  bool table = false;        ///< shown as a table instead of a chart
  std::string budget = "200";
  std::string budget_error;  ///< why the last typed budget could not be read
  bool touched = false;      ///< the point is held, and has not been moved yet
  double linear_top = 0;     ///< of the linear axis; stays while the point is dragged
  std::optional<Date> other_day;  ///< whose cheapest plans are drawn beside
  bool other_typed = false;       ///< it has a field of its own, instead of being picked
  std::string other_refused;      ///< what was typed last and is no day that can be computed; empty: it was one
  std::shared_ptr<const CurvePicture> picture;  ///< computed, for as long as nothing but the dial moves
  std::shared_ptr<const CurvePicture> other_picture;  ///< the same, of the other day
};

}  // namespace tollmeter::ui
