#pragma once

#include <string_view>

#include "core/catalog.h"
#include "core/result.h"

namespace tollmeter {

/// Reads one plan on its own, in the catalogue's schema, as a catalogue of one platform with that one plan. Beside the
/// plan's keys it may have "currency" (USD where not said), "metrics" (a text for one that is entered, or a row of
/// the catalogue; those that charges and limits name are there without) and "sources". Rows need no source, and whatever
/// a formula names is a driver, which the usage file gives. For the format see docs/catalogue.md.
Result<Catalog> read_plan_file(std::string_view json);

}  // namespace tollmeter
