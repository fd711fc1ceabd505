#include "core/solve/budget_most.h"

#include <algorithm>

#include "core/format.h"
#include "core/solve/dial_month.h"
#include "core/solve/inverse.h"

namespace tollmeter {
namespace {

/// The same bill: the same plan and as many served of everything that it charges.
bool same_bill(const PlatformEstimate& a, const PlatformEstimate& b) {
  if (a.plan != b.plan || a.bill.size() != b.bill.size()) return false;
  for (std::size_t i = 0; i < a.bill.size(); ++i) {
    if (a.bill[i].charge != b.bill[i].charge || a.bill[i].served != b.bill[i].served || a.bill[i].exact != b.bill[i].exact) {
      return false;
    }
  }
  return true;
}

/// A subtotal is rounded half-up, so bills up to half a unit of the currency above the last that it may be are within.
BillBound bound_of(const Rational& room, std::string_view currency) {
  Rational unit = 1;
  for (int i = 0; i < currency_exponent(currency); ++i) unit = unit / 10;
  return {(room / unit).floor() * unit + unit / 2, true};
}

class Solver {
 public:
  Solver(const MostSearch& search, FunctionRef<PlatformEstimate(std::int64_t)> rated) : search_(search), rated_(rated) {}

  /// Of the bills that the curve knows, on the plan that is taken from one number of units to another.
  bool by_curve(const PlanCurve& plan, std::int64_t from, std::int64_t to) {
    const BillBound bound = bound_of(search_.room, plan.plan->currency);
    for (auto segment = plan.segments.rbegin(); segment != plan.segments.rend(); ++segment) {
      const std::int64_t first = std::max(from, segment->from);
      const std::int64_t last = std::min(to, segment->to);
      if (last < first) continue;
      if (!plan.exact && segment == plan.segments.rbegin()) {
        if (by_estimates(first, last)) return true;
        continue;
      }
      const std::optional<std::int64_t> most = most_within(bound, plan, *segment, last);
      if (most && first <= *most) return take(*most);
    }
    return false;
  }

  bool by_estimates(std::int64_t from, std::int64_t to) {
    if (to < from) return false;
    return search(from, rated_(from), to, rated_(to));
  }

  MostFound found;

 private:
  bool within(const PlatformEstimate& estimate) const { return estimate.subtotal.amount <= search_.room; }
  bool take(std::int64_t units) {
    found.units = units;
    return true;
  }

  bool search(std::int64_t from, const PlatformEstimate& at_from, std::int64_t to, const PlatformEstimate& at_to) {
    if (within(at_to)) return take(to);
    // More that is asked never makes less be served, so nothing changes in between.
    if (same_bill(at_from, at_to)) return false;
    if (to - from <= 1) return within(at_from) && take(from);
    const std::int64_t middle = from + (to - from) / 2;
    const PlatformEstimate at_middle = rated_(middle);
    if (++estimates_ > kMostEstimates) {
      found.exact = false;
      if (within(at_middle)) return search(middle, at_middle, to, at_to);
      return within(at_from) && search(from, at_from, middle, at_middle);
    }
    return search(middle, at_middle, to, at_to) || search(from, at_from, middle, at_middle);
  }

  const MostSearch& search_;
  FunctionRef<PlatformEstimate(std::int64_t)> rated_;
  int estimates_ = 0;
};

}  // namespace

MostFound most_within_room(const Scenario& scenario, const World& world, const MostSearch& search,
                           FunctionRef<PlatformEstimate(std::int64_t)> rated) {
  Solver solver(search, rated);
  const PlatformEstimate asked = rated(search.most);
  if (asked.plan == nullptr) return solver.found;
  // What the named plan does not charge needs no search.
  if (asked.state == PlanState::chosen && asked.subtotal.amount > search.room && same_bill(rated(search.least), asked)) {
    return solver.found;
  }
  const std::int64_t top = std::min(search.most, kMostUnits);
  if (solver.by_estimates(std::max(search.least, top + 1), search.most) || top < search.least) return solver.found;
  if (asked.state == PlanState::chosen) {
    const DialMonth month(scenario, world, search.dial);
    const PlanCurve curve = curve_of(month, *asked.plan, scenario.date, std::max<std::int64_t>(top, 1));
    const std::int64_t end = curve.end ? std::min(top, curve.end->most) : top;
    if (solver.by_estimates(std::max(search.least, end + 1), top)) return solver.found;
    solver.by_curve(curve, search.least, end);
    return solver.found;
  }
  const CostCurve curve = cost_curve(scenario, world, {search.dial, std::max<std::int64_t>(top, 1), {}});
  for (auto stretch = curve.envelope.rbegin(); stretch != curve.envelope.rend(); ++stretch) {
    const std::int64_t from = std::max(search.least, stretch->from);
    const std::int64_t to = std::min(top, stretch->to);
    if (to < from) continue;
    if (stretch->plan == nullptr ? solver.by_estimates(from, to) : solver.by_curve(*stretch->plan, from, to)) break;
  }
  return solver.found;
}

}  // namespace tollmeter
