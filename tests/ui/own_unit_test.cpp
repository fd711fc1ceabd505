// The card of the person's own unit, drawn headless on the real catalogue.
#include <algorithm>
#include <memory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/format.h"
#include "ui/solve/own_unit_sentence.h"
#include "ui/views/own_unit_words.h"
#include "ui/views/slider_scale.h"
#include "ui/views/usage_parts.h"
#include "view_page.h"

namespace tollmeter::ui::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

const Date kToday = *Date::parse("2026-11-23");

OwnUnit named(const char* name) {
  OwnUnit unit;
  unit.name = name;
  return unit;
}

TEST(OwnUnitWords, AThingIsCountedByItsOwnName) {
  struct Row {
    const char* name;
    std::int64_t count;
    const char* words;
  };
  for (const Row& row : {Row{"one customer a month", 600, "600 customers"}, Row{"one customer a month", 1, "1 customer"},
                         Row{"one request to my service", 1200, "1,200 requests"}, Row{"one campaign", 0, "0 campaigns"},
                         Row{"a story", 2, "2 stories"}, Row{"one branch of a shop", 2, "2 branches"}, Row{"one day", 3, "3 days"},
                         Row{"Kunde", 3, "3 × Kunde"}, Row{"one a b", 600, "600 × a b"},
                         Row{"one b", 2, "2 × b"}, Row{"one b", 1, "1 b"}, Row{"", 3, "3 units"}, Row{"", 1, "1 unit"}}) {
    EXPECT_EQ(units_words(named(row.name), row.count), row.words);
  }
  EXPECT_EQ(unit_title(named("one customer a month")), "One customer a month");
  EXPECT_EQ(unit_title(named("")), "Your own unit");
}

TEST(OwnUnitWords, FractionsOfACentAreShownWhereTheyCount) {
  Money dollars;
  dollars.currency = "USD";
  EXPECT_EQ(each_text(Rational::fraction(5, 4), dollars), "$1.25");
  EXPECT_EQ(each_text(Rational::fraction(10, 3), dollars), "$3.33");
  EXPECT_EQ(each_text(0, dollars), "$0.00");
  EXPECT_EQ(each_text(Rational::parse("0.000000000001"), dollars), "under $0.0000001");
  EXPECT_EQ(each_text(Rational::fraction(1, 60), dollars), "about $0.0167");
  EXPECT_EQ(each_text(Rational::fraction(3, 1000), dollars), "$0.003");
  dollars.at_least = true;
  EXPECT_EQ(each_text(2, dollars), "at least $2.00");
}

class Page : public ViewPage {
 public:
  explicit Page(bool phone = false) : Page(phone, std::make_shared<bool>(false)) {}

  const OwnUnit& unit() { return *session().scenario().unit; }
  void add(std::string_view operation) {
    const Node* select = node(Role::combobox, "Add an operation to the unit");
    ASSERT_NE(select, nullptr);
    const auto option = std::find(select->options.begin(), select->options.end(), operation);
    ASSERT_NE(option, select->options.end()) << operation;
    act(Action::Kind::choose, Role::combobox, select->name, "", static_cast<double>(option - select->options.begin()));
  }
  void with_chart() {
    *with_chart_ = true;
    rest();
  }
  /// "One customer a month": 10 posts, 50 reads of X; an API call of LinkedIn.
  void define() {
    press("Count in your own unit");
    add("X: posts created");
    commit("X posts created for one", "10");
    add("X: posts read");
    commit("X posts read for one", "50");
    add("LinkedIn: API calls");
  }

 private:
  Page(bool phone, const std::shared_ptr<bool>& with_chart)
      : ViewPage([phone, with_chart](View& view) { draw(view, phone, *with_chart); }, phone ? 390.0F : 1440.0F, 3200, phone),
        with_chart_(with_chart) {
    stage().frames(1);
  }

  static void draw(View& view, bool phone, bool with_chart) {
    const float w = phone ? 366 : 420;
    const float y = own_unit(view, 12, 12, w);
    const float bottom = platform_cards(view, 12, y, w);
    if (with_chart) per_unit_chart(view, {12, bottom + 12, w, 340});
  }

  std::shared_ptr<bool> with_chart_;  ///< asked for while a frame is drawn, also the first, before this is made
};

TEST(OwnUnitCard, IsOneQuietLinkAtFirst) {
  Page page;
  page.stage().frames(2);
  EXPECT_NE(page.node(Role::button, "Count in your own unit"), nullptr);
  EXPECT_EQ(page.node(Role::slider, "One customer a month"), nullptr);
  EXPECT_EQ(page.state().unit_findings, nullptr);
  page.session().start_empty();
  page.stage().frames(2);
  EXPECT_EQ(page.node(Role::button, "Count in your own unit"), nullptr);
}

