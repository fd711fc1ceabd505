#include "ui/solve/growth_state.h"

#include <utility>

#include "ui/solve/frame_share.h"

namespace tollmeter::ui {

bool GrowthState::advance(const Session& session) {
  const std::size_t platforms = session.catalog().platforms.size();
  if (platforms != platforms_) {
    run_.reset();
    shown_.reset();
    platforms_ = platforms;
  }
  if (!run_) {
    if (shown_ && shown_of_ == session.scenario()) return false;
    run_of_ = session.scenario();
    run_.emplace(run_of_, session.world());
  }
  run_->step(frame_share(session, run_of_, 6, 2));
  if (!run_->done()) return true;
  shown_ = run_->growth();
  shown_of_ = std::move(run_of_);
  run_.reset();
  return !(shown_of_ == session.scenario());
}

}  // namespace tollmeter::ui
