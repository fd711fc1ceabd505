#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/foreign_text.h"
#include "ui/host.h"
#include "ui/kit.h"
#include "ui/pointer.h"

struct ImGuiContext;

namespace tollmeter::ui::test {

/// What the host of the tests was last asked to draw. It makes every character of a run half the size wide, and grey.
struct Painted {
  std::string text;
  float size;
  bool semibold, right_to_left;
};
std::vector<Painted>& painted();

/// A Dear ImGui context without a screen, with the page's fonts. One at a time.
class Headless {
 public:
  explicit Headless(float width = 1440, float height = 900, float density = 1);
  ~Headless();
  Headless(const Headless&) = delete;
  Headless& operator=(const Headless&) = delete;

  const Fonts& fonts() const { return fonts_; }
  ForeignText& foreign() { return foreign_; }
  void resize(float width, float height, float density);
  /// Says yes to what Dear ImGui wants done with its textures, as a renderer would. After ImGui::Render.
  static void take_textures();

 private:
  ForeignText foreign_;
  ImGuiContext* context_;
  Fonts fonts_;
};

/// Widgets alone on a page: draws one frame after another and plays the person.
class Stage {
 public:
  using Draw = std::function<void(Kit&)>;

  explicit Stage(Draw draw, float width = 1440, float height = 900, bool fingers = false, float density = 1);

  /// One frame with these events and actions, 1/60 s after the last.
  void frame(std::vector<PointerEvent> events = {}, std::vector<Action> actions = {});
  /// So many frames with nothing happening.
  void frames(int n);
  void wait(double seconds) { seconds_ += seconds; }
  double seconds() const { return seconds_; }

  // The mouse.
  void move_to(float x, float y);
  void down(float x, float y);
  void up(float x, float y);
  void click(float x, float y);
  void click(const Node& node);
  void wheel(float x, float y, float by);
  // A finger.
  /// `by` is the logarithm of the factor; `panned` CSS pixels to the right.
  void zoom(float x, float y, float by, float panned = 0);
  void tap(float x, float y);
  void swipe(float x0, float y0, float x1, float y1, int steps = 6);

  const Node* node(Role role, std::string_view name) const;
  Semantics& semantics() { return semantics_; }
  const Semantics& semantics() const { return semantics_; }
  const KitState& state() const { return state_; }
  std::string cursor() const { return cursor_; }
  double next_frame_in() const { return next_frame_in_; }
  bool pointer_busy() const { return busy_; }

  Headless& headless() { return headless_; }
  void use(const Theme& theme) { theme_ = &theme; }

 private:
  PointerEvent event(PointerEvent::Kind kind, bool touch, float x, float y) const;

  Headless headless_;
  Draw draw_;
  bool fingers_;
  float density_;
  const Theme* theme_ = &light_theme();
  Semantics semantics_;
  KitState state_;
  Pointer pointer_;
  double seconds_ = 100;
  std::string cursor_;
  double next_frame_in_ = -1;
  bool busy_ = false;
};

/// What is wrong between the items that Dear ImGui saw in the last frame and the recorded nodes: one line for each item
/// that has no node of its id, or one whose box is more than 2 px off.
std::vector<std::string> unmirrored(const Semantics& semantics);
/// Every item has its node, and none stands out at the sides of what lies between these.
void expect_whole(const Semantics& semantics, float left, float right);

}  // namespace tollmeter::ui::test
