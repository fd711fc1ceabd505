// The column of what one uses: its words as tables, its views drawn headless on the real catalogue.
#include <algorithm>
#include <memory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/questions.h"
#include "harness.h"
#include "real_catalog.h"
#include "ui/views.h"
#include "ui/views/slider_scale.h"
#include "ui/views/usage_parts.h"
#include "ui/views/usage_picker.h"
#include "ui/views/usage_plan_menu.h"
#include "ui/views/usage_words.h"
#include "zones_data.h"

namespace tollmeter::ui::test {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const Date kToday = *Date::parse("2026-11-23");

const Catalog& catalog() { return real_catalog(); }

TEST(UsageWords, AQuantityIsEchoedAsTyped) {
  struct Row {
    const char* typed;
    const char* number;
    const char* suffix;
  };
  for (const Row& row : {Row{"30000", "30,000", "/ mo"}, Row{"30,000", "30,000", "/ mo"}, Row{"1.5M", "1.5M", "/ mo"},
                         Row{"200/day", "200", "/ day"}, Row{"10 per minute", "10", "/ min"}, Row{"3 / h", "3", "/ h"},
                         Row{"6k a day", "6k", "/ day"}, Row{"2/s", "2", "/ s"}}) {
    const Result<Quantity> quantity = parse_quantity(row.typed, Per::month);
    ASSERT_TRUE(quantity.ok()) << row.typed;
    EXPECT_EQ(number_words(quantity.value()), row.number) << row.typed;
    EXPECT_EQ(per_suffix(quantity.value().per), row.suffix) << row.typed;
  }
}

// The page's column and what the tests of it need: a session, its view's state and a stage.
class Column {
 public:
  explicit Column(bool phone = false)
      : session_(catalog(), kZones, kToday),
        stage_([this, phone](Kit& kit) { draw(kit, phone); }, phone ? 390.0F : 1440.0F, 2400, phone) {}

  Session& session() { return session_; }
  ViewState& state() { return state_; }
  Stage& stage() { return stage_; }

  const Node* node(Role role, std::string_view name) { return stage_.node(role, name); }
  void act(Role role, std::string_view name, Action action) {
    const Node* found = node(role, name);
    ASSERT_NE(found, nullptr) << name;
    action.id = found->id;
    stage_.frame({}, {action});
    stage_.frames(3);
  }
  void press(Role role, std::string_view name) { act(role, name, {Action::Kind::press, 0, "", 0}); }
  void commit(std::string_view name, const char* text) { act(Role::textbox, name, {Action::Kind::commit, 0, text, 0}); }
  void choose(std::string_view name, int index) {
    act(Role::combobox, name, {Action::Kind::choose, 0, "", static_cast<double>(index)});
  }
  void number(std::string_view name, double at) { act(Role::slider, name, {Action::Kind::number, 0, "", at}); }
  bool says(std::string_view text) {
    const auto& nodes = stage_.semantics().nodes();
    return std::any_of(nodes.begin(), nodes.end(),
                       [&](const Node& n) { return n.name.find(text) != std::string::npos; });
  }
  const PlatformUse& use(std::string_view platform) { return *find_use(session_, platform); }

 private:
  void draw(Kit& kit, bool phone) {
    View view{kit, session_, state_, phone, output_, ""};
    const float w = phone ? 366 : 420;
    float y = about_you(view, 12, 12, w) + Kit::kCardGap;
    y = platform_cards(view, 12, y, w) + Kit::kCardGap;
    add_platform(view, 12, y, w);
  }

