// The cost curve, drawn headless on the real catalogue and driven through the mirror.
#include <algorithm>
#include <memory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/format.h"
#include "harness.h"
#include "real_catalog.h"
#include "ui/solve/curve_picture.h"
#include "ui/solve/curve_words.h"
#include "ui/views.h"
#include "zones_data.h"

namespace tollmeter::ui::test {
namespace {

using testing::HasSubstr;
using testing::Not;

const Date kToday = *Date::parse("2026-11-23");

Scenario reads_of_x(int reads, const char* plan) {
  Scenario scenario = empty_scenario(kToday);
  PlatformUse x;
  x.platform = "x";
  x.plan = plan;
  x.quantities["posts_read"] = {reads, Per::month, quantity_text(reads, Per::month)};
  scenario.platforms = {x};
  return scenario;
}

class Page {
 public:
  explicit Page(const Scenario& scenario, bool phone = false) : session_(real_catalog(), kZones, kToday), phone_(phone) {
    session_.edit(scenario);
    stage_ = std::make_unique<Stage>(
        [this](Kit& kit) {
          View view{kit, session_, state_, phone_, output_, ""};
          cost_curve_chart(view, {10, 10, phone_ ? 370.0F : 940.0F, phone_ ? 560.0F : 420.0F});
        },
        phone ? 390.0F : 972.0F, 900.0F, phone);
    stage_->frames(2);
  }

  Session& session() { return session_; }
  ViewState& state() { return state_; }
  Stage& stage() { return *stage_; }

  std::string text() const {
    std::string all;
    for (const Node& node : stage_->semantics().nodes()) all += node.name + "\n";
    return all;
  }
  const Node* find(Role role, std::string_view name) const {
    for (const Node& node : stage_->semantics().nodes()) {
      if (node.role == role && node.name.find(name) != std::string::npos) return &node;
    }
    return nullptr;
  }
  void act(Role role, std::string_view name, Action action) {
    const Node* node = find(role, name);
    ASSERT_NE(node, nullptr) << name << " among\n" << text();
    action.id = node->id;
    stage_->frame({}, {action});
    stage_->frames(2);
  }
  void press(std::string_view name) { act(Role::button, name, {Action::Kind::press, 0, "", 0}); }

