#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/json_value.h"
#include "core/result.h"

namespace tollmeter {

/// Reads own prices as JSON: bounded, and no text in it holds control characters or ones that turn the direction of writing.
Result<JsonValue> parse_own(std::string_view text);
/// The first text that holds such, as a Problem.
std::optional<Problem> unclean_text(const JsonValue& value);

/// Without any space that is not in a text.
std::string write_json(const JsonValue& value);

// What own prices are put together from.
JsonValue json_text(std::string text);
JsonValue json_list();
JsonValue json_object();
/// The member of that name, which is added where it is not there.
JsonValue& member_of(JsonValue& object, std::string_view key);
void set_member(JsonValue& object, std::string_view key, JsonValue value);
inline void set_text(JsonValue& object, std::string_view key, std::string text) {
  set_member(object, key, json_text(std::move(text)));
}
void remove_member(JsonValue& object, std::string_view key);
/// The text of that member, or nothing.
std::string text_in(const JsonValue& object, std::string_view key);

/// As a link carries it: letters, digits, '-' and '_' only (base64url, RFC 4648, without padding).
std::string link_text_of_own(std::string_view own);
std::optional<std::string> own_of_link_text(std::string_view text);

}  // namespace tollmeter
