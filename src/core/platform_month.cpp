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
      const Rational each = line.exact / line.asked;
      // A call that several lines charge is one call.
      const auto same = std::find_if(counted.begin(), counted.end(),
                                     [&](const Counted& other) { return other.metric == of_charge->metric; });
      if (same == counted.end()) {
        counted.push_back({of_charge->metric, &*of_charge, each});
      } else {
        same->weight += each;
      }
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

/// One part of a month in which the cap was the same; without end where it is not a number.
struct RungRun {
  Rational cap;
  Rational calls;
  LimitRun run;
};

/// `cap` gets that of the part that stands for all: where it breaks first, or is fullest.
LimitRun together(const std::vector<RungRun>& runs, Rational& cap) {
  LimitRun all;
  all.served_share = 1;
  all.burst = Rational::overflow();
  Rational calls, served;
  bool broken = false;
  for (const RungRun& part : runs) {
    const LimitRun& run = part.run;
    calls += part.calls;
    served += part.calls * run.served_share;
    if (!broken && (run.first_refused || !all.burst.ok() || run.utilisation > all.utilisation)) {
      all.busiest = run.busiest;
      all.utilisation = run.utilisation;
      all.burst = run.burst;
      all.used_up = run.used_up;
      all.first_refused = run.first_refused;
      all.frees = run.frees;
      cap = part.cap;
      broken = run.first_refused.has_value();
    }
    all.refused += run.refused;
    all.delayed += run.delayed;
    all.longest_wait = max(all.longest_wait, run.longest_wait);
  }
  if (calls > 0) all.served_share = served / calls;
  all.simulated = runs.size() > 1;
  return all;
}

