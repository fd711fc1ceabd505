#include "core/solve/counters.h"

#include <algorithm>
#include <set>

#include "core/pricing/quantity.h"
#include "core/solve/dial.h"

namespace tollmeter {
namespace {

constexpr int kMostReferences = 8;  // of rates that are like others

Rational number_of(const std::optional<Formula>& formula, const Usage& usage) {
  return formula ? none_below_zero(usage.value(*formula)) : Rational(0);
}

/// The rates that a charge may price by: its own, its cells', and those of the charge that it is like.
void add_rates(const Charge& charge, const Tariff& tariff, std::vector<const Rate*>& rates, int depth = 0) {
  rates.push_back(&charge);
  for (const Cell& cell : charge.cells) rates.push_back(&cell.rate);
  if (charge.like.charge.empty() || depth > kMostReferences) return;
  for (const TariffLine& line : tariff.lines) {
    if (line.charge->id == charge.like.charge) add_rates(*line.charge, tariff, rates, depth + 1);
  }
}

/// Free units of a charge, or of the first row of its pool that says how many.
Rational free_units(const Charge& charge, const Tariff& tariff, const Usage& usage) {
  if (charge.pool.empty()) return charge.free_daily ? Rational(0) : number_of(charge.free, usage);
  for (const TariffLine& line : tariff.lines) {
    const Charge& owner = *line.charge;
    if (owner.pool == charge.pool && owner.free) return owner.free_daily ? Rational(0) : number_of(owner.free, usage);
  }
  return 0;
}

/// What one call of the use counts for on this line, hours and sizes applied; and how much of it falls on each day.
Batch one_call(const Charge& charge, const Usage& usage) {
  const auto driver = [&](std::string_view id) { return usage.driver(id); };
  const PricingWorld world{usage.traffic, usage.world->zones, usage.cycle, driver, usage.held};
  const Events one{1, &usage.groups.front().kind};
  std::vector<Batch> batches = count_events(charge, {&one, 1}, charge.free_daily, world);
  return batches.empty() ? Batch{} : std::move(batches.front());
}

}  // namespace

Counters::Counters(const Usage& usage, std::size_t entered, const Tariff& tariff)
    : entered_(entered), asked_(usage.asked), metric_growth_(usage.asked.size()), metric_strays_(usage.asked.size()) {
  const std::vector<Metric>& metrics = usage.platform->metrics;
  metric_growth_[entered] = 1;
  std::vector<char> done(metrics.size(), 0);
  for (std::size_t i = 0; i < metrics.size(); ++i) done[i] = !usage.parents[i].has_value();
  for (bool moved = true; moved;) {
    moved = false;
    for (std::size_t i = 0; i < metrics.size(); ++i) {
      if (done[i] || !done[*usage.parents[i]]) continue;
      done[i] = 1;
      moved = true;
      if (usage.root(i) != entered) continue;
      const bool part = metrics[i].kind == Metric::Kind::part;
      const Rational factor = part ? usage.share(i) : usage.value(metrics[i].per_parent);
      followers_.push_back({i, *usage.parents[i], factor, !part});
      metric_growth_[i] = metric_growth_[*usage.parents[i]] * factor;
      metric_strays_[i] = metric_strays_[*usage.parents[i]] * factor + 1;
    }
  }
  growth_.emplace_back(1);
  sway_.emplace_back(0);
  // A whole multiple of the metric itself needs no count of its own.
  std::vector<char> multiple(metrics.size(), 0);
  multiple[entered] = 1;
  std::set<std::size_t> counted;
  for (const TariffLine& line : tariff.lines) {
    if (line.metered()) counted.insert(line.metric);
    counted.insert(line.priced_apart.begin(), line.priced_apart.end());
    for (const CapacityStep& step : line.charge->steps) {
      for (const CapacityStep::Holds& bound : step.holds) {
        if (const auto metric = metric_index(*usage.platform, bound.name)) counted.insert(*metric);
      }
    }
  }
  for (const Follower& follower : followers_) {
    multiple[follower.metric] = multiple[follower.parent] != 0 && follower.factor.is_whole();
    if (counted.count(follower.metric) == 0 || multiple[follower.metric] != 0) continue;
    priced_.push_back(follower.metric);
    growth_.push_back(metric_growth_[follower.metric]);
    sway_.push_back(metric_strays_[follower.metric] * 2);
  }
  for (const TariffLine& line : tariff.lines) count_line(line, tariff, usage);
}

Rational Counters::growth_of(const TariffLine& line) const {
  Rational growth = metric_growth_[line.metric];
  for (const std::size_t part : line.priced_apart) growth -= metric_growth_[part];
  return growth;
}

Rational Counters::strays_of(const TariffLine& line) const {
  Rational strays = metric_strays_[line.metric];
  for (const std::size_t part : line.priced_apart) strays += metric_strays_[part];
  return strays;
}

void Counters::add_blocks(Blocks blocks, const Rational& growth, const Rational& strays) {
  if (std::find(blocks_.begin(), blocks_.end(), blocks) != blocks_.end()) return;
  const bool rounds = blocks.rounding.how != QuantityRounding::How::none;
  const Rational counted = strays * blocks.each + (rounds ? blocks.rounding.to : Rational(0));
  growth_.push_back(blocks.size.is_zero() ? growth * blocks.each : growth * blocks.each / blocks.size);
  sway_.push_back((blocks.size.is_zero() ? counted : counted / blocks.size + 1) * 2);
  blocks_.push_back(std::move(blocks));
}

void Counters::count_line(const TariffLine& line, const Tariff& tariff, const Usage& usage) {
  const Charge& charge = *line.charge;
  for (const CapacityStep& step : charge.steps) {
    const auto metric = metric_index(*usage.platform, step.block_of);
    if (!metric || !(metric_growth_[*metric] > 0) || !(step.block > 0)) continue;
    for (const CapacityStep::Holds& bound : step.holds) {
      if (bound.name == step.block_of) add_blocks({*metric, {}, 1, {}, bound.most, step.block}, metric_growth_[*metric], metric_strays_[*metric]);
    }
  }
  if (!line.metered()) return;
  const Rational growth = growth_of(line);
  if (!(growth > 0)) return;
  const Rational strays = strays_of(line);
  const Rational each = one_call(charge, usage).counted;
  if (!(each > 0)) return;
  const Blocks plain{line.metric, line.priced_apart, each, charge.rounding, 0, 0};
  if (charge.rounding.how != QuantityRounding::How::none) add_blocks(plain, growth, strays);
  const Rational free = free_units(charge, tariff, usage);
  std::vector<const Rate*> rates;
  add_rates(charge, tariff, rates);
  for (const Rate* rate : rates) {
    Blocks blocks = plain;
    blocks.before = free;
    const Rational packages = charge.model == ChargeModel::package ? rate->per : Rational(0);
    blocks.size = packages;
    if (rate->tiers.empty() && packages > 0) add_blocks(blocks, growth, strays);
    for (const Tier& tier : rate->tiers) {
      blocks.size = tier.package > 0 ? tier.package : packages;
      if (blocks.size > 0) add_blocks(blocks, growth, strays);
      // In a volume tier packages hold all units, in a graduated one those above the tier's lower bound.
      if (charge.model != ChargeModel::volume && tier.up_to) blocks.before = free + *tier.up_to;
    }
  }
}

std::vector<Rational> Counters::units_at(std::int64_t units) const {
  std::vector<Rational> all = asked_;
  all[entered_] = units;
  for (const Follower& f : followers_) {
    const Rational exact = all[f.parent] * f.factor;
    all[f.metric] = f.up ? exact.ceil() : exact.round_half_up(0);
  }
  return all;
}

std::vector<Rational> Counters::at(std::int64_t units) const {
  std::vector<Rational> counts;
  counts.reserve(size());
  counts.emplace_back(units);
  if (size() == 1) return counts;
  const std::vector<Rational> all = units_at(units);
  for (const std::size_t metric : priced_) counts.push_back(all[metric]);
  for (const Blocks& b : blocks_) {
    Rational own = all[b.metric];
    for (const std::size_t part : b.apart) own -= all[part];
    const Rational rounded = round_quantity(max(Rational(0), own) * b.each, b.rounding);
    counts.push_back(b.size.is_zero() ? rounded : (max(Rational(0), rounded - b.before) / b.size).ceil());
  }
  return counts;
}

std::vector<std::int64_t> Counters::kinks(const Tariff& tariff, const Usage& usage, std::int64_t top) const {
  std::set<std::int64_t> found;
  const auto add = [&](const Rational& bound, const Rational& growth) {
    const Rational units = bound / growth;
    if (!(units >= 0) || !(units < Rational(top))) return;
    found.insert(units.floor().to_int64());
  };
  add(0, 1);
  for (const TariffLine& line : tariff.lines) {
    const Charge& charge = *line.charge;
    for (const CapacityStep& step : charge.steps) {
      for (const CapacityStep::Holds& bound : step.holds) {
        const auto metric = metric_index(*usage.platform, bound.name);
        if (!metric || !(metric_growth_[*metric] > 0)) continue;
        add(bound.most, metric_growth_[*metric]);
        if (bound.name == step.block_of) add(bound.most + step.block * step.most_blocks, metric_growth_[*metric]);
      }
    }
    if (!line.metered() || !(growth_of(line) > 0)) continue;
    const Batch one = one_call(charge, usage);
    const Rational growth = growth_of(line) * one.counted;
    if (!(growth > 0)) continue;
    if (charge.free_daily) {
      for (const Rational& day : one.by_day) {
        if (day > 0) add(number_of(charge.free, usage), growth_of(line) * day);
      }
    }
    const Rational free = free_units(charge, tariff, usage);
    add(free, growth);
    std::vector<const Rate*> rates;
    add_rates(charge, tariff, rates);
    for (const Rate* rate : rates) {
      for (const Tier& tier : rate->tiers) {
        if (tier.up_to) add(free + *tier.up_to, growth);
      }
    }
  }
  return {found.begin(), found.end()};
}

}  // namespace tollmeter
