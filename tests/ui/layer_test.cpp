#include <gtest/gtest.h>

#include "harness.h"
#include "hooks.h"
#include "ui/kit.h"

namespace tollmeter::ui::test {
namespace {

const std::vector<std::string> kNothing;

Action act(Action::Kind kind, NodeId id = 0) { return {kind, id, {}, 0}; }

class ScrollTest : public testing::Test {
 protected:
  float content_ = 1000;
  Box outer_{0, 0, 400, 300};
  Stage stage_{[this](Kit& kit) {
    const float top = kit.begin_scroll("outer", outer_);
    for (int i = 0; i < 20; ++i) {
      const std::string name = "row " + std::to_string(i);
      kit.button(name, {20, top + static_cast<float>(i) * 50, 100, 34}, name);
    }
    const float inner = kit.begin_scroll("inner", {200, top + 20, 150, 100});
    kit.text(210, inner, "inside");
    kit.end_scroll(inner + 160);
    kit.end_scroll(top + content_);
  }};
  float y_of(const char* name) { return stage_.node(Role::button, name)->box.y; }
};

TEST_F(ScrollTest, WheelMovesWhatIsUnderItUntilItsEnd) {
  EXPECT_FLOAT_EQ(y_of("row 0"), 0);
  stage_.wheel(50, 100, 80);
  EXPECT_FLOAT_EQ(y_of("row 0"), -80);
  stage_.wheel(50, 100, 5000);
  EXPECT_FLOAT_EQ(y_of("row 0"), -700) << "content less what shows";
  stage_.wheel(50, 100, -5000);
  EXPECT_FLOAT_EQ(y_of("row 0"), 0);
  stage_.wheel(600, 100, 80);
  EXPECT_FLOAT_EQ(y_of("row 0"), 0) << "not from beside it";
}

TEST_F(ScrollTest, TheInnerAreaGoesFirstThenTheOuter) {
  const float before = stage_.node(Role::text, "inside")->box.y;
  stage_.wheel(250, 60, 60);
  EXPECT_FLOAT_EQ(stage_.node(Role::text, "inside")->box.y, before - 60);
  EXPECT_FLOAT_EQ(y_of("row 0"), 0);
  stage_.wheel(250, 60, 40);
  EXPECT_FLOAT_EQ(y_of("row 0"), -40);
}

TEST_F(ScrollTest, FocusMovingOutOfSightScrollsThere) {
  stage_.frame({}, {act(Action::Kind::focus, stage_.node(Role::button, "row 15")->id)});
  EXPECT_EQ(stage_.next_frame_in(), 0);
  stage_.frame();
  const Box box = stage_.node(Role::button, "row 15")->box;
  EXPECT_GE(box.y, outer_.y);
  EXPECT_LE(box.bottom(), outer_.bottom());
  stage_.frame({}, {act(Action::Kind::focus, stage_.node(Role::button, "row 1")->id)});
  stage_.frame();
  EXPECT_GE(y_of("row 1"), outer_.y);
  // What shows already stays where it is.
  const float still = y_of("row 1");
  stage_.frame({}, {act(Action::Kind::focus, stage_.node(Role::button, "row 2")->id)});
  stage_.frame();
  EXPECT_FLOAT_EQ(y_of("row 1"), still);
}

TEST_F(ScrollTest, WhatHasFocusStaysInSightWhenAKeyboardTakesTheRoom) {
  stage_.frame({}, {act(Action::Kind::focus, stage_.node(Role::button, "row 5")->id)});
  stage_.frame();
  outer_.h = 150;
  stage_.frames(2);
  EXPECT_LE(stage_.node(Role::button, "row 5")->box.bottom(), 150);
}

TEST_F(ScrollTest, ShorterContentComesBackIntoSight) {
  stage_.wheel(50, 100, 700);
  content_ = 320;
  stage_.frames(2);
  EXPECT_FLOAT_EQ(y_of("row 0"), -20);
}

TEST_F(ScrollTest, NodesCarryTheClipAndAFingerScrolls) {
  EXPECT_EQ(stage_.node(Role::button, "row 3")->clip, outer_);
  stage_.swipe(50, 250, 50, 150, 4);
  EXPECT_LT(y_of("row 0"), -80);
  // Pressing what is scrolled out of sight is not possible.
  EXPECT_EQ(unmirrored(stage_.semantics()), kNothing);
}

TEST_F(ScrollTest, TheThumbGoesAndThenThePageRests) {
  stage_.wheel(50, 100, 80);
  EXPECT_GT(stage_.next_frame_in(), 0);
  stage_.wait(1);
  stage_.frame();
  EXPECT_LT(stage_.next_frame_in(), 0);
}

class LayerTest : public testing::TestWithParam<bool> {
 protected:
  bool dialog_ = false, popup_ = false, pressed_ = false, behind_ = false;
  std::optional<int> chosen_;
  Box screen_{0, 0, GetParam() ? 390.0F : 1440.0F, GetParam() ? 844.0F : 900.0F};
  Stage stage_{[this](Kit& kit) { draw(kit); }, screen_.w, screen_.h, GetParam()};

