// What one of the person's own units costs, as there are more of them.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "core/format.h"
#include "core/language.h"
#include "ui/chart/chart.h"
#include "ui/solve/axis_labels.h"
#include "ui/solve/own_unit_sentence.h"
#include "ui/views/own_unit_words.h"
#include "ui/views/result_words.h"

namespace tollmeter::ui {

namespace {

constexpr float kText = 13;
constexpr float kLegendBesideFrom = 640;  // narrower, the links leave the legend no room
constexpr float kLinkGap = 14;

LineLook serve_look(const Theme& theme) { return {theme.chart_line, Stroke::solid, 2.5F, 0}; }
LineLook chosen_look(const Theme& theme) { return {theme.accent, Stroke::dashed, 2, 0}; }

const Money& money_of(const UnitStep& step) { return step.all.front(); }
Rational each_of(const UnitStep& step) { return per_unit(money_of(step), step.count); }
double drawn(const UnitStep& step) { return std::max(0.0, each_of(step).approx()); }

bool same_steps(const std::vector<UnitStep>& a, const std::vector<UnitStep>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const UnitStep& p, const UnitStep& q) {
    return p.count == q.count && money_of(p).amount == money_of(q).amount;
  });
}

// Whole powers of ten round all that is drawn.
Axis money_axis(const std::vector<UnitStep>& a, const std::vector<UnitStep>& b) {
  double least = 0, most = 0;
  for (const std::vector<UnitStep>* steps : {&a, &b}) {
    for (const UnitStep& step : *steps) {
      const double value = drawn(step);
      if (value <= 0) continue;
      least = least == 0 ? value : std::min(least, value);
      most = std::max(most, value);
    }
  }
  if (most == 0) least = most = 1;
  const double low = std::pow(10.0, std::max(-6.0, std::floor(std::log10(least))));
  const double high = std::max(low * 10, std::pow(10.0, std::ceil(std::log10(most))));
  const std::vector<UnitStep>& any = a.empty() ? b : a;
  return Axis::zero_and_log(low, high, money_of(any.front()).currency == "USD" ? fine_dollar_label : fine_label);
}

/// Each platform that the unit takes something of, in the scenario's order, with the place of its plan in the steps.
template <class Each>
void each_of_unit(const Session& session, Each each) {
  std::size_t place = 0;
  for (const PlatformUse& use : session.scenario().platforms) {
    const Platform* platform = session.catalog().platform(use.platform);
    const auto parts = session.scenario().unit->parts.find(use.platform);
    if (platform && parts != session.scenario().unit->parts.end() && !parts->second.empty()) each(*platform, place++);
  }
}

void add_to_list(std::string& list, const std::string& words) { list += (list.empty() ? "" : ", ") + words; }

// "X Basic, LinkedIn Development"
std::string plans_words(const Session& session, const UnitStep& step) {
  std::string words;
  each_of_unit(session, [&](const Platform& platform, std::size_t place) {
    if (place >= step.plans.size()) return;
    const Plan* plan = step.plans[place];
    add_to_list(words, plan ? platform_and_plan(platform, plan) : tr("{0} without a plan", {platform.short_name}));
  });
  return words;
}

// The plans that are other than at the step before: "X on Pro".
std::string moved_words(const Session& session, const UnitStep& before, const UnitStep& step) {
  std::string words;
  each_of_unit(session, [&](const Platform& platform, std::size_t place) {
    if (place >= step.plans.size() || !step.plans[place] || step.plans[place] == before.plans[place]) return;
    add_to_list(words, tr("{0} on {1}@@platform, plan", {platform.short_name, step.plans[place]->name}));
  });
  return words;
}

// On a phone only the ends are named: the changes of plan are in the table.
void draw_steps(Chart& chart, const View& view, const std::vector<UnitStep>& steps, const LineLook& look,
                const std::optional<Bottleneck>& end) {
  if (steps.empty()) return;
  std::vector<ChartPoint> points;
  for (const UnitStep& step : steps) points.push_back({step.count.approx(), drawn(step)});
  if (points.size() > 1) chart.line(points, look);
  for (std::size_t i = 1; i < steps.size() && !view.phone; ++i) {
    Annotation label;
    label.from = label.to = points[i].x;
    label.y = points[i].y;
    label.text = moved_words(view.session, steps[i - 1], steps[i]);
    label.importance = 1;
    if (!label.text.empty()) chart.annotate(std::move(label));
  }
  if (!end || end->at_once) return;
  chart.marker(points.back().x, points.back().y, look.color, true);
  Annotation label;
  label.from = label.to = points.back().x;
  label.y = points.back().y;
  label.text = tr("at most {0}", {group_digits(end->most)});
  label.detail = bottleneck_words(*end);
  label.importance = 2;
  chart.annotate(std::move(label));
}

struct Row {
  std::string count, chosen, cheapest;
};

