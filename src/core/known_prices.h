#pragma once

#include "core/catalog.h"

namespace tollmeter {

/// What has no start of its own is taken to hold on earlier days too, but of a platform of which nothing is dated before, not before
/// this one: 1 January 2022, where the price history begins (docs/rules.md, "Days of which nothing is known").
inline constexpr Date kFirstPrices{18993};

/// The first day on which anything is known of the platform's prices: kFirstPrices, or the earliest day that is named by a row of a
/// plan, by an event, or on which a source was read, where that is earlier.
Date prices_known_from(const Platform& platform);

/// Of such a day no plan and no price is named. A person's own prices hold on any day.
bool is_before_known_prices(const Platform& platform, Date date);
inline bool is_before_prices(const Platform& platform, Date date) {
  return date < kFirstPrices && is_before_known_prices(platform, date);
}

}  // namespace tollmeter
