#include "ui/pointer.h"

#include <algorithm>
#include <cmath>

#include "imgui.h"

namespace tollmeter::ui {
namespace {

constexpr float kSlop = 8;            // CSS pixels a finger may tremble and still tap
constexpr double kPause = 0.06;       // a finger that rests so long before it lifts throws nothing
constexpr float kLeastThrow = 60;     // CSS pixels a second
constexpr float kStopped = 12;        // CSS pixels a second
constexpr double kGlideTime = 0.325;  // seconds in which a glide loses 63 % of its speed
constexpr int kClickFrames = 3;       // arrive and press, release, leave
constexpr int kPressFrames = 2;

void mouse_to(float x, float y) { ImGui::GetIO().AddMousePosEvent(x, y); }
void mouse_away() { mouse_to(-FLT_MAX, -FLT_MAX); }
void button(bool down) { ImGui::GetIO().AddMouseButtonEvent(0, down); }

bool on_slider(const Semantics& frame, float x, float y) {
  const std::vector<Node>& nodes = frame.nodes();
  return std::any_of(nodes.begin(), nodes.end(), [x, y](const Node& n) {
    const bool shows = n.clip.w <= 0 || n.clip.holds(x, y);
    return n.role == Role::slider && !n.disabled && !n.covered && shows && n.box.holds(x, y);
  });
}

}  // namespace

bool Pointer::feed(std::span<const PointerEvent> events, double seconds, const Semantics& last_frame,
                   bool less_motion) {
  scroll_x_ = scroll_y_ = zoom_ = 0;
  if (frames_to_hand_over_ > 0) --frames_to_hand_over_;
  for (const PointerEvent& event : events) {
    if (event.kind == PointerEvent::Kind::wheel || event.kind == PointerEvent::Kind::zoom) {
      gliding_ = false;
      x_ = event.x;
      y_ = event.y;
      scroll_x_ += event.wheel_x;
      scroll_y_ += event.wheel_y;
      zoom_ += event.zoom;
    } else if (event.touch) {
      touch(event, last_frame, less_motion);
    } else {
      mouse(event);
    }
  }
  if (gliding_) glide(seconds);
  return gliding_ || frames_to_hand_over_ > 0;
}

void Pointer::mouse(const PointerEvent& event) {
  using Kind = PointerEvent::Kind;
  if (event.kind == Kind::leave || event.kind == Kind::cancel) {
    if (event.kind == Kind::cancel && button_down_) {
      button(button_down_ = false);
      frames_to_hand_over_ = kPressFrames;
    }
    // A drag goes on outside the window; only a free pointer leaves.
    if (!button_down_) mouse_away();
    return;
  }
  x_ = event.x;
  y_ = event.y;
  mouse_to(event.x, event.y);
  if (event.kind == Kind::move) return;
  gliding_ = false;
  button_down_ = event.kind == Kind::down;
  button(button_down_);
  frames_to_hand_over_ = kPressFrames;
}

void Pointer::touch(const PointerEvent& event, const Semantics& last_frame, bool less_motion) {
  switch (event.kind) {
    case PointerEvent::Kind::down:
      stopped_glide_ = gliding_;
      gliding_ = false;
      velocity_ = 0;
      finger_ = Finger::undecided;
      x_ = event.x;
      y_ = last_y_ = event.y;
      moved_at_ = event.seconds;
      break;
    case PointerEvent::Kind::move:
      touch_move(event, last_frame);
      break;
    case PointerEvent::Kind::up:
      touch_up(event, less_motion);
      break;
    case PointerEvent::Kind::cancel:
    case PointerEvent::Kind::leave:
      if (finger_ == Finger::dragging) {
        button(button_down_ = false);
        mouse_away();
        frames_to_hand_over_ = kPressFrames;
      }
      finger_ = Finger::none;
      break;
    case PointerEvent::Kind::wheel:
    case PointerEvent::Kind::zoom:
      break;
  }
}

void Pointer::touch_move(const PointerEvent& event, const Semantics& last_frame) {
  if (finger_ == Finger::undecided) {
    const float dx = std::abs(event.x - x_);
    const float dy = std::abs(event.y - y_);
    if (std::max(dx, dy) < kSlop) return;
    if (dx > dy && on_slider(last_frame, x_, y_)) {
      finger_ = Finger::dragging;
      mouse_to(x_, y_);
      button(button_down_ = true);
      frames_to_hand_over_ = kPressFrames;
    } else {
      finger_ = Finger::scrolling;
    }
  }
  if (finger_ == Finger::dragging) {
    mouse_to(event.x, event.y);
  } else if (finger_ == Finger::scrolling) {
    const float moved = last_y_ - event.y;
    scroll_y_ += moved;
    const double passed = event.seconds - moved_at_;
    if (passed > 0) {
      const float now = moved / static_cast<float>(passed);
      velocity_ += (now - velocity_) * 0.6F;
    }
    moved_at_ = event.seconds;
  }
  last_y_ = event.y;
}

void Pointer::touch_up(const PointerEvent& event, bool less_motion) {
  if (finger_ == Finger::dragging) {
    mouse_to(event.x, event.y);
    button(button_down_ = false);
    mouse_away();
    frames_to_hand_over_ = kPressFrames + 1;
  } else if (finger_ == Finger::undecided && !stopped_glide_) {
    mouse_to(x_, y_);
    button(true);
    button(false);
    mouse_away();
    frames_to_hand_over_ = kClickFrames;
  } else if (finger_ == Finger::scrolling) {
    const bool thrown = event.seconds - moved_at_ < kPause && std::abs(velocity_) > kLeastThrow;
    gliding_ = thrown && !less_motion;
    glided_at_ = event.seconds;
  }
  finger_ = Finger::none;
}

void Pointer::glide(double seconds) {
  const double passed = std::max(0.0, seconds - glided_at_);
  const auto kept = static_cast<float>(std::exp(-passed / kGlideTime));
  scroll_y_ += velocity_ * static_cast<float>(kGlideTime) * (1 - kept);
  velocity_ *= kept;
  glided_at_ = seconds;
  gliding_ = std::abs(velocity_) > kStopped;
}

}  // namespace tollmeter::ui
