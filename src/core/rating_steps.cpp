#include <algorithm>

#include "core/format.h"
#include "core/tariff.h"

namespace tollmeter {
namespace {

std::string rounding_note(Rational exact, Rational rounded, std::string_view currency) {
  if (exact == rounded) return {};
  return ", rounded to " + price_text(rounded, currency);
}

void flat_steps(std::vector<std::string>& steps, const BillLine& line, const TariffLine& tariff_line) {
  const std::string& currency = line.amount.currency;
  const std::string price = price_text(tariff_line.price, currency);
  switch (line.charge->period) {
    case Period::month:
      steps.push_back(price + " a month");
      return;
    case Period::year:
      steps.push_back(price + " a year ÷ 12 months = " + price_text(line.amount.amount, currency));
      return;
    case Period::once:
      steps.push_back(price + " once, not part of a month's cost");
      return;
  }
}

/// The most that the plan's own limit lets through in a cycle, if one counts this metric alone.
const Limit* allowance_of(const Metric& metric, const Plan& plan, Date date) {
  auto found = std::find_if(plan.limits.begin(), plan.limits.end(), [&](const Limit& limit) {
    return limit.validity.holds(date) && limit.window.kind == Window::Kind::cycle && !limit.spend &&
           limit.scope.per.empty() && limit.weights.size() == 1 &&
           limit.weights[0].metric == metric.id && limit.weights[0].units == Rational(1) &&
           limit.amount.kind == Amount::Kind::known;
  });
  return found == plan.limits.end() ? nullptr : &*found;
}

}  // namespace

std::vector<std::string> steps_of(const BillLine& line, const TariffLine& tariff_line, const Plan& plan,
                                  Date date, const Usage& usage) {
  std::vector<std::string> steps;
  const std::string& currency = line.amount.currency;
  if (tariff_line.flat()) {
    if (line.unknown) {
      steps.push_back("price not published");
    } else {
      flat_steps(steps, line, tariff_line);
    }
    return steps;
  }
  for (std::size_t part : tariff_line.priced_apart) {
    const Rational units = usage.asked[part];
    if (units.is_zero()) continue;
    const Metric& metric = usage.platform->metrics[part];
    steps.push_back(group_digits(units) + " of " + group_digits(usage.asked[tariff_line.metric]) +
                    " stand in a line of their own: " + metric.name);
  }
  if (line.served != line.asked) {
    steps.push_back(group_digits(line.asked) + " asked − " + group_digits(line.asked - line.served) +
                    " refused = " + group_digits(line.served) + " served");
  }
  if (line.charge->model == ChargeModel::included) {
    const Limit* limit = allowance_of(*line.metric, plan, date);
    steps.push_back(limit ? group_digits(usage.value(limit->amount.value)) + " included"
                          : std::string("included in the plan"));
  } else if (line.unknown) {
    steps.push_back("price not published");
  } else {
    const Rational exact = line.served * tariff_line.unit_price();
    std::string step = group_digits(line.served);
    if (line.charge->per != Rational(1)) step += " ÷ " + group_digits(line.charge->per);
    step += " × " + price_text(tariff_line.price, currency) + " = " +
            price_text(exact, currency) + rounding_note(exact, line.amount.amount, currency);
    steps.push_back(std::move(step));
  }
  return steps;
}

}  // namespace tollmeter
