#pragma once

#include <string>
#include <vector>

#include "ui/solve/month_state.h"
#include "ui/views/limit_words.h"

namespace tollmeter::ui {

/// An instant at which a limit breaks, in the zone of the hours.
struct MonthBreak {
  LimitRef limit;
  Instant at;
};
/// Those of the scenario as chosen, in order of time; an operation that is not offered breaks at the cycle's begin.
std::vector<MonthBreak> month_breaks(const Session& session, const MonthState& month);
bool falls_in(const MonthBreak& broken, const BusyHour& hour);

/// "Tue 14 Nov".
std::string day_words(Date day);
/// "09:00 to 10:00".
std::string hour_words(std::size_t hour);
/// "0.42 %".
std::string share_words(const Rational& share);

/// What is said of an hour: "Tue 14 Nov 09:00 to 10:00: 0.42 % of the month", then the counts of the operations that are used most,
/// "126 posts read", then what breaks.
std::vector<std::string> hour_lines(const Session& session, const MonthState& month, const std::vector<MonthBreak>& breaks,
                                    const BusyDay& day, std::size_t hour);

/// A day for those who would rather read.
struct MonthRow {
  std::string day, share, busiest, breaks;
};
std::vector<MonthRow> month_rows(const MonthState& month, const std::vector<MonthBreak>& breaks);

}  // namespace tollmeter::ui
