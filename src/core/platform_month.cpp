#include "core/platform_month.h"

#include <algorithm>

namespace tollmeter {
namespace {

/// What a limit counts of the month: the units of each metric and what one takes.
struct Counted {
  std::size_t metric;
  const TariffLine* line;  ///< spend limits: the line whose units are counted; null otherwise
  Rational weight;

  Rational units(const std::vector<Rational>& asked) const { return line ? line->billed(asked) : asked[metric]; }
};

/// A spend limit counts what each line of the bill comes to per call, on average over the month.
std::vector<Counted> counted_by(const Limit& limit, const Bought& bought, const Platform& platform) {
  const Tariff& tariff = bought.tariff;
  std::vector<Counted> counted;
  if (limit.spend) {
    for (const BillLine& line : bought.bill) {
      if (!line.metric || !line.in_sum || line.asked.is_zero() || !(line.exact > 0)) continue;
      const auto of_charge = std::find_if(tariff.lines.begin(), tariff.lines.end(),
                                          [&](const TariffLine& row) { return row.charge == line.charge; });
      counted.push_back({of_charge->metric, &*of_charge, line.exact / line.asked});
    }
    return counted;
  }
  for (const Weight& weight : limit.weights) {
    auto metric = metric_index(platform, weight.metric);
    if (metric && tariff.offered[*metric]) counted.push_back({*metric, nullptr, weight.units});
  }
  return counted;
}

Load load_of(const std::vector<Counted>& counted, const std::vector<Rational>& asked, const Rational& counters) {
  Load load;
  for (const Counted& c : counted) {
    const Rational units = c.units(asked);
    if (!units.is_zero()) load.parts.push_back({units / counters, c.weight});
  }
  return load;
}

Rational flat_fees(const std::vector<BillLine>& bill) {
  Rational fees;
  for (const BillLine& line : bill) {
    if (line.charge->model == ChargeModel::flat && line.charge->period != Period::once && line.in_sum) fees += line.exact;
  }
  return fees;
}

// Whether each call costs the same, so that the average is what the first ones cost too.
bool costs_evenly(const std::vector<BillLine>& bill) {
  return std::all_of(bill.begin(), bill.end(), [](const BillLine& line) {
    return !line.metric || line.exact.is_zero() || (line.charge->model == ChargeModel::per_unit && !line.charge->free);
  });
}

bool rests_on_unset_driver(const Limit& limit, const Rational& cap, const Usage& usage) {
  if (!cap.is_zero()) return false;
  const std::vector<std::string> ids = limit.amount.value.drivers();
  return std::any_of(ids.begin(), ids.end(), [&](const std::string& id) {
    const Driver* driver = usage.world->catalog->driver(id);
    return driver && driver->optional_zero && usage.driver(id).is_zero();
  });
}

bool stands_in_the_way(const LimitOutcome& outcome) {
  return outcome.state == LimitState::breached && refuses(outcome.limit->breach.behaviour) && outcome.run.refused > 0;
}

/// The smallest served share of the limits that count a metric and refuse. A refused request is refused
/// posts, and a refused post is a refused post with a link: shares pass up from what is derived, and
/// down to all that follows.
std::vector<Rational> served_shares(const std::vector<LimitOutcome>& outcomes, const Bought& bought, const Usage& usage) {
  const std::vector<Metric>& metrics = usage.platform->metrics;
  std::vector<Rational> share(metrics.size(), Rational(1));
  for (std::size_t i = 0; i < metrics.size(); ++i) {
    if (!bought.tariff.offered[i]) share[i] = 0;
  }
  for (const LimitOutcome& outcome : outcomes) {
    if (!stands_in_the_way(outcome)) continue;
    for (const Counted& c : counted_by(*outcome.limit, bought, *usage.platform)) {
      share[c.metric] = min(share[c.metric], outcome.run.served_share);
    }
  }
  for (std::size_t level = 0; level < metrics.size(); ++level) {
    bool moved = false;
    for (std::size_t i = 0; i < metrics.size(); ++i) {
      if (!usage.parents[i]) continue;
      Rational& parent = share[*usage.parents[i]];
      if (metrics[i].kind == Metric::Kind::derived && share[i] < parent) {
        parent = share[i];
        moved = true;
      }
      if (parent < share[i]) {
        share[i] = parent;
        moved = true;
      }
    }
    if (!moved) break;
  }
  return share;
}

}  // namespace

// With the length that calls in flight have.
Window PlatformMonth::window_of(const Limit& limit) const {
  Window window = limit.window;
  if (window.lasts) window.seconds = max(Rational(1), usage_.value(*window.lasts).ceil()).to_int64();
  return window;
}

PlatformMonth::Fate PlatformMonth::run(const Limit& limit, const Bought& bought) const {
  Fate fate;
  LimitOutcome& out = fate.outcome;
  out.limit = &limit;
  out.counters = 1;
  if (!limit.scope.per.empty()) out.counters = max(Rational(1), usage_.driver(limit.scope.per));
  const std::vector<Counted> counted = counted_by(limit, bought, *usage_.platform);
  const Load load = load_of(counted, usage_.asked, out.counters);

  Rational heaviest;
  for (const Counted& c : counted) {
    const Rational takes = c.units(usage_.asked) * c.weight;
    if (out.main_metric && !(heaviest < takes)) continue;
    heaviest = takes;
    out.main_metric = &usage_.platform->metrics[c.metric];
    out.input = &usage_.platform->metrics[usage_.root(c.metric)];
  }
  if (limit.amount.kind == Amount::Kind::known) {
    out.cap = usage_.value(limit.amount.value);
    if (rests_on_unset_driver(limit, out.cap, usage_)) {
      fate.exists = false;
      return fate;
    }
    // What is left for use once the flat fees are paid.
    if (limit.spend) out.cap = max(Rational(0), out.cap - flat_fees(bought.bill));
  }
  if (load.parts.empty()) {
    out.state = LimitState::unused;
  } else if (limit.amount.kind == Amount::Kind::unknown) {
    out.state = LimitState::unpublished;
  } else if (limit.amount.kind == Amount::Kind::unlimited) {
    out.state = LimitState::unlimited;
  } else {
    const Behaviour behaviour = limit.breach.behaviour;
    const Window window = window_of(limit);
    LimitRule rule{window, out.cap, limit.breach.penalty};
    rule.ends = ends_service(behaviour);
    const bool tried_again = usage_.scenario->retries && behaviour == Behaviour::refuse &&
                             limit.window.kind != Window::Kind::cycle && !limit.spend;
    rule.waits = behaviour == Behaviour::delay || tried_again;
    rule.most_wait = limit.breach.most_wait;
    out.run = run_limit(rule, load, *usage_.traffic, usage_.world->zones);
    if (limit.spend && out.run.refused > 0 && !costs_evenly(bought.bill)) out.run.simulated = true;
    const bool matters = refuses(behaviour) || behaviour == Behaviour::degrade;
    const bool breaks = out.run.refused > 0 || out.run.delayed > 0;
    out.state = matters && breaks ? LimitState::breached : LimitState::holds;
    Rational calls;
    for (const Counted& c : counted) calls += c.units(usage_.asked);
    out.refused = min(calls, (out.run.refused * out.counters).floor());
    out.delayed = min(calls, (out.run.delayed * out.counters).floor());
  }
  return fate;
}

PlatformMonth::Fate PlatformMonth::fate_of(const Limit& limit, const Bought& bought) {
  // A spend limit moves with the prices, and one that counts something not offered with the offer.
  const bool lasting =
      !limit.spend && std::all_of(limit.weights.begin(), limit.weights.end(), [&](const Weight& weight) {
        auto metric = metric_index(*usage_.platform, weight.metric);
        return metric && bought.tariff.offered[*metric];
      });
  if (!lasting) return run(limit, bought);
  auto known = fates_.find(&limit);
  if (known == fates_.end()) known = fates_.emplace(&limit, run(limit, bought)).first;
  return known->second;
}

void PlatformMonth::find_what_fits(LimitOutcome& outcome, const Bought& bought) const {
  const std::vector<Counted> counted = counted_by(*outcome.limit, bought, *usage_.platform);
  const std::size_t input = static_cast<std::size_t>(outcome.input - usage_.platform->metrics.data());
  const auto main_metric = static_cast<std::size_t>(outcome.main_metric - usage_.platform->metrics.data());
  auto refuses = [&](const Rational& units) {
    const Load load = load_of(counted, usage_.asked_with(input, units), outcome.counters);
    if (load.parts.empty()) return false;
    const Window window = window_of(*outcome.limit);
    LimitRule rule{window, outcome.cap, outcome.limit->breach.penalty};
    rule.counted = false;
    return Rational(0) < run_limit(rule, load, *usage_.traffic, usage_.world->zones).refused;
  };
  Rational fits = 0;  // refuses nothing, or nothing less can be asked
  Rational too_many = usage_.asked[input];
  while (Rational(1) < too_many - fits) {
    const Rational middle = ((fits + too_many) / Rational(2)).floor();
    (refuses(middle) ? too_many : fits) = middle;
  }
  outcome.input_fits = fits;
  outcome.fits = usage_.asked_with(input, fits)[main_metric];
}

PlatformEstimate PlatformMonth::on_plan(const Plan& plan, Date date, Detail detail) {
  PlatformEstimate out;
  out.platform = usage_.platform;
  out.use = usage_.use;
  out.plan = &plan;
  out.state = PlanState::chosen;
  const Tariff tariff = tariff_on(plan, date, usage_);
  Bought bought{tariff, {}};
  const bool limits_spend = std::any_of(plan.limits.begin(), plan.limits.end(), [&](const Limit& limit) {
    return limit.spend && limit.validity.holds(date);
  });
  if (limits_spend) {
    bought.bill = rate(tariff, plan, date, usage_, std::vector<Rational>(usage_.asked.size(), 1), false);
  }

  out.fits = true;
  for (std::size_t i = 0; i < tariff.offered.size(); ++i) {
    if (tariff.offered[i] || usage_.asked[i].is_zero()) continue;
    out.not_offered.push_back(&usage_.platform->metrics[i]);
    out.fits = false;
  }
  out.limits.reserve(plan.limits.size());
  for (const Limit& limit : plan.limits) {
    if (!limit.validity.holds(date)) continue;
    Fate fate = fate_of(limit, bought);
    if (!fate.exists) continue;
    if (stands_in_the_way(fate.outcome)) out.fits = false;
    if (detail == Detail::full && fate.outcome.state == LimitState::breached) {
      find_what_fits(fate.outcome, bought);
    }
    out.limits.push_back(std::move(fate.outcome));
  }
  const std::vector<Rational> share = served_shares(out.limits, bought, usage_);
  out.bill = rate(tariff, plan, date, usage_, share, detail == Detail::full);
  out.subtotal = sum_of(out.bill, plan.currency);
  out.published = plan.access_on(date) != Access::contract && !out.subtotal.press && !out.subtotal.approximate &&
                  !out.subtotal.at_least;
  return out;
}

}  // namespace tollmeter
