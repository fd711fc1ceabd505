#include "core/file_fields.h"

#include <optional>

namespace tollmeter {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr std::int64_t kDay = 86'400;
constexpr int kWrong = 1'000;

/// The two digits at `i`, or a number too large for any clock.
int two_digits(std::string_view text, std::size_t i) {
  if (i + 1 >= text.size()) return kWrong;
  const int high = text[i] - '0', low = text[i + 1] - '0';
  return high < 0 || high > 9 || low < 0 || low > 9 ? kWrong : high * 10 + low;
}

/// Of "T02:00:00.5Z", the nanoseconds since midnight.
std::optional<std::int64_t> time_of_day(std::string_view text) {
  constexpr std::size_t kLeast = 10;  // "T02:00:00Z"
  constexpr std::size_t kMost = kLeast + 10;
  if (text.size() < kLeast || text.size() > kMost || text[0] != 'T' || text[3] != ':' || text[6] != ':' || text.back() != 'Z') {
    return std::nullopt;
  }
  const int hours = two_digits(text, 1), minutes = two_digits(text, 4), seconds = two_digits(text, 7);
  if (hours > 23 || minutes > 59 || seconds > 59) return std::nullopt;
  std::int64_t fraction = 0;
  if (text.size() > kLeast) {
    std::string digits(text.substr(kLeast, text.size() - kLeast - 1));
    if (text[kLeast - 1] != '.' || digits.empty() || digits.find_first_not_of("0123456789") != std::string::npos) {
      return std::nullopt;
    }
    digits.resize(9, '0');
    for (const char digit : digits) fraction = fraction * 10 + (digit - '0');
  }
  return ((hours * 60 + minutes) * 60 + seconds) * kSecond + fraction;
}

}  // namespace

NumbersByName read_numbers(const JsonCursor& at, std::string_view key) {
  NumbersByName numbers;
  at.each_member(key, [&](const std::string& id, const JsonCursor& place) { numbers[id] = place.number_of_any_kind(); });
  return numbers;
}

int read_cycle_day(const JsonCursor& at, int otherwise) {
  if (!at.has("cycle_day")) return otherwise;
  const JsonCursor place = at.member("cycle_day");
  const Rational day = place.number_of_any_kind();
  if (!day.is_whole() || day < 1 || day > 31) place.fail("it is no day of a month", "1 to 31");
  return static_cast<int>(day.to_int64());
}

std::int64_t read_instant(const JsonCursor& at) {
  const std::string text = at.text();
  const std::optional<Date> day = Date::parse(std::string_view(text).substr(0, 10));
  const std::optional<std::int64_t> time =
      text.size() <= 10 ? std::optional<std::int64_t>(0) : time_of_day(std::string_view(text).substr(10));
  if (!day || !time) {
    at.refuse(text, "is not an instant", "a day or an instant in UTC such as \"2026-08-20T02:00:00Z\"");
    return 0;
  }
  return std::int64_t{day->days} * kDay * kSecond + *time;
}

}  // namespace tollmeter
