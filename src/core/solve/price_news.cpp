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

class PriceNewsRun::Work {
 public:
  Work(const Scenario& scenario, const World& world, Date after)
      : scenario_(scenario), world_(world), after_(after), month_(scenario_, world_, nullptr) {
    for (const Date day : change_dates(scenario_, *world_.catalog)) {
      if (after < day) days_.push_back(day);
    }
  }

  bool done() const { return news_.size() == days_.size(); }
  const std::vector<PriceNews>& news() const { return news_; }
  std::size_t days() const { return days_.size(); }

  void step() {
    const Date day = begun_ ? days_[news_.size()] : after_;
    if (!chosen_next_) {
      chosen_next_ = month_.on(day, Plans::as_chosen);
      return;
    }
    Estimate cheapest = month_.on(day, Plans::cheapest);
    if (begun_) tell(day, cheapest);
    begun_ = true;
    chosen_ = std::move(*chosen_next_);
    chosen_next_.reset();
    cheapest_ = std::move(cheapest);
  }

 private:
  using Plans = ScenarioMonth::Plans;

  void tell(Date day, const Estimate& cheapest) {
    PriceNews news;
    news.day = day;
    news.rows = changes_on(scenario_, *world_.catalog, day);
    // Those of the plans that are paid for first, the person's or the cheapest.
    std::stable_partition(news.rows.begin(), news.rows.end(),
                          [&](const RowChange& row) { return is_own(row, chosen_) || is_own(row, cheapest_); });
    news.chosen_before = chosen_.totals;
    news.cheapest_before = cheapest_.totals;
    news.breaches_before = chosen_.breaches;
    news.served_before = serves_all(cheapest_);
    news.chosen_after = chosen_next_->totals;
    news.cheapest_after = cheapest.totals;
    news.breaches_after = chosen_next_->breaches;
    news.served_after = serves_all(cheapest);
    news_.push_back(std::move(news));
  }

  Scenario scenario_;
  World world_;
  Date after_;
  ScenarioMonth month_;
  std::vector<Date> days_;
  std::vector<PriceNews> news_;
  bool begun_ = false;  ///< the bill of `after` is known
  Estimate chosen_, cheapest_;
  std::optional<Estimate> chosen_next_;
};

PriceNewsRun::PriceNewsRun(const Scenario& scenario, const World& world, Date after)
    : work_(std::make_unique<Work>(scenario, world, after)) {}

PriceNewsRun::~PriceNewsRun() = default;

bool PriceNewsRun::done() const { return work_->done(); }

void PriceNewsRun::step() {
  if (!done()) work_->step();
}

const std::vector<PriceNews>& PriceNewsRun::news() const { return work_->news(); }

std::size_t PriceNewsRun::days() const { return work_->days(); }

std::vector<PriceNews> price_news(const Scenario& scenario, const World& world, Date after) {
  PriceNewsRun run(scenario, world, after);
  while (!run.done()) run.step();
  return run.news();
}

}  // namespace tollmeter
