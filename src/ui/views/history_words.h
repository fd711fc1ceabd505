#pragma once

#include <string>
#include <vector>

#include "ui/session.h"

namespace tollmeter::ui {

/// The days that the chart shows: from the first of January a year before the first change of cost, to a season after today.
struct HistoryRange {
  Date from, to;  ///< from inclusive, to exclusive
};
HistoryRange history_range(const Session& session);

/// A stretch over which one of the two figures stays on one plan.
struct HistoryStretch {
  struct Level {
    Date from, to;
    Money money;
  };
  std::vector<Level> levels;  ///< one after the other without a gap
  std::string plan;
  bool refuses = false;
  Date from() const { return levels.front().from; }
  Date to() const { return levels.back().to; }
};
/// Within the range; days on which the figure does not exist (nothing fits, not sold) are left out.
std::vector<HistoryStretch> serve_stretches(const History& history, const HistoryRange& range);
std::vector<HistoryStretch> chosen_stretches(const History& history, const HistoryRange& range);
/// "Pro $5,000", "v2 Essential, free", "Basic $100, then $200: reads refused".
std::string stretch_words(const HistoryStretch& stretch, std::string_view refused);

/// Null outside of the history.
const HistoryStep* step_on(const History& history, Date date);
/// "about $42,000 (Enterprise, press)", or that nothing sold serves it.
std::string serve_words(const HistoryStep& step);
/// "$100.00 (Basic), 1 breach", or that the plan is not sold.
std::string chosen_words(const HistoryStep& step);
/// "free access ended, 29 Mar 2023": the last event within a season before the date; empty where there is none.
std::string event_words(const History& history, Date date);

/// What is announced: from the later of today and the scenario's date on.
struct Announced {
  std::vector<Date> days;
  std::string words;  ///< of the first of them, with how the bill moves on it; or that there is none, and when that was read
};
Announced announced(const Session& session);

/// The chart for those who would rather read.
struct HistoryRow {
  Date from;
  std::string when, chosen, serve;
};
std::vector<HistoryRow> history_rows(const History& history, const HistoryRange& range);

}  // namespace tollmeter::ui
