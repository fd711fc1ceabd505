// One visit: edits, undo, and what a link in the address does to what the person had.
#include "ui/session.h"

#include <gtest/gtest.h>

#include "core/format.h"
#include "real_catalog.h"
#include "zones_data.h"

namespace tollmeter::ui::test {
namespace {

const Date kToday = *Date::parse("2026-11-23");

Scenario with_reads(Scenario scenario, const char* typed) {
  scenario.platforms[0].quantities["posts_read"] = parse_quantity(typed, Per::month).value();
  return scenario;
}

Scenario shared_in_march() {
  Scenario scenario = example_scenario();
  scenario.title = "Q3 launch plan";
  scenario.date = *Date::parse("2026-03-03");
  scenario.platforms[0].plan = "ppu";
  return scenario;
}

std::string shared_link(const Scenario& scenario) {
  return write_link({scenario, SharedTotal{Rational(210), "USD", false, false}});
}

class SessionTest : public testing::Test {
 protected:
  Session session_{real_catalog(), kZones, kToday};
};

TEST_F(SessionTest, OpensOnTheExampleWithBothFigures) {
  EXPECT_EQ(session_.origin(), Origin::example);
  EXPECT_FALSE(session_.shown().one_figure);
  EXPECT_EQ(money_text(session_.shown().chosen.totals[0]), "$100.00");
  EXPECT_EQ(money_text(session_.shown().serve_all.totals[0]), "about $42,000");
  EXPECT_EQ(money_text(session_.shown().today_serve_all.totals[0]), "$684.00");
}

TEST_F(SessionTest, AGestureIsOneStepOfUndoAndOneEntry) {
  session_.take_new_entry();
  session_.edit(with_reads(session_.scenario(), "20k"), false);
  session_.edit(with_reads(session_.scenario(), "10k"), false);
  EXPECT_TRUE(session_.in_gesture());
  EXPECT_FALSE(session_.take_new_entry());
  session_.edit(with_reads(session_.scenario(), "9k"), true);
  EXPECT_FALSE(session_.in_gesture());
  EXPECT_TRUE(session_.take_new_entry());
  EXPECT_TRUE(session_.shown().one_figure);
  session_.undo();
  EXPECT_EQ(session_.scenario(), example_scenario());
  EXPECT_FALSE(session_.can_undo());
}

// A walk to and fro over what was done: each place is what a list of scenarios says it is.
TEST_F(SessionTest, RedoDoesAgainWhatWasUndone) {
  std::vector<Scenario> all = {example_scenario()};
  for (const char* reads : {"20k", "10k", "9k"}) {
    session_.edit(with_reads(session_.scenario(), reads));
    all.push_back(session_.scenario());
  }
  EXPECT_FALSE(session_.can_redo());
  std::size_t at = 3;
  for (const char step : std::string("uuruuurrruur")) {
    if (step == 'u' && at > 0) --at;
    if (step == 'r' && at < 3) ++at;
    session_.take_new_entry();
    step == 'u' ? session_.undo() : session_.redo();
    EXPECT_EQ(session_.scenario(), all[at]);
    EXPECT_EQ(session_.can_undo(), at > 0);
    EXPECT_EQ(session_.can_redo(), at < 3);
  }
  // Another change takes the place of what could be done again.
  session_.edit(with_reads(session_.scenario(), "5"));
  EXPECT_FALSE(session_.can_redo());
  session_.undo();
  EXPECT_EQ(session_.scenario(), all[at]);
}

TEST_F(SessionTest, AGestureThatGoesOnIsUndoneAndCanBeDoneAgain) {
  session_.edit(with_reads(session_.scenario(), "20k"), false);
  session_.undo();
  EXPECT_EQ(session_.scenario(), example_scenario());
  EXPECT_FALSE(session_.in_gesture());
  session_.redo();
  EXPECT_EQ(session_.scenario(), with_reads(example_scenario(), "20k"));
}

TEST_F(SessionTest, WhatComesFromOutsideLeavesNothingToDoAgain) {
  session_.edit(with_reads(session_.scenario(), "20k"));
  session_.undo();
  session_.open_address(shared_link(shared_in_march()), "");
  EXPECT_FALSE(session_.can_redo());
}

TEST_F(SessionTest, AGestureThatEndsWhereItBeganLeavesNothing) {
  session_.edit(with_reads(session_.scenario(), "20k"), false);
  session_.edit(example_scenario(), true);
  EXPECT_FALSE(session_.can_undo());
  EXPECT_FALSE(session_.take_new_entry());
}

TEST_F(SessionTest, ASharedLinkShowsTheIdenticalCalculationAndWhatMoved) {
  session_.open_address(shared_link(shared_in_march()), "");
  EXPECT_EQ(session_.origin(), Origin::shared);
  EXPECT_EQ(session_.scenario(), shared_in_march());
  EXPECT_EQ(money_text(session_.shown().chosen.totals[0]), "$210.00");
  EXPECT_EQ(money_text(session_.shared_today().totals[0]), "$684.00");
  ASSERT_EQ(session_.moved().moved.size(), 2U);  // posts with and without a link
  EXPECT_EQ(session_.address(), shared_link(shared_in_march()));
  session_.use_today();
  EXPECT_EQ(money_text(session_.shown().chosen.totals[0]), "$684.00");
  session_.show_as_shared();
  EXPECT_EQ(session_.scenario(), shared_in_march());
}

TEST_F(SessionTest, KeepMineBringsBackWhatTheBrowserKept) {
  const Scenario mine = with_reads(example_scenario(), "5k");
  session_.open_address(shared_link(shared_in_march()), write_link({mine, std::nullopt}));
  ASSERT_TRUE(session_.mine());
  session_.keep_mine();
  EXPECT_EQ(session_.scenario(), mine);
  EXPECT_EQ(session_.origin(), Origin::own);
}

TEST_F(SessionTest, AnExampleIsOnesOwnOnceItIsChangedWhereNothingElseIs) {
  session_.open_address("", "");
  EXPECT_FALSE(session_.take_address_due());
  EXPECT_FALSE(session_.is_own());
  session_.edit(with_reads(example_scenario(), "5k"));
  EXPECT_TRUE(session_.take_address_due());
  EXPECT_FALSE(session_.take_address_due());
  EXPECT_TRUE(session_.is_own());
  const std::string address = session_.address();
  // What is kept of another visit is not replaced by trying the example.
  session_.open_address("", address);
  EXPECT_FALSE(session_.is_own());
  session_.edit(with_reads(example_scenario(), "6k"));
  EXPECT_FALSE(session_.is_own());
  session_.keep_mine();
  EXPECT_TRUE(session_.is_own());
  EXPECT_EQ(session_.address(), address);
}

TEST_F(SessionTest, WhoHasNothingKeepsTheExample) {
  session_.open_address(shared_link(shared_in_march()), "");
  session_.keep_mine();
  EXPECT_EQ(session_.scenario(), example_scenario());
}

TEST_F(SessionTest, ABrokenLinkSaysSoAndChangesNothing) {
  session_.edit(with_reads(session_.scenario(), "9k"));
  const Scenario before = session_.scenario();
  const std::string whole = shared_link(shared_in_march());
  EXPECT_TRUE(session_.take_address_due());
  for (std::size_t cut = 1; cut < whole.size(); ++cut) {
    session_.open_address(whole.substr(0, cut), "");
    ASSERT_TRUE(session_.broken()) << cut;
    EXPECT_FALSE(session_.broken()->problem.sentence().empty());
    ASSERT_EQ(session_.scenario(), before) << cut;
    EXPECT_TRUE(session_.take_address_due()) << "it is the person's own again: " << cut;
  }
}

TEST_F(SessionTest, TheAddressAloneBringsTheStateBack) {
  session_.edit(with_reads(session_.scenario(), "1.5M"));
  Session other(real_catalog(), kZones, kToday);
  other.open_address(session_.address(), "");
  EXPECT_EQ(other.scenario(), session_.scenario());
  EXPECT_EQ(other.address(), session_.address());
}

TEST_F(SessionTest, StartEmptyIsOfTodayAndCostsNothing) {
  session_.start_empty();
  EXPECT_TRUE(session_.scenario().platforms.empty());
  EXPECT_EQ(session_.scenario().date, kToday);
  EXPECT_EQ(money_text(session_.shown().chosen.totals[0]), "$0.00");
  EXPECT_TRUE(session_.shown().one_figure);
}

}  // namespace
}  // namespace tollmeter::ui::test
