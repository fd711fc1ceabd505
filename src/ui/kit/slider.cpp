#include <algorithm>
#include <cmath>
#include <vector>

#include "imgui.h"
#include "imgui_internal.h"
#include "ui/kit.h"
#include "ui/kit/marks.h"

namespace tollmeter::ui {
namespace {

constexpr float kTrack = 6;  // height of the used part
constexpr float kRest = 4;   // and of the rest
constexpr float kKnob = 18;  // across
constexpr float kFingerKnob = 26;
constexpr float kRing = 2;
constexpr float kTickWide = 2;
constexpr float kTickHigh = 22;  // shows above and below a knob that stands on it
constexpr float kLabelSize = 11;
constexpr float kLabelBelow = 10;  // the middle of the track

}  // namespace

// The knob stays within the box, so the track's ends are half a knob inside.
float Kit::slider_x(const Box& box, double at) const {
  const float r = (frame_.fingers ? kFingerKnob : kKnob) / 2;
  return box.x + r + static_cast<float>(std::clamp(at, 0.0, 1.0)) * std::max(0.0F, box.w - 2 * r);
}

std::optional<double> Kit::slider(std::string_view key, const Box& box, const SliderSpec& spec, bool* released) {
  if (released != nullptr) *released = false;
  if (still()) return std::nullopt;
  const NodeId item = id(key);
  const float row_h = control_height();
  const Box row = target({box.x, box.y, box.w, row_h});
  const bool was_held = ImGui::GetActiveID() == item;
  const Hit h = hit(item, row, false, "pointer");

  Node& node = semantics_.add(Role::slider, item, spec.name, row);
  node.value = spec.value_text;
  node.number = spec.value;
  node.step = spec.step;
  node.stops = spec.stops;

  std::optional<double> value = semantics_.take_number(item);
  if (value && released != nullptr) *released = true;
  const float mouse = ImGui::GetIO().MousePos.x;
  const float knob_x = slider_x(box, spec.value);
  const bool grabbed = h.held && !was_held;
  if (grabbed) {
    // Taken at the knob it moves from where it is; elsewhere on the track it comes to the pointer.
    const float off = mouse - knob_x;
    state_.grab = std::abs(off) <= (frame_.fingers ? kFingerKnob : kKnob) / 2 ? off : 0;
  }
  if (h.held || was_held) {
    const float left = slider_x(box, 0);
    const float length = slider_x(box, 1) - left;
    const bool lost = was_held && !h.held && !ImGui::IsMousePosValid();
    if (length > 0 && !lost) {
      value = std::clamp(static_cast<double>((mouse - state_.grab - left) / length), 0.0, 1.0);
    }
    if (!h.held) {
      if (!value) value = spec.value;
      if (released != nullptr) *released = true;
    }
  }

  SliderSpec shown = spec;
  if (value) shown.value = *value;
  draw_slider(item, box, shown, h.hovered || h.held);
  return value;
}

void Kit::draw_slider(NodeId id, const Box& box, const SliderSpec& spec, bool hovered) {
  const float middle = snap(box.y + control_height() / 2);
  const float knob_r = (frame_.fingers ? kFingerKnob : kKnob) / 2;
  const float x = slider_x(box, spec.value);
  const auto bar = [this, middle](float from, float to, float h, Color color) {
    if (to > from) fill({from, middle - h / 2, to - from, h}, color, h / 2);
  };
  bar(box.x, box.right(), kRest, theme_.track);
  // Beyond the lowest cap the used part is red.
  double cap = 2;
  for (const Mark& mark : spec.marks) {
    if (mark.cap) cap = std::min(cap, mark.at);
  }
  const float cap_x = cap < spec.value ? snap(slider_x(box, cap)) : x;
  const auto used = [&](float from, float to, Color color) {
    // Cut from one bar, so that neither colour shines through the other's rounded end.
    draw()->PushClipRect({from, middle - kTrack}, {to, middle + kTrack}, true);
    bar(box.x, x, kTrack, color);
    draw()->PopClipRect();
  };
  used(box.x, cap_x, theme_.track_used);
  if (cap_x < x) used(cap_x, x, theme_.track_over);
  slider_marks(box, spec);
  const Color color = spec.over ? theme_.track_over : theme_.accent;
  if (hovered) circle(x, middle, knob_r + 4, (color & 0x00ffffffU) | 0x26000000U);
  circle(x, middle, knob_r, theme_.knob);
  ring(x, middle, knob_r, color, kRing);
  if (semantics_.focused() == id && !semantics_.pressed_on()) ring(x, middle, knob_r + 4, theme_.focus, 2);
}

void Kit::slider_marks(const Box& box, const SliderSpec& spec) {
  const float middle = snap(box.y + control_height() / 2);
  std::vector<MarkLabel> labels;
  for (const Mark& mark : spec.marks) {
    const float x = snap(slider_x(box, mark.at) - kTickWide / 2);
    draw()->AddRectFilled({x, middle - kTickHigh / 2}, {x + kTickWide, middle + kTickHigh / 2}, theme_.mark);
    if (!mark.label.empty()) {
      labels.push_back({x + kTickWide / 2, width(mark.label, {kLabelSize}), mark.cap});
    } else {
      labels.push_back({x, 0, false});
    }
  }
  const std::vector<std::optional<float>> lefts = place_mark_labels(labels, box.x, box.right());
  for (std::size_t i = 0; i < lefts.size(); ++i) {
    if (lefts[i])
      silent_text(*lefts[i], middle + kLabelBelow, spec.marks[i].label, {kLabelSize, Face::regular, Ink::dim});
  }
}

}  // namespace tollmeter::ui
