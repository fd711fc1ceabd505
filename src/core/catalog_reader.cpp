#include "core/catalog_reader.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/catalog_rows.h"
#include "core/json_document.h"

namespace tollmeter {
namespace {

constexpr JsonBounds kBounds{8u << 20, 32};

void read_common(const JsonCursor& at, Catalog& catalog) {
  at.allow({"$schema", "order", "drivers"});
  at.each("drivers", [&](const JsonCursor& place) {
    Driver driver = read_driver(place);
    if (catalog.driver(driver.id) != nullptr) {
      place.member("id").fail("'" + driver.id + "' is there twice", "each driver once");
    }
    catalog.drivers.push_back(std::move(driver));
  });
}

}  // namespace

Result<Catalog> read_catalog(std::string_view json) {
  const Result<nlohmann::json> document = parse_json_document(json, kBounds);
  if (!document) return document.problem();

  std::optional<Problem> problem;
  const JsonCursor at(document.value(), "", problem);
  Catalog catalog;
  at.allow({"common", "platforms"});
  read_common(at.member("common"), catalog);
  at.member("platforms");
  at.each("platforms", [&](const JsonCursor& place) {
    Platform platform = read_platform(place, catalog);
    if (catalog.platform(platform.id) != nullptr) {
      place.member("id").fail("'" + platform.id + "' is there twice", "each platform once");
    }
    for (const Source& source : platform.sources) {
      catalog.as_of = std::max(catalog.as_of, source.read);
    }
    catalog.platforms.push_back(std::move(platform));
  });
  if (problem) return *std::move(problem);
  return catalog;
}

}  // namespace tollmeter