std::string cell_of(const Session& session, const std::vector<UnitStep>& steps, const Rational& count) {
  for (const UnitStep& step : steps) {
    if (step.count != count) continue;
    return each_text(each_of(step), money_of(step)) + " (" + plans_words(session, step) + ")";
  }
  return tr("not all served");
}

std::vector<Row> rows_of(const Session& session, const std::vector<UnitStep>& chosen, const std::vector<UnitStep>& cheapest) {
  std::vector<Rational> counts;
  for (const std::vector<UnitStep>* steps : {&chosen, &cheapest}) {
    for (const UnitStep& step : *steps) {
      const auto place = std::lower_bound(counts.begin(), counts.end(), step.count);
      if (place == counts.end() || *place != step.count) counts.insert(place, step.count);
    }
  }
  std::vector<Row> rows;
  for (const Rational& count : counts) {
    // At the end of one line the other has no step, but it may well reach on.
    const auto cell = [&](const std::vector<UnitStep>& steps) {
      const bool within = !steps.empty() && count <= steps.back().count;
      const bool there = std::any_of(steps.begin(), steps.end(), [&](const UnitStep& s) { return s.count == count; });
      return within && !there ? std::string() : cell_of(session, steps, count);
    };
    rows.push_back({group_digits(count), cell(chosen), cell(cheapest)});
  }
  return rows;
}

void table_nodes(Kit& kit, const std::vector<Row>& rows, const Box& box) {
  Semantics& semantics = kit.semantics();
  semantics.begin(Role::table, kit.id("table"), tr("Cost per unit"), box);
  const auto row = [&](Role role, std::string_view key, const std::string& a, const std::string& b, const std::string& c) {
    semantics.begin(Role::row, kit.id(key), "", box);
    for (const std::string* text : {&a, &b, &c}) semantics.add(role, semantics.read_id(), *text, box);
    semantics.end();
  };
  row(Role::columnheader, "heading", tr("Units"), tr("One, as chosen"), tr("One, on the cheapest plans"));
  for (const Row& line : rows) row(Role::cell, line.count, line.count, line.chosen, line.cheapest);
  semantics.end();
}

void draw_table(Kit& kit, const std::vector<Row>& rows, const Box& box) {
  const float height = kit.line_height(kText) + 10;
  float y = kit.begin_scroll("scroll", box);
  const float chosen_x = box.x + 84;
  const float cheapest_x = chosen_x + (box.right() - chosen_x) / 2;
  const float w = box.w - 12;  // beside the scroll thumb
  kit.begin_table("table", tr("Cost per unit"), {box.x, y, w, height * static_cast<float>(rows.size() + 1)});
  kit.begin_row("heading", {box.x, y, w, height});
  kit.header_cell(box.x + 70, y + 5, tr("Units"), Align::right);
  kit.header_cell(chosen_x, y + 5, tr("One, as chosen"), Align::left, cheapest_x - chosen_x - 8);
  kit.header_cell(cheapest_x, y + 5, tr("One, on the cheapest plans"), Align::left, box.x + w - cheapest_x);
  kit.end_row();
  y += height;
  for (const Row& row : rows) {
    kit.rule(box.x, y, w);
    kit.begin_row(row.count, {box.x, y, w, height});
    kit.cell(box.x + 70, y + 5, row.count, {}, Align::right);
    kit.cell(chosen_x, y + 5, row.chosen, {}, Align::left, cheapest_x - chosen_x - 8);
    kit.cell(cheapest_x, y + 5, row.cheapest, {}, Align::left, box.x + w - cheapest_x);
    kit.end_row();
    y += height;
  }
  kit.end_table();
  kit.end_scroll(y);
}

struct Chosen {
  std::optional<Rational> count;
  bool released = false;
};

