#include "ui/views/usage_drivers.h"

#include <algorithm>
#include <set>
#include <string>

namespace tollmeter::ui {

namespace {

using Ids = std::set<std::string, std::less<>>;

void add_formula(Ids& ids, const Formula& formula) {
  for (std::string& id : formula.drivers()) ids.insert(std::move(id));
}

// A derived metric counts by a formula, and so may the one that it follows from.
void add_derived(Ids& ids, const Platform& platform, std::string_view id) {
  const Metric* metric = platform.metric(id);
  for (std::size_t step = 0; metric != nullptr && step < platform.metrics.size(); ++step) {
    if (metric->kind == Metric::Kind::entered) return;
    if (metric->kind == Metric::Kind::derived) add_formula(ids, metric->per_parent);
    metric = platform.metric(metric->of);
  }
}

// The entered metric at the root of `id` is in use.
bool in_use(const PlatformEstimate& platform, std::string_view id) {
  const Metric* metric = platform.platform->metric(id);
  for (std::size_t step = 0; metric != nullptr && step < platform.platform->metrics.size(); ++step) {
    if (metric->kind == Metric::Kind::entered) {
      const auto quantity = platform.use->quantities.find(metric->id);
      return quantity != platform.use->quantities.end() && !quantity->second.value.is_zero();
    }
    metric = platform.platform->metric(metric->of);
  }
  return false;
}

void add_platform(Ids& ids, const PlatformEstimate& platform) {
  for (const LimitOutcome& outcome : platform.limits) {
    const Limit& limit = *outcome.limit;
    bool used = limit.spend;
    for (const Weight& weight : limit.weights) {
      if (!in_use(platform, weight.metric)) continue;
      used = true;
      if (limit.amount.kind == Amount::Kind::known) add_derived(ids, *platform.platform, weight.metric);
    }
    if (!used || limit.amount.kind != Amount::Kind::known) continue;
    add_formula(ids, limit.amount.value);
    if (!limit.scope.per.empty()) ids.insert(limit.scope.per);
  }
  for (const BillLine& line : platform.bill) {
    if (line.charge == nullptr) continue;
    if (line.charge->price.kind == Amount::Kind::known) add_formula(ids, line.charge->price.value);
    if (line.metric == nullptr || !in_use(platform, line.metric->id)) continue;
    add_derived(ids, *platform.platform, line.metric->id);
  }
}

}  // namespace

std::vector<const Driver*> asked_drivers(const Estimate& estimate, const Scenario& scenario, const Catalog& catalog) {
  Ids ids;
  for (const PlatformEstimate& platform : estimate.platforms) {
    if (platform.platform != nullptr && platform.plan != nullptr) add_platform(ids, platform);
  }
  std::vector<const Driver*> drivers = needed_drivers(estimate, catalog, scenario.date);
  std::erase_if(drivers, [&](const Driver* driver) {
    return !ids.contains(driver->id) && !scenario.drivers.contains(driver->id);
  });
  return drivers;
}

}  // namespace tollmeter::ui
