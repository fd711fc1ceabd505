#include "core/solve/envelope.h"

#include <algorithm>
#include <set>

namespace tollmeter {
namespace {

constexpr int kMostSteps = 2'000;  // of two staircases beside each other

/// The last place up to `to` at which all counters that the segment uses, but the units themselves, are as at `from`.
std::int64_t flat_until(const PlanCurve& plan, const Segment& segment, std::int64_t from, std::int64_t to) {
  if (!segment.steps) return to;
  const std::vector<Rational> now = plan.counters.at(from);
  const auto same = [&](std::int64_t place) {
    const std::vector<Rational> there = plan.counters.at(place);
    for (std::size_t i = 1; i < now.size(); ++i) {
      if (!segment.weights[i].is_zero() && there[i] != now[i]) return false;
    }
    return true;
  };
  std::int64_t held = from;
  std::int64_t step = 1;
  while (held + step <= to && same(held + step)) {
    held += step;
    step *= 2;
  }
  std::int64_t fails = std::min(to + 1, held + step);
  while (fails - held > 1) {
    const std::int64_t middle = held + (fails - held) / 2;
    (same(middle) ? held : fails) = middle;
  }
  return held;
}

/// How far the difference of two bills may lie from what their slopes say of it. What both count alike cancels.
Rational sway_apart(const PlanCurve& a, const Segment& of_a, const PlanCurve& b, const Segment& of_b) {
  if (!a.counters.counts_as(b.counters)) return sway_of(of_a, a.counters) + sway_of(of_b, b.counters);
  Segment difference = of_a;
  for (std::size_t i = 0; i < difference.weights.size(); ++i) difference.weights[i] -= of_b.weights[i];
  return sway_of(difference, a.counters);
}

/// The first place of [from, to] at which `other` costs less than `plan`; none where it never does. Both are on one segment
/// from `from` to `to`. `settled` becomes false where that takes too many steps to say.
std::optional<std::int64_t> first_below(const PlanCurve& other, const PlanCurve& plan, std::int64_t from,
                                        std::int64_t to, bool& settled) {
  if (from > to) return std::nullopt;
  const Segment& a = other.segment_at(from);
  const Segment& b = plan.segment_at(from);
  const Rational slope = a.slope - b.slope;
  const Rational apart = sway_apart(other, a, plan, b);
  const auto difference = [&](std::int64_t place) {
    return cost_at(a, other.counters, place) - cost_at(b, plan.counters, place);
  };
  std::int64_t at = from;
  for (int step = 0; at <= to; ++step) {
    if (step == kMostSteps) {
      settled = false;
      return std::nullopt;
    }
    const Rational now = difference(at);
    if (now < 0) return at;
    if (apart.is_zero() && !(slope < 0)) return std::nullopt;
    // No sooner than where even the lowest of what may come is below.
    const Rational room = now - apart;
    if (room > 0) {
      if (!(slope < 0)) return std::nullopt;
      const Rational skip = (room / -slope).floor();
      if (!skip.ok() || Rational(to - at) < skip) return std::nullopt;
      if (apart.is_zero() && !a.steps && !b.steps) {
        at += skip.to_int64();
        if (difference(at) < 0) return at;
        return at < to && difference(at + 1) < 0 ? std::optional(at + 1) : std::nullopt;
      }
      if (skip > 0) {
        at += skip.to_int64();
        continue;
      }
    }
    // Between two steps the difference is a straight line.
    const std::int64_t end = std::min(flat_until(other, a, at, to), flat_until(plan, b, at, to));
    const Rational rise = (a.weights.front() - b.weights.front());
    if (rise < 0 && difference(end) < 0) return at + (now / -rise).floor().to_int64() + 1;
    at = end + 1;
  }
  return std::nullopt;
}

struct Envelope {
  CostCurve& curve;
  std::string_view named;
  Date date;

  bool lighter(const PlanCurve& a, const PlanCurve& b) const {
    const bool a_named = a.plan->id == named;
    const bool b_named = b.plan->id == named;
    if (a_named != b_named) return a_named;  // nobody moves for nothing
    const Access access_a = a.plan->access_on(date);
    const Access access_b = b.plan->access_on(date);
    if (access_a != access_b) return access_a < access_b;
    return a.plan->validity.from > b.plan->validity.from;
  }

