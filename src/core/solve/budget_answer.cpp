#include "core/solve/budget_answer.h"

#include "core/budget_state.h"
#include "core/order.h"
#include "core/plan_choice.h"
#include "core/scenario_month.h"
#include "core/tariff.h"

namespace tollmeter {
namespace {

/// One platform beside all others, which stay as they are.
struct Part {
  const PlatformUse* use;
  Money rest;  ///< of the others
  PlatformEstimate chosen;
};

Money with_part(const Part& part, const Money& subtotal) {
  Money total = part.rest;
  if (subtotal.currency == total.currency) add_to(total, subtotal);
  return total;
}

class Solver {
 public:
  Solver(const Scenario& scenario, const World& world)
      : scenario_(scenario), world_(world), cycle_(own_cycle(scenario)), traffic_(cycle_, scenario.traffic, world.zones) {}

  BudgetAnswer solve() {
    ScenarioMonth month(scenario_, world_, nullptr);
    for (PlatformMonth& platform : month.platforms()) {
      parts_.push_back({platform.usage().use, {}, as_chosen(platform, scenario_.date, Detail::verdict)});
    }
    std::vector<PlatformEstimate> estimates;
    for (const Part& part : parts_) estimates.push_back(part.chosen);
    BudgetAnswer answer;
    const Money total = total_in(scenario_.budget->currency, totals_of(estimates));
    if (within(total)) return answer;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      std::vector<PlatformEstimate> others = estimates;
      others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
      parts_[i].rest = total_in(scenario_.budget->currency, totals_of(others));
    }
    find_switches(month, total, answer);
    if (answer.switches.empty()) find_cuts(month, answer);
    return answer;
  }

 private:
  bool within(const Money& total) const { return total.amount <= scenario_.budget->amount; }

  void find_switches(ScenarioMonth& month, const Money& total, BudgetAnswer& answer) const {
    std::vector<BudgetSwitch> all;
    Money with_all = total;
    bool one = false;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const Part& part = parts_[i];
      const PlatformEstimate other = on_cheapest(month.platforms()[i], scenario_.date, Detail::verdict);
      const Money& was = part.chosen.subtotal;
      if (!other.fits || !other.plan || other.plan == part.chosen.plan || was.currency != total.currency) continue;
      if (other.subtotal.currency != was.currency || !(other.subtotal.amount < was.amount)) continue;
      const Money with = with_part(part, other.subtotal);
      // Of those that are enough alone the one that changes least.
      if (within(with) && (!one || answer.with_switches.amount < with.amount)) {
        one = true;
        answer.switches = {{other.platform, other.plan}};
        answer.with_switches = with;
      }
      all.push_back({other.platform, other.plan});
      with_all.amount += other.subtotal.amount - was.amount;
      with_all.approximate |= other.subtotal.approximate;
      with_all.at_least |= other.subtotal.at_least;
    }
    if (one || !within(with_all)) return;
    answer.switches = std::move(all);
    answer.with_switches = with_all;
  }

  Money total_with(const Part& part, const Metric& metric, const Rational& units) const {
    PlatformUse use = *part.use;
    use.quantities.insert_or_assign(metric.id, Quantity{units, Per::month, {}});
    PlatformMonth month(Usage(*part.chosen.platform, use, scenario_, world_, cycle_, traffic_));
    return with_part(part, as_chosen(month, scenario_.date, Detail::verdict).subtotal);
  }

  void find_cuts(ScenarioMonth& month, BudgetAnswer& answer) const {
    std::vector<BudgetCut> cuts;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const Part& part = parts_[i];
      const std::vector<Metric>& metrics = part.chosen.platform->metrics;
      if (part.chosen.subtotal.currency != scenario_.budget->currency) continue;
      // Less of what costs nothing saves nothing, and what the others cost no cut changes.
      if (part.chosen.subtotal.amount.is_zero() || !within(part.rest)) continue;
      for (std::size_t m = 0; m < metrics.size(); ++m) {
        const Rational& asked = month.platforms()[i].usage().asked[m];
        if (metrics[m].kind != Metric::Kind::entered || !(asked > 0)) continue;
        if (!within(total_with(part, metrics[m], 0))) continue;
        Rational holds = 0;
        Rational crosses = asked;
        while (Rational(1) < crosses - holds) {
          const Rational middle = ((holds + crosses) / 2).floor();
          (within(total_with(part, metrics[m], middle)) ? holds : crosses) = middle;
        }
        cuts.push_back({part.chosen.platform, &metrics[m], asked, holds, total_with(part, metrics[m], holds)});
      }
    }
    for (const std::size_t i : in_order(cuts.size(), [&](std::size_t a, std::size_t b) { return cuts[a].share() < cuts[b].share(); })) {
      answer.cuts.push_back(cuts[i]);
    }
  }

  const Scenario& scenario_;
  const World& world_;
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
