#pragma once

#include <span>

#include "ui/host.h"

namespace tollmeter::ui {

/// Turns pointer events into Dear ImGui's mouse and into scrolling. A finger that moves mostly up or down scrolls (with
/// inertia); one that starts on a slider and moves mostly sideways holds it; one that does not move is a click.
class Pointer {
 public:
  /// Feeds ImGuiIO and returns true while a gesture, a click that is still being handed over, or inertia goes on:
  /// another frame is wanted then. `last_frame` says where the sliders are.
  bool feed(std::span<const PointerEvent> events, double seconds, const Semantics& last_frame, bool less_motion);

  /// How far to scroll in this frame, CSS pixels, down positive, and where: under the mouse, or where the finger came
  /// down.
  float scroll_y() const { return scroll_y_; }
  float scroll_x() const { return scroll_x_; }  ///< the same sideways, right positive
  float zoom() const { return zoom_; }          ///< logarithm of the factor to zoom by, there
  float x() const { return x_; }
  float y() const { return y_; }

 private:
  enum class Finger { none, undecided, scrolling, dragging };
  void mouse(const PointerEvent& event);
  void touch(const PointerEvent& event, const Semantics& last_frame, bool less_motion);
  void touch_move(const PointerEvent& event, const Semantics& last_frame);
  void touch_up(const PointerEvent& event, bool less_motion);
  void glide(double seconds);

  Finger finger_ = Finger::none;
  float x_ = 0, y_ = 0;  // where scrolling counts
  float last_y_ = 0;     // of the finger
  double moved_at_ = 0;  // when the finger moved last
  float scroll_x_ = 0, scroll_y_ = 0, zoom_ = 0;
  float velocity_ = 0;  // CSS pixels a second, down positive
  double glided_at_ = 0;
  bool gliding_ = false;
  bool stopped_glide_ = false;  // the touch that ends a glide is no click
  bool button_down_ = false;
  int frames_to_hand_over_ = 0;  // Dear ImGui takes a press and its release in frames of their own
};

}  // namespace tollmeter::ui
