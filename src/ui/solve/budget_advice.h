#pragma once

#include <optional>

#include "core/solve/budget_answer.h"
#include "core/solve/budget_crossing.h"
#include "ui/session.h"

namespace tollmeter::ui {

/// What holds the budget and when it is crossed, computed only while its dialog is open and only when the scenario changed.
struct BudgetAdvice {
  /// True while more frames are needed for the growth.
  bool advance(const Session& session);
  const BudgetAnswer& answer() const { return answer_; }
  const std::optional<BudgetCrossing>& crossing() const { return crossing_; }
  const BudgetGrowth& growth() const { return *growth_; }

 private:
  BudgetAnswer answer_;
  std::optional<BudgetCrossing> crossing_;
  std::optional<BudgetGrowth> growth_;
  Scenario scenario_;
  std::size_t platforms_ = 0;  ///< in the catalogue: when one comes in, what points into it is gone
};

/// "It is crossed on 14 May: what is spent by the end of that day (UTC) comes to $512.00."; empty where it is not.
std::string crossing_words(const BudgetAdvice& advice);
/// In which month it is crossed as the use grows, or how far that is computed; empty where it is crossed already.
std::string growth_crossing_words(const BudgetAdvice& advice, const GrowthRate& rate);

}  // namespace tollmeter::ui
