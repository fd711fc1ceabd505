#include "core/advice.h"
#include "core/plan_choice.h"
#include "core/scenario_month.h"

namespace tollmeter {
namespace {

Remedy change_to(const PlatformEstimate& other, const PlatformEstimate& now) {
  Remedy remedy{};
  remedy.kind = other.published ? Remedy::Kind::switch_plan : Remedy::Kind::ask_quote;
  remedy.plan = other.plan;
  remedy.extra = other.subtotal;
  Money less = now.subtotal;
  less.amount = -less.amount;
  add_to(remedy.extra, less);
  return remedy;
}

/// A plan without a published price serves only as something to ask for.
const Plan* fitting_quote(PlatformMonth& month, const Plan* current, Date date) {
  for (const Plan& plan : month.usage().platform->plans) {
    if (&plan == current || plan.yearly || offer_on(plan, date) != Offer::by_contract) continue;
    if (month.on_plan(plan, date, Detail::verdict).fits) return &plan;
  }
  return nullptr;
}

}  // namespace

std::vector<Remedy> remedies(const PlatformEstimate& platform, const LimitOutcome& breach, const Scenario& scenario,
                             const World& world) {
  std::vector<Remedy> out;
  if (breach.state != LimitState::breached) return out;
  const Cycle cycle = own_cycle(scenario);
  const Traffic traffic(cycle, scenario.traffic, world.zones);
  PlatformMonth month(Usage(*platform.platform, *platform.use, scenario, world, cycle, traffic));

  const PlanChoice choice = cheapest_for(month, scenario.date);
  const Plan* better = choice.fits && choice.plan != platform.plan ? choice.plan : nullptr;
  if (!better) better = fitting_quote(month, platform.plan, scenario.date);
  if (better) {
    out.push_back(change_to(month.on_plan(*better, scenario.date, Detail::verdict), platform));
  }
  const Rational by_units = breach.input && scenario.unit
                                ? scenario.unit->asked(platform.platform->id, breach.input->id)
                                : Rational(0);
  // What the units ask for stays as it is: where that alone is too much, there is nothing to cut beside them.
  if (breach.input && by_units <= breach.input_fits) {
    Remedy cut{};
    cut.kind = Remedy::Kind::cut;
    cut.metric = breach.input;
    cut.to = breach.input_fits - by_units;
    out.push_back(std::move(cut));
  }
  if (breach.run.frees && breach.run.first_refused) {
    Remedy wait{};
    wait.kind = Remedy::Kind::wait;
    wait.seconds = Rational(breach.run.frees->seconds) - *breach.run.first_refused;
    out.push_back(std::move(wait));
  }
  return out;
}

}  // namespace tollmeter
