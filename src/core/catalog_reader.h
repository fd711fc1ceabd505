#pragma once

#include <optional>
#include <string_view>

#include "core/catalog.h"
#include "core/result.h"

namespace tollmeter {

/// Reads the bundle {"common": {...}, "platforms": [...]} that the build makes of assets/catalog; "index" may stand beside them.
/// Bounded (8 MB, depth 32) and strict: an unknown key, a missing source, a figure without date or
/// confidence, overlapping rows of one id, an unknown metric, driver, zone-less day window or a metric
/// that a plan neither charges, includes nor lists as not offered is a Problem with the JSON path.
/// `extends` is resolved here: a plan with it starts from the rows of that plan; own rows replace
/// those of the same id.
Result<Catalog> read_catalog(std::string_view json);

/// Adds the index: {"listed": [...], "presets": [...], "jobs": {...}}. What is wrong leaves the catalogue as it was.
std::optional<Problem> add_index(std::string_view json, Catalog& catalog);

/// Adds a platform from its file; what is wrong leaves the catalogue as it was. Whatever points into the catalogue
/// must be computed again.
std::optional<Problem> add_platform(std::string_view json, Catalog& catalog);

/// Reads one platform's file beside the common one; where `common` is wrong the place begins with "common.json".
Result<Catalog> read_platform_file(std::string_view common, std::string_view platform);

}  // namespace tollmeter
