// Which platforms can take which tasks, and which tasks hang together.
#include <algorithm>
#include <numeric>

#include "core/solve/mix.h"

namespace tollmeter {
namespace {

constexpr std::uint32_t bit(std::size_t task) { return std::uint32_t{1} << task; }

bool bars(const JobOffer& offer, const MixTask& task) {
  return std::find(offer.not_from.begin(), offer.not_from.end(), task.from->platform) != offer.not_from.end();
}

}  // namespace

std::string MixRun::compared_in(const std::string& currency) const {
  const Conversion& conversion = scenario_.conversion;
  return conversion.rate_of(currency) ? conversion.into : currency;
}

const JobOffer* MixRun::offer_of(const Provider& provider, std::size_t task) const {
  return offer_on_platform(*tasks_[task].job, provider.platform->id);
}

void MixRun::find_providers() {
  const auto provider_of = [&](const std::string& id) -> Provider* {
    for (Provider& known : providers_) {
      if (known.platform->id == id) return &known;
    }
    const Platform* platform = world_.catalog->platform(id);
    if (!platform) return nullptr;
    Provider provider;
    provider.platform = platform;
    std::string currency = platform->currency;
    for (std::size_t i = 0; i < scenario_.platforms.size(); ++i) {
      if (scenario_.platforms[i].platform != id) continue;
      provider.use = i;
      if (const Plan* named = platform->plan(scenario_.platforms[i].plan)) currency = named->currency;
    }
    provider.compared_in = compared_in(currency);
    providers_.push_back(std::move(provider));
    return &providers_.back();
  };
  for (std::size_t t = 0; t < tasks_.size(); ++t) {
    Provider* own = provider_of(tasks_[t].from->platform);
    own->own |= bit(t);
    own->can |= bit(t);
  }
  std::size_t room = scenario_.platforms.size() < kMostPlatforms ? kMostPlatforms - scenario_.platforms.size() : 0;
  for (std::size_t t = 0; t < tasks_.size(); ++t) {
    const std::string in = provider_of(tasks_[t].from->platform)->compared_in;
    for (const JobOffer& offer : tasks_[t].job->offers) {
      const std::size_t before = providers_.size();
      Provider* provider = provider_of(offer.platform);
      if (!provider) continue;
      const bool is_new = providers_.size() > before && !provider->use;
      const bool able = provider->compared_in == in && !bars(offer, tasks_[t]) && std::all_of(offer.takes.begin(), offer.takes.end(), [&](const JobTake& take) {
                          return provider->platform->metric(take.metric) != nullptr;
                        });
      if (!able || (is_new && room == 0)) {
        if (is_new) providers_.pop_back();
        continue;
      }
      if (is_new) --room;
      provider->can |= bit(t);
    }
  }
}

void MixRun::find_groups() {
  std::vector<std::size_t> group_of(tasks_.size());
  std::iota(group_of.begin(), group_of.end(), 0);
  for (const Provider& provider : providers_) {
    std::optional<std::size_t> first;
    for (std::size_t t = 0; t < tasks_.size(); ++t) {
      if (!(provider.can & bit(t))) continue;
      if (!first) first = group_of[t];
      const std::size_t other = group_of[t];
      for (std::size_t& group : group_of) {
        if (group == other) group = *first;
      }
    }
  }
  for (std::size_t g = 0; g < tasks_.size(); ++g) {
    Group group;
    Set members = 0;
    for (std::size_t t = 0; t < tasks_.size(); ++t) {
      if (group_of[t] != g) continue;
      if (group.tasks.size() == kMostTasksTogether) {
        // It stays: nobody may take it, and its own platform has it in every set.
        ++beyond_;
        for (Provider& provider : providers_) {
          provider.can &= ~bit(t);
          provider.own &= ~bit(t);
        }
        continue;
      }
      group.tasks.push_back(t);
      members |= bit(t);
    }
    if (group.tasks.empty()) continue;
    for (std::size_t p = 0; p < providers_.size(); ++p) {
      if (providers_[p].can & members) group.providers.push_back(p);
    }
    groups_.push_back(std::move(group));
  }
}

}  // namespace tollmeter
