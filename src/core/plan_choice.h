#pragma once

#include "core/advice.h"
#include "core/platform_month.h"

namespace tollmeter {

/// `cheapest_fit` for a month that is already set up; reasons are only written out in full detail.
PlanChoice cheapest_for(PlatformMonth& month, Date date, Detail detail);

/// The platform as the person chose it: on the named plan where it can be had, else on the cheapest that fits.
PlatformEstimate as_chosen(PlatformMonth& month, Date date, Detail detail);
/// The platform on the cheapest plan that fits, whatever is named.
PlatformEstimate on_cheapest(PlatformMonth& month, Date date, Detail detail);

/// The currency that candidates are in, since amounts of two currencies are not compared: that of the named plan, or else
/// the platform's.
const std::string& currency_of(const Usage& usage);

/// The named plan can be had on the date, or the person is on it already.
bool can_be_had(const Plan& plan, const PlatformUse& use, Date date);

/// Whether the plan is among those of which the cheapest is chosen.
bool may_be_chosen(const Plan& plan, const Usage& usage, Date date);

/// In the order in which candidates are taken: one that fits of an earlier class beats all later ones.
enum class PriceClass { published, quoted, unknown };
PriceClass price_class(const Plan& plan, Date date, const Money& price);

}  // namespace tollmeter
