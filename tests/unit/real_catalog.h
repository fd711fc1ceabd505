#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "core/catalog_reader.h"
#include "core/estimate.h"
#include "day.h"
#include "zones_data.h"

namespace tollmeter {

/// The catalogue as the page fetches it, read once.
inline const Catalog& real_catalog() {
  static const Result<Catalog> read = [] {
    std::ifstream file(TOLLMETER_CATALOG, std::ios::binary);
    return read_catalog(std::string(std::istreambuf_iterator<char>(file), {}));
  }();
  static const Catalog none;
  if (read.ok()) return read.value();
  ADD_FAILURE() << read.problem().sentence();
  return none;
}

inline World real_world() { return {&real_catalog(), kZones}; }

/// The use of X in the story: 6,000 posts created (40 % with a link) and 30,000 read a month.
inline Scenario x_scenario(const char* date, const char* plan) {
  Scenario s;
  s.date = day(date);
  PlatformUse x;
  x.platform = "x";
  x.plan = plan;
  x.quantities["posts_created"] = {6000, Per::month, "6000"};
  x.quantities["posts_read"] = {30000, Per::month, "30000"};
  s.platforms = {x};
  s.drivers["accounts"] = 60;
  return s;
}

}  // namespace tollmeter
