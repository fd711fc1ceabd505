// One total in one currency, at the person's own rates: set, dated, shown, removed and undone on the whole page, by role
// and name.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/link.h"
#include "harness.h"
#include "hooks.h"
#include "real_catalog.h"
#include "ui/app.h"
#include "zones_data.h"

namespace tollmeter::ui::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const Date kToday = *Date::parse("2026-11-23");
// X's 1,000 reads at $0.005 and Data365's 300 euros a month, which only the press reports: about.
constexpr const char* kTwoCurrencies = "1;d=2026-11-23;p=x:ppu;posts_read=1000;p=data365:basic;posts_read=1000";

class Page {
 public:
  explicit Page(bool phone, const std::string& body = kTwoCurrencies)
      : headless_(phone ? 390.0F : 1440.0F, phone ? 844.0F : 900.0F), app_(real_catalog(), kZones, kToday, headless_.fonts()) {
    input_.width = phone ? 390.0F : 1440.0F;
    input_.height = phone ? 844.0F : 900.0F;
    input_.today = kToday;
    app_.open_address(seal_link(body), "");
    settle();
    if (phone) press(Role::tab, "Bill");
  }

  std::string text() const {
    std::string all;
    for (const Node& node : app_.semantics().nodes()) all += node.name + "\n";
    return all;
  }

  const Node* node(Role role, const std::string& name) const {
    for (const Node& node : app_.semantics().nodes()) {
      if (node.role == role && node.name == name) return &node;
    }
    return nullptr;
  }

  void press(Role role, const std::string& name) { act(role, name, {Action::Kind::press, 0, "", 0}); }
  void type(const std::string& name, const std::string& text) { act(Role::textbox, name, {Action::Kind::commit, 0, text, 0}); }
  void choose(const std::string& name, const std::string& option) {
    const Node* list = node(Role::combobox, name);
    ASSERT_NE(list, nullptr) << name;
    for (std::size_t i = 0; i < list->options.size(); ++i) {
      if (list->options[i] == option) return act(Role::combobox, name, {Action::Kind::choose, 0, "", static_cast<double>(i)});
    }
    FAIL() << option;
  }
  void undo() { frame({{Action::Kind::undo, 0, "", 0}}); }

  std::string address() const { return address_; }
  std::vector<std::string> unmirrored_items() const { return unmirrored(app_.semantics()); }
  float width() const { return input_.width; }
  const Semantics& semantics() const { return app_.semantics(); }

 private:
  void act(Role role, const std::string& name, Action action) {
    const Node* target = node(role, name);
    ASSERT_NE(target, nullptr) << "no \"" << name << "\" among\n" << text();
    action.id = target->id;
    frame({action});
  }

  void frame(std::vector<Action> actions) {
    draw(std::move(actions));
    settle();
  }

  void draw(std::vector<Action> actions = {}) {
    input_.seconds += 1.0 / 60;
    input_.actions = std::move(actions);
    watch_items();
    output_ = app_.frame(input_);
    if (output_.address) address_ = *output_.address;
    Headless::take_textures();
  }

  void settle() {
    draw();
    for (int i = 0; i < 100 && output_.next_frame_in >= 0; ++i) {
      if (output_.next_frame_in > 0) input_.seconds += output_.next_frame_in;
      draw();
    }
  }

  Headless headless_;
  App app_;
  FrameInput input_;
  FrameOutput output_;
  std::string address_;
};

class Rates : public testing::TestWithParam<bool> {};
INSTANTIATE_TEST_SUITE_P(Layouts, Rates, testing::Bool(),
                         [](const auto& layout) { return std::string(layout.param ? "Phone" : "Desktop"); });

