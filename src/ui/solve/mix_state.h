#pragma once

#include <optional>
#include <set>
#include <string>

#include "core/solve/mix.h"
#include "ui/session.h"

namespace tollmeter::ui {

/// The cheapest mix as its dialog shows it: computed only while that is open, in slices of a frame, and kept until the scenario
/// changes.
struct MixState {
  std::set<std::string> asked;  ///< platforms whose prices were asked for since the dialog opened (ids)

  /// One slice; true while more are needed.
  bool advance(const Session& session);
  const Mix* shown() const { return run_ && run_->done() ? &run_->mix() : nullptr; }
  /// 0 to 100.
  int percent() const { return run_ ? static_cast<int>(run_->finished() * 100 / run_->all()) : 0; }

 private:
  std::optional<MixRun> run_;
  Scenario of_;
  std::size_t platforms_ = 0;  ///< in the catalogue: when one comes in, what points into it is gone
};

}  // namespace tollmeter::ui
