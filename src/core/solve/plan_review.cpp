#include "core/solve/plan_review.h"

#include <algorithm>
#include <utility>

#include "core/known_prices.h"
#include "core/plan_choice.h"
#include "core/scenario_month.h"
#include "core/solve/plan_reasons.h"
#include "core/tariff.h"

namespace tollmeter {
namespace {

PlanEntry entry_of(const PlatformEstimate& estimate, Date date) {
  PlanEntry entry;
  entry.plan = estimate.plan;
  entry.access = estimate.plan->access_on(date);
  entry.fits = estimate.fits;
  entry.price = estimate.subtotal;
  entry.why = why_not_served(estimate);
  return entry;
}

Money difference(const Money& from, const Money& to) {
  Money less = from;
  less.amount = -less.amount;
  Money all = to;
  add_to(all, less);
  return all;
}

/// Of a plan that is sold, or held, on the day and is no candidate. What forbids it altogether comes before what the person
/// could decide otherwise.
PlanEntry::Apart cause_of(const Plan& plan, const Usage& usage, Date date) {
  if (plan.currency != currency_of(usage)) return PlanEntry::Apart::other_currency;
  const Offer offer = offer_on(plan, date);
  if (offer == Offer::closed) return PlanEntry::Apart::closed;
  return offer == Offer::by_invitation ? PlanEntry::Apart::by_invitation : PlanEntry::Apart::yearly;
}

/// A product of its own is that before all else: it would not be taken if it were open and paid by the month.
bool is_product(const Plan& plan, const Usage& usage) {
  const std::string& wanted = usage.use->plan.empty() ? usage.platform->default_plan : usage.use->plan;
  return plan.apart && plan.id != wanted;
}

bool is_of_other_days(const Plan& plan, Date date) {
  const Offer offer = offer_on(plan, date);
  return offer == Offer::not_yet || offer == Offer::ended;
}

/// Prices of several currencies stand one currency after the other.
bool by_price(const PlanEntry& a, const PlanEntry& b) {
  if (a.price.currency != b.price.currency) return a.price.currency < b.price.currency;
  if (a.price.at_least != b.price.at_least) return b.price.at_least;
  return a.price.amount < b.price.amount;
}

bool by_cause(const PlanEntry& a, const PlanEntry& b) { return a.apart != b.apart ? a.apart < b.apart : by_price(a, b); }

void place_candidates(PlanReview& review, const std::vector<Candidate>& candidates, Date date) {
  const Candidate* taken = best_of(candidates);
  if (!taken) return;
  const Candidate* next = best_of(candidates, taken->estimate.plan);
  if (next && (!taken->estimate.fits || !next->estimate.fits || next->price == PriceClass::unknown)) next = nullptr;
  review.taken = entry_of(taken->estimate, date);
  if (next) {
    review.next = entry_of(next->estimate, date);
    review.rise = difference(taken->estimate.subtotal, next->estimate.subtotal);
    if (review.rise.amount > 0) review.why_more = what_costs_more(taken->estimate, next->estimate);
  }
  std::vector<const Candidate*> left;
  for (const Candidate& c : candidates) {
    if (&c != taken && &c != next) left.push_back(&c);
  }
  std::stable_sort(left.begin(), left.end(), [](const Candidate* a, const Candidate* b) { return better(*a, *b); });
  for (const Candidate* c : left) {
    PlanEntry entry = entry_of(c->estimate, date);
    if (c->price == PriceClass::unknown) {
      entry.apart = PlanEntry::Apart::unpublished;
      review.apart.push_back(std::move(entry));
    } else {
      (entry.fits ? review.fits : review.fails).push_back(std::move(entry));
    }
  }
}

void place_others(PlanReview& review, PlatformMonth& month, Date date) {
  for (const Plan& plan : month.usage().platform->plans) {
    if (may_be_chosen(plan, month.usage(), date)) continue;
    if (is_of_other_days(plan, date)) {
      PlanEntry entry;
      entry.plan = &plan;
      review.other_days.push_back(std::move(entry));
      continue;
    }
    PlanEntry entry = entry_of(month.on_plan(plan, date, Detail::verdict), date);
    if (is_product(plan, month.usage())) {
      review.products.push_back(std::move(entry));
    } else {
      entry.apart = cause_of(plan, month.usage(), date);
      review.apart.push_back(std::move(entry));
    }
  }
}

const PlanEntry* first_dearer(const PlanReview& review) {
  const auto dearer = [&](const PlanEntry& entry) { return entry.price.amount > review.taken->price.amount; };
  if (!review.next) return nullptr;
  if (dearer(*review.next)) return &*review.next;
  const auto found = std::find_if(review.fits.begin(), review.fits.end(), dearer);
  return found == review.fits.end() ? nullptr : &*found;
}

/// One platform's step in the sum of its currency.
void consider_step(ScenarioReview& all, std::size_t platform) {
  const PlanReview& review = all.platforms[platform];
  const PlanEntry* to = first_dearer(review);
  if (!to) return;
  const StepUp step{platform, to, difference(review.taken->price, to->price), {}};
  const auto known = std::find_if(all.steps.begin(), all.steps.end(),
                                  [&](const StepUp& other) { return other.rise.currency == step.rise.currency; });
  if (known == all.steps.end()) {
    all.steps.push_back(step);
  } else if (step.rise.amount < known->rise.amount) {
    *known = step;
  }
}

Money total_with(const ScenarioReview& all, const StepUp& step) {
  Money total;
  total.currency = step.rise.currency;
  for (std::size_t i = 0; i < all.platforms.size(); ++i) {
    const PlanReview& review = all.platforms[i];
    const PlanEntry* entry = i == step.platform ? step.to : review.taken ? &*review.taken : nullptr;
    if (entry && entry->price.currency == total.currency) add_to(total, entry->price);
  }
  return total;
}

}  // namespace

PlanReview review_plans(PlatformMonth& month, Date date) {
  PlanReview review;
  const Usage& usage = month.usage();
  review.platform = usage.platform;
  if (is_before_prices(*usage.platform, date)) return review;
  place_candidates(review, candidates_of(month, date), date);
  place_others(review, month, date);
  std::stable_sort(review.fails.begin(), review.fails.end(), by_price);
  std::stable_sort(review.products.begin(), review.products.end(), by_price);
  std::stable_sort(review.apart.begin(), review.apart.end(), by_cause);
  const auto add_pair = [&](const Plan* plan) {
    if (!plan) return;
    std::optional<YearlyPair> pair = yearly_pair(month, *plan, date);
    const bool known = pair && std::any_of(review.yearly.begin(), review.yearly.end(),
                                           [&](const YearlyPair& other) { return other.yearly == pair->yearly; });
    if (pair && !known) review.yearly.push_back(*std::move(pair));
  };
  if (review.taken) add_pair(review.taken->plan);
  const Plan* chosen = usage.platform->plan(usage.use->plan);
  if (chosen && can_be_had(*chosen, *usage.use, date)) add_pair(chosen);
  return review;
}

ScenarioReview review_plans(const Scenario& scenario, const World& world) {
  ScenarioReview all;
  ScenarioMonth months(scenario, world, nullptr);
  for (PlatformMonth& month : months.platforms()) {
    all.platforms.push_back(review_plans(month, scenario.date));
    const PlanReview& review = all.platforms.back();
    if (review.taken) add_to_totals(all.totals, review.taken->price);
    all.fits &= review.taken && review.taken->fits;
  }
  for (std::size_t i = 0; i < all.platforms.size(); ++i) consider_step(all, i);
  for (StepUp& step : all.steps) step.total = total_with(all, step);
  const auto place = [&](const StepUp& step) {
    return std::find_if(all.totals.begin(), all.totals.end(), [&](const Money& m) { return m.currency == step.rise.currency; });
  };
  std::stable_sort(all.steps.begin(), all.steps.end(), [&](const StepUp& a, const StepUp& b) { return place(a) < place(b); });
  return all;
}

}  // namespace tollmeter
