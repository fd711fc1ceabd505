#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>

#include "core/solve/ranges.h"
#include "ui/session.h"

namespace tollmeter::ui {

/// The range of the total that the page shows, computed in slices of a frame. What moves it comes first and keeps up with a slider that
/// is dragged; the cases are run to their end when it rests, and those of before stand until then.
struct RangesState {
  bool as_table = false;
  std::size_t total = 0;  ///< which of the totals is shown, where there are several
  std::map<std::string, std::string> refused_ends;  ///< what was typed last into an end, by its key among the refused fields
  bool in_sight = false;  ///< the tab was drawn since the verdict last looked: it computes itself

  /// One slice; true while more are needed. Of a scenario without ranges only what one could begin with is sought.
  bool advance(const Session& session);
  /// With what moves the total; of the scenario, or of what it was a few frames ago. Null: still to come.
  const Ranges* swings() const { return swings_ ? &*swings_ : nullptr; }
  /// With all figures of the cases, perhaps of a scenario before. Null: still to come.
  const Ranges* cases() const { return cases_ ? &*cases_ : nullptr; }
  /// Whether cases() are of the scenario.
  bool is_current(const Session& session) const { return cases_ && cases_of_ == session.scenario(); }
  std::size_t cases_done() const { return run_ ? run_->cases_done() : kRangeCases; }
  /// The input whose half moves the total most, of a scenario without ranges; nothing until it is found, or where none moves it.
  const std::optional<RangedInput>& start() const { return start_; }
  bool start_is_known() const { return start_known_; }

 private:
  void take_results();

  std::optional<RangesRun> run_;
  Scenario run_of_;
  std::optional<Scenario> done_of_;  ///< nothing is left to compute for it
  std::optional<Ranges> swings_, cases_;
  Scenario cases_of_;
  std::optional<RangedInput> start_;
  bool start_known_ = false;
  std::size_t platforms_ = 0;  ///< in the catalogue: when one comes in, what points into it is gone
};

}  // namespace tollmeter::ui
