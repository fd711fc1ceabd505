// The dialog that reads a pasted reply, and the field of several lines in it.
#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ui/solve/reply_state.h"
#include "view_page.h"

namespace tollmeter::ui::test {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kField = "The reply, with its headers";
constexpr const char* kGithub =
    "HTTP/2 403\ndate: Tue, 24 Nov 2026 10:00:00 GMT\nauthorization: Bearer topsecret99\nx-ratelimit-limit: 60\nx-ratelimit-remaining: 0\nx-ratelimit-reset: 1795516200\n"
    "x-ratelimit-resource: core\nx-github-request-id: C1\n\n{\"message\":\"API rate limit exceeded\"}";

ViewPage dialog_page(float width = 1440, bool phone = false) {
  return ViewPage(
      [width](View& view) {
        view.now = 1795514460;
        if (view.state.reply_open) reply_dialog(view, {0, 0, width, 2400});
        else reply_line(view, 0, 0, std::min(width, 600.0F));
      },
      width, 2400, phone);
}

void paste(ViewPage& page, std::string text) { page.act(Action::Kind::commit, Role::textarea, kField, std::move(text)); }

TEST(ReplyDialog, OpensAndSaysWhatToPasteAndThatItStaysHere) {
  for (const bool phone : {false, true}) {
    ViewPage page = dialog_page(phone ? 390 : 1440, phone);
    page.rest();
    page.press("I got a 429: read the reply");
    ASSERT_TRUE(page.node(Role::dialog, "I got a 429"));
    ASSERT_TRUE(page.node(Role::textarea, kField));
    EXPECT_TRUE(page.says("curl -i"));
    EXPECT_TRUE(page.says("not sent, not stored"));
    page.expect_whole();
    page.press("Close");
    EXPECT_FALSE(page.state().reply_open);
  }
}

TEST(ReplyDialog, SaysWhatAReplyHolds) {
  ViewPage page = dialog_page();
  page.show(empty_scenario(*Date::parse("2026-11-20")));
  page.state().reply_open = true;
  page.rest();
  paste(page, kGithub);
  EXPECT_TRUE(page.says("GitHub")) << page.text();
  EXPECT_TRUE(page.says("refused this call."));
  EXPECT_TRUE(page.says("known by the header x-ratelimit-resource") || page.says("known by the header x-github-request-id"));
  EXPECT_TRUE(page.says("60 of 60 used, nothing left."));
  EXPECT_TRUE(page.says("24 Nov 10:30 UTC, 30 minutes after the reply."));
  EXPECT_TRUE(page.says("No token: no other plan of that day has 60 there."));
  EXPECT_TRUE(page.says("At its pace until then the window would have got 120."));
  page.expect_whole();
}

TEST(ReplyDialog, DropsSecretsAndSaysSo) {
  ViewPage page = dialog_page();
  page.state().reply_open = true;
  page.rest();
  paste(page, kGithub);
  EXPECT_TRUE(page.says("1 secret was dropped before anything was read."));
  EXPECT_THAT(page.state().reply->text, Not(HasSubstr("topsecret99")));
  const Node* field = page.node(Role::textarea, kField);
  ASSERT_TRUE(field);
  EXPECT_THAT(field->value, Not(HasSubstr("topsecret99")));
  EXPECT_THAT(field->value, HasSubstr("x-ratelimit-limit: 60"));
  // Leaving the field gives back what it shows.
  paste(page, field->value);
  EXPECT_TRUE(page.says("1 secret was dropped before anything was read."));
}

TEST(ReplyDialog, SetsTheCalculationToMatchInOneStep) {
  ViewPage page = dialog_page();
  page.show(empty_scenario(*Date::parse("2026-11-20")));
  const Scenario before = page.session().scenario();
  page.state().reply_open = true;
  page.rest();
  paste(page, kGithub);
  EXPECT_EQ(page.session().scenario(), before) << "not by itself";
  page.press("Set it to match");
  EXPECT_FALSE(page.state().reply_open);
  EXPECT_EQ(page.state().reply, nullptr);
  const Scenario& after = page.session().scenario();
  ASSERT_EQ(after.platforms.size(), 1U);
  EXPECT_EQ(after.platforms[0].platform, "github");
  EXPECT_EQ(after.platforms[0].plan, "unauthenticated");
  EXPECT_EQ(after.date, *Date::parse("2026-11-24"));
  EXPECT_TRUE(page.state().unfolded.contains("github"));
  page.session().undo();
  EXPECT_EQ(page.session().scenario(), before);
}

TEST(ReplyDialog, TheStoryOfTheFirstVisitMakesRoom) {
  ViewPage page = dialog_page();
  page.state().reply_open = true;
  page.rest();
  ASSERT_EQ(page.session().scenario(), example_scenario());
  paste(page, kGithub);
  EXPECT_TRUE(page.says("a calculation of your own in place of the example"));
  page.press("Set it to match");
  EXPECT_EQ(page.session().scenario().platforms.size(), 1U);
  EXPECT_EQ(page.session().origin(), Origin::own);
  page.session().undo();
  EXPECT_EQ(page.session().scenario(), example_scenario());
}

TEST(ReplyDialog, WhatItCannotReadItSays) {
  ViewPage page = dialog_page();
  page.state().reply_open = true;
  page.rest();
  paste(page, "I got an error");
  EXPECT_TRUE(page.says("This holds no status line and no header about a limit; expected a whole reply"));
  const Node* field = page.node(Role::textarea, kField);
  ASSERT_TRUE(field);
  EXPECT_TRUE(field->invalid);
  EXPECT_EQ(field->value, "I got an error") << "what the person had stays";
  paste(page, "HTTP/2 429\nretry-after: 30\n\n");
  EXPECT_TRUE(page.says("This call was refused; by which platform could not be told."));
  EXPECT_TRUE(page.says("30 seconds after the reply."));
  EXPECT_TRUE(page.says("Which platform it is (paste the address that was called); which operation it was"));
  EXPECT_FALSE(page.says("Set it to match"));
  paste(page, "HTTP/2 200\n\n");
  EXPECT_TRUE(page.says("Nothing here says that a limit refused the call. Its status is 200."));
  page.press("Clear");
  EXPECT_TRUE(page.state().reply->text.empty());
}

TEST(ReplyDialog, KeepsAndShowsNoMoreThanItReads) {
  ViewPage page = dialog_page();
  page.state().reply_open = true;
  page.rest();
  std::string text = "HTTP/2 429\nretry-after: 30\n";
  for (int i = 0; i < 150; ++i) text += "x-header-" + std::to_string(i) + ": \u0645\u0631\u062d\u0628\u0627 " + std::to_string(i) + "\n";
  paste(page, text);
  EXPECT_FALSE(page.says("longer than what is read here"));
  const std::size_t nodes = page.stage().semantics().nodes().size();
  for (int i = 150; i < 5000; ++i) text += "x-header-" + std::to_string(i) + ": \u0645\u0631\u062d\u0628\u0627 " + std::to_string(i) + "\n";
  painted().clear();
  paste(page, text);
  EXPECT_TRUE(page.says("It is longer than what is read here, which is 500 lines and 256 KB."));
  EXPECT_TRUE(page.says("30 seconds after the reply."));
  EXPECT_EQ(page.stage().semantics().nodes().size(), nodes + 1) << "the sentence, and no row for a line";
  EXPECT_LT(painted().size(), 100U) << "only lines that are seen";
  const Node* field = page.node(Role::textarea, kField);
  ASSERT_TRUE(field);
  EXPECT_EQ(std::count(field->value.begin(), field->value.end(), '\n'), static_cast<std::ptrdiff_t>(kMostReplyLines));
  EXPECT_EQ(page.state().reply->text, field->value);
  // Leaving the field gives back what it shows, which is short enough and was still cut.
  paste(page, field->value);
  EXPECT_TRUE(page.says("It is longer than what is read here"));
  paste(page, "HTTP/2 429\n");
  EXPECT_FALSE(page.says("It is longer than what is read here"));
}

TEST(ReplyDialog, ClosedItForgets) {
  ViewPage page = dialog_page();
  page.state().reply_open = true;
  page.rest();
  paste(page, kGithub);
  const std::string link = page.session().address();
  EXPECT_THAT(link, Not(HasSubstr("github")));
  page.press("Close");
  EXPECT_EQ(page.state().reply, nullptr);
}

TEST(ReplyDialog, StandsWholeOnAPhone) {
  ViewPage page = dialog_page(390, true);
  page.state().reply_open = true;
  page.rest();
  paste(page, kGithub);
  page.expect_whole();
  const Node* button = page.node(Role::button, "Set it to match");
  ASSERT_TRUE(button);
  EXPECT_GE(button->box.h, 44);
}

TEST(ReplyDialog, AsksForThePlatformsLimits) {
  Catalog catalog = real_catalog();
  std::erase_if(catalog.platforms, [](const Platform& platform) { return platform.id == "github"; });
  Session session(catalog, kZones, *Date::parse("2026-11-24"));
  ViewState state;
  FrameOutput output;
  std::vector<std::string> loads;
  state.reply_open = true;
  Stage stage([&](Kit& kit) {
    output = {};
    View view{kit, session, state, false, output, ""};
    reply_dialog(view, {0, 0, 1440, 900});
    if (!output.load.empty()) loads.push_back(output.load);
  });
  stage.frames(4);
  const Node* field = stage.node(Role::textarea, kField);
  ASSERT_TRUE(field);
  stage.frame({}, {{Action::Kind::commit, field->id, kGithub, 0}});
  stage.frames(6);
  EXPECT_EQ(loads, std::vector<std::string>{"github"});
  const auto says = [&](std::string_view words) {
    const auto& nodes = stage.semantics().nodes();
    return std::any_of(nodes.begin(), nodes.end(), [&](const Node& node) { return node.name.find(words) != std::string::npos; });
  };
  EXPECT_TRUE(says("Loading the limits of GitHub"));
  state.not_had.insert("github");
  stage.frames(4);
  EXPECT_TRUE(says("could not be loaded. Is there a network?"));
  const Node* again = stage.node(Role::button, "try again");
  ASSERT_TRUE(again);
  stage.frame({}, {{Action::Kind::press, again->id, "", 0}});
  stage.frames(6);
  EXPECT_EQ(loads.size(), 2U);
}

}  // namespace
}  // namespace tollmeter::ui::test
