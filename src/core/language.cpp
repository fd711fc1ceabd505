#include "core/language.h"

#include <algorithm>

#include "core/rate_units.h"

namespace tollmeter {
namespace {

const Language* the_language = nullptr;

const std::string* translated(std::string_view key) {
  if (the_language == nullptr) return nullptr;
  const auto found = the_language->texts.find(key);
  return found == the_language->texts.end() ? nullptr : &found->second;
}

std::string_view without_context(std::string_view english) { return english.substr(0, english.find("@@")); }

std::string filled(std::string_view text, std::initializer_list<Piece> values) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_place = text[at] == '{' && at + 2 < text.size() && text[at + 2] == '}' && text[at + 1] >= '0' && text[at + 1] <= '9';
    const auto place = is_place ? static_cast<std::size_t>(text[at + 1] - '0') : values.size();
    if (place >= values.size()) {
      out += text[at];
      continue;
    }
    (values.begin() + place)->append_to(out);
    at += 2;
  }
  return out;
}

// As in CLDR; nothing said here is a fraction.
std::size_t plural_form(PluralRule rule, std::int64_t n) {
  const std::int64_t tens = n % 100, ones = n % 10;
  const bool few = ones >= 2 && ones <= 4 && (tens < 12 || tens > 14);
  switch (rule) {
    case PluralRule::none: return 0;
    case PluralRule::one: return n == 1 ? 0 : 1;
    case PluralRule::up_to_one: return n == 0 || n == 1 ? 0 : 1;
    case PluralRule::east_slavic: return ones == 1 && tens != 11 ? 0 : few ? 1 : 2;
    case PluralRule::polish: return n == 1 ? 0 : few ? 1 : 2;
    case PluralRule::czech: return n == 1 ? 0 : n >= 2 && n <= 4 ? 1 : 2;
  }
  return 0;
}

std::string_view form_of(std::string_view forms, std::size_t which) {
  for (; which > 0; --which) {
    const std::size_t end = forms.find('|');
    if (end == std::string_view::npos) break;
    forms.remove_prefix(end + 1);
  }
  return forms.substr(0, forms.find('|'));
}

std::string local_unit(std::string_view plain) {
  for (int which = 0; which < kRateUnitForms; ++which) {
    if (plain == word_at(kRateUnits, which)) return std::string(word_at(tr(kRateUnits), which));
  }
  return std::string(plain);
}

}  // namespace

void speak(const Language* language) { the_language = language; }

const Language* spoken() { return the_language; }

std::string tr(std::string_view english) {
  if (const std::string* text = translated(english)) return *text;
  return std::string(without_context(english));
}

std::string tr(std::string_view english, std::initializer_list<Piece> values) {
  if (const std::string* text = translated(english)) return filled(*text, values);
  return filled(without_context(english), values);
}

std::string tr_count(std::int64_t n, std::string_view one, std::string_view many, std::initializer_list<Piece> values) {
  if (the_language != nullptr) {
    if (const std::string* forms = translated(join({one, "|", many}))) {
      return filled(form_of(*forms, plural_form(the_language->plural, n)), values);
    }
  }
  return filled(n == 1 ? one : without_context(many), values);
}

std::string local_number(std::string_view plain) {
  std::string text(plain);
  const std::size_t at = text.find('.');
  if (the_language == nullptr || at == std::string::npos || text.find('.', at + 1) != std::string::npos) return text;
  if (text.find(the_language->decimal) != std::string::npos) return text;
  return text.replace(at, 1, the_language->decimal);
}

std::string local_typed(std::string_view plain) {
  if (the_language == nullptr) return std::string(plain);
  const auto is_digit = [&](std::size_t at) { return at < plain.size() && plain[at] >= '0' && plain[at] <= '9'; };
  const bool one_point = std::count(plain.begin(), plain.end(), '.') == 1;
  std::string text;
  for (std::size_t at = 0; at < plain.size(); ++at) {
    const bool groups = plain[at] == ',' && is_digit(at + 1) && is_digit(at + 2) && is_digit(at + 3) && !is_digit(at + 4);
    if (plain[at] == '.' && one_point) {
      text += the_language->decimal;
    } else if (groups) {
      text += the_language->group;
    } else if (plain[at] == '/') {
      return join({text, "/", local_unit(plain.substr(at + 1))});
    } else {
      text += plain[at];
    }
  }
  return text;
}

const std::string& Text::shown() const {
  const std::string* text = translated(english_);
  return text ? *text : english_;
}

}  // namespace tollmeter
