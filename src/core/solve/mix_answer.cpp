// What a mix comes to: the scenario with it, and what is said of each task.
#include <algorithm>

#include "core/conversion.h"
#include "core/format.h"
#include "core/solve/mix.h"
#include "core/tariff.h"

namespace tollmeter {
namespace {

constexpr std::uint32_t bit(std::size_t task) { return std::uint32_t{1} << task; }

/// The entered metric that one of a bill's lines follows from.
const Metric* root_of(const Platform& platform, const Metric* metric) {
  while (metric && metric->kind != Metric::Kind::entered) metric = platform.metric(metric->of);
  return metric;
}

Money lines_of(const PlatformEstimate& estimate, const MixTask& task) {
  Money sum;
  sum.currency = estimate.subtotal.currency;
  for (const BillLine& line : estimate.bill) {
    const Metric* root = root_of(*estimate.platform, line.metric);
    if (!root || !line.in_sum) continue;
    const bool its = std::any_of(task.from->takes.begin(), task.from->takes.end(),
                                 [&](const JobTake& take) { return !take.amount.empty() && take.metric == root->id; });
    if (!its) continue;
    sum.amount += line.exact;
    sum.at_least |= line.unknown;
    sum.approximate |= line.amount.approximate;
  }
  sum.amount = sum.amount.round_half_up(currency_exponent(sum.currency));
  return sum;
}

std::optional<Money> in_one(const Estimate& estimate, const Scenario& scenario, const std::string& currency) {
  if (estimate.totals.size() == 1 && estimate.totals.front().currency == currency) return estimate.totals.front();
  return converted_total(estimate, scenario).total;
}

const PlatformEstimate* estimate_of(const Estimate& estimate, const Platform* platform) {
  for (const PlatformEstimate& one : estimate.platforms) {
    if (one.platform == platform) return &one;
  }
  return nullptr;
}

}  // namespace

Scenario MixRun::mixed() const {
  Scenario next = scenario_;
  for (std::size_t p = 0; p < providers_.size(); ++p) {
    const Provider& provider = providers_[p];
    const Set tasks = taken_[p];
    if (!provider.rated.count(tasks)) continue;
    const Rated& outcome = provider.rated.at(tasks);
    const std::string& id = provider.platform->id;
    if (tasks != provider.own) {
      std::vector<const MixTask*> gone, come;
      for (std::size_t t = 0; t < tasks_.size(); ++t) {
        if (provider.own & ~tasks & bit(t)) gone.push_back(&tasks_[t]);
        if (tasks & ~provider.own & bit(t)) come.push_back(&tasks_[t]);
      }
      MixedUse mixed = mixed_use(scenario_, id, gone, come);
      const auto use = std::find_if(next.platforms.begin(), next.platforms.end(), [&](const PlatformUse& u) { return u.platform == id; });
      if (next.unit) {
        next.unit->parts.erase(id);
        if (!mixed.parts.empty()) next.unit->parts.emplace(id, std::move(mixed.parts));
      }
      if (mixed.empty) {
        if (use != next.platforms.end()) next.platforms.erase(use);
        continue;
      }
      if (use != next.platforms.end()) {
        *use = std::move(mixed.use);
      } else {
        next.platforms.push_back(std::move(mixed.use));
      }
    }
    if (!outcome.named) continue;
    for (PlatformUse& use : next.platforms) {
      if (use.platform != id) continue;
      use.already_on = use.already_on && use.plan == outcome.plan->id;
      use.plan = outcome.plan->id;
    }
  }
  if (next.unit && next.unit->parts.empty() && !scenario_.unit->parts.empty()) next.unit.reset();
  return next;
}

MixOther MixRun::other_of(std::size_t task, const JobOffer& offer) const {
  MixOther other;
  other.platform = offer.platform;
  other.offer = &offer;
  const auto found = std::find_if(providers_.begin(), providers_.end(), [&](const Provider& p) { return p.platform->id == offer.platform; });
  if (found == providers_.end() || !(found->can & bit(task))) {
    const std::string& from = tasks_[task].from->platform;
    const bool cannot = std::find(offer.not_from.begin(), offer.not_from.end(), from) != offer.not_from.end();
    other.bar = cannot ? MixBar::cannot_all : world_.catalog->platform(offer.platform) ? MixBar::currency : MixBar::not_loaded;
    return other;
  }
  const Rated& with = found->rated.at(found->own | bit(task));
  const Rated& without = found->rated.at(found->own);
  other.plan = with.plan;
  other.bar = with.bar;
  other.limit = with.limit;
  if (with.bar != MixBar::none) return other;
  other.added = with.money;
  other.added.amount -= without.money.amount;
  return other;
}

MixRow MixRun::row_of(std::size_t task) const {
  MixRow row;
  row.task = tasks_[task];
  const PlatformEstimate& now = *now_of(row.task.from->platform);
  row.lines = lines_of(now, row.task);
  const auto holds = [&](std::size_t p) { return (taken_[p] & bit(task)) != 0; };
  std::size_t to = 0;
  while (to < providers_.size() && !holds(to)) ++to;
  if (to == providers_.size()) {
    row.to = world_.catalog->platform(row.task.from->platform);
    row.offer = row.task.from;
    row.plan = now.plan;
    return row;
  }
  const Provider& target = providers_[to];
  row.to = target.platform;
  row.offer = offer_of(target, task);
  row.plan = rated(to, taken_[to]).plan;
  row.moves = (target.own & bit(task)) == 0;
  if (row.moves) {
    std::size_t from = 0;
    while (!(providers_[from].own & bit(task))) ++from;
    const Rated& back = rated(from, taken_[from] | bit(task));
    const Rated& rest = rated(to, taken_[to] & ~bit(task));
    const Cost stayed = back.cost.plus(rest.cost);
    const Cost mixed = rated(from, taken_[from]).cost.plus(rated(to, taken_[to]).cost);
    if (stayed.possible && stayed.unserved == mixed.unserved && stayed.unpublished == mixed.unpublished) {
      Money saves;
      saves.currency = target.compared_in;
      saves.amount = (stayed.amount - mixed.amount).round_half_up(currency_exponent(saves.currency));
      row.saves = saves;
    }
  }
  for (const JobOffer& offer : row.task.job->offers) {
    if (offer.platform != row.to->id && offer.platform != row.task.from->platform) row.others.push_back(other_of(task, offer));
  }
  return row;
}

/// Ranges that neither stay where they are nor go along.
std::vector<RangedInput> MixRun::lost_ranges(const Mix& mix) const {
  std::vector<RangedInput> lost;
  const auto is_kept = [&](const std::string& platform, const std::string& metric, const Range& range) {
    const Range* there = range_of({RangeOf::quantity, platform, metric}, mix.scenario);
    return there && *there == range;
  };
  for (std::size_t i = 0; i < scenario_.platforms.size(); ++i) {
    const PlatformUse& use = scenario_.platforms[i];
    for (const auto& entry : use.ranges) {
      const std::string& metric = entry.first;
      bool kept = is_kept(use.platform, metric, entry.second);
      for (const MixRow& row : mix.rows) {
        if (!row.moves || row.task.use != i) continue;
        for (const JobTake& from : row.task.from->takes) {
          if (from.metric != metric || from.amount.empty()) continue;
          for (const JobTake& to : row.offer->takes) kept |= to.amount == from.amount && is_kept(row.to->id, to.metric, entry.second);
        }
      }
      if (!kept) lost.push_back({RangeOf::quantity, use.platform, metric});
    }
  }
  return lost;
}

void MixRun::finish() {
  Mix mix;
  mix.scenario = mixed();
  for (std::size_t t = 0; t < tasks_.size(); ++t) mix.rows.push_back(row_of(t));
  const Estimate with = estimate(mix.scenario, world_);
  mix.now = now_.totals;
  mix.with = with.totals;
  const std::string& currency = mix.now.front().currency;
  const bool converts = !scenario_.conversion.into.empty();
  mix.now_in = in_one(now_, scenario_, converts ? scenario_.conversion.into : currency);
  mix.with_in = in_one(with, mix.scenario, converts ? scenario_.conversion.into : currency);
  const auto add = [&](const Platform* platform) {
    const PlatformEstimate* was = estimate_of(now_, platform);
    const PlatformEstimate* becomes = estimate_of(with, platform);
    MixPlatform one;
    one.platform = platform;
    if (was) {
      one.before = was->plan;
      one.was = was->subtotal;
    }
    if (becomes) {
      one.after = becomes->plan;
      one.becomes = becomes->subtotal;
    }
    if (!was) one.was.currency = one.becomes.currency;
    if (!becomes) one.becomes.currency = one.was.currency;
    const bool same = was && becomes && one.before == one.after && one.was.amount == one.becomes.amount;
    if (!same) mix.platforms.push_back(std::move(one));
  };
  for (const PlatformEstimate& platform : with.platforms) {
    if (platform.platform) add(platform.platform);
  }
  for (const PlatformEstimate& platform : now_.platforms) {
    if (platform.platform && !estimate_of(with, platform.platform)) add(platform.platform);
  }
  for (const UntoldJobs& untold : world_.catalog->jobs.untold) {
    const bool used = std::any_of(untold.platforms.begin(), untold.platforms.end(),
                                  [&](const std::string& id) { return now_of(id) != nullptr; });
    if (used) mix.untold.push_back(&untold);
  }
  mix.beyond = beyond_;
  mix.lost_ranges = lost_ranges(mix);
  mix_ = std::move(mix);
}

}  // namespace tollmeter
