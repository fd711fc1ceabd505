#include "ui/solve/ranges_state.h"

#include <algorithm>

#include "core/solve/range_start.h"
#include "ui/solve/frame_share.h"

namespace tollmeter::ui {

bool RangesState::advance(const Session& session) {
  const std::size_t platforms = session.catalog().platforms.size();
  const Scenario& scenario = session.scenario();
  if (platforms != platforms_) {
    run_.reset();
    done_of_.reset();
    swings_.reset();
    cases_.reset();
    platforms_ = platforms;
  }
  // A run whose first part is done gives way to a newer one, so that what moves the total follows the hand.
  if (run_ && run_->swings_done() && !(run_of_ == scenario)) run_.reset();
  if (!run_) {
    if (done_of_ && *done_of_ == scenario) return false;
    run_of_ = scenario;
    start_known_ = false;
    start_.reset();
    if (count_ranges(scenario) == 0) {
      swings_.reset();
      cases_.reset();
      run_.emplace(with_halves(session.shown().chosen, scenario, session.catalog()), session.world());
    } else {
      run_.emplace(scenario, session.world());
    }
  }
  const bool had_swings = run_->swings_done();
  const std::size_t rated = frame_share(session, run_of_, 100, 25);
  run_->step(std::max<std::size_t>(1, rated / std::max<std::size_t>(1, run_->platforms_moved())));
  if (!had_swings && run_->swings_done()) take_results();
  if (run_ && run_->done()) {
    cases_ = run_->ranges();
    cases_of_ = run_of_;
    done_of_ = run_of_;
    run_.reset();
  }
  return run_ || !(done_of_ && *done_of_ == scenario);
}

void RangesState::take_results() {
  const Ranges& ranges = run_->ranges();
  if (count_ranges(run_of_) > 0) {
    swings_ = ranges;
    return;
  }
  const std::vector<Swing>& swings = ranges.totals.front().swings;
  if (!swings.empty() && swings.front().by > Rational(0)) start_ = ranges.inputs[swings.front().input];
  start_known_ = true;
  done_of_ = run_of_;
  run_.reset();
}

}  // namespace tollmeter::ui
