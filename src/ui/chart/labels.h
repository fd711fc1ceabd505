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
  float brief_w = 0;   ///< of a shorter text, taken where the full one finds no good place; 0: there is none
  bool must = false;   ///< stands on a line rather than not at all
};

/// What is drawn already.
struct LabelGround {
  Box bounds;
  std::span<const Box> taken = {};     ///< no label stands there
  std::span<const Box> lines = {};     ///< nor on these, unless it must
  std::span<const Box> uprights = {};  ///< on these only where there is no room beside them
};

struct PlacedLabel {
  Box box;
  bool brief = false;
  bool crosses = false;  ///< lies on a line or an upright
};

/// A place for each label, in the order given: within the ground and over no other label. Nothing for one that finds
/// none.
std::vector<std::optional<PlacedLabel>> place_labels(std::span<const LabelRequest> labels, const LabelGround& ground);

}  // namespace tollmeter::ui
