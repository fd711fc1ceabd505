#include "core/solve/inverse.h"

#include <algorithm>

namespace tollmeter {
namespace {

constexpr std::int64_t kParts = 1000;  // of one times as much
constexpr int kMostSteps = 20'000;     // down a staircase that rises and falls

bool rises(const Segment& segment) {
  return std::all_of(segment.weights.begin(), segment.weights.end(), [](const Rational& weight) { return weight >= 0; });
}

/// How near an answer is to being one.
int rank(const Affordable& a) {
  switch (a.stop) {
    case Affordable::Stop::not_served:
      return 0;
    case Affordable::Stop::no_price:
      return a.most > 0 ? 3 : 1;
    case Affordable::Stop::not_afforded:
      return 2;
    default:
      return 3;
  }
}

bool possible(const Affordable& a) { return rank(a) == 3; }

/// A plan that allows more, or as many for less, is the better one.
bool better(const Affordable& a, const Affordable& b) {
  if (rank(a) != rank(b)) return rank(b) < rank(a);
  if (a.most != b.most) return b.most < a.most;
  return a.cost.amount < b.cost.amount;
}

}  // namespace

std::optional<std::int64_t> most_within(const BillBound& bound, const PlanCurve& plan, const Segment& segment,
                                        std::int64_t to) {
  const auto within = [&](const Rational& place) { return bound.holds(cost_at(segment, plan.counters, place.to_int64())); };
  if (within(to)) return to;
  if (within(segment.from) && rises(segment)) return most_that_holds(segment.from, to, within).to_int64();
  if (!segment.steps) {
    if (within(segment.from)) return most_that_holds(segment.from, to, within).to_int64();
    return std::nullopt;
  }
  if (rises(segment)) return std::nullopt;
  // A staircase that rises and falls, as where a part is cheaper than the rest: one by one, from where it may first be within.
  std::int64_t place = to;
  if (segment.slope > 0) {
    const Rational room = max(Rational(0), bound.amount - segment.at_from.amount + sway_of(segment, plan.counters));
    const Rational reach = (room / segment.slope).floor();
    if (reach < Rational(to - segment.from)) place = segment.from + reach.to_int64();
  }
  for (int step = 0; step < kMostSteps && place >= segment.from; ++step, --place) {
    if (within(place)) return place;
  }
  return within(segment.from) ? std::optional(segment.from) : std::nullopt;
}

Affordable most_for(const Rational& budget, const PlanCurve& plan, std::int64_t top) {
  Affordable found;
  found.plan = &plan;
  found.cost = plan.segments.front().at_from;
  if (plan.end) found.end = *plan.end;
  if (plan.end && plan.end->most < 0) {
    found.stop = Affordable::Stop::not_served;
    return found;
  }
  const std::int64_t end = plan.end ? std::min(top, plan.end->most) : top;
  bool priced = false;
  for (auto segment = plan.segments.rbegin(); segment != plan.segments.rend(); ++segment) {
    if (end < segment->from || segment->at_from.at_least) continue;
    priced = true;
    const std::int64_t last = std::min(end, segment->to);
    const auto most = most_within({budget}, plan, *segment, last);
    if (!most) continue;
    found.most = *most;
    found.cost = plan.cost(*most);
    if (*most < end) {
      const bool no_price = *most == segment->to && plan.segment_at(*most + 1).at_from.at_least;
      found.stop = no_price ? Affordable::Stop::no_price : Affordable::Stop::budget;
    } else {
      found.stop = plan.end && plan.end->most <= top ? Affordable::Stop::limit : Affordable::Stop::nothing;
    }
    return found;
  }
  found.stop = priced ? Affordable::Stop::not_afforded : Affordable::Stop::no_price;
  return found;
}

Affordable most_for(const Rational& budget, const CostCurve& curve, Date date) {
  Affordable published;
  published.stop = Affordable::Stop::not_served;
  for (const PlanCurve& plan : curve.plans) {
    if (!plan.may_be_chosen) continue;
    const Affordable found = most_for(budget, plan, curve.top);
    if (possible(found) && price_class(*plan.plan, date, found.cost) != PriceClass::published) continue;
    if (!published.plan || better(found, published)) published = found;
  }
  if (published.plan && possible(published)) return published;
  const Affordable quoted = most_quoted_for(budget, curve, date);
  return quoted.plan ? quoted : published;
}

Affordable most_quoted_for(const Rational& budget, const CostCurve& curve, Date date) {
  Affordable quoted;
  for (const PlanCurve& plan : curve.plans) {
    if (!plan.may_be_chosen) continue;
    const Affordable found = most_for(budget, plan, curve.top);
    if (!possible(found) || price_class(*plan.plan, date, found.cost) != PriceClass::quoted) continue;
    if (!quoted.plan || better(found, quoted)) quoted = found;
  }
  return quoted;
}

GrowthHeld growth_held(const PlatformMonth& month, const Plan& plan, Date date, const Limit& limit) {
  const Usage& usage = month.usage();
  LimitProbe probe(month, plan, date);
  const auto holds = [&](const Rational& thousandths) {
    std::vector<Rational> asked = usage.asked;
    for (std::size_t i = 0; i < asked.size(); ++i) {
      if (!usage.parents[i]) asked[i] = (asked[i] * thousandths / Rational(kParts)).round_half_up(0);
    }
    return !probe.refuses(limit, usage.with_parts(std::move(asked)));
  };
  GrowthHeld held;
  const Rational most(kMostGrowth * kParts);
  if (holds(most)) {
    held.times = kMostGrowth;
    held.without_end = true;
    return held;
  }
  held.times = most_that_holds(0, most, holds) / Rational(kParts);
  return held;
}

}  // namespace tollmeter
