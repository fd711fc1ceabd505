#include "core/catalog_reader.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/catalog_rows.h"
#include "core/json_document.h"
#include "core/words.h"

namespace tollmeter {
namespace {

constexpr JsonBounds kBounds{8u << 20, 32, 1000};

void read_common(const JsonCursor& at, Catalog& catalog) {
  at.read({"$schema", "order", "drivers"});
  at.each("drivers", [&](const JsonCursor& place) {
    Driver driver = read_driver(place);
    check_question(place, driver.id, catalog);
    catalog.drivers.push_back(std::move(driver));
  });
}

void add_platform(const JsonCursor& at, Catalog& catalog) {
  Platform platform = read_platform(at, catalog);
  check_once(at, platform.id, catalog.platform(platform.id) != nullptr, "each platform once");
  for (const Source& source : platform.sources) catalog.as_of = std::max(catalog.as_of, source.read);
  catalog.platforms.push_back(std::move(platform));
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
  at.each("platforms", [&](const JsonCursor& place) { add_platform(place, catalog); });
  if (problem) return *std::move(problem);
  return catalog;
}

Result<Catalog> read_platform_file(std::string_view common, std::string_view platform) {
  std::optional<Problem> problem;
  Catalog catalog;
  const Result<JsonValue> shared = parse_json_document(common, kBounds);
  if (shared) {
    read_common(JsonCursor(shared.value(), problem), catalog);
  } else {
    problem = shared.problem();
  }
  if (problem) {
    problem->where = problem->where.empty() ? "common.json" : join({"common.json: ", problem->where});
    return *std::move(problem);
  }
  const Result<JsonValue> document = parse_json_document(platform, kBounds);
  if (!document) return document.problem();
  add_platform(JsonCursor(document.value(), problem), catalog);
  if (problem) return *std::move(problem);
  return catalog;
}

}  // namespace tollmeter
