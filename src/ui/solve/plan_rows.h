#pragma once

#include <optional>
#include <string>

#include "ui/solve/plan_findings.h"

namespace tollmeter::ui {

/// What the rows of the dialog of plans have in common.
struct PlanRows {
  View& view;
  PlanFindings& findings;
  std::optional<Scenario>& wanted;  ///< what was pressed; done when everything is drawn, since it replaces what is drawn

  const PlatformUse* use_of(const PlanReview& review) const;
  bool is_open(const std::string& key) const { return findings.open.contains(key); }
  void turn(const std::string& key);
};

inline constexpr float kPlanText = 13;

/// The label of a list of rows; returns the y below.
float plan_label(Kit& kit, const Box& at, const std::string& text);
/// A plan with its price, what is said of it and what one can do: choose it, or say that one is on it. Each returns the
/// y below.
float plan_row(PlanRows& rows, const PlanReview& review, const PlanEntry& entry, const std::string& said, const Box& at);
/// A plan that was sold on other days.
float other_day_row(PlanRows& rows, const Plan& plan, const Box& at);
/// A line that opens and folds what stands below it; `open` becomes what it is now.
float plan_fold(PlanRows& rows, const std::string& key, const std::string& text, const Box& at, bool* open);
/// Monthly against yearly billing.
float yearly_section(PlanRows& rows, const PlanReview& review, const YearlyPair& pair, const Box& at);

}  // namespace tollmeter::ui
