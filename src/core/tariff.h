#pragma once

#include <vector>

#include "core/estimate.h"
#include "core/usage.h"

namespace tollmeter {

/// A charge in force, and the parts that are billed by charges of their own.
struct TariffLine {
  const Charge* charge = nullptr;
  std::size_t metric = 0;                 ///< meaningless unless metered
  std::vector<std::size_t> priced_apart;  ///< parts of the metric to take out before this price applies

  bool metered() const { return !charge->metric.empty(); }
  /// Of all units (by metric index) those that this line bills; never below zero.
  Rational billed(const std::vector<Rational>& units) const;
};

/// What a plan charges and offers on a date.
struct Tariff {
  std::vector<TariffLine> lines;  ///< in the plan's order
  std::vector<char> offered;      ///< by metric index
};

Tariff tariff_on(const Plan& plan, Date date, const Usage& usage);

/// The bill for the served units. `served_share` goes by metric index. The arithmetic in words is only
/// written out with `with_steps`: it costs more than the numbers.
std::vector<BillLine> rate(const Tariff& tariff, const Plan& plan, Date date, const Usage& usage,
                           const std::vector<Rational>& served_share, bool with_steps);

/// The sum of the lines' exact amounts, not rounded, with the marks of any of them.
Money exact_sum_of(const std::vector<BillLine>& bill, std::string_view currency);
/// The same rounded once.
Money sum_of(const std::vector<BillLine>& bill, std::string_view currency);
/// Adds the amount and the marks of `more`, which is in the same currency.
void add_to(Money& sum, const Money& more);

/// How a metered line comes to what it bills, for people, a step a row; what follows is the price's own arithmetic.
std::vector<std::string> steps_before_price(const BillLine& line, const TariffLine& tariff_line, const Plan& plan,
                                            Date date, const Usage& usage);

}  // namespace tollmeter
