// How long the ready-made calculations and one of ten platforms take to be written as a link and to be opened again. Prints a line
// of JSON for each, asserts nothing of the time.
// Run: bench_links build/generated/catalog-all.json
#include "real_catalog.h"
#include "timing.h"

namespace tollmeter::bench {
namespace {

void print(std::string_view name, const Document& document, const Catalog& catalog) {
  const std::string link = write_link(document);
  const OpenedLink again = open_link(link, catalog);
  if (again.kind != OpenedLink::Kind::whole || again.document != document) give_up(link + " does not open as what was written.");
  const double encode = median_of([&] { write_link(document); });
  const double decode = median_of([&] { open_link(link, catalog); });
  std::printf("{\"name\": \"%.*s\", \"platforms\": %zu, \"bytes\": %zu, \"encode\": %.0f, \"decode\": %.0f}\n", static_cast<int>(name.size()),
              name.data(), document.scenario.platforms.size(), link.size(), encode, decode);
}

void run(const char* path) {
  const Catalog catalog = real_catalog(path);
  for (const Preset& preset : catalog.presets) print(preset.name.english(), {opened(preset.link, catalog)}, catalog);
  print("Ten platforms", {ten_platforms(catalog)}, catalog);
}

}  // namespace
}  // namespace tollmeter::bench

int main(int count, char** arguments) {
  tollmeter::bench::run(count > 1 ? arguments[1] : "build/generated/catalog-all.json");
  return 0;
}
