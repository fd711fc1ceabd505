// What an eye would find cut, standing on something else, or without a way out, where there is little room: in French, whose words
// are longer.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/language.h"
#include "core/range.h"
#include "core/title.h"
#include "ui/solve/comparison_columns.h"
#include "view_page.h"

namespace tollmeter::ui::test {
namespace {

using testing::IsEmpty;

constexpr float kLeft = 28, kWidth = 334;  // a card's content on a phone

Language read_french() {
  std::ifstream file(TOLLMETER_TESTS "/../assets/languages/fr.json");
  const nlohmann::json all = nlohmann::json::parse(std::string(std::istreambuf_iterator<char>(file), {}));
  Language language;
  language.id = "fr";
  language.decimal = all["decimal"].get<std::string>();
  language.group = all["group"].get<std::string>();
  language.money = all["money"].get<std::string>();
  language.plural = PluralRule::up_to_one;
  for (const auto& [key, text] : all["texts"].items()) language.texts[key] = text.get<std::string>();
  return language;
}

class Looks : public testing::Test {
 protected:
  void SetUp() override { speak(&french_); }
  void TearDown() override { speak(nullptr); }

 private:
  Language french_ = read_french();
};

/// A line of semibold text that was drawn to its end is as wide as the text.
bool is_whole(const Kit& kit, const Node& node) {
  for (float size = 10; size <= 36; ++size) {
    if (kit.line_height(size) == node.box.h) return kit.width(node.name, {size, Face::semibold}) <= node.box.w + 0.5F;
  }
  return false;
}

TEST_F(Looks, NoTotalIsCutOnTheNarrowestPhone) {
  std::vector<std::string> cut;
  ViewPage page(
      [&cut](View& view) {
        verdict_phone(view, {14, 10, 292, 90});
        cut.clear();
        for (const Node& node : view.kit.semantics().nodes()) {
          if (node.role == Role::text && !is_whole(view.kit, node)) cut.push_back(node.name);
        }
      },
      320, 568, true);
  page.show(example_scenario());
  EXPECT_NE(page.find(Role::text, "environ"), nullptr) << page.text();
  EXPECT_THAT(cut, IsEmpty());
}

TEST_F(Looks, ALongTitleOfADialogStaysBesideItsCloseButton) {
  const std::string title = tr("Could another service do this for less?");
  bool open = true;
  Stage stage(
      [&](Kit& kit) {
        Box content;
        if (!kit.begin_dialog("long", title, {0, 0, 320, 568}, 520, &open, &content)) return;
        kit.text(content.x, content.y, "below");
        kit.end_dialog(content.y + 20);
      },
      320, 568, true);
  stage.frames(4);
  const Node* heading = stage.node(Role::heading, title);
  const Node* close = stage.node(Role::button, tr("Close"));
  const Node* below = stage.node(Role::text, "below");
  ASSERT_TRUE(heading && close && below);
  EXPECT_LE(heading->box.right(), close->box.x);
  EXPECT_GT(heading->box.h, 40) << "two lines";
  EXPECT_LE(heading->box.bottom(), below->box.y);
}

void expect_inside(const ViewPage& page, const std::string& text) {
  const Node* node = page.node(Role::text, text);
  ASSERT_NE(node, nullptr) << text << " among\n" << page.text();
  EXPECT_GE(node->box.x, kLeft) << text;
  EXPECT_LE(node->box.right(), kLeft + kWidth + 0.5F) << text;
}

TEST_F(Looks, LegendsStayInsideTheCard) {
  ViewPage history([](View& view) { price_history_chart(view, {kLeft, 0, kWidth, 460}); }, 390, 900, true);
  history.show(example_scenario());
  expect_inside(history, tr("to serve it all"));
  expect_inside(history, tr("as chosen, with refusals"));

  ViewPage month([](View& view) { month_view(view, {kLeft, 0, kWidth, 460}); }, 390, 3000, true);
  month.show(example_scenario());
  const Node* most = month.find(Role::text, "du mois en une heure");
  ASSERT_NE(most, nullptr) << month.text();
  expect_inside(month, most->name);
  expect_inside(month, tr("a limit breaks"));
}

TEST_F(Looks, WhatStandsAboveTheGrowthKeepsOffItsAxis) {
  constexpr float kHalfLabel = 9;  // the topmost label of the axis stands half above the plot
  for (const bool phone : {false, true}) {
    const float w = phone ? kWidth : 900;
    ViewPage page([w](View& view) { growth_chart(view, {kLeft, 0, w, 460}); }, w + 2 * kLeft, 2000, phone);
    page.show(example_scenario());
    const std::vector<Node>& nodes = page.stage().semantics().nodes();
    const auto plot = std::find_if(nodes.begin(), nodes.end(), [](const Node& node) { return node.zooms; });
    ASSERT_NE(plot, nodes.end()) << page.text();
    const Node* link = page.node(Role::button, tr("zoom in"));
    const Node* legend = page.node(Role::text, tr("cheapest that fits"));
    ASSERT_TRUE(link && legend) << page.text();
    EXPECT_LE(link->box.bottom(), plot->box.y - kHalfLabel);
    EXPECT_LE(legend->box.bottom(), plot->box.y - kHalfLabel);
    EXPECT_FALSE(phone && legend->box.y < link->box.y + link->box.h / 2) << "the legend has a row of its own";
  }
}

TEST(RangesLooks, TheLikelyTotalsLineBeginsBelowTheLegend) {
  Scenario scenario = example_scenario();
  scenario.date = *Date::parse("2026-11-23");
  scenario.platforms[0].plan = "ppu";
  scenario.platforms[0].ranges["posts_read"] = parse_range(RangeOf::quantity, "20000", "90000").value();
  ViewPage page([](View& view) { ranges_view(view, {kLeft, 0, kWidth, 300}); }, 390, 3000, true);
  page.show(scenario);
  const Node* chart = page.find(Role::image, "How often the total is how much");
  const Node* legend = page.node(Role::text, "8 of 10 cases");
  ASSERT_TRUE(chart && legend) << page.text();
  EXPECT_LE(legend->box.bottom(), chart->box.y);
}

TEST_F(Looks, AColumnsNameTakesTheLinesThatItNeeds) {
  ViewPage page([](View& view) { comparison_card(view, 12, 0, 366); }, 390, 3000, true);
  page.show(example_scenario());
  keep_copy(page.session());
  page.rest();
  const Node* name = page.find(Role::columnheader, title_words("Multi-platform ad scheduler"));
  const Node* more = page.find(Role::button, tr("More for {0}", {"A"}));
  ASSERT_TRUE(name && more) << page.text();
  EXPECT_GT(name->box.h, 30) << "two lines";
  EXPECT_LE(name->box.bottom(), more->box.y + 0.5F);
}

TEST_F(Looks, APictureIsOfferedOnlyOfAChart) {
  ViewPage page([](View& view) { charts_card(view, 0, 0, 940, 460); }, 940, 900);
  page.show(example_scenario());
  const auto picture = [&] { return page.node(Role::button, tr("Picture of this chart (PNG)")); };
  EXPECT_NE(picture(), nullptr) << page.text();
  for (const char* tab : {"Per unit", "Ranges"}) {
    page.act(Action::Kind::press, Role::tab, tr(tab));
    EXPECT_EQ(picture(), nullptr) << tab;
  }
  page.session().start_empty();
  page.act(Action::Kind::press, Role::tab, tr("Price history"));
  EXPECT_EQ(picture(), nullptr);
}

TEST_F(Looks, WhatIsEmptySaysHowToBegin) {
  ViewPage unit([](View& view) { per_unit_chart(view, {kLeft, 0, kWidth, 300}); }, 390, 600, true);
  unit.show(example_scenario());
  unit.state().phone_tab = 3;
  unit.press(tr("Count in your own unit"));
  ASSERT_TRUE(unit.session().scenario().unit.has_value());
  EXPECT_TRUE(unit.state().unit_open);
  EXPECT_EQ(unit.state().phone_tab, 0) << "where the unit is said";

  ViewPage budget([](View& view) { budget_dialog(view, {0, 0, 390, 844}); }, 390, 844, true);
  budget.state().budget_open = true;
  budget.show(example_scenario());
  EXPECT_TRUE(budget.says("Saisissez votre dépense maximale")) << budget.text();
}

}  // namespace
}  // namespace tollmeter::ui::test
