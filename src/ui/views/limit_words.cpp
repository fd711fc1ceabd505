#include "ui/views/limit_words.h"

#include <algorithm>

#include "core/format.h"
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

// "a month" → "month", "in 24 h" → "24 h".
std::string window_noun(const Window& window) {
  if (window.kind == Window::Kind::concurrent) return "moment";
  const std::string text = window_text(window);
  return text.substr(text.find(' ') + 1);
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
  return ref.platform->platform->short_name + ": " +
         (ref.metric ? lower_first(ref.metric->name) : ref.limit->limit->name.shown());
}

std::string limit_own_title(const LimitRef& ref) {
  return ref.platform->platform->short_name + ": " + ref.limit->limit->name;
}

std::string limit_in_short(const LimitRef& ref) {
  const Limit& limit = *ref.limit->limit;
  const std::string what = counts_units(limit) || !ref.metric ? "units" : lower_first(ref.metric->name);
  return ref.platform->platform->short_name + " " + (limit.spend ? limit.name.shown() : what) + ", " +
         amount_in(ref, ref.limit->cap) + " " + window_text(limit.window);
}

std::string limit_terms(const LimitRef& ref) {
  const Limit& limit = *ref.limit->limit;
  std::string text;
  if (ref.limit->state == LimitState::unpublished) {
    text = "a limit " + window_text(limit.window);
  } else {
    text = (limit.amount.approximate ? "about " : "") + amount_in(ref, ref.limit->cap) +
           (counts_units(limit) ? " units " : limit.distinct ? " different ones " : " ") + window_text(limit.window);
  }
  text += limit.scope.per.empty() ? " for the " : " for each ";
  text += limit.scope.name;
  if (!limit.rungs.empty()) text += ", more once more is paid";
  if (ref.limit->counters > Rational(1)) text += " (" + group_digits(ref.limit->counters) + " of them)";
  // A breach says itself until when it refuses.
  const bool says_until = ref.limit->state == LimitState::breached && !limit.breach.until.empty();
  return says_until ? text : text + ", " + reset_text(limit.window);
}

std::string limit_fullness(const LimitRef& ref) {
  const LimitOutcome& limit = *ref.limit;
  // Of a bucket it is the size that would do.
  const bool bucket = limit.limit->window.kind == Window::Kind::bucket;
  const std::string busiest = (bucket ? "a bucket would have to hold" : "busiest " + window_noun(limit.limit->window)) + " " +
                              amount_in(ref, limit.run.busiest);
  const Rational full = limit.run.utilisation;
  if (!full.ok()) return busiest;
  const std::string share = full > Rational(1) ? multiple_text(full) + " the cap" : percent_text(full);
  // The cycle is run once: its busiest window is all that is asked.
  const bool once = limit.limit->window.kind == Window::Kind::cycle && limit.limit->scope.per.empty();
  return once && full > Rational(1) ? share : busiest + ", " + share;
}

std::string limit_burst(const LimitRef& ref) {
  const Rational burst = ref.limit->run.burst;
  return burst.ok() ? "holds " + multiple_text(burst) + " the average" : "";
}

std::string limit_badge(const LimitRef& ref) {
  if (!ref.limit) return "not offered";
  const Rational full = ref.limit->run.utilisation;
  if (!full.ok()) return "none allowed";
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
  std::string text = "then ";
  switch (breach.behaviour) {
    case Behaviour::refuse:
      if (breach.penalty > 0) {
        text += "all is refused for " + duration_text(breach.penalty);
      } else if (breach.shut_until >= 0) {
        text += "all is refused to " + clock_text(breach.shut_until) + " " + breach.shut_zone;
      } else {
        text += every + (ref.limit->delayed > 0 ? " waits" : " is refused");
      }
      break;
    case Behaviour::delay: text += every + " is delayed"; break;
    case Behaviour::bill: text += every + " is billed"; break;
    case Behaviour::degrade: text += every + " is served worse"; break;
    case Behaviour::suspend: text += "all is refused to the end of the cycle"; break;
    case Behaviour::top_up: text += "all is refused until money is added"; break;
    case Behaviour::nothing: text += "nothing is enforced"; break;
  }
  return text;
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
  if (!ref.limit) return "all " + group_digits(asked_of(ref.metric->id)) + " refused";
  const LimitOutcome& limit = *ref.limit;
  const std::string about = limit.run.simulated ? "about " : "";
  if (limit.limit->spend) return group_digits(limit.refused) + " refused";
  Rational all = 0;
  for (const Weight& weight : ref.limit->limit->weights) all += asked_of(weight.metric);
  if (limit.limit->breach.behaviour == Behaviour::degrade) {
    return about + group_digits(limit.refused) + " of " + group_digits(all) + " degraded";
  }
  if (limit.delayed.is_zero()) return about + group_digits(limit.refused) + " of " + group_digits(all) + " refused";
  const std::string refused = limit.refused > 0 ? ", " + group_digits(limit.refused) + " refused" : "";
  return about + group_digits(limit.delayed) + " of " + group_digits(all) + " delayed, the longest by " +
         duration_text(limit.run.longest_wait) + refused;
}

}  // namespace tollmeter::ui
