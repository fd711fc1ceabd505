#include "ui/solve/mix_state.h"

namespace tollmeter::ui {

namespace {

constexpr std::size_t kRatingsAFrame = 16;

}  // namespace

bool MixState::advance(const Session& session) {
  const std::size_t platforms = session.catalog().platforms.size();
  if (!run_ || platforms != platforms_ || !(of_ == session.scenario())) {
    of_ = session.scenario();
    platforms_ = platforms;
    run_.emplace(of_, session.world());
  }
  if (!run_->done()) run_->step(kRatingsAFrame);
  return !run_->done();
}

}  // namespace tollmeter::ui
