// The range of the total, drawn headless on the real catalogue.
#include <algorithm>
#include <memory>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/format.h"
#include "core/solve/range_start.h"
#include "core/solve/ranges.h"
#include "harness.h"
#include "real_catalog.h"
#include "ui/solve/ranges_state.h"
#include "ui/solve/ranges_words.h"
#include "ui/views.h"
#include "zones_data.h"

namespace tollmeter::ui::test {
namespace {

using testing::HasSubstr;
using testing::Not;

const Date kToday = *Date::parse("2026-11-23");
const RangedInput kReads{RangeOf::quantity, "x", "posts_read"};

World world() { return {&real_catalog(), kZones}; }

class Page {
 public:
  explicit Page(const Scenario& scenario, float width = 940, bool phone = false)
      : session_(real_catalog(), kZones, kToday), width_(width), phone_(phone) {
    session_.edit(scenario);
    stage_ = std::make_unique<Stage>(
        [this](Kit& kit) {
          View view{kit, session_, state_, phone_, output_, ""};
          if (verdict_ && phone_) verdict_phone(view, {0, 0, width_, 200});
          if (verdict_ && !phone_) verdict(view, 0, 0, width_);
          if (tab_) ranges_view(view, {0, 200, width_, 300});
        },
        width, 3000.0F, phone);
    rest();
  }

  Session& session() { return session_; }
  ViewState& state() { return state_; }
  Stage& stage() { return *stage_; }
  void show(bool verdict, bool tab) {
    verdict_ = verdict;
    tab_ = tab;
    rest();
  }
  void rest() {
    stage_->frames(3);
    for (int i = 0; i < 200 && stage_->next_frame_in() == 0; ++i) stage_->frames(1);
  }

  std::string text() const {
    std::string all;
    for (const Node& node : stage_->semantics().nodes()) all += node.name + "\n";
    return all;
  }
  const Node& node(Role role, std::string_view name) const {
    const Node* found = stage_->node(role, name);
    if (!found) ADD_FAILURE() << "no \"" << name << "\" among\n" << text();
    static const Node none;
    return found ? *found : none;
  }
  void act(Action::Kind kind, Role role, std::string_view name, std::string text = "", double number = 0) {
    stage_->frame({}, {{kind, node(role, name).id, std::move(text), number}});
    rest();
  }
  void type(std::string_view name, std::string text) { act(Action::Kind::commit, Role::textbox, name, std::move(text)); }
  void press(std::string_view name) {
    act(Action::Kind::press, stage_->node(Role::link, name) ? Role::link : Role::button, name);
  }
  int rows(std::string_view table) const {
    const std::vector<Node>& nodes = stage_->semantics().nodes();
    const auto found = std::find_if(nodes.begin(), nodes.end(), [&](const Node& n) { return n.role == Role::table && n.name == table; });
    return static_cast<int>(std::count_if(nodes.begin(), nodes.end(), [&](const Node& n) {
      return n.role == Role::row && n.parent == found - nodes.begin();
    }));
  }
  void expect_whole() const { test::expect_whole(stage_->semantics(), 0, width_); }

