#include "core/solve/dial_month.h"

#include <algorithm>

#include "core/scenario_month.h"

namespace tollmeter {
namespace {

/// The greatest number of units that is served, given that zero is; kMostUnits where that is, too.
Rational most_served(const Rational& guess, FunctionRef<bool(const Rational&)> serves) {
  Rational held = 0;
  Rational next = max(Rational(1), guess);
  while (serves(next)) {
    held = next;
    if (Rational(kMostUnits) <= next) return kMostUnits;
    next = min(Rational(kMostUnits), next * 8);
  }
  return most_that_holds(held, next, serves);
}

bool moved_by(const Limit& limit, const std::vector<char>& follows, const Usage& usage) {
  if (limit.spend || !limit.rungs.empty()) return true;
  return std::any_of(limit.weights.begin(), limit.weights.end(), [&](const Weight& weight) {
    const auto metric = metric_index(*usage.platform, weight.metric);
    return metric && follows[*metric] != 0;
  });
}

}  // namespace

DialMonth::DialMonth(const Scenario& scenario, const World& world, const Dial& dial)
    : cycle_(own_cycle(scenario)), traffic_(cycle_, scenario.traffic, world.zones) {
  const Platform* platform = world.catalog->platform(dial.platform);
  const auto use = std::find_if(scenario.platforms.begin(), scenario.platforms.end(),
                                [&](const PlatformUse& each) { return each.platform == dial.platform; });
  if (platform == nullptr || use == scenario.platforms.end()) return;
  const auto entered = metric_index(*platform, dial.metric);
  if (!entered || platform->metrics[*entered].kind != Metric::Kind::entered) return;
  entered_ = *entered;
  month_ = std::make_unique<PlatformMonth>(Usage(*platform, *use, scenario, world, cycle_, traffic_));
}

std::optional<PlanEnd> DialMonth::end_of(const Plan& plan, Date date) const {
  const Usage& all = usage();
  const std::size_t metrics = all.asked.size();
  std::vector<char> follows(metrics, 0);
  for (std::size_t i = 0; i < metrics; ++i) follows[i] = all.root(i) == entered_;

  LimitProbe probe(*month_, plan, date);
  const std::vector<Rational> none = all.asked_with(entered_, 0);
  PlanEnd end;
  end.most = kMostUnits;
  for (std::size_t i = 0; i < metrics; ++i) {
    if (probe.tariff().offered[i] != 0) continue;
    if (!none[i].is_zero()) return PlanEnd{-1, nullptr, &all.platform->metrics[i]};
    if (follows[i] == 0) continue;
    const Rational most =
        most_served(1, [&](const Rational& units) { return all.asked_with(entered_, units)[i].is_zero(); });
    if (most.to_int64() < end.most) end = {most.to_int64(), nullptr, &all.platform->metrics[i]};
  }
  for (const Limit& limit : plan.limits) {
    if (!limit.validity.holds(date) || !refuses(limit.breach.behaviour)) continue;
    if (probe.refuses(limit, none)) return PlanEnd{-1, &limit, nullptr};
  }
  for (const Limit& limit : plan.limits) {
    if (!limit.validity.holds(date) || !refuses(limit.breach.behaviour) || !moved_by(limit, follows, all)) continue;
    const auto serves = [&](const Rational& units) { return !probe.refuses(limit, all.asked_with(entered_, units)); };
    if (serves(end.most)) continue;
    const Rational amount = limit.amount.kind == Amount::Kind::known ? all.value(limit.amount.value).floor() : Rational(1);
    const Rational guess = amount > 0 ? min(amount, Rational(end.most)) : Rational(1);
    end = {most_served(guess, serves).to_int64(), &limit, nullptr};
  }
  if (end.most == kMostUnits) return std::nullopt;
  return end;
}

PlanCurve curve_of(const DialMonth& month, const Plan& plan, Date date, std::int64_t top) {
  const Usage& usage = month.usage();
  PlanBill bill(usage, month.entered(), plan, date);
  PlanCurve curve{&plan, offer_on(plan, date), may_be_chosen(plan, usage, date),
                  Counters(usage, month.entered(), bill.tariff()), {}, true, month.end_of(plan, date)};
  Segments segments = segments_of(bill, curve.counters, curve.counters.kinks(bill.tariff(), usage, top), top);
  curve.segments = std::move(segments.list);
  curve.exact = segments.exact;
  return curve;
}

}  // namespace tollmeter
