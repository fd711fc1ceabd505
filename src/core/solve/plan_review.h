#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/advice.h"
#include "core/platform_month.h"
#include "core/solve/yearly.h"

namespace tollmeter {

/// One plan of a platform against what is asked of it.
struct PlanEntry {
  /// Why a plan is set apart from those of which the cheapest is chosen.
  enum class Apart { no, closed, by_invitation, yearly, unpublished, other_currency };

  const Plan* plan = nullptr;
  Apart apart = Apart::no;
  bool fits = false;
  Access access = Access::open;  ///< on the date
  Money price;      ///< a month for this use; a plan of another day has none
  std::string why;  ///< it does not fit: "posts read: 30,000 of 10,000 a month, 20,000 too many"; else empty
};

/// Every plan of a platform, each in exactly one of the places: `taken`, `next` and the five lists.
struct PlanReview {
  const Platform* platform = nullptr;
  std::optional<PlanEntry> taken;  ///< the cheapest that fits; where none does the one with the least refused; none sold: none
  /// What would be taken if `taken` were not there. It fits and has a price, published or not; where only unpublished
  /// prices are left it may cost less.
  std::optional<PlanEntry> next;
  Money rise;            ///< from `taken` to `next`
  std::string why_more;  ///< "monthly fee $5,000.00 instead of $100.00"; empty where it costs no more
  std::vector<PlanEntry> fits;        ///< serve it all, after `next`, in the order in which they would be taken
  std::vector<PlanEntry> fails;       ///< could be had and do not serve it all, by price
  std::vector<PlanEntry> apart;       ///< could not be taken, by cause, then by price
  std::vector<PlanEntry> products;    ///< products of their own, never taken in place of another, by price
  std::vector<PlanEntry> other_days;  ///< not sold on the day, in the catalogue's order
  std::vector<YearlyPair> yearly;     ///< of the plan that is taken, then of the one that was chosen
};
PlanReview review_plans(PlatformMonth& month, Date date);

/// The smallest step up in one currency: one platform on the next of its plans that serves all and costs more.
struct StepUp {
  std::size_t platform = 0;  ///< in `ScenarioReview::platforms`
  const PlanEntry* to = nullptr;  ///< of that platform's `next` or `fits`
  Money rise;                ///< above zero
  Money total;               ///< all platforms of the currency then
};

struct ScenarioReview {
  ScenarioReview() = default;
  ScenarioReview(const ScenarioReview&) = delete;  // its steps point into it
  ScenarioReview& operator=(const ScenarioReview&) = delete;
  ScenarioReview(ScenarioReview&&) = default;
  ScenarioReview& operator=(ScenarioReview&&) = default;

  std::vector<PlanReview> platforms;  ///< those of the scenario that the catalogue knows
  std::vector<Money> totals;          ///< all on what is taken
  bool fits = true;                   ///< all are served
  std::vector<StepUp> steps;          ///< one a currency where there is one, in the order of the totals
};
ScenarioReview review_plans(const Scenario& scenario, const World& world);

}  // namespace tollmeter
