#include "core/solve/range_month.h"

#include <algorithm>
#include <utility>

#include "core/budget_state.h"
#include "core/conversion.h"
#include "core/plan_choice.h"
#include "core/scenario_month.h"

namespace tollmeter {
namespace {

bool moves(const RangedInput& input, const Scenario& scenario, const std::string& platform) {
  if (input.kind == RangeOf::driver) return true;
  if (input.kind == RangeOf::unit_count) return scenario.unit && scenario.unit->parts.contains(platform);
  return input.platform == platform;
}

}  // namespace

RangeMonth::RangeMonth(const Scenario& scenario, const World& world, std::vector<RangedInput> inputs)
    : scenario_(scenario),
      world_(world),
      cycle_(own_cycle(scenario)),
      traffic_(cycle_, scenario.traffic, world.zones),
      inputs_(std::move(inputs)) {
  for (std::size_t i = 0; i < scenario_.platforms.size(); ++i) {
    const std::string& id = scenario_.platforms[i].platform;
    Part& part = parts_.emplace_back();
    part.platform = world_.catalog->platform(id);
    part.moves = std::any_of(inputs_.begin(), inputs_.end(), [&](const RangedInput& input) { return tollmeter::moves(input, scenario_, id); });
    moved_ += part.platform && part.moves ? 1 : 0;
    if (part.platform && !part.moves) rate(scenario_, i, part.subtotal, part.breaches);
  }
}

void RangeMonth::rate(const Scenario& scenario, std::size_t place, Money& subtotal, int& breaches) const {
  PlatformMonth month(Usage(*parts_[place].platform, scenario.platforms[place], scenario, world_, cycle_, traffic_));
  PlatformEstimate estimate = as_chosen(month, scenario.date, Detail::verdict);
  breaches = breaches_of(estimate);
  subtotal = std::move(estimate.subtotal);
}

RangeOutcome RangeMonth::at(const std::vector<Rational>& values, const std::vector<bool>& set) const {
  Scenario scenario = scenario_;
  for (std::size_t i = 0; i < inputs_.size(); ++i) {
    if (set[i]) set_value(scenario, inputs_[i], values[i]);
  }
  RangeOutcome out;
  Estimate sums;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    if (!parts_[i].platform) continue;
    Money subtotal = parts_[i].subtotal;
    int breaches = parts_[i].breaches;
    if (parts_[i].moves) rate(scenario, i, subtotal, breaches);
    add_to_totals(sums.totals, subtotal);
    out.breaches += breaches;
  }
  if (sums.totals.empty()) sums.totals = totals_of({});
  if (scenario.budget) out.over_budget = !budget_state(*scenario.budget, scenario.conversion, sums.totals).within;
  out.converted = converted_total(sums, scenario).total;
  out.totals = std::move(sums.totals);
  return out;
}

}  // namespace tollmeter
