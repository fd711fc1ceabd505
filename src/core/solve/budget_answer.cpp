#include "core/solve/budget_answer.h"

#include "core/budget_state.h"
#include "core/order.h"
#include "core/plan_choice.h"
#include "core/scenario_month.h"
#include "core/solve/budget_most.h"
#include "core/tariff.h"

namespace tollmeter {
namespace {

/// One platform beside all others, which stay as they are.
struct Part {
  const PlatformUse* use;
  Money rest;                     ///< what counts of the others
  std::optional<Rational> worth;  ///< what one of its currency counts; none: it does not
  PlatformEstimate chosen;
};

class Solver {
 public:
  Solver(const Scenario& scenario, const World& world)
      : scenario_(scenario),
        world_(world),
        measure_(*scenario.budget, scenario.conversion),
        cycle_(own_cycle(scenario)),
        traffic_(cycle_, scenario.traffic, world.zones) {}

  BudgetAnswer solve() {
    ScenarioMonth month(scenario_, world_, nullptr);
    std::vector<PlatformEstimate> estimates;
    for (PlatformMonth& platform : month.platforms()) {
      estimates.push_back(as_chosen(platform, scenario_.date, Detail::verdict));
      const PlatformEstimate& chosen = estimates.back();
      parts_.push_back({platform.usage().use, {}, measure_.worth(chosen.subtotal.currency), chosen});
    }
    BudgetAnswer answer;
    const Money total = measure_.count(totals_of(estimates));
    if (measure_.holds(total)) return answer;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      std::vector<PlatformEstimate> others = estimates;
      others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
      parts_[i].rest = measure_.count(totals_of(others));
    }
    find_switches(month, total, answer);
    if (answer.switches.empty()) find_cuts(month, answer);
    return answer;
  }

 private:
  Money with_part(const Part& part, const Money& subtotal) const {
    Money total = part.rest;
    add_to(total, measure_.count({subtotal}));
    return total;
  }

  void find_switches(ScenarioMonth& month, const Money& total, BudgetAnswer& answer) const {
    std::vector<BudgetSwitch> all;
    Money with_all = total;
    bool one = false;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const Part& part = parts_[i];
      const PlatformEstimate other = on_cheapest(month.platforms()[i], scenario_.date, Detail::verdict);
      const Money& was = part.chosen.subtotal;
      if (!other.fits || !other.plan || other.plan == part.chosen.plan || !part.worth) continue;
      if (other.subtotal.currency != was.currency || !(other.subtotal.amount < was.amount)) continue;
      const Money with = with_part(part, other.subtotal);
      // Of those that are enough alone the one that changes least.
      if (measure_.holds(with) && (!one || answer.with_switches.amount < with.amount)) {
        one = true;
        answer.switches = {{other.platform, other.plan}};
        answer.with_switches = with;
      }
      all.push_back({other.platform, other.plan});
      with_all.amount += (other.subtotal.amount - was.amount) * *part.worth;
      with_all.approximate |= other.subtotal.approximate;
      with_all.at_least |= other.subtotal.at_least;
    }
    if (one || !measure_.holds(with_all)) return;
    answer.switches = std::move(all);
    answer.with_switches = with_all;
  }

  /// With another quantity of the person's own, beside what their own unit asks for.
  PlatformEstimate estimate_with(const Part& part, const Metric& metric, const Rational& own) const {
    PlatformUse use = *part.use;
    use.quantities.insert_or_assign(metric.id, Quantity{own, Per::month, {}});
    PlatformMonth month(Usage(*part.chosen.platform, use, scenario_, world_, cycle_, traffic_));
    PlatformEstimate estimate = as_chosen(month, scenario_.date, Detail::verdict);
    estimate.use = part.use;  // the other one goes with this function
    return estimate;
  }

  void find_cuts(ScenarioMonth& month, BudgetAnswer& answer) const {
    std::vector<BudgetCut> cuts;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const Part& part = parts_[i];
      // Less of what costs nothing saves nothing, and what the others cost no cut changes.
      if (!part.worth || part.chosen.subtotal.amount.is_zero() || !measure_.holds(part.rest)) continue;
      const std::vector<Metric>& metrics = part.chosen.platform->metrics;
      for (std::size_t m = 0; m < metrics.size(); ++m) {
        const Rational& asked = month.platforms()[i].usage().asked[m];
        if (metrics[m].kind != Metric::Kind::entered || !(asked > 0)) continue;
        if (const auto cut = cut_of(part, metrics[m], asked)) cuts.push_back(*cut);
      }
    }
    for (const std::size_t i : in_order(cuts.size(), [&](std::size_t a, std::size_t b) { return cuts[a].share() < cuts[b].share(); })) {
      answer.cuts.push_back(cuts[i]);
    }
  }

  std::optional<BudgetCut> cut_of(const Part& part, const Metric& metric, const Rational& asked) const {
    const Rational of_units =
        scenario_.unit ? scenario_.unit->asked(part.chosen.platform->id, metric.id).round_half_up(0) : Rational(0);
    const Rational own = asked - of_units;
    if (!(own > 0)) return std::nullopt;
    const auto rated = [&](std::int64_t units) { return estimate_with(part, metric, Rational(units) - of_units); };
    const MostSearch search{{part.chosen.platform->id, metric.id}, of_units.to_int64(), asked.to_int64(),
                            (measure_.limit().amount - part.rest.amount) / *part.worth};
    MostFound found = most_within_room(scenario_, world_, search, rated);
    if (!found.units) return std::nullopt;
    const Rational to = Rational(*found.units) - of_units;
    const Money total = with_part(part, estimate_with(part, metric, to).subtotal);
    if (!measure_.holds(total)) return std::nullopt;
    return BudgetCut{part.chosen.platform, &metric, own, to, total, found.exact};
  }

  const Scenario& scenario_;
  const World& world_;
  BudgetMeasure measure_;
  Cycle cycle_;
  Traffic traffic_;
  std::vector<Part> parts_;
};

}  // namespace

BudgetAnswer hold_budget(const Scenario& scenario, const World& world) {
  if (!scenario.budget) return {};
  return Solver(scenario, world).solve();
}

}  // namespace tollmeter
