#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/calendar.h"
#include "core/json_value.h"
#include "core/language.h"
#include "core/rational.h"
#include "core/result.h"

namespace tollmeter {

/// A key that an object may have and, unless it is read apart, where its value goes.
struct JsonField {
  enum class Kind : unsigned char { apart, id, text, day, flag, number };

  constexpr JsonField(const char* k) : key(k) {}  // NOLINT: a list of keys reads as one
  JsonField(const char* k, std::string& t, Kind as = Kind::text) : key(k), kind(as), to(&t) {}
  JsonField(const char* k, Text& t) : key(k), kind(Kind::text), to(&t.english()) {}
  /// Not below zero.
  JsonField(const char* k, Rational& t) : key(k), kind(Kind::number), to(&t) {}
  JsonField(const char* k, Date& t) : key(k), kind(Kind::day), to(&t) {}
  /// False where the key is absent.
  JsonField(const char* k, bool& t) : key(k), kind(Kind::flag), optional(true), to(&t) {}
  /// Where the key is absent, what stands in its place stays.
  JsonField if_any() const {
    JsonField field = *this;
    field.optional = true;
    return field;
  }

  const char* key;
  Kind kind = Kind::apart;
  bool optional = false;
  void* to = nullptr;  ///< of the type that the constructor for this kind takes
};
using JsonFields = std::span<const JsonField>;

/// A place in a JSON document that knows its path. Readers take what they need from it; the first thing that is
/// missing or of the wrong kind is kept as the Problem of the whole document, and every later
/// question answers with an empty value, so that readers need not check each step, only the end.
/// A cursor refers to its parent and must not outlive it.
class JsonCursor {
 public:
  JsonCursor(const JsonValue& root, std::optional<Problem>& first) : value_(&root), first_(&first) {}
  /// The same place with a problem of its own, for a part that may be left out where it is wrong.
  JsonCursor apart(std::optional<Problem>& first) const {
    JsonCursor cursor = *this;
    cursor.first_ = &first;
    return cursor;
  }

  const JsonValue& value() const { return *value_; }
  void fail(std::string_view what, std::string_view expected) const;
  /// Fails with "'<said>' <what>".
  void refuse(std::string_view said, std::string_view what, std::string_view expected) const;
  bool failed() const { return first_->has_value(); }

  /// Fills the fields. Fails on a key that stands in neither list (the second is for what several kinds of rows have in
  /// common), where one is missing that is not optional, and where there is no object.
  void read(std::initializer_list<JsonField> fields, JsonFields common = {}) const;

  bool has(std::string_view key) const { return value_->member(key) != nullptr; }
  /// The member, for messages about it and for reading an object below. Fails if it is missing.
  JsonCursor member(std::string_view key) const;

  std::string text() const { return text(kMostText); }  ///< of this place: not empty
  std::string text(std::size_t most_bytes) const;       ///< the same, of one that may be longer or must be shorter
  std::string text(std::string_view key) const { return member(key).text(); }
  Rational number() const;
  /// A number in quotation marks or without, as people write usage; the catalogue's figures are always in them.
  Rational number_of_any_kind() const;
  bool is_list() const { return value_->kind == JsonValue::Kind::list; }
  bool is_text() const { return value_->kind == JsonValue::Kind::text; }
  Date day() const;
  /// One of the words, which are listed as "one, two, three": the index of the one that is said.
  std::size_t word(std::string_view key, std::string_view words) const { return member(key).word(words); }
  std::size_t word(std::string_view words) const;

  /// Calls `read` with each element of the list; absent is empty.
  template <class Read>
  void each(std::string_view key, Read read) const {
    each(key, JsonValue::Kind::list, read);
  }
  /// Calls `read` with the name and place of each member of the object; absent is empty.
  template <class Read>
  void each_member(std::string_view key, Read read) const {
    each(key, JsonValue::Kind::object, [&](const JsonCursor& place) { read(place.value_->key, place); });
  }

 private:
  static constexpr std::size_t kMostText = 1000;  ///< bytes

  JsonCursor(const JsonValue& value, const JsonCursor& parent, JsonPath path)
      : value_(&value), path_(path), first_(parent.first_) {}

  template <class Read>
  void each(std::string_view key, JsonValue::Kind kind, Read read) const {
    const JsonCursor all = items(key, kind);
    for (std::size_t i = 0; i < all.value_->items.size() && !failed(); ++i) read(all.item(i));
  }

  JsonCursor items(std::string_view key, JsonValue::Kind kind) const;
  JsonCursor item(std::size_t index) const;
  Rational number_in(const std::string& said) const;
  bool expect(JsonValue::Kind kind, std::string_view expected) const;
  void read(const JsonField& field) const;

  const JsonValue* value_;
  JsonPath path_;
  std::optional<Problem>* first_;
};

}  // namespace tollmeter
