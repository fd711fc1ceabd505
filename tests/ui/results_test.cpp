// What comes of it: verdict, what breaks, the bill, the history, drawn headless on the real catalogue.
#include <algorithm>
#include <memory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "harness.h"
#include "real_catalog.h"
#include "ui/views.h"
#include "ui/views/bill_line.h"
#include "ui/views/history_words.h"
#include "ui/views/limit_words.h"
#include "ui/views/remedy_buttons.h"
#include "ui/views/result_words.h"
#include "ui/views/sources.h"
#include "ui/views/verdict_words.h"
#include "zones_data.h"

namespace tollmeter::ui::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const Date kToday = *Date::parse("2026-11-23");

const Catalog& catalog() { return real_catalog(); }

Scenario on(Scenario scenario, const char* date) {
  scenario.date = *Date::parse(date);
  return scenario;
}

PlatformUse& use_of(Scenario& scenario, std::string_view platform) {
  return *std::find_if(scenario.platforms.begin(), scenario.platforms.end(),
                       [&](const PlatformUse& use) { return use.platform == platform; });
}

Scenario with(const char* platform, const char* metric, int value, Per per) {
  Scenario scenario = example_scenario();
  use_of(scenario, platform).quantities[metric] = {value, per, quantity_text(value, per)};
  return scenario;
}

/// All results on one page.
class Page {
 public:
  explicit Page(const Scenario& scenario, bool phone = false)
      : session_(catalog(), kZones, kToday), phone_(phone) {
    session_.edit(scenario);
    stage_ = std::make_unique<Stage>([this](Kit& kit) { draw(kit); }, width(), 6000.0F, phone);
    stage_->frames(2);
  }

  void frames(int n) { stage_->frames(n); }
  Session& session() { return session_; }
  ViewState& state() { return state_; }
  const FrameOutput& output() const { return output_; }
  const std::vector<Node>& nodes() const { return stage_->semantics().nodes(); }
  std::vector<std::string> unmirrored_items() const { return unmirrored(stage_->semantics()); }

  /// All that can be read, a line for each node.
  std::string text() const {
    std::string all;
    for (const Node& node : nodes()) all += node.name + "\n";
    return all;
  }

  const Node* find(Role role, std::string_view name) const {
    const auto node = std::find_if(nodes().begin(), nodes().end(), [&](const Node& candidate) {
      return candidate.role == role && candidate.name.find(name) != std::string::npos;
    });
    return node == nodes().end() ? nullptr : &*node;
  }

  /// Through the mirror, as a keyboard does.
  void press(std::string_view name) {
    const Node* node = find(Role::button, name);
    if (!node) node = find(Role::link, name);
    ASSERT_NE(node, nullptr) << "no \"" << name << "\" among\n" << text();
    Action action;
    action.kind = Action::Kind::press;
    action.id = node->id;
    output_ = {};
    stage_->frame({}, {action});
    const FrameOutput done = output_;
    stage_->frame();
    output_ = done;
  }

  /// With the mouse or a finger.
  void click(std::string_view name) {
    const Node* node = find(Role::button, name);
    ASSERT_NE(node, nullptr) << name;
    stage_->click(*node);
    stage_->frame();
  }

 private:
  float width() const { return phone_ ? 390.0F : 972.0F; }

  void draw(Kit& kit) {
    View view{kit, session_, state_, phone_, output_, ""};
    const float w = width();
    float y = phone_ ? verdict_phone(view, {0, 0, w, 80}) : verdict(view, 0, 0, w);
    y = moved_lines(view, 0, y + 12, w);
    y = breaks(view, 0, y + 12, w);
    y = bill(view, 0, y + 12, w);
    price_history_chart(view, {0, y + 12, w, 340});
    why_not_cheaper(view, {0, 0, w, 900});
  }

  Session session_;
  ViewState state_;
  FrameOutput output_;
  bool phone_;
  std::unique_ptr<Stage> stage_;
};

TEST(Charts, StandBehindTabsOrInAListWhereTheseHaveNoRoom) {
  Session session(real_catalog(), kZones, *Date::parse("2026-11-23"));
  session.edit(example_scenario());
  ViewState state;
  FrameOutput output;
  float width = 940;
  Stage stage([&](Kit& kit) {
    View view{kit, session, state, width < 500, output, ""};
    charts_card(view, 0, 0, width, 460);
  });
  ASSERT_NE(stage.node(Role::tab, "Month"), nullptr);
  EXPECT_EQ(stage.node(Role::combobox, "Chart"), nullptr);
  stage.click(*stage.node(Role::tab, "Month"));
  stage.frames(2);
  width = 342;
  stage.frames(2);
  const Node* list = stage.node(Role::combobox, "Chart");
  ASSERT_NE(list, nullptr);
  EXPECT_EQ(stage.node(Role::tab, "Month"), nullptr);
  EXPECT_EQ(list->options[static_cast<std::size_t>(list->chosen)], "Month") << "the same chart stays";
  stage.frame({}, {{Action::Kind::choose, list->id, "", 0}});
  stage.frames(2);
  EXPECT_NE(stage.node(Role::table, "Price history"), nullptr);
}

