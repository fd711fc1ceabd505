#include "ui/kit/marks.h"

#include <algorithm>

namespace tollmeter::ui {
namespace {

constexpr float kGap = 6;

}  // namespace

std::vector<std::optional<float>> place_mark_labels(std::span<const MarkLabel> labels, float left, float right) {
  std::vector<std::optional<float>> placed(labels.size());
  for (const bool caps : {true, false}) {
    for (std::size_t i = 0; i < labels.size(); ++i) {
      const MarkLabel& label = labels[i];
      if (label.cap != caps || label.w <= 0 || label.w > right - left) continue;
      const float x = std::clamp(label.middle - label.w / 2, left, right - label.w);
      bool free = true;
      for (std::size_t k = 0; k < labels.size(); ++k) {
        if (placed[k] && x < *placed[k] + labels[k].w + kGap && *placed[k] < x + label.w + kGap) free = false;
      }
      if (free) placed[i] = x;
    }
  }
  return placed;
}

}  // namespace tollmeter::ui
