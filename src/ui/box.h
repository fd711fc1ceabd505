#pragma once

namespace tollmeter::ui {

/// A rectangle in CSS pixels from the page's top left corner.
struct Box {
  float x = 0, y = 0, w = 0, h = 0;
  float right() const { return x + w; }
  float bottom() const { return y + h; }
  bool holds(float px, float py) const { return px >= x && px < right() && py >= y && py < bottom(); }
  friend bool operator==(const Box&, const Box&) = default;
};

}  // namespace tollmeter::ui
