#pragma once

#include <optional>

#include "core/calendar.h"
#include "core/catalog.h"
#include "core/result.h"
#include "core/usage_file.h"

namespace tollmeter {

/// The first row in force of a plan file that has no value with the numbers of a usage file: a zone that the table lacks, or a
/// formula that divides by zero or takes the logarithm of it. `where` is its place in the plan file.
std::optional<Problem> row_without_value(const Catalog& plan_file, const UsageFile& usage, Zones zones);

}  // namespace tollmeter
