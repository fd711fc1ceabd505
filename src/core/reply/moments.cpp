#include "core/reply/moments.h"

#include <algorithm>
#include <string>

#include "core/calendar.h"
#include "core/reply/reply_table.h"

namespace tollmeter {
namespace {

// A number that is an instant and not a wait: 2001 in seconds is three hundred years of waiting, and the same in milliseconds.
constexpr std::int64_t kInstantFrom = 1'000'000'000;
constexpr std::int64_t kMillisecondsFrom = 100'000'000'000;
constexpr std::int64_t kLastInstant = 7'258'118'400;  // 2200
constexpr std::int64_t kLongestWait = 3660LL * 86400;
constexpr std::int64_t kDay = 86400;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// "6m0s", "1.5s", "17ms", "20 seconds", "1 day": each unit once or more, whatever the order.
std::optional<Rational> length_of(std::string_view text) {
  Rational sum;
  bool any = false;
  while (!(text = trimmed(text)).empty()) {
    const std::optional<Rational> number = leading_number(text, &text);
    text = trimmed(text);
    std::size_t letters = 0;
    while (letters < text.size() && is_letter(text[letters])) ++letters;
    if (!number || letters == 0) break;
    const char unit = small_letters(text.substr(0, 1))[0], next = letters > 1 ? text[1] : ' ';
    const bool milliseconds = unit == 'm' && (next == 's' || (letters > 2 && next == 'i' && text[2] == 'l'));
    Rational seconds;
    if (milliseconds) {
      seconds = Rational::fraction(1, 1000);
    } else if (unit == 's') {
      seconds = 1;
    } else if (unit == 'm' && (letters == 1 || next == 'i')) {
      seconds = 60;
    } else if (unit == 'h') {
      seconds = 3600;
    } else if (unit == 'd') {
      seconds = kDay;
    } else {
      break;
    }
    sum += *number * seconds;
    any = true;
    text.remove_prefix(letters);
  }
  return any && sum.ok() ? std::optional(sum) : std::nullopt;
}

// Of "jan" to "dec", 1 to 12; 0 for any other word.
int month_of(std::string_view word) {
  constexpr std::string_view kMonths = "janfebmaraprmayjunjulaugsepoctnovdec";
  if (word.size() < 3) return 0;
  const std::size_t at = kMonths.find(small_letters(word.substr(0, 3)));
  return at == std::string_view::npos || at % 3 != 0 ? 0 : static_cast<int>(at / 3) + 1;
}

int whole_of(std::string_view digits) {
  int value = 0;
  for (const char c : digits.substr(0, 6)) value = value * 10 + (c - '0');
  return value;
}

// "10:00:09" and what follows; -1 where it is none.
int clock_of(std::string_view text) {
  if (text.size() < 8 || text[2] != ':' || text[5] != ':') return -1;
  for (const std::size_t i : {0U, 1U, 3U, 4U, 6U, 7U}) {
    if (!is_digit(text[i])) return -1;
  }
  const int h = whole_of(text.substr(0, 2)), m = whole_of(text.substr(3, 2)), s = whole_of(text.substr(6, 2));
  return h < 24 && m < 60 && s <= 60 ? h * 3600 + m * 60 + s : -1;
}

std::optional<Moment> at(std::optional<Date> day, std::int64_t seconds) {
  if (!day || day->year() < 1970 || day->year() > 2199) return std::nullopt;
  return Moment{Rational(day->days * kDay + seconds), true};
}

// "2026-11-24T10:00:09.5Z", "2026-11-24 10:00:09+01:00"; without a zone UTC.
std::optional<Moment> iso_instant(std::string_view text) {
  const std::optional<Date> day = text.size() >= 19 ? Date::parse(text.substr(0, 10)) : std::nullopt;
  const int clock = day ? clock_of(text.substr(11)) : -1;
  if (clock < 0) return std::nullopt;
  std::string_view rest = text.substr(19);
  if (!rest.empty() && rest[0] == '.') {
    rest.remove_prefix(1);
    while (!rest.empty() && is_digit(rest[0])) rest.remove_prefix(1);
  }
  int offset = 0;
  if (rest.size() >= 6 && (rest[0] == '+' || rest[0] == '-') && rest[3] == ':') {
    for (const std::size_t i : {1U, 2U, 4U, 5U}) {
      if (!is_digit(rest[i])) return std::nullopt;
    }
    offset = (whole_of(rest.substr(1, 2)) * 60 + whole_of(rest.substr(4, 2))) * 60;
    if (rest[0] == '-') offset = -offset;
  }
  return at(day, clock - offset);
}

// RFC 9110, 5.6.7: "Tue, 24 Nov 2026 10:00:09 GMT", "Tuesday, 24-Nov-26 10:00:09 GMT", "Tue Nov 24 10:00:09 2026".
std::optional<Moment> http_date(std::string_view text) {
  int month = 0, day = 0, year = -1, clock = -1;
  if (text.size() > 60) return std::nullopt;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" ,-"), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty()) continue;
    const bool number = std::all_of(word.begin(), word.end(), is_digit);
    if (clock < 0 && clock_of(word) >= 0) {
      clock = clock_of(word);
    } else if (number && day == 0) {
      day = whole_of(word);
    } else if (number && year < 0) {
      year = whole_of(word) + (word.size() == 2 ? 2000 : 0);
    } else if (month == 0 && !number) {
      month = month_of(word);
    }
  }
  if (clock < 0 || month == 0 || year < 0) return std::nullopt;
  return at(Date::of(year, month, day), clock);
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

std::optional<Rational> leading_number(std::string_view text, std::string_view* rest) {
  const bool negative = !text.empty() && text[0] == '-';
  std::size_t at = negative ? 1 : 0;
  std::string digits;
  bool point = false;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    const auto digit_at = [&](std::size_t i) { return i < text.size() && is_digit(text[i]); };
    if (is_digit(c)) {
      digits += c;
    } else if (c == '.' && !point && !digits.empty() && digit_at(at + 1)) {
      point = true;
      digits += c;
    } else if (!(c == ',' && !point && !digits.empty() && digit_at(at + 1) && digit_at(at + 2) && digit_at(at + 3) && !digit_at(at + 4))) {
      break;
    }
  }
  if (digits.empty() || digits.size() > 18) return std::nullopt;
  if (rest) *rest = text.substr(at);
  const Rational number = Rational::parse(digits);
  if (!number.ok()) return std::nullopt;
  return negative ? Rational(0) : number;
}

std::optional<Moment> parse_moment(std::string_view text) {
  text = trimmed(text);
  std::string_view rest;
  if (const std::optional<Rational> number = leading_number(text, &rest); number && trimmed(rest).empty()) {
    const bool instant = *number >= kInstantFrom;
    const Rational seconds = *number >= kMillisecondsFrom ? *number / 1000 : *number;
    if (seconds > (instant ? kLastInstant : kLongestWait)) return std::nullopt;
    return Moment{seconds, instant};
  }
  if (const std::optional<Moment> instant = iso_instant(text)) return instant;
  if (const std::optional<Moment> instant = http_date(text)) return instant;
  if (const std::optional<Rational> length = length_of(text); length && *length <= kLongestWait) return Moment{*length, false};
  return std::nullopt;
}

}  // namespace tollmeter
