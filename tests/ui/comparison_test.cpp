// A comparison of calculations side by side, drawn headless on the real catalogue.
#include <algorithm>
#include <memory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/format.h"
#include "harness.h"
#include "real_catalog.h"
#include "ui/solve/comparison_columns.h"
#include "ui/solve/comparison_state.h"
#include "ui/views.h"
#include "ui/views/result_words.h"
#include "zones_data.h"

namespace tollmeter::ui::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const Date kToday = *Date::parse("2026-11-23");

Scenario on_plan(Scenario scenario, const char* plan) {
  scenario.platforms[0].plan = plan;
  return scenario;
}

// The session's part.

class ComparedSession : public testing::Test {
 protected:
  std::vector<std::string> plans() const {
    std::vector<std::string> all;
    for (std::size_t i = 0; i < column_count(session_); ++i) all.push_back(column_scenario(session_, i).platforms.at(0).plan);
    return all;
  }
  void change_plan(const char* plan) { session_.edit(on_plan(session_.scenario(), plan)); }
  Session session_{real_catalog(), kZones, kToday};
};

TEST_F(ComparedSession, KeepingSwappingAndRemovingAreStepsOfUndo) {
  keep_copy(session_);
  change_plan("pro");
  EXPECT_THAT(plans(), ElementsAre("basic", "pro"));
  keep_copy(session_);
  change_plan("free");
  EXPECT_THAT(plans(), ElementsAre("basic", "pro", "free"));
  edit_column(session_, 0);
  EXPECT_EQ(session_.scenario().platforms[0].plan, "basic");
  EXPECT_THAT(plans(), ElementsAre("basic", "pro", "free"));
  remove_column(session_, 1);
  EXPECT_THAT(plans(), ElementsAre("basic", "free"));
  EXPECT_EQ(session_.beside().place, 0U);
  session_.undo();
  EXPECT_THAT(plans(), ElementsAre("basic", "pro", "free"));
  session_.undo();
  EXPECT_EQ(session_.beside().place, 2U);
  session_.undo();
  EXPECT_THAT(plans(), ElementsAre("basic", "pro", "pro"));
  session_.undo();
  session_.undo();
  EXPECT_THAT(plans(), ElementsAre("basic", "basic"));
  session_.undo();
  EXPECT_THAT(plans(), ElementsAre("basic"));
  EXPECT_FALSE(session_.can_undo());
}

TEST_F(ComparedSession, RemovingTheEditedOneGoesOnWithItsNeighbour) {
  keep_copy(session_);
  change_plan("pro");
  remove_column(session_, 1);
  EXPECT_THAT(plans(), ElementsAre("basic"));
  EXPECT_EQ(session_.beside(), Beside());
  session_.undo();
  edit_column(session_, 0);
  remove_column(session_, 0);
  EXPECT_THAT(plans(), ElementsAre("pro"));
}

TEST_F(ComparedSession, ThereAreFourAtMost) {
  for (int i = 0; i < 9; ++i) keep_copy(session_);
  EXPECT_EQ(column_count(session_), kMostColumns);
  end_comparison(session_);
  EXPECT_EQ(column_count(session_), 1U);
  session_.undo();
  EXPECT_EQ(column_count(session_), kMostColumns);
}

TEST_F(ComparedSession, TheAddressAndTheSharedLinkHoldAllOfIt) {
  keep_copy(session_);
  change_plan("pro");
  rename_column(session_, 0, "As it is\n");
  EXPECT_EQ(column_name(session_, 0), "A: As it is");
  for (const std::string& link : {session_.address(), session_.share_link()}) {
    Session other(real_catalog(), kZones, kToday);
    other.open_address(link, "");
    EXPECT_EQ(other.scenario(), session_.scenario());
    EXPECT_EQ(other.beside(), session_.beside());
    EXPECT_EQ(other.address(), link);
  }
}

