#include "core/format.h"
#include "core/format_text.h"
#include "core/words.h"

namespace tollmeter {
namespace {

constexpr std::string_view kTooLarge = "too large";

// "1234567" to "1,234,567".
std::string grouped(std::string digits) {
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, 1, ',');
  }
  return digits;
}

Rational floor_to(const Rational& number, int places) {
  std::int64_t scale = 1;
  for (int i = 0; i < places; ++i) scale *= 10;
  return (number * scale).floor() / scale;
}

}  // namespace

std::string fixed_text(const Rational& number, int places) {
  const Rational rounded = number.round_half_up(places);
  if (!rounded.ok()) return std::string(kTooLarge);
  const bool negative = rounded < 0;
  const std::string text = (negative ? -rounded : rounded).text();
  const std::size_t point = text.find('.');
  std::string decimals = point == std::string::npos ? "" : text.substr(point + 1);
  decimals.resize(static_cast<std::size_t>(places), '0');
  return join({negative ? kMinus : "", grouped(text.substr(0, point)), places > 0 ? "." : "", decimals});
}

std::string trimmed_text(const Rational& number, int places) {
  std::string text = fixed_text(number, places);
  if (text.find('.') == std::string::npos) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string group_digits(const Rational& whole) { return trimmed_text(whole, 2); }

std::string number_text(const Rational& number) {
  constexpr int kMostPlaces = 9;
  const bool exact = !number.ok() || number.round_half_up(kMostPlaces) == number;
  return exact ? trimmed_text(number, kMostPlaces) : join({"about ", trimmed_text(number, 6)});
}

std::string short_number(const Rational& n) {
  struct Step {
    std::int64_t unit;
    std::string_view suffix;
  };
  constexpr Step kSteps[] = {{1'000, "k"}, {1'000'000, "M"}, {1'000'000'000, "B"}, {1'000'000'000'000, "T"}};
  if (!n.ok()) return std::string(kTooLarge);
  if (n < 0) return join({kMinus, short_number(-n)});
  if (n.round_half_up(2) < 1000) return group_digits(n);
  std::string text;
  for (const Step& step : kSteps) {
    // Three digits; what they round up to 1,000 is 1 of the next unit.
    const Rational scaled = n / step.unit;
    const int places = scaled < 10 ? 2 : scaled < 100 ? 1 : 0;
    text = join({trimmed_text(scaled, places), step.suffix});
    if (scaled.round_half_up(places) < 1000) break;
  }
  return text;
}

std::string percent_text(const Rational& share) {
  if (!share.ok()) return "over 999 %";
  const Rational percent = share * 100;
  if (percent > 0 && percent < 1) return "under 1 %";
  return join({fixed_text(percent, 0), " %"});
}

std::string multiple_text(const Rational& factor) {
  if (!factor.ok()) return "any multiple";
  const int places = factor < 2 ? 2 : factor < 10 ? 1 : 0;
  return join({fixed_text(floor_to(factor, places), places), " ×"});
}

}  // namespace tollmeter
