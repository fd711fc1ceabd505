#pragma once

#include <string>
#include <vector>

#include "core/estimate.h"

namespace tollmeter {

struct PlanChoice {
  const Plan* plan = nullptr;  ///< null: none sold on the date
  bool fits = false;
};

/// The cheapest plan that serves everything. Candidates are open plans and those by review with a published price; then, where
/// none fits, those by contract or with a reported price. Closed and invitation plans count only with `already_on` and
/// only if they are the named one; plans paid yearly only if named. Ties: the named plan, then the lighter access, then the later start, then the
/// catalogue's order. Where nothing fits, the candidate with the least refused share, then the cheaper.
/// What stands beside it and why is in solve/plan_review.h.
PlanChoice cheapest_fit(const Platform& platform, const PlatformUse& use, const Scenario& scenario, const World& world,
                        const Cycle* month = nullptr);

/// Every platform on the cheapest plan that fits.
Estimate serve_all(const Scenario& scenario, const World& world, const Cycle* month = nullptr);

/// The same use (the counts of the scenario's own cycle) with the prices and plans of another date.
Estimate same_use_on(const Scenario& scenario, const World& world, Date date);
Estimate serve_all_on(const Scenario& scenario, const World& world, Date date);

/// How a plan may be had on the date, for the plan menu.
enum class Offer { sold, by_contract, by_invitation, closed, not_yet, ended };
Offer offer_on(const Plan& plan, Date date);

/// What one can do about a breach.
struct Remedy {
  enum class Kind { switch_plan, ask_quote, cut, wait };
  Kind kind;
  const Plan* plan = nullptr;      ///< switch_plan, ask_quote
  Money extra;                     ///< switch_plan, ask_quote: difference of the subtotal (approximate where one is)
  const Metric* metric = nullptr;  ///< cut
  Rational to;                     ///< cut: units a cycle, beside what the person's own unit asks for
  Rational seconds;                ///< wait: from the first refused call until the window frees
};
std::vector<Remedy> remedies(const PlatformEstimate& platform, const LimitOutcome& breach, const Scenario& scenario,
                             const World& world);

}  // namespace tollmeter
