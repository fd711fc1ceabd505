#pragma once

#include <algorithm>
#include <cstddef>

#include "core/scenario.h"
#include "ui/session.h"

namespace tollmeter::ui {

/// How many pieces of a computation in slices are done in a frame: a month of traffic that has a shape takes several times as
/// long to run as one of even traffic (tests/bench/solvers.cpp). Fewer while a slider is held: what the hand moves comes first.
inline std::size_t frame_share(const Session& session, const Scenario& of, std::size_t even, std::size_t shaped) {
  constexpr std::size_t kHeld = 4;
  const std::size_t share = of.traffic.shape == Shape::even ? even : shaped;
  return session.in_gesture() ? std::max<std::size_t>(1, share / kHeld) : share;
}

}  // namespace tollmeter::ui
