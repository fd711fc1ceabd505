#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/catalog.h"
#include "core/limits.h"
#include "core/result.h"
#include "core/scenario.h"

namespace tollmeter {

/// An amount in one currency, rounded once, half-up, to the currency's exponent.
struct Money {
  Rational amount;
  std::string currency;
  bool approximate = false;  ///< rests on a price that the source calls "about" or that was only reported
  bool at_least = false;     ///< a part of it has no published price
  bool press = false;        ///< rests on press only
  bool conflicting = false;  ///< rests on sources that disagree
  bool own = false;          ///< rests on a person's own prices
};

/// One line of the bill.
struct BillLine {
  const Charge* charge = nullptr;
  const Metric* metric = nullptr;  ///< null for a flat charge
  Rational asked, served;          ///< units in the cycle; zero for a flat charge
  Rational quantity;               ///< what the price is for: calls, or what they hold of it
  Money amount;                    ///< rounded; of an `unknown` line what is known of it
  Rational exact;                  ///< before the rounding
  bool unknown = false;            ///< no published price, or not for all of it
  bool in_sum = true;              ///< false for an amount in a private unit and for a credit that is no cash
  std::vector<std::string> steps;  ///< the arithmetic, a line each: "3,600 × $0.015 = $54.00"
};

enum class LimitState {
  holds,
  breached,
  unpublished,  ///< exists, number not published
  unlimited,
  unused,  ///< nothing asked of it
};

struct LimitOutcome {
  const Limit* limit = nullptr;
  LimitState state = LimitState::unused;
  Rational cap;          ///< evaluated; meaningful when holds, breached or unused with a known number
  Rational counters;     ///< how many counters of its scope share the use (1 or a driver)
  LimitRun run;          ///< of one counter; `refused` there is for one
  Rational refused;      ///< over all counters, calls
  Rational delayed;      ///< over all counters, calls
  const Metric* main_metric = nullptr;  ///< the heaviest asked one: what it is grouped under
  Rational fits;         ///< breached: the most of main_metric a cycle, all counters, that this limit serves whole (other metrics as they are)
  const Metric* input = nullptr;  ///< the entered metric that main_metric is, or follows from: what a person can cut
  Rational input_fits;            ///< breached: `fits`, counted in `input`
};

/// How the plan that is computed with came about.
enum class PlanState {
  chosen,            ///< the named plan, sold (or "I am already on it")
  cheapest,          ///< cheapest that fits was asked for
  not_sold,          ///< the named plan cannot be had on the date: cheapest that fits instead
  nothing_fits,      ///< cheapest that fits, but none does: the plan with the least refused stands
  none,              ///< no plan at all on the date
  no_prices,         ///< nothing is known of the platform on a day so early: no plan, no amount (core/known_prices.h)
};

struct PlatformEstimate {
  const Platform* platform = nullptr;
  const PlatformUse* use = nullptr;
  const Plan* plan = nullptr;  ///< computed with; null when state is none
  PlanState state = PlanState::none;
  bool fits = false;      ///< nothing refused, all offered (unpublished limits do not count against it)
  bool published = true;  ///< its price is published (not reported, not by contract)
  std::vector<BillLine> bill;
  std::vector<LimitOutcome> limits;  ///< in force on the date
  std::vector<const Metric*> not_offered;  ///< asked, but the plan does not serve it
  Money subtotal;
};

struct Estimate {
  Cycle cycle;
  std::vector<PlatformEstimate> platforms;
  std::vector<Money> totals;  ///< one per currency, in order of first appearance; empty scenario: one zero in USD
  int breaches = 0;           ///< limits breached plus metrics not offered
  std::vector<Problem> problems;  ///< an overflow or an unknown platform, in words
};

/// Exact arithmetic, no clock, no state. The estimate points into both arguments. `month` overrides the cycle whose
/// length turns "200/day" into a month's count and over which the limits are run, so that the same use can be priced at
/// another date (docs/decisions.md, "the same use on another date"); null: the scenario's own.
struct World {
  const Catalog* catalog = nullptr;
  Zones zones;
};
Estimate estimate(const Scenario& scenario, const World& world, const Cycle* month = nullptr);

/// One platform's estimate on a given plan, whether sold or not (the building block of `estimate` and advice.h).
PlatformEstimate estimate_plan(const Platform& platform, const PlatformUse& use, const Plan& plan,
                               const Scenario& scenario, const World& world, const Cycle* month = nullptr);

/// Units of each metric asked in the cycle, in the platform's metric order (entered, part and derived).
std::vector<Rational> asked_units(const Platform& platform, const PlatformUse& use, const Scenario& scenario,
                                  const World& world, const Cycle& month);

/// The value of a driver in the scenario, assumed or set.
Rational driver_value(const Scenario& scenario, const Catalog& catalog, std::string_view id);
/// What an option of a choice is in the scenario, assumed or set.
const std::string& chosen_option(const Scenario& scenario, const Choice& choice);

/// Entered and part metrics that change something on this plan and date (a charge, a limit or an offer names them,
/// or a metric derived from them), in the platform's order: the inputs worth showing.
std::vector<const Metric*> relevant_inputs(const Platform& platform, const Plan* plan, Date date);

}  // namespace tollmeter
