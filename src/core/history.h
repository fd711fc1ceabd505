#pragma once

#include <string>
#include <vector>

#include "core/estimate.h"
#include "core/known_prices.h"

namespace tollmeter {

class ScenarioMonth;

/// The days on which a price, a limit, an access rule or an offer of the scenario's platforms changes, ascending, each once. Asked
/// from a day on of which nothing is known of a platform, also that on which something is.
std::vector<Date> change_dates(const Scenario& scenario, const Catalog& catalog, Date first = kFirstPrices);

/// A stretch of days over which nothing changes.
struct HistoryStep {
  Date from, to;        ///< from inclusive, to exclusive
  Money as_chosen;      ///< of the first currency
  bool known = true;           ///< prices of all platforms are known, see core/known_prices.h
  bool chosen_sold = false;    ///< the named plans can all be had (or already are)
  int chosen_breaches = 0;
  Money serve_all;
  bool serves_all = false;     ///< something fits everywhere
  std::string serve_all_plan;  ///< of the platform that costs most: "Pro"
  std::string chosen_plan;
};

struct HistoryEvent {
  Date date;
  std::string platform;  ///< short name
  std::string text;
  const Source* source = nullptr;
};

struct History {
  std::vector<HistoryStep> steps;
  std::vector<HistoryEvent> events;
};

/// The same use through [from, to), both figures of the verdict.
History price_history(const Scenario& scenario, const World& world, Date from, Date to);
/// `month`: the scenario's own.
History price_history(ScenarioMonth& month, const Scenario& scenario, const Catalog& catalog, Date from, Date to);

}  // namespace tollmeter
