// Saved calculations: saved under a title, opened, replaced, deleted and brought back, by role and name.
#include <gtest/gtest.h>

#include "core/language.h"
#include "core/saved.h"
#include "ui/shell/shell.h"
#include "view_page.h"

namespace tollmeter::ui::test {
namespace {

class SavedPage : public ViewPage {
 public:
  explicit SavedPage(bool phone = false)
      : ViewPage(
            [](View& view) {
              if (view.state.saved_open) saved_dialog(view, {0, 0, view.phone ? 390.0F : 900.0F, 800});
            },
            phone ? 390 : 900, 800, phone) {
    state().saved_open = true;
    rest();
  }
  std::vector<SavedCalculation> kept() { return read_saved(state().saved_json).value(); }
  void title(const char* title) {
    Scenario next = session().scenario();
    next.title = title;
    show(next);
  }
};

TEST(Saved, AnEmptyListSaysWhatWillStandThere) {
  SavedPage page;
  EXPECT_TRUE(page.says("Nothing is saved yet."));
  EXPECT_TRUE(page.state().saved_json.empty());
}

TEST(Saved, WhatIsSavedIsKeptWithItsTotalAndOpensAsItWas) {
  for (const bool phone : {false, true}) {
    SavedPage page(phone);
    page.title("Launch");
    const std::string link = page.session().share_link();
    page.press("Save this calculation");
    ASSERT_EQ(page.kept().size(), 1U);
    EXPECT_EQ(page.kept()[0], (SavedCalculation{"Launch", *Date::parse("2026-11-23"), {{100, "USD"}}, link}));
    EXPECT_TRUE(page.says("This calculation is saved as “Launch”."));
    page.expect_whole();
    page.press("Open Launch: $100.00, saved 23 Nov 2026");
    EXPECT_EQ(page.state().saved_link, link);
    EXPECT_FALSE(page.state().saved_open);
    // What is opened is that calculation.
    Session other(real_catalog(), kZones, *Date::parse("2026-11-23"));
    other.open_address(link, "");
    EXPECT_EQ(other.scenario(), page.session().scenario());
    EXPECT_EQ(other.origin(), Origin::shared);
  }
}

TEST(Saved, ATotalIsSaidInTheLanguageInWhichItIsShown) {
  Language french;
  french.decimal = ",";
  french.money = "{1} {0}";
  SavedPage page;
  page.title("Launch");
  speak(&french);
  page.press("Save this calculation");
  EXPECT_TRUE(page.says("Open Launch: 100,00 $, saved")) << page.text();
  speak(nullptr);
  page.rest();
  EXPECT_TRUE(page.says("Open Launch: $100.00, saved")) << page.text();
}

TEST(Saved, OneWithoutATitleGetsOneThatTravelsWithIt) {
  SavedPage page;
  page.title("");
  page.press("Save this calculation");
  EXPECT_EQ(page.kept().at(0).title, "Untitled");
  EXPECT_EQ(page.session().scenario().title, "Untitled");
  EXPECT_EQ(page.kept().at(0).link, page.session().share_link());
}

TEST(Saved, AnotherOfTheSameTitleIsReplacedOrKeptBeside) {
  SavedPage page;
  page.title("Plan");
  page.press("Save this calculation");
  const SavedCalculation first = page.kept().at(0);
  Scenario changed = page.session().scenario();
  changed.platforms[0].plan = "pro";
  page.show(changed);
  EXPECT_TRUE(page.says("Another calculation is saved as “Plan”."));
  page.press("Keep both");
  ASSERT_EQ(page.kept().size(), 2U);
  EXPECT_EQ(page.kept()[0], first);
  EXPECT_EQ(page.kept()[1].title, "Plan (2)");
  EXPECT_EQ(page.session().scenario().title, "Plan (2)");
  page.title("Plan");
  page.press("Replace it");
  ASSERT_EQ(page.kept().size(), 2U);
  EXPECT_EQ(page.kept()[0].link, page.session().share_link());
}

TEST(Saved, WhatIsDeletedCanBeBroughtBack) {
  SavedPage page;
  for (const char* title : {"A", "B", "C"}) {
    page.title(title);
    page.press("Save this calculation");
  }
  const SavedCalculation b = page.kept().at(1);
  page.press("Delete B");
  EXPECT_EQ(page.kept().size(), 2U);
  EXPECT_TRUE(page.says("“B” is deleted."));
  page.press("Bring it back");
  ASSERT_EQ(page.kept().size(), 3U);
  EXPECT_EQ(page.kept()[2], b);
  EXPECT_FALSE(page.says("“B” is deleted."));
}

TEST(Saved, AFileTakesThemElsewhere) {
  SavedPage page;
  page.title("A");
  page.press("Save this calculation");
  page.title("B");
  page.press("Save this calculation");
  page.press("Save all as a file");
  const std::string file = page.state().saved_json;
  SavedPage other;
  other.title("A");
  other.press("Save this calculation");
  receive_saved_file(other.state(), "from home.json", file);
  other.rest();
  EXPECT_TRUE(other.says("“from home.json”: 1 of 2 calculations added; the others are there already, or found no room."));
  EXPECT_EQ(other.kept().size(), 2U);
  const std::string odd = R"~({"tollmeter": "calculations", "version": 2, "calculations": [{"title": "Odd", "saved": "2026-11-24", "link": "javascript:alert(1)"}]})~";
  receive_saved_file(other.state(), "odd.json", odd);
  other.rest();
  EXPECT_TRUE(other.says("“odd.json”: 1 calculation cannot be opened and was left out. “Odd”: link: is not a link of this page")) << other.text();
  EXPECT_FALSE(other.says("“odd.json” holds no calculation"));
  EXPECT_EQ(other.kept().size(), 2U);
  receive_saved_file(other.state(), "cut.json", file.substr(0, file.size() / 2));
  other.rest();
  EXPECT_TRUE(other.says("“cut.json” cannot be read."));
  EXPECT_EQ(other.kept().size(), 2U);
  other.expect_whole();
}

TEST(Saved, WhatCannotBeReadIsLeftAsItIs) {
  SavedPage page;
  page.state().saved_json = R"({"tollmeter": "calculations", "version": 9, "calculations": []})";
  page.rest();
  EXPECT_TRUE(page.says("What this browser keeps of your calculations cannot be read."));
  EXPECT_EQ(page.find(Role::button, "Save"), nullptr);
}

TEST(Saved, ARefusalOfTheBrowserIsSaid) {
  SavedPage page;
  page.title("A");
  page.press("Save this calculation");
  page.state().saved_json.clear();
  page.state().saved_refused = true;
  page.rest();
  EXPECT_TRUE(page.says("The browser did not keep the last change"));
  EXPECT_TRUE(page.says("Nothing is saved yet."));
}

}  // namespace
}  // namespace tollmeter::ui::test