TEST_F(ComparedSession, KeepMineBringsTheKeptComparisonBack) {
  keep_copy(session_);
  change_plan("pro");
  Session other(real_catalog(), kZones, kToday);
  const Document shared{on_plan(example_scenario(), "free"), SharedTotal{0, "USD"}};
  other.open_address(write_link(shared), session_.address());
  EXPECT_TRUE(other.beside().others.empty());
  other.keep_mine();
  EXPECT_EQ(other.scenario(), session_.scenario());
  EXPECT_EQ(other.beside(), session_.beside());
  other.start_empty();
  EXPECT_TRUE(other.beside().others.empty());
  other.undo();
  EXPECT_EQ(other.beside(), session_.beside());
}

TEST_F(ComparedSession, ABrokenOneOffersWhatCouldBeRead) {
  keep_copy(session_);
  change_plan("pro");
  const std::string link = session_.address();
  Session other(real_catalog(), kZones, kToday);
  other.open_address(link.substr(0, link.size() - 2), "");
  ASSERT_TRUE(other.broken());
  EXPECT_TRUE(other.beside().others.empty());
  other.open_salvage();
  EXPECT_EQ(other.scenario(), session_.scenario());
  EXPECT_EQ(other.beside(), session_.beside());
}

TEST_F(ComparedSession, AnEditEstimatesNoOtherColumn) {
  ComparisonState state;
  keep_copy(session_);
  keep_copy(session_);
  change_plan("pro");
  state.rows(session_, {0, 1, 2});
  const std::size_t made = state.estimates_made();
  EXPECT_EQ(made, 2U);
  change_plan("free");
  state.rows(session_, {0, 1, 2});
  EXPECT_EQ(state.estimates_made(), made);
  edit_column(session_, 0);
  state.rows(session_, {0, 1, 2});
  EXPECT_EQ(state.estimates_made(), made + 1);  // the one that was edited last
}

// What is drawn.

class Page {
 public:
  explicit Page(float width = 960, bool phone = false) : width_(width), phone_(phone) {
    stage_ = std::make_unique<Stage>(
        [this](Kit& kit) {
          View view{kit, session_, state_, phone_, output_, "https://page/#"};
          if (!session_.beside().others.empty()) comparison_card(view, 0, 0, width_);
        },
        width, 2000.0F, phone);
    keep_copy(session_);
    stage_->frames(6);
  }
  Session& session() { return session_; }
  ViewState& state() { return state_; }
  Stage& stage() { return *stage_; }
  FrameOutput& output() { return output_; }
  void edit(const char* plan) {
    session_.edit(on_plan(session_.scenario(), plan));
    stage_->frames(6);
  }
  void press(std::string_view name) {
    const Node* node = stage_->node(Role::link, name);
    if (!node) node = stage_->node(Role::button, name);
    ASSERT_NE(node, nullptr) << name << " is not among\n" << text();
    output_ = {};
    stage_->frame({}, {{Action::Kind::press, node->id, "", 0}});
    stage_->frames(6);
  }
  void act(Action::Kind kind, Role role, std::string_view name, std::string text, double number = 0) {
    const Node* node = stage_->node(role, name);
    ASSERT_NE(node, nullptr) << name;
    stage_->frame({}, {{kind, node->id, std::move(text), number}});
    stage_->frames(6);
  }
  std::string text() const {
    std::string all;
    for (const Node& node : stage_->semantics().nodes()) all += node.name + "\n";
    return all;
  }
  /// The table as it is read, a row each, cells parted by '|'.
  std::vector<std::string> rows() const {
    const std::vector<Node>& nodes = stage_->semantics().nodes();
    std::vector<std::string> all;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (nodes[i].role != Role::row) continue;
      std::string row;
      for (const Node& cell : nodes) {
        if (cell.parent == static_cast<int>(i)) row += (row.empty() ? "" : "|") + cell.name;
      }
      all.push_back(row);
    }
    return all;
  }
  void expect_whole() const { test::expect_whole(stage_->semantics(), 0, width_); }

 private:
  Session session_{real_catalog(), kZones, kToday};
  ViewState state_;
  FrameOutput output_;
  float width_;
  bool phone_;
  std::unique_ptr<Stage> stage_;
};