 private:
  Session session_;
  ViewState state_;
  FrameOutput output_;
  bool phone_;
  std::unique_ptr<Stage> stage_;
};

std::string total(Page& page) { return money_text(page.session().shown().chosen.totals.front()); }

TEST(CostCurve, NamesItselfItsPointAndItsPlans) {
  Page page(reads_of_x(30000, ""));
  const Node* curve = page.find(Role::slider, "Cost curve: posts read");
  ASSERT_NE(curve, nullptr) << page.text();
  EXPECT_THAT(curve->value, HasSubstr("30,000 posts read a month: "));
  EXPECT_NE(page.find(Role::table, "Cost curve: plans by posts read"), nullptr);
  EXPECT_NE(page.find(Role::columnheader, "Cheapest"), nullptr);
  EXPECT_NE(page.find(Role::combobox, "Metric of the cost curve"), nullptr);
  EXPECT_THAT(page.text(), HasSubstr("at most "));
  EXPECT_TRUE(unmirrored(page.stage().semantics()).empty());
}

TEST(CostCurve, TheKeyboardMovesThePointAndTheTotal) {
  Page page(reads_of_x(30000, ""));
  const std::string before = total(page);
  const Node* curve = page.find(Role::slider, "Cost curve");
  ASSERT_NE(curve, nullptr);
  page.act(Role::slider, "Cost curve", {Action::Kind::number, 0, "", curve->number + curve->step});
  EXPECT_NE(total(page), before);
  const Quantity& moved = page.session().scenario().platforms[0].quantities.at("posts_read");
  EXPECT_GT(moved.value, 30000);
  EXPECT_EQ(moved.typed, quantity_text(moved.value, Per::month));
  EXPECT_TRUE(page.session().can_undo());
  page.session().undo();
  page.stage().frames(2);
  EXPECT_EQ(total(page), before);
}

TEST(CostCurve, ADragIsOneGestureAndKeepsTheUnitOfTime) {
  Scenario scenario = reads_of_x(0, "");
  scenario.platforms[0].quantities["posts_read"] = {1000, Per::day, "1000/day"};
  Page page(scenario);
  const Box plot = page.find(Role::slider, "Cost curve")->box;
  const auto place = [&](float share) { return plot.x + plot.w * share; };
  page.stage().down(place(0.5F), plot.y + 60);
  EXPECT_TRUE(page.session().in_gesture());
  page.stage().move_to(place(0.7F), plot.y + 60);
  page.stage().up(place(0.7F), plot.y + 60);
  EXPECT_FALSE(page.session().in_gesture());
  const Quantity moved = page.session().scenario().platforms[0].quantities.at("posts_read");
  EXPECT_EQ(moved.per, Per::day);
  EXPECT_NE(moved.value, 1000);
  page.session().undo();
  EXPECT_EQ(page.session().scenario().platforms[0].quantities.at("posts_read").typed, "1000/day");
}

TEST(CostCurve, APointThatIsOnlyTouchedKeepsItsNumber) {
  Scenario scenario = reads_of_x(0, "");
  scenario.platforms[0].quantities["posts_read"] = {12345, Per::month, "12,345"};
  Page page(scenario);
  const Node* curve = page.find(Role::slider, "Cost curve");
  const float x = curve->box.x + curve->box.w * static_cast<float>(curve->number) + 2;
  const float y = curve->box.y + 60;
  page.stage().down(x, y);
  page.stage().up(x, y);
  EXPECT_EQ(page.session().scenario().platforms[0].quantities.at("posts_read").typed, "12,345");
  page.stage().down(x, y);
  page.stage().move_to(x + 30, y);
  page.stage().move_to(x, y);
  page.stage().up(x, y);
  EXPECT_NE(page.session().scenario().platforms[0].quantities.at("posts_read").typed, "12,345") << "moved and brought back";
}

TEST(CostCurve, AnUnchangedPageAndATurnedDialComputeNothing) {
  Page page(reads_of_x(30000, ""));
  const auto first = page.state().curve.picture;
  page.stage().frames(3);
  EXPECT_EQ(page.state().curve.picture, first);
  page.act(Role::slider, "Cost curve", {Action::Kind::number, 0, "", 0.9});
  EXPECT_EQ(page.state().curve.picture, first) << "the curve over the dial does not know where the dial stands";
  Scenario other = page.session().scenario();
  other.date = *Date::parse("2023-04-25");
  page.session().edit(other);
  page.stage().frames(1);
  EXPECT_NE(page.state().curve.picture, first);
}

TEST(CostCurve, TurnedToZeroItStaysWithItsMetric) {
  Scenario scenario = reads_of_x(1000, "");
  scenario.platforms[0].quantities["posts_created"] = {6000, Per::month, "6000"};
  Page page(scenario);
  const Node* dearest = page.find(Role::slider, "Cost curve: ");
  ASSERT_NE(dearest, nullptr);
  const std::string name = dearest->name;
  ASSERT_THAT(name, HasSubstr("created"));
  page.act(Role::slider, name, {Action::Kind::number, 0, "", 0});
  ASSERT_NE(page.find(Role::slider, name), nullptr) << "posts read cost most now, but nobody chose them";
  page.act(Role::slider, name, {Action::Kind::number, 0, "", 0.5});
  EXPECT_EQ(page.session().scenario().platforms[0].quantities.at("posts_read").typed, "1000");
}

TEST(CostCurve, ABudgetIsAnswered) {
  Page page(reads_of_x(30000, ""));
  const CostCurve& curve = page.state().curve.picture->curve;
  page.act(Role::textbox, "Budget", {Action::Kind::commit, 0, "$ 60", 0});
  const Affordable found = most_for(60, curve, kToday);
  EXPECT_THAT(page.text(), HasSubstr(budget_words(found, curve.top, "posts read")));
  EXPECT_EQ(found.stop, Affordable::Stop::budget);
  page.act(Role::textbox, "Budget", {Action::Kind::commit, 0, "plenty", 0});
  EXPECT_THAT(page.text(), HasSubstr("plenty"));
  EXPECT_THAT(page.text(), Not(HasSubstr("the budget stops it")));
  page.act(Role::textbox, "Budget", {Action::Kind::commit, 0, "1k", 0});
  EXPECT_THAT(page.text(), HasSubstr(budget_words(most_for(1000, curve, kToday), curve.top, "posts read")));
}

TEST(CostCurve, TheTableStandsInItsPlace) {
  Page page(example_scenario());
  page.press("show as table");
  EXPECT_EQ(page.find(Role::slider, "Cost curve"), nullptr);
  EXPECT_NE(page.find(Role::cell, "Basic"), nullptr);
  EXPECT_NE(page.find(Role::cell, "10,000"), nullptr) << page.text();
}

TEST(CostCurve, OtherMetricsAndAxes) {
  Page page(example_scenario());
  const Node* select = page.find(Role::combobox, "Metric of the cost curve");
  ASSERT_NE(select, nullptr);
  const auto youtube = std::find_if(select->options.begin(), select->options.end(),
                                    [](const auto& option) { return option.find("YouTube: ") != std::string::npos; });
  ASSERT_NE(youtube, select->options.end());
  page.act(Role::combobox, "Metric", {Action::Kind::choose, 0, "", static_cast<double>(youtube - select->options.begin())});
  EXPECT_EQ(page.state().curve.dial.platform, "youtube");
  page.act(Role::combobox, "Axes", {Action::Kind::choose, 0, "", 1});
  EXPECT_TRUE(page.state().curve.linear);
  EXPECT_NE(page.find(Role::slider, "Cost curve"), nullptr);
}

TEST(CostCurve, NothingYet) {
  Page page(empty_scenario(kToday));
  EXPECT_THAT(page.text(), HasSubstr("Add a platform"));
}

// No two labels on each other and none outside, whatever the platform, at both widths, on both kinds of axes.
TEST(CostCurve, EveryPlatformCanBeDrawn) {
  for (const bool phone : {false, true}) {
    for (const Platform& platform : real_catalog().platforms) {
      Scenario scenario = empty_scenario(kToday);
      PlatformUse use;
      use.platform = platform.id;
      use.plan = platform.default_plan;
      for (const TypicalUse& typical : platform.typical) {
        use.quantities[typical.metric] = parse_quantity(typical.text, Per::month).value();
      }
      scenario.platforms = {use};
      Page page(scenario, phone);
      for (const bool linear : {false, true}) {
        page.state().curve.linear = linear;
        page.stage().frames(2);
        if (!page.find(Role::slider, "Cost curve")) continue;
        const Box plot = page.find(Role::slider, "Cost curve")->box;
        std::vector<const Node*> labels;
        for (const Node& node : page.stage().semantics().nodes()) {
          if (node.role != Role::text || node.box.bottom() > plot.bottom() || node.box.y < plot.y) continue;
          EXPECT_GE(node.box.x, plot.x) << platform.id << node.name;
          EXPECT_LE(node.box.right(), plot.right() + 1) << platform.id << node.name;
          for (const Node* other : labels) {
            const Box& a = node.box;
            const Box& b = other->box;
            EXPECT_FALSE(a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom())
                << platform.id << ": " << node.name << " on " << other->name;
          }
          labels.push_back(&node);
        }
      }
    }
  }
}

}  // namespace
}  // namespace tollmeter::ui::test
