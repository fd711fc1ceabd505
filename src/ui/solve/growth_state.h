#pragma once

#include <optional>

#include "core/solve/growth.h"
#include "ui/session.h"

namespace tollmeter::ui {

/// The growth that the page shows, computed only while its tab is open, in slices of a frame. While a slider is dragged a
/// computation that has begun goes on to its end, so that the chart moves along a few frames behind instead of standing still.
struct GrowthState {
  bool as_table = false;
  bool target = false;  ///< the fields of a target are shown; a scenario with one shows them anyway

  /// One slice; true while more are needed.
  bool advance(const Session& session);
  const Growth* shown() const { return shown_ ? &*shown_ : nullptr; }  ///< of the scenario, or of what it was a few frames ago
  std::size_t months_done() const { return run_ ? run_->growth().months.size() : kGrowthMonths; }

 private:
  std::optional<GrowthRun> run_;
  Scenario run_of_;
  std::optional<Growth> shown_;
  Scenario shown_of_;
  std::size_t platforms_ = 0;  ///< in the catalogue: when one comes in, what points into it is gone
};

}  // namespace tollmeter::ui