  void draw(Kit& kit) {
    behind_ = kit.button("behind", {20, 20, 100, 44}, "Behind");
    Box content;
    if (kit.begin_dialog("dialog", "Why not cheaper?", screen_, 520, &dialog_, &content)) {
      pressed_ = kit.button("ok", {content.x, content.y, 100, 44}, "OK");
      SelectSpec select;
      select.name = "Plan";
      select.options = {{"Basic", "", "", false}, {"Pro", "", "", false}};
      select.chosen = 0;
      chosen_ = kit.select("plan", {content.x, content.y + 60, 120, 44}, select);
      kit.end_dialog(content.y + 200);
    }
    if (kit.begin_popup("menu", "Menu", {20, 20, 100, 44}, 200, &popup_, &content)) {
      pressed_ = kit.button("dark", {content.x, content.y, content.w, 44}, "Dark");
      kit.end_popup(content.y + 44);
    }
  }
  const Node& node(Role role, const char* name) {
    const Node* n = stage_.node(role, name);
    EXPECT_NE(n, nullptr) << name;
    static const Node none;
    return n != nullptr ? *n : none;
  }
  void open(bool& which) {
    which = true;
    stage_.frame();
    EXPECT_EQ(stage_.next_frame_in(), 0) << "its height is known with the next frame";
    stage_.frames(2);
  }
};

INSTANTIATE_TEST_SUITE_P(DesktopAndPhone, LayerTest, testing::Bool(),
                         [](const auto& with) { return with.param ? "Phone" : "Desktop"; });

TEST_P(LayerTest, ADialogStandsWhereItShouldAndCoversTheRest) {
  open(dialog_);
  const Box box = node(Role::dialog, "Why not cheaper?").box;
  if (GetParam()) {
    EXPECT_FLOAT_EQ(box.w, screen_.w);
    EXPECT_FLOAT_EQ(box.bottom(), screen_.bottom());
  } else {
    EXPECT_FLOAT_EQ(box.w, 520);
    EXPECT_NEAR(box.x + box.w / 2, screen_.w / 2, 1);
    EXPECT_NEAR(box.y + box.h / 2, screen_.h / 2, 1);
  }
  EXPECT_NEAR(box.h, 56 + 200 + 20, 1) << "title, content, padding";
  EXPECT_TRUE(node(Role::button, "Behind").covered);
  EXPECT_FALSE(node(Role::button, "OK").covered);
  EXPECT_EQ(unmirrored(stage_.semantics()), kNothing);
  stage_.click(node(Role::button, "OK"));
  EXPECT_TRUE(pressed_);
  EXPECT_TRUE(dialog_);
}

TEST_P(LayerTest, WaysToCloseADialog) {
  for (const char* way : {"close button", "escape", "outside"}) {
    open(dialog_);
    if (std::string_view(way) == "close button") stage_.click(node(Role::button, "Close"));
    if (std::string_view(way) == "escape") stage_.frame({}, {act(Action::Kind::dismiss)});
    if (std::string_view(way) == "outside") stage_.click(70, 42);
    EXPECT_FALSE(dialog_) << way;
    EXPECT_FALSE(behind_) << way << ": what lies behind is not pressed by it";
    stage_.frames(2);
    EXPECT_EQ(stage_.node(Role::button, "OK"), nullptr) << way;
  }
}

TEST_P(LayerTest, EscapeAndAClickOutsideCloseOnlyTheTopmost) {
  for (const bool by_key : {true, false}) {
    open(dialog_);
    stage_.click(node(Role::combobox, "Plan"));
    stage_.frames(2);
    ASSERT_NE(stage_.node(Role::menu, "Plan"), nullptr);
    EXPECT_TRUE(node(Role::button, "OK").covered);
    if (by_key) {
      stage_.frame({}, {act(Action::Kind::dismiss)});
    } else {
      stage_.click(70, 42);
    }
    stage_.frames(2);
    EXPECT_EQ(stage_.node(Role::menu, "Plan"), nullptr);
    EXPECT_TRUE(dialog_);
    dialog_ = false;
    stage_.frames(2);
  }
}

TEST_P(LayerTest, AListInADialogChooses) {
  open(dialog_);
  stage_.click(node(Role::combobox, "Plan"));
  stage_.frames(2);
  stage_.click(node(Role::menuitem, "Pro"));
  EXPECT_EQ(chosen_, 1);
  EXPECT_TRUE(dialog_);
}

TEST_P(LayerTest, FocusGoesInAndComesBack) {
  const NodeId opener = node(Role::button, "Behind").id;
  stage_.frame({}, {act(Action::Kind::focus, opener)});
  dialog_ = true;
  stage_.frame();
  Semantics& semantics = stage_.semantics();
  EXPECT_EQ(semantics.wanted_focus(), node(Role::button, "OK").id) << "not the button that closes";
  stage_.frame({}, {act(Action::Kind::focus, node(Role::button, "OK").id)});
  dialog_ = false;
  stage_.frames(2);
  EXPECT_EQ(semantics.wanted_focus(), opener);
}

TEST_P(LayerTest, APopupHangsBelowItsAnchor) {
  open(popup_);
  const Box box = node(Role::dialog, "Menu").box;
  EXPECT_FLOAT_EQ(box.x, 20);
  EXPECT_FLOAT_EQ(box.y, 68);
  EXPECT_FLOAT_EQ(box.h, 14 + 44 + 14);
  stage_.click(300, 700);
  EXPECT_FALSE(popup_);
}

}  // namespace
}  // namespace tollmeter::ui::test