/// The days around `date` on which no row of the plan begins or ends.
Validity unchanged_around(const Plan& plan, Date date) {
  Validity stretch;
  const auto narrow = [&](const Validity& row) {
    for (const std::optional<Date>& end : {row.from, row.to}) {
      if (!end) continue;
      if (date < *end) {
        if (!stretch.to || *end < *stretch.to) stretch.to = end;
      } else if (!stretch.from || *stretch.from < *end) {
        stretch.from = end;
      }
    }
  };
  for (const AccessPeriod& row : plan.access) narrow(row.validity);
  for (const Charge& row : plan.charges) narrow(row.validity);
  for (const Limit& row : plan.limits) narrow(row.validity);
  for (const NotOffered& row : plan.not_offered) narrow(row.validity);
  return stretch;
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

LimitRule PlatformMonth::rule_of(const Limit& limit, const Window& window, const Rational& cap) const {
  LimitRule rule{window, cap, limit.breach.penalty};
  rule.shut_until = limit.breach.shut_until;
  rule.shut_zone = limit.breach.shut_zone;
  if (limit.distinct) rule.things = usage_.value(*limit.distinct);
  return rule;
}

/// The cap may rise within the month: the runs of its parts, one after another, each with counters that begin empty.
LimitRun PlatformMonth::run_rungs(const Limit& limit, const Load& load, const Bought& bought, Count count,
                                  Rational& cap) const {
  const Window window = window_of(limit);
  LimitRule rule = rule_of(limit, window, cap);
  rule.counted = count == Count::all;
  const Behaviour behaviour = limit.breach.behaviour;
  rule.ends = ends_service(behaviour);
  // A cap of the whole cycle frees no more within it.
  const bool tried_again = usage_.scenario->retries && behaviour == Behaviour::refuse &&
                           window.kind != Window::Kind::cycle && !limit.spend && !limit.distinct;
  rule.waits = behaviour == Behaviour::delay || tried_again;
  rule.most_wait = limit.breach.most_wait;
  const Traffic& month = *usage_.traffic;
  const std::vector<Climb> climbs = climbs_of(limit, bought);
  if (climbs.empty()) return run_limit(rule, load, month, usage_.world->zones);

  std::vector<RungRun> runs;
  for (std::size_t i = 0; i <= climbs.size(); ++i) {
    const Instant from = i == 0 ? month.begin() : climbs[i - 1].at;
    const Instant to = i == climbs.size() ? month.end() : climbs[i].at;
    if (i > 0) rule.cap = climbs[i - 1].cap;
    if (!(from < to)) continue;
    const Traffic part(month, from, to);
    const Rational share = Rational::fraction(month.weight_until(to) - month.weight_until(from), month.total_weight());
    Load asked = load;
    Rational calls;
    for (Load::Part& each : asked.parts) calls += each.calls = each.calls * share;
    // Without end: nothing is refused.
    LimitRun run;
    run.served_share = 1;
    run.burst = Rational::overflow();
    if (rule.cap.ok()) run = run_limit(rule, asked, part, usage_.world->zones);
    runs.push_back({rule.cap, calls, run});
  }
  return together(runs, cap);
}

/// When the cap rises in the month, and to what: with what was paid before it and the bill so far, fees first.
std::vector<PlatformMonth::Climb> PlatformMonth::climbs_of(const Limit& limit, const Bought& bought) const {
  std::vector<Climb> climbs;
  if (limit.rungs.empty()) return climbs;
  const Traffic& month = *usage_.traffic;
  const Rational at_first = usage_.driver(limit.paid_before) + flat_fees(bought.bill);
  Rational all;
  for (const BillLine& line : bought.bill) {
    if (line.in_sum) all += line.exact;
  }
  const Rational metered = all - flat_fees(bought.bill);
  for (const Limit::Rung& rung : limit.rungs) {
    const Rational cap = rung.amount.kind == Amount::Kind::known ? usage_.value(rung.amount.value) : Rational::overflow();
    if (rung.paid <= at_first) {
      climbs = {{month.begin(), cap}};
    } else if (rung.paid <= at_first + metered) {
      const Rational at = month.instant_of(1, (rung.paid - at_first) / metered);
      climbs.push_back({Instant{at.ceil().to_int64()}, cap});
    }
  }
  return climbs;
}

PlatformMonth::Fate PlatformMonth::run(const Limit& limit, const Bought& bought, Count count) const {
  Fate fate;
  LimitOutcome& out = fate.outcome;
  out.limit = &limit;
  out.counters = 1;
  if (!limit.scope.per.empty()) out.counters = max(Rational(1), usage_.driver(limit.scope.per).floor());
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
    // A formula may fall below zero, "... - 0.001 * errors": then nothing is allowed.
    out.cap = max(Rational(0), usage_.value(limit.amount.value));
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
    out.run = run_rungs(limit, load, bought, count, out.cap);
    if (limit.spend && out.run.refused > 0 && !costs_evenly(bought.bill)) out.run.simulated = true;
    const bool matters = refuses(behaviour) || behaviour == Behaviour::degrade;
    const bool breaks = out.run.refused > 0 || out.run.delayed > 0;
    out.state = matters && breaks ? LimitState::breached : LimitState::holds;
    // What is not enforced refuses nothing, however far beyond it the use is.
    if (behaviour == Behaviour::nothing) {
      out.run.refused = 0;
      out.run.served_share = 1;
      out.run.first_refused.reset();
      out.run.frees.reset();
    }
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
      !limit.spend && limit.rungs.empty() && std::all_of(limit.weights.begin(), limit.weights.end(), [&](const Weight& weight) {
        auto metric = metric_index(*usage_.platform, weight.metric);
        return metric && bought.tariff.offered[*metric];
      });
  if (!lasting) return run(limit, bought, Count::all);
  auto known = fates_.find(&limit);
  if (known == fates_.end()) known = fates_.emplace(&limit, run(limit, bought, Count::all)).first;
  return known->second;
}

Rational most_that_holds(Rational holds, Rational fails, FunctionRef<bool(const Rational&)> is_held) {
  while (Rational(1) < fails - holds) {
    const Rational middle = ((holds + fails) / Rational(2)).floor();
    (is_held(middle) ? holds : fails) = middle;
  }
  return holds;
}

void PlatformMonth::find_what_fits(LimitOutcome& outcome, const Bought& bought) const {
  const std::vector<Counted> counted = counted_by(*outcome.limit, bought, *usage_.platform);
  const auto input = static_cast<std::size_t>(outcome.input - usage_.platform->metrics.data());
  const auto main_metric = static_cast<std::size_t>(outcome.main_metric - usage_.platform->metrics.data());
  const auto serves = [&](const Rational& units) {
    const Load load = load_of(counted, usage_.asked_with(input, units), outcome.counters);
    if (load.parts.empty()) return true;
    const Window window = window_of(*outcome.limit);
    LimitRule rule = rule_of(*outcome.limit, window, outcome.cap);
    rule.counted = false;
    return !(Rational(0) < run_limit(rule, load, *usage_.traffic, usage_.world->zones).refused);
  };
  // Zero refuses nothing, or nothing less can be asked.
  outcome.input_fits = most_that_holds(0, usage_.asked[input], serves);
  outcome.fits = usage_.asked_with(input, outcome.input_fits)[main_metric];
}

LimitProbe::LimitProbe(const PlatformMonth& month, const Plan& plan, Date date)
    : plan_(plan), date_(date), month_(month), tariff_(tariff_on(plan, date, month.usage())) {}

bool LimitProbe::refuses(const Limit& limit, const std::vector<Rational>& asked) {
  Usage& usage = month_.usage_;
  usage.asked = asked;
  for (UsageGroup& group : usage.groups) group.units = asked;
  Bought bought{tariff_, {}};
  if (limit.spend || !limit.rungs.empty()) {
    bought.bill = rate(tariff_, plan_, date_, usage, std::vector<Rational>(asked.size(), 1), false);
  }
  const PlatformMonth::Fate fate = month_.run(limit, bought, PlatformMonth::Count::whether);
  if (!fate.exists) return false;
  const LimitOutcome& outcome = fate.outcome;
  if (outcome.state == LimitState::holds || outcome.state == LimitState::breached) {
    // What is too large to compute is too much.
    if (!outcome.run.refused.ok() || !outcome.cap.ok()) return true;
  }
  return stands_in_the_way(outcome);
}

PlatformEstimate PlatformMonth::on_plan(const Plan& plan, Date date, Detail detail) {
  if (detail == Detail::full) return run(plan, date, detail);
  const auto known = std::find_if(verdicts_.begin(), verdicts_.end(), [&](const KnownVerdict& verdict) {
    return verdict.plan == &plan && verdict.stretch.holds(date);
  });
  if (known == verdicts_.end()) {
    verdicts_.push_back({&plan, unchanged_around(plan, date), run(plan, date, detail)});
    return verdicts_.back().estimate;
  }
  PlatformEstimate verdict = known->estimate;
  verdict.use = usage_.use;
  return verdict;
}

PlatformEstimate PlatformMonth::run(const Plan& plan, Date date, Detail detail) {
  PlatformEstimate out;
  out.platform = usage_.platform;
  out.use = usage_.use;
  out.plan = &plan;
  out.state = PlanState::chosen;
  const Tariff tariff = tariff_on(plan, date, usage_);
  Bought bought{tariff, {}};
  const bool limits_spend = std::any_of(plan.limits.begin(), plan.limits.end(), [&](const Limit& limit) {
    return (limit.spend || !limit.rungs.empty()) && limit.validity.holds(date);
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
  // Where the numbers are too large to tell what a limit refuses, no sum can be told either.
  bool lost = false;
  for (const Limit& limit : plan.limits) {
    if (!limit.validity.holds(date)) continue;
    Fate fate = fate_of(limit, bought);
    if (!fate.exists) continue;
    const bool untold = !fate.outcome.run.refused.ok() && refuses(limit.breach.behaviour);
    lost |= untold;
    if (untold || stands_in_the_way(fate.outcome)) out.fits = false;
    if (detail == Detail::full && fate.outcome.state == LimitState::breached) {
      find_what_fits(fate.outcome, bought);
    }
    out.limits.push_back(fate.outcome);
  }
  const std::vector<Rational> share = served_shares(out.limits, bought, usage_);
  out.bill = rate(tariff, plan, date, usage_, share, detail == Detail::full);
  out.subtotal = sum_of(out.bill, plan.currency);
  if (lost) out.subtotal.amount = Rational::overflow();
  out.published = plan.access_on(date) != Access::contract && !out.subtotal.press && !out.subtotal.approximate &&
                  !out.subtotal.at_least;
  return out;
}

}  // namespace tollmeter