  /// Those of which the cheapest is the one to take, at this place.
  std::vector<const PlanCurve*> takers(std::int64_t units) const {
    std::vector<const PlanCurve*> best;
    PriceClass best_class = PriceClass::unknown;
    bool any_priced = false;
    for (const PlanCurve& plan : curve.plans) {
      if (!plan.may_be_chosen) continue;
      const PriceClass price = price_class(*plan.plan, date, plan.segment_at(units).at_from);
      any_priced = any_priced || price != PriceClass::unknown;
      if (!plan.serves(units)) continue;
      if (best.empty() || price < best_class) {
        best.clear();
        best_class = price;
      }
      if (price == best_class) best.push_back(&plan);
    }
    // What has no price is never taken beside what has one, whether that fits or not.
    if (best_class == PriceClass::unknown && any_priced) best.clear();
    return best;
  }

  const PlanCurve* cheapest(const std::vector<const PlanCurve*>& plans, std::int64_t at, const PlanCurve* before) const {
    const PlanCurve* best = nullptr;
    Rational least;
    for (const PlanCurve* plan : plans) {
      const Rational cost = plan->cost(at).amount;
      const bool better = !best || cost < least ||
                          (cost == least && best != before && (plan == before || lighter(*plan, *best)));
      if (!better) continue;
      best = plan;
      least = cost;
    }
    return best;
  }

  void take(std::int64_t from, std::int64_t to, const PlanCurve* plan) {
    std::vector<Stretch>& list = curve.envelope;
    if (!list.empty() && list.back().plan == plan) {
      list.back().to = to;
      return;
    }
    list.push_back({from, to, plan});
  }

  /// Within [from, to] nobody begins, ends or bends.
  void piece(std::int64_t from, std::int64_t to) {
    const std::vector<const PlanCurve*> plans = takers(from);
    if (plans.empty()) return take(from, to, nullptr);
    const PlanCurve* now = cheapest(plans, from, curve.envelope.empty() ? nullptr : curve.envelope.back().plan);
    for (std::int64_t at = from; at <= to;) {
      const PlanCurve* next = nullptr;
      std::int64_t first = to + 1;
      for (const PlanCurve* other : plans) {
        if (other == now || at == to) continue;
        const auto below = first_below(*other, *now, at + 1, std::min(to, first), curve.settled);
        if (!below || *below > first) continue;
        if (*below == first && next && !(other->cost(first).amount < next->cost(first).amount)) continue;
        first = *below;
        next = other;
      }
      if (next && curve.envelope.size() > kMostStretches) {
        curve.settled = false;
        return take(at, to, cheapest(plans, to, now));
      }
      take(at, first - 1, now);
      now = next;
      at = first;
    }
  }
};

}  // namespace

void find_envelope(CostCurve& curve, std::string_view named, Date date) {
  std::set<std::int64_t> begins = {0};
  for (const PlanCurve& plan : curve.plans) {
    if (!plan.may_be_chosen) continue;
    for (const Segment& segment : plan.segments) begins.insert(segment.from);
    if (plan.end && plan.end->most < curve.top) begins.insert(plan.end->most + 1);
  }
  Envelope envelope{curve, named, date};
  for (auto begin = begins.begin(); begin != begins.end(); ++begin) {
    const auto next = std::next(begin);
    envelope.piece(*begin, next == begins.end() ? curve.top : *next - 1);
  }
  for (std::size_t i = 1; i < curve.envelope.size(); ++i) {
    const Stretch& before = curve.envelope[i - 1];
    const Stretch& after = curve.envelope[i];
    if (!before.plan || !after.plan) continue;
    const bool cheaper = before.plan->serves(after.from) &&
                         after.plan->cost(after.from).amount < before.plan->cost(after.from).amount;
    curve.break_evens.push_back({after.from, before.plan, after.plan, cheaper});
  }
}

}  // namespace tollmeter
