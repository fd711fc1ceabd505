#include "core/usage.h"

#include <utility>

namespace tollmeter {

std::optional<std::size_t> metric_index(const Platform& platform, std::string_view id) {
  for (std::size_t i = 0; i < platform.metrics.size(); ++i) {
    if (platform.metrics[i].id == id) return i;
  }
  return std::nullopt;
}

Rational driver_value(const Scenario& scenario, const Catalog& catalog, std::string_view id) {
  if (auto set = scenario.drivers.find(id); set != scenario.drivers.end()) return set->second;
  const Driver* driver = catalog.driver(id);
  return driver ? driver->assumed : Rational::overflow();
}

const std::string& chosen_option(const Scenario& scenario, const Choice& choice) {
  const auto set = scenario.choices.find(choice.id);
  return set == scenario.choices.end() ? choice.assumed : set->second;
}

Usage::Usage(const Platform& p, const PlatformUse& u, const Scenario& s, const World& w, const Cycle& month,
             const Traffic& t)
    : platform(&p), use(&u), scenario(&s), world(&w), traffic(&t), cycle(month) {
  asked.resize(p.metrics.size());
  parents.resize(p.metrics.size());
  for (std::size_t i = 0; i < p.metrics.size(); ++i) {
    const Metric& metric = p.metrics[i];
    if (metric.kind != Metric::Kind::entered) {
      parents[i] = metric_index(p, metric.of);
      continue;
    }
    const auto q = u.quantities.find(metric.id);
    if (q != u.quantities.end()) asked[i] = q->second.in(month);
    if (s.unit) asked[i] += s.unit->asked(p.id, metric.id);
    // Calls are whole numbers: one and a half a day are 47 in a month of 31 days.
    asked[i] = asked[i].round_half_up(0);
  }
  follow(asked);
  EventKind kind;
  for (const Choice& choice : w.catalog->choices) kind.attributes[choice.id] = chosen_option(s, choice);
  groups = {{asked, std::move(kind)}};
}

void Usage::set_groups(std::vector<UsageGroup> entered) {
  groups = std::move(entered);
  asked.assign(asked.size(), 0);
  for (UsageGroup& group : groups) {
    follow(group.units);
    for (std::size_t i = 0; i < asked.size(); ++i) asked[i] += group.units[i];
  }
}

Rational Usage::driver(std::string_view id) const {
  if (is_calendar_name(id)) return cycle.days() * (id.front() == 'd' ? 1 : 24);
  return driver_value(*scenario, *world->catalog, id);
}

Rational Usage::value(const Formula& formula) const {
  return formula.evaluate([this](std::string_view id) { return driver(id); });
}

std::size_t Usage::root(std::size_t metric) const {
  // Bounded, so that a catalogue whose metrics come from each other cannot hang it.
  for (std::size_t step = 0; step < parents.size() && parents[metric]; ++step) {
    metric = *parents[metric];
  }
  return metric;
}

const Rational& Usage::share(std::size_t part) const {
  const Metric& metric = platform->metrics[part];
  const auto set = use->shares.find(metric.id);
  return set == use->shares.end() ? metric.assumed_share : set->second.value;
}

std::vector<Rational> Usage::asked_with(std::size_t entered, const Rational& units) const {
  std::vector<Rational> all = asked;
  all[entered] = units;
  return with_parts(std::move(all));
}

std::vector<Rational> Usage::with_parts(std::vector<Rational> units) const {
  follow(units);
  return units;
}

void Usage::follow(std::vector<Rational>& units) const {
  std::vector<char> done(units.size(), 0);
  for (std::size_t i = 0; i < units.size(); ++i) done[i] = !parents[i].has_value();
  // A metric may stand before the one it comes from: each round settles at least one level.
  for (bool moved = true; moved;) {
    moved = false;
    for (std::size_t i = 0; i < units.size(); ++i) {
      if (done[i] || !done[*parents[i]]) continue;
      const Metric& metric = platform->metrics[i];
      const Rational parent = units[*parents[i]];
      if (metric.kind == Metric::Kind::part) {
        units[i] = (parent * share(i)).round_half_up(0);
      } else {
        // A request that is begun is a request: 250 posts at 100 a request are 3.
        units[i] = parent.is_zero() ? Rational(0) : (parent * value(metric.per_parent)).ceil();
      }
      done[i] = 1;
      moved = true;
    }
  }
}

std::vector<Rational> asked_units(const Platform& platform, const PlatformUse& use, const Scenario& scenario,
                                  const World& world, const Cycle& month) {
  const Traffic traffic(month, scenario.traffic, world.zones);
  return Usage(platform, use, scenario, world, month, traffic).asked;
}

}  // namespace tollmeter
