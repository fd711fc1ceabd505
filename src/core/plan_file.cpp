#include "core/plan_file.h"

#include <optional>
#include <string>
#include <utility>

#include "core/catalog_rows.h"
#include "core/json_document.h"

namespace tollmeter {
namespace {

constexpr JsonBounds kBounds{1u << 20, 32, 1000};
constexpr JsonField kBeside[] = {"$schema", "metrics", "sources"};

Metric entered(std::string id) {
  Metric metric;
  metric.name = metric.unit = metric.units = id;
  metric.id = std::move(id);
  metric.slider_least = 1;
  metric.slider_most = 1'000'000;
  return metric;
}

void add_metric(const JsonCursor& place, Platform& platform, const Catalog& common) {
  if (!place.is_text()) {
    platform.metrics.push_back(read_metric(place, platform, common));
    return;
  }
  std::string id = place.text();
  if (platform.metric(id) != nullptr) return place.refuse(id, "is there twice", "each metric once");
  platform.metrics.push_back(entered(std::move(id)));
}

/// Those that rows name and nothing has listed.
void add_named_metrics(const JsonCursor& at, Platform& platform) {
  const auto add = [&](const std::string& id) {
    if (!id.empty() && platform.metric(id) == nullptr) platform.metrics.push_back(entered(id));
  };
  at.each("charges", [&](const JsonCursor& row) {
    if (row.has("metric")) add(row.text("metric"));
  });
  at.each("limits", [&](const JsonCursor& row) {
    row.each_member("counts", [&](const std::string& id, const JsonCursor&) { add(id); });
  });
  for (const char* key : {"included", "not_offered"}) {
    at.each(key, [&](const JsonCursor& row) {
      row.each("metrics", [&](const JsonCursor& place) { add(place.text()); });
    });
  }
}

}  // namespace

Result<Catalog> read_plan_file(std::string_view json) {
  const Result<JsonValue> document = parse_json_document(json, kBounds);
  if (!document) return document.problem();
  std::optional<Problem> problem;
  const JsonCursor at(document.value(), problem);
  Catalog catalog;
  catalog.names_any_driver = true;
  Platform platform;
  platform.own = true;
  platform.id = platform.name = platform.short_name = "own";
  platform.currency = "USD";
  at.each_member("sources", [&](const std::string& id, const JsonCursor& place) {
    platform.sources.push_back(read_source(place, id));
  });
  if (at.has("metrics")) {
    at.each("metrics", [&](const JsonCursor& place) { add_metric(place, platform, catalog); });
  } else {
    add_named_metrics(at, platform);
  }
  read_plan(at, platform, catalog, kBeside);
  constexpr std::size_t kMostCharges = 200;
  if (platform.plans.front().charges.size() > kMostCharges) at.member("charges").fail("there are too many", "at most 200 charges");
  if (!problem) settle_validity(platform.plans.front());
  if (!problem) check_offered_once(at, platform.plans.front(), platform);
  if (problem) return *std::move(problem);
  catalog.platforms.push_back(std::move(platform));
  return catalog;
}

}  // namespace tollmeter
