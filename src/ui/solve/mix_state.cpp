#include "ui/solve/mix_state.h"

#include "ui/solve/frame_share.h"

namespace tollmeter::ui {

bool MixState::advance(const Session& session) {
  const std::size_t platforms = session.catalog().platforms.size();
  if (!run_ || platforms != platforms_ || !(of_ == session.scenario())) {
    of_ = session.scenario();
    platforms_ = platforms;
    run_.emplace(of_, session.world());
  }
  if (!run_->done()) run_->step(frame_share(session, of_, 16, 4));
  return !run_->done();
}

}  // namespace tollmeter::ui
