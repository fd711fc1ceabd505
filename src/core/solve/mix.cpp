#include "core/solve/mix.h"

#include <algorithm>
#include <utility>

#include "core/most_quantity.h"
#include "core/tariff.h"

namespace tollmeter {
namespace {

/// A plan without a start holds on any earlier day, which is no reason to advise it for a day that nobody has written about.
bool is_before_sources(const Platform& platform, Date date) {
  return std::none_of(platform.sources.begin(), platform.sources.end(), [date](const Source& source) { return source.read <= date; });
}

/// Whether the use of the one platform of a scenario could not be typed, so that no link would hold it.
bool asks_too_much(const Scenario& alone) {
  const auto& quantities = alone.platforms.front().quantities;
  const bool more = std::any_of(quantities.begin(), quantities.end(), [](const auto& one) { return !(one.second.value <= kMostQuantity); });
  return more || (alone.unit && beyond_bounds(*alone.unit));
}

constexpr std::uint32_t bit(std::size_t task) { return std::uint32_t{1} << task; }

int count_of(std::uint32_t set) {
  int n = 0;
  for (; set != 0; set &= set - 1) ++n;
  return n;
}

}  // namespace

bool MixRun::Cost::less_than(const Cost& other) const {
  if (possible != other.possible) return possible;
  if (unserved != other.unserved) return unserved < other.unserved;
  if (unpublished != other.unpublished) return unpublished < other.unpublished;
  if (!(amount == other.amount)) return amount < other.amount;
  return moved < other.moved;
}

MixRun::Cost MixRun::Cost::plus(const Cost& other) const {
  Cost sum;
  sum.possible = possible && other.possible;
  sum.unserved = unserved + other.unserved;
  sum.unpublished = unpublished + other.unpublished;
  sum.amount = amount + other.amount;
  sum.moved = moved + other.moved;
  return sum;
}

const PlatformEstimate* MixRun::now_of(std::string_view platform) const {
  for (const PlatformEstimate& one : now_.platforms) {
    if (one.platform && one.platform->id == platform) return &one;
  }
  return nullptr;
}

MixRun::MixRun(const Scenario& scenario, const World& world)
    : scenario_(scenario), world_(world), cycle_(own_cycle(scenario)), traffic_(cycle_, scenario.traffic, world.zones),
      now_(estimate(scenario_, world_)), tasks_(mix_tasks(scenario_, world_)) {
  if (tasks_.size() > kMostTasks) {
    beyond_ = tasks_.size() - kMostTasks;
    tasks_.resize(kMostTasks);
  }
  find_providers();
  find_groups();
  for (const Group& group : groups_) {
    for (const std::size_t p : group.providers) {
      const Set can = providers_[p].can;
      for (Set tasks = can;; tasks = (tasks - 1) & can) {
        pending_.push_back({p, tasks});
        if (tasks == 0) break;
      }
    }
  }
  taken_.assign(providers_.size(), 0);
  all_ = pending_.size() + 1;
  for (const Group& group : groups_) all_ += group.providers.size();
}

Rational MixRun::compared(const Money& money) const {
  const ExchangeRate* rate = scenario_.conversion.rate_of(money.currency);
  return rate ? money.amount * rate->value : money.amount;
}

/// The cheapest that fits, of the plans on which it can do all of these tasks. Who does them on another one already may stay there.
PlanChoice MixRun::choose(const Provider& provider, Set tasks, PlatformMonth& month) const {
  const PlatformEstimate* now = provider.use && (tasks & ~provider.own) == 0 ? now_of(provider.platform->id) : nullptr;
  std::vector<Candidate> candidates = candidates_of(month, scenario_.date);
  for (std::size_t t = 0; t < tasks_.size(); ++t) {
    if (!(tasks & bit(t))) continue;
    const std::vector<std::string>& without = offer_of(provider, t)->not_on;
    std::erase_if(candidates, [&](const Candidate& one) {
      const Plan* plan = one.estimate.plan;
      return (!now || now->plan != plan) && std::find(without.begin(), without.end(), plan->id) != without.end();
    });
  }
  const Candidate* best = best_of(candidates);
  return best ? PlanChoice{best->estimate.plan, best->estimate.fits} : PlanChoice{};
}

MixRun::Rated MixRun::rate(const Provider& provider, Set tasks) const {
  Rated out;
  out.cost.moved = count_of(tasks & ~provider.own);
  out.money.currency = provider.platform->currency;
  const bool unchanged = provider.use && tasks == provider.own;
  if (!provider.use && tasks == 0) {
    out.cost.possible = true;
    return out;
  }
  std::vector<const MixTask*> gone, come;
  for (std::size_t t = 0; t < tasks_.size(); ++t) {
    if (provider.own & ~tasks & bit(t)) gone.push_back(&tasks_[t]);
    if (tasks & ~provider.own & bit(t)) come.push_back(&tasks_[t]);
  }
  const MixedUse mixed = mixed_use(scenario_, provider.platform->id, gone, come);
  if (mixed.empty && !gone.empty()) {
    out.cost.possible = true;
    return out;
  }
  Scenario alone = scenario_;
  alone.platforms = {mixed.use};
  if (alone.unit) {
    alone.unit->parts.clear();
    if (!mixed.parts.empty()) alone.unit->parts.emplace(provider.platform->id, mixed.parts);
  }
  if (!come.empty() && asks_too_much(alone)) {
    out.bar = MixBar::too_many;
    return out;
  }
  PlatformMonth month(Usage(*provider.platform, alone.platforms[0], alone, world_, cycle_, traffic_));
  const Date date = scenario_.date;
  const PlanChoice choice = choose(provider, tasks, month);
  const PlatformEstimate* now = provider.use ? now_of(provider.platform->id) : nullptr;
  if (!choice.plan) {
    out.bar = MixBar::not_sold;
  } else {
    const PlatformEstimate best = month.on_plan(*choice.plan, date, Detail::verdict);
    const PriceClass price = price_class(*choice.plan, date, best.subtotal);
    out.plan = choice.plan;
    if (!choice.fits) {
      out.bar = MixBar::does_not_fit;
      for (const LimitOutcome& limit : best.limits) {
        const bool stops = limit.state == LimitState::breached && refuses(limit.limit->breach.behaviour);
        if (stops && !out.limit) out.limit = limit.limit;
      }
      if (!best.not_offered.empty()) out.limit = nullptr;
    } else if (price != PriceClass::published) {
      out.bar = price == PriceClass::unknown ? MixBar::unknown : MixBar::quoted;
    } else if (!provider.use && !choice.plan->validity.from && is_before_sources(*provider.platform, date)) {
      out.bar = MixBar::start_unknown;
    } else {
      out.cost.possible = true;
      out.money = best.subtotal;
      out.named = !unchanged || now->plan != choice.plan;
    }
  }
  // What only loses tasks may stay on a plan that nobody could be advised to take.
  if (!out.cost.possible && provider.use && come.empty()) {
    const PlatformEstimate stays = as_chosen(month, date, Detail::verdict);
    out.cost.possible = true;
    out.plan = stays.plan;
    out.money = stays.subtotal;
    out.cost.unserved = stays.fits ? 0 : 1;
    const bool published = stays.plan && price_class(*stays.plan, date, stays.subtotal) == PriceClass::published;
    out.cost.unpublished = published ? 0 : 1;
  }
  if (out.cost.possible) out.cost.amount = compared(out.money);
  // An amount that cannot be computed is no price to advise.
  if (!out.cost.amount.ok()) out.cost.possible = false;
  return out;
}

void MixRun::step(std::size_t ratings) {
  bool joined = false;
  for (; ratings > 0 && !done() && !joined; --ratings) {
    if (!pending_.empty()) {
      const Rating next = pending_.back();
      pending_.pop_back();
      Provider& provider = providers_[next.provider];
      provider.rated.emplace(next.tasks, rate(provider, next.tasks));
    } else if (joining_.group < groups_.size()) {
      // One is as much as many ratings.
      join_next();
      joined = true;
    } else {
      finish();
    }
    ++finished_;
  }
}

void MixRun::join_next() {
  const Group& group = groups_[joining_.group];
  const std::size_t n = group.tasks.size();
  // Sets of the group's own tasks, by their places in it.
  const auto widen = [&](Set small) {
    Set wide = 0;
    for (std::size_t i = 0; i < n; ++i) {
      if (small & bit(i)) wide |= bit(group.tasks[i]);
    }
    return wide;
  };
  if (joining_.joined == 0) {
    joining_.best.assign(std::size_t{1} << n, {});
    joining_.best[0].possible = true;
    joining_.last.clear();
  }
  const Provider& provider = providers_[group.providers[joining_.joined]];
  Set can = 0;
  for (std::size_t i = 0; i < n; ++i) {
    if (provider.can & bit(group.tasks[i])) can |= bit(i);
  }
  std::unordered_map<Set, const Cost*> cost;
  for (Set tasks = can;; tasks = (tasks - 1) & can) {
    cost.emplace(tasks, &provider.rated.at(widen(tasks)).cost);
    if (tasks == 0) break;
  }
  std::vector<Cost> best(joining_.best.size());
  std::vector<Set> last(best.size(), 0);
  for (Set all = 0; all < best.size(); ++all) {
    const Set most = all & can;
    for (Set tasks = most;; tasks = (tasks - 1) & most) {
      const Cost& rest = joining_.best[all ^ tasks];
      const Cost& own = *cost.at(tasks);
      if (rest.possible && own.possible) {
        const Cost sum = rest.plus(own);
        if (sum.less_than(best[all])) {
          best[all] = sum;
          last[all] = tasks;
        }
      }
      if (tasks == 0) break;
    }
  }
  joining_.best = std::move(best);
  joining_.last.push_back(std::move(last));
  if (++joining_.joined < group.providers.size()) return;
  Set left = static_cast<Set>((std::size_t{1} << n) - 1);
  const bool covered = joining_.best[left].possible;
  for (std::size_t p = group.providers.size(); p-- > 0;) {
    const std::size_t provider_index = group.providers[p];
    if (!covered) {
      taken_[provider_index] = providers_[provider_index].own;
      continue;
    }
    taken_[provider_index] = widen(joining_.last[p][left]);
    left ^= joining_.last[p][left];
  }
  ++joining_.group;
  joining_.joined = 0;
}

Mix cheapest_mix(const Scenario& scenario, const World& world) {
  MixRun run(scenario, world);
  while (!run.done()) run.step(1000);
  return run.mix();
}

}  // namespace tollmeter
