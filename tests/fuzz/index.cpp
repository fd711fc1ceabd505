// Any text as the list of platforms, a zero byte, then any text as a platform's file: each is taken whole or leaves the catalogue
// as it was, and what was taken is rated.
#include <optional>

#include "core/catalog_reader.h"
#include "core/link.h"
#include "core/solve/mix.h"
#include "fuzz/catalogue.h"
#include "fuzz/rate_all.h"
#include "fuzz/target.h"

namespace {

using namespace tollmeter;

bool is_without_index(const Catalog& catalog) {
  return catalog.listings.empty() && catalog.presets.empty() && catalog.jobs.jobs.empty() && catalog.jobs.sources.empty() &&
         catalog.jobs.untold.empty() && !catalog.replies;
}

bool is_as_large(const Catalog& a, const Catalog& b) {
  return a.platforms.size() == b.platforms.size() && a.drivers.size() == b.drivers.size() && a.choices.size() == b.choices.size();
}

void add(std::string_view index, std::string_view platform, Catalog& catalog) {
  const Catalog before = catalog;
  if (const auto problem = add_index(index, catalog)) {
    fuzz::must(!problem->sentence().empty(), "a problem is a sentence");
    fuzz::must(is_without_index(catalog) && catalog.as_of == before.as_of, "a list that is refused leaves nothing behind");
  }
  const Date with_index = catalog.as_of;
  if (const auto problem = add_platform(platform, catalog)) {
    fuzz::must(!problem->sentence().empty(), "a problem is a sentence");
    fuzz::must(is_as_large(catalog, before) && catalog.as_of == with_index, "a platform that is refused leaves nothing behind");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto [index, platform] = fuzz::halves(fuzz::text_of(data, size));
  Catalog catalog;
  catalog.drivers = fuzz::catalogue().drivers;
  add(index, platform, catalog);
  for (const Preset& preset : catalog.presets) {
    const std::string link = seal_link(preset.link);
    platforms_to_add(link, catalog);
    open_link(link, catalog);
  }
  fuzz::rate_all(catalog);
  Scenario scenario = empty_scenario(*Date::parse("2026-11-23"));
  for (const Platform& one : catalog.platforms) scenario.platforms.push_back(fuzz::use_of_all(one, {1000, Per::month, "1000"}));
  mix_platforms_to_load(scenario, catalog);
  cheapest_mix(scenario, {&catalog, kZones});
  return 0;
}
