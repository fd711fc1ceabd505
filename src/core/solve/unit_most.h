#pragma once

#include <memory>
#include <optional>

#include "core/solve/unit_edge.h"

namespace tollmeter {

/// How far the scenario's own unit goes: the first limit that refuses, and the one that would be next without it.
/// Nothing where no limit with a published number does, however many units up to OwnUnit::most_countable().
struct MostUnits {
  std::optional<Bottleneck> first, next;
};

/// Whatever the count in the scenario is. What the unit takes nothing of does not stand in its way, even where it refuses.
/// A plan serves a count if it refuses nothing of it; where the cheapest plan is looked for, a count is served if any plan does.
/// Every answer is an edge: that many are served, one more is not.
MostUnits most_units(const Scenario& scenario, const World& world, ScenarioMonth::Plans plans);

/// The same in slices. It keeps a copy of the scenario and points into the catalogue.
class MostUnitsRun {
 public:
  MostUnitsRun(const Scenario& scenario, const World& world, ScenarioMonth::Plans plans);
  ~MostUnitsRun();
  bool done() const;
  void step();  ///< the next count of a platform
  const MostUnits& most() const;  ///< once it is done

 private:
  class Search;
  std::unique_ptr<Search> search_;
};

}  // namespace tollmeter
