#pragma once

#include <vector>

#include "core/advice.h"
#include "core/platform_month.h"

namespace tollmeter {

/// `cheapest_fit` for a month that is already set up.
PlanChoice cheapest_for(PlatformMonth& month, Date date);

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

/// A plan that may be chosen, with what decides between it and the others.
struct Candidate {
  PlatformEstimate estimate;  ///< a verdict
  PriceClass price = PriceClass::published;
  Access access = Access::open;
  Rational refused_share;  ///< of all that is asked; of one that fits zero
  bool named = false;
};
Candidate candidate_on(PlatformMonth& month, const Plan& plan, Date date);
/// In the catalogue's order.
std::vector<Candidate> candidates_of(PlatformMonth& month, Date date);
/// Whether `a` is taken rather than `b`, where both have a price or neither has.
bool better(const Candidate& a, const Candidate& b);
/// Null where none may be taken. One without a published price never beats one with a price. `without`: a plan that is
/// passed over.
const Candidate* best_of(const std::vector<Candidate>& candidates, const Plan* without = nullptr);

}  // namespace tollmeter
