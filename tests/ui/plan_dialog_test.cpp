// "Which plan?", drawn headless on the real catalogue.
#include <memory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/format.h"
#include "harness.h"
#include "real_catalog.h"
#include "ui/solve/plan_findings.h"
#include "ui/views.h"
#include "zones_data.h"

namespace tollmeter::ui::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class Page {
 public:
  explicit Page(const Scenario& scenario, bool phone = false, std::string plans_of = "")
      : session_(real_catalog(), kZones, *Date::parse("2026-11-23")), phone_(phone), width_(phone ? 390.0F : 1440.0F) {
    session_.edit(scenario);
    state_.open_plans(std::move(plans_of));
    stage_ = std::make_unique<Stage>(
        [this](Kit& kit) {
          View view{kit, session_, state_, phone_, output_, ""};
          why_not_cheaper(view, {0, 0, width_, 3000});
        },
        width_, 3000.0F, phone);
    stage_->frames(3);
  }

  Session& session() { return session_; }
  ViewState& state() { return state_; }

  std::string text() const {
    std::string all;
    for (const Node& node : stage_->semantics().nodes()) all += node.name + "\n";
    return all;
  }
  bool has(Role role, std::string_view name) const { return stage_->node(role, name) != nullptr; }
  /// The button of that name, or else the first whose name begins so.
  const Node* find(std::string_view name) const {
    if (const Node* exactly = stage_->node(Role::button, name)) return exactly;
    for (const Node& node : stage_->semantics().nodes()) {
      if (node.role == Role::button && node.name.starts_with(name)) return &node;
    }
    return nullptr;
  }
  void press(std::string_view name) {
    const Node* node = find(name);
    ASSERT_NE(node, nullptr) << "no \"" << name << "\" among\n" << text();
    stage_->frame({}, {{Action::Kind::press, node->id, "", 0}});
    stage_->frames(3);
  }
  void expect_whole() const {
    const Node* dialog = stage_->node(Role::dialog, "Which plan?");
    ASSERT_NE(dialog, nullptr);
    test::expect_whole(stage_->semantics(), dialog->box.x, dialog->box.right());
  }

 private:
  Session session_;
  ViewState state_;
  FrameOutput output_;
  bool phone_;
  float width_;
  std::unique_ptr<Stage> stage_;
};

Scenario x_alone(const char* date, const char* plan, std::int64_t reads) {
  Scenario s;
  s.date = *Date::parse(date);
  PlatformUse x;
  x.platform = "x";
  x.plan = plan;
  x.quantities["posts_created"] = {600, Per::month, "600"};
  x.quantities["posts_read"] = {reads, Per::month, std::to_string(reads)};
  s.platforms = {x};
  return s;
}

TEST(PlanDialog, SaysWhatIsTakenWhatIsNextAndWhatFails) {
  for (const bool phone : {false, true}) {
    const Page page(x_alone("2025-01-15", "basic", 30000), phone);
    const std::string text = page.text();
    EXPECT_THAT(text, HasSubstr("\nCheapest that fits\nPro\n")) << text;
    EXPECT_THAT(text, HasSubstr("\n$5,000.00\n"));
    EXPECT_THAT(text, HasSubstr("\nNext cheapest\nEnterprise\n"));
    EXPECT_THAT(text, HasSubstr("\nby contract\n"));
    EXPECT_THAT(text, HasSubstr("\npress report\n"));
    EXPECT_THAT(text, HasSubstr("About $37,000 more: monthly fee about $42,000 instead of $5,000.00"));
    EXPECT_THAT(text, HasSubstr("Posts read: 30,000 of 10,000 a month, 20,000 too many"));
    EXPECT_THAT(text, HasSubstr("\nyour choice\n"));
    EXPECT_THAT(text, Not(HasSubstr("The whole scenario"))) << "there is one platform";
    page.expect_whole();
  }
}

