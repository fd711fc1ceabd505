#include "ui/kit.h"

#include <gtest/gtest.h>

#include <cmath>

#include "harness.h"
#include "hooks.h"
#include "imgui.h"

namespace tollmeter::ui::test {
namespace {

const std::vector<std::string> kNothing;
using Stretch = Run;  // testing::Test has a Run of its own

Action act(Action::Kind kind, NodeId id, std::string text = {}, double number = 0) {
  return {kind, id, std::move(text), number};
}

// One of each widget, and what came of it.
struct Gallery {
  bool pressed = false, linked = false, iconed = false, opened = false, checked = false;
  std::optional<int> tab, bottom_tab, chosen;
  std::optional<double> slid;
  std::optional<std::string> typed, searched;
  bool released = false;
  bool disabled_pressed = false;

  void draw(Kit& kit) {
    *this = {};
    Kit::Card card(kit, "card", "Everything", 16, 16, 700);
    kit.heading(card.x, card.y, "Everything", 2, {15, Face::semibold});
    pressed = kit.button("button", {40, 60, 120, 34}, "Two\nlines", ButtonLook::outline);
    disabled_pressed = kit.button("off", {200, 60, 120, 34}, "Off", ButtonLook::primary, {}, true);
    linked = kit.link("link", 340, 60, "show");
    iconed = kit.icon_button("icon", {400, 60, 34, 34}, Kit::Icon::close, "Dismiss");
    opened = kit.disclosure("fold", {40, 110, 300, 30}, "Instagram", true);
    checked = kit.checkbox("check", 40, 160, "I am on it", false);
    const std::string labels[] = {"One", "Two", "Three"};
    const std::string counts[] = {"", "1", ""};
    tab = kit.tabs("tabs", {40, 200, 400, 30}, labels, 0);
    bottom_tab = kit.bottom_tabs("bottom", {40, 240, 390, 48}, labels, counts, 1);
    SliderSpec slider;
    slider.name = "Posts read";
    slider.value_text = "30,000 a month";
    slider.value = 0.5;
    slider.marks = {{0.4, "10k cap", true}, {0.42, "12k", false}};
    slid = kit.slider("slider", {40, 310, 300, 30}, slider, &released);
    FieldSpec field;
    field.name = "Posts read, number";
    field.text = "30,000";
    field.edit_text = "30000";
    field.suffix = "/ mo";
    field.error = "Not a number.";
    typed = kit.field("field", {400, 310, 100, 30}, field);
    field.name = "Search";
    field.live = true;
    field.error.clear();
    searched = kit.field("search", {520, 310, 100, 30}, field);
    SelectSpec select;
    select.name = "Plan of X";
    select.options = {{"Cheapest", "$5", "", false}, {"Basic", "$100.00", "Plans", false}, {"Old", "", "Plans", true}};
    select.chosen = 1;
    chosen = kit.select("select", {40, 380, 120, 30}, select);
    card.end(430);
  }
};

class KitTest : public testing::TestWithParam<bool> {
 protected:
  Gallery gallery_;
  Stage stage_{[this](Kit& kit) { gallery_.draw(kit); }, 1440, 900, GetParam()};
  const Node& node(Role role, const char* name) {
    const Node* n = stage_.node(role, name);
    EXPECT_NE(n, nullptr) << name;
    static const Node none;
    return n != nullptr ? *n : none;
  }
};

INSTANTIATE_TEST_SUITE_P(MouseAndFingers, KitTest, testing::Bool(),
                         [](const auto& with) { return with.param ? "Fingers" : "Mouse"; });

TEST_P(KitTest, EveryItemHasItsNode) {
  EXPECT_EQ(unmirrored(stage_.semantics()), kNothing);
  EXPECT_GE(seen_items().size(), 15U);
}

TEST_P(KitTest, PointerAndMirrorDoTheSame) {
  struct Row {
    Role role;
    const char* name;
    std::function<bool()> happened;
  };
  const Row rows[] = {
      {Role::button, "Two lines", [this] { return gallery_.pressed; }},
      {Role::button, "show", [this] { return gallery_.linked; }},
      {Role::button, "Dismiss", [this] { return gallery_.iconed; }},
      {Role::button, "Instagram", [this] { return gallery_.opened; }},
      {Role::checkbox, "I am on it", [this] { return gallery_.checked; }},
      {Role::tab, "Three", [this] { return gallery_.tab == 2; }},
      {Role::tab, "Two 1", [this] { return gallery_.bottom_tab == 1; }},
  };
  for (const Row& row : rows) {
    EXPECT_FALSE(row.happened()) << row.name;
    const Node target = node(row.role, row.name);
    // A finger's larger targets overlap a neighbour's here and there, but not in the middle of what is drawn.
    stage_.click(target);
    EXPECT_TRUE(row.happened()) << row.name << " by pointer";
    stage_.frame();
    EXPECT_FALSE(row.happened()) << row.name;
    stage_.frame({}, {act(Action::Kind::press, target.id)});
    EXPECT_TRUE(row.happened()) << row.name << " through the mirror";
  }
}

TEST_P(KitTest, DisabledIsNeverPressed) {
  const Node off = node(Role::button, "Off");
  EXPECT_TRUE(off.disabled);
  stage_.click(off);
  EXPECT_FALSE(gallery_.disabled_pressed);
  stage_.frame({}, {act(Action::Kind::press, off.id)});
  EXPECT_FALSE(gallery_.disabled_pressed);
}

TEST_P(KitTest, NodesSayWhatIsDrawn) {
  EXPECT_TRUE(node(Role::button, "Instagram").has_expanded);
  EXPECT_TRUE(node(Role::button, "Instagram").expanded);
  EXPECT_TRUE(node(Role::tab, "One").pressed);
  EXPECT_FALSE(node(Role::tab, "Three").pressed);
  const Node& slider = node(Role::slider, "Posts read");
  EXPECT_EQ(slider.number, 0.5);
  EXPECT_EQ(slider.value, "30,000 a month");
  const Node& field = node(Role::textbox, "Posts read, number");
  EXPECT_EQ(field.value, "30000");
  EXPECT_EQ(field.description, "Not a number.");
  EXPECT_TRUE(field.invalid);
  EXPECT_TRUE(field.numeric);
  const Node& select = node(Role::combobox, "Plan of X");
  EXPECT_EQ(select.chosen, 1);
  EXPECT_EQ(select.options, (std::vector<std::string>{"Cheapest, $5", "Basic, $100.00", "Old"}));
  EXPECT_EQ(node(Role::heading, "Everything").level, 2);
  EXPECT_EQ(node(Role::region, "Everything").box, (Box{16, 16, 700, 430}));
}

TEST_P(KitTest, TargetsAreLargeEnoughForFingers) {
  if (!GetParam()) return;  // a mouse is exact
  for (const SeenItem& item : seen_items()) {
    const Node* n = stage_.semantics().find(item.id);
    ASSERT_NE(n, nullptr);
    if (n->role == Role::textbox) continue;  // as high as the view draws it
    EXPECT_GE(item.box.w, 44) << n->name;
    EXPECT_GE(item.box.h, 44) << n->name;
  }
}

TEST_P(KitTest, FieldGivesWhatIsCommittedAndSearchEachKey) {
  const NodeId field = node(Role::textbox, "Posts read, number").id;
  const NodeId search = node(Role::textbox, "Search").id;
  stage_.frame({}, {act(Action::Kind::text, field, "6"), act(Action::Kind::text, search, "inst")});
  EXPECT_EQ(gallery_.typed, std::nullopt);
  EXPECT_EQ(gallery_.searched, "inst");
  stage_.frame({}, {act(Action::Kind::text, field, "6k"), act(Action::Kind::commit, field, "6k")});
  EXPECT_EQ(gallery_.typed, "6k");
  stage_.frame();
  EXPECT_EQ(gallery_.typed, std::nullopt);
}

TEST_P(KitTest, SelectOpensChoosesAndCloses) {
  stage_.click(node(Role::combobox, "Plan of X"));
  stage_.frames(2);
  const Node row = node(Role::menuitem, "Cheapest, $5");
  EXPECT_TRUE(node(Role::menuitem, "Basic, $100.00").pressed);
  EXPECT_TRUE(node(Role::menuitem, "Old").disabled);
  EXPECT_TRUE(node(Role::button, "show").covered);
  EXPECT_FALSE(row.covered);
  EXPECT_EQ(unmirrored(stage_.semantics()), kNothing);
  stage_.click(node(Role::menuitem, "Old"));
  EXPECT_EQ(gallery_.chosen, std::nullopt);
  EXPECT_NE(stage_.node(Role::menuitem, "Old"), nullptr);
  stage_.click(row);
  EXPECT_EQ(gallery_.chosen, 0);
  stage_.frames(2);
  EXPECT_EQ(stage_.node(Role::menuitem, "Old"), nullptr);
  EXPECT_FALSE(node(Role::button, "show").covered);
}

TEST_P(KitTest, SelectListClosesByAClickOutsideAndByEscape) {
  for (const bool by_key : {false, true}) {
    stage_.click(node(Role::combobox, "Plan of X"));
    stage_.frames(2);
    EXPECT_NE(stage_.node(Role::menu, "Plan of X"), nullptr);
    if (by_key) {
      stage_.frame({}, {act(Action::Kind::dismiss, 0)});
    } else {
      stage_.click(1200, 800);
    }
    stage_.frames(2);
    EXPECT_EQ(stage_.node(Role::menu, "Plan of X"), nullptr);
    EXPECT_EQ(gallery_.chosen, std::nullopt);
  }
}

TEST_P(KitTest, TheMirrorsSelectChoosesWithoutAList) {
  const NodeId select = node(Role::combobox, "Plan of X").id;
  const struct {
    double index;
    std::optional<int> chosen;
  } rows[] = {{0, 0}, {1, 1}, {2, std::nullopt}, {3, std::nullopt}, {-1, std::nullopt}};
  for (const auto& row : rows) {
    stage_.frame({}, {act(Action::Kind::choose, select, "", row.index)});
    EXPECT_EQ(gallery_.chosen, row.chosen) << row.index;
  }
}

TEST_P(KitTest, CursorsTellWhatIsUnderThem) {
  if (GetParam()) return;  // fingers have none
  const struct {
    float x, y;
    const char* cursor;
  } rows[] = {{100, 77, "pointer"}, {450, 325, "text"}, {250, 77, "default"}, {1000, 700, "default"}};
  for (const auto& row : rows) {
    stage_.move_to(row.x, row.y);
    EXPECT_EQ(stage_.cursor(), row.cursor) << row.x;
  }
}

TEST_P(KitTest, AtRestNoFrameIsWanted) {
  stage_.frames(3);
  EXPECT_LT(stage_.next_frame_in(), 0);
  EXPECT_FALSE(stage_.pointer_busy());
}

TEST(Text, MeasuresAlignsAndCuts) {
  struct {
    float w = 0, cut = 0, one = 0, twelve = 0, ones = 0;
  } seen;
  Stage stage([&seen](Kit& kit) {
    seen.w = kit.width("Posts read", {13});
    seen.cut = kit.text(100, 100, "a rather long text that is cut", {13}, Align::left, 80);
    kit.text(500, 100, "right", {13}, Align::right);
    kit.text(500, 200, "center", {13}, Align::center);
    seen.one = kit.width("111", {13});
    seen.twelve = kit.width("888", {13});
  });
  EXPECT_NEAR(seen.w, 66, 4) << "13 px Inter";
  EXPECT_LE(seen.cut, 80);
  EXPECT_GT(seen.cut, 60);
  EXPECT_FLOAT_EQ(seen.one, seen.twelve) << "tabular digits";
  EXPECT_NE(stage.node(Role::text, "a rather long text that is cut"), nullptr) << "the mirror has it whole";
  EXPECT_FLOAT_EQ(stage.node(Role::text, "right")->box.right(), 500);
  const Box middle = stage.node(Role::text, "center")->box;
  EXPECT_FLOAT_EQ(middle.x + middle.w / 2, 500);
}

TEST(Text, ParagraphsWrapAndTellTheirHeight) {
  const Stretch runs[] = {
      {"used up on ", Face::regular, Ink::dim}, {"5 May", Face::semibold, Ink::bad}, {", 20,000 of 30,000 refused"}};
  float drawn = 0;
  float told = 0;
  float narrow = 0;
  float end_x = 0;
  Stage stage([&](Kit& kit) {
    drawn = kit.paragraph({100, 100, 400, 0}, runs, 13, &end_x);
    told = kit.paragraph_height(400, runs, 13);
    narrow = kit.paragraph_height(120, runs, 13);
  });
  EXPECT_FLOAT_EQ(drawn, 19);
  EXPECT_FLOAT_EQ(drawn, told);
  EXPECT_GE(narrow, 3 * 19);
  EXPECT_GT(end_x, 300);
  EXPECT_LT(end_x, 500);
  EXPECT_NE(stage.node(Role::text, "used up on 5 May, 20,000 of 30,000 refused"), nullptr);
}

TEST(Density, EdgesLieOnDevicePixels) {
  for (const float density : {1.0F, 1.5F, 2.0F, 3.0F}) {
    Stage stage(
        [density](Kit& kit) {
          const float v = kit.snap(10.37F) * density;
          EXPECT_NEAR(v, std::round(v), 1e-4) << density;
          kit.outline({10.3F, 10.3F, 100, 20}, kit.theme().text, 8);
          Kit::Card card(kit, "c", "Card", 16.2F, 16.7F, 300);
          kit.text(card.x, card.y, "crisp");
          card.end(60);
        },
        800, 600, false, density);
    const Box card = stage.node(Role::region, "Card")->box;
    const float bottom = card.bottom() * density;
    EXPECT_NEAR(bottom, std::round(bottom), 1e-3) << density;
  }
}

}  // namespace
}  // namespace tollmeter::ui::test
