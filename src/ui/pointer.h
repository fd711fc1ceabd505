#pragma once

#include <span>

#include "ui/host.h"

namespace tollmeter::ui {

/// Turns pointer events into Dear ImGui's mouse and into scrolling. A finger that moves mostly up or down scrolls (with inertia);
/// one that starts on a slider and moves mostly sideways holds it; one that does not move is a click.
class Pointer {
 public:
  /// Feeds ImGuiIO and returns true while a gesture or inertia goes on. `nodes` are those of the last frame (where the sliders are).
  bool feed(std::span<const PointerEvent> events, double seconds, const Semantics& last_frame, bool less_motion);

  /// How far the area under the pointer is to scroll in this frame, CSS pixels, and where the pointer is.
  float scroll_y() const { return scroll_y_; }
  float x() const { return x_; }
  float y() const { return y_; }

 private:
  enum class Finger { none, undecided, scrolling, dragging } finger_ = Finger::none;
  float x_ = 0, y_ = 0, start_x_ = 0, start_y_ = 0;
  float scroll_y_ = 0, velocity_ = 0;
  double last_seconds_ = 0;
  bool release_next_ = false;
};

}  // namespace tollmeter::ui
