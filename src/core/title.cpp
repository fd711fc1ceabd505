#include "core/title.h"

#include <cstddef>

#include "core/language.h"
#include "core/scenario.h"
#include "core/utf8.h"

namespace tollmeter {
namespace {

bool is_control(std::string_view character) {
  const auto lead = static_cast<unsigned char>(character[0]);
  const bool c1 = lead == 0xC2 && static_cast<unsigned char>(character[1]) < 0xA0;
  return lead < 0x20 || lead == 0x7F || c1;
}

}  // namespace

bool is_direction_mark(std::string_view character) {
  if (character == "\u061C") return true;
  if (character.size() != 3 || character[0] != '\xE2') return false;
  const auto tail = static_cast<unsigned char>(character[2]);
  if (character[1] == '\x80') return tail == 0x8E || tail == 0x8F || (tail >= 0xA8 && tail <= 0xAE);
  return character[1] == '\x81' && tail >= 0xA6 && tail <= 0xA9;
}

std::string title_words(std::string_view title) {
  // The mark tells two meanings of a key apart, so a title that holds it is no key.
  if (title.find("@@") != std::string_view::npos) return std::string(title);
  return tr(join({title, "@@title"}));
}

std::string clean_title(std::string_view text) { return clean_text(text, kMostTitleBytes); }

std::string clean_text(std::string_view text, std::size_t most) {
  std::string clean;
  while (!text.empty()) {
    const std::size_t length = utf8_length(text);
    const std::string_view character = text.substr(0, length == 0 ? 1 : length);
    text.remove_prefix(character.size());
    if (length == 0 || is_control(character) || is_direction_mark(character) || (clean.empty() && character == " ")) continue;
    if (clean.size() + length > most) break;
    clean += character;
  }
  while (!clean.empty() && clean.back() == ' ') clean.pop_back();
  return clean;
}

}  // namespace tollmeter
