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
  std::vector<Rational> by_day;  ///< the same by day of the cycle; filled only for what is free daily
  std::vector<Events> of;        ///< the events counted, each with the share that is
};

/// What a charge counts of the events: attributes, conditions and hours applied, sizes multiplied. In the order of
/// first appearance.
std::vector<Batch> count_events(const Charge& charge, std::span<const Events> events, const PricingWorld& world);

/// Units of one event of this kind.
Rational units_of_one(const Charge& charge, const EventKind& kind, const PricingWorld& world);

Rational round_quantity(const Rational& quantity, const QuantityRounding& rounding);

/// What is left of `counted` once free units are taken off; `left` holds what pools have left, by name.
/// `quantity` is rounded already.
Rational take_free(const Charge& charge, const Batch& batch, const Rational& quantity, const PricingWorld& world,
                   Rational& free_left);

/// The share of the traffic, or of one instant (0 or 1), that falls into the hours.
Rational share_within(const DailyHours& hours, const EventKind& kind, const PricingWorld& world);

}  // namespace tollmeter
