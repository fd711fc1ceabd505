// What is exported is what the page shows, and the pictures and the embedded page hold nothing that could be pressed by mistake.
#include "ui/export/exports.h"

#include <cctype>
#include <set>

#include <nlohmann/json.hpp>

#include "core/format.h"
#include "ui/app.h"
#include "ui/export/embed.h"
#include "ui/shell/shell.h"
#include "ui/views/bill_line.h"
#include "view_page.h"

namespace tollmeter::ui::test {
namespace {

using Json = nlohmann::json;
using testing::HasSubstr;
using testing::Not;

/// Every number of a text, as written without its group separators.
std::set<std::string> numbers_of(std::string_view text) {
  std::set<std::string> numbers;
  for (std::size_t i = 0; i < text.size();) {
    if (!std::isdigit(static_cast<unsigned char>(text[i]))) {
      ++i;
      continue;
    }
    std::string number;
    for (; i < text.size(); ++i) {
      const bool digit = std::isdigit(static_cast<unsigned char>(text[i]));
      const bool joint = (text[i] == ',' || text[i] == '.') && i + 1 < text.size() && std::isdigit(static_cast<unsigned char>(text[i + 1]));
      if (!digit && !joint) break;
      if (text[i] != ',') number += text[i];
    }
    const Rational value = Rational::parse(number);
    numbers.insert(value.ok() ? value.text() : number);
  }
  return numbers;
}

/// The page with all that folds open.
ViewPage open_page(bool phone) {
  return {[](View& view) {
            float y = 0;
            y = verdict(view, 0, y, 900);
            y = about_you(view, 0, y, 900);
            y = platform_cards(view, 0, y, 900);
            y = breaks(view, 0, y, 900);
            bill(view, 0, y, 900);
          },
          900, 9000, phone};
}

void open_all(ViewPage& page) {
  page.state().open_limits = {"holding", "unpublished"};
  page.state().open_lines.insert("free");
  page.state().about_open = true;
  for (const PlatformEstimate& platform : page.session().shown().chosen.platforms) {
    page.state().unfolded.insert(platform.platform->id);
    page.state().touched_fold.insert(platform.platform->id);
    for (const BillLine& line : platform.bill) page.state().open_lines.insert(bill_key(platform, line));
  }
  page.rest();
}

std::string all_words(const ViewPage& page, const Semantics& semantics) {
  std::string all = page.text();
  for (const Node& node : semantics.nodes()) {
    all += node.value + "\n" + node.description + "\n";
    for (const std::string& option : node.options) all += option + "\n";
  }
  return all;
}

/// The document without what is no figure of the calculation: addresses, and what it rests on.
std::string figures_of(std::string markdown) {
  for (std::size_t at = markdown.find("](<"); at != std::string::npos; at = markdown.find("](<", at)) markdown.erase(at, markdown.find(">)", at) - at);
  return markdown.substr(0, markdown.find("## What it rests on"));
}

class ExportedIsShown : public testing::TestWithParam<int> {};

TEST_P(ExportedIsShown, EveryNumber) {
  Scenario scenario = example_scenario();
  if (GetParam() == 1) {
    scenario = {};
    scenario.date = *Date::parse("2026-11-23");
    PlatformUse x;
    x.platform = "x";
    x.plan = "ppu";
    x.quantities["posts_created"] = {200, Per::day, "200/day"};
    x.quantities["posts_read"] = {30000, Per::month, "30000"};
    scenario.platforms = {x};
    scenario.budget = Budget{500, "USD"};
  }
  if (GetParam() == 2) {
    scenario.date = *Date::parse("2024-06-01");
    for (PlatformUse& use : scenario.platforms) use.plan.clear();
  }
  ViewPage page = open_page(false);
  page.show(scenario);
  open_all(page);
  const std::set<std::string> shown = numbers_of(all_words(page, page.stage().semantics()));
  const std::string markdown = exported_text(page.session(), "https://example.org/#", kExportMarkdown);
  for (const std::string& number : numbers_of(figures_of(markdown))) {
    EXPECT_TRUE(shown.contains(number)) << number << " is exported and not shown; in\n" << markdown;
  }
  // The exact numbers of the data are those of the page once they are rounded as it rounds.
  const Json json = Json::parse(exported_text(page.session(), "https://example.org/#", kExportJson));
  const auto expect_shown = [&](const Json& object, const char* key) {
    if (!object.contains(key)) return;
    const Rational value = Rational::parse(object.at(key).get<std::string>());
    if (!value.ok()) return;  // a fraction without an end
    for (const std::string& number : numbers_of(group_digits(value))) EXPECT_TRUE(shown.contains(number)) << key << " in " << object.dump();
  };
  for (const Json& platform : json.at("platforms")) {
    expect_shown(platform.at("subtotal"), "amount");
    for (const Json& line : platform.at("lines")) {
      expect_shown(line.at("amount"), "amount");
      expect_shown(line, "asked");
      expect_shown(line, "served");
    }
    for (const Json& limit : platform.at("limits")) {
      for (const char* key : {"cap", "busiest", "refused"}) expect_shown(limit, key);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Scenarios, ExportedIsShown, testing::Values(0, 1, 2));

/// The page as a whole, and what it exports.
class ExportPage {
 public:
  explicit ExportPage(bool embedded = false, float width = 1440) : headless_(width, 900, 1), app_(real_catalog(), kZones, *Date::parse("2026-11-23"), headless_.fonts()) {
    input_.width = width;
    input_.height = 900;
    input_.today = *Date::parse("2026-11-23");
    input_.page_address = "https://example.org/tolls/#";
    input_.embedded = embedded;
    app_.open_address("", "");
    settle();
  }

  void frame(std::vector<Action> actions = {}) {
    input_.seconds += 1.0 / 60;
    input_.actions = std::move(actions);
    last_ = app_.frame(input_);
    Headless::take_textures();
  }
  void settle() {
    for (int i = 0; i < 8; ++i) frame();
  }
  const Node* find(Role role, std::string_view name) const {
    for (const Node& node : app_.semantics().nodes()) {
      if (node.role == role && node.name == name) return &node;
    }
    return nullptr;
  }
  void press(std::string_view name) {
    const Node* node = find(Role::button, name);
    ASSERT_NE(node, nullptr) << name;
    frame({{Action::Kind::press, node->id, "", 0}});
  }
  std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const Node& node : app_.semantics().nodes()) all.push_back(node.name);
    return all;
  }
  App& app() { return app_; }
  FrameInput& input() { return input_; }
  const FrameOutput& last() const { return last_; }

 private:
  Headless headless_;
  App app_;
  FrameInput input_;
  FrameOutput last_;
};

TEST(ExportDialog, CopiesAndDelivers) {
  ExportPage page;
  page.press("Export");
  page.settle();
  page.press("Copy as CSV");
  ASSERT_TRUE(page.last().copy_text);
  EXPECT_THAT(*page.last().copy_text, HasSubstr("total,,,total before tax,,,,,100.00,USD"));
  EXPECT_THAT(*page.last().copy_text, HasSubstr("https://example.org/tolls/#1;"));
  page.press("Download as JSON");
  EXPECT_EQ(page.last().deliver, kExportJson);
  page.press("Download as Markdown");
  EXPECT_EQ(page.last().deliver, kExportMarkdown);
  page.press("Picture: Cost curve");
  EXPECT_EQ(page.last().deliver, kExportPicture + 1);
  // What shows nothing is not offered.
  EXPECT_EQ(page.find(Role::button, "Picture: Cost per unit"), nullptr);
  EXPECT_EQ(page.find(Role::button, "Picture: Growth"), nullptr);
  page.press("Print, or save as PDF");
  EXPECT_EQ(page.last().deliver, kExportPaper);
  page.settle();
  EXPECT_EQ(page.find(Role::dialog, "Export"), nullptr);
}

TEST(ExportPicture, IsDrawnAloneAndLeavesThePageAsItWas) {
  ExportPage page;
  const std::vector<std::string> before = page.names();
  for (int chart = 0; chart < kChartPictures; ++chart) {
    const std::string said = page.app().exported(kExportPicture + chart, "https://example.org/tolls/#", 960, 600, 2);
    const bool shows = chart_picture(chart).shows(page.app().session());
    EXPECT_EQ(said.empty(), !shows) << chart;
    if (!shows) continue;
    Headless::take_textures();
    EXPECT_THAT(said, testing::StartsWith(std::string("tollmeter-multi-platform-ad-scheduler-2023-04-25-") + chart_picture(chart).key + ".png\n"));
  }
  EXPECT_EQ(page.app().exported(kExportPicture + kChartPictures, "", 10, 10, 1), "");
  EXPECT_EQ(page.app().exported(-1, "", 10, 10, 1), "");
  page.settle();
  EXPECT_EQ(page.names(), before);
}

TEST(Embedded, ShowsWhatComesOfItAndNothingThatEditsIt) {
  for (const float width : {320.0F, 600.0F, 1200.0F}) {
    ExportPage page(true, width);
    EXPECT_NE(page.find(Role::heading, "Multi-platform ad scheduler"), nullptr) << width;
    EXPECT_NE(page.find(Role::heading, "The bill"), nullptr) << width;
    std::string all;
    for (const std::string& name : page.names()) all += name + "\n";
    EXPECT_THAT(all, HasSubstr("Prices of 25 April 2023, figures read to "));
    EXPECT_THAT(all, HasSubstr("20,000 of 30,000 refused"));
    for (const char* edits : {"Share", "Menu", "Undo", "set a budget", "Why not cheaper?", "+ Add a platform", "Could another service"}) {
      EXPECT_THAT(all, Not(HasSubstr(edits))) << width;
    }
    for (const Node& node : page.app().semantics().nodes()) {
      if (node.role == Role::image || node.role == Role::region) continue;
      EXPECT_GE(node.box.x, -1) << node.name << " at " << width;
      EXPECT_LE(node.box.right(), width + 1) << node.name << " at " << width;
    }
  }
}

TEST(Embedded, ABrokenLinkShowsNoOtherCalculation) {
  ExportPage page(true, 600);
  page.app().open_address("1;d=2023-04-25;p=x:basic;posts_rea", "");
  page.settle();
  EXPECT_NE(page.find(Role::heading, "This calculation cannot be shown"), nullptr);
  EXPECT_EQ(page.find(Role::heading, "The bill"), nullptr);
}

TEST(EmbedHtml, IsOneElementWhateverTheTitle) {
  const std::string html = embed_html("\"><script>alert(1)</script>&", "https://example.org/tolls/?a=1#", "1;d=2023-04-25~abcde");
  EXPECT_THAT(html, HasSubstr("src=\"https://example.org/tolls/?embed=1#1;d=2023-04-25~abcde\""));
  EXPECT_THAT(html, HasSubstr("title=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;: what"));
  EXPECT_THAT(html, HasSubstr("loading=\"lazy\""));
  EXPECT_THAT(html, HasSubstr("sandbox=\"allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox\""));
  EXPECT_EQ(std::count(html.begin(), html.end(), '<'), 2);
}

}  // namespace
}  // namespace tollmeter::ui::test
