#include "core/plan_choice.h"

#include "core/known_prices.h"

namespace tollmeter {
namespace {

/// The part of all that is asked which the plan does not serve. A part lies inside its parent and a
/// derived metric behind it, so only entered ones are counted.
Rational refused_share(const PlatformEstimate& estimate, const Usage& usage) {
  Rational asked, served;
  for (std::size_t i = 0; i < usage.asked.size(); ++i) {
    if (usage.platform->metrics[i].kind == Metric::Kind::entered) asked += usage.asked[i];
  }
  for (const BillLine& line : estimate.bill) {
    if (line.metric && line.metric->kind != Metric::Kind::derived) served += line.served;
  }
  return asked.is_zero() ? Rational(0) : Rational(1) - served / asked;
}

bool cheaper_or_lighter(const Candidate& a, const Candidate& b) {
  const Rational price_a = a.estimate.subtotal.amount, price_b = b.estimate.subtotal.amount;
  if (price_a != price_b) return price_a < price_b;
  if (a.named != b.named) return a.named;  // nobody moves for nothing
  if (a.access != b.access) return a.access < b.access;
  return a.estimate.plan->validity.from > b.estimate.plan->validity.from;
}

}  // namespace

Candidate candidate_on(PlatformMonth& month, const Plan& plan, Date date) {
  Candidate c;
  c.estimate = month.on_plan(plan, date, Detail::verdict);
  c.access = plan.access_on(date);
  c.named = plan.id == month.usage().use->plan;
  c.price = price_class(plan, date, c.estimate.subtotal);
  if (!c.estimate.fits) c.refused_share = refused_share(c.estimate, month.usage());
  return c;
}

bool better(const Candidate& a, const Candidate& b) {
  if (a.estimate.fits != b.estimate.fits) return a.estimate.fits;
  if (a.estimate.fits) {
    if (a.price != b.price) return a.price < b.price;
  } else if (a.refused_share != b.refused_share) {
    return a.refused_share < b.refused_share;
  }
  return cheaper_or_lighter(a, b);
}

const Candidate* best_of(const std::vector<Candidate>& candidates, const Plan* without) {
  const Candidate* best = nullptr;
  for (const bool priced : {true, false}) {
    for (const Candidate& c : candidates) {
      if (c.estimate.plan == without) continue;
      if ((c.price != PriceClass::unknown) != priced) continue;
      if (!best || better(c, *best)) best = &c;
    }
    if (best) break;
  }
  return best;
}

const std::string& currency_of(const Usage& usage) {
  const Plan* named = usage.platform->plan(usage.use->plan);
  return named ? named->currency : usage.platform->currency;
}

Offer offer_on(const Plan& plan, Date date) {
  if (plan.validity.from && date < *plan.validity.from) return Offer::not_yet;
  if (plan.validity.to && date >= *plan.validity.to) return Offer::ended;
  switch (plan.access_on(date)) {
    case Access::open:
    case Access::review:
      return Offer::sold;
    case Access::contract:
      return Offer::by_contract;
    case Access::invitation:
      return Offer::by_invitation;
    case Access::closed:
      return Offer::closed;
  }
  return Offer::closed;
}

bool can_be_had(const Plan& plan, const PlatformUse& use, Date date) {
  switch (offer_on(plan, date)) {
    case Offer::sold:
    case Offer::by_contract:
      return true;
    case Offer::by_invitation:
    case Offer::closed:
      return use.already_on && use.plan == plan.id;
    case Offer::not_yet:
    case Offer::ended:
      return false;
  }
  return false;
}

PriceClass price_class(const Plan& plan, Date date, const Money& price) {
  if (price.at_least) return PriceClass::unknown;
  const bool quoted = plan.access_on(date) == Access::contract || price.press || price.approximate;
  return quoted ? PriceClass::quoted : PriceClass::published;
}

bool may_be_chosen(const Plan& plan, const Usage& usage, Date date) {
  const PlatformUse& use = *usage.use;
  const std::string& wanted = use.plan.empty() ? usage.platform->default_plan : use.plan;
  const bool proposed = (!plan.yearly || plan.id == use.plan) && (!plan.apart || plan.id == wanted);
  return proposed && plan.currency == currency_of(usage) && can_be_had(plan, use, date);
}

std::vector<Candidate> candidates_of(PlatformMonth& month, Date date) {
  std::vector<Candidate> candidates;
  if (is_before_prices(*month.usage().platform, date)) return candidates;
  for (const Plan& plan : month.usage().platform->plans) {
    if (may_be_chosen(plan, month.usage(), date)) candidates.push_back(candidate_on(month, plan, date));
  }
  return candidates;
}

PlanChoice cheapest_for(PlatformMonth& month, Date date) {
  return month.findings().choices.at(date, [&] {
    const std::vector<Candidate> candidates = candidates_of(month, date);
    const Candidate* best = best_of(candidates);
    return best ? PlanChoice{best->estimate.plan, best->estimate.fits} : PlanChoice{};
  });
}

PlatformEstimate on_cheapest(PlatformMonth& month, Date date, Detail detail) {
  const PlanChoice choice = cheapest_for(month, date);
  if (choice.plan) {
    PlatformEstimate estimate = month.on_plan(*choice.plan, date, detail);
    estimate.state = choice.fits ? PlanState::cheapest : PlanState::nothing_fits;
    return estimate;
  }
  const Usage& usage = month.usage();
  PlatformEstimate none;
  none.platform = usage.platform;
  none.use = usage.use;
  none.subtotal.currency = currency_of(usage);
  if (is_before_prices(*usage.platform, date)) {
    none.state = PlanState::no_prices;
    none.subtotal.at_least = true;
    return none;
  }
  none.fits = true;
  for (std::size_t i = 0; i < usage.asked.size(); ++i) {
    if (usage.parents[i] || usage.asked[i].is_zero()) continue;
    none.not_offered.push_back(&usage.platform->metrics[i]);
    none.fits = false;
  }
  return none;
}

PlatformEstimate as_chosen(PlatformMonth& month, Date date, Detail detail) {
  const PlatformUse& use = *month.usage().use;
  const Plan* named = use.plan.empty() ? nullptr : month.usage().platform->plan(use.plan);
  const bool known = !is_before_prices(*month.usage().platform, date);
  if (known && named && can_be_had(*named, use, date)) return month.on_plan(*named, date, detail);
  PlatformEstimate estimate = on_cheapest(month, date, detail);
  if (!use.plan.empty() && estimate.plan) estimate.state = PlanState::not_sold;
  return estimate;
}

}  // namespace tollmeter
