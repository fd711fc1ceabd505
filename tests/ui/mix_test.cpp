// The dialog of the cheapest mix, drawn headless.
#include <algorithm>
#include <memory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "harness.h"
#include "real_catalog.h"
#include "ui/solve/mix_state.h"
#include "ui/solve/mix_words.h"
#include "ui/views.h"
#include "zones_data.h"

namespace tollmeter::ui::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const Date kToday = *Date::parse("2026-11-23");

Scenario reading_x() {
  Scenario s;
  s.date = kToday;
  PlatformUse x;
  x.platform = "x";
  x.plan = "ppu";
  x.quantities["posts_read"] = {300000, Per::month, "300k"};
  x.quantities["likes"] = {100, Per::month, "100"};
  s.platforms = {x};
  return s;
}

/// The bill, and the dialog above it.
class Page {
 public:
  explicit Page(const Scenario& scenario, const Catalog& catalog = real_catalog(), float width = 1440, bool phone = false)
      : session_(catalog, kZones, kToday), phone_(phone) {
    session_.edit(scenario);
    stage_ = std::make_unique<Stage>(
        [this, width](Kit& kit) {
          output_ = {};
          View view{kit, session_, state_, phone_, output_, ""};
          bill(view, 0, 0, std::min(width, 600.0F));
          if (state_.mix_open) mix_dialog(view, {0, 0, width, 2400});
          if (!output_.load.empty()) loads_.push_back(output_.load);
        },
        width, 2400.0F, phone);
    stage_->frames(3);
  }

  Session& session() { return session_; }
  ViewState& state() { return state_; }
  Stage& stage() { return *stage_; }
  const std::vector<std::string>& loads() const { return loads_; }

  std::string text() const {
    std::string all;
    for (const Node& node : stage_->semantics().nodes()) all += node.name + "\n";
    return all;
  }
  bool has(std::string_view name) const { return stage_->node(Role::button, name) || stage_->node(Role::link, name); }
  void press(std::string_view name) {
    const Node* found = stage_->node(Role::link, name);
    if (!found) found = stage_->node(Role::button, name);
    ASSERT_NE(found, nullptr) << "no \"" << name << "\" among\n" << text();
    stage_->frame({}, {{Action::Kind::press, found->id, "", 0}});
    for (int i = 0; i < 400 && (i < 8 || !state_.mix || !state_.mix->shown()); ++i) stage_->frames(1);
    stage_->frames(8);
  }
  void open() { press("Could another service do this for less?"); }

 private:
  Session session_;
  ViewState state_;
  bool phone_;
  FrameOutput output_;
  std::vector<std::string> loads_;
  std::unique_ptr<Stage> stage_;
};

TEST(MixDialog, SaysWhatIsCheaperAndUsesItInOneStep) {
  Page page(reading_x());
  page.open();
  EXPECT_THAT(page.text(), HasSubstr("Read posts that a search on X finds"));
  EXPECT_THAT(page.text(), HasSubstr("saves "));
  EXPECT_THAT(page.text(), HasSubstr("A reseller of data of X"));
  EXPECT_THAT(page.text(), HasSubstr(" less."));
  EXPECT_THAT(unmirrored(page.stage().semantics()), IsEmpty());
  const Scenario before = page.session().scenario();
  const Mix mix = cheapest_mix(before, page.session().world());
  page.press("Use this mix");
  EXPECT_FALSE(page.state().mix_open);
  EXPECT_EQ(page.session().scenario(), mix.scenario);
  EXPECT_EQ(page.session().scenario().platforms.size(), 2U) << "X keeps its likes";
  EXPECT_EQ(page.session().shown().chosen.totals[0].amount, mix.with[0].amount);
  page.session().undo();
  EXPECT_EQ(page.session().scenario(), before);
}

