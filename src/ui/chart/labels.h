#pragma once

#include <optional>
#include <span>
#include <vector>

#include "ui/box.h"

namespace tollmeter::ui {

/// A label that looks for its place beside what it speaks of. Everything in CSS pixels.
struct LabelRequest {
  float from = 0, to = 0;  ///< the stretch that it names; a point when both are equal
  float y = 0;
  float w = 0, h = 0;  ///< of its text
  int importance = 0;  ///< the higher one chooses first
};

/// A place for each label, in the order given: inside `bounds`, over no other label and none of `taken`, and off the
/// `lines` where it can be. Nothing for a label that finds none.
std::vector<std::optional<Box>> place_labels(std::span<const LabelRequest> labels, const Box& bounds,
                                             std::span<const Box> taken, std::span<const Box> lines);

}  // namespace tollmeter::ui
