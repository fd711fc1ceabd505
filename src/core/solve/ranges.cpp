#include "core/solve/ranges.h"

#include <algorithm>

#include "core/order.h"
#include "core/scenario_month.h"

namespace tollmeter {
namespace {

/// By currency, since a case may have them in another order.
Money total_at(const RangeOutcome& outcome, const TotalRange& total) {
  return total.converted ? *outcome.converted : total_in(total.likely.currency, outcome.totals);
}

std::vector<RangeBar> bars_of(const std::vector<Money>& ascending) {
  const Rational& least = ascending.front().amount;
  const Rational& most = ascending.back().amount;
  if (least == most) return {{least, most, static_cast<int>(ascending.size())}};
  const Rational width = (most - least) / kRangeBars;
  std::vector<RangeBar> bars;
  std::size_t next = 0;
  for (int i = 0; i < kRangeBars; ++i) {
    RangeBar bar{least + width * i, i + 1 == kRangeBars ? most : least + width * (i + 1), 0};
    for (; next < ascending.size() && ascending[next].amount <= bar.to; ++next) ++bar.cases;
    bars.push_back(bar);
  }
  return bars;
}

bool fits(const RangeOutcome& outcome) {
  return std::all_of(outcome.totals.begin(), outcome.totals.end(), [](const Money& total) { return total.amount.ok(); });
}

/// The same totals as in the likely month, without figures.
std::vector<TotalRange> totals_like(const RangeOutcome& likely) {
  std::vector<TotalRange> totals;
  for (const Money& money : likely.totals) {
    totals.emplace_back();
    totals.back().likely = money;
  }
  // One total that is in the wanted currency already needs no second line.
  if (likely.converted && (totals.size() > 1 || totals.front().likely.currency != likely.converted->currency)) {
    totals.emplace_back();
    totals.back().likely = *likely.converted;
    totals.back().converted = true;
  }
  return totals;
}

}  // namespace

RangesRun::RangesRun(const Scenario& scenario, const World& world)
    : month_(scenario, world, ranged_inputs(scenario, *world.catalog)) {
  ranges_.inputs = month_.inputs();
  for (const RangedInput& input : ranges_.inputs) {
    ranges_.spreads.push_back(spread_of(input, scenario, *world.catalog));
    orders_.push_back(latin_order(input_key(input)));
  }
  ends_.reserve(before_cases());
  cases_.reserve(kRangeCases);
}

void RangesRun::step(std::size_t months) {
  const bool had_swings = swings_done();
  for (; months > 0 && !done() && had_swings == swings_done(); --months) next_month();
}

void RangesRun::next_month() {
  const std::size_t inputs = ranges_.inputs.size();
  std::vector<Rational> values(inputs);
  std::vector<bool> set(inputs, true);
  const auto put = [&](std::size_t input, bool high) {
    values[input] = high ? ranges_.spreads[input].high : ranges_.spreads[input].low;
    set[input] = true;
  };
  if (done_ >= before_cases()) {
    const std::size_t number = done_ - before_cases();
    for (std::size_t i = 0; i < inputs; ++i) {
      const Spread& spread = ranges_.spreads[i];
      values[i] = plausible(ranges_.inputs[i], spread, spread_quantile(spread, latin_probability(orders_[i][number])));
    }
    cases_.push_back(month_.at(values, set));
  } else {
    if (done_ == 0 || done_ >= 3) set.assign(inputs, false);
    if (done_ == 1 || done_ == 2) {
      for (std::size_t i = 0; i < inputs; ++i) put(i, done_ == 2);
    } else if (done_ >= 3) {
      put((done_ - 3) / 2, (done_ - 3) % 2 == 1);
    }
    ends_.push_back(month_.at(values, set));
  }
  ++done_;
  if (done_ == before_cases()) sum_swings();
  if (done()) sum_cases();
}

void RangesRun::sum_swings() {
  const std::size_t inputs = ranges_.inputs.size();
  ranges_.totals = totals_like(ends_.front());
  for (TotalRange& total : ranges_.totals) {
    total.all_low = total_at(ends_[1], total);
    total.all_high = total_at(ends_[2], total);
    std::vector<Swing> swings;
    for (std::size_t input = 0; input < inputs; ++input) {
      const RangeOutcome& low = ends_[3 + 2 * input];
      const RangeOutcome& high = ends_[4 + 2 * input];
      Swing swing{input, total_at(low, total), total_at(high, total), low.breaches > 0, high.breaches > 0, {}};
      const Rational& a = swing.at_low.amount;
      const Rational& b = swing.at_high.amount;
      swing.by = max(total.likely.amount, max(a, b)) - min(total.likely.amount, min(a, b));
      swings.push_back(std::move(swing));
    }
    for (const std::size_t place : in_order(inputs, [&](std::size_t a, std::size_t b) { return swings[a].by > swings[b].by; })) {
      total.swings.push_back(swings[place]);
    }
  }
}

void RangesRun::sum_cases() {
  std::vector<const RangeOutcome*> counted;
  for (const RangeOutcome& outcome : cases_) {
    if (!fits(outcome)) {
      ++ranges_.too_large;
      continue;
    }
    counted.push_back(&outcome);
    if (outcome.breaches > 0) ++ranges_.breaking;
    if (outcome.over_budget) ++ranges_.over_budget;
  }
  ranges_.cases = static_cast<int>(counted.size());
  if (counted.empty()) return;
  for (TotalRange& total : ranges_.totals) {
    std::vector<Money> all;
    for (const RangeOutcome* outcome : counted) all.push_back(total_at(*outcome, total));
    std::vector<Money> ascending;
    for (const std::size_t place : in_order(all.size(), [&](std::size_t a, std::size_t b) { return all[a].amount < all[b].amount; })) {
      ascending.push_back(all[place]);
    }
    // The nearest rank: the least of which so many hundredths of the cases are no more.
    const auto rank = [&](std::size_t percent) { return ascending[(ascending.size() * percent + 99) / 100 - 1]; };
    total.least = ascending.front();
    total.tenth = rank(10);
    total.median = rank(50);
    total.ninetieth = rank(90);
    total.most = ascending.back();
    total.bars = bars_of(ascending);
  }
}

Ranges ranges_of(const Scenario& scenario, const World& world) {
  RangesRun run(scenario, world);
  while (!run.done()) run.step(kRangeCases);
  return run.ranges();
}

}  // namespace tollmeter
