// The ready-made calculations: each is a link that opens whole, and costs on a set of days what tests/catalog/golden/presets.json
// says. A figure of the catalogue that changes shows there what it moves.
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/format.h"
#include "core/advice.h"
#include "core/link.h"
#include "real_catalog.h"

namespace tollmeter {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kDays[] = {"2023-04-25", "2024-07-01", "2025-07-01", "2026-03-01", "2026-11-24", "2027-01-15"};

Document opened(const Preset& preset) {
  const OpenedLink link = open_link(seal_link(preset.link), real_catalog());
  EXPECT_EQ(link.kind, OpenedLink::Kind::whole) << preset.name << ": " << link.broken.problem.sentence();
  return link.document;
}

Json figures(const Estimate& estimate) {
  std::string totals;
  for (const Money& total : estimate.totals) totals += (totals.empty() ? "" : " + ") + money_text(total);
  Json json = {{"total", totals}, {"breaches", estimate.breaches}};
  for (const PlatformEstimate& platform : estimate.platforms) {
    json["plans"][platform.platform->id] = platform.plan ? platform.plan->id : "none on sale";
  }
  return json;
}

TEST(Presets, AreLinksThatOpenWholeAndAreWrittenTheSame) {
  ASSERT_GE(real_catalog().presets.size(), 12U);
  for (const Preset& preset : real_catalog().presets) {
    const Document document = opened(preset);
    EXPECT_EQ(write_link(document), seal_link(preset.link)) << preset.name;
    EXPECT_LT(seal_link(preset.link).size(), 500U);
    EXPECT_FALSE(document.scenario.platforms.empty());
    EXPECT_TRUE(preset.text.english().ends_with(".")) << preset.name;
  }
  EXPECT_EQ(opened(real_catalog().presets.front()).scenario, example_scenario());
}

TEST(Presets, CostOnEachDayWhatTheGoldenFileSays) {
  std::ifstream file(std::string(TOLLMETER_TESTS) + "/catalog/golden/presets.json");
  const std::string golden(std::istreambuf_iterator<char>(file), {});
  Json now = Json::object();
  for (const Preset& preset : real_catalog().presets) {
    const Document document = opened(preset);
    for (const char* text : kDays) {
      now[preset.name][text] = figures(same_use_on(document.scenario, real_world(), day(text)));
    }
  }
  EXPECT_EQ(golden, now.dump(1) + "\n") << "If each change is meant, this is the new file.";
}

// Each added up by hand from the catalogue's prices.
TEST(Presets, HaveATotalThatIsAddedUpByHand) {
  struct Row {
    const char* name;
    const char* total;
    const char* by_hand;
  };
  const Row rows[] = {
      {"Ad scheduler, spring 2023", "$100.00", "X Basic 100; the others take no money"},
      {"Smart Campaigns with Twitter", "about $42,000", "the reported commercial level; the others take no money"},
      {"Smart Campaigns without Twitter", "$0.00", "no charge on any of the three"},
      {"Social listening tool", "$1,500.00", "300,000 reads x 0.005; the others take no money"},
      {"Bot that posts the news", "$120.00", "20 x 30 posts with a link x 0.200; the others take no money"},
      {"10M posts a month for a model", "$1,500.00", "10M x 15 credits, 100,000 credits for 1"},
      {"50M posts a month for a model", "$7,500.00", "50M x 15 credits, 100,000 credits for 1"},
      {"100M posts a month for a model", "about $125,000", "the reported level for 100 million"},
      {"Support assistant on WhatsApp", "$443.60",
       "60,000 x (3,000 x 0.75 + 400 x 4.50) / 1M = 243.00; (60,000 - 1,000) x 0.0034 = 200.60"},
      {"Map-heavy web shop", "$8,640.00",
       "maps (90,000 x 7 + 100,000 x 5.60)/1,000 = 1,190; geocoding 30,000 x 5/1,000 = 150; cards 5,000 x (40 x 0.029 + 0.30) = 7,300"},
      {"App with sign-in by SMS", "$1,291.00",
       "18,000 of 20,000 succeed x 0.05 + 20,000 x 0.0083 = 1,066; Clerk 25 + 10,000 x 0.02 = 225"},
      {"Mailing product", "$40.00", "400,000 x 0.10 / 1,000"},
  };
  for (const Row& row : rows) {
    bool found = false;
    for (const Preset& preset : real_catalog().presets) {
      if (preset.name != row.name) continue;
      found = true;
      const Estimate e = estimate(opened(preset).scenario, real_world());
      std::string totals;
      for (const Money& total : e.totals) totals += (totals.empty() ? "" : " + ") + money_text(total);
      EXPECT_EQ(totals, row.total) << row.name << ": " << row.by_hand;
    }
    EXPECT_TRUE(found) << row.name;
  }
}

}  // namespace
}  // namespace tollmeter
