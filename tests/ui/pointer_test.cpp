#include "ui/pointer.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "harness.h"
#include "imgui.h"

namespace tollmeter::ui::test {
namespace {

using Kind = PointerEvent::Kind;

constexpr Box kSlider{100, 100, 200, 44};

// What Dear ImGui was told over a run of frames.
struct Heard {
  int presses = 0, releases = 0;
  float pressed_x = 0, pressed_y = 0, released_x = 0, released_y = 0;
  float scrolled = 0;
  float scroll_x = 0, scroll_y = 0;
  int frames = 0;  ///< until nothing went on any more
  bool away = false;
};

struct Timed {
  double at;
  Kind kind;
  float x, y;
  bool touch = true;
  float wheel = 0;
};

// Feeds the events frame by frame at 60 Hz, then goes on for as long as the pointer asks for frames.
Heard play(const std::vector<Timed>& events, bool less_motion = false) {
  Headless headless;
  Semantics frame;
  frame.begin_frame({});
  frame.add(Role::slider, 1, "slider", kSlider);
  frame.add(Role::button, 2, "button", {100, 300, 80, 30});
  frame.end_frame();

  Pointer pointer;
  Heard heard;
  std::size_t next = 0;
  bool busy = true;
  bool was_down = false;
  for (int i = 0; i < 600 && (busy || next < events.size()); ++i) {
    const double now = i / 60.0;
    std::vector<PointerEvent> batch;
    for (; next < events.size() && events[next].at <= now; ++next) {
      const Timed& t = events[next];
      batch.push_back({t.kind, t.touch, t.x, t.y, 0, t.wheel, t.at});
    }
    ImGui::GetIO().DeltaTime = 1.0F / 60;
    busy = pointer.feed(batch, now, frame, less_motion);
    ImGui::NewFrame();
    const ImGuiIO& io = ImGui::GetIO();
    if (io.MouseDown[0] && !was_down) {
      ++heard.presses;
      heard.pressed_x = io.MousePos.x;
      heard.pressed_y = io.MousePos.y;
    }
    if (!io.MouseDown[0] && was_down) {
      ++heard.releases;
      heard.released_x = io.MousePos.x;
      heard.released_y = io.MousePos.y;
    }
    was_down = io.MouseDown[0];
    if (pointer.scroll_y() != 0) {
      heard.scrolled += pointer.scroll_y();
      heard.scroll_x = pointer.x();
      heard.scroll_y = pointer.y();
    }
    heard.away = !ImGui::IsMousePosValid();
    heard.frames = i + 1;
    ImGui::Render();
    Headless::take_textures();
  }
  return heard;
}

TEST(Pointer, MouseClicksWhereItIs) {
  const Heard h =
      play({{0, Kind::move, 120, 310, false}, {0.1, Kind::down, 121, 311, false}, {0.15, Kind::up, 122, 312, false}});
  EXPECT_EQ(h.presses, 1);
  EXPECT_EQ(h.releases, 1);
  EXPECT_FLOAT_EQ(h.pressed_x, 121);
  EXPECT_FLOAT_EQ(h.released_y, 312);
  EXPECT_FALSE(h.away);
  EXPECT_LT(h.frames, 20) << "at rest no more frames are asked for";
}

TEST(Pointer, PressAndReleaseWithinOneFrameAreBothHeard) {
  const Heard h = play({{0, Kind::down, 120, 310, false}, {0, Kind::up, 120, 310, false}});
  EXPECT_EQ(h.presses, 1);
  EXPECT_EQ(h.releases, 1);
}

TEST(Pointer, LeavingTakesTheMouseAway) {
  EXPECT_TRUE(play({{0, Kind::move, 120, 310, false}, {0.1, Kind::leave, 0, 0, false}}).away);
}

TEST(Pointer, ADragGoesOnOutsideTheWindow) {
  const Heard h = play({{0, Kind::down, 120, 110, false},
                        {0.1, Kind::leave, 0, 0, false},
                        {0.2, Kind::move, -40, 110, false},
                        {0.3, Kind::up, -50, 110, false}});
  EXPECT_EQ(h.releases, 1);
  EXPECT_FLOAT_EQ(h.released_x, -50);
}

TEST(Pointer, Fingers) {
  struct Row {
    const char* what;
    std::vector<Timed> events;
    int presses;
    float scrolled;  // without inertia
    float pressed_x;
  };
  const Row rows[] = {
      {"a tap is a click where the finger came down",
       {{0, Kind::down, 120, 310}, {0.1, Kind::up, 121, 311}},
       1,
       0,
       120},
      {"a trembling tap still is",
       {{0, Kind::down, 120, 310}, {0.05, Kind::move, 125, 305}, {0.1, Kind::up, 125, 305}},
       1,
       0,
       120},
      {"a vertical drag scrolls and clicks nothing",
       {{0, Kind::down, 120, 310}, {0.1, Kind::move, 122, 280}, {0.2, Kind::move, 124, 250}, {0.5, Kind::up, 124, 250}},
       0,
       60,
       0},
      {"so it does from a slider on",
       {{0, Kind::down, 150, 120}, {0.1, Kind::move, 152, 150}, {0.5, Kind::up, 152, 150}},
       0,
       -30,
       0},
      {"a horizontal drag holds a slider from where it began",
       {{0, Kind::down, 150, 120}, {0.1, Kind::move, 180, 122}, {0.2, Kind::move, 220, 160}, {0.5, Kind::up, 220, 160}},
       1,
       0,
       150},
      {"a horizontal drag elsewhere presses nothing",
       {{0, Kind::down, 120, 310}, {0.1, Kind::move, 180, 312}, {0.5, Kind::up, 180, 310}},
       0,
       0,
       0},
      {"a cancelled touch is no click", {{0, Kind::down, 120, 310}, {0.1, Kind::cancel, 120, 310}}, 0, 0, 0},
      {"a cancelled drag lets go",
       {{0, Kind::down, 150, 120}, {0.1, Kind::move, 190, 120}, {0.2, Kind::cancel, 190, 120}},
       1,
       0,
       150},
  };
  for (const Row& row : rows) {
    const Heard h = play(row.events);
    EXPECT_EQ(h.presses, row.presses) << row.what;
    EXPECT_EQ(h.releases, row.presses) << row.what;
    EXPECT_NEAR(h.scrolled, row.scrolled, 8.01F) << row.what;
    if (row.presses > 0) {
      EXPECT_FLOAT_EQ(h.pressed_x, row.pressed_x) << row.what;
    }
    EXPECT_TRUE(h.away) << row.what << ": nothing stays hovered after a finger";
    if (row.scrolled != 0) {
      EXPECT_FLOAT_EQ(h.scroll_x, row.events[0].x) << row.what << ": what was touched first scrolls";
      EXPECT_FLOAT_EQ(h.scroll_y, row.events[0].y) << row.what;
    }
  }
}

std::vector<Timed> flick(float speed) {
  std::vector<Timed> events = {{0, Kind::down, 400, 600}};
  for (int i = 1; i <= 6; ++i) events.push_back({i / 60.0, Kind::move, 400, 600 - speed * static_cast<float>(i) / 60});
  events.push_back({6 / 60.0 + 0.005, Kind::up, 400, 600 - speed / 10});
  return events;
}

TEST(Pointer, AFlickGlidesAsFarAsItsSpeedCarries) {
  const Heard h = play(flick(1200));
  // 120 px under the finger, then v x 0.325 s in all: an exponential decay.
  EXPECT_NEAR(h.scrolled, 120 + 1200 * 0.325F, 40);
  EXPECT_LT(h.frames, 150);
}

TEST(Pointer, LessMotionDoesNotGlide) { EXPECT_NEAR(play(flick(1200), true).scrolled, 120, 0.5F); }

TEST(Pointer, AFingerThatRestsBeforeItLiftsThrowsNothing) {
  std::vector<Timed> events = flick(1200);
  events.back().at = 0.5;
  EXPECT_NEAR(play(events).scrolled, 120, 0.5F);
}

TEST(Pointer, ATouchStopsTheGlideAndIsNoClick) {
  std::vector<Timed> events = flick(3000);
  events.push_back({0.2, Kind::down, 120, 310});
  events.push_back({0.25, Kind::up, 120, 310});
  const Heard h = play(events);
  EXPECT_EQ(h.presses, 0);
  EXPECT_LT(h.scrolled, 300 + 3000 * 0.325F * 0.5F);
}

TEST(Pointer, TheWheelScrollsUnderThePointer) {
  const Heard h = play({{0, Kind::wheel, 700, 400, false, 53}, {0, Kind::wheel, 700, 400, false, -3}});
  EXPECT_FLOAT_EQ(h.scrolled, 50);
  EXPECT_FLOAT_EQ(h.scroll_x, 700);
  EXPECT_EQ(h.presses, 0);
}

}  // namespace
}  // namespace tollmeter::ui::test
