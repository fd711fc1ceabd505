#pragma once

#include <optional>
#include <vector>

#include "core/estimate.h"

namespace tollmeter {

/// What one platform comes to in one month.
struct GrowthPlan {
  const Platform* platform = nullptr;
  const Plan* plan = nullptr;  ///< null: none can be had
  PlanState state = PlanState::none;
  bool fits = false;
  Money subtotal;
};

struct GrowthMonth {
  Cycle cycle;
  Date prices;        ///< prices and plans of this day: the scenario's own in its month, then the cycle's first
  Rational multiple;  ///< of the quantities that were entered
  std::vector<GrowthPlan> chosen, cheapest;  ///< by platform of the scenario that is in the catalogue
  std::vector<Money> chosen_totals, cheapest_totals;  ///< one per currency, in order of first appearance
  int breaches = 0;         ///< as chosen
  bool serves_all = false;  ///< the cheapest plans that fit do fit
};

/// The first time that a plan, as chosen, no longer serves all that a limit counts, or an operation at all.
struct GrowthBreak {
  const Platform* platform = nullptr;
  const Plan* plan = nullptr;
  const Limit* limit = nullptr;    ///< null: the operation is not offered
  const Metric* metric = nullptr;  ///< the heaviest of the limit; null for a limit on money
  std::size_t month = 0;
  bool refuses = true;          ///< false: what is too much waits, or is served worse
  std::optional<Rational> at;   ///< of the first call that is refused, or that waits; exact seconds since 1970
};

/// From a month on another plan is taken; the months count from 0, the scenario's own.
struct PlanChange {
  const Platform* platform = nullptr;
  const Plan* before = nullptr;  ///< null: none could be had
  const Plan* after = nullptr;   ///< null: none can be had
  std::size_t month = 0;
  bool fits = false;
};

/// The named plan no longer serves everything from an instant on.
struct Outgrown {
  GrowthBreak by;
  const Plan* then = nullptr;  ///< the cheapest that fits that month; null: nothing fits
};

struct Growth {
  std::vector<GrowthMonth> months;
  std::vector<GrowthBreak> breaks;   ///< each limit of each plan as chosen once, in order of time
  std::vector<Outgrown> outgrown;    ///< each platform's named plan once, in order of time
  std::vector<PlanChange> changes;   ///< of the cheapest plans that fit
  std::vector<PlanChange> stand_ins; ///< of the plans as chosen, where a named one ends or begins
};

inline constexpr std::size_t kGrowthMonths = 37;  ///< the scenario's own and three years more

/// A scenario's growth, month by month in slices, so that a page can show how far it is. The answer is the same however it is
/// sliced. It keeps a copy of the scenario and points into the catalogue.
class GrowthRun {
 public:
  GrowthRun(const Scenario& scenario, const World& world);
  bool done() const { return growth_.months.size() == kGrowthMonths; }
  /// The next so many months, or all that are left.
  void step(std::size_t months);
  const Growth& growth() const { return growth_; }  ///< of the months that are done

 private:
  void next_month();

  Scenario scenario_;
  World world_;
  std::vector<Rational> multiples_;
  Growth growth_;
};

/// All at once.
Growth growth_of(const Scenario& scenario, const World& world);

/// The scenario as month `month` has it: its date and its counts, whole numbers a month. Who can have the named plan in the first
/// month is on it from then on. Drivers and shares stay as they are.
Scenario grown(const Scenario& scenario, const World& world, const Rational& multiple, std::size_t month);
/// The billing cycle of that month: they follow each other from the scenario's own on.
Cycle growth_cycle(const Scenario& scenario, std::size_t month);

/// The sums of the first `months` months, per currency.
std::vector<Money> growth_totals(const Growth& growth, bool cheapest, std::size_t months);

}  // namespace tollmeter
