#pragma once

#include <set>
#include <string>

#include "core/language.h"
#include "core/solve/plan_review.h"
#include "ui/views.h"

namespace tollmeter::ui {

/// What is found out about the plans of the scenario's platforms, kept until the scenario or the catalogue is another.
struct PlanFindings {
  Scenario scenario;
  ScenarioReview review;
  const Platform* platforms = nullptr;  ///< of the catalogue: what is found points into it
  std::size_t platform_count = 0;
  const Language* language = nullptr;  ///< of what is said in it
  bool begun = false;           ///< what is open at first has been opened
  std::set<std::string> open;   ///< platforms, and lists below them: "x/days"
};

/// Of the session's scenario. Valid until the next edit.
PlanFindings& plan_findings(View& view);

}  // namespace tollmeter::ui
