// The dialog of one's own prices, drawn headless.
#include "ui/own/own_dialog.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/own/own_prices.h"
#include "view_page.h"

namespace tollmeter::ui::test {
namespace {

using testing::HasSubstr;

Scenario x_basic() {
  Scenario scenario;
  scenario.date = *Date::parse("2023-04-25");
  PlatformUse x;
  x.platform = "x";
  x.plan = "basic";
  x.quantities["posts_created"] = {6000, Per::month, "6000"};
  x.quantities["posts_read"] = {30000, Per::month, "30000"};
  scenario.platforms = {x};
  return scenario;
}

class OwnPage : public ViewPage {
 public:
  explicit OwnPage(float width = 1440, bool phone = false)
      : ViewPage(
            [width](View& view) {
              platform_cards(view, 0, 0, std::min(width, 600.0F));
              if (view.state.own) own_dialog(view, {0, 0, width, 2400});
            },
            width, 2400, phone) {
    show(x_basic());
    state().unfolded = {"x"};
    state().touched_fold = {"x"};
    rest();
  }
  void edit_basic() {
    press("More for X (Twitter)");
    press("Edit prices …");
  }
  std::string total() { return text_of_total(session()); }
  static std::string text_of_total(const Session& session) { return session.shown().chosen.totals.at(0).amount.text(); }
  const Plan* plan() const { return session().shown().chosen.platforms.at(0).plan; }
};

TEST(OwnDialog, APriceThatIsEditedIsUsedMarkedAndUndone) {
  OwnPage page;
  page.edit_basic();
  ASSERT_TRUE(page.node(Role::dialog, "Change a plan's prices"));
  page.commit("Monthly fee", "80");
  EXPECT_TRUE(page.says("$80.00 a month")) << page.text();
  EXPECT_TRUE(page.says("By the list: $100.00 a month")) << page.text();
  page.press("Keep and use");
  EXPECT_EQ(page.total(), "80");
  EXPECT_EQ(page.plan()->name, "Basic (own)");
  EXPECT_TRUE(page.says("They stand beside those of the list, marked (own)"));
  page.session().undo();
  page.rest();
  EXPECT_EQ(page.total(), "100");
  EXPECT_EQ(page.session().scenario().own, "");
}

TEST(OwnDialog, AContractIsLaidOverTheList) {
  OwnPage page;
  page.edit_basic();
  page.commit("Discount in percent", "20");
  page.press("Keep and use");
  EXPECT_EQ(page.total(), "80");
  page.press("Edit X Basic");
  page.commit("Committed fee", "150");
  page.press("Keep and use");
  EXPECT_EQ(page.total(), "150");
}

TEST(OwnDialog, SaysBesideTheFieldWhatCannotBeRead) {
  OwnPage page;
  page.edit_basic();
  page.commit("Monthly fee", "cheap");
  const Node* field = page.node(Role::textbox, "Monthly fee");
  ASSERT_NE(field, nullptr);
  EXPECT_TRUE(field->invalid);
  EXPECT_THAT(field->description, HasSubstr("'cheap' is not a number"));
  EXPECT_TRUE(page.node(Role::button, "Keep and use")->disabled);
  page.commit("Monthly fee", "90");
  EXPECT_FALSE(page.node(Role::textbox, "Monthly fee")->invalid);
  page.press("Cancel");
  EXPECT_EQ(page.total(), "100") << "nothing was kept";
}

TEST(OwnDialog, APlanIsWrittenWithTiersAndALimit) {
  OwnPage page;
  page.choose("Plan of X (Twitter)", "Write your own plan");
  ASSERT_TRUE(page.node(Role::dialog, "Write a plan")) << page.text();
  page.commit("Name of the plan", "Ours");
  page.commit("Fee", "5");
  page.choose("+ Price an operation", "Posts read");
  page.choose("What posts read cost", "tiers, each for its units");
  page.commit("Up to, tier 1 of posts read", "10000");
  page.commit("Price, tier 1 of posts read", "0.001");
  page.commit("Price, tier 2 of posts read", "0.0005");
  page.choose("+ Add a limit", "Posts created");
  page.commit("Limit: posts created", "1000");
  page.press("Keep and use");
  // 5 + 10,000 x 0.001 + 20,000 x 0.0005
  EXPECT_EQ(page.total(), "25");
  EXPECT_EQ(page.plan()->name, "Ours (own)");
  EXPECT_EQ(page.session().shown().chosen.breaches, 1) << "6,000 of 1,000 posts";
}

TEST(OwnDialog, APlatformOfOnesOwn) {
  OwnPage page;
  open_own(page.state());
  page.rest();
  page.press("Add a platform of your own");
  page.commit("Name of the platform", "Our SMS");
  page.commit("Currency of the platform", "EUR");
  page.commit("Operation 1", "Messages sent");
  page.press("Go on to its prices");
  ASSERT_TRUE(page.node(Role::dialog, "Write a plan")) << page.text();
  page.choose("+ Price an operation", "Messages sent");
  page.commit("Price of messages sent", "0.05");
  page.press("Keep and use");
  Scenario next = page.session().scenario();
  ASSERT_EQ(next.platforms.back().platform, "own-our-sms");
  next.platforms.back().quantities["m1"] = {300, Per::month, "300"};
  page.show(next);
  const PlatformEstimate& own = page.session().shown().chosen.platforms.back();
  EXPECT_EQ(own.platform->name, "Our SMS (own)");
  EXPECT_EQ(own.subtotal.currency, "EUR");
  EXPECT_EQ(own.subtotal.amount, Rational(15));
  page.press("Edit Our SMS");
  page.press("+ Count something else too");
  page.commit("Operation 2", "Numbers held");
  page.press("Keep");
  EXPECT_EQ(page.session().catalog().platform("own-our-sms")->metrics.size(), 2U);
  EXPECT_EQ(page.session().shown().chosen.platforms.back().subtotal.amount, Rational(15));
}

TEST(OwnDialog, EachPlanThatCanBeChangedIsReadWithItsPlatform) {
  OwnPage page;
  Scenario scenario = x_basic();
  PlatformUse other;
  other.platform = "github";
  scenario.platforms.push_back(other);
  page.show(scenario);
  open_own(page.state());
  page.rest();
  const Node* list = page.node(Role::combobox, "Change or write a plan");
  ASSERT_NE(list, nullptr);
  EXPECT_THAT(list->options, testing::IsSupersetOf({"X (Twitter): Basic, with your prices", "X (Twitter): a new plan, written by you",
                                                    "GitHub: a new plan, written by you"}));
  for (const std::string& option : list->options) EXPECT_TRUE(option.starts_with("X (Twitter): ") || option.starts_with("GitHub: ")) << option;
  page.choose("Change or write a plan", "GitHub: a new plan");
  EXPECT_TRUE(page.node(Role::dialog, "Write a plan")) << page.text();
}

TEST(OwnDialog, AnOwnPlanIsDuplicatedAndRemoved) {
  OwnPage page;
  page.edit_basic();
  page.commit("Monthly fee", "80");
  page.press("Keep and use");
  page.press("Duplicate X Basic");
  EXPECT_TRUE(page.find(Role::link, "Edit X Basic copy") || page.find(Role::button, "Edit X Basic copy")) << page.text();
  page.press("Remove X Basic copy");
  page.press("Remove X Basic");
  EXPECT_EQ(page.session().scenario().own, "");
  EXPECT_EQ(page.session().scenario().platforms[0].plan, "");
}

TEST(OwnDialog, AFileIsReadAndWhatItLacksIsListed) {
  OwnPage page;
  receive_own_file(page.state(), "prices.json",
                   R"({"object":"list","data":[{"object":"price","id":"price_1","nickname":"Requests","currency":"usd","unit_amount":2,
                   "recurring":{"interval":"month","usage_type":"metered"}},{"object":"price","id":"price_2","nickname":"Weekly","currency":"usd",
                   "unit_amount":2,"recurring":{"interval":"week"}}]})");
  page.rest();
  EXPECT_TRUE(page.says("prices.json: Prices from Stripe was added to your prices.")) << page.text();
  EXPECT_TRUE(page.says("Weekly (price_2): it is due every week"));
  EXPECT_EQ(page.session().scenario().platforms.back().platform, "own-prices-from-stripe");
  EXPECT_EQ(page.session().catalog().platform("own-prices-from-stripe")->name, "Prices from Stripe (own)");
}

TEST(OwnDialog, AFileThatIsNoneLosesNothing) {
  OwnPage page;
  page.edit_basic();
  page.commit("Monthly fee", "80");
  page.press("Keep and use");
  receive_own_file(page.state(), "photo.png", "\x89PNG");
  page.rest();
  EXPECT_TRUE(page.says("photo.png was not taken; what you had is as it was.")) << page.text();
  EXPECT_EQ(page.total(), "80");
}

TEST(OwnDialog, IsWholeOnAPhoneAndOnADesk) {
  for (const bool phone : {false, true}) {
    OwnPage page(phone ? 390 : 1440, phone);
    page.edit_basic();
    page.expect_whole();
    page.press("Cancel");
    page.expect_whole();
    page.choose("Change or write a plan", "X (Twitter): a new plan");
    page.choose("+ Price an operation", "Posts read");
    page.choose("What posts read cost", "tiers, each");
    page.choose("+ Add a limit", "Posts created");
    page.expect_whole();
    page.press("Cancel");
    page.press("Add a platform of your own");
    page.expect_whole();
  }
}

}  // namespace
}  // namespace tollmeter::ui::test
