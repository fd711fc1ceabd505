#pragma once

#include <optional>
#include <span>
#include <vector>

namespace tollmeter::ui {

struct MarkLabel {
  float middle = 0;  ///< of the tick
  float w = 0;       ///< 0: no label
  bool cap = false;  ///< more important than the others
};

/// Left edge of each label: under its tick, moved as little as keeps it within [left, right]. Nothing for one that
/// would touch a more important one (caps first, then the earlier).
std::vector<std::optional<float>> place_mark_labels(std::span<const MarkLabel> labels, float left, float right);

}  // namespace tollmeter::ui
