#include "core/solve/unit_most.h"

#include <algorithm>

#include "core/solve/edge.h"
#include "core/solve/unit_months.h"

namespace tollmeter {
namespace {

using Plans = ScenarioMonth::Plans;
using Part = UnitMonths::Part;

/// What keeps a platform from serving all: a limit, or a metric that is not offered.
struct Stop {
  const Limit* limit = nullptr;
  const Metric* metric = nullptr;
  Rational cap;
  Rational served_share;
  bool of_unit = false;  ///< the unit takes something of what it counts
};

}  // namespace

class MostUnitsRun::Search {
 public:
  Search(const Scenario& scenario, const World& world, Plans plans) : months_(scenario, world), plans_(plans) {}

  bool done() const { return done_; }
  const MostUnits& most() const { return most_; }

  void step() {
    const std::vector<Part>& parts = months_.parts();
    if (place_ < parts.size()) {
      if (const std::optional<Bottleneck> found = edge_of(parts[place_++], nullptr)) take(*found);
      return;
    }
    done_ = true;
    if (!most_.first || most_.first->at_once || !most_.first->limit) return;
    // On the platform of the first, another limit may be next.
    const Bottleneck first = *most_.first;
    for (const Part& part : parts) {
      if (part.platform != first.platform) continue;
      if (const std::optional<Bottleneck> found = edge_of(part, first.limit)) take_as_next(*found);
    }
  }

 private:
  bool takes(const Part& part, std::string_view metric) const {
    const Platform& platform = *part.platform;
    const Metric* at = platform.metric(metric);
    for (std::size_t step = 0; at && at->kind != Metric::Kind::entered && step < platform.metrics.size(); ++step) {
      at = platform.metric(at->of);
    }
    return at && months_.unit().part(platform.id, at->id) != nullptr;
  }

  bool takes(const Part& part, const Limit& limit) const {
    return limit.spend || std::any_of(limit.weights.begin(), limit.weights.end(),
                                      [&](const Weight& weight) { return takes(part, weight.metric); });
  }

  std::vector<Stop> stops(const Part& part, const PlatformEstimate& estimate) const {
    std::vector<Stop> all;
    for (const Metric* metric : estimate.not_offered) all.push_back({nullptr, metric, 0, 0, takes(part, metric->id)});
    for (const LimitOutcome& outcome : estimate.limits) {
      const LimitRun& run = outcome.run;
      // What cannot be reckoned any more is no promise that it holds.
      const bool lost = outcome.state == LimitState::holds && !run.refused.ok();
      const bool refused = outcome.state == LimitState::breached && refuses(outcome.limit->breach.behaviour) && run.refused > 0;
      if (!lost && !refused) continue;
      all.push_back({outcome.limit, outcome.main_metric, outcome.cap, run.served_share, takes(part, *outcome.limit)});
    }
    return all;
  }

  /// Those of the unit first, then what serves least.
  static const Stop* worst(const std::vector<Stop>& stops, const Limit* beside) {
    const Stop* worst = nullptr;
    for (const Stop& stop : stops) {
      if (beside && stop.limit == beside) continue;
      const bool worse = !worst || (stop.of_unit != worst->of_unit ? stop.of_unit : stop.served_share < worst->served_share);
      if (worse) worst = &stop;
    }
    return worst;
  }

