#include <gtest/gtest.h>

#include <cmath>

#include "harness.h"
#include "ui/kit.h"
#include "ui/kit/marks.h"

namespace tollmeter::ui::test {
namespace {

constexpr Box kBox{100, 100, 300, 30};
constexpr float kKnob = 9;                      // half of it
constexpr double kPixel = 1.0 / (300 - 2 * 9);  // Dear ImGui knows the mouse to the pixel

class SliderTest : public testing::Test {
 protected:
  double value_ = 0.5;
  std::optional<double> moved_;
  bool released_ = false;
  Stage stage_{[this](Kit& kit) {
    SliderSpec spec;
    spec.name = "Posts";
    spec.value = value_;
    moved_ = kit.slider("s", kBox, spec, &released_);
    if (moved_) value_ = *moved_;
  }};
  static float x_of(double at) { return kBox.x + kKnob + static_cast<float>(at) * (kBox.w - 2 * kKnob); }
};

TEST_F(SliderTest, ComesToThePointerOnTheTrack) {
  stage_.move_to(x_of(0.8), 115);
  EXPECT_EQ(moved_, std::nullopt);
  stage_.down(x_of(0.8), 115);
  EXPECT_NEAR(value_, 0.8, kPixel);
  EXPECT_FALSE(released_);
  stage_.up(x_of(0.8), 115);
  EXPECT_TRUE(released_);
  EXPECT_NEAR(value_, 0.8, kPixel);
  stage_.frame();
  EXPECT_FALSE(released_);
  EXPECT_EQ(moved_, std::nullopt);
}

TEST_F(SliderTest, TakenAtTheKnobDoesNotJump) {
  stage_.move_to(x_of(0.5) + 6, 115);
  stage_.down(x_of(0.5) + 6, 115);
  EXPECT_NEAR(value_, 0.5, kPixel);
  stage_.move_to(x_of(0.7) + 6, 400);
  EXPECT_NEAR(value_, 0.7, kPixel) << "and is held outside of its box too";
  stage_.up(x_of(0.7) + 6, 400);
  EXPECT_TRUE(released_);
}

TEST_F(SliderTest, StopsAtItsEnds) {
  stage_.move_to(x_of(0.5), 115);
  stage_.down(x_of(0.5), 115);
  stage_.move_to(2000, 115);
  EXPECT_EQ(value_, 1);
  stage_.move_to(-50, 115);
  EXPECT_EQ(value_, 0);
  stage_.up(-50, 115);
  EXPECT_EQ(value_, 0);
}

TEST_F(SliderTest, KeysArriveThroughTheMirror) {
  stage_.frame({}, {{Action::Kind::number, stage_.node(Role::slider, "Posts")->id, "", 0.51}});
  EXPECT_EQ(moved_, 0.51);
  EXPECT_TRUE(released_);
}

TEST_F(SliderTest, AFingerDragsItSidewaysAndScrollsPastIt) {
  stage_.swipe(x_of(0.5), 115, x_of(0.9), 118);
  stage_.frames(3);
  EXPECT_NEAR(value_, 0.9, 0.02);
  stage_.swipe(x_of(0.2), 115, x_of(0.2), 300);
  stage_.frames(3);
  EXPECT_NEAR(value_, 0.9, 0.02);
}

TEST(Marks, LabelsStayInTheBoxAndApart) {
  struct Row {
    const char* what;
    std::vector<MarkLabel> labels;
    std::vector<std::optional<float>> lefts;
  };
  const Row rows[] = {
      {"under its tick", {{50, 20, false}}, {40}},
      {"moved in at the left end", {{2, 20, false}}, {0}},
      {"moved in at the right end", {{99, 20, false}}, {80}},
      {"the cap stays, its neighbour goes", {{50, 20, false}, {55, 20, true}}, {std::nullopt, 45}},
      {"the earlier stays among equals", {{50, 20, false}, {60, 20, false}, {90, 20, false}}, {40, std::nullopt, 80}},
      {"a gap of 6 is kept", {{30, 20, true}, {56, 20, true}, {81, 20, true}}, {20, 46, std::nullopt}},
      {"wider than the box", {{50, 120, true}}, {std::nullopt}},
      {"no label", {{50, 0, true}}, {std::nullopt}},
  };
  for (const Row& row : rows) EXPECT_EQ(place_mark_labels(row.labels, 0, 100), row.lefts) << row.what;
}

}  // namespace
}  // namespace tollmeter::ui::test
