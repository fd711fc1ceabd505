#include <algorithm>

#include "core/advice.h"
#include "core/most_quantity.h"
#include "core/reply/holders.h"

namespace tollmeter {
namespace {

constexpr std::int64_t kDay = 86400;

/// So much of the operation in each unit of time that one window of the limit gets what it refuses; nothing where the window is too short
/// for a month's use to be said by it.
std::optional<Quantity> tripping(const ReplyMatch& match, const PlatformUse& use, const Plan& plan, const Scenario& scenario, const World& world) {
  const Window& window = match.limit->window;
  const bool whole_cycle = window.kind == Window::Kind::cycle || window.is_month();
  if (!whole_cycle && (window.seconds < kDay || window.kind == Window::Kind::concurrent)) return std::nullopt;
  const auto weight = std::find_if(match.limit->weights.begin(), match.limit->weights.end(), [&](const Weight& w) { return w.metric == match.metric->id; });
  if (weight == match.limit->weights.end() || !(weight->units > 0)) return std::nullopt;
  Rational counters = 1;
  for (const LimitOutcome& outcome : estimate_plan(*match.platform, use, plan, scenario, world).limits) {
    if (outcome.limit == match.limit && outcome.counters > 1) counters = outcome.counters;
  }
  const Rational windows = whole_cycle ? Rational(1) : Rational::fraction(window.seconds, kDay);
  const Rational units = (*match.needed / weight->units / windows * counters).ceil();
  if (!units.ok() || units > kMostQuantity) return std::nullopt;
  const Per per = whole_cycle ? Per::month : Per::day;
  return Quantity{units, per, quantity_text(units, per)};
}

}  // namespace

Scenario matched_scenario(const ReplyMatch& match, const Scenario& scenario, const World& world) {
  Scenario next = scenario;
  if (!match.platform) return next;
  next.date = match.day;
  auto use = std::find_if(next.platforms.begin(), next.platforms.end(), [&](const PlatformUse& one) { return one.platform == match.platform->id; });
  if (use == next.platforms.end()) {
    if (next.platforms.size() >= static_cast<std::size_t>(kMostPlatforms)) return scenario;
    next.platforms.push_back(use_of(*match.platform, scenario));
    use = next.platforms.end() - 1;
  }
  if (match.plan) {
    use->plan = match.plan->id;
    const Offer offer = offer_on(*match.plan, match.day);
    use->already_on = offer == Offer::closed || offer == Offer::by_invitation;
  }
  const Plan* plan = match.plan ? match.plan : match.plans.empty() ? nullptr : match.plans.front();
  if (!plan || !match.limit || !match.needed || !match.metric || match.metric->kind != Metric::Kind::entered) return next;
  if (const std::optional<Quantity> most = tripping(match, *use, *plan, next, world)) {
    const Cycle cycle = cycle_at(next.date, next.cycle_day);
    const auto now = use->quantities.find(match.metric->id);
    if (now == use->quantities.end() || now->second.in(cycle) < most->in(cycle)) use->quantities[match.metric->id] = *most;
  }
  return next;
}

}  // namespace tollmeter
