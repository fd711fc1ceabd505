#include "ui/solve/limit_growth_view.h"

#include <algorithm>
#include <vector>

#include "core/format.h"
#include "core/language.h"
#include "core/words.h"
#include "ui/solve/growth_words.h"
#include "ui/solve/limit_growth_state.h"
#include "ui/views/result_words.h"

namespace tollmeter::ui {

namespace {

constexpr float kText = 13;
constexpr float kWideFrom = 620;  ///< narrower, a limit takes two lines

LimitGrowthState& state_of(View& view) {
  if (!view.state.limit_growth) view.state.limit_growth = std::make_shared<LimitGrowthState>();
  return *view.state.limit_growth;
}

std::string progress_words(const LimitGrowthState& state) {
  return tr("{0} of {1} limits are computed", {std::to_string(state.done()), std::to_string(state.total())});
}

bool refuses_now(const LimitGrowth& limit) { return !limit.held.without_end && limit.held.times < Rational(1); }

std::vector<LimitGrowth> in_order_of_growth(std::vector<LimitGrowth> limits) {
  std::stable_sort(limits.begin(), limits.end(), [](const LimitGrowth& a, const LimitGrowth& b) {
    if (a.held.without_end != b.held.without_end) return b.held.without_end;
    return !a.held.without_end && a.held.times < b.held.times;
  });
  return limits;
}

std::string name_of(const LimitGrowth& limit) {
  return tr("{0}: {1}", {platform_and_plan(*limit.platform, limit.plan), limit.limit->name});
}

/// Three cells of a row, in one line or, where there is little room, in two.
class Rows {
 public:
  Rows(Kit& kit, float x, float y, float w) : kit_(kit), x_(x), y_(y), w_(w), wide_(w >= kWideFrom), line_(kit.line_height(kText)) {}

  float height() const { return (wide_ ? line_ : 2 * line_ + 2) + 9; }
  float bottom() const { return y_; }

  template <class Cell>
  void add(std::string_view key, const Cell& cell) {
    const float second = wide_ ? x_ + w_ * 0.46F : x_;
    const float third = x_ + w_ * (wide_ ? 0.74F : 0.56F);
    const float top = y_ + 4;
    const float below = wide_ ? top : top + line_ + 2;
    kit_.begin_row(key, {x_, y_, w_, height()});
    cell(0, x_, top, (wide_ ? second : x_ + w_) - x_ - 8);
    cell(1, second, below, third - second - 8);
    cell(2, third, below, x_ + w_ - third);
    kit_.end_row();
    y_ += height();
  }

