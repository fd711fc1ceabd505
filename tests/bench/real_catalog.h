#pragma once

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "core/catalog_reader.h"
#include "core/link.h"

namespace tollmeter::bench {

[[noreturn]] inline void give_up(const std::string& sentence) {
  std::fprintf(stderr, "%s\n", sentence.c_str());
  std::exit(1);
}

/// The catalogue that ships: build/generated/catalog-all.json.
inline Catalog real_catalog(const char* path) {
  std::ifstream file(path, std::ios::binary);
  Result<Catalog> read = read_catalog(std::string(std::istreambuf_iterator<char>(file), {}));
  if (!read) give_up(read.problem().sentence());
  return std::move(read.value());
}

/// What a link without its checksum holds.
inline Scenario opened(std::string_view body, const Catalog& catalog) {
  OpenedLink link = open_link(seal_link(body), catalog);
  if (link.kind != OpenedLink::Kind::whole) give_up(link.broken.problem.sentence());
  return std::move(link.document.scenario);
}

inline constexpr const char* kTenPlatforms =
    "1;d=2026-11-24;you.accounts=60;p=x:ppu;posts_created=6000;posts_read=30000;p=facebook:page;page_calls=300/day;"
    "p=linkedin:standard;app_calls=420/day;p=instagram:default;posts_published=8/day;p=youtube:default;uploads=2/day;reads=4k/day;"
    "p=reddit:free;calls=60k/day;p=bluesky:hosted;reads=40k/day;p=tiktok;p=pinterest;p=telegram";

/// Ten platforms, each with a use of every metric that a person enters where the link says none.
inline Scenario ten_platforms(const Catalog& catalog) {
  Scenario scenario = opened(kTenPlatforms, catalog);
  for (PlatformUse& use : scenario.platforms) {
    const Platform* platform = catalog.platform(use.platform);
    if (!platform || !use.quantities.empty()) continue;
    for (const Metric& metric : platform->metrics) {
      if (metric.kind == Metric::Kind::entered) use.quantities[metric.id] = {3000, Per::month, "3000"};
    }
  }
  return scenario;
}

}  // namespace tollmeter::bench