  Session session_;
  ViewState state_;
  FrameOutput output_;
  Stage stage_;
};

TEST(UsageColumn, ShowsTheStory) {
  Column column;
  column.stage().frames(2);
  EXPECT_TRUE(column.says("12 % of 50,000 a month"));
  EXPECT_TRUE(column.says("3.0 × the cap, refused from 5 May"));
  EXPECT_TRUE(column.says("84 % of 500 a day"));
  const Node* read = column.node(Role::slider, "Posts read");
  ASSERT_NE(read, nullptr);
  EXPECT_EQ(read->value, "30,000 a month, 3.0 × the cap, refused from 5 May");
  EXPECT_EQ(column.state().unfolded, (std::set<std::string>{"x", "facebook", "linkedin"}));
  EXPECT_NE(column.node(Role::button, "YouTube: 2 uploads a day, fullest limit 32 %, $0.00"), nullptr);
}

TEST(UsageColumn, EveryItemIsMirrored) {
  for (const bool phone : {false, true}) {
    Column column(phone);
    column.stage().frames(3);
    EXPECT_THAT(unmirrored(column.stage().semantics()), IsEmpty()) << phone;
    column.press(Role::button, "What counts: Posts read");
    column.press(Role::button, "+ Add a platform");
    EXPECT_THAT(unmirrored(column.stage().semantics()), IsEmpty()) << phone;
  }
}

TEST(UsageColumn, OnAPhoneOnlyWhatBreaksIsUnfolded) {
  Column column(true);
  column.stage().frames(2);
  EXPECT_EQ(column.state().unfolded, std::set<std::string>{"x"});
  EXPECT_NE(column.node(Role::button, "About you: 60 accounts, even traffic"), nullptr);
  for (const Node& node : column.stage().semantics().nodes()) {
    if (node.role == Role::button || node.role == Role::slider || node.role == Role::textbox) {
      EXPECT_GE(node.box.h, 43.9F) << node.name;
    }
  }
}

TEST(UsageColumn, ATypedQuantityCountsAtOnceAndKeepsItsUnitWhileDragged) {
  Column column;
  column.commit("Posts created", "200/day");
  EXPECT_EQ(column.use("x").quantities.at("posts_created"), (Quantity{200, Per::day, "200/day"}));
  const Node* field = column.node(Role::textbox, "Posts created");
  EXPECT_EQ(field->value, "200/day");
  column.number("Posts created", SliderScale(10, 10'000'000).position(9000));
  EXPECT_EQ(column.use("x").quantities.at("posts_created"), (Quantity{300, Per::day, "300/day"}));
  column.session().undo();
  EXPECT_EQ(column.use("x").quantities.at("posts_created").typed, "200/day");
}

TEST(UsageColumn, WhatCannotBeReadSaysSoAndChangesNothing) {
  Column column;
  const Scenario before = column.session().scenario();
  column.commit("Posts read", "1,5");
  EXPECT_EQ(column.session().scenario(), before);
  EXPECT_TRUE(column.says("'1,5' has a comma before its decimals"));
  EXPECT_TRUE(column.node(Role::textbox, "Posts read")->invalid);
  column.commit("Posts read", "9000");
  EXPECT_FALSE(column.says("'1,5' has a comma before its decimals"));
  EXPECT_EQ(column.use("x").quantities.at("posts_read").value, Rational(9000));
}

TEST(UsageColumn, ASliderAtZeroStaysInView) {
  Column column;
  column.number("Posts read", 0);
  EXPECT_NE(column.node(Role::slider, "Posts read"), nullptr);
  EXPECT_TRUE(column.use("x").quantities.at("posts_read").value.is_zero());
}

TEST(UsageColumn, OperationsAtZeroStandBehindMore) {
  Column column;
  EXPECT_EQ(column.node(Role::slider, "Likes"), nullptr);
  const auto& nodes = column.stage().semantics().nodes();
  const auto more = std::find_if(nodes.begin(), nodes.end(), [](const Node& n) {
    return n.role == Role::button && n.name.starts_with("+ ") && n.name.ends_with("operations of X (Twitter)");
  });
  ASSERT_NE(more, nodes.end());
  column.press(Role::button, std::string(more->name));
  EXPECT_NE(column.node(Role::button, "Hide operations at zero of X (Twitter)"), nullptr);
}

TEST(UsageColumn, TheBuilderMultipliesAndApplies) {
  Column column;
  column.press(Role::button, "What counts: Posts created");
  column.commit("how often", "3");
  column.commit("how many", "2");
  column.press(Role::button, "Use 360 a day");
  EXPECT_EQ(column.use("x").quantities.at("posts_created"), (Quantity{360, Per::day, "360/day"}));
}

// As a field would refuse it: the link could not hold it.
TEST(UsageColumn, TheBuilderRefusesMoreThanAFieldTakes) {
  Column column;
  const Quantity before = column.use("x").quantities.at("posts_created");
  column.press(Role::button, "What counts: Posts created");
  column.commit("how often", "1e15");
  column.commit("how many", "2");
  EXPECT_TRUE(column.says("'120000000000000000/day' is too large; expected at most 10^15 (1,000,000,000,000,000)"));
  EXPECT_EQ(column.use("x").quantities.at("posts_created"), before);
}

TEST(UsageColumn, DriversAreAssumedUntilTouchedAndKeepTheirRange) {
  Column column;
  EXPECT_FALSE(column.session().scenario().drivers.contains("engaged_users"));
  column.commit("engaged users a day, each Page", "2k");
  EXPECT_EQ(column.session().scenario().drivers.at("engaged_users"), Rational(2000));
  column.commit("connected accounts", "0");
  EXPECT_EQ(column.session().scenario().drivers.at("accounts"), Rational(60));
  EXPECT_TRUE(column.says("connected accounts: from 1 to 10,000,000, not 0."));
  column.commit("engaged users a day, each Page", "");
  EXPECT_FALSE(column.session().scenario().drivers.contains("engaged_users"));
}

TEST(UsageColumn, EachTrafficShapeHasItsControls) {
  Column column;
  column.choose("Traffic", 2);
  EXPECT_EQ(column.session().scenario().traffic.shape, Shape::evenings);
  column.choose("Time zone of the traffic", 1);
  EXPECT_NE(column.session().scenario().traffic.zone, "UTC");
  EXPECT_NE(find_zone(kZones, column.session().scenario().traffic.zone), nullptr);

  column.choose("Traffic", 4);
  column.commit("Bursts a month", "8");
  column.commit("How many times the average a burst is", "50");
  column.commit("Minutes of each burst", "15");
  EXPECT_EQ(column.session().scenario().traffic.bursts, (Bursts{8, 50, 15}));
  column.commit("Bursts a month", "29");
  EXPECT_EQ(column.session().scenario().traffic.bursts.count, 8);
  EXPECT_TRUE(column.says("a whole number from 1 to 28, not 29"));

  column.choose("Traffic", 1);
  column.choose("Traffic", 5);
  const std::string drawn = column.session().scenario().traffic.week;
  EXPECT_EQ(drawn.substr(0, 24), "000000000666666660000000");
  column.commit("The week as digits, 24 for each day from Monday on", std::string(168, '0').c_str());
  EXPECT_EQ(column.session().scenario().traffic.week, drawn);
  EXPECT_TRUE(column.says("not all of them 0"));
  column.commit("The week as digits, 24 for each day from Monday on", ("9" + std::string(167, '0')).c_str());
  EXPECT_EQ(column.session().scenario().traffic.week, "9" + std::string(167, '0'));
}

// The grid is drawn with the pointer: the first hour says what the others become.
TEST(UsageColumn, AWeekIsDrawn) {
  Column column;
  column.choose("Traffic", 1);
  column.choose("Traffic", 5);
  const Node* grid = column.node(Role::image, "Drawn week: press an hour to change it, draw to change several");
  ASSERT_NE(grid, nullptr);
  const Box box = grid->box;
  const auto at = [&](int day, int hour) {
    return std::pair(box.x + (static_cast<float>(hour) + 0.5F) * box.w / 24, box.y + (static_cast<float>(day) + 0.5F) * box.h / 7);
  };
  column.stage().down(at(5, 0).first, at(5, 0).second);
  for (int hour = 1; hour <= 3; ++hour) column.stage().move_to(at(5, hour).first, at(5, hour).second);
  column.stage().up(at(5, 3).first, at(5, 3).second);
  column.stage().frames(2);
  const std::string week = column.session().scenario().traffic.week;
  EXPECT_EQ(week.substr(5 * 24, 5), "33330");
  column.session().undo();
  EXPECT_EQ(column.session().scenario().traffic.week.substr(5 * 24, 5), "00000");
}

TEST(UsageColumn, TryingAgainIsOfferedWhereItHelps) {
  Column column;
  EXPECT_EQ(column.node(Role::checkbox, "Try refused calls again later"), nullptr);  // a month's cap frees no more
  Scenario busy = column.session().scenario();
  busy.platforms[2].quantities["app_calls"] = parse_quantity("900/day", Per::month).value();
  column.session().edit(busy);
  column.stage().frames(2);
  column.press(Role::checkbox, "Try refused calls again later");
  EXPECT_TRUE(column.session().scenario().retries);
  const PlatformEstimate* linkedin = find_estimate(column.session(), "linkedin");
  ASSERT_NE(linkedin, nullptr);
  const auto delayed = std::find_if(linkedin->limits.begin(), linkedin->limits.end(),
                                    [](const LimitOutcome& limit) { return limit.delayed > 0; });
  ASSERT_NE(delayed, linkedin->limits.end());
  EXPECT_EQ(delayed->refused, 0);
  // 900 a day against 500: day 53 after the first begins with call 26,501, which came 96 s after the one before it.
  EXPECT_EQ(delayed->run.longest_wait, Rational(53 * 86400 - 26'501 * 96));
}

TEST(UsageColumn, OnlyDriversOfWhatIsInUseAreAsked) {
  Column column;
  std::vector<std::string> ids;
  for (const Driver* driver :
       questions_of(column.session().shown().chosen, column.session().scenario(), catalog()).drivers) {
    ids.push_back(driver->id);
  }
  EXPECT_THAT(ids, Contains("accounts"));
  EXPECT_THAT(ids, Contains("engaged_users"));
  EXPECT_THAT(ids, Not(Contains("leads")));
  column.session().start_empty();
  EXPECT_THAT(questions_of(column.session().shown().chosen, column.session().scenario(), catalog()).drivers, IsEmpty());
}

TEST(UsageColumn, APlanThatIsNotSoldIsKeptAndSaysWhatStandsIn) {
  Column column;
  column.session().use_today();
  column.stage().frames(3);
  EXPECT_TRUE(column.says("Basic is not sold on 23 Nov 2026; computed with Pay per use, the cheapest that fits."));
  EXPECT_EQ(column.use("x").plan, "basic");
  EXPECT_TRUE(column.says("$684.00"));
  EXPECT_TRUE(column.says("of those, with a link"));
  column.commit("Posts with a link", "10 %");
  EXPECT_EQ(column.use("x").shares.at("posts_with_link").value, Rational::fraction(1, 10));
}

TEST(UsageColumn, PlatformsFoldUnfoldAndGo) {
  Column column;
  column.press(Role::button, "Fold LinkedIn");
  EXPECT_EQ(column.node(Role::button, "Fold LinkedIn"), nullptr);
  column.press(Role::button, "LinkedIn: 420 API calls a day, fullest limit 84 %, $0.00");
  EXPECT_NE(column.node(Role::button, "Fold LinkedIn"), nullptr);
  column.press(Role::button, "More for LinkedIn");
  column.press(Role::button, "Remove LinkedIn");
  EXPECT_EQ(find_use(column.session(), "linkedin"), nullptr);
  EXPECT_EQ(column.session().scenario().platforms.size(), 4U);
  column.session().undo();
  EXPECT_NE(find_use(column.session(), "linkedin"), nullptr);
}

TEST(UsageColumn, ThePickerFindsByAliasAndEnterAddsTheFirst) {
  Column column;
  column.session().start_empty();
  column.stage().frames(2);
  column.press(Role::button, "+ Add a platform");
  const NodeId search = column.node(Role::textbox, "Search by name or kind")->id;
  column.stage().frame({}, {{Action::Kind::focus, search, "", 0}, {Action::Kind::text, search, "twit", 0}});
  column.stage().frames(2);
  EXPECT_NE(column.node(Role::button, "Add X (Twitter)"), nullptr);
  EXPECT_EQ(column.node(Role::button, "Add YouTube"), nullptr);
  column.stage().frame({}, {{Action::Kind::commit, search, "twit", 0}});
  column.stage().frames(2);
  ASSERT_EQ(column.session().scenario().platforms.size(), 1U);
  EXPECT_EQ(column.session().scenario().platforms[0].platform, "x");
  EXPECT_FALSE(column.state().picker_open);
}

TEST(UsageColumn, LeavingTheSearchAddsNothing) {
  Column column;
  column.session().start_empty();
  column.stage().frames(2);
  column.press(Role::button, "+ Add a platform");
  const NodeId search = column.node(Role::textbox, "Search by name or kind")->id;
  column.stage().frame({}, {{Action::Kind::focus, search, "", 0}});
  column.stage().frame({}, {{Action::Kind::commit, search, "youtube", 0}, {Action::Kind::blur, search, "", 0}});
  column.stage().frames(2);
  EXPECT_TRUE(column.session().scenario().platforms.empty());
  EXPECT_NE(column.node(Role::button, "Add YouTube"), nullptr);
}

TEST(Picker, FindsByNameAliasAndKindAndSaysWhyItIsEmpty) {
  const Scenario example = example_scenario();
  const std::size_t all = catalog().listings.size();
  EXPECT_EQ(picker_rows(catalog(), example, "").size(), all - example.platforms.size());
  const Scenario empty = empty_scenario(kToday);
  EXPECT_EQ(picker_rows(catalog(), empty, " ").size(), all);
  EXPECT_EQ(picker_empty(catalog(), empty, "friendster"), "No further platform here is called \"friendster\".");
  EXPECT_EQ(picker_rows(catalog(), empty, "GPT").front().listing->id, "openai");
  EXPECT_EQ(picker_rows(catalog(), empty, "insta").front().listing->id, "instagram");
  EXPECT_EQ(picker_rows(catalog(), empty, "twitter").front().listing->id, "x");
  for (const PickerRow& row : picker_rows(catalog(), empty, "cloud")) {
    const bool by_name = row.listing->name.find("loud") != std::string::npos || !row.also.empty();
    EXPECT_TRUE(by_name || row.listing->category == "cloud") << row.listing->name;
  }
  Catalog few;
  few.listings.push_back(*catalog().listing("x"));
  EXPECT_THAT(picker_empty(few, example, ""), HasSubstr("already"));
}

// Its prices come later: it is added when they are there, and a failure is said.
TEST(Picker, APlatformThatMustBeFetchedFirst) {
  Catalog few = catalog();
  const Platform openai = *few.platform("openai");
  std::erase_if(few.platforms, [](const Platform& platform) { return platform.id == "openai"; });
  Session session(few, kZones, kToday);
  session.start_empty();
  ViewState state;
  std::string load;
  Stage stage([&](Kit& kit) {
    FrameOutput output;
    View view{kit, session, state, true, output, ""};
    add_platform(view, 0, 0, 390);
    if (!output.load.empty()) load = output.load;
  }, 390, 6000, true);
  state.picker_open = true;
  stage.frames(3);
  const Node* add = stage.node(Role::button, "Add OpenAI");
  ASSERT_NE(add, nullptr);
  stage.frame({}, {{Action::Kind::press, add->id, "", 0}});
  EXPECT_EQ(load, "openai");
  EXPECT_TRUE(session.scenario().platforms.empty());
  few.platforms.push_back(openai);
  session.catalog_changed();
  stage.frames(2);
  ASSERT_EQ(session.scenario().platforms.size(), 1U);
  EXPECT_EQ(session.scenario().platforms[0].platform, "openai");
  EXPECT_FALSE(session.scenario().platforms[0].quantities.empty());  // its typical use
  EXPECT_FALSE(state.picker_open);
}

TEST(PlanMenu, GroupsPlansByHowTheyMayBeHad) {
  Session session(catalog(), kZones, kToday);
  const Platform& x = *catalog().platform("x");
  const PlanMenu menu =
      plan_menu(x, *find_use(session, "x"), find_choice(session, "x"), session.scenario(), session.world());
  struct Row {
    const char* plan;
    const char* group;
    const char* detail;
    bool already_on;
  };
  for (const Row& row : {Row{"", "", "about $42,000 a month, press report", false},
                         Row{"basic", "Sold on this date", "$100.00 a month", false},
                         Row{"enterprise", "By contract", "about $42,000 a month, press report", false},
                         Row{"v11", "I am already on it", "free", true}}) {
    const auto pick = std::find_if(menu.picks.begin(), menu.picks.end(),
                                   [&](const PlanMenu::Pick& p) { return p.plan == row.plan; });
    ASSERT_NE(pick, menu.picks.end()) << row.plan;
    const SelectSpec::Option& option = menu.spec.options[static_cast<std::size_t>(pick - menu.picks.begin())];
    EXPECT_EQ(option.group, row.group) << row.plan;
    EXPECT_EQ(option.detail, row.detail) << row.plan;
    EXPECT_EQ(pick->already_on, row.already_on) << row.plan;
  }
  EXPECT_EQ(menu.spec.options[0].label, "Cheapest that fits: Enterprise");
  EXPECT_EQ(menu.picks[static_cast<std::size_t>(menu.spec.chosen)].plan, "basic");
  EXPECT_THAT(menu.spec.options, Not(Contains(testing::Field(&SelectSpec::Option::group, "Not sold on this date"))));
}

TEST(PlanMenu, AChosenPlanThatIsNotSoldStaysAsOneThatCannotBeChosen) {
  Session session(catalog(), kZones, kToday);
  session.use_today();
  const PlanMenu menu = plan_menu(*catalog().platform("x"), *find_use(session, "x"), find_choice(session, "x"),
                                  session.scenario(), session.world());
  const SelectSpec::Option& chosen = menu.spec.options[static_cast<std::size_t>(menu.spec.chosen)];
  EXPECT_EQ(chosen.label, "Basic");
  EXPECT_EQ(chosen.group, "Not sold on this date");
  EXPECT_TRUE(chosen.disabled);
  EXPECT_EQ(menu.spec.options[0].label, "Cheapest that fits: Pay per use");
  EXPECT_EQ(menu.spec.options[0].detail, "per use");
}

TEST(MetricLimits, AMarkStandsWhereTheLimitIsFull) {
  Session session(catalog(), kZones, kToday);
  const Cycle cycle = session.shown().chosen.cycle;
  struct Row {
    const char* platform;
    const char* metric;
    std::int64_t full_at;  // by hand
    const char* label;
  };
  for (const Row& row : {Row{"x", "posts_created", 50'000, "50k cap"}, Row{"x", "posts_read", 10'000, "10k cap"},
                         Row{"linkedin", "app_calls", 500 * 30, "500 a day"}}) {
    const PlatformEstimate& platform = *find_estimate(session, row.platform);
    const MetricLimits limits(platform, session.scenario(), session.world(), cycle);
    const auto limit = limits.tightest(*platform.platform->metric(row.metric));
    ASSERT_TRUE(limit) << row.metric;
    EXPECT_EQ(limit->full_at, Rational(row.full_at)) << row.metric;
    EXPECT_EQ(mark_label(*limit->outcome, false), row.label);
  }
}

TEST(Unfolding, BrokenThenNearlyFullThenFirst) {
  Session session(catalog(), kZones, kToday);
  const Estimate& estimate = session.shown().chosen;
  EXPECT_EQ(begin_unfolded(estimate, 1), (std::set<std::string>{"x"}));
  EXPECT_EQ(begin_unfolded(estimate, 2), (std::set<std::string>{"linkedin", "x"}));
  EXPECT_EQ(begin_unfolded(estimate, 3), (std::set<std::string>{"facebook", "linkedin", "x"}));
  EXPECT_THAT(begin_unfolded(estimate, 0), IsEmpty());
}

}  // namespace
}  // namespace tollmeter::ui::test
