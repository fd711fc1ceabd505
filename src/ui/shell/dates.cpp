#include <algorithm>
#include <array>
#include <string>

#include "core/format.h"
#include "core/language.h"
#include "core/typed_day.h"
#include "ui/shell/shell.h"
#include "ui/solve/unknown_prices.h"

namespace tollmeter::ui {

namespace {

constexpr std::array kWeekdays = {marked("Mo@@weekday"), marked("Tu@@weekday"), marked("We@@weekday"), marked("Th@@weekday"),
                                 marked("Fr@@weekday"), marked("Sa@@weekday"), marked("Su@@weekday")};

std::string month_title(Date first) { return tr("{0} {1}@@month, year", {month_name(first.month()), std::to_string(first.year())}); }

Date first_of_month(Date d) { return d - (d.day() - 1); }

// The month that the calendar shows: the scenario's own until the person turns pages.
Date shown_month(const View& view) {
  return first_of_month(view.state.calendar_month.value_or(view.session.scenario().date));
}

float month_grid(View& view, float x, float y, float w) {
  Kit& kit = view.kit;
  Session& session = view.session;
  const Date first = shown_month(view);
  const Date chosen = session.scenario().date;
  const float cell_w = w / 7;
  const float cell_h = kit.fingers() ? 44.0F : 32.0F;
  const std::vector<Date>& changes = session.shown().changes;
  for (int i = 0; i < 7; ++i) {
    kit.silent_text(x + cell_w * (static_cast<float>(i) + 0.5F), y, tr(kWeekdays[static_cast<std::size_t>(i)]),
                    {11, Face::semibold, Ink::dim}, Align::center);
  }
  y += kit.line_height(11) + 4;
  const Date last = first.plus_months(1) - 1;
  int column = first.weekday();
  for (Date d = first; d <= last; d = d + 1) {
    const Box box{x + cell_w * static_cast<float>(column) + 1, y + 1, cell_w - 2, cell_h - 2};
    const bool moves = std::binary_search(changes.begin(), changes.end(), d);
    const ButtonLook look = d == chosen ? ButtonLook::primary : ButtonLook::quiet;
    const std::string day = long_date_text(d);
    const std::string name = moves ? tr("{0}, prices or limits change", {day}) : day;
    if (kit.button(d.iso(), box, std::to_string(d.day()), look, name)) {
      go_to(session, d);
      view.state.date_open = false;
    }
    if (moves) {
      const Color dot = d == chosen ? kit.theme().on_accent : kit.theme().bad;
      kit.fill({box.x + box.w / 2 - 2, box.bottom() - 6, 4, 4}, dot, 2);
    }
    if (++column == 7) {
      column = 0;
      y += cell_h;
    }
  }
  return column == 0 ? y : y + cell_h;
}

// A typed date: ISO, the one spelling that nobody reads two ways.
void date_field(View& view, const Box& box) {
  FieldSpec spec;
  spec.name = tr("Prices of the day, as year-month-day");
  spec.text = view.session.scenario().date.iso();
  spec.numeric = false;
  spec.align = Align::left;
  spec.error = view.state.date_error;
  const std::optional<std::string> typed = view.kit.field("typed", box, spec);
  if (!typed) return;
  const Result<Date> date = parse_day(*typed);
  if (!date) {
    view.state.date_error = date.problem().sentence() + ".";
    return;
  }
  view.state.date_error.clear();
  view.state.calendar_month.reset();
  go_to(view.session, date.value());
}

}  // namespace

void date_popup(View& view, const Box& anchor, bool with_steps) {
  Kit& kit = view.kit;
  Session& session = view.session;
  Box content;
  if (!kit.begin_popup("calendar", tr("Prices of the day"), anchor, 308, &view.state.date_open, &content)) {
    view.state.calendar_month.reset();
    view.state.date_error.clear();
    return;
  }
  const float h = kit.control_height();
  float y = content.y;
  if (with_steps) {
    const float half = (content.w - 8) / 2;
    const Date* previous = previous_change(session);
    const Date* next = next_change(session);
    if (kit.button("previous", {content.x, y, half, h}, tr("◂ previous change"), ButtonLook::outline,
                   tr("Previous change"), previous == nullptr)) {
      go_to(session, *previous);
    }
    if (kit.button("next", {content.x + half + 8, y, half, h}, tr("next change ▸"), ButtonLook::outline,
                   tr("Next change"), next == nullptr)) {
      go_to(session, *next);
    }
    y += h + 8;
  }
  const std::string today = tr("Today");
  const float today_w = std::max(80.0F, kit.button_width(today));
  date_field(view, {content.x, y, content.w - today_w - 8, h});
  if (kit.button("today", {content.right() - today_w, y, today_w, h}, today)) {
    session.use_today();
    view.state.date_open = false;
  }
  y += h + 8;
  if (!view.state.date_error.empty()) y += kit.line_height(12) + 4;

  const Date month = shown_month(view);
  const struct {
    const char* key;
    const char* name;
    int months;
    float x;
    const char* label;
  } turns[] = {{"year-back", marked("A year earlier"), -12, content.x, "«"},
               {"month-back", marked("A month earlier"), -1, content.x + h, "‹"},
               {"month-on", marked("A month later"), 1, content.right() - 2 * h, "›"},
               {"year-on", marked("A year later"), 12, content.right() - h, "»"}};
  for (const auto& turn : turns) {
    if (kit.button(turn.key, {turn.x, y, h, h}, turn.label, ButtonLook::quiet, tr(turn.name))) {
      view.state.calendar_month = month.plus_months(turn.months);
    }
  }
  kit.text(content.x + content.w / 2, y + (h - kit.line_height(14)) / 2, month_title(month),
           {14, Face::semibold, Ink::text}, Align::center);
  y += h + 4;
  y = month_grid(view, content.x, y, content.w);
  y += 6;
  const std::string dot = tr("A red dot: a price, a limit or an offer of your platforms changes.");
  const Run note[] = {{dot, Face::regular, Ink::dim}};
  y += kit.paragraph({content.x, y, content.w, 0}, note, 12);
  if (const std::string unknown = unknown_prices_words(session.shown().chosen); !unknown.empty()) {
    const Run said[] = {{unknown, Face::regular, Ink::warn}};
    y += 4 + kit.paragraph({content.x, y + 4, content.w, 0}, said, 12);
  }
  kit.end_popup(y);
}

}  // namespace tollmeter::ui
