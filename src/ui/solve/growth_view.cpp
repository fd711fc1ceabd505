#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "core/format.h"
#include "core/language.h"
#include "ui/chart/chart.h"
#include "ui/solve/growth_input.h"
#include "ui/solve/growth_state.h"
#include "ui/solve/growth_words.h"
#include "ui/solve/limit_growth_view.h"
#include "ui/views.h"
#include "ui/views/result_words.h"

namespace tollmeter::ui {

namespace {

constexpr float kText = 13;
constexpr float kBesideFrom = 700;  ///< totals and sentences stand beside the chart from this width on
constexpr float kBeside = 340;
constexpr float kLegendBesideFrom = 480;  ///< narrower, the links leave the legend no room
constexpr float kGap = 20;
constexpr float kAboveAxis = 5;  ///< a chart keeps room for labels above its axis that this one has not
constexpr float kChartLeast = 230;
constexpr float kRow = 26;
constexpr std::array<std::size_t, 3> kYears = {12, 24, 36};

using Line = std::vector<Money> GrowthMonth::*;

double drawn(const std::vector<Money>& totals) {
  return totals.empty() ? 0 : std::max(0.0, totals.front().amount.approx());
}
double drawn(Date date) { return date.days; }

// From zero; where the months lie far apart by powers of ten, so that the small ones can be read too.
Axis money_axis(const Growth& growth) {
  constexpr double kFarApart = 60;
  double least = 0;
  double most = 0;
  for (const GrowthMonth& month : growth.months) {
    for (const Line line : {&GrowthMonth::chosen_totals, &GrowthMonth::cheapest_totals}) {
      const double value = drawn(month.*line);
      if (value <= 0) continue;
      least = least == 0 ? value : std::min(least, value);
      most = std::max(most, value);
    }
  }
  const std::vector<Money>& first = growth.months.front().chosen_totals;
  const auto label = first.empty() || first.front().currency == "USD" ? dollar_label : whole_label;
  if (most < 10) return Axis::linear(0, 10, label);
  if (most < least * kFarApart) return Axis::linear(0, most * 1.15, label);
  const double low = std::pow(10.0, std::max(0.0, std::floor(std::log10(least))));
  return Axis::zero_and_log(low, std::pow(10.0, std::ceil(std::log10(most))), label);
}

std::vector<StepSpan> spans_of(const Growth& growth, Line line) {
  std::vector<StepSpan> spans;
  for (const GrowthMonth& month : growth.months) {
    // Where nothing on sale serves it all there is no such cost.
    if (line == &GrowthMonth::cheapest_totals && !month.serves_all) continue;
    if (!(month.*line).empty() && !(month.*line).front().amount.ok()) continue;
    const StepSpan span{drawn(month.cycle.start), drawn(month.cycle.end), drawn(month.*line)};
    if (!spans.empty() && spans.back().to == span.from && spans.back().y == span.y) {
      spans.back().to = span.to;
    } else {
      spans.push_back(span);
    }
  }
  return spans;
}

bool lines_differ(const Growth& growth) {
  return std::any_of(growth.months.begin(), growth.months.end(), [](const GrowthMonth& month) {
    return !month.serves_all || drawn(month.chosen_totals) != drawn(month.cheapest_totals);
  });
}

LineLook cheapest_look(const Theme& theme) { return {theme.chart_line, Stroke::solid, 2.5F, 0}; }
LineLook chosen_look(const Theme& theme) { return {theme.accent, Stroke::dashed, 2, 0}; }

void mark_changes(Chart& chart, const Growth& growth, const Theme& theme) {
  for (const PlanChange& change : growth.changes) {
    const GrowthMonth& month = growth.months[change.month];
    if (!change.after || !month.serves_all) continue;
    const double at = drawn(month.cycle.start);
    chart.marker(at, drawn(month.cheapest_totals), theme.chart_line);
    chart.annotate({at, drawn(month.cycle.end), drawn(month.cheapest_totals),
                    platform_and_plan(*change.platform, change.after), "", change.after->name, false, 50});
  }
}

void mark_breaks(Chart& chart, const Growth& growth, const Theme& theme) {
  for (const GrowthBreak& broken : growth.breaks) {
    const GrowthMonth& month = growth.months[broken.month];
    const double at = broken.at && broken.at->ok() ? broken.at->approx() / 86400 : drawn(month.cycle.start);
    chart.marker(at, drawn(month.chosen_totals), theme.bad, true);
    chart.annotate({at, at, drawn(month.chosen_totals), growth_break_words(broken), "", "", false, 40});
  }
}

void read_out(Chart& chart, const Growth& growth, const std::vector<GrowthRow>& rows) {
  if (!chart.hovered()) return;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (*chart.hovered() >= drawn(growth.months[i].cycle.end) && i + 1 < rows.size()) continue;
    const GrowthRow& row = rows[i];
    std::vector<std::string> lines = {tr("from {0}, {1} as much", {row.month, row.multiple}), tr("as chosen: {0}", {row.chosen}),
                                      tr("cheapest that fits: {0}", {row.cheapest})};
    if (!row.happens.empty()) lines.push_back(row.happens);
    chart.readout(*chart.hovered(), lines);
    return;
  }
}

void draw_chart(Kit& kit, const Growth& growth, const std::vector<GrowthRow>& rows, const Box& whole) {
  const Theme& theme = kit.theme();
  ChartSpec spec;
  spec.name = tr("Cost by month, for three years: as chosen {0} in the first month, {1} in the last; cheapest that fits {2}, then {3}",
                 {rows.front().chosen, rows.back().chosen, rows.front().cheapest, rows.back().cheapest});
  const Axis time = Axis::time(growth.months.front().cycle.start, growth.months.back().cycle.end);
  spec.zooms = true;
  zoom_links(kit, "growth", whole.x, whole.y);
  const bool two = lines_differ(growth);
  std::vector<LegendEntry> entries;
  entries.push_back({two ? tr("cheapest that fits") : tr("as chosen, the cheapest that fits"), cheapest_look(theme)});
  if (two) entries.push_back({tr("as chosen"), chosen_look(theme)});
  // On a phone the links take the row that the legend has elsewhere.
  const float legend_y = whole.y + (whole.w < kLegendBesideFrom ? kit.line_height(kText) + 6 : 0);
  const float top = chart_legend(kit, whole.x, whole.right(), legend_y, entries) - kAboveAxis;
  const Box box{whole.x, top, whole.w, whole.bottom() - top};
  Chart chart(kit, "growth", box, time, money_axis(growth), std::move(spec));
  if (two) chart.step_line(spans_of(growth, &GrowthMonth::chosen_totals), chosen_look(theme));
  chart.step_line(spans_of(growth, &GrowthMonth::cheapest_totals), cheapest_look(theme));
  mark_changes(chart, growth, theme);
  mark_breaks(chart, growth, theme);
  read_out(chart, growth, rows);
  chart.end();
}

/// A table's column: where its text begins, or ends, and the room it has.
struct Column {
  std::string heading;
  float x;
  Align align;
  float most;
};

float draw_totals(Kit& kit, const Growth& growth, float x, float y, float w) {
  const float second = x + w * 0.56F;
  const Column columns[] = {{tr("Total of"), x, Align::left, 90},
                            {tr("as chosen"), second, Align::right, second - x - 74},
                            {tr("cheapest fit"), x + w, Align::right, x + w - second - 8}};
  const float text_y = (kRow - kit.line_height(kText)) / 2;
  kit.begin_table("totals", tr("Totals of the growth"), {x, y, w, kRow * (1 + kYears.size())});
  kit.begin_row("heading", {x, y, w, kRow});
  for (const Column& column : columns) kit.header_cell(column.x, y + text_y, column.heading, column.align, column.most);
  kit.end_row();
  for (const std::size_t months : kYears) {
    y += kRow;
    kit.rule(x, y, w);
    const std::string label = counted(static_cast<int>(months), "month", "months");
    kit.begin_row(label, {x, y, w, kRow});
    kit.cell(columns[0].x, y + text_y, label);
    kit.cell(columns[1].x, y + text_y, money_list(growth_totals(growth, false, months)), {}, Align::right, columns[1].most);
    const bool fits = std::all_of(growth.months.begin(), growth.months.begin() + static_cast<std::ptrdiff_t>(months),
                                  [](const GrowthMonth& month) { return month.serves_all; });
    kit.cell(columns[2].x, y + text_y, fits ? money_list(growth_totals(growth, true, months)) : tr("not all served"), {}, Align::right,
             columns[2].most);
    kit.end_row();
  }
  kit.end_table();
  return y + kRow;
}

float draw_sentences(Kit& kit, const std::vector<std::string>& sentences, float x, float y, float w) {
  for (const std::string& sentence : sentences) {
    const Run run[] = {{sentence, Face::regular, Ink::text}};
    y += kit.paragraph({x, y, w, 0}, run, kText) + 5;
  }
  return y;
}

// For those who read: behind the chart as nodes alone.
void table_nodes(Kit& kit, const std::vector<GrowthRow>& rows, const Box& box) {
  Semantics& semantics = kit.semantics();
  semantics.begin(Role::table, kit.id("months"), tr("Growth by month"), box);
  const auto row = [&](Role role, std::string_view key, std::initializer_list<std::string_view> cells) {
    semantics.begin(Role::row, kit.id(key), "", box);
    for (const std::string_view text : cells) semantics.add(role, semantics.read_id(), text, box);
    semantics.end();
  };
  row(Role::columnheader, "months-heading", {tr("Month from"), tr("Growth"), tr("As chosen"), tr("Cheapest that fits"), tr("What happens")});
  for (const GrowthRow& line : rows) {
    row(Role::cell, line.month, {line.month, line.multiple, line.chosen, line.cheapest, line.happens});
  }
  semantics.end();
}

void draw_table(Kit& kit, const std::vector<GrowthRow>& rows, const Box& box) {
  float y = kit.begin_scroll("months-scroll", box);
  const float w = box.w - 12;  // beside the scroll thumb
  const bool wide = w >= kBesideFrom;
  const float share = wide ? 0.16F : 0.36F;
  const float first = wide ? 100 : 84;
  const Column columns[] = {{tr("Month from"), box.x, Align::left, first - 6},
                            {tr("Growth"), box.x + first + 56, Align::right, 60},
                            {tr("As chosen"), box.x + first + 56 + w * share, Align::right, w * share - 10},
                            {tr("Cheapest fit"), box.x + first + 56 + w * share * 2, Align::right, w * share - 10},
                            {tr("What happens"), box.x + first + 76 + w * share * 2, Align::left, w - first - 76 - w * share * 2}};
  const float text_y = (kRow - kit.line_height(kText)) / 2;
  // A phone has no room for the growth and what happens: both stand in the sentences.
  const auto shows = [&](std::size_t column) { return wide || column == 0 || column == 2 || column == 3; };
  kit.begin_table("months", tr("Growth by month"), {box.x, y, w, kRow * static_cast<float>(rows.size() + 1)});
  kit.begin_row("heading", {box.x, y, w, kRow});
  for (std::size_t i = 0; i < std::size(columns); ++i) {
    if (shows(i)) kit.header_cell(columns[i].x, y + text_y, columns[i].heading, columns[i].align, columns[i].most);
  }
  kit.end_row();
  float height = kRow;
  for (const GrowthRow& row : rows) {
    y += height;
    // What happens is a sentence, so it gets as many lines as it needs.
    const Run happens[] = {{row.happens, Face::regular, Ink::text}};
    const Box sentence{columns[4].x, y + text_y, columns[4].most, 0};
    height = wide ? std::max(kRow, kit.paragraph_height(sentence.w, happens, kText) + 2 * text_y) : kRow;
    kit.rule(box.x, y, w);
    kit.begin_row(row.month, {box.x, y, w, height});
    const std::string* texts[] = {&row.month, &row.multiple, &row.chosen, &row.cheapest};
    for (std::size_t i = 0; i < std::size(texts); ++i) {
      if (shows(i)) kit.cell(columns[i].x, y + text_y, *texts[i], {}, columns[i].align, columns[i].most);
    }
    if (wide) {
      kit.silent_paragraph(sentence, happens, kText);
      kit.semantics().add(Role::cell, kit.semantics().read_id(), row.happens, {sentence.x, y, sentence.w, height});
    }
    kit.end_row();
  }
  kit.end_table();
  kit.end_scroll(y + height);
}

void draw_progress(Kit& kit, const GrowthState& state, const Box& box) {
  const std::string said = tr("{0} of {1} months are computed", {std::to_string(state.months_done()), std::to_string(kGrowthMonths)});
  kit.text(box.x, box.y, said, {kText, Face::regular, Ink::dim});
  const Box bar{box.x, box.y + kit.line_height(kText) + 6, std::min(box.w, 260.0F), 6};
  kit.fill(bar, kit.theme().track, 3);
  kit.fill({bar.x, bar.y, bar.w * static_cast<float>(state.months_done()) / static_cast<float>(kGrowthMonths), bar.h},
           kit.theme().accent, 3);
}

float draw_beside(Kit& kit, const Growth& growth, const std::vector<GrowthRow>& rows, const Box& box) {
  const Box left{box.x, box.y, box.w - kBeside - kGap, box.h};
  draw_chart(kit, growth, rows, left);
  const float x = left.right() + kGap;
  const float below = draw_totals(kit, growth, x, box.y, kBeside) + 10;
  const float top = kit.begin_scroll("happens", {x, below, kBeside, box.bottom() - below});
  kit.end_scroll(draw_sentences(kit, growth_sentences(growth), x, top, kBeside - 10));
  return box.bottom();
}

// The first thing that happens leads, the others stand below the figures.
float draw_below(Kit& kit, const Growth& growth, const std::vector<GrowthRow>& rows, const Box& box) {
  std::vector<std::string> sentences = growth_sentences(growth);
  float y = draw_sentences(kit, {sentences.front()}, box.x, box.y, box.w) + 6;
  const Box chart{box.x, y, box.w, std::max(kChartLeast, box.bottom() - y - kRow * 4)};
  draw_chart(kit, growth, rows, chart);
  y = draw_totals(kit, growth, box.x, chart.bottom() + 10, box.w) + 10;
  sentences.erase(sentences.begin());
  return draw_sentences(kit, sentences, box.x, y, box.w);
}

}  // namespace

