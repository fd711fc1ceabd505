#include <algorithm>

#include "core/format.h"
#include "core/tariff.h"
#include "core/words.h"

namespace tollmeter {
namespace {

/// The tightest of the plan's limits on a whole cycle of this metric for everybody together, spent alone or
/// with other metrics.
struct Allowance {
  const Limit* limit = nullptr;
  Rational units;
  bool shared = false;  ///< other metrics are asked that use it up as well
};

Allowance allowance_of(const Metric& metric, const Plan& plan, Date date, const Usage& usage) {
  Allowance tightest;
  for (const Limit& limit : plan.limits) {
    const bool for_all = limit.validity.holds(date) && limit.window.kind == Window::Kind::cycle && !limit.spend &&
                         limit.scope.per.empty() && limit.amount.kind == Amount::Kind::known;
    if (!for_all) continue;
    const bool counts_it = std::any_of(limit.weights.begin(), limit.weights.end(), [&](const Weight& w) {
      return w.metric == metric.id && w.units == Rational(1);
    });
    const Rational units = usage.value(limit.amount.value);
    if (!counts_it || (tightest.limit && !(units < tightest.units))) continue;
    tightest.limit = &limit;
    tightest.units = units;
    tightest.shared = std::any_of(limit.weights.begin(), limit.weights.end(), [&](const Weight& w) {
      auto other = metric_index(*usage.platform, w.metric);
      return w.metric != metric.id && other && !usage.asked[*other].is_zero();
    });
  }
  return tightest;
}

std::string included_step(const Metric& metric, const Plan& plan, Date date, const Usage& usage) {
  const Allowance allowance = allowance_of(metric, plan, date, usage);
  if (!allowance.limit) return tr("included in the plan");
  const std::string units = group_digits(allowance.units);
  return allowance.shared ? tr("{0} included, shared with other operations", {units}) : tr("{0} included", {units});
}

}  // namespace

std::vector<std::string> steps_before_price(const BillLine& line, const TariffLine& tariff_line, const Plan& plan,
                                            Date date, const Usage& usage) {
  std::vector<std::string> steps;
  for (std::size_t part : tariff_line.priced_apart) {
    const Rational units = usage.asked[part];
    if (units.is_zero()) continue;
    const Metric& metric = usage.platform->metrics[part];
    steps.push_back(tr("{0} of {1} stand in a line of their own: {2}",
                       {group_digits(units), group_digits(usage.asked[tariff_line.metric]), metric.name}));
  }
  if (line.served != line.asked) {
    steps.push_back(tr("{0} asked − {1} refused = {2} served",
                       {group_digits(line.asked), group_digits(line.asked - line.served), group_digits(line.served)}));
  }
  if (line.charge->model == ChargeModel::included) steps.push_back(included_step(*line.metric, plan, date, usage));
  return steps;
}

}  // namespace tollmeter
