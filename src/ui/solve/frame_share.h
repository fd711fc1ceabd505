#pragma once

#include <cstddef>

#include "core/scenario.h"

namespace tollmeter::ui {

/// How many pieces of a computation in slices are done in a frame: a month of traffic that has a shape takes several times as
/// long to run as one of even traffic (tests/bench/solvers.cpp).
inline std::size_t frame_share(const Scenario& scenario, std::size_t even, std::size_t shaped) {
  return scenario.traffic.shape == Shape::even ? even : shaped;
}

}  // namespace tollmeter::ui
