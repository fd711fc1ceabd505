#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "core/language.h"
#include "ui/solve/heat_map.h"
#include "ui/views.h"
#include "ui/views/result_words.h"

namespace tollmeter::ui {

namespace {

constexpr float kText = 13;
constexpr float kBesideFrom = 760;  ///< the limits stand beside the hours from this width on
constexpr float kGap = 24;
constexpr float kRow = 26;
constexpr float kTableLeast = 230;

// For those who read: behind the hours as nodes alone.
void table_nodes(Kit& kit, const std::vector<MonthRow>& rows, const Box& box) {
  Semantics& semantics = kit.semantics();
  semantics.begin(Role::table, kit.id("days"), tr("The days of the month"), box);
  const auto row = [&](Role role, std::string_view key, std::initializer_list<std::string_view> cells) {
    semantics.begin(Role::row, kit.id(key), "", box);
    for (const std::string_view text : cells) semantics.add(role, semantics.read_id(), text, box);
    semantics.end();
  };
  row(Role::columnheader, "days-heading", {tr("Day"), tr("Share of the month"), tr("Busiest hour"), tr("What breaks")});
  for (const MonthRow& day : rows) row(Role::cell, day.day, {day.day, day.share, day.busiest, day.breaks});
  semantics.end();
}

void draw_table(Kit& kit, const std::vector<MonthRow>& rows, const Box& box) {
  float y = kit.begin_scroll("days-scroll", box);
  const float w = box.w - 12;  // beside the scroll thumb
  const float text_y = (kRow - kit.line_height(kText)) / 2;
  const float share_x = box.x + 150;
  const float busiest_x = share_x + 20;
  const float breaks_x = busiest_x + std::min(200.0F, (w - 170) * 0.5F);
  const auto cells = [&](const MonthRow& row, bool heading) {
    const auto one = [&](float x, const std::string& text, Align align, float most) {
      if (heading) {
        kit.header_cell(x, y + text_y, text, align, most);
      } else {
        kit.cell(x, y + text_y, text, {}, align, most);
      }
    };
    one(box.x, row.day, Align::left, 80);
    one(share_x, row.share, Align::right, 74);
    one(busiest_x, row.busiest, Align::left, breaks_x - busiest_x - 8);
    if (heading) one(breaks_x, row.breaks, Align::left, box.x + w - breaks_x);
  };
  kit.begin_table("days", tr("The days of the month"), {box.x, y, w, kRow * static_cast<float>(rows.size() + 1)});
  kit.begin_row("heading", {box.x, y, w, kRow});
  cells({tr("Day"), tr("Share@@part of a whole"), tr("Busiest hour"), tr("What breaks")}, true);
  kit.end_row();
  float height = kRow;
  for (const MonthRow& row : rows) {
    y += height;
    // Several limits may break on one day, so that gets as many lines as it needs.
    const Run breaks[] = {{row.breaks, Face::regular, Ink::bad}};
    const Box sentence{breaks_x, y + text_y, box.x + w - breaks_x, 0};
    height = std::max(kRow, kit.paragraph_height(sentence.w, breaks, kText) + 2 * text_y);
    kit.rule(box.x, y, w);
    kit.begin_row(row.day, {box.x, y, w, height});
    cells(row, false);
    kit.silent_paragraph(sentence, breaks, kText);
    kit.semantics().add(Role::cell, kit.semantics().read_id(), row.breaks, {sentence.x, y, sentence.w, height});
    kit.end_row();
  }
  kit.end_table();
  kit.end_scroll(y + height);
}

float draw_limits(View& view, const MonthState& month, float x, float y, float w) {
  const LimitGroups groups = group_limits(view.session.shown().chosen);
  const float top = y;
  int index = 0;
  for (const std::vector<LimitRef>* list : {&groups.broken, &groups.near, &groups.holding}) {
    for (const LimitRef& ref : *list) {
      // Two limits of one operation may have the same window.
      view.kit.push(std::to_string(index++));
      y = limit_burn_down(view, ref, month, x, y, w);
      view.kit.pop();
    }
  }
  if (y > top) return y;
  view.kit.text(x, y, tr("No limit counts by the day or the cycle here."), {kText, Face::regular, Ink::dim}, Align::left, w);
  return y + view.kit.line_height(kText);
}

}  // namespace

float month_view(View& view, const Box& box) {
  Kit& kit = view.kit;
  if (view.session.scenario().platforms.empty()) {
    kit.text(box.x, box.y, tr("Add a platform: its month, hour by hour, stands here."), {kText, Face::regular, Ink::dim}, Align::left,
             box.w);
    return box.bottom();
  }
  if (!view.state.month) view.state.month = std::make_shared<MonthState>();
  MonthState& month = *view.state.month;
  month.update(view.session);
  kit.push("month");
  const std::vector<MonthBreak> breaks = month_breaks(view.session, month);
  const std::vector<MonthRow> rows = month_rows(month, breaks);
  std::string zone = month.zone() ? month.zone()->name : "UTC";
  zone = zone.substr(zone.rfind('/') + 1);
  std::replace(zone.begin(), zone.end(), '_', ' ');
  const std::string link = month.as_table ? tr("show as chart") : tr("show as table");
  const float link_w = kit.width(link, {kText, Face::regular, Ink::accent});
  std::string lead = tr("{0}, hours of {1}", {cycle_text(view.session.shown().chosen.cycle), zone});
  if (kit.width(lead, {kText}) > box.w - link_w - 12) lead = tr("Hours of {0}", {zone});
  kit.text(box.x, box.y, lead, {kText, Face::regular, Ink::dim}, Align::left, box.w - link_w - 12);
  if (kit.link("as-table", box.right(), box.y, link, nullptr, Align::right)) month.as_table = !month.as_table;
  const float top = box.y + kit.line_height(kText) + 8;
  const Box rest{box.x, top, box.w, std::max(kTableLeast, box.bottom() - top)};
  float bottom = rest.bottom();
  if (month.as_table) {
    draw_table(kit, rows, rest);
  } else if (box.w >= kBesideFrom) {
    const float hours_w = std::floor((box.w - kGap) * 0.62F);
    bottom = std::max(bottom, heat_map(view, month, breaks, {rest.x, rest.y, hours_w, rest.h}));
    const float x = rest.x + hours_w + kGap;
    const float w = rest.right() - x;
    const float y = kit.begin_scroll("limits", {x, rest.y, w, bottom - rest.y});
    kit.end_scroll(draw_limits(view, month, x, y, w - 10));
    table_nodes(kit, rows, rest);
  } else {
    bottom = heat_map(view, month, breaks, rest) + 14;
    bottom = draw_limits(view, month, rest.x, bottom, rest.w);
    table_nodes(kit, rows, rest);
  }
  kit.pop();
  return std::max(bottom, box.bottom());
}

}  // namespace tollmeter::ui
