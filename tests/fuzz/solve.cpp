// A letter for what is to be solved, then any text as a link: of whatever opens, every solver ends within its bounds, each slice of
// it in a short time, and says nothing that its own estimate contradicts.
#include <algorithm>
#include <array>
#include <string>

#include "core/compare.h"
#include "core/link.h"
#include "core/own/own_prices.h"
#include "core/questions.h"
#include "core/scenario_month.h"
#include "core/solve/budget_answer.h"
#include "core/solve/budget_crossing.h"
#include "core/solve/busy_hours.h"
#include "core/solve/inverse.h"
#include "core/solve/limit_growth.h"
#include "core/solve/mix.h"
#include "core/solve/plan_review.h"
#include "core/solve/price_news.h"
#include "core/solve/range_start.h"
#include "core/solve/ranges.h"
#include "core/solve/side_by_side.h"
#include "core/solve/unit_budget.h"
#include "core/solve/unit_cost.h"
#include "core/solve/unit_most.h"
#include "fuzz/catalogue.h"
#include "fuzz/rate_all.h"
#include "fuzz/target.h"

namespace {

using namespace tollmeter;
using fuzz::must;
using Plans = ScenarioMonth::Plans;

/// Of what comes in slices so many are run: the others do the same over again.
constexpr int kSlices = 12;

template <class Run, class Step>
void in_slices(Run& run, Step step) {
  for (int i = 0; i < kSlices && !run.done(); ++i) step(run);
}

bool is_ok(const std::vector<Money>& totals) {
  return std::all_of(totals.begin(), totals.end(), [](const Money& total) { return total.amount.ok(); });
}

bool are_same(const std::vector<Money>& a, const std::vector<Money>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Money& x, const Money& y) { return x.amount == y.amount && x.currency == y.currency; });
}

void try_plans(const Scenario& scenario, const World& world) {
  const Estimate chosen = estimate(scenario, world);
  for (const PlatformEstimate& platform : chosen.platforms) {
    for (const LimitOutcome& limit : platform.limits) {
      if (limit.state == LimitState::breached) remedies(platform, limit, scenario, world);
    }
  }
  review_plans(scenario, world);
  questions_of(chosen, scenario, *world.catalog);
}

void try_export(const Scenario& scenario, const World& world) { fuzz::export_all(scenario, world); }

void try_curve(const Scenario& scenario, const World& world) {
  for (const PlatformUse& use : scenario.platforms) {
    if (use.quantities.empty()) continue;
    const Dial dial{use.platform, use.quantities.begin()->first};
    const CostCurve curve = cost_curve(scenario, world, {dial, kMostUnits, {}});
    const Affordable most = most_for(200, curve, scenario.date);
    must(most.most >= 0 && most.most <= kMostUnits, "a dial has its ends");
    return;  // one is as much work as the page does at once
  }
}

void try_growth(const Scenario& scenario, const World& world) {
  GrowthRun run(scenario, world);
  in_slices(run, [](GrowthRun& one) { one.step(1); });
  must(run.growth().months.front().multiple == Rational(1), "growth begins with the scenario's own month");
}

void try_ranges(const Scenario& scenario, const World& world) {
  RangesRun run(with_halves(estimate(scenario, world), scenario, *world.catalog), world);
  const std::size_t months = scenario.traffic.shape == Shape::even ? 100 : 25;  // of one platform: a slice of the page
  in_slices(run, [&](RangesRun& one) { one.step(std::max<std::size_t>(1, months / std::max<std::size_t>(1, one.platforms_moved()))); });
  if (!run.done()) return;
  for (const TotalRange& total : run.ranges().totals) {
    const Rational least = total.least.amount, most = total.most.amount;
    must(!least.ok() || !most.ok() || least <= most, "a range ends where it begins or above");
  }
}