 private:
  Session session_;
  ViewState state_;
  FrameOutput output_;
  float width_;
  bool phone_;
  bool verdict_ = false, tab_ = true;
  std::unique_ptr<Stage> stage_;
};

// At today's prices of each call: 6,000 posts and 20,000 to 90,000 reads.
Scenario uncertain() {
  Scenario scenario = example_scenario();
  scenario.date = kToday;
  scenario.platforms[0].plan = "ppu";
  scenario.platforms[0].ranges["posts_read"] = parse_range(RangeOf::quantity, "20000", "90000").value();
  return scenario;
}

TEST(RangesView, SaysTheRangeAndWhatMovesIt) {
  Scenario scenario = uncertain();
  scenario.driver_ranges["accounts"] = parse_range(RangeOf::driver, "40", "90").value();
  scenario.budget = Budget{750, "USD"};
  Page page(scenario);
  const Ranges ranges = ranges_of(scenario, world());
  const TotalRange& total = ranges.totals.front();
  EXPECT_THAT(page.text(), HasSubstr("In 8 of 10 cases the total is between " + money_text(total.tenth) + " and " + money_text(total.ninetieth)));
  EXPECT_THAT(page.text(), HasSubstr("X posts read moves it most: from " + money_text(total.swings.front().at_low) + " at 20,000 to " +
                                     money_text(total.swings.front().at_high) + " at 90,000."));
  EXPECT_THAT(page.text(), HasSubstr("the budget of $750 is crossed in " + percent_text(Rational::fraction(ranges.over_budget, 1000)) + " of the cases"));
  EXPECT_EQ(page.rows("What moves the total"), 3);
  EXPECT_EQ(page.rows("How often the total is how much"), kRangeBars + 1);
  EXPECT_EQ(page.rows("The total as a range"), 9);
  page.expect_whole();
  page.press("show as table");
  EXPECT_EQ(page.rows("What moves the total"), 3);
  EXPECT_EQ(page.rows("How often the total is how much"), kRangeBars + 1);
  page.expect_whole();
}

TEST(RangesView, BeginsWithTheInputThatMattersMost) {
  Scenario scenario = uncertain();
  scenario.platforms[0].ranges.clear();
  Page page(scenario);
  // Worked out here by an estimate of each half.
  std::string most;
  Rational widest;
  const Estimate now = estimate(scenario, world());
  for (const RangedInput& input : inputs_to_range(now, scenario, real_catalog())) {
    const std::optional<Range> half = half_around(input, scenario, real_catalog());
    if (!half || likely_value(input, scenario, real_catalog()).is_zero()) continue;
    Rational least = now.totals.front().amount, greatest = least;
    for (const TypedNumber& end : {half->low, half->high}) {
      Scenario other = scenario;
      set_value(other, input, Quantity{end.value, half->per, ""}.in(now.cycle));
      const Rational amount = estimate(other, world()).totals.front().amount;
      least = min(least, amount);
      greatest = max(greatest, amount);
    }
    if (greatest - least > widest) {
      widest = greatest - least;
      most = ranged_name(input, page.session());
    }
  }
  ASSERT_FALSE(most.empty());
  page.press("± 50 % of " + most);
  EXPECT_EQ(count_ranges(page.session().scenario()), 1U);
  EXPECT_THAT(page.text(), HasSubstr("In 8 of 10 cases"));
  page.session().undo();
  page.rest();
  page.press("± 50 % of every input in use");
  EXPECT_GE(count_ranges(page.session().scenario()), 6U);
  page.expect_whole();
}

TEST(RangesView, RangesAreAddedTypedRefusedAndRemoved) {
  Page page(uncertain());
  const auto reads = [&] { return *range_of(kReads, page.session().scenario()); };
  page.type("Low of X posts read", "25k");
  EXPECT_EQ(reads().low.value, Rational(25000));
  page.type("High of X posts read", "10");
  EXPECT_EQ(reads().high.value, Rational(90000));
  EXPECT_THAT(page.node(Role::textbox, "High of X posts read").description, HasSubstr("the low end, 25k, is above the high end, 10"));
  page.type("Low of X posts read", "40,000");
  EXPECT_THAT(page.text(), HasSubstr("the low end, 40,000, is above the likely value, 30,000"));
  page.type("High of X posts read", "50/day");
  EXPECT_THAT(page.text(), HasSubstr("'50/day' is in another unit of time; expected so many a month"));
  page.type("High of X posts read", "60k");
  EXPECT_EQ(reads().high.value, Rational(60000));
  EXPECT_THAT(page.text(), Not(HasSubstr("expected")));
  const Node& add = page.node(Role::combobox, "Add a range of");
  const auto option = std::find_if(add.options.begin(), add.options.end(), [](const std::string& o) { return o.find("Posts created") != std::string::npos; });
  ASSERT_NE(option, add.options.end());
  page.act(Action::Kind::choose, Role::combobox, "Add a range of", "", static_cast<double>(option - add.options.begin()));
  const Range* created = range_of({RangeOf::quantity, "x", "posts_created"}, page.session().scenario());
  ASSERT_NE(created, nullptr);
  EXPECT_EQ(created->low.value, Rational(3000));
  EXPECT_EQ(created->high.value, Rational(9000));
  page.press("No range of X posts read");
  page.press("No range of X posts created");
  EXPECT_EQ(count_ranges(page.session().scenario()), 0U);
  EXPECT_THAT(page.text(), HasSubstr("Not sure of a number?"));
}

TEST(RangesView, ARefusalGoesWithItsCauseAndMarksOnlyItsField) {
  Page page(uncertain());
  const auto invalid = [&](const char* name) { return page.node(Role::textbox, name).invalid; };
  page.type("Low of X posts read", "50k");
  EXPECT_THAT(page.text(), HasSubstr("the low end, 50k, is above the likely value, 30,000"));
  EXPECT_TRUE(invalid("Low of X posts read"));
  EXPECT_FALSE(invalid("High of X posts read"));
  page.type("High of X posts read", "many");
  EXPECT_THAT(page.text(), HasSubstr("the high end: 'many' is not a number"));
  EXPECT_TRUE(invalid("High of X posts read"));
  Scenario more = page.session().scenario();
  more.platforms[0].quantities["posts_read"] = {60000, Per::month, "60k"};
  page.session().edit(more);
  page.rest();
  EXPECT_FALSE(invalid("Low of X posts read")) << "50k is not above 60k";
  EXPECT_THAT(page.text(), Not(HasSubstr("the low end, 50k")));
  EXPECT_TRUE(invalid("High of X posts read")) << "many never becomes a number";
  // What the sentence names follows what it is compared with.
  page.type("Low of X posts read", "80k");
  EXPECT_THAT(page.text(), HasSubstr("is above the likely value, 60,000"));
  more.platforms[0].quantities["posts_read"] = {70000, Per::month, "70k"};
  page.session().edit(more);
  page.rest();
  EXPECT_THAT(page.text(), HasSubstr("is above the likely value, 70,000"));
  page.press("No range of X posts read");
  EXPECT_THAT(page.text(), Not(HasSubstr("expected")));
}

TEST(RangesView, InputsOfOneNameAreToldApartByTheirPlatform) {
  Scenario scenario = empty_scenario(kToday);
  for (const char* platform : {"buffer", "postiz", "x"}) {
    PlatformUse use;
    use.platform = platform;
    use.quantities[platform == std::string("x") ? "posts_read" : "posts_published"] = {600, Per::month, "600"};
    scenario.platforms.push_back(use);
  }
  Page page(scenario);
  const std::vector<std::string>& options = page.node(Role::combobox, "Add a range of").options;
  EXPECT_THAT(options, testing::IsSupersetOf({"Posts published, Buffer", "Posts published, Postiz", "Posts read"}));
  EXPECT_EQ(std::set<std::string>(options.begin(), options.end()).size(), options.size());
}

TEST(RangesView, FollowsASliderAndRests) {
  Page page(uncertain());
  EXPECT_LT(page.stage().next_frame_in(), 0);
  Scenario moved = uncertain();
  moved.platforms[0].quantities["posts_read"] = {95000, Per::month, "95000"};
  page.session().edit(moved, false);
  page.stage().frame();
  EXPECT_EQ(page.stage().next_frame_in(), 0);
  // What moves it is there before the cases are.
  page.stage().frames(1);
  EXPECT_THAT(page.text(), HasSubstr("of 1,000 cases are computed"));
  EXPECT_THAT(page.text(), HasSubstr("to " + money_text(estimate(moved, world()).totals.front()) + " at 95,000"));
  page.rest();
  EXPECT_LT(page.stage().next_frame_in(), 0);
  EXPECT_THAT(page.text(), Not(HasSubstr("cases are computed")));
  EXPECT_THAT(page.text(), HasSubstr("The likely value lies outside: the range reaches to it."));
  EXPECT_THAT(page.text(), HasSubstr(total_sentence(ranges_of(moved, world()).totals.front())));
}

TEST(RangesView, TheVerdictSaysTheRange) {
  for (const bool phone : {false, true}) {
    Page page(uncertain(), phone ? 366 : 940, phone);
    page.show(true, false);
    const Ranges ranges = ranges_of(uncertain(), world());
    EXPECT_THAT(page.text(), HasSubstr("8 of 10 cases between " + money_text(ranges.totals.front().tenth)));
    EXPECT_LT(page.stage().next_frame_in(), 0);
    page.session().edit(example_scenario());
    page.show(true, false);
    EXPECT_THAT(page.text(), Not(HasSubstr("of 10 cases")));
  }
}

TEST(RangesView, SeveralCurrenciesAreChosenFrom) {
  Scenario scenario = empty_scenario(kToday);
  for (const char* platform : {"x", "data365"}) {
    PlatformUse use;
    use.platform = platform;
    use.plan = platform == std::string("x") ? "ppu" : "basic";
    use.quantities["posts_read"] = {600000, Per::month, "600000"};
    use.ranges["posts_read"] = parse_range(RangeOf::quantity, "100000", "900000").value();
    scenario.platforms.push_back(use);
  }
  scenario.conversion.into = "USD";
  scenario.conversion.set({"EUR", Rational::parse("1.084"), "1.084", kToday});
  Page page(scenario);
  const Ranges ranges = ranges_of(scenario, world());
  ASSERT_EQ(ranges.totals.size(), 3U);
  for (int i = 0; i < 3; ++i) {
    page.act(Action::Kind::choose, Role::combobox, "Range of the total in", "", i);
    EXPECT_THAT(page.text(), HasSubstr(total_sentence(ranges.totals[static_cast<std::size_t>(i)])));
    page.expect_whole();
  }
}

TEST(RangesView, HoldsTogetherInEveryWidthAndState) {
  Scenario many = with_halves(estimate(example_scenario(), world()), example_scenario(), real_catalog());
  Scenario flat = example_scenario();
  flat.platforms.resize(1);
  flat.platforms[0].ranges["posts_created"] = parse_range(RangeOf::quantity, "6000", "6100").value();
  for (const Scenario& scenario : {example_scenario(), many, flat, uncertain(), empty_scenario(kToday)}) {
    for (const float width : {342.0F, 620.0F, 940.0F}) {
      Page page(scenario, width, width < 400);
      page.expect_whole();
      if (count_ranges(scenario) == 0) continue;
      page.press("show as table");
      page.expect_whole();
    }
  }
}

}  // namespace
}  // namespace tollmeter::ui::test
