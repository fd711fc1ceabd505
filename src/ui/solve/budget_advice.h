#pragma once

#include "core/solve/budget_answer.h"
#include "ui/session.h"

namespace tollmeter::ui {

/// What holds the budget, computed only while its dialog is open and only when the scenario changed.
struct BudgetAdvice {
  const BudgetAnswer& of(const Session& session);

 private:
  BudgetAnswer answer_;
  Scenario scenario_;
  std::size_t platforms_ = 0;  ///< in the catalogue: when one comes in, what points into it is gone
  bool computed_ = false;
};

}  // namespace tollmeter::ui
