#pragma once

#include <optional>
#include <vector>

#include "core/estimate.h"
#include "core/traffic.h"

namespace tollmeter::ui {

/// A limit as one metric meets it.
struct MetricLimit {
  const LimitOutcome* outcome = nullptr;
  Rational full_at;  ///< units of the metric in the cycle at which it is full, other metrics as they are
};

/// What a platform's limits mean for its metrics; one lives while the platform's inputs are drawn.
class MetricLimits {
 public:
  MetricLimits(const PlatformEstimate& platform, const Scenario& scenario, const World& world, const Cycle& cycle);

  /// The limit that refuses or delays first as the metric grows; nothing if none has a published number.
  std::optional<MetricLimit> tightest(const Metric& metric) const { return first(metric, false); }
  /// The quota beyond which more is billed.
  std::optional<MetricLimit> included(const Metric& metric) const { return first(metric, true); }
  /// A limit on the metric exists whose number is not published.
  bool has_unpublished(const Metric& metric) const;

 private:
  std::optional<MetricLimit> first(const Metric& metric, bool billed) const;
  Rational units_for_one(const Limit& limit, const Metric& metric) const;
  Rational per_one(const Metric& counted, const Metric& entered, int depth = 0) const;
  /// The largest share of the cycle's calls that one window can hold.
  Rational busiest_share(const Window& window) const;

  const PlatformEstimate& platform_;
  const Scenario& scenario_;
  const World& world_;
  std::vector<Rational> asked_;
  Traffic traffic_;
};

}  // namespace tollmeter::ui