TEST_P(Rates, ARateAddsTheTotalsUpAndTravels) {
  Page page(GetParam());
  EXPECT_THAT(page.text(), HasSubstr("$5.00 + about €300"));
  EXPECT_THAT(page.text(), HasSubstr("Totals stand per currency."));
  EXPECT_THAT(page.text(), Not(HasSubstr("Together")));
  page.press(Role::button, "Set a rate to add them up");
  EXPECT_EQ(page.node(Role::textbox, "Day of the EUR rate, as year-month-day"), nullptr);
  page.type("USD for 1 EUR", "1.0845");
  // 300 x 1.0845 = 325.35, and 5: 330.35
  EXPECT_THAT(page.text(), HasSubstr("Together about $330 at 1 EUR = 1.0845 USD, rate of 23 Nov 2026"));
  EXPECT_THAT(page.text(), HasSubstr("\nabout $330\n"));  // the bill's own row
  EXPECT_THAT(page.text(), HasSubstr("$5.00 + about €300"));
  EXPECT_THAT(page.address(), HasSubstr(";in=USD;rate.EUR=1.0845:2026-11-23;"));
  page.type("Day of the EUR rate, as year-month-day", "2026-11-20");
  EXPECT_THAT(page.text(), HasSubstr("rate of 20 Nov 2026"));
  EXPECT_THAT(page.unmirrored_items(), IsEmpty());

  Page again(GetParam(), page.address().substr(0, page.address().rfind('~')));
  EXPECT_THAT(again.text(), HasSubstr("Together about $330 at 1 EUR = 1.0845 USD, rate of 20 Nov 2026"));
}

TEST_P(Rates, EachStepCanBeUndone) {
  Page page(GetParam());
  const std::string before = page.text();
  page.press(Role::button, "Set a rate to add them up");
  page.type("USD for 1 EUR", "1.0845");
  page.type("Day of the EUR rate, as year-month-day", "2026-11-20");
  page.press(Role::button, "Remove the EUR rate");
  EXPECT_THAT(page.text(), HasSubstr("Totals stand per currency."));
  page.undo();
  EXPECT_THAT(page.text(), HasSubstr("rate of 20 Nov 2026"));
  page.undo();
  EXPECT_THAT(page.text(), HasSubstr("rate of 23 Nov 2026"));
  page.undo();
  page.press(Role::button, "Close");
  EXPECT_EQ(page.text().find("Together"), std::string::npos);
  EXPECT_THAT(page.address(), Not(HasSubstr("rate.")));
}

TEST_P(Rates, WhatIsNoRateSaysSoAndChangesNothing) {
  Page page(GetParam());
  page.press(Role::button, "Set a rate to add them up");
  page.type("USD for 1 EUR", "1.0845");
  for (const char* typed : {"0", "1,084", "much"}) {
    page.type("USD for 1 EUR", typed);
    EXPECT_THAT(page.text(), HasSubstr(std::string("'") + typed + "' is not a rate; expected a number above 0"));
    EXPECT_TRUE(page.node(Role::textbox, "USD for 1 EUR")->invalid);
    EXPECT_THAT(page.text(), HasSubstr("Together about $330"));
  }
  page.type("Day of the EUR rate, as year-month-day", "yesterday");
  EXPECT_THAT(page.text(), HasSubstr("'yesterday' is not a day; expected year-month-day"));
  page.type("Day of the EUR rate, as year-month-day", "2026-02-30");
  EXPECT_THAT(page.text(), HasSubstr("'2026-02-30' is not a day: February 2026 has the days 01 to 28; expected"));
  page.type("Day of the EUR rate, as year-month-day", "2026-11-24");
  EXPECT_THAT(page.text(), HasSubstr("24 Nov 2026 is still to come; expected the day of a rate that was there, today (2026-11-23) at the latest."));
  EXPECT_THAT(page.text(), HasSubstr("rate of 23 Nov 2026"));
  page.type("Day of the EUR rate, as year-month-day", "2026-11-22");
  EXPECT_THAT(page.text(), HasSubstr("rate of 22 Nov 2026"));
  EXPECT_THAT(page.text(), Not(HasSubstr("still to come")));
  page.type("USD for 1 EUR", "");  // an emptied field is no rate
  EXPECT_THAT(page.text(), HasSubstr("Totals stand per currency."));
  EXPECT_THAT(page.text(), Not(HasSubstr("is not a rate")));
}

