#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/estimate.h"

namespace tollmeter {

/// One thing about a plan that is other from a day on.
struct RowChange {
  const Platform* platform = nullptr;
  const Plan* plan = nullptr;      ///< null: an event of the platform
  std::string what;                ///< "Basic, posts created: $0.01 → $0.02"
  const Source* source = nullptr;  ///< null: the catalogue names none
  const Charge* charge = nullptr;  ///< the row that begins on the day, one of the two, where it is one
  const Limit* limit = nullptr;
};

/// What begins, ends or is replaced on that very day, an event of the platform first, then plan by plan.
std::vector<RowChange> changes_on(const Platform& platform, Date day);
/// The same of all platforms of the scenario; what its own plans do stands first.
std::vector<RowChange> changes_on(const Scenario& scenario, const Catalog& catalog, Date day);

/// A day ahead on which something changes, and what the same use comes to before it and from it on. One sum a currency.
struct PriceNews {
  Date day;
  std::vector<RowChange> rows;
  std::vector<Money> chosen_before, chosen_after, cheapest_before, cheapest_after;
  int breaches_before = 0, breaches_after = 0;           ///< as chosen
  bool served_before = false, served_after = false;      ///< the cheapest plans that fit do fit
};

/// Of every day after `after` on which the catalogue has a change of the scenario's platforms, in order of time; the first `before`
/// is the bill of `after`.
std::vector<PriceNews> price_news(const Scenario& scenario, const World& world, Date after);

/// The same in slices. It keeps a copy of the scenario and points into the catalogue.
class PriceNewsRun {
 public:
  PriceNewsRun(const Scenario& scenario, const World& world, Date after);
  ~PriceNewsRun();
  bool done() const;
  void step();  ///< estimates one day for one of the two choices of plans
  const std::vector<PriceNews>& news() const;  ///< of the days that are computed
  std::size_t days() const;                    ///< that there are in all

 private:
  class Work;
  std::unique_ptr<Work> work_;
};

}  // namespace tollmeter
