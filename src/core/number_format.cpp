#include "core/format.h"
#include "core/format_text.h"
#include "core/language.h"
#include "core/words.h"

namespace tollmeter {
namespace {

std::string_view decimal_mark() { return spoken() ? std::string_view(spoken()->decimal) : "."; }
std::string_view group_mark() { return spoken() ? std::string_view(spoken()->group) : ","; }

// "1234567" to "1,234,567".
std::string grouped(std::string digits) {
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, group_mark());
  }
  return digits;
}

// The number in plain digits, with exactly so many decimals.
std::string localized(std::string_view whole, std::string_view decimals, bool negative) {
  return join({negative ? kMinus : "", grouped(std::string(whole)), decimals.empty() ? "" : decimal_mark(), decimals});
}

struct Digits {
  std::string whole, decimals;
  bool negative = false;
};

Digits digits_of(const Rational& rounded, int places) {
  Digits digits;
  digits.negative = rounded < 0;
  const std::string text = (digits.negative ? -rounded : rounded).text();
  const std::size_t point = text.find('.');
  digits.whole = text.substr(0, point);
  digits.decimals = point == std::string::npos ? "" : text.substr(point + 1);
  digits.decimals.resize(static_cast<std::size_t>(places), '0');
  return digits;
}

std::string too_large() { return tr("too large"); }

Rational floor_to(const Rational& number, int places) {
  std::int64_t scale = 1;
  for (int i = 0; i < places; ++i) scale *= 10;
  return (number * scale).floor() / scale;
}

}  // namespace

std::string fixed_text(const Rational& number, int places) {
  const Rational rounded = number.round_half_up(places);
  if (!rounded.ok()) return too_large();
  const Digits digits = digits_of(rounded, places);
  return localized(digits.whole, digits.decimals, digits.negative);
}

std::string trimmed_text(const Rational& number, int places) {
  const Rational rounded = number.round_half_up(places);
  if (!rounded.ok()) return too_large();
  Digits digits = digits_of(rounded, places);
  digits.decimals.erase(digits.decimals.find_last_not_of('0') + 1);
  return localized(digits.whole, digits.decimals, digits.negative);
}

std::string group_digits(const Rational& whole) { return trimmed_text(whole, 2); }

std::string number_text(const Rational& number) {
  constexpr int kMostPlaces = 9;
  const bool exact = !number.ok() || number.round_half_up(kMostPlaces) == number;
  return exact ? trimmed_text(number, kMostPlaces) : tr("about {0}", {trimmed_text(number, 6)});
}

std::string short_number(const Rational& n) {
  struct Step {
    std::int64_t unit;
    std::string_view suffix;
  };
  constexpr Step kSteps[] = {
      {1'000, marked("k@@thousand")}, {1'000'000, marked("M@@million")}, {1'000'000'000, marked("B@@billion")}, {1'000'000'000'000, marked("T@@trillion")}};
  if (!n.ok()) return too_large();
  if (n < 0) return join({kMinus, short_number(-n)});
  if (n.round_half_up(2) < 1000) return group_digits(n);
  std::string text;
  for (const Step& step : kSteps) {
    // Three digits; what they round up to 1,000 is 1 of the next unit.
    const Rational scaled = n / step.unit;
    const int places = scaled < 10 ? 2 : scaled < 100 ? 1 : 0;
    text = join({trimmed_text(scaled, places), tr(step.suffix)});
    if (scaled.round_half_up(places) < 1000) break;
  }
  return text;
}

std::string percent_text(const Rational& share) {
  if (!share.ok()) return tr("over 999 %");
  const Rational percent = share * 100;
  if (percent > 0 && percent < 1) return tr("under 1 %");
  return tr("{0} %", {fixed_text(percent, 0)});
}

std::string multiple_text(const Rational& factor) {
  if (!factor.ok()) return tr("any multiple");
  const int places = factor < 2 ? 2 : factor < 10 ? 1 : 0;
  return join({fixed_text(floor_to(factor, places), places), " ×"});
}

}  // namespace tollmeter
