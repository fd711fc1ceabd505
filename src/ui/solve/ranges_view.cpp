#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "core/format.h"
#include "core/language.h"
#include "ui/solve/ranges_chart.h"
#include "ui/solve/ranges_input.h"
#include "ui/solve/ranges_state.h"
#include "ui/solve/ranges_table.h"
#include "ui/solve/ranges_words.h"
#include "ui/solve/unknown_prices.h"
#include "ui/views.h"
#include "ui/views/result_words.h"

namespace tollmeter::ui {

namespace {

constexpr float kText = 13;
constexpr float kSmall = 12;
constexpr float kBesideFrom = 700;  ///< what moves the total stands beside its distribution from this width on
constexpr float kGap = 28;
constexpr float kChartHeight = 230;

std::string total_name(const TotalRange& total) {
  return total.converted ? tr("{0}, at your rates", {total.likely.currency}) : total.likely.currency;
}

// Which of several totals is shown: one for each currency, and the converted one.
float choose_total(View& view, RangesState& state, const Ranges& ranges, float x, float y) {
  if (ranges.totals.size() < 2) return y;
  Kit& kit = view.kit;
  SelectSpec spec;
  spec.name = tr("Range of the total in");
  spec.chosen = static_cast<int>(state.total);
  for (const TotalRange& total : ranges.totals) spec.options.push_back({total_name(total), money_text(total.likely), "", false});
  if (const auto chosen = kit.select("total", {x, y, 200, kit.control_height()}, spec)) state.total = static_cast<std::size_t>(*chosen);
  return y + kit.control_height() + 8;
}

float sentence(Kit& kit, const std::string& text, float x, float y, float w, const Style& style) {
  if (text.empty()) return y;
  const Run run[] = {{text, style.face, style.ink}};
  return y + kit.paragraph({x, y, w, 0}, run, style.size) + 4;
}

float draw_progress(Kit& kit, const RangesState& state, float x, float y, float w) {
  const std::string said = tr("{0} of 1,000 cases are computed", {group_digits(static_cast<std::int64_t>(state.cases_done()))});
  kit.text(x, y, said, {kSmall, Face::regular, Ink::dim}, Align::left, w);
  y += kit.line_height(kSmall) + 4;
  const Box bar{x, y, std::min(w, 260.0F), 6};
  kit.fill(bar, kit.theme().track, 3);
  kit.fill({bar.x, bar.y, bar.w * static_cast<float>(state.cases_done()) / static_cast<float>(kRangeCases), bar.h}, kit.theme().accent, 3);
  return y + bar.h + 10;
}

const TotalRange* total_of(const RangesState& state, const Ranges* ranges) {
  return ranges && state.total < ranges->totals.size() ? &ranges->totals[state.total] : nullptr;
}

/// What moves it, as chart.
float draw_swings(View& view, const Ranges& ranges, const TotalRange& total, float x, float y, float w) {
  view.kit.text(x, y, tr("What moves it"), {kText, Face::semibold, Ink::text});
  y += view.kit.line_height(kText) + 6;
  return swing_chart(view, ranges, total, x, y, w);
}

float draw_results(View& view, RangesState& state, const Box& box) {
  Kit& kit = view.kit;
  const Ranges* swings = state.swings();
  // Those of a scenario that had other inputs say nothing of this one.
  const Ranges* cases = state.cases() && swings && state.cases()->inputs == swings->inputs ? state.cases() : nullptr;
  if (!swings) return draw_progress(kit, state, box.x, box.y, box.w);
  state.total = std::min(state.total, swings->totals.size() - 1);
  const Session& session = view.session;
  float y = choose_total(view, state, *swings, box.x, box.y);
  const TotalRange* moved = total_of(state, swings);
  const TotalRange* total = total_of(state, cases);
  const bool counted_cases = total && cases->cases > 0;
  const bool current = state.is_current(session);
  if (counted_cases) y = sentence(kit, total_sentence(*total), box.x, y, box.w, {15, Face::semibold, current ? Ink::text : Ink::dim});
  y = sentence(kit, mover_sentence(*swings, *moved, session), box.x, y, box.w, {kText, Face::regular, Ink::text});
  if (cases) y = sentence(kit, limits_sentence(*cases, session), box.x, y, box.w, {kText, Face::regular, current ? Ink::text : Ink::dim});
  if (!current) y = draw_progress(kit, state, box.x, y + 2, box.w);
  y += 6;
  if (state.as_table) {
    y = counted_cases ? ranges_table(view, *cases, *total, true, true, {box.x, y, box.w, 0})
                      : ranges_table(view, *swings, *moved, false, true, {box.x, y, box.w, 0});
  } else {
    const bool spreads = counted_cases && total->least.amount != total->most.amount;
    const bool beside = spreads && box.w >= kBesideFrom;
    const float chart_w = beside ? (box.w - kGap) * 0.54F : box.w;
    const Box chart{box.x, y, chart_w, kChartHeight};
    if (spreads) distribution_chart(view, *cases, *total, chart);
    const float x = beside ? chart.right() + kGap : box.x;
    const float below = spreads ? chart.bottom() + 6 : y;
    y = std::max(below, draw_swings(view, *swings, *moved, x, beside ? y : below, box.right() - x));
    if (counted_cases) {
      ranges_table(view, *cases, *total, true, false, {box.x, box.y, box.w, y - box.y});
    } else {
      ranges_table(view, *swings, *moved, false, false, {box.x, box.y, box.w, y - box.y});
    }
  }
  return sentence(kit, model_sentence(), box.x, y + 10, box.w, {kSmall, Face::regular, Ink::dim});
}

}  // namespace

float ranges_view(View& view, const Box& box) {
  Kit& kit = view.kit;
  if (view.session.scenario().platforms.empty()) {
    kit.text(box.x, box.y, tr("Add a platform: how far its cost may move stands here."), {kText, Face::regular, Ink::dim}, Align::left, box.w);
    return box.bottom();
  }
  if (!view.state.ranges) view.state.ranges = std::make_shared<RangesState>();
  RangesState& state = *view.state.ranges;
  state.in_sight = true;
  kit.push("ranges");
  const bool any = count_ranges(view.session.scenario()) > 0;
  float y = any ? ranges_input(view, state, box.x, box.y, box.w) : ranges_start(view, state, box.x, box.y, box.w);
  // After the input, so that what it changed is begun with in the same frame.
  const bool was_current = state.is_current(view.session);
  // The verdict, drawn before, says in one frame more what came of it in this one.
  if (state.advance(view.session) || state.is_current(view.session) != was_current) kit.want_frame(0);
  if (count_ranges(view.session.scenario()) > 0 && any) y = draw_results(view, state, {box.x, y + 12, box.w, 0});
  kit.pop();
  return std::max(y, box.bottom());
}

float range_line(View& view, float x, float y, float w) {
  if (nothing_known(view.session.shown().chosen)) return y;
  Kit& kit = view.kit;
  if (!view.state.ranges) {
    // The first frame is for what everybody looks at.
    view.state.ranges = std::make_shared<RangesState>();
    kit.want_frame(0);
  } else if (!view.state.ranges->in_sight && !view.session.in_gesture() && view.state.ranges->advance(view.session)) {
    // While a slider is dragged the frame is for what hangs on it.
    kit.want_frame(0);
  }
  RangesState& state = *view.state.ranges;
  state.in_sight = false;
  std::string said;
  if (state.is_current(view.session) && state.cases()->cases > 0) {
    const std::vector<TotalRange>& totals = state.cases()->totals;
    // One total where the person set the rates, else one for each currency.
    for (const TotalRange& total : totals) {
      if (totals.back().converted && !total.converted) continue;
      said = said.empty() ? between_words(total) : tr("{0} and {1}", {said, between_words(total)});
    }
    said = view.phone ? tr("8 of 10 cases {0}", {said}) : tr("In 8 of 10 cases {0}.", {said});
  } else {
    said = tr("How far it may move is being computed.");
  }
  if (view.phone) {
    kit.text(x, y, said, {kSmall, Face::regular, Ink::dim}, Align::left, w);
    return y + kit.line_height(kSmall);
  }
  const Run run[] = {{said, Face::regular, Ink::dim}};
  return y + 6 + kit.paragraph({x, y + 6, w, 0}, run, kText);
}

}  // namespace tollmeter::ui
