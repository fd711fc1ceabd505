#include "core/exchange_rate.h"

#include <algorithm>

#include "core/language.h"
#include "core/title.h"

namespace tollmeter {
namespace {

constexpr std::int64_t kMostRate = 1'000'000'000;
constexpr int kMostDecimals = 12;
constexpr std::size_t kMostCharacters = 24;

}  // namespace

const ExchangeRate* Conversion::rate_of(std::string_view currency) const {
  for (const ExchangeRate& rate : rates) {
    if (rate.currency == currency) return &rate;
  }
  return nullptr;
}

void Conversion::set(ExchangeRate rate) {
  std::size_t at = 0;
  while (at < rates.size() && rates[at].currency < rate.currency) ++at;
  if (at == rates.size() || rates[at].currency != rate.currency) {
    rates.emplace_back();
    for (std::size_t i = rates.size() - 1; i > at; --i) rates[i] = rates[i - 1];
  }
  rates[at] = std::move(rate);
}

void Conversion::remove(std::string_view currency) {
  for (std::size_t i = 0; i < rates.size(); ++i) {
    if (rates[i].currency == currency) {
      rates.erase(rates.begin() + static_cast<std::ptrdiff_t>(i));
      return;
    }
  }
}

bool is_currency_code(std::string_view text) {
  if (text == "XXX" || text == "XTS") return false;
  return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

Result<Rational> parse_rate(std::string_view text) {
  const Rational value = text.size() > kMostCharacters ? Rational::overflow() : Rational::parse(text);
  // An overflow is neither above nor below anything.
  if (value > 0 && value <= kMostRate && value.round_half_up(kMostDecimals) == value) return value;
  return Problem{{},
                 tr("'{0}' is not a rate", {clean_title(text.substr(0, kMostCharacters))}),
                 tr("a number above 0 and at most 10^9, with a point before its decimals, such as 1.0845")};
}

}  // namespace tollmeter
