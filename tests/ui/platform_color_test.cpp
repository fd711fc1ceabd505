// The colours of the platforms of one scenario.
#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "harness.h"
#include "real_catalog.h"
#include "ui/views.h"
#include "zones_data.h"

namespace tollmeter::ui::test {
namespace {

const Date kToday = *Date::parse("2026-11-23");

std::vector<Color> colors(const std::vector<std::string>& platforms) {
  Session session(real_catalog(), kZones, kToday);
  Scenario scenario = empty_scenario(kToday);
  for (const std::string& id : platforms) {
    scenario.platforms.emplace_back();
    scenario.platforms.back().platform = id;
  }
  session.edit(scenario);
  ViewState state;
  FrameOutput output;
  std::vector<Color> found;
  Stage stage([&](Kit& kit) {
    const View view{kit, session, state, false, output, ""};
    found.clear();
    for (const std::string& id : platforms) found.push_back(color_of(view, id));
  });
  stage.frame();
  return found;
}

TEST(PlatformColor, AnyTenOfAScenarioDiffer) {
  std::vector<std::string> all;
  for (const Platform& platform : real_catalog().platforms) all.push_back(platform.id);
  ASSERT_GT(all.size(), 20U);
  for (std::size_t first = 0; first + 10 <= all.size(); ++first) {
    const std::vector<std::string> ten(all.begin() + static_cast<std::ptrdiff_t>(first),
                                       all.begin() + static_cast<std::ptrdiff_t>(first) + 10);
    const std::vector<Color> found = colors(ten);
    EXPECT_EQ(std::set<Color>(found.begin(), found.end()).size(), 10U) << ten.front();
  }
}

TEST(PlatformColor, AnotherPlatformChangesNoneBeforeIt) {
  const std::vector<std::string> eleven = {"x",      "openai", "stripe",   "github",  "slack", "youtube",
                                           "reddit", "discord", "facebook", "mailgun", "notion"};
  const std::vector<Color> all = colors(eleven);
  for (std::size_t n = 1; n <= eleven.size(); ++n) {
    const std::vector<Color> some = colors({eleven.begin(), eleven.begin() + static_cast<std::ptrdiff_t>(n)});
    EXPECT_TRUE(std::equal(some.begin(), some.end(), all.begin())) << n;
  }
}

}  // namespace
}  // namespace tollmeter::ui::test