TEST(ComparisonCard, BeginsEqualAndSaysWhatToDo) {
  const Page page;
  EXPECT_THAT(page.text(), HasSubstr("Nothing differs yet. Change a plan, the date or how much you use: B changes"));
  EXPECT_THAT(page.rows(), testing::Contains("Difference to A|what the others are compared with|the same"));
  page.expect_whole();
}

TEST(ComparisonCard, HasCostBreachesAndLinesByColumn) {
  Page page;
  page.edit("pro");
  const std::string title = example_scenario().title;
  const std::vector<std::string> rows = page.rows();
  EXPECT_EQ(rows.at(0), "Compared|A: " + title + "|B: " + title);
  EXPECT_THAT(rows, testing::IsSupersetOf({
                        std::string("Prices of|25 Apr 2023|25 Apr 2023"),
                        "Total a month, before tax|$100.00|" + totals_text(page.session().shown().chosen),
                    }));
  EXPECT_THAT(rows, testing::Contains(testing::StartsWith("Breaks first|X: posts read, 5 May 00:00 UTC|")));
  EXPECT_THAT(rows, testing::Contains(testing::StartsWith("X: monthly fee|$100.00|")));
  page.expect_whole();
}

TEST(ComparisonCard, NamesWhatIsSetDifferently) {
  Page page;
  Scenario next = page.session().scenario();
  next.date = kToday;
  next.platforms[0].plan = "";
  next.platforms[0].quantities["posts_read"] = {10, Per::day, "10/day"};
  next.platforms.pop_back();
  next.drivers["accounts"] = 70;
  next.retries = true;
  page.session().edit(next);
  page.edit("");
  const std::vector<std::string> rows = page.rows();
  EXPECT_THAT(rows, testing::IsSupersetOf({
                        std::string("Prices of|25 Apr 2023|23 Nov 2026"),
                        std::string("Connected accounts|60|70"),
                        std::string("Refused calls|are lost|are tried again"),
                    }));
  EXPECT_THAT(rows, testing::Contains(testing::StartsWith("X plan|Basic|")));
  EXPECT_THAT(rows, testing::Contains(testing::AllOf(testing::StartsWith("YouTube plan|"), testing::EndsWith("|not in this one"))));
  EXPECT_THAT(rows, testing::Contains("X: posts read|30,000 a month|10 a day"));
  page.expect_whole();
}

TEST(ComparisonCard, NamesRangesAndHowDrawnWeeksDiffer) {
  Page page;
  Scenario s = page.session().scenario();
  s.platforms[0].ranges["posts_read"] = parse_range(RangeOf::quantity, "20k", "90,000").value();
  s.driver_ranges["accounts"] = parse_range(RangeOf::driver, "40", "90").value();
  s.traffic = Shape::week;
  s.traffic.week = std::string(168, '1');
  s.traffic.week[24 + 9] = s.traffic.week[24 + 10] = '5';
  page.session().edit(s);
  page.stage().frames(6);
  EXPECT_THAT(page.rows(), testing::IsSupersetOf({"X: posts read, range|none|20,000 to 90,000 a month", "Connected accounts, range|none|40 to 90",
                                                  "Traffic|even|drawn week, busiest Tuesday 09:00 to 11:00"}));
  keep_copy(page.session());
  s.traffic.week[50] = '2';
  page.session().edit(s);
  page.stage().frames(6);
  EXPECT_THAT(page.rows(), testing::Contains("Traffic|even|drawn week, busiest Tuesday 09:00 to 11:00|"
                                             "drawn week, busiest Tuesday 09:00 to 11:00, 1 other hour is drawn otherwise"));
  edit_column(page.session(), 0);
  remove_column(page.session(), 0);
  page.stage().frames(6);
  EXPECT_THAT(page.rows(), testing::Contains("Traffic|drawn week, busiest Tuesday 09:00 to 11:00|"
                                             "drawn week, busiest Tuesday 09:00 to 11:00, 1 other hour is drawn otherwise"));
  s.traffic.week[167] = '9';
  edit_column(page.session(), 1);
  page.session().edit(s);
  page.stage().frames(6);
  EXPECT_THAT(page.rows(), testing::Contains("Traffic|drawn week, busiest Tuesday 09:00 to 11:00|drawn week, busiest Sunday 23:00 to 24:00"));
  page.expect_whole();
}

