// Any text as a catalogue: it is refused with one sentence, or read, and then every plan of it can be rated.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/catalog_reader.h"
#include "core/estimate.h"
#include "zones_data.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tollmeter;
  const Result<Catalog> read = read_catalog(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!read) {
    if (read.problem().sentence().empty()) std::abort();
    return 0;
  }
  const Catalog& catalog = read.value();
  Scenario scenario = empty_scenario(*Date::parse("2026-11-23"));
  for (const Platform& platform : catalog.platforms) {
    PlatformUse use;
    use.platform = platform.id;
    for (const Metric& metric : platform.metrics) {
      if (metric.kind == Metric::Kind::entered) use.quantities[metric.id] = {1000, Per::month, "1,000"};
    }
    for (const Plan& plan : platform.plans) {
      estimate_plan(platform, use, plan, scenario, {&catalog, kZones});
    }
  }
  return 0;
}
