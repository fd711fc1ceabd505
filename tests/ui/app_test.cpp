// The whole page, drawn headless in every state that a person can reach by pressing what it shows.
#include "ui/app.h"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/format.h"
#include "core/language.h"
#include "app_page.h"

namespace tollmeter::ui::test {
namespace {

using testing::IsEmpty;

TEST(App, EveryItemHasANodeAndThePageComesToRest) {
  for (const Size& size : kSizes) {
    Page page(size.width, size.height, size.density);
    EXPECT_THAT(unmirrored(page.app().semantics()), IsEmpty()) << size.name;
  }
}

// Presses everything that can be pressed, one after the other, each from a fresh page: what opens must be mirrored too.
TEST(App, WhateverIsPressedEveryItemHasANode) {
  for (const Size& size : kSizes) {
    const std::set<std::string> names = Page(size.width, size.height, size.density).pressable();
    EXPECT_GT(names.size(), 12U);
    for (const std::string& name : names) {
      Page page(size.width, size.height, size.density);
      page.press_any(name);
      EXPECT_THAT(unmirrored(page.app().semantics()), IsEmpty()) << size.name << ": " << name;
    }
  }
}

TEST(App, NodesOfControlsAreNamed) {
  for (const Size& size : kSizes) {
    Page page(size.width, size.height, size.density);
    for (const Node& node : page.app().semantics().nodes()) {
      if (node.role < Role::button) continue;
      EXPECT_FALSE(node.name.empty()) << size.name << " at " << node.box.x << "," << node.box.y;
    }
  }
}

TEST(App, TargetsOnAPhoneAreAtLeast44) {
  Page page(390, 844, 3);
  for (const Node& node : page.app().semantics().nodes()) {
    if (node.role < Role::button || node.role == Role::link || node.role == Role::menuitem) continue;
    EXPECT_GE(node.box.h, 43.5F) << node.name;
    EXPECT_GE(node.box.w, 43.5F) << node.name;
  }
}

TEST(App, TypingAQuantityMovesTheVerdictInTheSameFrame) {
  Page page(1440, 900);
  const Node* field = page.node(Role::textbox, "Posts read");
  ASSERT_NE(field, nullptr);
  page.act({Action::Kind::commit, field->id, "9k", 0});
  EXPECT_EQ(page.app().session().shown().chosen.breaches, 0);
  EXPECT_NE(page.address().find("posts_read=9k"), std::string::npos) << page.address();
}

TEST(App, ABadDateIsSaidAndChangesNothing) {
  Page page(1440, 900);
  ASSERT_TRUE(page.press(Role::button, "Prices of 25 April 2023"));
  const Node* field = page.node(Role::textbox, "Prices of the day, as year-month-day");
  ASSERT_NE(field, nullptr);
  page.act({Action::Kind::commit, field->id, "2023-02-30", 0});
  EXPECT_EQ(page.app().session().scenario().date, example_scenario().date);
  field = page.node(Role::textbox, "Prices of the day, as year-month-day");
  ASSERT_NE(field, nullptr);
  EXPECT_TRUE(field->invalid);
}

TEST(App, SharingCopiesSummaryAndLinkAtOnce) {
  Page page(1440, 900);
  const Node* share = page.node(Role::button, "Share");
  ASSERT_NE(share, nullptr);
  page.frame({{Action::Kind::press, share->id, "", 0}});
  ASSERT_TRUE(page.output().copy_text);
  EXPECT_NE(page.output().copy_text->find("$100.00"), std::string::npos);
  EXPECT_NE(page.output().copy_text->find("https://example.org/#1;"), std::string::npos);
}

TEST(App, TheMenuLeadsToThePagesOfAllPlatforms) {
  Page page(1440, 900);
  ASSERT_TRUE(page.press(Role::button, "Menu"));
  const Node* entry = page.node(Role::button, "All platforms and their prices");
  ASSERT_NE(entry, nullptr);
  page.frame({{Action::Kind::press, entry->id, "", 0}});
  EXPECT_EQ(page.output().visit, "platforms/");
  page.frame();
  EXPECT_EQ(page.output().visit, "");  // once
  Language language;
  language.id = "xx";
  speak(&language);
  ASSERT_TRUE(page.press(Role::button, "Menu"));
  page.frame({{Action::Kind::press, page.node(Role::button, "All platforms and their prices")->id, "", 0}});
  speak(nullptr);
  EXPECT_EQ(page.output().visit, "platforms/xx/");
}

TEST(App, ALinkThatIsRefusedWhileThePageIsOpenIsSpoken) {
  for (const Size& size : kSizes) {
    SCOPED_TRACE(size.name);
    Page page(size.width, size.height, size.density);
    std::set<NodeId> silent;  // a screen reader speaks what changes in a region that it has met
    for (const Node& node : page.app().semantics().nodes()) {
      if (node.role == Role::status && node.name.empty()) silent.insert(node.id);
    }
    page.app().open_address("about", "");
    page.settle();
    int said = 0;
    for (const Node& node : page.app().semantics().nodes()) {
      if (node.role != Role::status || !node.name.starts_with("This link is broken. link: is not a link of this page; expected ")) continue;
      EXPECT_TRUE(silent.contains(node.id));
      ++said;
    }
    EXPECT_EQ(said, 1);
    EXPECT_EQ(page.app().session().scenario(), example_scenario());
  }
}

TEST(App, TheNameOfAFileTurnsNoTextRound) {
  Page page(1440, 900);
  page.app().take_file("\u202Enosj.exe\n", R"({"platforms": 7})");
  page.settle();
  bool said = false;
  for (const Node& node : page.app().semantics().nodes()) {
    EXPECT_EQ(node.name.find("\u202E"), std::string::npos) << node.name;
    said = said || node.name.starts_with("nosj.exe was not taken;");
  }
  EXPECT_TRUE(said);
}

TEST(App, EscapeClosesWhatIsOpen) {
  Page page(1440, 900);
  ASSERT_TRUE(page.press(Role::button, "Menu"));
  ASSERT_NE(page.node(Role::button, "Ready-made calculations"), nullptr);
  page.act({Action::Kind::dismiss, 0, "", 0});
  EXPECT_EQ(page.node(Role::button, "Ready-made calculations"), nullptr);
}

}  // namespace
}  // namespace tollmeter::ui::test