TEST(Results, TheStoryOf2023) {
  Page page(example_scenario());
  const std::string text = page.text();
  EXPECT_THAT(text, HasSubstr("\n$100.00\n"));
  EXPECT_THAT(text, HasSubstr("\nabout $42,000\n"));
  EXPECT_THAT(text, HasSubstr("stop on 5 May 00:00 UTC, 20,000 of 30,000 refused"));
  EXPECT_THAT(text, HasSubstr("\n1 breach\n"));
  EXPECT_THAT(text, HasSubstr("\npress report\n"));
  EXPECT_THAT(text, HasSubstr("before tax"));
  EXPECT_THAT(text, HasSubstr("25 Apr to 25 May 2023, UTC"));
  EXPECT_THAT(text, HasSubstr("429 UsageCapExceeded"));
  EXPECT_THAT(text, HasSubstr("holds 1.19 × the average"));  // 500 / 420
  EXPECT_THAT(text, HasSubstr("letter of 30 Mar 2023, dated copy"));
}

TEST(Results, TheFirstFigureIsNoLargerThanItsBreach) {
  Page page(example_scenario());
  const Node* first = page.find(Role::text, "$100.00");
  const Node* second = page.find(Role::text, "about $42,000");
  ASSERT_TRUE(first && second);
  EXPECT_EQ(first->box.h, second->box.h);
  EXPECT_EQ(first->box.y, second->box.y);
}

TEST(Results, OneFigureWhereNothingBreaks) {
  Page page(on(example_scenario(), "2026-11-23"));
  const std::string text = page.text();
  EXPECT_THAT(text, HasSubstr("As chosen, and it serves everything"));
  EXPECT_THAT(text, HasSubstr("\n$684.00\n"));
  EXPECT_THAT(text, HasSubstr("\nno breach\n"));
  EXPECT_THAT(text, HasSubstr("X Basic is not sold on this day, Pay per use stands in"));
  EXPECT_THAT(text, Not(HasSubstr("cheapest plan that fits")));
  EXPECT_THAT(text, HasSubstr("\n$480.00\n"));  // 2,400 x 0.200
}

TEST(Results, AnEmptyScenarioSaysWhatToDo) {
  Page page(empty_scenario(kToday));
  EXPECT_NE(page.find(Role::text, "Add a platform and say what you use"), nullptr);
  EXPECT_THAT(page.unmirrored_items(), IsEmpty());
}

TEST(Results, APlanOfUnpublishedLimitsIsTakenOnTrustAndSaysSo) {
  Page page(with("linkedin", "app_calls", 9'000'000, Per::day));
  EXPECT_THAT(page.text(), HasSubstr("the limits of LinkedIn Standard are not published"));
  EXPECT_THAT(Page(example_scenario()).text(), Not(HasSubstr("are not published. Why")));
}

TEST(Results, CutAppliesInTheUnitThatWasTyped) {
  struct Row {
    const char* name;
    Per per;
    int typed;
    const char* cut;
  };
  // 10,000 a cycle of 30 days: 333.3 a day, 13.88 an hour
  for (const Row& row : {Row{"month", Per::month, 30000, "10000"}, Row{"day", Per::day, 1000, "333/day"},
                         Row{"hour", Per::hour, 50, "13.8/hour"}}) {
    Page page(with("x", "posts_read", row.typed, row.per));
    page.press("Cut X ");
    const PlatformUse& use = page.session().scenario().platforms.front();
    const Quantity& cut = use.quantities.at("posts_read");
    EXPECT_EQ(cut.per, row.per) << row.name;
    EXPECT_EQ(cut.typed, row.cut) << row.name;
    EXPECT_EQ(page.session().shown().chosen.breaches, 0) << row.name;
  }
}

TEST(Results, AskingForAPlanSetsIt) {
  for (const bool phone : {false, true}) {
    Page page(example_scenario(), phone);
    page.press("Ask for Enterprise");
    EXPECT_EQ(page.session().scenario().platforms.front().plan, "enterprise");
    EXPECT_TRUE(page.session().shown().one_figure);
    EXPECT_THAT(page.text(), HasSubstr("about $42,000"));
  }
}

TEST(Results, APlanWithAPriceIsSwitchedTo) {
  Page page(on(example_scenario(), "2023-06-01"));
  EXPECT_THAT(page.text(), HasSubstr("+$4,900.00"));
  page.click("Switch X to Pro");
  EXPECT_EQ(page.session().scenario().platforms.front().plan, "pro");
}

