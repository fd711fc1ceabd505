#include "core/pricing/quantity.h"

#include <algorithm>
#include <optional>

namespace tollmeter {
namespace {

Rational value_of(const Formula& formula, const EventKind& kind, const PricingWorld& world) {
  return formula.evaluate([&](std::string_view name) {
    const auto own = kind.drivers.find(name);
    return own != kind.drivers.end() ? own->second : world.driver(name);
  });
}

int cell_of(const Charge& charge, const EventKind& kind) {
  for (std::size_t i = 0; i < charge.cells.size(); ++i) {
    if (has_all(kind, charge.cells[i].with)) return static_cast<int>(i);
  }
  return -1;
}

Rational factor_of(const Charge& charge, const EventKind& kind) {
  Rational times = 1;
  for (const Factor& factor : charge.factors) {
    if (has_all(kind, factor.with)) times = times * factor.times;
  }
  return times;
}

/// Calls `take` with every span of the hours that touches the cycle. It goes by stretches of one offset, so that an hour that the
/// clock shows twice is in the hours by what it shows.
template <class Take>
void each_span(const DailyHours& hours, const ZoneEntry* zone, const Cycle& cycle, Take take) {
  const int end = hours.from < hours.to ? hours.to : hours.to + 86400;
  const Instant last = start_of(cycle.end + 1);
  for (Instant stretch = start_of(cycle.start - 1); stretch < last;) {
    const std::int64_t offset = zone == nullptr ? 0 : offset_at(*zone, stretch);
    const std::optional<Instant> change = zone == nullptr ? std::nullopt : next_change(*zone, stretch);
    const Instant until = change && *change < last ? *change : last;
    for (Date day = cycle.start - 3; day < cycle.end + 2; day = day + 1) {
      if ((hours.weekdays >> day.weekday() & 1U) == 0) continue;
      const std::int64_t midnight = start_of(day).seconds - offset;
      const Instant begin{std::max(midnight + hours.from, stretch.seconds)}, close{std::min(midnight + end, until.seconds)};
      if (begin < close) take(begin, close);
    }
    stretch = until;
  }
}

/// What `until` (of an instant, rising) gains on each day of the cycle within the hours; without hours in all of it.
template <class Until>
std::vector<std::int64_t> gains_of_days(const std::optional<DailyHours>& hours, const PricingWorld& world, Until until) {
  std::vector<std::int64_t> gains(static_cast<std::size_t>(world.cycle.days()));
  const std::int64_t first = start_of(world.cycle.start).seconds;
  const auto add = [&](Instant begin, Instant end) {
    for (std::size_t day = 0; day < gains.size(); ++day) {
      const std::int64_t midnight = first + static_cast<std::int64_t>(day) * 86400;
      const std::int64_t from = std::max(begin.seconds, midnight), to = std::min(end.seconds, midnight + 86400);
      if (from < to) gains[day] += until(Instant{to}) - until(Instant{from});
    }
  };
  if (!hours) {
    add(start_of(world.cycle.start), start_of(world.cycle.end));
  } else {
    each_span(*hours, hours->zone == "UTC" ? nullptr : find_zone(world.zones, hours->zone), world.cycle, add);
  }
  return gains;
}

/// How much of the traffic of each day of the cycle falls into the hours.
std::vector<std::int64_t> weights_of_days(const std::optional<DailyHours>& hours, const PricingWorld& world) {
  return gains_of_days(hours, world, [&](Instant t) { return world.traffic->weight_until(t); });
}

/// The same for the days of events that have days of their own, as shares of each day; of a day without traffic its time counts.
std::vector<Rational> shares_of_days(const std::optional<DailyHours>& hours, int day, int days, const PricingWorld& world) {
  const auto seconds = [](Instant t) { return t.seconds; };
  const std::vector<std::int64_t> inside = weights_of_days(hours, world), all = weights_of_days({}, world),
                                  time = gains_of_days(hours, world, seconds);
  std::vector<Rational> shares(all.size());
  for (auto i = static_cast<std::size_t>(day); i < all.size() && i < static_cast<std::size_t>(day + days); ++i) {
    shares[i] = all[i] > 0 ? Rational::fraction(inside[i], all[i]) : Rational::fraction(time[i], 86400);
  }
  return shares;
}

Rational sum_of(const std::vector<Rational>& numbers) {
  Rational sum;
  for (const Rational& number : numbers) sum += number;
  return sum;
}

/// Adds units to the days on which they fall; `day` is where events with days of their own begin.
void spread(const Rational& units, const Charge& charge, const EventKind& kind, const PricingWorld& world, int day,
            std::vector<Rational>& by_day) {
  const auto length = static_cast<std::size_t>(world.cycle.days());
  by_day.resize(length);
  if (kind.at) {
    const int at = date_of(*kind.at).days - world.cycle.start.days;
    if (at >= 0 && at < world.cycle.days()) by_day[static_cast<std::size_t>(at)] += units;
    return;
  }
  if (kind.days > 0) {
    const std::vector<Rational> shares = shares_of_days(charge.hours, day, kind.days, world);
    const Rational all = charge.hours ? sum_of(shares) : Rational(kind.days);
    for (std::size_t i = 0; i < length && all > 0; ++i) by_day[i] += units * shares[i] / all;
    return;
  }
  const std::vector<std::int64_t> weights = weights_of_days(charge.hours, world);
  std::int64_t total = 0;
  for (const std::int64_t weight : weights) total += weight;
  for (std::size_t i = 0; i < length && total > 0; ++i) by_day[i] += units * weights[i] / total;
}

}  // namespace

bool has_all(const EventKind& kind, const std::vector<AttributeIs>& wanted) {
  return std::all_of(wanted.begin(), wanted.end(), [&](const AttributeIs& want) {
    const auto found = kind.attributes.find(want.attribute);
    return found != kind.attributes.end() && found->second == want.value;
  });
}

Rational none_below_zero(const Rational& quantity) { return max(Rational(0), quantity); }

Rational units_of_one(const Charge& charge, const EventKind& kind, const PricingWorld& world) {
  return charge.each ? none_below_zero(value_of(*charge.each, kind, world)) : Rational(1);
}

Rational share_within(const DailyHours& hours, const EventKind& kind, int day, const PricingWorld& world) {
  const ZoneEntry* zone = hours.zone == "UTC" ? nullptr : find_zone(world.zones, hours.zone);
  const bool known = zone != nullptr && world.cycle.start.year() >= kFirstZoneYear &&
                     (world.cycle.end - 1).year() <= kLastZoneYear;
  if (!known && hours.zone != "UTC") return Rational::overflow();
  if (!kind.at && kind.days > 0) return sum_of(shares_of_days(hours, day, kind.days, world)) / kind.days;
  bool inside = false;
  std::int64_t weight = 0;
  each_span(hours, zone, world.cycle, [&](Instant begin, Instant end) {
    if (kind.at) {
      inside = inside || (begin <= *kind.at && *kind.at < end);
    } else {
      weight += world.traffic->weight_until(end) - world.traffic->weight_until(begin);
    }
  });
  if (kind.at) return inside ? 1 : 0;
  return Rational::fraction(weight, world.traffic->total_weight());
}

std::vector<Batch> count_events(const Charge& charge, std::span<const Events> events, bool daily, const PricingWorld& world) {
  std::vector<Batch> batches;
  int next_day = 0;
  for (const Events& some : events) {
    const EventKind& kind = *some.kind;
    const int day = next_day;
    next_day += kind.days;  // whether they are counted here or not
    if (some.number.is_zero()) continue;  // its sizes need not be said
    if (!has_all(kind, charge.with)) continue;
    if (charge.when && value_of(*charge.when, kind, world).is_zero()) continue;
    const Rational number = charge.hours ? some.number * share_within(*charge.hours, kind, day, world) : some.number;
    const int cell = cell_of(charge, kind);
    const Rational times = factor_of(charge, kind);
    auto batch = std::find_if(batches.begin(), batches.end(),
                              [&](const Batch& b) { return b.cell == cell && b.times == times; });
    if (batch == batches.end()) {
      batch = batches.emplace(batches.end());
      batch->cell = cell;
      batch->times = times;
    }
    const Rational units = number * units_of_one(charge, kind, world);
    batch->events += number;
    batch->counted += units;
    batch->of.push_back({number, &kind});
    if (daily) spread(units, charge, kind, world, day, batch->by_day);
  }
  return batches;
}

Rational round_quantity(const Rational& quantity, const QuantityRounding& rounding) {
  const Rational steps = quantity / rounding.to;
  switch (rounding.how) {
    case QuantityRounding::How::none:
      break;
    case QuantityRounding::How::up:
      return steps.ceil() * rounding.to;
    case QuantityRounding::How::down:
      return steps.floor() * rounding.to;
    case QuantityRounding::How::half_up:
      return steps.round_half_up(0) * rounding.to;
  }
  return quantity;
}

Rational FreeUnits::take(const Batch& batch, const Rational& quantity) {
  if (left_by_day.empty()) {
    const Rational taken = min(quantity, left);
    left -= taken;
    return quantity - taken;
  }
  Rational taken;
  for (std::size_t day = 0; day < left_by_day.size(); ++day) {
    // What comes without days comes evenly.
    const Rational comes = batch.by_day.empty() ? quantity / static_cast<std::int64_t>(left_by_day.size()) : batch.by_day[day];
    const Rational today = min(comes, left_by_day[day]);
    left_by_day[day] -= today;
    taken += today;
  }
  return max(Rational(0), quantity - taken);
}

}  // namespace tollmeter
