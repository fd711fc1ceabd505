#pragma once

#include <cstddef>
#include <string_view>

#include "core/json.h"
#include "core/result.h"

namespace tollmeter {

struct JsonBounds {
  std::size_t most_bytes;
  std::size_t most_depth;
};

/// A JSON document that is whole, within the bounds and names no key twice. A syntax error is reported
/// with its line and column, anything else with the JSON path.
Result<nlohmann::json> parse_json_document(std::string_view text, JsonBounds bounds);

}  // namespace tollmeter
