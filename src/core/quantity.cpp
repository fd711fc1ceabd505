#include "core/quantity.h"

#include <algorithm>
#include <array>

#include "core/language.h"
#include "core/most_quantity.h"

namespace tollmeter {
namespace {

constexpr std::size_t kMostNumberCharacters = 24;
constexpr std::size_t kMostUnitCharacters = 16;
constexpr const char* kNumberExpected = marked("a number such as 6000, 6,000, 6k or 1.5M");

struct UnitWord {
  std::string_view word;
  Per per;
};

constexpr std::array kUnitWords = {
    UnitWord{"s", Per::second},       UnitWord{"sec", Per::second},   UnitWord{"second", Per::second},
    UnitWord{"seconds", Per::second}, UnitWord{"min", Per::minute},   UnitWord{"minute", Per::minute},
    UnitWord{"minutes", Per::minute}, UnitWord{"h", Per::hour},       UnitWord{"hr", Per::hour},
    UnitWord{"hour", Per::hour},      UnitWord{"hours", Per::hour},   UnitWord{"d", Per::day},
    UnitWord{"day", Per::day},        UnitWord{"days", Per::day},     UnitWord{"mo", Per::month},
    UnitWord{"month", Per::month},    UnitWord{"months", Per::month},
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// People paste numbers with the spaces of their language: no-break, narrow no-break and thin.
std::string plain_spaces(std::string_view text) {
  constexpr std::array<std::string_view, 3> kSpaces = {"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"};
  std::string plain;
  while (!text.empty()) {
    const auto space =
        std::find_if(kSpaces.begin(), kSpaces.end(), [&](std::string_view s) { return text.starts_with(s); });
    plain.push_back(space == kSpaces.end() ? text.front() : ' ');
    text.remove_prefix(space == kSpaces.end() ? 1 : space->size());
  }
  return plain;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::string quoted(std::string_view text) {
  constexpr std::size_t kShown = 40;
  if (text.size() <= kShown) return tr("'{0}'", {text});
  // Cut between characters, not inside one.
  std::size_t end = kShown;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return tr("'{0}'", {join({text.substr(0, end), "..."})});
}

Problem refusal(std::string_view said, std::string_view what, std::string_view expected) {
  return {{}, join({quoted(said), " ", what}), std::string(expected)};
}

// Takes out separators where they stand before exactly three digits: "6,000", "1 500 000". One kind
// in a number; "1,5" stays as it is and is then refused, since half the world means 1.5 by it.
std::string ungrouped(std::string_view text) {
  const std::size_t first = text.find_first_of(", ");
  if (first == std::string_view::npos || first == 0 || first > 3) return std::string(text);
  std::string digits(text.substr(0, first));
  if (!std::all_of(digits.begin(), digits.end(), is_digit)) return std::string(text);
  std::size_t at = first;
  while (at < text.size() && text[at] == text[first]) {
    const std::string_view group = text.substr(at + 1, 3);
    const bool three = group.size() == 3 && std::all_of(group.begin(), group.end(), is_digit);
    const bool longer = at + 4 < text.size() && is_digit(text[at + 4]);
    if (!three || longer) break;
    digits += group;
    at += 4;
  }
  return join({digits, text.substr(at)});
}

std::int64_t suffix_factor(char c) {
  switch (lower(c)) {
    case 'k':
      return 1'000;
    case 'm':
      return 1'000'000;
    case 'b':
      return 1'000'000'000;
    default:
      return 0;
  }
}

// What stands after an 'e'; nothing sensible is larger than 10^15.
Rational power_of_ten(std::string_view digits) {
  if (digits.empty() || digits.size() > 2 || !std::all_of(digits.begin(), digits.end(), is_digit)) {
    return Rational::overflow();
  }
  int exponent = 0;
  for (const char c : digits) exponent = exponent * 10 + (c - '0');
  if (exponent > 15) return Rational::overflow();
  std::int64_t power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

// Digits, separators and a power of ten: a number, whatever its size.
bool looks_like_number(std::string_view text) {
  const std::size_t e = text.find_first_of("eE");
  if (e != std::string_view::npos && !all_digits(text.substr(e + 1))) return false;
  text = text.substr(0, e);
  if (!text.empty() && suffix_factor(text.back()) != 0) text.remove_suffix(1);
  return !text.empty() && is_digit(text.front()) && text.find_first_not_of("0123456789, .") == std::string_view::npos &&
         std::count(text.begin(), text.end(), '.') <= 1;
}

// "1,5" and "1.234,56k": the comma stands where a point belongs.
bool has_decimal_comma(std::string_view text) {
  if (!text.empty() && suffix_factor(text.back()) != 0) text.remove_suffix(1);
  text = trimmed(text);
  const std::size_t comma = text.find(',');
  if (comma == std::string_view::npos || !all_digits(text.substr(comma + 1))) return false;
  const std::string_view before = text.substr(0, comma);
  return !before.empty() && is_digit(before.front()) && before.find_first_not_of("0123456789. ") == std::string_view::npos;
}

Result<Rational> number_of(std::string_view whole_text, std::string_view text, std::string_view expected) {
  const Problem not_a_number = refusal(whole_text, tr("is not a number"), expected);
  const Problem too_large = refusal(whole_text, tr("is too large"), tr("at most 10^15 (1,000,000,000,000,000)"));
  text = trimmed(text);
  if (text.empty()) return Problem{{}, tr("no number is given"), std::string(expected)};
  if (has_decimal_comma(text) && ungrouped(text).find(',') != std::string::npos) {
    return refusal(whole_text, tr("has a comma before its decimals"), tr("a point there, such as 1.5"));
  }
  const bool is_number = looks_like_number(text);
  if (text.size() > kMostNumberCharacters) {
    // Digits of a fraction may be too many of a small number.
    return is_number && text.find('.') == std::string_view::npos ? too_large : not_a_number;
  }
  std::string plain = ungrouped(text);
  Rational factor = 1;
  if (const std::int64_t suffix = suffix_factor(plain.back()); suffix != 0) {
    factor = suffix;
    plain.pop_back();
    while (!plain.empty() && plain.back() == ' ') plain.pop_back();
  } else if (const std::size_t e = plain.find_first_of("eE"); e != std::string::npos) {
    factor = power_of_ten(std::string_view(plain).substr(e + 1));
    plain.resize(e);
  }
  const Rational value = Rational::parse(plain) * factor;
  if (!value.ok()) return is_number && text.find_first_of("eE") != std::string_view::npos ? too_large : not_a_number;
  if (value < 0) return refusal(whole_text, tr("is below zero"), tr("zero or more"));
  if (value > kMostQuantity) return too_large;
  return value;
}

// The unit's word and where the number before it ends: "200/day", "10 per minute", "3 a day".
struct Split {
  std::string_view number;
  std::string_view unit;
};

Split split_unit(std::string_view text) {
  if (const std::size_t slash = text.find('/'); slash != std::string_view::npos) {
    return {trimmed(text.substr(0, slash)), trimmed(text.substr(slash + 1))};
  }
  for (const std::string_view joint : {" per ", " a ", " an "}) {
    if (const std::size_t at = text.find(joint); at != std::string_view::npos) {
      return {trimmed(text.substr(0, at)), trimmed(text.substr(at + joint.size()))};
    }
  }
  return {text, {}};
}

}  // namespace

Rational Quantity::in(const Cycle& cycle) const {
  const Rational days = cycle.days();
  switch (per) {
    case Per::second:
      return value * days * 86400;
    case Per::minute:
      return value * days * 1440;
    case Per::hour:
      return value * days * 24;
    case Per::day:
      return value * days;
    case Per::month:
      break;
  }
  return value;
}

Result<Quantity> parse_quantity(std::string_view text, Per unless_said) {
  const std::string plain = plain_spaces(text);
  const std::string_view typed = trimmed(plain);
  const Split split = split_unit(typed);
  Quantity quantity{0, unless_said, std::string(typed)};
  if (split.number.size() < typed.size()) {
    std::string word(split.unit.substr(0, kMostUnitCharacters));
    std::transform(word.begin(), word.end(), word.begin(), lower);
    const auto unit =
        std::find_if(kUnitWords.begin(), kUnitWords.end(), [&](const UnitWord& u) { return u.word == word; });
    if (unit == kUnitWords.end()) {
      return refusal(split.unit, tr("is not a unit of time"), tr("second, minute, hour, day or month, as in 200/day"));
    }
    quantity.per = unit->per;
  }
  Result<Rational> number =
      number_of(typed, split.number, tr("a number such as 6000, 6k or 1.5M, or a rate such as 200/day"));
  if (!number) return number.problem();
  quantity.value = number.value();
  return quantity;
}

Result<Rational> parse_share(std::string_view text) {
  const std::string plain = plain_spaces(text);
  std::string_view number = trimmed(plain);
  const bool percent = number.ends_with('%');
  if (percent) number.remove_suffix(1);
  const std::string expected = tr("a share from 0 % to 100 %, such as 40 % or 0.4");
  Result<Rational> value = number_of(trimmed(plain), number, expected);
  if (!value) return value;
  const Rational share = percent ? value.value() / 100 : value.value();
  if (share > 1) {
    return refusal(trimmed(plain), tr("is more than the whole"), expected);
  }
  return share;
}

Result<Rational> parse_number(std::string_view text) { return parse_number(text, tr(kNumberExpected)); }

Result<Rational> parse_number(std::string_view text, std::string_view expected) {
  const std::string plain = plain_spaces(text);
  return number_of(trimmed(plain), plain, expected);
}

std::string quantity_text(const Rational& value, Per per) {
  std::string text = value.text();
  if (text.find('/') != std::string::npos) text = value.round_half_up(6).text();
  return per == Per::month ? text : join({text, "/", per_word(per)});
}

std::string_view per_word(Per per) {
  switch (per) {
    case Per::second:
      return marked("second");
    case Per::minute:
      return marked("minute");
    case Per::hour:
      return marked("hour");
    case Per::day:
      return marked("day");
    case Per::month:
      break;
  }
  return marked("month");
}

std::string per_text(std::string_view amount, Per per) {
  switch (per) {
    case Per::second: return tr("{0} a second", {amount});
    case Per::minute: return tr("{0} a minute", {amount});
    case Per::hour: return tr("{0} an hour", {amount});
    case Per::day: return tr("{0} a day", {amount});
    case Per::month: break;
  }
  return tr("{0} a month", {amount});
}

}  // namespace tollmeter