TEST(MixDialog, SaysWhichRangeIsLeftBehind) {
  Scenario s = reading_x();
  s.platforms[0].ranges["posts_read"] = parse_range(RangeOf::quantity, "200k", "400k").value();
  Page alone(s);
  alone.open();
  EXPECT_THAT(alone.text(), Not(HasSubstr("left behind"))) << "it goes along";
  s.platforms[0].quantities["timeline_posts"] = {300000, Per::month, "300k"};
  Page page(s);
  page.open();
  ASSERT_TRUE(page.has("Use this mix"));
  EXPECT_THAT(page.text(), HasSubstr("The range of X posts read is left behind with this mix"));
  page.press("Use this mix");
  EXPECT_EQ(count_ranges(page.session().scenario()), 0U);
  page.session().undo();
  EXPECT_EQ(page.session().scenario(), s);
}

TEST(MixDialog, IsOfferedOnlyWhereThereIsSuchAJob) {
  Scenario s = reading_x();
  s.platforms[0].quantities.erase("posts_read");
  EXPECT_FALSE(Page(s).has("Could another service do this for less?"));
}

TEST(MixDialog, SaysThatNothingIsCheaperAndWhatIsNotCompared) {
  Scenario s;
  s.date = kToday;
  PlatformUse mail;
  mail.platform = "aws_ses";
  mail.quantities["emails"] = {200000, Per::month, "200k"};
  s.platforms = {mail};
  Page page(s);
  page.open();
  EXPECT_THAT(page.text(), HasSubstr("As it is: $20.00 a month."));
  EXPECT_FALSE(page.has("Use this mix"));
  EXPECT_THAT(page.text(), HasSubstr("With this job alone: "));
  Scenario search = s;
  search.platforms[0] = {};
  search.platforms[0].platform = "brave_search";
  search.platforms[0].quantities["searches"] = {20000, Per::month, "20k"};
  Page other(search);
  other.open();
  EXPECT_THAT(other.text(), HasSubstr("Bing Search: nothing of it is sold to new customers on this day."));
}

TEST(MixDialog, FitsAPhone) {
  Page page(reading_x(), real_catalog(), 390, true);
  page.open();
  EXPECT_THAT(page.text(), HasSubstr("Use this mix"));
  for (const Node& node : page.stage().semantics().nodes()) {
    EXPECT_LE(node.box.x + node.box.w, 391) << node.name;
    EXPECT_GE(node.box.x, -1) << node.name;
  }
}

TEST(MixDialog, LoadsWhatCouldDoTheSameAndSaysWhatCannotBeLoaded) {
  Catalog c = real_catalog();
  const auto without = [&](std::string_view id) {
    c.platforms.erase(std::find_if(c.platforms.begin(), c.platforms.end(), [&](const Platform& p) { return p.id == id; }));
  };
  without("twitterapi_io");
  without("socialdata");
  Page page(reading_x(), c);
  page.open();
  EXPECT_THAT(page.text(), HasSubstr("Loading the prices of what could do the same: 2 platforms to come"));
  EXPECT_THAT(page.loads(), testing::ElementsAre("twitterapi_io", "socialdata")) << "each asked for once";
  page.state().not_had = {"twitterapi_io", "socialdata"};
  page.stage().frames(100);
  EXPECT_THAT(page.text(), HasSubstr("Not compared, since their prices could not be loaded: TwitterAPI.io"));
  EXPECT_THAT(page.text(), HasSubstr("SocialData: its prices could not be loaded."));
  page.press("try again");
  EXPECT_THAT(page.loads(), testing::ElementsAre("twitterapi_io", "socialdata", "twitterapi_io", "socialdata"));
}

TEST(MixWords, PlatformsThatShareAReasonAreNamedTogether) {
  const Job job;
  MixRow row;
  row.task.job = &job;
  for (const auto& [platform, bar] : {std::pair{"socialdata", MixBar::quoted}, {"x", MixBar::unknown}, {"twitterapi_io", MixBar::quoted}}) {
    MixOther other;
    other.platform = platform;
    other.bar = bar;
    row.others.push_back(other);
  }
  EXPECT_EQ(not_compared_words(row, real_catalog()),
            "SocialData, TwitterAPI.io: its price for this is only reported, or by contract. X: its price for this is not published.");
}

}  // namespace
}  // namespace tollmeter::ui::test
