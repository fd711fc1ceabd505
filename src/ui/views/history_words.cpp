#include "ui/views/history_words.h"

#include <algorithm>

#include "core/format.h"
#include "core/words.h"
#include "ui/views/result_words.h"

namespace tollmeter::ui {

namespace {

constexpr int kSeason = 91;

bool same_cost(const HistoryStep& a, const HistoryStep& b) {
  return a.serves_all == b.serves_all && a.serve_all.amount == b.serve_all.amount &&
         a.chosen_sold == b.chosen_sold && (!a.chosen_sold || a.as_chosen.amount == b.as_chosen.amount);
}

bool same_money(const Money& a, const Money& b) {
  return a.amount == b.amount && a.currency == b.currency && a.approximate == b.approximate && a.at_least == b.at_least;
}

struct Point {
  bool exists;
  const Money& money;
  const std::string& plan;
  bool refuses;
};

std::vector<HistoryStretch> stretches(const History& history, const HistoryRange& range,
                                      Point (*of)(const HistoryStep&)) {
  std::vector<HistoryStretch> found;
  bool joined = false;  // the step before existed
  for (const HistoryStep& step : history.steps) {
    const Date from = std::max(step.from, range.from);
    const Date to = std::min(step.to, range.to);
    if (!(from < to)) continue;
    const Point point = of(step);
    if (!point.exists) {
      joined = false;
      continue;
    }
    if (!joined || found.back().plan != point.plan || found.back().refuses != point.refuses) {
      found.push_back({{{from, to, point.money}}, point.plan, point.refuses});
    } else if (same_money(found.back().levels.back().money, point.money)) {
      found.back().levels.back().to = to;
    } else {
      found.back().levels.push_back({from, to, point.money});
    }
    joined = true;
  }
  return found;
}

std::string with_press(const Money& money, const std::string& plan) {
  std::string inside = plan;
  if (money.press) inside += inside.empty() ? "press" : ", press";
  if (money.own) inside += inside.empty() ? "own" : ", own";
  return money_text(money) + (inside.empty() ? "" : " (" + inside + ")");
}

// Empty where they are the same.
std::string move_words(const std::string& before, const std::string& after) {
  return before == after ? "" : join({before, " → ", after});
}

}  // namespace

HistoryRange history_range(const Session& session) {
  const History& history = session.shown().history;
  const Date today = session.today();
  const Date date = session.scenario().date;
  Date first = std::min(date, today);
  for (std::size_t i = 1; i < history.steps.size(); ++i) {
    if (same_cost(history.steps[i - 1], history.steps[i])) continue;
    first = std::min(first, history.steps[i].from);
    break;
  }
  const Date january = Date::of(first.year() - 1, 1, 1).value_or(first);
  HistoryRange range{january, std::max(date, today) + kSeason};
  if (history.steps.empty()) return range;
  range.from = std::max(range.from, history.steps.front().from);
  range.to = std::min(range.to, history.steps.back().to);
  return range;
}

std::vector<HistoryStretch> serve_stretches(const History& history, const HistoryRange& range) {
  return stretches(history, range, [](const HistoryStep& step) {
    return Point{step.serves_all, step.serve_all, step.serve_all_plan, false};
  });
}

std::vector<HistoryStretch> chosen_stretches(const History& history, const HistoryRange& range) {
  return stretches(history, range, [](const HistoryStep& step) {
    return Point{step.chosen_sold, step.as_chosen, step.chosen_plan, step.chosen_breaches > 0};
  });
}

std::string stretch_words(const HistoryStretch& stretch, std::string_view refused) {
  std::string text = stretch.plan;
  std::string_view joint = text.empty() ? "" : " ";
  for (const HistoryStretch::Level& level : stretch.levels) {
    if (level.money.amount.is_zero() && stretch.levels.size() == 1 && !level.money.at_least) {
      text += text.empty() ? "free" : ", free";
    } else {
      text += std::string(joint) + brief_money(level.money);
    }
    joint = ", then ";
  }
  if (stretch.refuses) text += ": " + std::string(refused);
  return text;
}

const HistoryStep* step_on(const History& history, Date date) {
  for (const HistoryStep& step : history.steps) {
    if (step.from <= date && date < step.to) return &step;
  }
  return nullptr;
}

std::string serve_words(const HistoryStep& step) {
  if (!step.known) return "no prices known";
  return step.serves_all ? with_press(step.serve_all, step.serve_all_plan) : "nothing sold serves it all";
}

std::string chosen_words(const HistoryStep& step) {
  if (!step.chosen_sold) return step.known ? "not sold" : "no prices known";
  std::string text = with_press(step.as_chosen, step.chosen_plan);
  if (step.chosen_breaches > 0) text += ", " + counted(step.chosen_breaches, "breach", "breaches");
  return text;
}

std::string event_words(const History& history, Date date) {
  const HistoryEvent* last = nullptr;
  for (const HistoryEvent& event : history.events) {
    if (date < event.date || event.date + kSeason < date) continue;
    if (!last || last->date <= event.date) last = &event;
  }
  return last ? last->text + ", " + date_text(last->date) : "";
}

Announced announced(const Session& session) {
  const Date after = std::max(session.today(), session.scenario().date);
  Announced found;
  for (const Date day : session.shown().changes) {
    if (after < day) found.days.push_back(day);
  }
  if (found.days.empty()) {
    const Date read = session.catalog().as_of;
    found.words = "No change after " + date_text(after) + " is announced, as far as was read by " + date_text(read) + ".";
    return found;
  }
  const Date day = found.days.front();
  const HistoryStep* before = step_on(session.shown().history, day - 1);
  const HistoryStep* then = step_on(session.shown().history, day);
  found.words = join({"Announced for ", long_date_text(day), ": "});
  if (!before || !then) return found;
  const std::string chosen = move_words(chosen_words(*before), chosen_words(*then));
  const std::string serve = move_words(serve_words(*before), serve_words(*then));
  const bool nothing = chosen.empty() && serve.empty();
  if (nothing) {
    found.words += "a change that moves nothing of this bill.";
  } else {
    append(found.words, {"as chosen ", chosen.empty() ? "no change" : chosen, "; to serve it all ",
                         serve.empty() ? "no change" : serve, "."});
  }
  const int more = static_cast<int>(found.days.size()) - 1;
  if (more > 0) append(found.words, {" ", counted(more, "more day of change", "more days of change"), " after it."});
  return found;
}

std::vector<HistoryRow> history_rows(const History& history, const HistoryRange& range) {
  std::vector<HistoryRow> rows;
  for (const HistoryStep& step : history.steps) {
    const Date from = std::max(step.from, range.from);
    if (!(from < std::min(step.to, range.to))) continue;
    HistoryRow row{from, "from " + date_text(from), chosen_words(step), serve_words(step)};
    if (!rows.empty() && rows.back().chosen == row.chosen && rows.back().serve == row.serve) continue;
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace tollmeter::ui
