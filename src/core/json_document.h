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

/// A JSON document (RFC 8259) that is whole, within the bounds and names no key twice. A syntax error is reported
/// with its line and column, anything else with the JSON path. (Of our own, and held against nlohmann/json in the
/// tests: that library was 40 KB of the page's code, read a document twice to find repeated keys, and brought the C
/// library's floating point, which nothing here may touch.)
Result<JsonValue> parse_json_document(std::string_view text, JsonBounds bounds);

}  // namespace tollmeter