TEST(ComparisonCard, SaysThatALongTitleIsCut) {
  EXPECT_EQ(title_cut_words("Q3"), "");
  EXPECT_EQ(title_cut_words(" \u202EQ3\n "), "") << "what is no letter is no loss";
  EXPECT_THAT(title_cut_words(std::string(500, 'y')), HasSubstr("The title is cut behind “… yyyyyyyyyyyyyyyyyyyyyyyy”: it has room for 120 letters"));
  std::string long_title;
  while (long_title.size() < 300) long_title += "é";
  EXPECT_THAT(title_cut_words("x" + long_title), HasSubstr("“… é"));
}

TEST(ComparisonCard, EditsRenamesCopiesAndRemovesColumns) {
  Page page;
  page.edit("pro");
  page.press("Edit A: " + example_scenario().title);
  EXPECT_EQ(page.session().beside().place, 0U);
  page.press("More for B");
  page.act(Action::Kind::commit, Role::textbox, "Title of B", "Pro instead");
  EXPECT_EQ(column_name(page.session(), 1), "B: Pro instead");
  page.press("Copy its link");
  ASSERT_TRUE(page.output().copy_text);
  const OpenedLink alone = open_link(page.output().copy_text->substr(std::string("https://page/#").size()), real_catalog());
  ASSERT_EQ(alone.kind, OpenedLink::Kind::whole);
  EXPECT_EQ(alone.document.scenario, column_scenario(page.session(), 1));
  EXPECT_TRUE(alone.document.total);
  page.press("Open it alone");
  ASSERT_TRUE(page.output().open);
  EXPECT_EQ(open_link(*page.output().open, real_catalog()).document.scenario, column_scenario(page.session(), 1));
  page.press("copy the link of all");
  EXPECT_EQ(*page.output().copy_text, "https://page/#" + page.session().share_link());
  page.press("More for B");
  page.press("Remove B");
  EXPECT_TRUE(page.session().beside().others.empty());
}

TEST(ComparisonCard, APhoneShowsTwoThatArePicked) {
  Page page(366, true);
  page.edit("pro");
  page.press("keep a copy");
  page.edit("free");
  const std::string title = ": " + example_scenario().title;
  EXPECT_EQ(page.rows().at(0), "Compared|A" + title + "|C" + title);
  page.act(Action::Kind::choose, Role::combobox, "Right column", "", 1);
  EXPECT_EQ(page.rows().at(0), "Compared|A" + title + "|B" + title);
  page.act(Action::Kind::choose, Role::combobox, "Right column", "", 0);
  EXPECT_EQ(page.rows().at(0), "Compared|B" + title + "|A" + title);
  EXPECT_THAT(page.text(), HasSubstr("Difference to B"));
  page.expect_whole();
}

TEST(ComparisonCard, EveryWidthKeepsWhatItDrawsInside) {
  for (const float width : {366.0F, 440.0F, 519.0F, 520.0F, 640.0F, 960.0F}) {
    Page page(width);
    page.edit("pro");
    keep_copy(page.session());
    keep_copy(page.session());
    page.edit("");
    page.expect_whole();
    // Each row has a cell under each header.
    const std::vector<std::string> rows = page.rows();
    for (const std::string& row : rows) {
      EXPECT_EQ(std::count(row.begin(), row.end(), '|'), std::count(rows[0].begin(), rows[0].end(), '|')) << row;
    }
  }
}

}  // namespace
}  // namespace tollmeter::ui::test
