#include "ui/chart/labels.h"

#include <algorithm>
#include <numeric>

namespace tollmeter::ui {
namespace {

constexpr float kOff = 5;       // between a label and its line
constexpr float kBeside = 12;   // between a label and its point
constexpr float kGap = 3;       // between two labels
constexpr float kOnLine = 100;  // what lying on a line costs; a later candidate costs 1 more

bool touch(const Box& a, const Box& b, float gap) {
  return a.x < b.right() + gap && b.x < a.right() + gap && a.y < b.bottom() + gap && b.y < a.bottom() + gap;
}

// From the best place on. A stretch is named above or below it, a point beside it.
std::vector<Box> candidates(const LabelRequest& l, const Box& bounds) {
  std::vector<Box> out;
  const float above = l.y - kOff - l.h;
  const float below = l.y + kOff;
  if (l.to > l.from) {
    const float inside_left = std::max(l.from, bounds.x);
    const float inside_right = std::min(l.to, bounds.right());
    const float middle = (inside_left + inside_right - l.w) / 2;
    for (const float y : {above, below}) {
      for (const float x : {middle, inside_left + kOff, inside_right - l.w - kOff}) out.push_back({x, y, l.w, l.h});
    }
    // A stretch shorter than its name: the name may lean out to either side.
    for (const float y : {above, below}) {
      for (const float x : {inside_right - l.w, inside_left}) out.push_back({x, y, l.w, l.h});
    }
    for (const float x : {inside_left - kBeside - l.w, inside_right + kBeside})
      out.push_back({x, l.y - l.h / 2, l.w, l.h});
    return out;
  }
  // Further off where something stands right beside it.
  for (const float off : {kBeside, 2 * kBeside, 3 * kBeside, 5 * kBeside}) {
    for (const float y : {l.y - l.h / 2, above, below}) {
      for (const float x : {l.from + off, l.from - off - l.w}) out.push_back({x, y, l.w, l.h});
    }
  }
  for (const float y : {above - kOff, below + kOff}) out.push_back({l.from - l.w / 2, y, l.w, l.h});
  return out;
}

bool within(const Box& b, const Box& bounds) {
  return b.x >= bounds.x && b.right() <= bounds.right() && b.y >= bounds.y && b.bottom() <= bounds.bottom();
}

}  // namespace

std::vector<std::optional<Box>> place_labels(std::span<const LabelRequest> labels, const Box& bounds,
                                             std::span<const Box> taken, std::span<const Box> lines) {
  std::vector<std::size_t> order(labels.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [labels](std::size_t a, std::size_t b) { return labels[a].importance > labels[b].importance; });
  std::vector<std::optional<Box>> placed(labels.size());
  std::vector<Box> full(taken.begin(), taken.end());
  for (const std::size_t i : order) {
    float best = 0;
    float rank = 0;
    for (Box c : candidates(labels[i], bounds)) {
      rank += 1;
      // Over the edge by a little: moved in.
      c.x = std::clamp(c.x, bounds.x, std::max(bounds.x, bounds.right() - c.w));
      if (!within(c, bounds)) continue;
      if (std::any_of(full.begin(), full.end(), [c](const Box& b) { return touch(c, b, kGap); })) continue;
      const auto crossed = std::count_if(lines.begin(), lines.end(), [c](const Box& b) { return touch(c, b, 0); });
      const float cost = rank + kOnLine * static_cast<float>(crossed);
      if (!placed[i] || cost < best) {
        placed[i] = c;
        best = cost;
      }
    }
    if (placed[i]) full.push_back(*placed[i]);
  }
  return placed;
}

}  // namespace tollmeter::ui
