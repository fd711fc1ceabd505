#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/pricing/use.h"

namespace tollmeter {

/// Units that share a price: those of one cell (or of none) and of the same factors.
struct Batch {
  int cell = -1;        ///< index of Charge::cells, -1: the charge's own rate
  Rational times = 1;   ///< all factors that apply
  Rational events;
  Rational counted;     ///< units, before rounding and free units
  std::vector<Rational> by_day;  ///< the same by day of the cycle; filled only where units are free by the day
  std::vector<Events> of;        ///< the events counted, each with the share that is
};

/// What a charge counts of the events: attributes, conditions and hours applied, sizes multiplied. In the order of
/// first appearance.
/// With `daily` each batch's units by day too.
std::vector<Batch> count_events(const Charge& charge, std::span<const Events> events, bool daily, const PricingWorld& world);

/// Whether events of this kind have all these attributes.
bool has_all(const EventKind& kind, const std::vector<AttributeIs>& wanted);

/// There is no less than nothing of anything: a formula such as `seats - 5` counts none below five.
Rational none_below_zero(const Rational& quantity);

/// Units of one event of this kind.
Rational units_of_one(const Charge& charge, const EventKind& kind, const PricingWorld& world);

Rational round_quantity(const Rational& quantity, const QuantityRounding& rounding);

/// Units that cost nothing, as long as there are any: of a charge, or of a pool that several share.
struct FreeUnits {
  Rational left;                      ///< of the cycle
  std::vector<Rational> left_by_day;  ///< instead, where so many are free each day
  /// What is left of `quantity`, rounded already, once free units are taken off.
  Rational take(const Batch& batch, const Rational& quantity);
};

/// The share of the events that falls into the hours: by the traffic of the month, or of their own days, which begin at `day` of
/// the cycle; 0 or 1 of an event with an instant.
Rational share_within(const DailyHours& hours, const EventKind& kind, int day, const PricingWorld& world);

}  // namespace tollmeter
