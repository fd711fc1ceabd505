#pragma once

#include <memory>
#include <vector>

#include "ui/session.h"
#include "ui/solve/comparison_words.h"

namespace tollmeter::ui {

/// The comparison that the page shows. What stands beside the scenario is estimated when it comes in or is edited last; only the
/// scenario's own column, whose estimate the session has, moves with a slider.
struct ComparisonState {
  std::size_t menu = 0;     ///< the column whose menu is open
  bool menu_open = false;
  std::size_t left = 0, right = 0;  ///< where not all have room: the columns shown; right = left: not picked, see shown_columns
  std::string title_cut;    ///< why the last typed title was cut, a sentence
  std::string copied;       ///< what was copied last: "all", a letter, or empty

  /// The rows of these columns of the session, in this order.
  const std::vector<ComparisonRow>& rows(const Session& session, const std::vector<std::size_t>& columns);
  std::size_t estimates_made() const { return made_; }  ///< so far

 private:
  struct Kept {
    Scenario scenario;
    Estimate chosen, serve_all;  // point into the scenario
  };

  void keep_up(const Session& session);

  std::vector<std::unique_ptr<Kept>> others_;
  std::vector<ComparisonRow> rows_;
  Scenario current_;
  Beside beside_;
  std::vector<std::size_t> columns_;
  std::size_t platforms_ = 0;  ///< in the catalogue: when one comes in, what points into it is gone
  std::size_t made_ = 0;
};

/// The columns that are shown where `room` columns fit: all, or the two that were picked (the first, and the one that is edited).
std::vector<std::size_t> shown_columns(const ComparisonState& state, const Session& session, std::size_t room);

}  // namespace tollmeter::ui
