#include "ui/semantics.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <random>
#include <vector>

namespace tollmeter::ui {
namespace {

constexpr Box kBox{10, 20, 30, 40};

Action act(Action::Kind kind, NodeId id, std::string text = {}, double number = 0) {
  return {kind, id, std::move(text), number};
}

TEST(Semantics, NodesKnowTheirContainer) {
  Semantics s;
  s.begin_frame({});
  s.begin(Role::region, 1, "card", kBox);
  s.add(Role::button, 2, "press", kBox);
  s.begin(Role::row, 3, "", kBox);
  s.add(Role::cell, 4, "one", kBox);
  s.end();
  s.end();
  s.add(Role::text, 5, "outside", kBox);
  s.end_frame();
  const int parents[] = {-1, 0, 0, 2, -1};
  ASSERT_EQ(s.nodes().size(), std::size(parents));
  for (std::size_t i = 0; i < std::size(parents); ++i) EXPECT_EQ(s.nodes()[i].parent, parents[i]) << i;
  EXPECT_EQ(s.find(4)->name, "one");
  EXPECT_EQ(s.find(6), nullptr);
}

TEST(Semantics, ReadIdsAreSteadyAndDiffer) {
  std::vector<NodeId> ids[2];
  Semantics s;
  for (std::vector<NodeId>& seen : ids) {
    s.begin_frame({});
    seen.push_back(s.read_id());
    s.begin(Role::region, 7, "a", kBox);
    seen.push_back(s.read_id());
    seen.push_back(s.read_id());
    s.end();
    s.begin(Role::region, 8, "b", kBox);
    seen.push_back(s.read_id());
    s.end();
    seen.push_back(s.read_id());
    s.end_frame();
  }
  EXPECT_EQ(ids[0], ids[1]);
  std::sort(ids[0].begin(), ids[0].end());
  EXPECT_EQ(std::adjacent_find(ids[0].begin(), ids[0].end()), ids[0].end());
}

TEST(Semantics, OfWhatIsTypedInOneFieldOnlyTheLastWaits) {
  std::vector<Action> actions;
  std::string text;
  for (int line = 0; line < 5000; ++line) add_action(actions, act(Action::Kind::text, 3, text += "a line\n"));
  ASSERT_EQ(actions.size(), 1U);
  EXPECT_EQ(actions[0].text, text);
  add_action(actions, act(Action::Kind::text, 4, "another field"));
  add_action(actions, act(Action::Kind::commit, 4, "another field"));
  add_action(actions, act(Action::Kind::text, 4, "after it was left"));
  add_action(actions, act(Action::Kind::press, 5));
  add_action(actions, act(Action::Kind::press, 5));
  EXPECT_EQ(actions.size(), 6U);
}

TEST(Semantics, EachActionIsTakenOnceAndByItsNode) {
  using Kind = Action::Kind;
  Semantics s;
  s.begin_frame({act(Kind::press, 1), act(Kind::press, 1), act(Kind::number, 2, "", 0.25), act(Kind::number, 2, "", 7),
                 act(Kind::text, 3, "6"), act(Kind::text, 3, "6k"), act(Kind::commit, 3, "6k"),
                 act(Kind::choose, 4, "", 2), act(Kind::dismiss, 0), act(Kind::undo, 0)});
  EXPECT_FALSE(s.take_press(9));
  EXPECT_TRUE(s.take_press(1));
  EXPECT_TRUE(s.take_press(1));
  EXPECT_FALSE(s.take_press(1));
  EXPECT_EQ(s.take_number(2), 1.0) << "the last counts, held within 0..1";
  EXPECT_EQ(s.take_number(2), std::nullopt);
  EXPECT_EQ(s.take_text(3), "6k");
  EXPECT_EQ(s.take_commit(3), "6k");
  EXPECT_EQ(s.take_commit(3), std::nullopt);
  EXPECT_EQ(s.take_choice(4), 2);
  EXPECT_TRUE(s.take_dismiss());
  EXPECT_FALSE(s.take_dismiss());
  EXPECT_TRUE(s.take_undo());
  EXPECT_FALSE(s.take_undo());
  s.end_frame();
  s.begin_frame({});
  EXPECT_FALSE(s.take_press(1)) << "actions do not outlive their frame";
}

TEST(Semantics, FocusStaysUntilItMovesOrItsNodeIsGone) {
  using Kind = Action::Kind;
  struct Row {
    const char* what;
    std::vector<Action> actions;
    bool drawn;
    NodeId focused, got;
  };
  const Row rows[] = {
      {"at first nothing", {}, true, 0, 0},
      {"arrives", {act(Kind::focus, 5)}, true, 5, 5},
      {"stays, but did not arrive again", {}, true, 5, 0},
      {"another's blur does not matter", {act(Kind::blur, 6)}, true, 5, 0},
      {"leaves", {act(Kind::blur, 5)}, true, 0, 0},
      {"blur of the old one before focus of the new", {act(Kind::blur, 6), act(Kind::focus, 5)}, true, 5, 5},
      {"its node is gone", {}, false, 0, 0},
  };
  Semantics s;
  for (const Row& row : rows) {
    s.begin_frame(row.actions);
    EXPECT_EQ(s.got_focus(5), row.got == 5) << row.what;
    if (row.drawn) s.add(Role::button, 5, "b", kBox);
    s.end_frame();
    EXPECT_EQ(s.focused(), row.focused) << row.what;
  }
}

TEST(Semantics, WantedFocusIsAskedForOnce) {
  Semantics s;
  s.want_focus(3);
  s.begin_frame({});
  s.end_frame();
  EXPECT_EQ(s.wanted_focus(), 3U);
  EXPECT_EQ(s.wanted_focus(), std::nullopt);
}

TEST(Semantics, OnlyTheTopmostDialogIsWithinReach) {
  Semantics s;
  s.begin_frame({});
  s.begin(Role::region, 1, "card", kBox);
  s.add(Role::button, 2, "behind", kBox);
  s.begin(Role::dialog, 3, "dialog", kBox);
  s.add(Role::button, 4, "in the dialog", kBox);
  s.begin(Role::menu, 5, "list", kBox);
  s.begin(Role::group, 6, "group", kBox);
  s.add(Role::menuitem, 7, "row", kBox);
  s.end();
  s.end();
  s.add(Role::button, 8, "after the list", kBox);
  s.end();
  s.end();
  s.add(Role::button, 9, "after all", kBox);
  s.end_frame();
  const struct {
    NodeId id;
    bool covered;
  } rows[] = {{1, false}, {2, true}, {3, false}, {4, true}, {5, false}, {6, false}, {7, false}, {8, true}, {9, true}};
  for (const auto& row : rows) EXPECT_EQ(s.find(row.id)->covered, row.covered) << row.id;
}

TEST(Semantics, ClipsNarrowAndAreLeftByWhatLiesOverEverything) {
  Semantics s;
  s.begin_frame({});
  s.add(Role::text, 1, "free", kBox);
  s.push_clip({0, 0, 100, 100});
  s.add(Role::text, 2, "outer", kBox);
  s.push_clip({50, 50, 100, 100});
  s.add(Role::text, 3, "both", kBox);
  s.push_no_clip();
  s.add(Role::text, 4, "dialog", kBox);
  s.push_clip({60, 60, 200, 200});
  s.add(Role::text, 5, "in the dialog", kBox);
  s.pop_clip();
  s.pop_clip();
  s.pop_clip();
  s.pop_clip();
  s.end_frame();
  EXPECT_EQ(s.find(1)->clip, Box{});
  EXPECT_EQ(s.find(2)->clip, (Box{0, 0, 100, 100}));
  EXPECT_EQ(s.find(3)->clip, (Box{50, 50, 50, 50}));
  EXPECT_EQ(s.find(4)->clip, Box{});
  EXPECT_EQ(s.find(5)->clip, (Box{60, 60, 200, 200}));
}

// The tree's nodes in order, as "id under parent", with `moved` taken out and put back behind `after`: by plain lists of children.
std::vector<std::pair<NodeId, NodeId>> moved_by_hand(const std::vector<Node>& nodes, NodeId moved, NodeId after) {
  std::map<NodeId, std::vector<NodeId>> children;
  NodeId home = 0, beside = 0;
  for (const Node& node : nodes) {
    const NodeId parent = node.parent < 0 ? 0 : nodes[static_cast<std::size_t>(node.parent)].id;
    children[parent].push_back(node.id);
    if (node.id == moved) home = parent;
    if (node.id == after) beside = parent;
  }
  std::erase(children[home], moved);
  auto& list = children[beside];
  list.insert(std::find(list.begin(), list.end(), after) + 1, moved);
  std::vector<std::pair<NodeId, NodeId>> order;
  const std::function<void(NodeId)> walk = [&](NodeId parent) {
    for (const NodeId child : children[parent]) {
      order.emplace_back(child, parent);
      walk(child);
    }
  };
  walk(0);
  return order;
}

// A tree of `size` nodes, ids from 1, each a container that closes when the dice say so.
void draw_tree(Semantics& s, std::mt19937& dice, NodeId size) {
  int open = 0;
  for (NodeId id = 1; id <= size; ++id) {
    while (open > 0 && dice() % 3 == 0) {
      s.end();
      --open;
    }
    s.begin(Role::group, id, "", kBox);
    ++open;
  }
  while (open-- > 0) s.end();
}

TEST(Semantics, AContainerIsReadWhereItIsToBe) {
  std::mt19937 dice(7);
  int tried = 0;
  for (int round = 0; round < 2000; ++round) {
    const std::mt19937 same = dice;
    Semantics drawn, s;
    drawn.begin_frame({});
    draw_tree(drawn, dice, 12);
    drawn.end_frame();
    const auto moved = static_cast<NodeId>(dice() % 12 + 1), after = static_cast<NodeId>(dice() % 12 + 1);
    bool inside = moved == after;
    for (int i = static_cast<int>(after) - 1; i >= 0; i = drawn.at(i).parent) inside = inside || drawn.at(i).id == moved;
    if (inside) continue;
    ++tried;
    std::mt19937 again = same;
    s.begin_frame({});
    s.read_after(moved, after);
    draw_tree(s, again, 12);
    s.end_frame();
    std::vector<std::pair<NodeId, NodeId>> order;
    for (const Node& node : s.nodes()) {
      ASSERT_LT(node.parent, static_cast<int>(order.size())) << "a container stands before what it holds";
      order.emplace_back(node.id, node.parent < 0 ? 0 : s.at(node.parent).id);
    }
    ASSERT_EQ(order, moved_by_hand(drawn.nodes(), moved, after)) << moved << " after " << after;
  }
  EXPECT_GT(tried, 500);
}

TEST(Semantics, WhatHoldsADialogIsNotCoveredByItWhereverItIsRead) {
  Semantics s;
  s.begin_frame({});
  s.begin(Role::region, 1, "usage", kBox);
  s.begin(Role::dialog, 2, "picker", kBox);
  s.add(Role::button, 3, "close", kBox);
  s.end();
  s.end();
  s.begin(Role::main, 4, "results", kBox);
  s.begin(Role::region, 5, "breaks", kBox);
  s.end();
  s.begin(Role::region, 6, "bill", kBox);
  s.end();
  s.end();
  s.read_after(1, 5);
  s.end_frame();
  for (const NodeId open : {1U, 2U, 3U, 4U}) EXPECT_FALSE(s.find(open)->covered) << open;
  for (const NodeId covered : {5U, 6U}) EXPECT_TRUE(s.find(covered)->covered) << covered;
}

TEST(Semantics, WhatCannotBeMovedStays) {
  Semantics s;
  for (const auto& [moved, after] : {std::pair<NodeId, NodeId>{1, 2}, {1, 1}, {1, 9}, {9, 1}}) {
    s.begin_frame({});
    s.read_after(moved, after);
    s.begin(Role::group, 1, "", kBox);
    s.begin(Role::group, 2, "", kBox);
    s.end();
    s.end();
    s.end_frame();
    EXPECT_EQ(s.at(0).id, 1U);
    EXPECT_EQ(s.at(1).id, 2U);
    EXPECT_EQ(s.at(1).parent, 0);
  }
}

}  // namespace
}  // namespace tollmeter::ui
