#include "core/solve/unit_edge.h"

#include <algorithm>
#include <array>

namespace tollmeter {
namespace {

constexpr std::array<std::int64_t, 3> kDigits = {1, 2, 5};

}  // namespace

UnitEdge::UnitEdge(UnitMonths& months, const UnitMonths::Part& part, ScenarioMonth::Plans plans, const Limit* beside,
                   std::optional<Rational> least)
    : months_(months),
      part_(part),
      plans_(plans),
      beside_(beside),
      bounded_(least && *least < months.unit().most_countable()),
      bound_((bounded_ ? *least : months.unit().most_countable()).to_int64()),
      search_(bound_) {}

bool UnitEdge::takes(std::string_view metric) const {
  const Platform& platform = *part_.platform;
  const Metric* at = platform.metric(metric);
  for (std::size_t step = 0; at && at->kind != Metric::Kind::entered && step < platform.metrics.size(); ++step) {
    at = platform.metric(at->of);
  }
  return at && months_.unit().part(platform.id, at->id) != nullptr;
}

bool UnitEdge::takes(const Limit& limit) const {
  return limit.spend || std::any_of(limit.weights.begin(), limit.weights.end(),
                                    [&](const Weight& weight) { return takes(weight.metric); });
}

std::vector<UnitEdge::Stop> UnitEdge::stops() const {
  std::vector<Stop> all;
  for (const Metric* metric : estimate_.not_offered) all.push_back({nullptr, metric, 0, 0, takes(metric->id)});
  for (const LimitOutcome& outcome : estimate_.limits) {
    const LimitRun& run = outcome.run;
    // What cannot be reckoned any more is no promise that it holds.
    const bool lost = outcome.state == LimitState::holds && !run.refused.ok();
    const bool refused = outcome.state == LimitState::breached && refuses(outcome.limit->breach.behaviour) && run.refused > 0;
    if (!lost && !refused) continue;
    all.push_back({outcome.limit, outcome.main_metric, outcome.cap, run.served_share, takes(*outcome.limit)});
  }
  return all;
}

/// Those of the unit first, then what serves least.
const UnitEdge::Stop* UnitEdge::worst() const {
  const Stop* worst = nullptr;
  for (const Stop& stop : stops_) {
    if (beside_ && stop.limit == beside_) continue;
    const bool worse = !worst || (stop.of_unit != worst->of_unit ? stop.of_unit : stop.served_share < worst->served_share);
    if (worse) worst = &stop;
  }
  return worst;
}

/// A cap that climbs with what is paid, or that counts money, may serve a larger count and refuse a smaller one.
bool UnitEdge::uneven() const {
  return estimate_.platform && std::any_of(estimate_.platform->plans.begin(), estimate_.platform->plans.end(), [](const Plan& plan) {
           return std::any_of(plan.limits.begin(), plan.limits.end(),
                              [](const Limit& limit) { return limit.spend || !limit.rungs.empty(); });
         });
}

Trial UnitEdge::look(std::int64_t count) {
  estimate_ = months_.at(part_, Rational(count), plans_);
  stops_ = stops();
  if (count == 0) clean_without_ = stops_.empty();
  Trial trial;
  trial.too_many = std::any_of(stops_.begin(), stops_.end(), [&](const Stop& stop) {
    return (!beside_ || stop.limit != beside_) && (stop.of_unit || clean_without_);
  });
  for (const LimitOutcome& outcome : estimate_.limits) {
    const bool run = outcome.state == LimitState::holds || outcome.state == LimitState::breached;
    if (!run || outcome.limit == beside_ || !takes(*outcome.limit)) continue;
    // One that does not refuse may be over its cap and says nothing of where the others are full.
    if (refuses(outcome.limit->breach.behaviour)) trial.full = max(trial.full, outcome.run.utilisation);
  }
  return trial;
}

void UnitEdge::step() {
  switch (phase_) {
    case Phase::none:
      search_.tell(look(0));
      // Where any plan will do, no other limit of the platform is next: what breaks is that no plan is left.
      if (beside_ && estimate_.state != PlanState::chosen) phase_ = Phase::done;
      else if (bounded_) phase_ = Phase::bound;
      else if (search_.done()) settle(search_.edge());
      else phase_ = Phase::search;
      return;
    case Phase::bound:
      if (!look(bound_).too_many && !uneven()) phase_ = Phase::done;
      else if (search_.done()) settle(search_.edge());
      else phase_ = Phase::search;
      return;
    case Phase::search:
      search_.tell(look(search_.count()));
      if (!search_.done()) return;
      edge_ = search_.edge();
      if (edge_ && uneven()) phase_ = Phase::below;
      else settle(edge_);
      return;
    case Phase::below:
      return look_below();
    case Phase::search_below:
      search_.tell(look(search_.count()));
      if (search_.done()) settle(search_.edge());
      return;
    case Phase::edge:
      return conclude();
    case Phase::done:
      return;
  }
}

/// Below an edge that was found, 1, 2, 5, 10, ... are looked at for one that is lower.
void UnitEdge::look_below() {
  const std::int64_t count = power_ * kDigits[digit_];
  if (power_ >= *edge_) return settle(edge_);
  if (++digit_ == kDigits.size()) {
    digit_ = 0;
    power_ *= 10;
  }
  if (count >= *edge_ || !look(count).too_many) return;
  search_ = EdgeSearch(count);
  phase_ = Phase::search_below;
}

void UnitEdge::settle(std::optional<std::int64_t> edge) {
  edge_ = edge;
  phase_ = edge == bound_ ? Phase::done : Phase::edge;
}

void UnitEdge::conclude() {
  Bottleneck bottleneck;
  bottleneck.platform = part_.platform;
  bottleneck.most = edge_.value_or(0);
  bottleneck.at_once = !edge_;
  look(edge_ ? *edge_ + 1 : 0);
  bottleneck.plan = estimate_.plan;
  if (const Stop* stop = worst()) {
    bottleneck.limit = stop->limit;
    bottleneck.metric = stop->metric;
    bottleneck.cap = stop->cap;
  }
  found_ = bottleneck;
  phase_ = Phase::done;
}

}  // namespace tollmeter
