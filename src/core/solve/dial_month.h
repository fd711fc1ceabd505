#pragma once

#include <memory>
#include <optional>

#include "core/platform_month.h"
#include "core/solve/curve.h"
#include "core/traffic.h"

namespace tollmeter {

/// The month of the dial's platform, set up once for any number of units.
class DialMonth {
 public:
  DialMonth(const Scenario& scenario, const World& world, const Dial& dial);
  DialMonth(const DialMonth&) = delete;
  DialMonth& operator=(const DialMonth&) = delete;

  /// False where the scenario or the catalogue lacks the platform, or the metric is not an entered one of it: then
  /// nothing else may be asked.
  bool known() const { return month_ != nullptr; }
  PlatformMonth& month() { return *month_; }
  const Usage& usage() const { return month_->usage(); }
  std::size_t entered() const { return entered_; }

  /// Where the plan ends, at most kMostUnits.
  std::optional<PlanEnd> end_of(const Plan& plan, Date date) const;

 private:
  Cycle cycle_;
  Traffic traffic_;
  std::unique_ptr<PlatformMonth> month_;
  std::size_t entered_ = 0;
};

PlanCurve curve_of(const DialMonth& month, const Plan& plan, Date date, std::int64_t top);

}  // namespace tollmeter
