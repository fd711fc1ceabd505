// The table that the page is built with. Whether its instants are right is for the browser to say, see
// tests/browser/zones.spec.mjs; here, that no zone misses anything that days need.
#include <gtest/gtest.h>

#include "zones_data.h"

namespace tollmeter {
namespace {

TEST(ZonesTable, EachZoneIsThereOnceAndInOrder) {
  const Zones zones(kZones);
  ASSERT_GT(zones.size(), 50u);
  for (std::size_t i = 1; i < zones.size(); ++i) EXPECT_LT(std::string(zones[i - 1].name), zones[i].name);
  for (const ZoneEntry& zone : zones) {
    ASSERT_GT(zone.count, 0) << zone.name;
    for (int i = 1; i < zone.count; ++i) EXPECT_LT(zone.transitions[i - 1].at_utc, zone.transitions[i].at_utc) << zone.name;
  }
}

}  // namespace
}  // namespace tollmeter
