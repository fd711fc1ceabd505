#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/pricing/use.h"

namespace tollmeter {

/// What a quantity costs by one model.
struct Priced {
  Rational money;        ///< exact; in the row's private unit where it has one
  bool unknown = false;  ///< a price that is needed is not published: `money` is the rest
  bool approximate = false;
  std::vector<std::string> steps;  ///< the arithmetic in words, when asked for
};

/// How amounts are written in the steps: money of a currency, or a private unit.
struct PriceWords {
  bool wanted = false;
  std::string_view currency;
  std::string_view unit;  ///< "credits"; empty: money
  bool about = false;     ///< sums are never shown with cents, see money_text()
  std::string price(const Rational& amount) const;
  std::string sum(const Rational& amount) const;
};

/// `per_unit`, `package`, `graduated`, `volume`, and `percentage` of money (whose tiers are graduated).
Priced price_units(ChargeModel model, const Rate& rate, const Rational& units, const PriceWords& words);

/// The lowest step that holds everything asked; unknown where none does.
Priced price_capacity(const Charge& charge, FunctionRef<Rational(std::string_view)> asked, const PriceWords& words);

}  // namespace tollmeter
