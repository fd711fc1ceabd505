#include <algorithm>
#include <array>

#include "core/format.h"
#include "core/format_text.h"
#include "core/language.h"
#include "core/words.h"

namespace tollmeter {
namespace {

struct Symbol {
  std::string_view currency;
  std::string_view symbol;
};

constexpr std::array kSymbols = {
    Symbol{"USD", "$"}, Symbol{"EUR", "€"}, Symbol{"GBP", "£"}, Symbol{"INR", "₹"}, Symbol{"JPY", "¥"},
};

// ISO 4217: the currencies whose exponent is not 2.
constexpr std::array<std::string_view, 16> kWholeCurrencies = {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW",
                                                               "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"};
constexpr std::array<std::string_view, 7> kThousandthCurrencies = {"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"};

template <class Range>
bool holds(const Range& range, std::string_view currency) {
  return std::find(range.begin(), range.end(), currency) != range.end();
}

// Puts the currency before a figure, the minus before both: "−$5.00", "KWD 1.000".
std::string with_currency(std::string_view figure, std::string_view currency) {
  const bool negative = figure.starts_with(kMinus);
  if (negative) figure.remove_prefix(kMinus.size());
  const auto known =
      std::find_if(kSymbols.begin(), kSymbols.end(), [&](const Symbol& s) { return s.currency == currency; });
  const bool has_symbol = known != kSymbols.end();
  if (spoken()) return join({negative ? kMinus : "", tr(spoken()->money, {has_symbol ? known->symbol : currency, figure})});
  return join({negative ? kMinus : "", has_symbol ? known->symbol : currency, has_symbol ? "" : " ", figure});
}

constexpr int kMostDecimals = 18;

}  // namespace

int currency_exponent(std::string_view currency) {
  if (holds(kWholeCurrencies, currency)) return 0;
  return holds(kThousandthCurrencies, currency) ? 3 : 2;
}

std::string money_text(const Money& money) {
  const int places = money.approximate ? 0 : currency_exponent(money.currency);
  // Little is not nothing.
  if (money.amount.ok() && !money.amount.is_zero() && money.amount.round_half_up(places).is_zero()) {
    Rational unit = 1;
    for (int i = 0; i < places; ++i) unit = unit / 10;
    const bool negative = money.amount < 0;
    const Rational shown = money.at_least ? Rational(0) : negative ? Rational(0) - unit : unit;
    const std::string figure = with_currency(fixed_text(shown, places), money.currency);
    if (money.at_least) return tr("more than {0}", {figure});
    return negative ? tr("less than 0, above {0}", {figure}) : tr("under {0}", {figure});
  }
  std::string text = with_currency(fixed_text(money.amount, places), money.currency);
  if (money.approximate) text = tr("about {0}", {text});
  return money.at_least ? tr("at least {0}", {text}) : text;
}

std::string line_amount_text(const BillLine& line) {
  if (line.unknown && line.exact.is_zero()) return tr("not published");
  const bool is_private = line.charge != nullptr && !line.charge->in.empty();
  if (is_private) return join({number_text(line.exact), " ", line.charge->in});
  Money shown = line.amount;
  if (shown.amount.is_zero()) shown.amount = line.exact;
  return money_text(shown);
}

std::string price_text(const Rational& price, std::string_view currency) {
  const int least = currency_exponent(currency);
  for (int places = least; places <= kMostDecimals; ++places) {
    if (price.round_half_up(places) == price) {
      return with_currency(fixed_text(price, places), currency);
    }
  }
  return tr("about {0}", {with_currency(trimmed_text(price, 6), currency)});
}

}  // namespace tollmeter
