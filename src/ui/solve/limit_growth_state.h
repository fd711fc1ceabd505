#pragma once

#include <memory>
#include <vector>

#include "core/solve/limit_growth.h"
#include "ui/session.h"

namespace tollmeter::ui {

/// The growth that limits stand, computed a few limits a frame while something shows it, and kept until the scenario changes. What
/// was found of the scenario of a few frames ago is shown until the new answer is there.
struct LimitGrowthState {
  bool open = false;  ///< the table of the growth tab

  /// One slice; true while more are needed.
  bool advance(const Session& session);
  /// Null before the first answer.
  const std::vector<LimitGrowth>* shown() const { return known_ ? &shown_ : nullptr; }
  const LimitGrowth* of(const Limit& limit) const;
  std::size_t done() const { return run_ ? run_->limits().size() : shown_.size(); }
  std::size_t total() const { return run_ ? run_->total() : shown_.size(); }

 private:
  std::unique_ptr<LimitGrowthRun> run_;
  Scenario run_of_, shown_of_;
  std::vector<LimitGrowth> shown_;
  bool known_ = false;
  const Platform* catalog_ = nullptr;  ///< when more platforms come in, what points into it is gone
  std::size_t platforms_ = 0;
};

}  // namespace tollmeter::ui
