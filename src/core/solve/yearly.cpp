#include "core/solve/yearly.h"

#include <algorithm>
#include <utility>

#include "core/format.h"
#include "core/plan_choice.h"
#include "core/solve/plan_reasons.h"
#include "core/tariff.h"
#include "core/words.h"

namespace tollmeter {
namespace {

constexpr int kYear = 12;

Rational once_of(const std::vector<BillLine>& bill) {
  Rational once;
  for (const BillLine& line : bill) {
    if (line.in_sum && line.charge->model == ChargeModel::flat && line.charge->period == Period::once) once += line.exact;
  }
  return once;
}

/// So many months of the bill, of which what is due once is due once. Exact.
Money months_of(const PlatformEstimate& estimate, int months) {
  Money sum = exact_sum_of(estimate.bill, estimate.subtotal.currency);
  const Rational once = once_of(estimate.bill);
  sum.amount = (sum.amount - once) * months + once;
  return sum;
}

Money rounded(Money money) {
  money.amount = money.amount.round_half_up(currency_exponent(money.currency));
  return money;
}

/// What a year costs of a plan that nothing is asked of: what is paid ahead, if it is paid ahead.
Money year_unused(const PlatformMonth& month, const Plan& plan, Date date) {
  Usage nothing = month.usage();
  std::vector<UsageGroup> groups = nothing.groups;
  for (UsageGroup& group : groups) group.units.assign(group.units.size(), 0);
  nothing.set_groups(std::move(groups));
  PlatformMonth idle(std::move(nothing));
  return months_of(idle.on_plan(plan, date, Detail::verdict), kYear);
}

const LimitOutcome* same_limit(const PlatformEstimate& estimate, const LimitOutcome& wanted) {
  const auto found = std::find_if(estimate.limits.begin(), estimate.limits.end(),
                                  [&](const LimitOutcome& o) { return o.limit->id == wanted.limit->id; });
  return found == estimate.limits.end() ? nullptr : &*found;
}

std::string allowed_text(const LimitOutcome& outcome, const std::string& currency) {
  if (outcome.state == LimitState::unlimited) return tr("unlimited");
  return outcome.state == LimitState::unpublished ? tr("not published") : cap_text(outcome, currency);
}

std::vector<std::string> limits_that_differ(const PlatformEstimate& monthly, const PlatformEstimate& yearly) {
  std::vector<std::string> texts;
  const std::string& currency = yearly.subtotal.currency;
  const auto only = [&](const PlatformEstimate& lacks, const PlatformEstimate& has, bool paid_yearly) {
    for (const Metric* metric : lacks.not_offered) {
      if (std::find(has.not_offered.begin(), has.not_offered.end(), metric) != has.not_offered.end()) continue;
      const std::string name = lower_first(metric->name);
      texts.push_back(paid_yearly ? tr("{0}: only when paid yearly", {name}) : tr("{0}: only when paid monthly", {name}));
    }
  };
  only(monthly, yearly, true);
  only(yearly, monthly, false);
  for (const LimitOutcome& by_year : yearly.limits) {
    const std::string now = allowed_text(by_year, currency);
    const LimitOutcome* by_month = same_limit(monthly, by_year);
    const std::string then = by_month ? allowed_text(*by_month, currency) : tr("no limit");
    if (now != then) texts.push_back(tr("{0}: {1} instead of {2}", {counted_text(by_year), now, then}));
  }
  for (const LimitOutcome& by_month : monthly.limits) {
    if (same_limit(yearly, by_month)) continue;
    texts.push_back(tr("{0}: no limit instead of {1}", {counted_text(by_month), allowed_text(by_month, currency)}));
  }
  return texts;
}

void find_break_even(YearlyPair& pair, const PlatformEstimate& by_month, const Rational& ahead, const Rational& by_use) {
  for (int n = 1; n <= kYear; ++n) {
    const Rational yearly = ahead + by_use * n, monthly = months_of(by_month, n).amount;
    if (!yearly.ok() || !monthly.ok()) return;
    if (yearly < monthly) {
      pair.cheaper_from = n;
      return;
    }
    pair.even_before = yearly == monthly;
  }
}

const Plan* counterpart(const Platform& platform, const Plan& plan) {
  if (!plan.yearly_of.empty()) return platform.plan(plan.yearly_of);
  const auto found = std::find_if(platform.plans.begin(), platform.plans.end(),
                                  [&](const Plan& other) { return other.yearly_of == plan.id; });
  return found == platform.plans.end() ? nullptr : &*found;
}

}  // namespace

std::optional<YearlyPair> yearly_pair(PlatformMonth& month, const Plan& plan, Date date) {
  const Plan* other = counterpart(*month.usage().platform, plan);
  if (!other || !can_be_had(*other, *month.usage().use, date)) return std::nullopt;
  YearlyPair pair;
  pair.monthly = plan.yearly ? other : &plan;
  pair.yearly = plan.yearly ? &plan : other;
  const PlatformEstimate monthly = month.on_plan(*pair.monthly, date, Detail::verdict);
  const PlatformEstimate yearly = month.on_plan(*pair.yearly, date, Detail::verdict);
  pair.month_by_month = monthly.subtotal;
  pair.month_by_year = yearly.subtotal;
  const Money by_month = months_of(monthly, kYear), by_year = months_of(yearly, kYear);
  const Money ahead = year_unused(month, *pair.yearly, date);
  pair.year_by_month = rounded(by_month);
  pair.year_by_year = rounded(by_year);
  pair.ahead = rounded(ahead);
  pair.saved = pair.year_by_month;
  Money less = pair.year_by_year;
  less.amount = -less.amount;
  add_to(pair.saved, less);
  if (by_month.amount > 0) pair.saved_share = (by_month.amount - by_year.amount) / by_month.amount;
  const bool known = !by_month.at_least && !by_year.at_least;
  if (known) find_break_even(pair, monthly, ahead.amount, (by_year.amount - ahead.amount) / kYear);
  pair.limits = limits_that_differ(monthly, yearly);
  return pair;
}

}  // namespace tollmeter
