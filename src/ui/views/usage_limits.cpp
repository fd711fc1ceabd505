#include "ui/views/usage_limits.h"

#include <algorithm>

namespace tollmeter::ui {

namespace {

constexpr int kMostSteps = 8;  // of metrics that follow from one another

}  // namespace

MetricLimits::MetricLimits(const PlatformEstimate& platform, const Scenario& scenario, const World& world,
                           const Cycle& cycle)
    : platform_(platform),
      scenario_(scenario),
      world_(world),
      asked_(asked_units(*platform.platform, *platform.use, scenario, world, cycle)),
      traffic_(cycle, scenario.traffic, world.zones) {}

Rational MetricLimits::per_one(const Metric& counted, const Metric& entered, int depth) const {
  if (counted.id == entered.id) return 1;
  if (counted.kind == Metric::Kind::entered || depth > kMostSteps) return 0;
  const Metric* parent = platform_.platform->metric(counted.of);
  if (parent == nullptr) return 0;
  const Rational of_parent = per_one(*parent, entered, depth + 1);
  if (counted.kind == Metric::Kind::part) {
    const auto share = platform_.use->shares.find(counted.id);
    return of_parent * (share == platform_.use->shares.end() ? counted.assumed_share : share->second.value);
  }
  return of_parent * counted.per_parent.evaluate([this](std::string_view driver) {
    return driver_value(scenario_, *world_.catalog, driver);
  });
}

Rational MetricLimits::units_for_one(const Limit& limit, const Metric& metric) const {
  Rational units = 0;
  for (const Weight& weight : limit.weights) {
    if (const Metric* counted = platform_.platform->metric(weight.metric)) {
      units += weight.units * per_one(*counted, metric);
    }
  }
  return units;
}

Rational MetricLimits::busiest_share(const Window& window) const {
  if (window.kind == Window::Kind::cycle) return 1;
  std::int64_t most = 0;
  // The fullest window begins where the rate rises or ends where it falls.
  for (const Traffic::Piece& piece : traffic_.pieces()) {
    const Instant after{piece.begin.seconds + window.seconds};
    const Instant before{piece.end.seconds - window.seconds};
    most = std::max({most, traffic_.weight_until(after) - traffic_.weight_until(piece.begin),
                     traffic_.weight_until(piece.end) - traffic_.weight_until(before)});
  }
  return Rational(most) / Rational(traffic_.total_weight());
}

std::optional<MetricLimit> MetricLimits::first(const Metric& metric, bool billed) const {
  std::optional<MetricLimit> found;
  const std::vector<Metric>& metrics = platform_.platform->metrics;
  const auto place = static_cast<std::size_t>(&metric - metrics.data());
  for (const LimitOutcome& outcome : platform_.limits) {
    const Limit& limit = *outcome.limit;
    if (limit.amount.kind != Amount::Kind::known || outcome.state == LimitState::unlimited) continue;
    if ((limit.breach.behaviour == Behaviour::bill) != billed || limit.breach.behaviour == Behaviour::nothing) continue;
    const Rational one = units_for_one(limit, metric);
    if (!outcome.cap.ok() || !(one > Rational(0))) continue;
    Rational all = 0;
    for (const Weight& weight : limit.weights) {
      for (std::size_t i = 0; i < metrics.size(); ++i) {
        if (metrics[i].id == weight.metric) all += weight.units * asked_[i];
      }
    }
    const Rational others = all - one * asked_[place];
    const Rational counters = outcome.counters > Rational(0) ? outcome.counters : Rational(1);
    const Rational fits = outcome.cap * counters / busiest_share(limit.window) - others;
    const Rational full_at = max(Rational(0), fits / one);
    if (full_at.ok() && (!found || full_at < found->full_at)) found = MetricLimit{&outcome, full_at};
  }
  return found;
}

bool MetricLimits::has_unpublished(const Metric& metric) const {
  return std::any_of(platform_.limits.begin(), platform_.limits.end(), [&](const LimitOutcome& outcome) {
    return outcome.limit->amount.kind == Amount::Kind::unknown && units_for_one(*outcome.limit, metric) > Rational(0);
  });
}

}  // namespace tollmeter::ui