float growth_chart(View& view, const Box& box) {
  Kit& kit = view.kit;
  if (view.session.scenario().platforms.empty()) {
    kit.text(box.x, box.y, tr("Add a platform: what it costs as you grow stands here."), {kText, Face::regular, Ink::dim}, Align::left,
             box.w);
    return box.bottom();
  }
  if (!view.state.growth) view.state.growth = std::make_shared<GrowthState>();
  GrowthState& state = *view.state.growth;
  kit.push("growth");
  const float y = growth_input(view, state, box.x, box.y, box.w) + 10;
  // After the input, so that what it changed is begun with in the same frame.
  if (state.advance(view.session)) kit.want_frame(0);
  const float limits_h = kit.control_height() + 6;
  const Box rest{box.x, y, box.w, box.bottom() - y - limits_h};
  float bottom = rest.bottom();
  if (const Growth* growth = state.shown()) {
    const std::vector<GrowthRow> rows = growth_rows(*growth);
    if (state.as_table) {
      const Box table{rest.x, rest.y, rest.w, std::max(kChartLeast, rest.h)};
      draw_table(kit, rows, table);
      bottom = table.bottom();
    } else {
      bottom = box.w >= kBesideFrom ? draw_beside(kit, *growth, rows, rest) : draw_below(kit, *growth, rows, rest);
      table_nodes(kit, rows, rest);
    }
  } else {
    draw_progress(kit, state, rest);
  }
  bottom = limit_growth_table(view, box.x, std::max(bottom, rest.bottom()) + 6, box.w);
  kit.pop();
  return std::max(bottom, box.bottom());
}

}  // namespace tollmeter::ui
