#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "ui/kit.h"

namespace tollmeter::ui {

/// A stretch of one run on one line.
struct Piece {
  std::size_t run = 0, begin = 0, end = 0;  ///< bytes of the run's text
  int line = 0;
  float x = 0;
};

struct Wrapped {
  std::vector<Piece> pieces;
  int lines = 0;
  float end_x = 0;  ///< behind the last line's text
};

/// Breaks the runs into lines of at most `w`: after spaces, at '\n', and inside a word only where it alone is too long.
/// Runs that touch without a space stay together.
Wrapped wrap_runs(std::span<const Run> runs, float w, const std::function<float(std::string_view, Face)>& measure);

}  // namespace tollmeter::ui
