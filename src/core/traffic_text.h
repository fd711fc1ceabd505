#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "core/traffic_pattern.h"

namespace tollmeter {

/// The value of a link's traffic field, encoded: "work", "bursts:4:10:60:Europe/Berlin"; for the grammar see
/// docs/link.md.
std::string write_traffic(const TrafficPattern& pattern);

/// The same from its parts, which are decoded. Whether the zone exists is not looked at. The problem's `where` is the
/// part that cannot be read, as it was written.
Result<TrafficPattern> read_traffic(const std::vector<std::string>& parts);
/// The same text in a usage file.
Result<TrafficPattern> read_traffic(std::string_view text);

}  // namespace tollmeter
