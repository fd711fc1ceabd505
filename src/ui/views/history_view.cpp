#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "core/format.h"
#include "core/language.h"
#include "ui/chart/chart.h"
#include "ui/solve/price_news_view.h"
#include "ui/views.h"
#include "ui/views/history_words.h"
#include "ui/views/limit_words.h"
#include "ui/views/result_words.h"

namespace tollmeter::ui {

namespace {

constexpr float kText = 13;
constexpr float kLegendBesideFrom = 560;  // narrower, the heading and its link leave the legend no room

double drawn(Date date) { return date.days; }
double drawn(const Money& money) { return std::max(0.0, money.amount.approx()); }

// Whole powers of ten round all that is drawn, at least two of them.
Axis money_axis(const std::vector<HistoryStretch>& a, const std::vector<HistoryStretch>& b) {
  double least = 0;
  double most = 0;
  std::string currency = "USD";
  for (const std::vector<HistoryStretch>* list : {&a, &b}) {
    for (const HistoryStretch& stretch : *list) {
      for (const HistoryStretch::Level& level : stretch.levels) {
        const double value = drawn(level.money);
        currency = level.money.currency;
        if (value <= 0) continue;
        least = least == 0 ? value : std::min(least, value);
        most = std::max(most, value);
      }
    }
  }
  if (most == 0) least = most = 10;
  const double low = std::pow(10.0, std::max(0.0, std::floor(std::log10(least))));
  const double high = std::max(low * 100, std::pow(10.0, std::ceil(std::log10(most))));
  return Axis::zero_and_log(low, high, currency == "USD" ? dollar_label : whole_label);
}

// What the scenario's own first breach refuses; on other days only that something is.
std::string refused_words(const Session& session, const HistoryStretch& stretch) {
  const Date date = session.scenario().date;
  const LimitGroups groups = group_limits(session.shown().chosen);
  const bool here = stretch.from() <= date && date < stretch.to();
  if (!here || groups.broken.empty() || !groups.broken.front().metric) return tr("with refusals");
  const LimitRef& first = groups.broken.front();
  return tr("{0} refused@@an operation", {operation_noun(*first.platform->platform, *first.metric)});
}

LineLook serve_look(const Theme& theme) { return {theme.chart_line, Stroke::solid, 2.5F, 0}; }
LineLook chosen_look(const Theme& theme, bool refuses) {
  return refuses ? LineLook{theme.chart_chosen, Stroke::dotted, 2, 0} : LineLook{theme.accent, Stroke::dashed, 2, 0};
}

void draw_stretches(Chart& chart, const std::vector<HistoryStretch>& list, const LineLook& look, bool refusing) {
  std::vector<StepSpan> spans;
  for (const HistoryStretch& stretch : list) {
    if (stretch.refuses != refusing) continue;
    for (const HistoryStretch::Level& level : stretch.levels) {
      spans.push_back({drawn(level.from), drawn(level.to), drawn(level.money)});
    }
  }
  if (!spans.empty()) chart.step_line(spans, look);
}

void name_stretch(Chart& chart, HistoryStretch stretch, std::string_view refused) {
  Annotation annotation;
  annotation.from = drawn(stretch.from());
  annotation.to = drawn(stretch.to());
  annotation.y = drawn(stretch.levels.front().money);
  annotation.text = stretch_words(stretch, refused);
  if (!stretch.refuses) stretch.plan.clear();
  stretch.refuses = false;
  annotation.brief = stretch_words(stretch, "");
  annotation.importance = stretch.to().days - stretch.from().days;
  chart.annotate(std::move(annotation));
}

// Of a stretch with several levels each has its own height, so each is named; the first carries the plan. The level on
// which the scenario's date lies is named by the date's own label.
void name_levels(Chart& chart, const HistoryStretch& stretch, Date date) {
  for (const HistoryStretch::Level& level : stretch.levels) {
    if (level.from <= date && date < level.to) continue;
    HistoryStretch one{{level}, &level == &stretch.levels.front() ? stretch.plan : "", false};
    name_stretch(chart, std::move(one), "");
  }
}

// The same cost on the same days: then the first line alone says it.
bool is_same_line(const HistoryStretch& chosen, const std::vector<HistoryStretch>& serve) {
  if (chosen.refuses) return false;
  return std::all_of(chosen.levels.begin(), chosen.levels.end(), [&](const HistoryStretch::Level& level) {
    return std::any_of(serve.begin(), serve.end(), [&](const HistoryStretch& other) {
      return std::any_of(other.levels.begin(), other.levels.end(), [&](const HistoryStretch::Level& cheaper) {
        return cheaper.from <= level.from && level.to <= cheaper.to && cheaper.money.amount == level.money.amount;
      });
    });
  });
}

std::string date_words(Date date, const HistoryStep& step) { return tr("{0}: {1}", {date_text(date), serve_words(step)}); }

void mark_date(Chart& chart, const Session& session, const Theme& theme, bool labelled) {
  const History& history = session.shown().history;
  const Date date = session.scenario().date;
  const HistoryStep* step = step_on(history, date);
  // On today's line it would only blur that.
  if (date != session.today()) chart.upright(drawn(date), {theme.dim, Stroke::dotted, 1.5F, 0});
  if (!step) return;
  const bool two = step->chosen_sold && step->chosen_breaches > 0;
  if (two) chart.marker(drawn(date), drawn(step->as_chosen), theme.chart_chosen);
  if (step->serves_all) chart.marker(drawn(date), drawn(step->serve_all), theme.chart_line);
  if (!labelled) return;
  // Behind the riser where the level ends close by, so that the label does not stand on it.
  constexpr float kClose = 40;
  const bool ends_soon = chart.to_x(drawn(step->to)) - chart.to_x(drawn(date)) < kClose;
  Annotation label;
  label.from = label.to = drawn(ends_soon ? step->to : date);
  label.y = drawn(step->serves_all ? step->serve_all : step->as_chosen);
  label.text = date_words(date, *step);
  label.detail = event_words(history, date);
  label.strong = true;
  label.importance = 1'000'000;
  chart.annotate(std::move(label));
}

void read_out(Chart& chart, const History& history) {
  const std::optional<double> hovered = chart.hovered();
  if (!hovered) return;
  const Date date{static_cast<std::int32_t>(std::floor(*hovered))};
  std::vector<std::string> lines = {date_text(date)};
  if (const HistoryStep* step = step_on(history, date)) {
    lines.push_back(tr("to serve it all: {0}", {serve_words(*step)}));
    lines.push_back(tr("as chosen: {0}", {chosen_words(*step)}));
  }
  if (std::string event = event_words(history, date); !event.empty()) lines.push_back(std::move(event));
  chart.readout(*hovered, lines);
}

/// The date that the person chose on the chart.
struct Chosen {
  std::optional<Date> date;
  bool released = false;
};

Chosen draw_chart(View& view, const Box& box, const HistoryRange& range, const std::vector<HistoryStretch>& serve,
                  const std::vector<HistoryStretch>& chosen) {
  Kit& kit = view.kit;
  const Session& session = view.session;
  const Theme& theme = kit.theme();
  const History& history = session.shown().history;
  const Date date = session.scenario().date;
  const HistoryStep* now = step_on(history, date);
  ChartSpec spec;
  spec.name = tr("Price history: date of the prices");
  spec.value_text = now ? tr("{0}: {1} to serve it all", {long_date_text(date), serve_words(*now)}) : long_date_text(date);
  spec.chosen = drawn(date);
  spec.zooms = true;
  spec.step = 1.0 / std::max(1, range.to.days - range.from.days);
  Chart chart(kit, "history", box, Axis::time(range.from, range.to), money_axis(serve, chosen), std::move(spec));
  chart.upright(drawn(session.today()), {theme.field_border, Stroke::solid, 1.5F, 0}, tr("today"));
  draw_stretches(chart, chosen, chosen_look(theme, false), false);
  draw_stretches(chart, chosen, chosen_look(theme, true), true);
  draw_stretches(chart, serve, serve_look(theme), false);
  for (const HistoryStretch& stretch : serve) name_levels(chart, stretch, date);
  for (const HistoryStretch& stretch : chosen) {
    name_stretch(chart, stretch, refused_words(session, stretch));
  }
  mark_date(chart, session, theme, !view.phone);
  read_out(chart, history);
  chart.end();
  Chosen result;
  result.released = chart.released();
  if (chart.chose()) {
    const int day = static_cast<int>(std::floor(*chart.chose() + 0.5));
    result.date = Date{std::clamp(day, range.from.days, range.to.days - 1)};
  }
  return result;
}

// For those who read: behind the chart as nodes alone, or drawn in its place.
void table_nodes(Kit& kit, const std::vector<HistoryRow>& rows, const Box& box) {
  Semantics& semantics = kit.semantics();
  semantics.begin(Role::table, kit.id("table"), tr("Price history"), box);
  const auto row = [&](Role role, std::string_view key, const std::string& a, const std::string& b, const std::string& c) {
    semantics.begin(Role::row, kit.id(key), "", box);
    for (const std::string* text : {&a, &b, &c}) semantics.add(role, semantics.read_id(), *text, box);
    semantics.end();
  };
  row(Role::columnheader, "heading", tr("Date"), tr("As chosen"), tr("To serve it all"));
  for (const HistoryRow& line : rows) row(Role::cell, line.when, line.when, line.chosen, line.serve);
  semantics.end();
}

// The lines that are there. Returns the y below.
float legend(Kit& kit, float left, float right, float y, const std::vector<HistoryStretch>& serve,
             const std::vector<HistoryStretch>& chosen) {
  const Theme& theme = kit.theme();
  std::vector<LegendEntry> entries;
  if (!serve.empty()) entries.push_back({tr("to serve it all"), serve_look(theme)});
  for (const bool refuses : {false, true}) {
    const bool any = std::any_of(chosen.begin(), chosen.end(),
                                 [&](const HistoryStretch& stretch) { return stretch.refuses == refuses; });
    if (any) entries.push_back({refuses ? tr("as chosen, with refusals") : tr("as chosen"), chosen_look(theme, refuses)});
  }
  return entries.empty() ? y : chart_legend(kit, left, right, y, entries);
}

// On a phone the label of the date stands above the plot, where it has room. Returns its height.
float phone_label(View& view, const Box& at) {
  const History& history = view.session.shown().history;
  const Date date = view.session.scenario().date;
  const HistoryStep* step = step_on(history, date);
  if (!step) return 0;
  const std::string said = date_words(date, *step);
  std::string event = event_words(history, date);
  if (!event.empty()) event = ". " + event;
  const Run runs[] = {{said, Face::semibold, Ink::text}, {event, Face::regular, Ink::dim}};
  return view.kit.paragraph(at, runs, 12) + 4;
}

// What is announced stands below the chart; returns the y of its top.
float announced_line(View& view, const Announced& news, const Box& box) {
  Kit& kit = view.kit;
  const std::string link = tr("What changes?");
  const bool any = !news.days.empty();
  const Run run[] = {{news.words, any ? Face::semibold : Face::regular, any ? Ink::text : Ink::dim}};
  const float lh = kit.line_height(kText);
  const float link_w = any ? kit.width(link, {kText}) + 10 : 0;
  const float text_h = kit.paragraph_height(box.w, run, kText);
  const bool beside = kit.width(news.words, {kText, run[0].face}) + link_w <= box.w;
  const float h = text_h + (any && !beside ? std::max(lh, kit.control_height() - 12) : 0);
  const float y = box.bottom() - h;
  float end = box.x;
  kit.paragraph({box.x, y, box.w, 0}, run, kText, &end);
  const float link_x = beside ? end + 10 : box.x;
  if (any && kit.link("announced", link_x, beside ? y : box.bottom() - lh, link)) view.state.news_open = true;
  return y - 4;
}

}  // namespace

float price_history_chart(View& view, const Box& box) {
  Kit& kit = view.kit;
  Session& session = view.session;
  const History& history = session.shown().history;
  float top = box.y + kit.line_height(kText) + 8;
  if (session.scenario().platforms.empty() || history.steps.empty()) {
    kit.text(box.x, box.y, tr("What the same use costs through time stands here."), {kText, Face::regular, Ink::dim},
             Align::left, box.w);
    return box.bottom();
  }
  const HistoryRange range = history_range(session);
  const std::vector<HistoryStretch> serve = serve_stretches(history, range);
  std::vector<HistoryStretch> chosen = chosen_stretches(history, range);
  std::erase_if(chosen, [&](const HistoryStretch& stretch) { return is_same_line(stretch, serve); });
  const std::vector<HistoryRow> rows = history_rows(history, range);
  const bool table = view.state.history_table;
  const bool chart = !table && !view.state.news_open;
  float table_w = 0;
  if (kit.link("as-table", box.x, box.y, chart ? tr("show as table") : tr("show as chart"), &table_w)) {
    view.state.history_table = chart;
    view.state.news_open = false;
  }
  const Announced news = announced(session);
  if (view.state.news_open && news.days.empty()) view.state.news_open = false;
  if (table || view.state.news_open) {
    const Box rest{box.x, top, box.w, box.bottom() - top};
    if (view.state.news_open) {
      price_news_list(view, rest);
    } else {
      price_history_table(view, rows, rest);
    }
    return box.bottom();
  }
  zoom_links(kit, "history", box.x + table_w + 14, box.y);
  const bool below = box.w < kLegendBesideFrom;
  const float legend_bottom = legend(kit, box.x, box.right(), below ? top : box.y, serve, chosen);
  if (below) top = legend_bottom + 4;
  if (view.phone) top += phone_label(view, {box.x, top, box.w, 0});
  const Box inside{box.x, top, box.w, announced_line(view, news, box) - top};
  const Chosen wanted = draw_chart(view, inside, range, serve, chosen);
  table_nodes(kit, rows, inside);
  if (wanted.date || wanted.released) {
    Scenario next = session.scenario();
    if (wanted.date) next.date = *wanted.date;
    session.edit(std::move(next), wanted.released);
  }
  return box.bottom();
}

}  // namespace tollmeter::ui
