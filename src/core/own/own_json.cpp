#include "core/own/own_json.h"

#include <algorithm>

#include "core/json_document.h"
#include "core/language.h"
#include "core/own/own_prices.h"
#include "core/title.h"

namespace tollmeter {
namespace {

using Kind = JsonValue::Kind;

constexpr JsonBounds kBounds{kMostOwnBytes, 16, 200};

void write_text(std::string& out, std::string_view text) {
  constexpr char kHex[] = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) < 0x20) {
      out += "\\u00";
      out += kHex[c >> 4];
      out += kHex[c & 15];
    } else {
      out += c;
    }
  }
  out += '"';
}

void write(std::string& out, const JsonValue& value) {
  switch (value.kind) {
    case Kind::null: out += "null"; return;
    case Kind::boolean: out += value.is_true ? "true" : "false"; return;
    case Kind::number: out += value.text; return;
    case Kind::text: return write_text(out, value.text);
    case Kind::list:
    case Kind::object: break;
  }
  const bool object = value.kind == Kind::object;
  out += object ? '{' : '[';
  for (const JsonValue& item : value.items) {
    if (&item != &value.items.front()) out += ',';
    if (object) {
      write_text(out, item.key);
      out += ':';
    }
    write(out, item);
  }
  out += object ? '}' : ']';
}

/// U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069, U+061C.
bool turns_direction(std::string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const auto byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U; };
    if (byte(i) == 0xD8 && byte(i + 1) == 0x9C) return true;
    if (byte(i) != 0xE2) continue;
    const unsigned second = byte(i + 1), third = byte(i + 2);
    if (second == 0x80 && (third == 0x8E || third == 0x8F || (0xAA <= third && third <= 0xAE))) return true;
    if (second == 0x81 && 0xA6 <= third && third <= 0xA9) return true;
  }
  return false;
}

bool is_unclean(std::string_view text) { return clean_text(text, text.size()) != text || turns_direction(text); }

std::optional<Problem> find_unclean(const JsonValue& value, const JsonPath& path) {
  if (is_unclean(value.key) || is_unclean(value.text)) {
    return Problem{path.text(), tr("a text begins or ends with a space, or holds characters that cannot be seen"),
                   tr("plain text on one line")};
  }
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    JsonPath below{&path, value.items[i].key, {}};
    if (value.kind == Kind::list) below.index = i;
    if (std::optional<Problem> problem = find_unclean(value.items[i], below)) return problem;
  }
  return std::nullopt;
}

constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

}  // namespace

Result<JsonValue> parse_own(std::string_view text) {
  Result<JsonValue> read = parse_json_document(text, kBounds);
  if (!read) return read;
  if (std::optional<Problem> problem = unclean_text(read.value())) return *std::move(problem);
  return read;
}

std::optional<Problem> unclean_text(const JsonValue& value) { return find_unclean(value, {}); }

std::string write_json(const JsonValue& value) {
  std::string out;
  write(out, value);
  return out;
}

JsonValue json_text(std::string text) {
  JsonValue value;
  value.kind = Kind::text;
  value.text = std::move(text);
  return value;
}

JsonValue json_list() {
  JsonValue value;
  value.kind = Kind::list;
  return value;
}

JsonValue json_object() {
  JsonValue value;
  value.kind = Kind::object;
  return value;
}

JsonValue& member_of(JsonValue& object, std::string_view key) {
  for (JsonValue& item : object.items) {
    if (item.key == key) return item;
  }
  object.items.emplace_back().key = key;
  return object.items.back();
}

void set_member(JsonValue& object, std::string_view key, JsonValue value) {
  value.key = key;
  member_of(object, key) = std::move(value);
}

void remove_member(JsonValue& object, std::string_view key) {
  std::erase_if(object.items, [&](const JsonValue& item) { return item.key == key; });
}

std::string text_in(const JsonValue& object, std::string_view key) {
  const JsonValue* found = object.member(key);
  return found ? found->text : std::string();
}

std::string link_text_of_own(std::string_view own) {
  std::string text;
  for (std::size_t i = 0; i < own.size(); i += 3) {
    unsigned bits = 0;
    const std::size_t bytes = std::min<std::size_t>(3, own.size() - i);
    for (std::size_t b = 0; b < 3; ++b) bits = bits << 8 | (b < bytes ? static_cast<unsigned char>(own[i + b]) : 0U);
    for (std::size_t d = 0; d <= bytes; ++d) text += kDigits[bits >> (18 - 6 * d) & 63];
  }
  return text;
}

std::optional<std::string> own_of_link_text(std::string_view text) {
  std::string own;
  unsigned bits = 0;
  int held = 0;
  for (const char c : text) {
    const std::size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    bits = (bits << 6 | static_cast<unsigned>(digit)) & 0xFFFFU;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    own += static_cast<char>(bits >> held & 0xFFU);
  }
  // What is left over is nothing, so that one text stands for one document.
  if (held >= 6 || (bits & ((1U << held) - 1)) != 0) return std::nullopt;
  return own;
}

}  // namespace tollmeter