TEST(OwnUnitCard, IsDefinedCountedAndTakenBack) {
  Page page;
  const Scenario before = page.session().scenario();
  page.press("Count in your own unit");
  EXPECT_TRUE(page.says("Nothing yet: add the operations that one of it takes."));
  page.session().undo();
  page.stage().frames(2);
  page.define();
  ASSERT_TRUE(page.session().scenario().unit.has_value());
  EXPECT_EQ(page.unit().operations(), 3);
  page.commit("One customer a month", "1k");
  EXPECT_EQ(page.unit().count, (TypedNumber{1000, "1k"}));
  page.commit("One customer a month", "1.5");
  EXPECT_EQ(page.unit().count.value, Rational(1000));
  EXPECT_TRUE(page.says("'1.5' is not a whole number"));
  page.commit("One customer a month", "20");
  EXPECT_FALSE(page.says("is not a whole number"));
  EXPECT_TRUE(page.says("plus 1,000 from 20 customers"));
  page.commit("X posts read for one", "none");
  EXPECT_TRUE(page.says("'none' is not a number"));
  EXPECT_EQ(page.unit().parts.at("x").at("posts_read").value, Rational(50));
  page.press("Remove X posts read from the unit");
  EXPECT_EQ(page.unit().part("x", "posts_read"), nullptr);
  page.commit("Name of your own unit", "one campaign");
  EXPECT_NE(page.node(Role::slider, "One campaign"), nullptr);
  EXPECT_TRUE(page.says("from 20 campaigns"));
  page.press("Remove: One campaign");
  EXPECT_EQ(page.session().scenario(), before);
  page.session().undo();
  page.stage().frames(2);
  EXPECT_EQ(page.unit().name, "one campaign");
}

TEST(OwnUnitCard, TheSentenceIsThatOfTheEstimates) {
  Page page;
  Scenario today = page.session().scenario();
  today.date = kToday;
  today.platforms[0].plan = "ppu";
  page.session().edit(today);
  page.define();
  page.commit("One customer a month", "600");
  const Estimate with = estimate(page.session().scenario(), page.session().world());
  Scenario none = page.session().scenario();
  none.unit->count.value = 0;
  const Rational all = with.totals[0].amount - estimate(none, page.session().world()).totals[0].amount;
  EXPECT_TRUE(page.says("10 posts created, 50 reads, 1 call. ")) << unit_takes(page.session());
  EXPECT_TRUE(page.says(each_text(all / 600, with.totals[0]) + " each"));
  // As far as the page itself sees no breach that was not there.
  const Node* slider = page.node(Role::slider, "One customer a month");
  ASSERT_NE(slider, nullptr);
  EXPECT_THAT(slider->value, HasSubstr("600 customers, at most "));
  const std::size_t at = slider->value.find("at most ") + 8;
  std::string digits = slider->value.substr(at, slider->value.find(' ', at) - at);
  std::erase(digits, ',');
  Scenario edge = page.session().scenario();
  edge.unit->count.value = Rational::parse(digits);
  EXPECT_EQ(estimate(edge, page.session().world()).breaches, 0) << digits;
  edge.unit->count.value += Rational(1);
  EXPECT_GT(estimate(edge, page.session().world()).breaches, 0) << digits;
}

TEST(OwnUnitCard, TheKnobAndTheKeysMoveWholeUnits) {
  Page page;
  page.define();
  page.commit("One customer a month", "3");
  const Node* slider = page.node(Role::slider, "One customer a month");
  ASSERT_NE(slider, nullptr);
  page.number("One customer a month", slider->number + slider->step);
  EXPECT_EQ(page.unit().count.value, Rational(4));
  slider = page.node(Role::slider, "One customer a month");
  page.number("One customer a month", slider->number - slider->step);
  EXPECT_EQ(page.unit().count.value, Rational(3));
  page.number("One customer a month", 0);
  EXPECT_EQ(page.unit().count.value, Rational(0));
  EXPECT_TRUE(page.says("The first costs "));
}

TEST(OwnUnitCard, ARemovedPlatformTakesItsPartsWithIt) {
  Page page;
  page.define();
  page.press("More for LinkedIn");
  page.press("Remove LinkedIn");
  EXPECT_FALSE(page.unit().parts.contains("linkedin"));
  EXPECT_EQ(page.unit().operations(), 2);
}

TEST(OwnUnitCard, EverythingIsMirroredAndLargeEnoughForFingers) {
  for (const bool phone : {false, true}) {
    Page page(phone);
    page.stage().frames(2);
    EXPECT_THAT(unmirrored(page.stage().semantics()), IsEmpty()) << phone;
    page.define();
    page.commit("One customer a month", "600");
    EXPECT_THAT(unmirrored(page.stage().semantics()), IsEmpty()) << phone;
    if (!phone) continue;
    for (const Node& node : page.stage().semantics().nodes()) {
      if (node.role == Role::button || node.role == Role::slider || node.role == Role::textbox || node.role == Role::combobox) {
        EXPECT_GE(node.box.h, 43.9F) << node.name;
      }
    }
  }
}

TEST(PerUnitChart, DrawsAndMovesTheCountOfTheUnit) {
  for (const bool phone : {false, true}) {
    Page page(phone);
    page.with_chart();
    EXPECT_TRUE(page.says("Say what you count in, such as one customer a month"));
    Scenario today = page.session().scenario();
    today.date = kToday;
    page.session().edit(today);
    page.define();
    page.commit("One customer a month", "20");
    const Node* chart = page.node(Role::slider, "Cost per unit: number of units");
    ASSERT_NE(chart, nullptr);
    EXPECT_THAT(chart->value, HasSubstr("20 customers, $"));
    EXPECT_NE(page.node(Role::table, "Cost per unit"), nullptr);
    EXPECT_THAT(unmirrored(page.stage().semantics()), IsEmpty()) << phone;
    page.number("Cost per unit: number of units", 0);
    EXPECT_EQ(page.unit().count.value, Rational(1));
    page.press("show as table");
    EXPECT_TRUE(page.says("One, on the cheapest plans"));
    EXPECT_THAT(unmirrored(page.stage().semantics()), IsEmpty()) << phone;
  }
}

}  // namespace
}  // namespace tollmeter::ui::test
