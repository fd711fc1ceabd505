#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/catalog.h"
#include "core/estimate.h"
#include "core/own/plan_draft.h"
#include "ui/session.h"

namespace tollmeter::ui {

/// What a month costs on a plan that is being written, with the use of the scenario.
class OwnPreview {
 public:
  /// Computes anew where the plan or the scenario has changed.
  void keep_up(const Session& session, const PlanDraft& draft);
  /// By field, as draft_problems gives them.
  const std::map<std::string, std::string>& problems() const { return problems_; }
  /// Why the plan cannot be kept although each field can be read; empty: it can.
  const std::string& refused() const { return refused_; }
  /// Null while something is wrong.
  const PlatformEstimate* estimate() const { return estimate_.plan ? &estimate_ : nullptr; }
  /// The same use on the plan of the list that it extends; null where there is none.
  const PlatformEstimate* list() const { return list_.plan ? &list_ : nullptr; }
  bool uses_typical() const { return typical_; }  ///< the platform is not in the scenario: its typical use stands in
  /// The plan as it is kept, with its id, and all own prices with it.
  const JsonValue& plan() const { return plan_; }
  const std::string& own() const { return own_; }
  /// Unread what has been computed.
  void reset() { *this = OwnPreview(); }

 private:
  void compute(const Session& session, const PlanDraft& draft);

  std::string seen_;  ///< the plan that was looked at last
  Scenario scenario_;
  std::map<std::string, std::string> problems_;
  std::string refused_;
  JsonValue plan_;
  std::string own_;
  std::unique_ptr<Catalog> catalog_;
  PlatformUse use_;
  PlatformEstimate estimate_, list_;
  bool typical_ = false;
};

}  // namespace tollmeter::ui
