#include "core/reply/holders.h"

#include <algorithm>

#include "core/advice.h"
#include "core/plan_choice.h"

namespace tollmeter {
namespace {

bool counts_same(const Limit& a, const Limit& b) {
  if (a.window.kind != b.window.kind || a.window.seconds != b.window.seconds || a.window.month_day != b.window.month_day) return false;
  return std::any_of(a.weights.begin(), a.weights.end(), [&](const Weight& one) {
    return std::any_of(b.weights.begin(), b.weights.end(), [&](const Weight& other) { return one.metric == other.metric; });
  });
}

/// The plan's limit of that window: of several rows of one id the tightest.
const LimitOutcome* same_limit(const PlatformEstimate& estimate, const Limit& limit) {
  for (const bool by_id : {true, false}) {
    const LimitOutcome* found = nullptr;
    for (const LimitOutcome& outcome : estimate.limits) {
      if (by_id ? outcome.limit->id != limit.id : !counts_same(*outcome.limit, limit)) continue;
      const bool tighter = !found || found->state == LimitState::unlimited || (outcome.cap.ok() && capacity_of(outcome) < capacity_of(*found));
      if (tighter) found = &outcome;
    }
    if (found) return found;
  }
  return nullptr;
}

bool is_offered(const ReplyMatch& match, const Plan& plan, Date date) {
  if (offer_on(plan, date) != Offer::sold || plan.yearly || plan.currency != match.platform->currency) return false;
  if (plan.apart && &plan != match.plan) return false;
  return std::none_of(plan.not_offered.begin(), plan.not_offered.end(), [&](const NotOffered& none) {
    return match.metric && none.metric == match.metric->id && none.validity.holds(date);
  });
}

bool cheaper(const ReplyMatch::Holder& a, const ReplyMatch::Holder& b, Date date) {
  if (a.price.at_least != b.price.at_least) return b.price.at_least;  // a price that is known
  if (a.price.amount != b.price.amount) return a.price.amount < b.price.amount;
  return a.plan->access_on(date) < b.plan->access_on(date);
}

}  // namespace

PlatformUse use_of(const Platform& platform, const Scenario& scenario) {
  for (const PlatformUse& use : scenario.platforms) {
    if (use.platform == platform.id) return use;
  }
  PlatformUse use;
  use.platform = platform.id;
  const Plan* plan = platform.plan(platform.default_plan);
  if (plan && offer_on(*plan, scenario.date) == Offer::sold) use.plan = plan->id;
  for (const TypicalUse& typical : platform.typical) {
    if (const Result<Quantity> quantity = parse_quantity(typical.text, Per::month); quantity.ok()) use.quantities[typical.metric] = quantity.value();
  }
  return use;
}

Rational capacity_of(const LimitOutcome& outcome) {
  const Window& window = outcome.limit->window;
  return window.kind == Window::Kind::bucket && window.size > 0 ? window.size : outcome.cap;
}

void find_holders(ReplyMatch& match, const Scenario& scenario, const World& world) {
  const PlatformUse use = use_of(*match.platform, scenario);
  for (const Plan& plan : match.platform->plans) {
    if (!is_offered(match, plan, scenario.date)) continue;
    const PlatformEstimate estimate = estimate_plan(*match.platform, use, plan, scenario, world);
    const LimitOutcome* same = same_limit(estimate, *match.limit);
    if (same && same->state == LimitState::unpublished) continue;
    ReplyMatch::Holder one;
    one.plan = &plan;
    one.limit = same ? same->limit : nullptr;
    one.unlimited = !same || same->state == LimitState::unlimited;
    one.cap = same && !one.unlimited ? capacity_of(*same) : Rational(0);
    one.price = estimate.subtotal;
    if (one.unlimited || one.cap >= *match.needed) {
      if (!match.holder || cheaper(one, *match.holder, scenario.date)) match.holder = one;
    } else if (!match.most || match.most->cap < one.cap) {
      match.most = one;
    }
  }
}

}  // namespace tollmeter
