#include "core/catalog_reader.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/catalog_rows.h"
#include "core/job_reader.h"
#include "core/json_document.h"
#include "core/reply/reply_table.h"
#include "core/words.h"

namespace tollmeter {
namespace {

constexpr JsonBounds kBounds{8u << 20, 32, 1000};

void read_common(const JsonCursor& at, Catalog& catalog) {
  at.read({"$schema", "first", "drivers"});
  at.each("drivers", [&](const JsonCursor& place) {
    Driver driver = read_driver(place);
    check_question(place, driver.id, catalog);
    catalog.drivers.push_back(std::move(driver));
  });
}

void read_index(const JsonCursor& at, Catalog& catalog) {
  at.read({"listed", "presets", "jobs", "replies"});
  at.each("listed", [&](const JsonCursor& place) {
    Listing listing;
    place.read({{"id", listing.id, JsonField::Kind::id},
                {"name", listing.name},
                {"short_name", listing.short_name},
                {"category", listing.category},
                "aliases",
                {"read", listing.read}});
    place.each("aliases", [&](const JsonCursor& alias) { listing.aliases.push_back(alias.text()); });
    check_once(place, listing.id, catalog.listing(listing.id) != nullptr, marked("each platform once"));
    catalog.as_of = std::max(catalog.as_of, listing.read);
    catalog.listings.push_back(std::move(listing));
  });
  at.each("presets", [&](const JsonCursor& place) {
    Preset preset;
    place.read({{"name", preset.name}, {"text", preset.text}, {"link", preset.link}});
    catalog.presets.push_back(std::move(preset));
  });
  // Read by the program's second part, which a page may not have yet when it has nothing to read.
  if (at.has("jobs")) catalog.jobs = read_jobs(at.member("jobs"));
  if (at.has("replies")) catalog.replies = read_replies(at.member("replies"));
}

void read_one(const JsonCursor& at, Catalog& catalog) {
  Platform platform = read_platform(at, catalog);
  check_once(at, platform.id, catalog.platform(platform.id) != nullptr, marked("each platform once"));
  // One that is refused moves none of the others, which are pointed into.
  if (at.failed()) return;
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
  at.read({"common", "platforms", "index"});
  read_common(at.member("common"), catalog);
  at.member("platforms");
  if (at.has("index")) read_index(at.member("index"), catalog);
  at.each("platforms", [&](const JsonCursor& place) { read_one(place, catalog); });
  if (problem) return *std::move(problem);
  return catalog;
}

std::optional<Problem> add_index(std::string_view json, Catalog& catalog) {
  const Result<JsonValue> document = parse_json_document(json, kBounds);
  if (!document) return document.problem();
  const Date as_of = catalog.as_of;
  std::optional<Problem> problem;
  read_index(JsonCursor(document.value(), problem), catalog);
  if (problem) {
    catalog.as_of = as_of;
    catalog.listings.clear();
    catalog.presets.clear();
    catalog.jobs = {};
    catalog.replies.reset();
  }
  return problem;
}

std::optional<Problem> add_platform(std::string_view json, Catalog& catalog) {
  const Result<JsonValue> document = parse_json_document(json, kBounds);
  if (!document) return document.problem();
  const std::size_t drivers = catalog.drivers.size(), choices = catalog.choices.size(), platforms = catalog.platforms.size();
  std::optional<Problem> problem;
  read_one(JsonCursor(document.value(), problem), catalog);
  if (problem) {
    catalog.drivers.resize(drivers);
    catalog.choices.resize(choices);
    catalog.platforms.resize(platforms);
  }
  return problem;
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
    problem->where = problem->where.empty() ? "common.json" : tr("{0}: {1}", {"common.json", problem->where});
    return *std::move(problem);
  }
  const Result<JsonValue> document = parse_json_document(platform, kBounds);
  if (!document) return document.problem();
  read_one(JsonCursor(document.value(), problem), catalog);
  if (problem) return *std::move(problem);
  return catalog;
}

}  // namespace tollmeter
