#include "core/json_cursor.h"

#include <algorithm>

#include "core/utf8.h"
#include "core/words.h"

namespace tollmeter {
namespace {

using Kind = JsonValue::Kind;

constexpr std::size_t kMostId = 40;

const JsonValue& nothing() {
  static const JsonValue absent;
  return absent;
}

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::null:
      return "null";
    case Kind::boolean:
      return marked("true or false");
    case Kind::number:
      return marked("a number");
    case Kind::text:
      return marked("a text");
    case Kind::list:
      return marked("a list");
    case Kind::object:
      return marked("an object");
  }
  return {};
}

bool holds(JsonFields fields, std::string_view key) {
  return std::any_of(fields.begin(), fields.end(), [&](const JsonField& field) { return key == field.key; });
}

bool is_id(std::string_view text) {
  return text.size() <= kMostId && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
         });
}

}  // namespace

void JsonCursor::fail(std::string_view what, std::string_view expected) const {
  if (!failed()) *first_ = Problem{path_.text(), tr(what), tr(expected)};
}

void JsonCursor::refuse(std::string_view said, std::string_view what, std::string_view expected) const {
  // A stranger's text inside a sentence is short.
  constexpr std::size_t kShown = 80;
  std::size_t end = 0;
  while (end < said.size() && end < kShown) end += std::max<std::size_t>(1, utf8_length(said.substr(end)));
  const std::string shown = join({said.substr(0, end), end < said.size() ? "…" : ""});
  if (!failed()) *first_ = Problem{path_.text(), join({tr("'{0}'", {shown}), " ", tr(what)}), tr(expected)};
}

bool JsonCursor::expect(Kind kind, std::string_view expected) const {
  if (value_->kind == kind) return true;
  if (!failed()) fail(tr("it is {0}", {tr(name_of(value_->kind))}), expected);
  return false;
}

JsonCursor JsonCursor::member(std::string_view key) const {
  const JsonValue* found = value_->member(key);
  if (found == nullptr && expect(Kind::object, marked("an object")))
    refuse(key, "is missing", tr("'{0}' to be said", {key}));
  return JsonCursor(found == nullptr ? nothing() : *found, *this, JsonPath{&path_, key, {}});
}

JsonCursor JsonCursor::items(std::string_view key, Kind kind) const {
  if (!has(key)) return JsonCursor(nothing(), *this, path_);
  JsonCursor all = member(key);
  if (!all.expect(kind, kind == Kind::list ? marked("a list") : marked("an object"))) all.value_ = &nothing();
  return all;
}

JsonCursor JsonCursor::item(std::size_t index) const {
  const JsonValue& item = value_->items[index];
  JsonPath path{&path_, item.key, {}};
  if (value_->kind == Kind::list) path.index = index;
  return JsonCursor(item, *this, path);
}

void JsonCursor::read(std::initializer_list<JsonField> listed, JsonFields common) const {
  if (failed() || !expect(Kind::object, marked("an object"))) return;
  const JsonFields fields(listed.begin(), listed.size());
  for (const JsonValue& member : value_->items) {
    if (holds(fields, member.key) || holds(common, member.key)) continue;
    std::string keys;
    for (JsonFields list : {fields, common}) {
      for (const JsonField& field : list) append(keys, {keys.empty() ? "" : ", ", field.key});
    }
    return refuse(member.key, "is not a key of this object", tr("only: {0}", {keys}));
  }
  for (JsonFields list : {fields, common}) {
    for (const JsonField& field : list) {
      if (field.kind != JsonField::Kind::apart && !(field.optional && !has(field.key))) read(field);
    }
  }
}

void JsonCursor::read(const JsonField& field) const {
  const JsonCursor place = member(field.key);
  switch (field.kind) {
    case JsonField::Kind::apart:
      return;
    case JsonField::Kind::id: {
      std::string& id = *static_cast<std::string*>(field.to);
      id = place.text();
      if (!is_id(id)) place.refuse(id, "is not an id", "1 to 40 of a-z, 0-9, '_' and '-'");
      return;
    }
    case JsonField::Kind::text:
      *static_cast<std::string*>(field.to) = place.text();
      return;
    case JsonField::Kind::day:
      *static_cast<Date*>(field.to) = place.day();
      return;
    case JsonField::Kind::flag:
      if (place.expect(Kind::boolean, marked("true or false"))) *static_cast<bool*>(field.to) = place.value_->is_true;
      return;
    case JsonField::Kind::number:
      *static_cast<Rational*>(field.to) = place.number();
      return;
  }
}

std::string JsonCursor::text(std::size_t most_bytes) const {
  if (!expect(Kind::text, marked("a text in quotation marks"))) return {};
  const std::string& found = value_->text;
  if (!found.empty() && found.size() <= most_bytes) return found;
  fail(found.empty() ? "the text is empty" : "the text is too long", tr("1 to {0} bytes", {std::to_string(most_bytes)}));
  return {};
}

Rational JsonCursor::number() const { return number_in(text()); }

Rational JsonCursor::number_of_any_kind() const {
  return number_in(value_->kind == Kind::number ? value_->text : text());
}

Rational JsonCursor::number_in(const std::string& said) const {
  const Rational found = Rational::parse(said);
  if (!found.ok()) {
    refuse(said, "is not a decimal number", "at most 30 digits with at most one point, such as \"0.005\"");
    return {};
  }
  if (found < Rational(0)) refuse(said, "is below zero", "zero or more");
  return found;
}

Date JsonCursor::day() const {
  const std::string said = text();
  const std::optional<Date> found = Date::parse(said);
  if (!found) refuse(said, "is not a day", "a date such as \"2023-04-25\"");
  return found.value_or(Date{});
}

std::size_t JsonCursor::word(std::string_view words) const {
  constexpr std::string_view kBetween = ", ";
  const std::string said = text();
  std::string_view rest = words;
  for (std::size_t index = 0;; ++index) {
    const std::size_t end = rest.find(kBetween);
    if (rest.substr(0, end) == said) return index;
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + kBetween.size());
  }
  refuse(said, "is not known here", tr("one of: {0}", {words}));
  return 0;
}

}  // namespace tollmeter
