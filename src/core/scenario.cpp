#include "core/scenario.h"

namespace tollmeter {
namespace {

PlatformUse use_of(std::string platform, std::string plan) {
  PlatformUse use;
  use.platform = std::move(platform);
  use.plan = std::move(plan);
  return use;
}

}  // namespace

Scenario empty_scenario(Date date) {
  Scenario scenario;
  scenario.date = date;
  return scenario;
}

std::size_t count_ranges(const Scenario& scenario) {
  std::size_t ranges = scenario.driver_ranges.size() + (scenario.unit && scenario.unit->range ? 1 : 0);
  for (const PlatformUse& use : scenario.platforms) ranges += use.ranges.size() + use.share_ranges.size();
  return ranges;
}

Scenario example_scenario() {
  constexpr std::int32_t kDay25April2023 = 19472;
  Scenario s = empty_scenario(Date{kDay25April2023});
  s.title = "Multi-platform ad scheduler";
  s.drivers["accounts"] = 60;

  PlatformUse x = use_of("x", "basic");
  x.quantities["posts_created"] = {6000, Per::month, "6000"};
  x.quantities["posts_read"] = {30000, Per::month, "30000"};
  PlatformUse facebook = use_of("facebook", "page");
  facebook.quantities["page_calls"] = {300, Per::day, "300/day"};
  PlatformUse linkedin = use_of("linkedin", "development");
  linkedin.quantities["app_calls"] = {420, Per::day, "420/day"};
  PlatformUse instagram = use_of("instagram", "default");
  instagram.quantities["posts_published"] = {8, Per::day, "8/day"};
  PlatformUse youtube = use_of("youtube", "default");
  youtube.quantities["uploads"] = {2, Per::day, "2/day"};

  s.platforms = {x, facebook, linkedin, instagram, youtube};
  return s;
}

}  // namespace tollmeter
