#include "ui/solve/limit_growth_state.h"

#include <algorithm>
#include <utility>

#include "ui/solve/frame_share.h"

namespace tollmeter::ui {

namespace {

// Neither its title nor its budget moves a limit.
Scenario what_counts(Scenario scenario) {
  scenario.title.clear();
  scenario.budget.reset();
  return scenario;
}

}  // namespace

bool LimitGrowthState::advance(const Session& session) {
  const std::vector<Platform>& platforms = session.catalog().platforms;
  if (catalog_ != platforms.data() || platforms_ != platforms.size()) {
    run_.reset();
    shown_.clear();
    known_ = false;
    catalog_ = platforms.data();
    platforms_ = platforms.size();
  }
  Scenario wanted = what_counts(session.scenario());
  if (!run_) {
    if (known_ && shown_of_ == wanted) return false;
    run_of_ = wanted;
    run_ = std::make_unique<LimitGrowthRun>(run_of_, session.world());
  }
  for (std::size_t i = 0; i < frame_share(session, run_of_, 2, 1) && !run_->done(); ++i) run_->step();
  if (!run_->done()) return true;
  shown_ = run_->limits();
  shown_of_ = std::move(run_of_);
  known_ = true;
  run_.reset();
  return !(shown_of_ == wanted);
}

const LimitGrowth* LimitGrowthState::of(const Limit& limit) const {
  const auto found = std::find_if(shown_.begin(), shown_.end(), [&](const LimitGrowth& each) { return each.limit == &limit; });
  return found == shown_.end() ? nullptr : &*found;
}

}  // namespace tollmeter::ui
