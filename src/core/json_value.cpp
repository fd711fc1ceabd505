#include "core/json_value.h"

#include "core/words.h"

namespace tollmeter {

const JsonValue* JsonValue::member(std::string_view name) const {
  for (const JsonValue& item : items) {
    if (item.key == name) return &item;
  }
  return nullptr;
}

std::string JsonPath::text() const {
  if (parent == nullptr) return {};
  const std::string above = parent->text();
  if (index) return join({above, "[", std::to_string(*index), "]"});
  return join({above, above.empty() ? "" : ".", key});
}

}  // namespace tollmeter
