#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/json.h"
#include "core/result.h"

namespace tollmeter {

/// A place in a JSON document that knows its path. Readers take what they need from it; the first thing that is
/// missing or of the wrong kind is kept as the Problem of the whole document, and every later
/// question answers with an empty value, so that readers need not check each step, only the end.
/// A cursor refers to its parent and must not outlive it.
class JsonCursor {
 public:
  JsonCursor(const nlohmann::json& root, std::string_view name, std::optional<Problem>& first)
      : value_(&root), key_(name), first_(&first) {}

  void fail(std::string what, std::string expected) const;
  bool failed() const { return first_->has_value(); }
  /// "plans[2].charges[0].price"
  std::string path() const;

  /// Fails on a key that is not in the list, and where there is no object.
  void allow(std::initializer_list<std::string_view> keys) const;

  bool has(std::string_view key) const;
  /// The member, for messages about it and for reading an object below. Fails if it is missing.
  JsonCursor member(std::string_view key) const;

  std::string text() const;                      ///< of this place: a string that is not empty, at most 1,000 bytes
  std::string text(std::string_view key) const;  ///< required
  std::string text_if_any(std::string_view key) const;  ///< empty if absent
  bool flag(std::string_view key) const;                ///< false if absent
  /// Lower-case letters, digits, '_' and '-', at most 40.
  std::string id(std::string_view key) const;

  /// One of the given words. `fallback`, if any, where the key is absent.
  template <class E>
  E word(std::string_view key, std::initializer_list<std::pair<std::string_view, E>> words,
         std::optional<E> fallback = std::nullopt) const {
    if (fallback && !has(key)) return *fallback;
    const JsonCursor place = member(key);
    const std::string said = place.text();
    std::string expected;
    for (const auto& [name, value] : words) {
      if (name == said) return value;
      expected += (expected.empty() ? "" : ", ") + std::string(name);
    }
    place.fail("'" + said + "' is not known here", "one of: " + expected);
    return words.begin()->second;
  }

  /// Calls `read` with each element of the array; absent is empty.
  template <class Read>
  void each(std::string_view key, Read read) const {
    if (!has(key)) return;
    const JsonCursor list = member(key);
    if (!list.value_->is_array()) return list.fail(list.kind_found(), "a list");
    std::size_t index = 0;
    for (const nlohmann::json& element : *list.value_) {
      if (failed()) return;
      read(JsonCursor(element, &list, index++));
    }
  }

  /// Calls `read` with the name and place of each member of the object; absent is empty.
  template <class Read>
  void each_member(std::string_view key, Read read) const {
    if (!has(key)) return;
    const JsonCursor object = member(key);
    if (!object.value_->is_object()) return object.fail(object.kind_found(), "an object");
    for (const auto& [name, element] : object.value_->items()) {
      if (failed()) return;
      read(name, JsonCursor(element, &object, std::string_view(name)));
    }
  }

 private:
  JsonCursor(const nlohmann::json& value, const JsonCursor* parent, std::string_view key)
      : value_(&value), parent_(parent), key_(key), first_(parent->first_) {}
  JsonCursor(const nlohmann::json& value, const JsonCursor* parent, std::size_t index)
      : value_(&value), parent_(parent), index_(index), first_(parent->first_) {}

  std::string kind_found() const;

  const nlohmann::json* value_;
  const JsonCursor* parent_ = nullptr;
  std::string_view key_;
  std::optional<std::size_t> index_;
  std::optional<Problem>* first_;
};

}  // namespace tollmeter