  /// The first count that the platform does not serve, less one; nothing where it serves all up to what matters.
  std::optional<Bottleneck> edge_of(const Part& part, const Limit* beside) {
    bool clean_without = true;  // nothing is refused without any unit
    PlatformEstimate estimate;
    std::vector<Stop> found;
    const auto look = [&](std::int64_t count) {
      estimate = months_.at(part, Rational(count), plans_);
      found = stops(part, estimate);
      if (count == 0) clean_without = found.empty();
      const bool any_of_unit = std::any_of(found.begin(), found.end(), [&](const Stop& stop) {
        return (!beside || stop.limit != beside) && (stop.of_unit || clean_without);
      });
      Trial trial{any_of_unit, 0};
      for (const LimitOutcome& outcome : estimate.limits) {
        const bool run = outcome.state == LimitState::holds || outcome.state == LimitState::breached;
        if (!run || outcome.limit == beside || !takes(part, *outcome.limit)) continue;
        // One that does not refuse may be over its cap and says nothing of where the others are full.
        if (refuses(outcome.limit->breach.behaviour)) trial.full = max(trial.full, outcome.run.utilisation);
      }
      return trial;
    };
    look(0);
    // Where any plan will do, no other limit of the platform is next: what breaks is that no plan is left.
    if (beside && estimate.state != PlanState::chosen) return std::nullopt;
    // What serves more than the two lowest found so far is neither.
    std::int64_t bound = months_.unit().most_countable().to_int64();
    if (most_.next && most_.next->most < Rational(bound)) {
      bound = most_.next->most.to_int64();
      if (!look(bound).too_many && !uneven(estimate)) return std::nullopt;
    }
    std::optional<std::int64_t> edge = last_that_fits(bound, look);
    if (edge && uneven(estimate)) edge = lowered(*edge, look);
    if (edge && *edge == bound) return std::nullopt;
    Bottleneck bottleneck;
    bottleneck.platform = part.platform;
    bottleneck.most = edge.value_or(0);
    bottleneck.at_once = !edge;
    look(edge ? *edge + 1 : 0);
    bottleneck.plan = estimate.plan;
    if (const Stop* stop = worst(found, beside)) {
      bottleneck.limit = stop->limit;
      bottleneck.metric = stop->metric;
      bottleneck.cap = stop->cap;
    }
    return bottleneck;
  }

  /// A cap that climbs with what is paid, or that counts money, may serve a larger count and refuse a smaller one.
  static bool uneven(const PlatformEstimate& estimate) {
    return estimate.platform && std::any_of(estimate.platform->plans.begin(), estimate.platform->plans.end(), [](const Plan& plan) {
             return std::any_of(plan.limits.begin(), plan.limits.end(),
                                [](const Limit& limit) { return limit.spend || !limit.rungs.empty(); });
           });
  }

  /// Below an edge that was found, 1, 2, 5, 10, ... are looked at for one that is lower.
  static std::optional<std::int64_t> lowered(std::int64_t edge, FunctionRef<Trial(std::int64_t)> look) {
    for (std::int64_t power = 1; power < edge; power *= 10) {
      for (const int digit : {1, 2, 5}) {
        const std::int64_t count = power * digit;
        if (count < edge && look(count).too_many) return last_that_fits(count, look);
      }
    }
    return edge;
  }

  void take(const Bottleneck& found) {
    if (!most_.first || goes_before(found, *most_.first)) {
      most_.next = most_.first;
      most_.first = found;
    } else {
      take_as_next(found);
    }
  }

  void take_as_next(const Bottleneck& found) {
    if (!most_.next || goes_before(found, *most_.next)) most_.next = found;
  }

  static bool goes_before(const Bottleneck& a, const Bottleneck& b) {
    if (a.at_once != b.at_once) return a.at_once;
    return a.most < b.most;
  }

  UnitMonths months_;
  Plans plans_;
  MostUnits most_;
  std::size_t place_ = 0;  ///< of the next platform
  bool done_ = false;
};

MostUnitsRun::MostUnitsRun(const Scenario& scenario, const World& world, Plans plans)
    : search_(std::make_unique<Search>(scenario, world, plans)) {}

MostUnitsRun::~MostUnitsRun() = default;

bool MostUnitsRun::done() const { return search_->done(); }

void MostUnitsRun::step() {
  if (!done()) search_->step();
}

const MostUnits& MostUnitsRun::most() const { return search_->most(); }

MostUnits most_units(const Scenario& scenario, const World& world, Plans plans) {
  MostUnitsRun run(scenario, world, plans);
  while (!run.done()) run.step();
  return run.most();
}

}  // namespace tollmeter
