#include "core/limiter/decide.h"

#include <algorithm>
#include <limits>

namespace tollmeter {
namespace {

constexpr Nanoseconds kForEver = std::numeric_limits<Nanoseconds>::max();
// Windows and penalties, of a year at most, can be added to it.
constexpr Nanoseconds kLatest = kForEver - 2 * 366 * 86400 * kSecond;

}  // namespace

Decider::Decider(const Plan& plan, Date date, LimiterWorld world,
                 FunctionRef<std::optional<Rational>(const Limit&)> cap_of)
    : world_(world) {
  for (const Limit& limit : plan.limits) {
    if (!limit.validity.holds(date) || limit.spend) continue;
    if (const std::optional<Rational> cap = cap_of(limit)) limits_.push_back({&limit, *cap, {}});
  }
}

std::vector<Decider::Asked> Decider::asked_by(const TimedCall& call) {
  std::vector<Asked> asked;
  for (Ruled& ruled : limits_) {
    const std::vector<Weight>& weights = ruled.limit->weights;
    const auto weight =
        std::find_if(weights.begin(), weights.end(), [&](const Weight& w) { return w.metric == call.metric; });
    if (weight == weights.end()) continue;
    const auto key = call.whose.find(ruled.limit->scope.name.english());
    Counter& counter = ruled.counters[key == call.whose.end() ? std::string() : key->second];
    if (!counter.limiter) counter.limiter = make_limiter(ruled.limit->window, ruled.cap, world_);
    if (!counter.limiter) continue;
    if (ruled.limit->distinct && !call.thing.empty()) {
      const auto thing = counter.counted_until.find(call.thing);
      if (thing != counter.counted_until.end() && call.at < thing->second) continue;
    }
    asked.push_back({&ruled, &counter, weight->units * call.calls});
  }
  return asked;
}

/// More units than can be computed never fit, and neither do those that would have to wait for longer than instants reach.
std::optional<Nanoseconds> Decider::fits_at(const Asked& asked, Nanoseconds now) {
  if (!asked.units.ok() || now > kLatest) return std::nullopt;
  const std::optional<Nanoseconds> fits = asked.counter->limiter->fits_at(now, asked.units);
  return fits && *fits <= kLatest ? fits : std::nullopt;
}

/// The next time of day after `at` on the clock of the breach's zone; for ever where the zone is not known.
Nanoseconds Decider::shut_until(const Breach& breach, Nanoseconds at) const {
  const ZoneEntry* zone = breach.shut_zone == "UTC" ? nullptr : find_zone(world_.zones, breach.shut_zone);
  if (zone == nullptr && breach.shut_zone != "UTC") return kForEver;
  return next_clock_time(Instant{at / kSecond}, breach.shut_until, zone).seconds * kSecond;
}

void Decider::refuse(const Asked& asked, Nanoseconds at, std::optional<Nanoseconds> fits, Decision& decision) const {
  const Limit& limit = *asked.ruled->limit;
  std::optional<Nanoseconds>& blocked = asked.counter->blocked_until;
  if (ends_service(limit.breach.behaviour)) blocked = kForEver;
  const bool open = !(blocked && at < *blocked);
  if (limit.breach.penalty > 0 && open) blocked = at + limit.breach.penalty * kSecond;
  if (limit.breach.shut_until >= 0 && open) blocked = shut_until(limit.breach, at);
  decision.kind = Decision::Kind::refused;
  decision.by = &limit;
  decision.retry_at = fits;
  if (fits && blocked) decision.retry_at = std::max(*fits, *blocked);
  if (blocked == kForEver) decision.retry_at = std::nullopt;
}

Decision Decider::decide(const TimedCall& call) {
  Decision decision;
  const std::vector<Asked> asked = asked_by(call);
  Nanoseconds at = call.at;
  // Waiting for one limit may run into another: again until all have room at one instant.
  for (bool moved = true; moved;) {
    moved = false;
    for (const Asked& a : asked) {
      const Limit& limit = *a.ruled->limit;
      if (!refuses(limit.breach.behaviour)) continue;
      const Nanoseconds now = std::max(at, a.counter->clock);
      const bool blocked = a.counter->blocked_until && now < *a.counter->blocked_until;
      const std::optional<Nanoseconds> fits = fits_at(a, now);
      if (!blocked && fits && *fits == at) continue;
      const bool waits = limit.breach.behaviour == Behaviour::delay && fits &&
                         (limit.breach.most_wait == 0 || *fits - call.at <= limit.breach.most_wait * kSecond);
      if (!waits) {
        refuse(a, at, fits, decision);
        return decision;
      }
      decision.kind = Decision::Kind::delayed;
      decision.by = &limit;
      at = *fits;
      moved = true;
    }
  }
  decision.served_at = at;
  for (const Asked& a : asked) {
    const Nanoseconds now = std::max(at, a.counter->clock);
    const std::optional<Nanoseconds> fits = fits_at(a, now);
    if (fits && *fits == now) {
      a.counter->limiter->take(now, a.units, call.lasts ? now + *call.lasts : kForEver);
      a.counter->clock = now;
      if (a.ruled->limit->distinct && !call.thing.empty()) {
        a.counter->counted_until[call.thing] = a.counter->limiter->forgets(now);
      }
    } else if (decision.kind == Decision::Kind::served) {
      const Behaviour behaviour = a.ruled->limit->breach.behaviour;
      if (behaviour == Behaviour::bill) decision.kind = Decision::Kind::billed;
      if (behaviour == Behaviour::degrade) decision.kind = Decision::Kind::degraded;
      if (decision.kind != Decision::Kind::served) decision.by = a.ruled->limit;
    }
    const Rational left = a.counter->limiter->left(now);
    if (decision.tightest == nullptr || left < decision.left) {
      decision.tightest = a.ruled->limit;
      decision.left = left;
    }
  }
  return decision;
}

}  // namespace tollmeter