TEST(Results, ABillLineOpensToItsArithmetic) {
  Page page(on(example_scenario(), "2026-11-23"));
  EXPECT_THAT(page.text(), Not(HasSubstr("Unit price")));
  page.click("posts with a link, $480.00");
  EXPECT_THAT(page.text(), HasSubstr("Unit price: $0.20 per"));
  EXPECT_THAT(page.text(), HasSubstr("In force: "));
  EXPECT_THAT(page.text(), HasSubstr("https://"));
  page.click("posts with a link, $480.00");
  EXPECT_THAT(page.text(), Not(HasSubstr("Unit price")));
}

TEST(Results, TheBillIsOneTableWithItsTotal) {
  Page page(example_scenario());
  const Node* table = page.find(Role::table, "The bill");
  ASSERT_NE(table, nullptr);
  const int at = static_cast<int>(table - page.nodes().data());
  int rows = 0;
  for (const Node& node : page.nodes()) rows += node.parent == at && node.role == Role::row;
  EXPECT_EQ(rows, 6);  // heading, three lines of X, the free platforms, the total
  EXPECT_THAT(page.text(), HasSubstr("\n4 other platforms\n\n\nfree\n$0.00\n"));
}

TEST(Results, EachCellOfTheBillStandsUnderItsHeader) {
  Page page(example_scenario());
  page.press("4 other platforms, free: their lines");
  std::map<int, int> cells;  // by row
  for (const Node& node : page.nodes()) {
    if (node.role == Role::cell || node.role == Role::columnheader) ++cells[node.parent];
  }
  int rows = 0;
  const int table = static_cast<int>(page.find(Role::table, "The bill") - page.nodes().data());
  for (const auto& [row, count] : cells) {
    if (page.nodes()[static_cast<std::size_t>(row)].parent != table) continue;
    ++rows;
    EXPECT_EQ(count, 5) << row;
  }
  EXPECT_GT(rows, 6);
}

TEST(Results, TheBillIsCopiedAsATable) {
  Page page(example_scenario());
  page.press("copy as table");
  ASSERT_TRUE(page.output().copy_text);
  EXPECT_THAT(*page.output().copy_text, HasSubstr("\t"));
  EXPECT_THAT(*page.output().copy_text, HasSubstr("\t100\tUSD"));
  EXPECT_NE(page.find(Role::button, "copied"), nullptr);
  page.session().edit(with("x", "posts_read", 9000, Per::month));
  page.frames(2);
  page.press("copy as table");  // another state: not copied yet
}

TEST(Results, WhatIsOnPressSaysSoAndOpens) {
  Scenario scenario = example_scenario();
  use_of(scenario, "x").plan = "enterprise";
  Page page(scenario);
  EXPECT_THAT(page.text(), HasSubstr("1 amount rests on press only"));
  page.press("Which amounts are uncertain?");
  EXPECT_FALSE(page.state().open_lines.empty());
  EXPECT_THAT(page.text(), HasSubstr("Source: "));
}

TEST(Results, TheQuestionBehindTheFigureOpensThePlans) {
  Page page(example_scenario());
  EXPECT_FALSE(page.state().why_not_cheaper);
  page.press("Why not cheaper?");
  EXPECT_TRUE(page.state().why_not_cheaper);
  EXPECT_NE(page.find(Role::dialog, "Which plan?"), nullptr);
  Scenario fits = example_scenario();
  use_of(fits, "x").quantities["posts_read"] = {5000, Per::month, "5000"};
  Page whole(fits);
  whole.press("Other plans");
  EXPECT_NE(whole.find(Role::dialog, "Which plan?"), nullptr);
}

TEST(Results, TheHistoryCanBeRead) {
  Page page(example_scenario());
  EXPECT_NE(page.find(Role::table, "Price history"), nullptr);
  const History& history = page.session().shown().history;
  std::string rows;
  for (const HistoryRow& row : history_rows(history, history_range(page.session()))) {
    rows += row.when + " | " + row.chosen + " | " + row.serve + "\n";
  }
  EXPECT_THAT(rows, HasSubstr("from 29 Mar 2023 | $100.00 (Basic), 1 breach | about $42,000 (Enterprise, press)"));
  EXPECT_THAT(rows, HasSubstr("from 6 Feb 2026 | not sold | $210.00 (Pay per use)"));
  EXPECT_THAT(rows, HasSubstr("from 20 Apr 2026 | not sold | $684.00 (Pay per use)"));
  page.press("show as table");
  EXPECT_NE(page.find(Role::cell, "$5,000.00 (Pro)"), nullptr);
  EXPECT_EQ(history_range(page.session()).from.iso(), "2022-01-01");
}