TEST_P(Rates, AnotherCurrencyThanTheOneThatIsPrinted) {
  Page page(GetParam(), "1;d=2026-11-23;p=data365:basic;posts_read=1000");
  EXPECT_THAT(page.text(), Not(HasSubstr("Totals stand per currency")));
  page.press(Role::button, "Menu");
  page.press(Role::button, "Total in another currency");
  page.choose("Currency of the whole total", "JPY");
  EXPECT_THAT(page.text(), HasSubstr("No total in JPY yet: a rate for EUR is missing."));
  page.type("JPY for 1 EUR", "163.505");
  EXPECT_THAT(page.text(), HasSubstr("That is about ¥49,052 at 1 EUR = 163.505 JPY"));  // 49,051.5
  page.choose("Currency of the whole total", "KWD");
  EXPECT_THAT(page.text(), HasSubstr("No total in KWD yet: a rate for EUR is missing."));  // what was said of yen is not said of dinars
  page.choose("Currency of the whole total", "EUR");
  EXPECT_THAT(page.text(), Not(HasSubstr("No total in")));
  EXPECT_THAT(page.address(), Not(HasSubstr("in=")));
}

TEST_P(Rates, EveryCurrencyNeedsItsOwn) {
  Page page(GetParam(), std::string(kTwoCurrencies) + ";p=whatsapp:inr;marketing_messages=1000");
  page.press(Role::button, "Set a rate to add them up");
  page.type("USD for 1 EUR", "1.0845");
  EXPECT_THAT(page.text(), HasSubstr("No total in USD yet: a rate for INR is missing."));
  page.type("USD for 1 INR", "0.0119");
  EXPECT_THAT(page.text(), HasSubstr("1 EUR = 1.0845 USD, rate of 23 Nov 2026; 1 INR = 0.0119 USD, rate of 23 Nov 2026"));
  EXPECT_THAT(page.text(), HasSubstr("Together at least about $330"));  // the price in rupees is not published for this market
}

TEST_P(Rates, ARateOfALinkIsNamedAsThat) {
  Page page(GetParam(), "1;d=2026-11-23;in=USD;rate.EUR=1.0845:2026-11-20;sum=5.00USD;p=x:ppu;posts_read=1000;"
                        "p=data365:basic;posts_read=1000");
  EXPECT_THAT(page.text(), HasSubstr("Together about $330 at 1 EUR = 1.0845 USD, rate of the link, as of 20 Nov 2026"));
  page.press(Role::button, "Change the rates");
  EXPECT_THAT(page.text(), HasSubstr("A rate that came with the link holds until you change or remove it."));
  page.type("USD for 1 EUR", "2");
  EXPECT_THAT(page.text(), HasSubstr("Together about $605 at 1 EUR = 2 USD, rate of 23 Nov 2026"));
  EXPECT_THAT(page.text(), Not(HasSubstr("of the link")));
}

TEST_P(Rates, WhatServesItAllIsConvertedOnlyWhereSomethingDoes) {
  const std::string rates = "1;d=2026-11-23;in=USD;rate.EUR=1.0845:2026-11-20;p=x:ppu;posts_read=1000;p=data365:basic;networks=";
  EXPECT_THAT(Page(GetParam(), rates + "20").text(), HasSubstr("Together about $330 at 1 EUR"));
  EXPECT_THAT(Page(GetParam(), rates + "20").text(), Not(HasSubstr("to serve it all,")));
  // Standard has two networks for 850 euros: 850 x 1.0845 = 921.825, and 5
  EXPECT_THAT(Page(GetParam(), rates + "2").text(), HasSubstr("Together about $330 as chosen, about $927 to serve it all, at 1 EUR"));
}

TEST_P(Rates, EverythingInTheDialogLiesInIt) {
  Page page(GetParam());
  page.press(Role::button, "Set a rate to add them up");
  page.type("USD for 1 EUR", "1.0845");
  const char* names[] = {"USD for 1 EUR", "Day of the EUR rate, as year-month-day"};
  const Node* dialog = page.node(Role::dialog, "One total in one currency");
  ASSERT_NE(dialog, nullptr);
  float left = dialog->box.x;
  for (const char* name : names) {
    const Node* field = page.node(Role::textbox, name);
    ASSERT_NE(field, nullptr) << name;
    EXPECT_GE(field->box.x, left) << name;
    EXPECT_GE(field->box.w, 100) << name;
    left = field->box.right();
  }
  const Node* remove = page.node(Role::button, "Remove the EUR rate");
  EXPECT_GE(remove->box.x, left);
  EXPECT_LE(remove->box.right(), dialog->box.right());
}

}  // namespace
}  // namespace tollmeter::ui::test
