#include "ui/views/history_words.h"

#include <algorithm>

#include "core/format.h"
#include "core/language.h"
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
  const auto add = [&inside](const std::string& mark) { append(inside, {inside.empty() ? "" : ", ", mark}); };
  if (money.press) add(tr("press"));
  if (money.own) add(tr("own@@a price"));
  return inside.empty() ? money_text(money) : join({money_text(money), " (", inside, ")"});
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
  const Money& first = stretch.levels.front().money;
  const bool free = stretch.levels.size() == 1 && first.amount.is_zero() && !first.at_least;
  std::string text = stretch.plan;
  if (free) {
    text = text.empty() ? tr("free") : tr("{0}, free", {text});
  } else {
    append(text, {text.empty() ? "" : " ", brief_money(first)});
  }
  for (std::size_t i = 1; i < stretch.levels.size(); ++i) text = tr("{0}, then {1}", {text, brief_money(stretch.levels[i].money)});
  return stretch.refuses ? tr("{0}: {1}", {text, refused}) : text;
}

const HistoryStep* step_on(const History& history, Date date) {
  for (const HistoryStep& step : history.steps) {
    if (step.from <= date && date < step.to) return &step;
  }
  return nullptr;
}

std::string serve_words(const HistoryStep& step) {
  if (!step.known) return tr("no prices known");
  return step.serves_all ? with_press(step.serve_all, step.serve_all_plan) : tr("nothing sold serves it all");
}

std::string chosen_words(const HistoryStep& step) {
  if (!step.chosen_sold) return step.known ? tr("not sold") : tr("no prices known");
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
    found.words = tr("No change after {0} is announced, as far as was read by {1}.", {date_text(after), date_text(read)});
    return found;
  }
  const Date day = found.days.front();
  const HistoryStep* before = step_on(session.shown().history, day - 1);
  const HistoryStep* then = step_on(session.shown().history, day);
  const auto said = [day](std::string_view what) { return tr("Announced for {0}: {1}", {long_date_text(day), what}); };
  found.words = said("");
  if (!before || !then) return found;
  const std::string chosen = move_words(chosen_words(*before), chosen_words(*then));
  const std::string serve = move_words(serve_words(*before), serve_words(*then));
  if (chosen.empty() && serve.empty()) {
    found.words = said(tr("a change that moves nothing of this bill."));
  } else {
    const std::string none = tr("no change");
    found.words = said(tr("as chosen {0}; to serve it all {1}.", {chosen.empty() ? none : chosen, serve.empty() ? none : serve}));
  }
  const auto more = static_cast<std::int64_t>(found.days.size()) - 1;
  if (more > 0) {
    append(found.words, {" ", tr_count(more, "{0} more day of change after it.", "{0} more days of change after it.", {std::to_string(more)})});
  }
  return found;
}

std::vector<HistoryRow> history_rows(const History& history, const HistoryRange& range) {
  std::vector<HistoryRow> rows;
  for (const HistoryStep& step : history.steps) {
    const Date from = std::max(step.from, range.from);
    if (!(from < std::min(step.to, range.to))) continue;
    HistoryRow row{from, tr("from {0}@@a day", {date_text(from)}), chosen_words(step), serve_words(step)};
    if (!rows.empty() && rows.back().chosen == row.chosen && rows.back().serve == row.serve) continue;
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace tollmeter::ui
