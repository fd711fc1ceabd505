#include "ui/solve/growth_input.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/language.h"
#include "core/words.h"
#include "ui/solve/growth_words.h"
#include "ui/views/usage_parts.h"

namespace tollmeter::ui {

namespace {

constexpr const char* kPercentKey = "growth/percent";
constexpr const char* kTimesKey = "growth/times";
constexpr float kSelectWidth = 150;
constexpr float kFieldWidth = 96;
constexpr float kMonthsWidth = 104;
constexpr float kSliderMost = 260;
constexpr float kSliderLeast = 90;
constexpr float kGap = 10;
constexpr int kFirstTargetMonths = 12;

// Where the pieces of the track meet.
constexpr double kZeroAt = 0.2;
constexpr double kTwentyAt = 0.75;

void set_growth(View& view, const GrowthRate& growth, bool done) {
  Scenario next = view.session.scenario();
  next.growth = growth;
  view.session.edit(std::move(next), done);
}

void kind_select(View& view, GrowthState& state, bool target, const Box& box) {
  SelectSpec spec;
  spec.name = tr("Growth is said as");
  spec.options = {{tr("Percent a month"), tr("{0} %", {"5"}), "", false}, {tr("Target"), tr("{0} × in {1} months", {"3", "12"}), "", false}};
  spec.chosen = target ? 1 : 0;
  const auto chosen = view.kit.select("kind", box, spec);
  if (!chosen || *chosen == spec.chosen) return;
  state.target = *chosen == 1;
  view.state.usage.refused.erase(kPercentKey);
  view.state.usage.refused.erase(kTimesKey);
  // A target of one month is percent a month: the same growth goes on.
  const GrowthRate& growth = view.session.scenario().growth;
  if (!state.target && growth.is_target()) set_growth(view, {}, true);
}

float percent_input(View& view, float x, float y, float w) {
  Kit& kit = view.kit;
  const GrowthRate growth = view.session.scenario().growth;
  const Rational percent = growth_percent(growth);
  const float h = kit.control_height();
  const float slider_w = std::min(kSliderMost, w - kFieldWidth - kGap);
  SliderSpec slider;
  slider.name = tr("Growth, percent a month");
  slider.value_text = growth_rate_words(growth);
  slider.value = growth_slider_position(percent);
  slider.step = 0.0138;  // half a percent where most are
  slider.marks = {{growth_slider_position(0), "0", false}, {growth_slider_position(20), tr("{0} %", {"20"}), false}};
  bool released = false;
  if (const auto at = kit.slider("percent", {x, y, slider_w, h}, slider, &released)) {
    set_growth(view, {Rational(1) + growth_slider_percent(*at) / 100, 1}, released);
  } else if (released) {
    view.session.edit(view.session.scenario(), true);
  }
  FieldSpec field;
  field.name = tr("Growth in percent a month");
  field.text = growth_number(percent);
  field.suffix = tr("% / mo");
  if (const auto typed = checked_field(view, "percent-field", kPercentKey, {x + slider_w + kGap, y, kFieldWidth, h}, field)) {
    if (const auto read = read_or_refuse(view, kPercentKey, [&] { return growth_by_percent(*typed); })) {
      set_growth(view, *read, true);
    }
  }
  return x + slider_w + kGap + kFieldWidth;
}

float target_input(View& view, float x, float y) {
  Kit& kit = view.kit;
  const GrowthRate growth = view.session.scenario().growth;
  const int months = growth.is_target() ? growth.months : kFirstTargetMonths;
  const float h = kit.control_height();
  const auto read = [&](std::string_view times, int in) {
    if (const auto target = read_or_refuse(view, kTimesKey, [&] { return growth_to_target(times, in); })) {
      set_growth(view, *target, true);
    }
  };
  const std::string times = growth.is_target() ? growth_number(growth.times) : "1";
  FieldSpec field;
  field.name = tr("Growth target, times today's use");
  field.text = times;
  field.suffix = "×";
  if (const auto typed = checked_field(view, "times", kTimesKey, {x, y, kFieldWidth, h}, field)) read(*typed, months);
  SelectSpec in;
  in.name = tr("Months to the target");
  for (int month = 2; month <= kMostGrowthMonths; ++month) {
    in.options.push_back({tr("in {0} months", {std::to_string(month)}), "", "", false});
  }
  in.chosen = months - 2;
  if (const auto chosen = kit.select("months-to-target", {x + kFieldWidth + kGap, y, kMonthsWidth + 20, h}, in)) {
    read(times, *chosen + 2);
  }
  return x + kFieldWidth + kGap + kMonthsWidth + 20;
}

}  // namespace

double growth_slider_position(const Rational& percent) {
  const double value = percent.approx();
  if (value <= 0) return kZeroAt * (1 - value / kLeastGrowthPercent);
  if (value <= 20) return kZeroAt + (kTwentyAt - kZeroAt) * value / 20;
  return kTwentyAt + (1 - kTwentyAt) * (value - 20) / (kMostGrowthPercent - 20);
}

Rational growth_slider_percent(double position) {
  position = std::clamp(position, 0.0, 1.0);
  if (position <= kZeroAt) return std::llround(kLeastGrowthPercent * (1 - position / kZeroAt));
  if (position <= kTwentyAt) {
    return Rational::fraction(std::llround((position - kZeroAt) / (kTwentyAt - kZeroAt) * 40), 2);
  }
  return std::llround(20 + (position - kTwentyAt) / (1 - kTwentyAt) * (kMostGrowthPercent - 20));
}

float growth_input(View& view, GrowthState& state, float x, float y, float w) {
  Kit& kit = view.kit;
  const bool target = state.target || view.session.scenario().growth.is_target();
  const float h = kit.control_height();
  const std::string table = state.as_table ? tr("show as chart") : tr("show as table");
  const Style link_style{13, Face::regular, Ink::accent};
  const float link_w = kit.width(table, link_style);
  const bool one_row = w >= kSelectWidth + kSliderLeast + kFieldWidth + link_w + 4 * kGap + 200;
  kind_select(view, state, target, {x, y, kSelectWidth, h});
  const float link_y = y + (h - kit.line_height(13)) / 2;
  if (kit.link("as-table", x + w, link_y, table, nullptr, Align::right)) state.as_table = !state.as_table;
  const float input_x = one_row ? x + kSelectWidth + kGap : x;
  const float input_y = one_row ? y : y + h + 6;
  const float room = one_row ? w - kSelectWidth - link_w - 3 * kGap : w;
  const float end = target ? target_input(view, input_x, input_y) : percent_input(view, input_x, input_y, room);
  const GrowthRate& growth = view.session.scenario().growth;
  const std::string said = !growth.grows() ? tr("all quantities stay as they are") : target ? monthly_growth_words(growth) : "";
  const float left = input_x + room - end - kGap;
  if (!said.empty() && left > kit.width(said, {12, Face::regular, Ink::dim})) {
    kit.text(end + kGap, input_y + (h - kit.line_height(12)) / 2, said, {12, Face::regular, Ink::dim}, Align::left, left);
  }
  y = refusal(view, target ? kTimesKey : kPercentKey, x, input_y + h, w);
  return target ? y : y + Kit::kSliderHang;
}

}  // namespace tollmeter::ui
