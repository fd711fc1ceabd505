#include "core/solve/unit_most.h"

namespace tollmeter {

using Plans = ScenarioMonth::Plans;
using Part = UnitMonths::Part;

class MostUnitsRun::Search {
 public:
  Search(const Scenario& scenario, const World& world, Plans plans) : months_(scenario, world), plans_(plans) { begin(); }

  bool done() const { return !edge_; }
  const MostUnits& most() const { return most_; }

  void step() {
    edge_->step();
    if (!edge_->done()) return;
    const bool rest = place_ == months_.parts().size();
    if (edge_->found()) rest ? take_as_next(*edge_->found()) : take(*edge_->found());
    if (!rest) ++place_;
    else edge_.reset();
    if (edge_) begin();
  }

 private:
  /// The next platform; after all of them the one of the first bottleneck, for what would be next there.
  void begin() {
    edge_.reset();
    const std::vector<Part>& parts = months_.parts();
    // What serves more than the two lowest found so far is neither.
    const std::optional<Rational> least = most_.next ? std::optional(most_.next->most) : std::nullopt;
    if (place_ < parts.size()) {
      edge_.emplace(months_, parts[place_], plans_, nullptr, least);
    } else if (most_.first && !most_.first->at_once && most_.first->limit) {
      for (const Part& part : parts) {
        if (part.platform == most_.first->platform) edge_.emplace(months_, part, plans_, most_.first->limit, least);
      }
    }
  }

  void take(const Bottleneck& found) {
    if (!most_.first || goes_before(found, *most_.first)) {
      most_.next = most_.first;
      most_.first = found;
    } else {
      take_as_next(found);
    }
  }

  void take_as_next(const Bottleneck& found) {
    if (!most_.next || goes_before(found, *most_.next)) most_.next = found;
  }

  static bool goes_before(const Bottleneck& a, const Bottleneck& b) {
    if (a.at_once != b.at_once) return a.at_once;
    return a.most < b.most;
  }

  UnitMonths months_;
  Plans plans_;
  MostUnits most_;
  std::size_t place_ = 0;  ///< of the platform that is looked at; past the last: once more the one of the first
  std::optional<UnitEdge> edge_;
};

MostUnitsRun::MostUnitsRun(const Scenario& scenario, const World& world, Plans plans)
    : search_(std::make_unique<Search>(scenario, world, plans)) {}

MostUnitsRun::~MostUnitsRun() = default;

bool MostUnitsRun::done() const { return search_->done(); }

void MostUnitsRun::step() {
  if (!done()) search_->step();
}

const MostUnits& MostUnitsRun::most() const { return search_->most(); }

MostUnits most_units(const Scenario& scenario, const World& world, Plans plans) {
  MostUnitsRun run(scenario, world, plans);
  while (!run.done()) run.step();
  return run.most();
}

}  // namespace tollmeter
