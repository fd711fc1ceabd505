#include "core/json_cursor.h"

#include <algorithm>

namespace tollmeter {
namespace {

constexpr std::size_t kMostText = 1000;
constexpr std::size_t kMostId = 40;

const nlohmann::json& nothing() {
  static const nlohmann::json null_value;
  return null_value;
}

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= kMostId && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

}  // namespace

void JsonCursor::fail(std::string what, std::string expected) const {
  if (!failed()) *first_ = Problem{path(), std::move(what), std::move(expected)};
}

std::string JsonCursor::path() const {
  if (parent_ == nullptr) return std::string(key_);
  std::string out = parent_->path();
  if (index_) return out + "[" + std::to_string(*index_) + "]";
  if (!out.empty()) out += ".";
  return out + std::string(key_);
}

std::string JsonCursor::kind_found() const {
  return "it is " + std::string(value_->is_null()      ? "null"
                                : value_->is_object()  ? "an object"
                                : value_->is_array()   ? "a list"
                                : value_->is_string()  ? "a text"
                                : value_->is_boolean() ? "true or false"
                                                       : "a number");
}

void JsonCursor::allow(std::initializer_list<std::string_view> keys) const {
  if (failed()) return;
  if (!value_->is_object()) return fail(kind_found(), "an object");
  for (const auto& [name, element] : value_->items()) {
    if (std::find(keys.begin(), keys.end(), name) != keys.end()) continue;
    std::string expected;
    for (std::string_view key : keys) expected += (expected.empty() ? "" : ", ") + std::string(key);
    return fail("'" + name + "' is not a key of this object", "only: " + expected);
  }
}

bool JsonCursor::has(std::string_view key) const { return value_->is_object() && value_->find(key) != value_->end(); }

JsonCursor JsonCursor::member(std::string_view key) const {
  if (value_->is_object()) {
    const auto found = value_->find(key);
    if (found != value_->end()) return JsonCursor(*found, this, key);
    fail("'" + std::string(key) + "' is missing", "'" + std::string(key) + "' to be said");
  } else {
    fail(kind_found(), "an object");
  }
  return JsonCursor(nothing(), this, key);
}

std::string JsonCursor::text() const {
  const auto* found = value_->get_ptr<const std::string*>();
  if (found == nullptr) {
    fail(kind_found(), "a text in quotation marks");
    return {};
  }
  if (found->empty() || found->size() > kMostText) {
    fail(found->empty() ? "the text is empty" : "the text is too long", "1 to " + std::to_string(kMostText) + " bytes");
    return {};
  }
  return *found;
}

std::string JsonCursor::text(std::string_view key) const { return member(key).text(); }

std::string JsonCursor::text_if_any(std::string_view key) const { return has(key) ? text(key) : std::string(); }

bool JsonCursor::flag(std::string_view key) const {
  if (!has(key)) return false;
  const JsonCursor place = member(key);
  if (const auto* found = place.value_->get_ptr<const bool*>()) return *found;
  place.fail(place.kind_found(), "true or false");
  return false;
}

std::string JsonCursor::id(std::string_view key) const {
  const JsonCursor place = member(key);
  std::string found = place.text();
  if (!is_id(found)) {
    place.fail("'" + found + "' is not an id", "1 to 40 of a-z, 0-9, '_' and '-'");
  }
  return found;
}

}  // namespace tollmeter