void try_mix(const Scenario& scenario, const World& world) {
  mix_platforms_to_load(scenario, *world.catalog);
  MixRun run(scenario, world);
  in_slices(run, [](MixRun& one) { one.step(16); });
  if (!run.done()) return;
  const std::vector<Money> again = estimate(run.mix().scenario, world).totals;
  must(are_same(again, run.mix().with) || !is_ok(again), "a mix costs what it is said to");
}

void try_budget(const Scenario& given, const World& world) {
  Scenario scenario = given;
  if (!scenario.budget) scenario.budget = Budget{100, "USD"};
  const BudgetAnswer answer = hold_budget(scenario, world);
  must(answer.switches.empty() || answer.cuts.empty(), "a budget is held by plans or by cuts");
  for (const BudgetCut& cut : answer.cuts) must(cut.to >= 0 && cut.to < cut.asked, "a cut takes some and leaves no less than nothing");
  budget_crossing(scenario, world);
  BudgetGrowth growth(scenario, world);
  in_slices(growth, [](BudgetGrowth& one) { one.step(1); });
}

void try_unit(const Scenario& scenario, const World& world) {
  for (const Plans plans : {Plans::as_chosen, Plans::cheapest}) {
    unit_shares(scenario, world, plans);
    MostUnitsRun run(scenario, world, plans);
    while (!run.done()) run.step();
    const MostUnits& most = run.most();
    if (most.first) must(most.first->most >= 0 && most.first->most.is_whole(), "units are whole, zero or more");
    if (most.first && most.next) must(most.first->most <= most.next->most, "what is next holds longer");
    units_for_budget(scenario, world, plans, most);
    if (!scenario.unit) continue;
    UnitStepsRun steps(scenario, world, plans, 100'000);
    in_slices(steps, [](UnitStepsRun& one) { one.step(); });
  }
}

void try_limits(const Scenario& scenario, const World& world) {
  LimitGrowthRun run(scenario, world);
  in_slices(run, [](LimitGrowthRun& one) { one.step(); });
}

void try_history(const Scenario& scenario, const World& world) {
  const Date year = scenario.date + 365;
  for (const HistoryStep& step : price_history(scenario, world, scenario.date, year).steps) must(step.from < step.to, "a step lasts");
  PriceNewsRun news(scenario, world, scenario.date);
  in_slices(news, [](PriceNewsRun& one) { one.step(); });
  const Estimate now = estimate(scenario, world), then = same_use_on(scenario, world, year);
  compare(now, scenario.date, then, year);
  for (const Date day : change_dates(scenario, *world.catalog)) changes_on(scenario, *world.catalog, day);
  const std::array columns = {SideColumn{&scenario, &now}, SideColumn{&scenario, &then}};
  side_by_side(columns);
  difference(columns[0], columns[1]);
}

void try_hours(const Scenario& scenario, const World& world) {
  const Traffic traffic(own_cycle(scenario), scenario.traffic, world.zones);
  Rational all;
  for (const BusyDay& day : busy_hours(traffic, find_zone(world.zones, scenario.traffic.zone))) all += day.share();
  must(all == Rational(1) || !all.ok(), "the hours of a cycle share all of its traffic");
}

using Solver = void (*)(const Scenario&, const World&);
constexpr std::array<Solver, 11> kSolvers = {try_plans, try_export, try_curve,  try_growth,  try_ranges, try_mix,
                                             try_budget, try_unit,  try_limits, try_history, try_hours};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const Solver solve = kSolvers[data[0] % kSolvers.size()];
  const std::string link = fuzz::with_checksum(fuzz::text_of(data, size).substr(1));
  const OpenedLink opened = open_link(link, fuzz::few_platforms());
  if (opened.kind != OpenedLink::Kind::whole) return 0;
  const Scenario& scenario = opened.document.scenario;
  if (scenario.own.empty()) {
    solve(scenario, {&fuzz::few_platforms(), kZones});
  } else {
    const OwnReading own = read_own_prices(fuzz::few_platforms(), scenario.own);
    solve(scenario, {&own.catalog, kZones});
  }
  return 0;
}
