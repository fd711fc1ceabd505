#pragma once

#include <cstddef>
#include <string_view>

#include "core/json_value.h"
#include "core/result.h"

namespace tollmeter {

struct JsonBounds {
  std::size_t most_bytes;
  std::size_t most_depth;
  std::size_t most_keys;  ///< of one object: keys are compared each with each
};

/// A JSON document (RFC 8259) that is whole, within the bounds and names no key twice, as nlohmann/json reads it: a byte-order mark before
/// it, which some editors write, is passed over. A
/// syntax error is reported with its line and column, anything else with the JSON path.
Result<JsonValue> parse_json_document(std::string_view text, JsonBounds bounds);

}  // namespace tollmeter
