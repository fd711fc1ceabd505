#include "core/solve/curve.h"

#include <algorithm>

#include "core/known_prices.h"
#include "core/solve/dial_month.h"
#include "core/solve/envelope.h"

namespace tollmeter {
namespace {

/// Products of their own that nobody asked for, such as other models, are not compared.
bool is_shown(const Plan& plan, const Usage& usage, Date date) {
  if (is_before_prices(*usage.platform, date)) return false;
  const Offer offer = offer_on(plan, date);
  if (plan.currency != currency_of(usage) || offer == Offer::not_yet || offer == Offer::ended) return false;
  const std::string& wanted = usage.use->plan.empty() ? usage.platform->default_plan : usage.use->plan;
  return !plan.apart || plan.id == wanted;
}

void add_cliffs(const PlanCurve& plan, std::vector<Cliff>& cliffs) {
  for (std::size_t i = 1; i < plan.segments.size(); ++i) {
    const std::int64_t at = plan.segments[i].from - 1;
    // Where prices end, or a price is not published, nothing falls.
    if (!plan.serves(at + 1) || plan.segments[i].at_from.at_least) return;
    const Rational before = plan.cost(at).amount;
    const Rational after = plan.segments[i].at_from.amount;
    if (after < before) cliffs.push_back({&plan, at, before - after});
  }
}

}  // namespace

const Segment& PlanCurve::segment_at(std::int64_t units) const {
  const auto behind = std::upper_bound(segments.begin(), segments.end(), units,
                                       [](std::int64_t place, const Segment& segment) { return place < segment.from; });
  return *(behind == segments.begin() ? behind : behind - 1);
}

Money PlanCurve::cost(std::int64_t units) const {
  const Segment& segment = segment_at(units);
  Money money = segment.at_from;
  money.amount = cost_at(segment, counters, units);
  return money;
}

const PlanCurve* CostCurve::of(std::string_view plan) const {
  const auto found = std::find_if(plans.begin(), plans.end(), [&](const PlanCurve& each) { return each.plan->id == plan; });
  return found == plans.end() ? nullptr : &*found;
}

CostCurve cost_curve(const Scenario& scenario, const World& world, const CurveRequest& request) {
  CostCurve curve;
  curve.top = std::clamp<std::int64_t>(request.top, 1, kMostUnits);
  const DialMonth month(scenario, world, request.dial);
  if (!month.known()) return curve;
  const Usage& usage = month.usage();
  const Date date = request.date.value_or(scenario.date);
  curve.currency = currency_of(usage);
  for (const Plan& plan : usage.platform->plans) {
    if (is_shown(plan, usage, date)) curve.plans.push_back(curve_of(month, plan, date, curve.top));
  }
  find_envelope(curve, usage.use->plan, date);
  for (const PlanCurve& plan : curve.plans) add_cliffs(plan, curve.cliffs);
  return curve;
}

}  // namespace tollmeter
