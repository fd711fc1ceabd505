#include "ui/views/limit_words.h"

#include <algorithm>

#include "core/format.h"
#include "core/language.h"
#include "core/order.h"
#include "core/words.h"
#include "ui/views/result_words.h"

namespace tollmeter::ui {

namespace {

const Rational kNearlyFull = Rational::fraction(4, 5);

Rational breaks_at(const LimitRef& ref) {
  // What a plan does not serve is refused from the first call on.
  if (!ref.limit) return 0;
  return ref.limit->run.first_refused.value_or(Rational(0));
}

// All is served in the end, only later or worse.
bool only_hampers(const LimitRef& ref) {
  if (!ref.limit) return false;
  return ref.limit->refused.is_zero() || ref.limit->limit->breach.behaviour == Behaviour::degrade;
}

// What refuses stands before what only delays.
bool breaks_sooner(const LimitRef& a, const LimitRef& b) {
  if (only_hampers(a) != only_hampers(b)) return only_hampers(b);
  const Rational first = breaks_at(a);
  const Rational second = breaks_at(b);
  if (first != second) return first < second;
  return a.limit && b.limit && a.limit->run.utilisation > b.limit->run.utilisation;
}

template <class Before>
void put_in_order(std::vector<LimitRef>& refs, Before before) {
  std::vector<LimitRef> ordered;
  for (const std::size_t i : in_order(refs.size(), [&](std::size_t a, std::size_t b) { return before(refs[a], refs[b]); })) {
    ordered.push_back(refs[i]);
  }
  refs = std::move(ordered);
}

// The operation that breaks first leads, with all its limits behind it.
std::vector<LimitRef> by_operation(std::vector<LimitRef> refs) {
  put_in_order(refs, breaks_sooner);
  std::vector<LimitRef> grouped;
  const auto same_operation = [](const LimitRef& a, const LimitRef& b) {
    return a.platform == b.platform && a.metric == b.metric;
  };
  for (const LimitRef& first : refs) {
    const auto belongs = [&](const LimitRef& other) { return same_operation(first, other); };
    if (std::any_of(grouped.begin(), grouped.end(), belongs)) continue;
    std::copy_if(refs.begin(), refs.end(), std::back_inserter(grouped), belongs);
  }
  return grouped;
}

// "busiest day 420", "busiest 24 h 420"
std::string busiest_text(const Window& window, const std::string& amount) {
  struct Unit {
    std::int64_t seconds;
    const char* text;
  };
  constexpr Unit kUnits[] = {{7 * 86400, marked("busiest week {0}")},
                             {86400, marked("busiest day {0}")},
                             {3600, marked("busiest hour {0}")},
                             {60, marked("busiest minute {0}")},
                             {1, marked("busiest second {0}")}};
  switch (window.kind) {
    // Of a bucket it is the size that would do.
    case Window::Kind::bucket: return tr("a bucket would have to hold {0}", {amount});
    case Window::Kind::concurrent: return tr("busiest moment {0}", {amount});
    case Window::Kind::cycle: return tr("busiest month {0}", {amount});
    case Window::Kind::fixed:
      if (window.is_month()) return tr("busiest calendar month {0}", {amount});
      for (const Unit& unit : kUnits) {
        if (window.seconds == unit.seconds) return tr(unit.text, {amount});
      }
      break;
    default: break;
  }
  return tr("busiest {0} {1}@@span of time, amount", {span_text(window.seconds), amount});
}

std::string amount_in(const LimitRef& ref, Rational amount) {
  if (ref.limit->limit->spend) return price_text(amount, ref.platform->plan->currency);
  return group_digits(amount);
}

// A call may take several units of it, so that its numbers are no longer calls.
bool counts_units(const Limit& limit) {
  return std::any_of(limit.weights.begin(), limit.weights.end(),
                     [](const Weight& weight) { return weight.units != Rational(1); });
}

}  // namespace

LimitGroups group_limits(const Estimate& estimate) {
  LimitGroups groups;
  for (const PlatformEstimate& platform : estimate.platforms) {
    for (const Metric* metric : platform.not_offered) groups.broken.push_back({&platform, nullptr, metric});
    for (const LimitOutcome& limit : platform.limits) {
      const LimitRef ref{&platform, &limit, limit.main_metric};
      switch (limit.state) {
        case LimitState::breached: groups.broken.push_back(ref); break;
        case LimitState::unpublished: groups.unpublished.push_back(ref); break;
        case LimitState::holds:
          (limit.run.utilisation >= kNearlyFull ? groups.near : groups.holding).push_back(ref);
          break;
        case LimitState::unlimited:
        case LimitState::unused: break;
      }
    }
  }
  groups.broken = by_operation(std::move(groups.broken));
  put_in_order(groups.near, [](const LimitRef& a, const LimitRef& b) {
    return a.limit->run.utilisation > b.limit->run.utilisation;
  });
  put_in_order(groups.holding, [](const LimitRef& a, const LimitRef& b) {
    return a.limit->run.burst < b.limit->run.burst;
  });
  return groups;
}

std::string limit_title(const LimitRef& ref) {
  return tr("{0}: {1}", {ref.platform->platform->short_name, ref.metric ? lower_first(ref.metric->name) : ref.limit->limit->name.shown()});
}

std::string limit_own_title(const LimitRef& ref) {
  return tr("{0}: {1}", {ref.platform->platform->short_name, ref.limit->limit->name});
}

std::string limit_in_short(const LimitRef& ref) {
  const Limit& limit = *ref.limit->limit;
  const std::string what = counts_units(limit) || !ref.metric ? tr("units") : lower_first(ref.metric->name);
  return tr("{0} {1}, {2} {3}@@platform, what is limited, amount, window",
            {ref.platform->platform->short_name, limit.spend ? limit.name.shown() : what, amount_in(ref, ref.limit->cap),
             window_text(limit.window)});
}

std::string limit_terms(const LimitRef& ref) {
  const Limit& limit = *ref.limit->limit;
  const std::string window = window_text(limit.window);
  std::string text;
  if (ref.limit->state == LimitState::unpublished) {
    text = tr("a limit {0}", {window});
  } else {
    std::string amount = amount_in(ref, ref.limit->cap);
    if (limit.amount.approximate) amount = tr("about {0}", {amount});
    text = counts_units(limit) ? tr("{0} units {1}", {amount, window})
           : limit.distinct    ? tr("{0} different ones {1}", {amount, window})
                               : tr("{0} {1}@@amount, window", {amount, window});
  }
  text = limit.scope.per.empty() ? tr("{0} for the {1}", {text, limit.scope.name}) : tr("{0} for each {1}@@a limit", {text, limit.scope.name});
  if (!limit.rungs.empty()) text = tr("{0}, more once more is paid", {text});
  if (ref.limit->counters > Rational(1)) text = tr("{0} ({1} of them)", {text, group_digits(ref.limit->counters)});
  // A breach says itself until when it refuses.
  const bool says_until = ref.limit->state == LimitState::breached && !limit.breach.until.empty();
  return says_until ? text : join({text, ", ", reset_text(limit.window)});
}

std::string limit_fullness(const LimitRef& ref) {
  const LimitOutcome& limit = *ref.limit;
  std::string busiest = busiest_text(limit.limit->window, amount_in(ref, limit.run.busiest));
  const Rational full = limit.run.utilisation;
  if (!full.ok()) return busiest;
  const std::string share = full > Rational(1) ? tr("{0} the cap", {multiple_text(full)}) : percent_text(full);
  // The cycle is run once: its busiest window is all that is asked.
  const bool once = limit.limit->window.kind == Window::Kind::cycle && limit.limit->scope.per.empty();
  return once && full > Rational(1) ? share : join({busiest, ", ", share});
}

std::string limit_burst(const LimitRef& ref) {
  const Rational burst = ref.limit->run.burst;
  return burst.ok() ? tr("holds {0} the average", {multiple_text(burst)}) : "";
}

std::string limit_badge(const LimitRef& ref) {
  if (!ref.limit) return tr("not offered");
  const Rational full = ref.limit->run.utilisation;
  if (!full.ok()) return tr("none allowed");
  return full > Rational(1) ? multiple_text(full) : percent_text(full);
}

std::string breach_instant(const LimitRef& ref, Zones zones) {
  const LimitRun& run = ref.limit->run;
  const std::optional<Rational>& at = run.used_up ? run.used_up : run.first_refused;
  if (!at) return "";
  const Window& window = ref.limit->limit->window;
  const bool in_zone = window.kind == Window::Kind::fixed && window.zone != "UTC";
  return instant_text(*at, in_zone ? find_zone(zones, window.zone) : nullptr);
}

std::string breach_consequence(const LimitRef& ref) {
  const Breach& breach = ref.limit->limit->breach;
  const std::string every = every_one(*ref.platform->platform, counts_units(*ref.limit->limit) ? nullptr : ref.metric);
  switch (breach.behaviour) {
    case Behaviour::refuse:
      if (breach.penalty > 0) return tr("then all is refused for {0}", {duration_text(breach.penalty)});
      if (breach.shut_until >= 0) return tr("then all is refused to {0} {1}", {clock_text(breach.shut_until), breach.shut_zone});
      return ref.limit->delayed > 0 ? tr("then {0} waits", {every}) : tr("then {0} is refused", {every});
    case Behaviour::delay: return tr("then {0} is delayed", {every});
    case Behaviour::bill: return tr("then {0} is billed", {every});
    case Behaviour::degrade: return tr("then {0} is served worse", {every});
    case Behaviour::suspend: return tr("then all is refused to the end of the cycle");
    case Behaviour::top_up: return tr("then all is refused until money is added");
    case Behaviour::nothing: break;
  }
  return tr("then nothing is enforced");
}

std::string breach_refused(const LimitRef& ref, const Scenario& scenario, const World& world, const Cycle& cycle) {
  const Platform& platform = *ref.platform->platform;
  const std::vector<Rational> asked = asked_units(platform, *ref.platform->use, scenario, world, cycle);
  const auto asked_of = [&](const std::string& id) -> Rational {
    for (std::size_t i = 0; i < platform.metrics.size() && i < asked.size(); ++i) {
      if (platform.metrics[i].id == id) return asked[i];
    }
    return 0;
  };
  if (!ref.limit) return tr("all {0} refused", {group_digits(asked_of(ref.metric->id))});
  const LimitOutcome& limit = *ref.limit;
  const std::string refused = group_digits(limit.refused);
  if (limit.limit->spend) return tr("{0} refused@@a number", {refused});
  const auto about = [&](const std::string& number) { return limit.run.simulated ? tr("about {0}", {number}) : number; };
  Rational asked_units = 0;
  for (const Weight& weight : ref.limit->limit->weights) asked_units += asked_of(weight.metric);
  const std::string all = group_digits(asked_units);
  if (limit.limit->breach.behaviour == Behaviour::degrade) return tr("{0} of {1} degraded", {about(refused), all});
  if (limit.delayed.is_zero()) return tr("{0} of {1} refused", {about(refused), all});
  const std::string delayed = about(group_digits(limit.delayed));
  const std::string longest = duration_text(limit.run.longest_wait);
  if (limit.refused > 0) return tr("{0} of {1} delayed, the longest by {2}, {3} refused", {delayed, all, longest, refused});
  return tr("{0} of {1} delayed, the longest by {2}", {delayed, all, longest});
}

}  // namespace tollmeter::ui
