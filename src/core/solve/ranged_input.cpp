#include "core/solve/ranged_input.h"

#include <algorithm>

#include "core/estimate.h"
#include "core/format.h"
#include "core/scenario_month.h"

namespace tollmeter {
namespace {

template <class AScenario>
auto* use_in(AScenario& scenario, std::string_view platform) {
  for (auto& use : scenario.platforms) {
    if (use.platform == platform) return &use;
  }
  return static_cast<decltype(scenario.platforms.data())>(nullptr);
}

const Metric* metric_of(const RangedInput& input, const Catalog& catalog) {
  const Platform* platform = catalog.platform(input.platform);
  return platform ? platform->metric(input.id) : nullptr;
}

bool is_whole(const RangedInput& input, const Spread& spread) {
  if (input.kind == RangeOf::quantity || input.kind == RangeOf::unit_count) return true;
  return input.kind == RangeOf::driver && spread.low.is_whole() && spread.likely.is_whole() && spread.high.is_whole();
}

constexpr int kDecimals = 6;

}  // namespace

std::vector<RangedInput> ranged_inputs(const Scenario& scenario, const Catalog& catalog) {
  std::vector<RangedInput> inputs;
  if (scenario.unit && scenario.unit->range) inputs.push_back({RangeOf::unit_count, {}, {}});
  for (const auto& range : scenario.driver_ranges) {
    if (catalog.driver(range.first)) inputs.push_back({RangeOf::driver, {}, range.first});
  }
  for (const PlatformUse& use : scenario.platforms) {
    const Platform* platform = catalog.platform(use.platform);
    if (!platform) continue;
    // As they stand on the page.
    for (const Metric& metric : platform->metrics) {
      if (use.ranges.contains(metric.id)) inputs.push_back({RangeOf::quantity, use.platform, metric.id});
      if (use.share_ranges.contains(metric.id)) inputs.push_back({RangeOf::share, use.platform, metric.id});
    }
  }
  return inputs;
}

const Range* range_of(const RangedInput& input, const Scenario& scenario) {
  const auto in = [&](const auto& ranges) {
    const auto found = ranges.find(input.id);
    return found == ranges.end() ? nullptr : &found->second;
  };
  switch (input.kind) {
    case RangeOf::unit_count:
      return scenario.unit && scenario.unit->range ? &*scenario.unit->range : nullptr;
    case RangeOf::driver:
      return in(scenario.driver_ranges);
    case RangeOf::quantity:
    case RangeOf::share:
      break;
  }
  const PlatformUse* use = use_in(scenario, input.platform);
  if (!use) return nullptr;
  return input.kind == RangeOf::share ? in(use->share_ranges) : in(use->ranges);
}

void set_range(Scenario& scenario, const RangedInput& input, std::optional<Range> range) {
  const auto put = [&](auto& ranges) {
    if (range) {
      ranges.insert_or_assign(input.id, std::move(*range));
    } else {
      ranges.erase(input.id);
    }
  };
  if (input.kind == RangeOf::unit_count) {
    if (scenario.unit) scenario.unit->range = std::move(range);
  } else if (input.kind == RangeOf::driver) {
    put(scenario.driver_ranges);
  } else if (PlatformUse* use = use_in(scenario, input.platform)) {
    put(input.kind == RangeOf::share ? use->share_ranges : use->ranges);
  }
}

Rational likely_value(const RangedInput& input, const Scenario& scenario, const Catalog& catalog) {
  if (input.kind == RangeOf::unit_count) return scenario.unit ? scenario.unit->count.value : Rational(0);
  if (input.kind == RangeOf::driver) return driver_value(scenario, catalog, input.id);
  const PlatformUse* use = use_in(scenario, input.platform);
  if (!use) return 0;
  if (input.kind == RangeOf::share) {
    const auto share = use->shares.find(input.id);
    if (share != use->shares.end()) return share->second.value;
    const Metric* metric = metric_of(input, catalog);
    return metric ? metric->assumed_share : Rational(0);
  }
  const auto quantity = use->quantities.find(input.id);
  return quantity == use->quantities.end() ? Rational(0) : quantity->second.in(own_cycle(scenario));
}

Spread spread_of(const RangedInput& input, const Scenario& scenario, const Catalog& catalog) {
  const Rational likely = likely_value(input, scenario, catalog);
  const Range* range = range_of(input, scenario);
  if (!range) return {likely, likely, likely};
  const Cycle cycle = own_cycle(scenario);
  const auto measure = [&](const TypedNumber& end) { return Quantity{end.value, range->per, {}}.in(cycle); };
  return {min(measure(range->low), likely), likely, max(measure(range->high), likely)};
}

void set_value(Scenario& scenario, const RangedInput& input, const Rational& value) {
  if (input.kind == RangeOf::unit_count) {
    if (scenario.unit) scenario.unit->count = {value, {}};
  } else if (input.kind == RangeOf::driver) {
    scenario.drivers.insert_or_assign(input.id, value);
  } else if (PlatformUse* use = use_in(scenario, input.platform)) {
    if (input.kind == RangeOf::share) {
      use->shares.insert_or_assign(input.id, Share{value, {}});
    } else {
      use->quantities.insert_or_assign(input.id, Quantity{value, Per::month, {}});
    }
  }
}

Rational plausible(const RangedInput& input, const Spread& spread, const Rational& value) {
  return max(spread.low, min(spread.high, value.round_half_up(is_whole(input, spread) ? 0 : kDecimals)));
}

std::optional<Range> half_around(const RangedInput& input, const Scenario& scenario, const Catalog& catalog) {
  Rational likely = likely_value(input, scenario, catalog);
  Range range;
  Rational least = 0;
  auto most = Rational(1'000'000'000'000'000);
  if (input.kind == RangeOf::quantity) {
    const PlatformUse* use = use_in(scenario, input.platform);
    if (!use) return std::nullopt;
    const auto quantity = use->quantities.find(input.id);
    if (quantity == use->quantities.end()) return std::nullopt;
    range.per = quantity->second.per;
    likely = quantity->second.value;
  } else if (input.kind == RangeOf::share) {
    most = 1;
  } else if (input.kind == RangeOf::driver) {
    const Driver* driver = catalog.driver(input.id);
    if (!driver) return std::nullopt;
    // Zero is "not set" there, so a limit would come and go.
    if (driver->optional_zero && likely.is_zero()) return std::nullopt;
    least = driver->least;
    most = driver->most;
  } else if (scenario.unit) {
    most = scenario.unit->most_countable();
  }
  const bool round = input.kind != RangeOf::share && likely.is_whole();
  const auto end = [&](const Rational& value) {
    const Rational rounded = max(least, min(most, round ? value.round_half_up(0) : value.round_half_up(kDecimals)));
    const Rational shown = input.kind == RangeOf::share ? rounded * 100 : rounded;
    return TypedNumber{rounded, input.kind == RangeOf::share ? shown.text() + " %" : shown.text()};
  };
  range.low = end(likely * Rational::fraction(1, 2));
  range.high = end(likely * Rational::fraction(3, 2));
  if (range.low.value > likely || range.high.value < likely || range.low.value == range.high.value) return std::nullopt;
  return range;
}

std::string input_key(const RangedInput& input) {
  if (input.kind == RangeOf::unit_count) return "unit";
  return (input.kind == RangeOf::driver ? "you" : input.platform) + "/" + input.id;
}

}  // namespace tollmeter
