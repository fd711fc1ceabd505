#include <algorithm>

#include "core/format.h"
#include "core/history.h"
#include "core/language.h"
#include "core/title.h"
#include "core/typed_day.h"
#include "core/words.h"
#include "ui/solve/curve_scene.h"
#include "ui/views/usage_parts.h"

namespace tollmeter::ui {

namespace {

constexpr float kText = 13;
constexpr float kGap = 8;
constexpr float kLinkGap = 14;
constexpr float kLeastAxes = 122;
constexpr float kDayWidth = 168;
constexpr float kDayField = 108;
constexpr std::size_t kMostTyped = 24;
constexpr float kOneRowFrom = 560;  // narrower, the controls take a row each

/// The days that a person may want to compare with, the newest first: those on which something about the platform changes.
std::vector<Date> days_of(const Session& session, const DialChoice& choice) {
  Scenario alone;
  if (const PlatformUse* use = find_use(session, choice.dial.platform)) alone.platforms = {*use};
  std::vector<Date> days = change_dates(alone, session.catalog());
  std::erase_if(days, [&](Date day) { return day == session.scenario().date || day == session.today(); });
  std::reverse(days.begin(), days.end());
  return days;
}

constexpr const char* kDayKey = "curve/day";

void forget_refused_day(View& view) {
  view.state.curve.other_refused.clear();
  view.state.usage.refused.erase(kDayKey);
}

/// "no other day", today, the days of change, and one that is typed.
void day_select(View& view, const DialChoice& choice, const Box& box) {
  const Session& session = view.session;
  CurveState& state = view.state.curve;
  if (view.kit.still() && !state.other_day) return;
  SelectSpec select;
  select.name = tr("Compare the cost curve with another day");
  std::vector<std::optional<Date>> days = {std::nullopt};
  select.options.push_back({tr("No other day"), "", "", false});
  if (session.today() != session.scenario().date) {
    days.emplace_back(session.today());
    select.options.push_back({tr("Today"), date_text(session.today()), "", false});
  }
  for (const Date day : days_of(session, choice)) {
    days.emplace_back(day);
    select.options.push_back({date_text(day), "", tr("Something changes on"), false});
  }
  select.options.push_back({tr("Any day …"), "", tr("Or"), false});
  const auto known = std::find(days.begin(), days.end(), state.other_day);
  select.chosen = static_cast<int>(state.other_typed ? days.size() : static_cast<std::size_t>(known - days.begin()));
  if (!state.other_typed && known == days.end()) select.chosen = 0;
  select.label = !state.other_day ? tr("Compare with …") : tr("and {0}@@a day", {date_text(*state.other_day)});
  const std::optional<int> picked = view.kit.select("other-day", box, select);
  if (!picked) return;
  forget_refused_day(view);
  state.other_typed = static_cast<std::size_t>(*picked) == days.size();
  if (!state.other_typed) {
    state.other_day = days[static_cast<std::size_t>(*picked)];
  } else if (!state.other_day) {
    state.other_day = session.scenario().date.plus_months(-12);
  }
}

void day_field(View& view, const Box& box) {
  CurveState& state = view.state.curve;
  FieldSpec field;
  field.name = tr("Other day of the cost curve, as year-month-day");
  field.text = !state.other_refused.empty() ? state.other_refused : state.other_day ? state.other_day->iso() : "";
  field.numeric = false;
  field.align = Align::left;
  field.description = tr("year-month-day, such as 2023-04-25");
  const std::optional<std::string> typed = checked_field(view, "other-day-typed", kDayKey, box, field);
  if (!typed) return;
  const std::optional<Date> day = read_or_refuse(view, kDayKey, [&] { return parse_day(*typed); });
  state.other_refused = day ? "" : clean_text(*typed, kMostTyped);
  if (day) state.other_day = day;
}

}  // namespace

CurveControls curve_controls(View& view, const std::vector<DialChoice>& choices, int chosen, const Box& box) {
  Kit& kit = view.kit;
  CurveState& state = view.state.curve;
  const DialChoice& choice = choices[static_cast<std::size_t>(chosen)];
  SelectSpec metric;
  metric.name = tr("Metric of the cost curve");
  for (const DialChoice& each : choices) {
    metric.options.push_back({tr("{0}: {1}", {each.platform->short_name, lower_first(each.metric->name)}), "", "", false});
  }
  metric.chosen = chosen;
  SelectSpec axes;
  axes.name = tr("Axes of the cost curve");
  axes.options = {{tr("Logarithmic"), "", "", false}, {tr("Linear"), "", "", false}};
  axes.chosen = 0;
  // As wide as the longer word takes, so that nothing moves when the other is chosen.
  const float axes_w = std::max(kLeastAxes, kit.select_width(axes));
  axes.chosen = state.linear ? 1 : 0;
  const float h = kit.control_height();
  const bool one_row = box.w >= kOneRowFrom;
  const float others = axes_w + kDayWidth + 2 * kGap + (state.other_typed ? kDayField + kGap : 0);
  const float metric_w = one_row ? std::min(kit.select_width(metric), box.w - others) : box.w;
  float x = box.x;
  float y = box.y;
  const auto picked = kit.select("metric", {x, y, metric_w, h}, metric);
  if (one_row) {
    x += metric_w + kGap;
  } else {
    y += h + kGap;
  }
  const auto turned = kit.select("axes", {x, y, axes_w, h}, axes);
  x += axes_w + kGap;
  const float day_w = one_row ? kDayWidth : box.right() - x;
  day_select(view, choice, {x, y, day_w, h});
  x += day_w + kGap;
  if (state.other_typed) {
    if (!one_row) {
      y += h + kGap;
      x = box.x;
    }
    day_field(view, {x, y, one_row ? kDayField : box.w, h});
    x += kDayField + kGap;
  }
  // The links stand behind the selects where they have room, else below them.
  const std::string table = state.table ? tr("show as chart") : tr("show as table");
  const float table_w = kit.width(table, {kText});
  const float zoom_w = zoom_links_width(kit);
  CurveControls result;
  const bool beside = one_row && state.other_refused.empty() && x + kLinkGap + zoom_w + table_w <= box.right();
  const float lh = kit.line_height(kText);
  const float link_y = beside ? y + (h - lh) / 2 : refusal(view, state.other_typed ? kDayKey : "", box.x, y + h, box.w) + kGap;
  result.links = {beside ? x + kLinkGap - kGap : box.x, link_y, zoom_w, lh};
  result.below = (beside ? y + h : link_y + lh) + kGap;
  if (kit.link("as-table", box.right(), link_y, table, nullptr, Align::right)) state.table = !state.table;
  if (picked) state.dial = choices[static_cast<std::size_t>(*picked)].dial;
  if (turned) state.linear = *turned == 1;
  return result;
}

}  // namespace tollmeter::ui
