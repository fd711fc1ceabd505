#include "core/solve/range_start.h"

#include "core/questions.h"

namespace tollmeter {
namespace {

/// Whether any of an entered metric is asked for, or of the one that a part is a share of.
bool in_use(const RangedInput& input, const Scenario& scenario, const Catalog& catalog) {
  const Platform* platform = catalog.platform(input.platform);
  const Metric* metric = platform ? platform->metric(input.id) : nullptr;
  for (std::size_t step = 0; metric && metric->kind != Metric::Kind::entered && step < platform->metrics.size(); ++step) {
    metric = platform->metric(metric->of);
  }
  if (!metric) return false;
  if (scenario.unit && !scenario.unit->asked(input.platform, metric->id).is_zero()) return true;
  return !likely_value({RangeOf::quantity, input.platform, metric->id}, scenario, catalog).is_zero();
}

}  // namespace

std::vector<RangedInput> inputs_to_range(const Estimate& estimate, const Scenario& scenario, const Catalog& catalog) {
  std::vector<RangedInput> inputs;
  if (scenario.unit && !scenario.unit->parts.empty()) inputs.push_back({RangeOf::unit_count, {}, {}});
  for (const Driver* driver : questions_of(estimate, scenario, catalog).drivers) {
    const RangedInput input{RangeOf::driver, {}, driver->id};
    if (half_around(input, scenario, catalog)) inputs.push_back(input);
  }
  for (const PlatformEstimate& platform : estimate.platforms) {
    if (!platform.platform) continue;
    for (const Metric* metric : relevant_inputs(*platform.platform, platform.plan, scenario.date)) {
      const RangeOf kind = metric->kind == Metric::Kind::part ? RangeOf::share : RangeOf::quantity;
      const RangedInput input{kind, platform.platform->id, metric->id};
      if (kind == RangeOf::quantity || in_use(input, scenario, catalog)) inputs.push_back(input);
    }
  }
  return inputs;
}

Range first_range(const RangedInput& input, const Scenario& scenario, const Catalog& catalog) {
  if (const std::optional<Range> half = half_around(input, scenario, catalog)) return *half;
  Rational high = 1;
  if (input.kind == RangeOf::quantity) {
    const Platform* platform = catalog.platform(input.platform);
    const Metric* metric = platform ? platform->metric(input.id) : nullptr;
    if (metric) high = max(high, metric->slider_least.ceil());
  }
  return {{0, "0"}, {high, high.text()}, Per::month};
}

Scenario with_halves(const Estimate& estimate, Scenario scenario, const Catalog& catalog) {
  for (const RangedInput& input : inputs_to_range(estimate, scenario, catalog)) {
    if (range_of(input, scenario) || count_ranges(scenario) == kMostRanges) continue;
    if (input.kind == RangeOf::quantity && likely_value(input, scenario, catalog).is_zero()) continue;
    if (std::optional<Range> half = half_around(input, scenario, catalog)) set_range(scenario, input, std::move(half));
  }
  return scenario;
}

}  // namespace tollmeter
