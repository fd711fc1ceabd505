#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/solve/edge.h"
#include "core/solve/unit_months.h"

namespace tollmeter {

/// What refuses when one unit more is asked for than it serves.
struct Bottleneck {
  const Platform* platform = nullptr;
  const Plan* plan = nullptr;      ///< null: none is to be had on the date
  const Limit* limit = nullptr;    ///< null: `metric` is not offered at all
  Rational cap;                    ///< of the limit
  const Metric* metric = nullptr;  ///< the heaviest that it counts
  Rational most;                   ///< units that it serves whole
  bool at_once = false;            ///< it refuses without any unit already; `most` is then zero
};

/// Looks for the first count of units that one platform does not serve, less one, a count at a time.
class UnitEdge {
 public:
  /// Refusals of the limit `beside` are overlooked; none: of no limit. What serves `least` whole is of no interest; none: what
  /// serves all that can be counted. All that is pointed at must outlive it.
  UnitEdge(UnitMonths& months, const UnitMonths::Part& part, ScenarioMonth::Plans plans, const Limit* beside,
           std::optional<Rational> least);
  bool done() const { return phase_ == Phase::done; }
  void step();  ///< estimates one count
  /// Once it is done; nothing where nothing stands in the way.
  const std::optional<Bottleneck>& found() const { return found_; }

 private:
  /// What keeps a platform from serving all: a limit, or a metric that is not offered.
  struct Stop {
    const Limit* limit = nullptr;
    const Metric* metric = nullptr;
    Rational cap;
    Rational served_share;
    bool of_unit = false;  ///< the unit takes something of what it counts
  };
  enum class Phase { none, bound, search, below, search_below, edge, done };

  bool takes(std::string_view metric) const;
  bool takes(const Limit& limit) const;
  std::vector<Stop> stops() const;
  const Stop* worst() const;
  bool uneven() const;
  Trial look(std::int64_t count);
  void look_below();
  void settle(std::optional<std::int64_t> edge);
  void conclude();

  UnitMonths& months_;
  const UnitMonths::Part& part_;
  ScenarioMonth::Plans plans_;
  const Limit* beside_;
  bool bounded_;  ///< by what is of interest, not by what can be counted
  std::int64_t bound_;
  Phase phase_ = Phase::none;
  EdgeSearch search_;
  std::optional<std::int64_t> edge_;
  std::int64_t power_ = 1;    ///< of the count below the edge that is looked at
  std::size_t digit_ = 0;
  bool clean_without_ = true;  ///< nothing is refused without any unit
  PlatformEstimate estimate_;  ///< of the count that was looked at last
  std::vector<Stop> stops_;    ///< of it
  std::optional<Bottleneck> found_;
};

}  // namespace tollmeter
