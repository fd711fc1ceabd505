#include "ui/chart/labels.h"

#include <algorithm>

#include "core/order.h"

namespace tollmeter::ui {
namespace {

constexpr float kOff = 5;       // between a label and its line
constexpr float kBeside = 12;   // between a label and its point
constexpr int kRowsAway = 12;    // half heights above or below a point
constexpr float kGap = 3;       // between two labels
constexpr float kOffLine = 1;
// What it costs to lie on a line or an upright; each later candidate costs 1 more than the one before.
constexpr float kOnLine = 2000;
constexpr float kOnUpright = 1000;

bool touch(const Box& a, const Box& b, float gap) {
  return a.x < b.right() + gap && b.x < a.right() + gap && a.y < b.bottom() + gap && b.y < a.bottom() + gap;
}

// Along a stretch, from its middle outwards.
std::vector<float> along(float left, float right) {
  constexpr int kPlaces = 4;  // to each side
  std::vector<float> out = {(left + right) / 2};
  for (int i = 1; i <= kPlaces; ++i) {
    const float part = static_cast<float>(i) / (2 * kPlaces);
    for (const float sign : {-1.0F, 1.0F}) out.push_back((left + right) / 2 + sign * part * (right - left));
  }
  return out;
}

// From the best place on. A stretch is named above or below it, a point beside it.
std::vector<Box> candidates(const LabelRequest& l, const Box& bounds) {
  std::vector<Box> out;
  const float above = l.y - kOff - l.h;
  const float below = l.y + kOff;
  if (l.to > l.from) {
    const float left = std::max(l.from, bounds.x);
    const float right = std::min(l.to, bounds.right());
    // Of one shorter than its name, the name leans out to either side.
    const bool fits = right - left >= l.w + 2 * kOff;
    const std::vector<float> places = fits ? along(left + kOff, right - l.w - kOff) : along(right - l.w, left);
    for (const float off : {0.0F, l.h}) {
      for (const float y : {above - off, below + off}) {
        for (const float x : places) out.push_back({x, y, l.w, l.h});
      }
    }
    for (const float off : {kOff, kBeside}) {
      for (const float y : {l.y - l.h / 2, above, below}) {
        for (const float x : {left - off - l.w, right + off}) out.push_back({x, y, l.w, l.h});
      }
    }
    return out;
  }
  // Further off where something stands right beside it.
  for (const float off : {kBeside, 2 * kBeside, 3 * kBeside, 5 * kBeside}) {
    for (const float y : {l.y - l.h / 2, above, below, above - l.h, below + l.h}) {
      for (const float x : {l.from + off, l.from - off - l.w}) out.push_back({x, y, l.w, l.h});
    }
  }
  for (int away = 0; away < kRowsAway; ++away) {
    const float off = kOff + static_cast<float>(away) * l.h / 2;
    for (const float y : {above - off, below + off}) {
      for (const float x : {l.from - l.w / 2, l.from - l.w, l.from}) out.push_back({x, y, l.w, l.h});
    }
  }
  return out;
}

bool within(const Box& b, const Box& bounds) {
  return b.x >= bounds.x && b.right() <= bounds.right() && b.y >= bounds.y && b.bottom() <= bounds.bottom();
}

bool any_touches(std::span<const Box> boxes, const Box& b, float gap) {
  return std::any_of(boxes.begin(), boxes.end(), [&](const Box& other) { return touch(b, other, gap); });
}

bool is_beside(const PlacedLabel& placed, const LabelRequest& label) {
  return label.to > label.from && (placed.box.x >= label.to || placed.box.right() <= label.from);
}

std::optional<PlacedLabel> place(const LabelRequest& label, const LabelGround& ground, std::span<const Box> full) {
  std::optional<PlacedLabel> best;
  float least = 0;
  float rank = 0;
  for (Box c : candidates(label, ground.bounds)) {
    rank += 1;
    // Over the edge by a little: moved in.
    c.x = std::clamp(c.x, ground.bounds.x, std::max(ground.bounds.x, ground.bounds.right() - c.w));
    if (!within(c, ground.bounds) || any_touches(full, c, kGap)) continue;
    const bool on_line = any_touches(ground.lines, c, kOffLine);
    const bool on_upright = any_touches(ground.uprights, c, kOffLine);
    if (on_line && !label.must) continue;
    const float cost = rank + (on_line ? kOnLine : 0) + (on_upright ? kOnUpright : 0);
    if (best && cost >= least) continue;
    best = PlacedLabel{c, false, on_line || on_upright};
    least = cost;
  }
  return best;
}

}  // namespace

std::vector<std::optional<PlacedLabel>> place_labels(std::span<const LabelRequest> labels, const LabelGround& ground) {
  const auto more_important = [labels](std::size_t a, std::size_t b) {
    return labels[a].importance > labels[b].importance;
  };
  std::vector<std::optional<PlacedLabel>> placed(labels.size());
  std::vector<Box> full(ground.taken.begin(), ground.taken.end());
  for (const std::size_t i : in_order(labels.size(), more_important)) {
    LabelRequest label = labels[i];
    placed[i] = place(label, ground, full);
    const bool well = placed[i] && !placed[i]->crosses && !is_beside(*placed[i], label);
    if (label.brief_w > 0 && !well) {
      label.w = label.brief_w;
      std::optional<PlacedLabel> brief = place(label, ground, full);
      if (brief && (!placed[i] || (!brief->crosses && !is_beside(*brief, label)))) {
        brief->brief = true;
        placed[i] = brief;
      }
    }
    if (placed[i]) full.push_back(placed[i]->box);
  }
  return placed;
}

}  // namespace tollmeter::ui