 private:
  Kit& kit_;
  float x_, y_, w_;
  bool wide_;
  float line_;
};

float draw_table(View& view, const std::vector<LimitGrowth>& limits, float x, float y, float w) {
  Kit& kit = view.kit;
  const GrowthRate& growth = view.session.scenario().growth;
  if (limits.empty()) {
    const std::string said = tr("No limit with a published number is touched: say what you use, and what growth each limit stands comes here.");
    const Run run[] = {{said, Face::regular, Ink::dim}};
    return y + kit.paragraph({x, y, w, 0}, run, kText);
  }
  Rows rows(kit, x, y, w);
  const std::string rate = growth.grows() ? tr("At {0}@@a growth", {growth_rate_words(growth)}) : tr("At your growth");
  const std::string headings[] = {tr("Limit"), tr("Holds up to"), rate};
  kit.begin_table("limits", tr("Growth that limits stand"), {x, y, w, rows.height() * static_cast<float>(limits.size() + 1)});
  rows.add("limits-heading", [&](int i, float left, float top, float room) {
    kit.header_cell(left, top, headings[i], Align::left, room);
  });
  for (const LimitGrowth& limit : in_order_of_growth(limits)) {
    kit.rule(x, rows.bottom(), w);
    std::string then = growth_passed_words(limit, growth);
    if (then.empty()) then = refuses_now(limit) ? tr("already passed") : tr("no growth is set");
    const std::string cells[] = {name_of(limit), growth_held_words(limit), then};
    rows.add(limit.platform->id + "/" + limit.limit->id, [&](int i, float left, float top, float room) {
      const bool bad = i == 1 && refuses_now(limit);
      kit.cell(left, top, cells[i], {kText, Face::regular, bad ? Ink::bad : Ink::text}, Align::left, room);
    });
  }
  kit.end_table();
  return rows.bottom();
}

}  // namespace

std::string growth_held_words(const LimitGrowth& limit) {
  if (!refuses(limit.limit->breach.behaviour)) return tr("refuses nothing");
  if (limit.held.without_end) return tr("without end");
  const std::string times = multiple_text(limit.held.times);
  return refuses_now(limit) ? tr("refuses now ({0})", {times}) : tr("{0} today’s use", {times});
}

std::string growth_passed_words(const LimitGrowth& limit, const GrowthRate& growth) {
  if (!growth.grows() || refuses_now(limit)) return "";
  if (!limit.passed) return tr("holds for 3 years");
  if (!limit.passed->at || !limit.passed->at->ok()) return tr("until month {0}", {std::to_string(limit.passed->month + 1)});
  return tr("until {0}@@a day", {long_date_text(date_of(Instant{limit.passed->at->floor().to_int64()}))});
}

std::string limit_growth_sentence(const LimitGrowth& limit, const GrowthRate& growth) {
  const std::string times = multiple_text(limit.held.times);
  const std::string passed = growth_passed_words(limit, growth);
  const std::string rate = growth_rate_words(growth);
  if (!refuses(limit.limit->breach.behaviour)) {
    if (!limit.passed || passed.empty()) return tr("However much use grows it refuses nothing.");
    return tr("However much use grows it refuses nothing; it holds at {0} {1}.", {rate, passed});
  }
  if (refuses_now(limit)) return tr("It refuses now: {0} today’s use is what it holds.", {times});
  if (limit.held.without_end) return tr("However much use grows, it holds.");
  if (passed.empty()) return tr("Holds until {0} today’s use.", {times});
  return limit.passed ? tr("Holds until {0} today’s use; at {1} {2}.", {times, rate, passed})
                      : tr("Holds until {0} today’s use; at {1} for 3 years and more.", {times, rate});
}

float limit_growth_line(View& view, const LimitRef& ref, float x, float y, float w, bool first) {
  LimitGrowthState& state = state_of(view);
  if (first && state.advance(view.session)) view.kit.want_frame(0);
  const LimitGrowth* known = state.of(*ref.limit->limit);
  const std::string said = known ? limit_growth_sentence(*known, view.session.scenario().growth)
                                 : tr("How much growth it stands: {0}.", {progress_words(state)});
  const Run run[] = {{said, Face::regular, Ink::text}};
  return y + view.kit.paragraph({x, y, w, 0}, run, kText);
}

float limit_growth_table(View& view, float x, float y, float w) {
  Kit& kit = view.kit;
  LimitGrowthState& state = state_of(view);
  const float h = kit.control_height();
  const std::string title = tr("How much growth each limit stands");
  const float middle = y + h / 2;
  kit.rule(x, y, w);
  kit.icon(state.open ? Kit::Icon::chevron_up : Kit::Icon::chevron_down, x + 7, middle, Ink::dim);
  kit.silent_text(x + 22, middle - kit.line_height(kText) / 2, title, {kText, Face::semibold, Ink::text});
  if (kit.disclosure("limits-open", {x, y, w, h}, title, state.open)) state.open = !state.open;
  y += h;
  if (!state.open) return y;
  // Clear of the ring around what opens it.
  y += 6;
  if (state.advance(view.session)) kit.want_frame(0);
  if (const std::vector<LimitGrowth>* limits = state.shown()) return draw_table(view, *limits, x, y, w);
  kit.text(x, y, progress_words(state), {kText, Face::regular, Ink::dim});
  return y + kit.line_height(kText);
}

}  // namespace tollmeter::ui
