#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tollmeter {

/// A value of a JSON document. None of its numbers passes through binary floating point: they are kept as written.
struct JsonValue {
  enum class Kind : unsigned char { null, boolean, number, text, list, object };
  Kind kind = Kind::null;
  bool is_true = false;
  std::string key;               ///< its name, in an object
  std::string text;              ///< decoded; of a number as written
  std::vector<JsonValue> items;  ///< of a list or an object, in the order of the document

  const JsonValue* member(std::string_view name) const;
};

/// A place in a document: a key or an index, below another place.
struct JsonPath {
  const JsonPath* parent = nullptr;  ///< null: the document itself
  std::string_view key;
  std::optional<std::size_t> index;

  std::string text() const;  ///< "plans[2].charges[0].price"
};

}  // namespace tollmeter
