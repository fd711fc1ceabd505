#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/solve/unit_budget.h"
#include "core/solve/unit_cost.h"
#include "core/solve/unit_most.h"
#include "ui/views.h"

namespace tollmeter::ui {

/// What a unit costs from one on, as far as all is served; empty where nothing is.
struct UnitCurves {
  std::vector<UnitStep> chosen, cheapest;
};

/// What is found out about the scenario's own unit, kept until the scenario or the catalogue is another. What takes longest comes
/// in the frames after, a platform or a few counts each, once the hand rests; until then what was found of the scenario before stands.
struct UnitFindings {
  enum class Next { chosen, cheapest, budget, chosen_curve, cheapest_curve, nothing };

  Scenario scenario;  ///< that `shares` are of
  std::vector<UnitShare> shares;
  Scenario any_count;  ///< that the rest is of, without its count
  MostUnits chosen;
  std::optional<MostUnits> cheapest;         ///< none before the first answer
  std::optional<UnitsForBudget> for_budget;  ///< as chosen; only where there is a budget
  std::optional<UnitCurves> curves;          ///< only once they were asked for
  Next next = Next::chosen;
  std::unique_ptr<MostUnitsRun> most_run;    ///< of `next`, while it goes on
  std::unique_ptr<UnitStepsRun> curve_run;   ///< the same
  bool curves_wanted = false;
  std::vector<UnitStep> chosen_curve;  ///< until the other one is there too
  const Platform* platforms = nullptr;  ///< of the catalogue: what is found points into it
  std::size_t platform_count = 0;
};

/// Of the session's scenario, which has a unit. Valid until the next edit.
const UnitFindings& unit_findings(View& view);
/// The next piece, and a frame for the one after it; once for each view in a frame. `curves`: they are wanted too.
void advance_unit_findings(View& view, bool curves);

/// The most units that are looked at where no limit ends them.
inline constexpr std::int64_t kUnitsWithoutLimit = 100'000;

/// A share of a unit as it is shown: "$1.25", "about $0.0167".
std::string each_text(const Rational& each, const Money& all);
/// What a unit costs: "$1.25", "$1.25 + €0.30".
std::string each_text(const std::vector<UnitShare>& shares);

}  // namespace tollmeter::ui