Chosen draw_chart(View& view, const Box& box, const UnitFindings& findings, const UnitCurves& curves, bool same) {
  Kit& kit = view.kit;
  const Theme& theme = kit.theme();
  const Session& session = view.session;
  const OwnUnit& unit = *session.scenario().unit;
  double top = 10;
  for (const std::vector<UnitStep>* steps : {&curves.chosen, &curves.cheapest}) {
    if (!steps->empty()) top = std::max(top, steps->back().count.approx());
  }
  const double now = std::max(1.0, unit.count.value.approx());
  ChartSpec spec;
  spec.name = tr("Cost per unit: number of units");
  const std::string each = unit.count.value.is_zero() ? "" : each_text(findings.shares);
  const std::string units = units_words(unit, unit.count.value);
  spec.value_text = each.empty() ? units : tr("{0}, {1} each", {units, each});
  spec.chosen = now;
  spec.zooms = true;
  Chart chart(kit, "per_unit", box, Axis::logarithmic(1, top, count_label), money_axis(curves.chosen, curves.cheapest), std::move(spec));
  draw_steps(chart, view, curves.cheapest, serve_look(theme), findings.cheapest ? findings.cheapest->first : std::nullopt);
  if (!same) draw_steps(chart, view, curves.chosen, chosen_look(theme), findings.chosen.first);
  if (now <= top) {
    chart.upright(now, {theme.dim, Stroke::dotted, 1.5F, 0});
    if (!each.empty() && !findings.shares.empty()) {
      const double y = std::max(0.0, findings.shares.front().each.approx());
      chart.marker(now, y, theme.accent);
      Annotation label;
      label.from = label.to = now;
      label.y = y;
      label.text = tr("{0}, {1} each", {units, each});
      label.strong = true;
      label.importance = 10;
      chart.annotate(std::move(label));
    }
  }
  chart.end();
  Chosen result;
  result.released = chart.released();
  if (chart.chose()) {
    // Two digits are as much as a hand can point at, or a hundredth of what is in sight where that is less.
    const double value = std::max(1.0, *chart.chose());
    const float part = chart.plot().w / 100;
    const float at = chart.to_x(value);
    const double grain = chart.in_view() < 1 ? std::abs(chart.value_at(at + part) - chart.value_at(at - part)) / 2 : value;
    const double power = std::min(std::floor(std::log10(value)) - 1, std::floor(std::log10(std::max(1.0, grain))));
    const double scale = std::pow(10.0, std::max(0.0, power));
    result.count = Rational(std::llround(value / scale)) * Rational(std::llround(scale));
  }
  return result;
}

// What is to be said first, and the way there.
float without_unit(View& view, const Box& box) {
  Kit& kit = view.kit;
  const std::string ask = tr("Say what you count in, such as one customer a month, and what one of it takes, above what you use: what one "
                             "costs as there are more of them is then drawn here.");
  const Run run{ask, Face::regular, Ink::dim};
  const float y = box.y + kit.paragraph({box.x, box.y, box.w, 0}, {&run, 1}, kText) + 10;
  if (view.session.scenario().platforms.empty()) return box.bottom();
  const std::string label = tr("Count in your own unit");
  if (kit.button("begin-unit", {box.x, y, std::min(box.w, kit.button_width(label)), kit.control_height()}, label)) {
    begin_own_unit(view);
    view.state.phone_tab = 0;
  }
  return box.bottom();
}

}  // namespace

float per_unit_chart(View& view, const Box& box) {
  Kit& kit = view.kit;
  Session& session = view.session;
  const auto say = [&](std::string_view sentence) {
    const Run run{sentence, Face::regular, Ink::dim};
    kit.paragraph({box.x, box.y, box.w, 0}, {&run, 1}, kText);
    return box.bottom();
  };
  if (!session.scenario().unit || session.scenario().unit->operations() == 0) return without_unit(view, box);
  advance_unit_findings(view, true);
  const UnitFindings& findings = unit_findings(view);
  if (!findings.curves) return say(tr("What one costs as there are more of them is being computed."));
  const UnitCurves& curves = *findings.curves;
  if (curves.chosen.empty() && curves.cheapest.empty()) {
    return say(tr("Something is refused without any of them already, so there is no count to draw: see what breaks, and what can be done."));
  }
  const bool same = same_steps(curves.chosen, curves.cheapest);
  const std::vector<Row> rows = rows_of(session, curves.chosen, curves.cheapest);
  const bool table = view.state.unit_table;
  float table_w = 0;
  if (kit.link("as-table", box.x, box.y, table ? tr("show as chart") : tr("show as table"), &table_w)) view.state.unit_table = !table;
  float top = box.y + kit.line_height(kText) + 8;
  if (table) {
    draw_table(kit, rows, {box.x, top, box.w, box.bottom() - top});
    return box.bottom();
  }
  zoom_links(kit, "per_unit", box.x + table_w + kLinkGap, box.y);
  std::vector<LegendEntry> entries;
  if (!curves.cheapest.empty()) entries.push_back({same ? tr("cost per unit") : tr("on the cheapest plans"), serve_look(kit.theme())});
  if (!same && !curves.chosen.empty()) entries.push_back({tr("as chosen"), chosen_look(kit.theme())});
  const bool below = box.w < kLegendBesideFrom;
  const float legend_bottom = chart_legend(kit, box.x, box.right(), below ? top : box.y, entries);
  if (below) top = legend_bottom + 4;
  const Box inside{box.x, top, box.w, box.bottom() - top};
  const Chosen wanted = draw_chart(view, inside, findings, curves, same);
  table_nodes(kit, rows, inside);
  if (wanted.count || wanted.released) {
    Scenario next = session.scenario();
    if (wanted.count) next.unit->count = {*wanted.count, wanted.count->text()};
    if (!beyond_bounds(*next.unit)) session.edit(std::move(next), wanted.released);
  }
  return box.bottom();
}

}  // namespace tollmeter::ui
