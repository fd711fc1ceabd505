#include "core/catalog_reader.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/catalog_rows.h"
#include "core/json_document.h"

namespace tollmeter {
namespace {

constexpr JsonBounds kBounds{8u << 20, 32, 1000};

void read_common(const JsonCursor& at, Catalog& catalog) {
  at.read({"$schema", "order", "drivers"});
  at.each("drivers", [&](const JsonCursor& place) {
    Driver driver = read_driver(place);
    check_once(place, driver.id, catalog.driver(driver.id) != nullptr, "each driver once");
    catalog.drivers.push_back(std::move(driver));
  });
}

}  // namespace

Result<Catalog> read_catalog(std::string_view json) {
  const Result<JsonValue> document = parse_json_document(json, kBounds);
  if (!document) return document.problem();

  std::optional<Problem> problem;
  const JsonCursor at(document.value(), problem);
  Catalog catalog;
  at.read({"common", "platforms"});
  read_common(at.member("common"), catalog);
  at.member("platforms");
  at.each("platforms", [&](const JsonCursor& place) {
    Platform platform = read_platform(place, catalog);
    check_once(place, platform.id, catalog.platform(platform.id) != nullptr, "each platform once");
    for (const Source& source : platform.sources) {
      catalog.as_of = std::max(catalog.as_of, source.read);
    }
    catalog.platforms.push_back(std::move(platform));
  });
  if (problem) return *std::move(problem);
  return catalog;
}

}  // namespace tollmeter
