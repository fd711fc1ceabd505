#include "core/solve/price_news.h"

#include <algorithm>

#include "core/history.h"
#include "core/scenario_month.h"

namespace tollmeter {
namespace {

bool serves_all(const Estimate& estimate) {
  return std::all_of(estimate.platforms.begin(), estimate.platforms.end(), [](const PlatformEstimate& p) { return p.fits; });
}

bool is_own(const RowChange& row, const Estimate& chosen) {
  return std::any_of(chosen.platforms.begin(), chosen.platforms.end(), [&](const PlatformEstimate& platform) {
    return platform.platform == row.platform && (platform.plan == row.plan || row.plan == nullptr);
  });
}

}  // namespace

std::vector<RowChange> changes_on(const Scenario& scenario, const Catalog& catalog, Date day) {
  std::vector<RowChange> rows;
  for (const PlatformUse& use : scenario.platforms) {
    const Platform* platform = catalog.platform(use.platform);
    if (!platform) continue;
    for (RowChange& row : changes_on(*platform, day)) rows.push_back(std::move(row));
  }
  std::stable_partition(rows.begin(), rows.end(), [&](const RowChange& row) {
    return !row.plan || std::any_of(scenario.platforms.begin(), scenario.platforms.end(), [&](const PlatformUse& use) {
      return use.platform == row.platform->id && use.plan == row.plan->id;
    });
  });
  return rows;
}

std::vector<PriceNews> price_news(const Scenario& scenario, const World& world, Date after) {
  std::vector<PriceNews> all;
  ScenarioMonth month(scenario, world, nullptr);
  using Plans = ScenarioMonth::Plans;
  Estimate chosen = month.on(after, Plans::as_chosen);
  Estimate cheapest = month.on(after, Plans::cheapest);
  for (const Date day : change_dates(scenario, *world.catalog)) {
    if (!(after < day)) continue;
    PriceNews news;
    news.day = day;
    news.rows = changes_on(scenario, *world.catalog, day);
    // Those of the plans that are paid for first, the person's or the cheapest.
    std::stable_partition(news.rows.begin(), news.rows.end(),
                          [&](const RowChange& row) { return is_own(row, chosen) || is_own(row, cheapest); });
    news.chosen_before = chosen.totals;
    news.cheapest_before = cheapest.totals;
    news.breaches_before = chosen.breaches;
    news.served_before = serves_all(cheapest);
    chosen = month.on(day, Plans::as_chosen);
    cheapest = month.on(day, Plans::cheapest);
    news.chosen_after = chosen.totals;
    news.cheapest_after = cheapest.totals;
    news.breaches_after = chosen.breaches;
    news.served_after = serves_all(cheapest);
    all.push_back(std::move(news));
  }
  return all;
}

}  // namespace tollmeter
