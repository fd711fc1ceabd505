#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/plan_choice.h"
#include "core/scenario_month.h"
#include "core/solve/mix_tasks.h"
#include "core/solve/ranged_input.h"

namespace tollmeter {

/// Why a platform is not among those of which the mix is made, for one task.
enum class MixBar {
  none,
  not_loaded,   ///< its prices are not in the catalogue
  currency,     ///< billed in another currency, and no rate of the person's own leads to one
  not_sold,     ///< no plan of it is sold on the day
  does_not_fit, ///< no plan serves all of it
  quoted,       ///< what serves it is by contract, or only reported
  unknown,      ///< what serves it has no published price
  cannot_all,   ///< what it takes over could be of a kind that it does not do (JobOffer::not_from)
  start_unknown, ///< nothing tells that the plan was sold as early as that: its start is not known, and all its sources are later
  too_many,      ///< with what it is asked for already, more than can be said
};

/// Another platform for a task, with this task alone beside what it does already.
struct MixOther {
  std::string platform;  ///< id
  const JobOffer* offer = nullptr;
  MixBar bar = MixBar::none;
  const Plan* plan = nullptr;    ///< null where none is sold
  const Limit* limit = nullptr;  ///< does_not_fit: the first that refuses; null: an operation is not offered
  Money added;                   ///< no bar: what its bill grows by
};

/// A task and where the mix puts it.
struct MixRow {
  MixTask task;
  const Platform* to = nullptr;
  const JobOffer* offer = nullptr;  ///< of `to`
  const Plan* plan = nullptr;       ///< of `to` in the mix
  bool moves = false;
  Money lines;                      ///< of its operations on the bill as it is
  std::optional<Money> saves;       ///< what the mix would cost more with it left where it is; none where that has no published price
  std::vector<MixOther> others;     ///< in the order of the table, `to` and the present platform left out
};

/// A platform whose bill the mix changes.
struct MixPlatform {
  const Platform* platform = nullptr;
  const Plan* before = nullptr;  ///< null: not in the calculation, or no plan
  const Plan* after = nullptr;   ///< null: no longer in it
  Money was, becomes;
};

struct Mix {
  Scenario scenario;         ///< with the mix; equal to the one it was made from where nothing is cheaper
  std::vector<MixRow> rows;
  std::vector<MixPlatform> platforms;  ///< those that change, in the order of the new scenario, then those that go
  std::vector<Money> now, with;        ///< totals, one per currency
  std::optional<Money> now_in, with_in;  ///< in one currency, where there is only one or the person's rates lead into it
  std::vector<const UntoldJobs*> untold; ///< of the scenario's platforms
  std::vector<RangedInput> lost_ranges;  ///< of quantities that move to where they are counted otherwise, or together with others
  std::size_t beyond = 0;              ///< tasks that were left where they are because there are too many
};

/// What one group of tasks that share platforms may hold; more are left where they are.
inline constexpr std::size_t kMostTasksTogether = 10;
inline constexpr std::size_t kMostTasks = 30;

/// The cheapest way to spread a scenario's tasks over the platforms that can do them, each task whole on one. Exact: of every
/// platform each set of tasks that it could take is rated on its cheapest open plan with a published price that serves it all,
/// and the sets that cover all tasks for least are found by dynamic programming over them. What stays as it is may be on any
/// plan; a mix in which more is served, then one with fewer reported prices, comes before a cheaper one; at equal cost nothing
/// moves. Runs in slices, so that a page can show how far it is; the answer is the same however it is sliced. It keeps a copy of
/// the scenario and points into the catalogue.
class MixRun {
 public:
  MixRun(const Scenario& scenario, const World& world);
  MixRun(const MixRun&) = delete;
  MixRun& operator=(const MixRun&) = delete;

  bool done() const { return mix_.has_value(); }
  /// So many ratings of a set of tasks, or the joining of one platform's sets.
  void step(std::size_t ratings);
  std::size_t finished() const { return finished_; }
  std::size_t all() const { return all_; }
  const Mix& mix() const { return *mix_; }  ///< once done

 private:
  using Set = std::uint32_t;  ///< of tasks, a bit each

  /// What a platform costs with a set of tasks. Compared in the order of its members.
  struct Cost {
    bool possible = false;
    int unserved = 0, unpublished = 0;
    Rational amount;  ///< in the currency that is compared
    int moved = 0;

    bool less_than(const Cost& other) const;
    Cost plus(const Cost& other) const;
  };
  struct Rated {
    Cost cost;
    MixBar bar = MixBar::none;
    const Plan* plan = nullptr;
    const Limit* limit = nullptr;
    Money money;
    bool named = false;  ///< the plan is to be named in the scenario
  };
  struct Provider {
    const Platform* platform = nullptr;
    std::optional<std::size_t> use;  ///< in the scenario
    std::string compared_in;         ///< a currency
    Set can = 0, own = 0;
    std::unordered_map<Set, Rated> rated;
  };
  struct Group {
    std::vector<std::size_t> tasks, providers;
  };
  struct Rating {
    std::size_t provider;
    Set tasks;
  };
  /// Best covers of the group's tasks by the providers that were joined, and the set of the last one in each.
  struct Joining {
    std::size_t group = 0, joined = 0;
    std::vector<Cost> best;
    std::vector<std::vector<Set>> last;
  };

  void find_providers();
  void find_groups();
  std::string compared_in(const std::string& currency) const;
  Rational compared(const Money& money) const;
  const PlatformEstimate* now_of(std::string_view platform) const;
  PlanChoice choose(const Provider& provider, Set tasks, PlatformMonth& month) const;
  Rated rate(const Provider& provider, Set tasks) const;
  const Rated& rated(std::size_t provider, Set tasks) const { return providers_[provider].rated.at(tasks); }
  const JobOffer* offer_of(const Provider& provider, std::size_t task) const;
  void join_next();
  void finish();
  Scenario mixed() const;
  std::vector<RangedInput> lost_ranges(const Mix& mix) const;
  MixRow row_of(std::size_t task) const;
  MixOther other_of(std::size_t task, const JobOffer& offer) const;

  Scenario scenario_;
  World world_;
  Cycle cycle_;
  Traffic traffic_;
  Estimate now_;
  std::vector<MixTask> tasks_;
  std::size_t beyond_ = 0;
  std::vector<Provider> providers_;
  std::vector<Group> groups_;
  std::vector<Rating> pending_;  ///< taken from the back
  Joining joining_;
  std::vector<Set> taken_;       ///< by provider, once joined
  std::size_t finished_ = 0, all_ = 0;
  std::optional<Mix> mix_;
};

/// All at once.
Mix cheapest_mix(const Scenario& scenario, const World& world);

}  // namespace tollmeter