TEST(Results, EveryItemIsMirroredInEveryState) {
  struct Row {
    const char* name;
    Scenario scenario;
  };
  Scenario bursts = example_scenario();
  bursts.traffic.shape = Shape::working_hours;
  Scenario one_account = example_scenario();
  one_account.drivers["accounts"] = 1;
  const Row rows[] = {{"story", example_scenario()},
                      {"today", on(example_scenario(), "2026-11-23")},
                      {"before free ended", on(example_scenario(), "2023-03-01")},
                      {"working hours", bursts},
                      {"one account breaks a rolling day", one_account},
                      {"far past", on(example_scenario(), "1990-01-01")},
                      {"empty", empty_scenario(kToday)}};
  for (const Row& row : rows) {
    for (const bool phone : {false, true}) {
      Page page(row.scenario, phone);
      EXPECT_THAT(page.unmirrored_items(), IsEmpty()) << row.name << (phone ? " on a phone" : "");
      for (const Node& node : page.nodes()) {
        EXPECT_LE(node.box.x + node.box.w, (phone ? 390.0F : 972.0F) + 1) << row.name << ": " << node.name;
      }
    }
  }
}

TEST(LimitGroups, TheOneThatBreaksFirstLeadsItsOperation) {
  Scenario scenario = example_scenario();
  scenario.drivers["accounts"] = 1;
  scenario.platforms.resize(1);  // X alone
  Page page(scenario);
  const LimitGroups groups = group_limits(page.session().shown().chosen);
  ASSERT_GE(groups.broken.size(), 3U);
  // 6,000 posts of one user: 100 in 24 h are used up on the first day, 3,000 a month later.
  EXPECT_EQ(limit_title(groups.broken[0]), "X: posts created");
  EXPECT_EQ(groups.broken[0].limit->cap, Rational(100));
  EXPECT_EQ(groups.broken[1].metric, groups.broken[0].metric);
  EXPECT_EQ(limit_title(groups.broken.back()), "X: posts read");
}

TEST(ResultWords, Money) {
  struct Row {
    Rational amount;
    bool approximate;
    const char* brief;
  };
  for (const Row& row : {Row{5000, false, "$5,000"}, Row{Rational::fraction(199, 2), false, "$99.50"},
                         Row{42000, true, "about $42,000"}, Row{0, false, "$0"}}) {
    Money money;
    money.amount = row.amount;
    money.currency = "USD";
    money.approximate = row.approximate;
    EXPECT_EQ(brief_money(money), row.brief);
  }
}

TEST(ResultWords, AStretchNamesItsPlanAndPrices) {
  const auto dollars = [](int amount) {
    Money money;
    money.amount = amount;
    money.currency = "USD";
    return money;
  };
  const Date a{19000}, b{19100}, c{19200};
  EXPECT_EQ(stretch_words({{{a, b, dollars(5000)}}, "Pro", false}, ""), "Pro $5,000");
  EXPECT_EQ(stretch_words({{{a, b, dollars(0)}}, "v2 Essential", false}, ""), "v2 Essential, free");
  EXPECT_EQ(stretch_words({{{a, b, dollars(100)}, {b, c, dollars(200)}}, "Basic", true}, "reads refused"),
            "Basic $100, then $200: reads refused");
}

TEST(Sources, WordsNotLetters) {
  struct Row {
    const char* title;
    Confidence confidence;
    const char* words;
  };
  const Row rows[] = {{"letter of 30 Mar 2023", Confidence::dated_copy, "letter of 30 Mar 2023, dated copy"},
                      {"rate card", Confidence::platform_page, "rate card, 30 Mar 2023, platform's own page"},
                      {"WIRED, Mar 2023", Confidence::press, "WIRED, Mar 2023, press"}};
  for (const Row& row : rows) {
    Source source;
    source.title = row.title;
    source.read = *Date::parse("2023-03-30");
    source.confidence = row.confidence;
    EXPECT_EQ(source_words(source), row.words);
  }
}

TEST(Sources, Doubts) {
  EXPECT_EQ(doubt_words({}), "");
  EXPECT_EQ(doubt_words({1, 0}), "1 amount rests on press only");
  EXPECT_EQ(doubt_words({2, 1}), "2 amounts rest on press only; 1 amount rests on sources that disagree");
}

TEST(Sources, BothValuesOfAConflictAreSaid) {
  const Platform& instagram = *catalog().platform("instagram");
  Page page(example_scenario());
  page.press("show: ");
  EXPECT_THAT(page.text(), HasSubstr("Another source says 50"));
  EXPECT_THAT(page.text(), HasSubstr("Taken here because: "));
  EXPECT_FALSE(instagram.plans.empty());
}

}  // namespace
}  // namespace tollmeter::ui::test
