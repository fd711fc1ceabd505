#include "core/json_cursor.h"
#include "core/json_document.h"
#include "core/language.h"

namespace tollmeter {
namespace {

constexpr JsonBounds kBounds{4u << 20, 3, 16};
constexpr std::string_view kRules = "none, one, up_to_one, east_slavic, polish, czech";

// [English, text, English, text, …]
void read_texts(const JsonCursor& at, Language& language) {
  std::optional<std::string> key;
  at.each("texts", [&](const JsonCursor& place) {
    std::string text = place.text(16'384);
    if (key) {
      language.texts.insert_or_assign(std::move(*key), std::move(text));
      key.reset();
    } else {
      key = std::move(text);
    }
  });
  if (key) at.member("texts").fail("its last text has no translation", "pairs");
}

}  // namespace

Result<Language> read_language(std::string_view json) {
  const Result<JsonValue> document = parse_json_document(json, kBounds);
  if (!document) return document.problem();
  std::optional<Problem> problem;
  const JsonCursor at(document.value(), problem);
  Language language;
  at.read({{"language", language.id}, {"name", language.name}, {"decimal", language.decimal}, {"group", language.group},
           {"money", language.money}, "plural", "texts"});
  language.plural = static_cast<PluralRule>(at.word("plural", kRules));
  read_texts(at, language);
  if (problem) return *problem;
  return language;
}

}  // namespace tollmeter