TEST(PlanDialog, MonthlyAgainstYearly) {
  Page page(x_alone("2025-01-15", "basic", 5000));
  EXPECT_TRUE(page.has(Role::table, "Basic, paid monthly or yearly"));
  const std::string text = page.text();
  EXPECT_THAT(text, HasSubstr("\nby the month\n$200.00\n$2,400.00\n"));
  EXPECT_THAT(text, HasSubstr("\na year ahead\nabout $175\nabout $2,100\n"));
  EXPECT_THAT(text, HasSubstr("A year ahead, about $2,100 is due on the first day. Over twelve months that saves about $300, 13 %. It is "
                              "cheaper from month 11 of staying on."));
  EXPECT_THAT(text, HasSubstr("What it costs by the year was only reported by the press. The limits are the same."));
  page.press("Pay a year ahead: X Basic");
  EXPECT_EQ(page.session().scenario().platforms[0].plan, "basic_yearly");
  page.press("Pay by the month: X Basic");
  EXPECT_EQ(page.session().scenario().platforms[0].plan, "basic");
  page.expect_whole();
}

TEST(PlanDialog, AChoiceIsMade) {
  Page page(x_alone("2025-01-15", "basic", 30000));
  page.press("Choose: X Pro");
  EXPECT_EQ(page.session().scenario().platforms[0].plan, "pro");
  EXPECT_FALSE(page.has(Role::button, "Choose: X Pro"));
  EXPECT_TRUE(page.state().why_not_cheaper) << "the dialog stays";
}

TEST(PlanDialog, ClosedPlansStandApartAndCanBeHeld) {
  Page page(x_alone("2026-03-01", "", 5000));
  EXPECT_THAT(page.text(), HasSubstr("\nSet apart: taken only if you say so\n"));
  EXPECT_THAT(page.text(), HasSubstr("Closed to new customers; would serve it all"));
  page.press("I am already on it: X Basic");
  EXPECT_EQ(page.session().scenario().platforms[0].plan, "basic");
  EXPECT_TRUE(page.session().scenario().platforms[0].already_on);
}

TEST(PlanDialog, PlansOfOtherDaysUnfold) {
  Page page(x_alone("2025-01-15", "", 5000));
  EXPECT_THAT(page.text(), Not(HasSubstr("v2 Essential")));
  const std::size_t other = review_plans(page.session().scenario(), page.session().world()).platforms[0].other_days.size();
  page.press(std::to_string(other) + " plans are sold on other days only");
  EXPECT_THAT(page.text(), HasSubstr("v2 Essential\n"));
  EXPECT_THAT(page.text(), HasSubstr("Sold 26 Jan 2021 to about spring 2023"));
  EXPECT_THAT(page.text(), HasSubstr("Pay per use\nNot sold before 6 Feb 2026"));
  page.expect_whole();
}

TEST(PlanDialog, TheWholeScenarioAndOneOfItsPlatforms) {
  for (const bool phone : {false, true}) {
    Page page(example_scenario(), phone);
    const ScenarioReview review = review_plans(page.session().scenario(), page.session().world());
    EXPECT_THAT(page.text(), HasSubstr("The whole scenario\n" + money_text(review.totals[0])));
    ASSERT_FALSE(review.steps.empty());
    EXPECT_THAT(page.text(), HasSubstr(money_text(review.steps[0].rise) + " more, then " + money_text(review.steps[0].total)));
    EXPECT_THAT(page.text(), HasSubstr("A part of it was only reported by the press."));
    // X breaks, so it is open; the others are a line each.
    EXPECT_NE(page.find("X (Twitter): Enterprise"), nullptr);
    EXPECT_THAT(page.text(), HasSubstr("Posts read: 30,000 of 10,000 a month, 20,000 too many"));
    page.expect_whole();
    page.press("X (Twitter): Enterprise");
    EXPECT_THAT(page.text(), Not(HasSubstr("20,000 too many")));
  }
  const Page youtube(example_scenario(), false, "youtube");
  EXPECT_THAT(youtube.text(), Not(HasSubstr("20,000 too many"))) << "asked for another platform";
}

TEST(PlanDialog, WhatIsFoundIsKeptUntilTheScenarioIsAnother) {
  Page page(example_scenario());
  const Plan* const first = page.state().plans->review.platforms[0].taken->plan;
  const PlanFindings* const kept = page.state().plans.get();
  const PlanEntry* const entries = kept->review.platforms[0].other_days.data();
  page.press("X (Twitter): Enterprise");
  EXPECT_EQ(page.state().plans->review.platforms[0].other_days.data(), entries) << "nothing was computed again";
  Scenario later = example_scenario();
  later.date = *Date::parse("2026-11-23");
  page.session().edit(later);
  page.press("X (Twitter): ");
  EXPECT_NE(page.state().plans->review.platforms[0].taken->plan, first);
}

}  // namespace
}  // namespace tollmeter::ui::test
