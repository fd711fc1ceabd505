#include <algorithm>

#include "ui/shell/shell.h"

namespace tollmeter::ui {

const Date* previous_change(const Session& session) {
  const std::vector<Date>& days = session.shown().changes;
  const auto after = std::lower_bound(days.begin(), days.end(), session.scenario().date);
  return after == days.begin() ? nullptr : &*(after - 1);
}

const Date* next_change(const Session& session) {
  const std::vector<Date>& days = session.shown().changes;
  const auto after = std::upper_bound(days.begin(), days.end(), session.scenario().date);
  return after == days.end() ? nullptr : &*after;
}

void go_to(Session& session, Date date) {
  Scenario next = session.scenario();
  next.date = date;
  session.edit(std::move(next));
}

}  // namespace tollmeter::ui
