#include <algorithm>
#include <vector>

#include "core/format.h"
#include "core/language.h"
#include "ui/solve/own_unit_parts.h"
#include "ui/solve/own_unit_sentence.h"
#include "ui/views/own_unit_words.h"
#include "ui/views/result_words.h"
#include "ui/views/slider_scale.h"
#include "ui/views/usage_parts.h"
#include "ui/views/usage_words.h"

namespace tollmeter::ui {

namespace {

constexpr float kTitle = 15;
constexpr float kText = 13;
constexpr float kFieldWidth = 116;
constexpr float kSliderGap = 12;
constexpr float kGap = 10;
constexpr const char* kCountKey = "unit/count";
constexpr std::int64_t kLeastTop = 10;

// The end of the slider: the first of 1, 2, 5, 10, ... from twice the most that is served on. It does not hang on the count,
// so that the track stays while the knob is dragged.
Rational top_of(const std::optional<Bottleneck>& first) {
  if (!first || first->at_once) return kUnitsWithoutLimit;
  const Rational wanted = max(Rational(kLeastTop), first->most * Rational(2));
  for (Rational power = 1;; power = power * Rational(10)) {
    for (const int digit : {1, 2, 5}) {
      if (power * Rational(digit) >= wanted) return power * Rational(digit);
    }
  }
}

void set_count(View& view, const TypedNumber& count, bool done) {
  Scenario next = view.session.scenario();
  next.unit->count = count;
  if (const std::optional<Problem> problem = beyond_bounds(*next.unit)) {
    view.state.usage.refused[kCountKey] = tr("{0}; expected {1}.", {sentence_case(problem->what), problem->expected});
    return;
  }
  view.state.usage.refused.erase(kCountKey);
  view.session.edit(std::move(next), done);
}

void count_slider(View& view, const UnitFindings& findings, const Box& box) {
  const OwnUnit& unit = *view.session.scenario().unit;
  const std::optional<Bottleneck>& first = findings.chosen.first;
  const bool bounded = first && !first->at_once;
  const Rational count = unit.count.value;
  const SliderScale scale(1, top_of(first));
  SliderSpec slider;
  slider.name = unit_title(unit);
  slider.value_text = units_words(unit, count);
  if (bounded) slider.value_text = tr("{0}, at most {1} are served", {slider.value_text, group_digits(first->most)});
  slider.value = scale.position(count);
  slider.stops = scale.stops(count);
  slider.over = first && (first->at_once || count > first->most);
  if (bounded) slider.marks.push_back({scale.position(first->most), short_number(first->most), true});
  bool released = false;
  const std::optional<double> at = view.kit.slider("slider", box, slider, &released);
  if (!at) return;
  if (*at == slider.value) return view.session.edit(view.session.scenario(), released);
  Rational moved = scale.value(*at).round_half_up(0);
  // An arrow key moves by one where two digits are less than that.
  if (moved == count) moved = *at > slider.value ? count + Rational(1) : max(Rational(0), count - Rational(1));
  set_count(view, {moved, moved.text()}, released);
}

void count_field(View& view, const Box& box) {
  const OwnUnit& unit = *view.session.scenario().unit;
  FieldSpec field;
  field.name = unit_title(unit);
  field.text = number_words({unit.count.value, Per::month, unit.count.typed});
  field.edit_text = local_typed(unit.count.typed.empty() ? unit.count.value.text() : unit.count.typed);
  field.groups = true;
  field.suffix = per_suffix(Per::month);
  field.description = tr("how many of it in a billing cycle, a whole number");
  const std::optional<std::string> text = checked_field(view, "count", kCountKey, box, field);
  if (!text) return;
  if (*text == field.edit_text) {
    view.state.usage.refused.erase(kCountKey);
    return;
  }
  const std::optional<Rational> count = read_or_refuse(view, kCountKey, [&] { return parse_unit_count(*text); });
  if (count) set_count(view, {*count, *text}, true);
}

float sentences(View& view, const UnitFindings& findings, float x, float y, float w) {
  const std::vector<Said> said = unit_sentence(view.session, findings);
  std::vector<Run> runs;
  for (const Said& one : said) runs.push_back({one.text, one.face, one.ink});
  y += view.kit.paragraph({x, y, w, 0}, runs, kText);
  const std::string outlook = unit_outlook(view.session, findings);
  if (outlook.empty()) return y;
  const Run run{outlook, Face::regular, Ink::dim};
  return y + 4 + view.kit.paragraph({x, y + 4, w, 0}, {&run, 1}, kText);
}

void remove_unit(View& view) {
  Scenario next = view.session.scenario();
  next.unit.reset();
  std::erase_if(view.state.usage.refused, [](const auto& refused) { return refused.first.starts_with("unit/"); });
  view.state.unit_findings.reset();
  view.session.edit(std::move(next));
}

// Below the sentence: what opens and closes the parts, and the end of the unit. True when it was removed.
bool actions(View& view, float x, float y, float w, bool nothing_yet) {
  Kit& kit = view.kit;
  const bool open = view.state.unit_open;
  const std::string title = unit_title(*view.session.scenario().unit);
  const float h = kit.fingers() ? 44.0F : kit.line_height(kText);
  const float top = y + (h - kit.line_height(kText)) / 2;
  if (!nothing_yet || !open) {
    const std::string label = open ? tr("Done") : tr("Edit what one takes");
    if (kit.link("edit", x, top, label, nullptr, Align::left, open ? tr("Done: {0}", {title}) : tr("Edit: {0}", {title}))) {
      view.state.unit_open = !open;
    }
  }
  return kit.link("remove", x + w, top, tr("Remove"), nullptr, Align::right, tr("Remove: {0}", {title}));
}

}  // namespace

void begin_own_unit(View& view) {
  view.state.unit_open = true;
  if (view.session.scenario().unit) return;
  Scenario next = view.session.scenario();
  next.unit.emplace();
  next.unit->name = tr("one customer a month");
  next.unit->count = {10, "10"};
  view.session.edit(std::move(next));
}

float own_unit_card(View& view, float x, float y, float w) {
  Kit& kit = view.kit;
  const std::string title = unit_title(*view.session.scenario().unit);
  Kit::Card card(kit, "own_unit_card", title, x, y, w);
  kit.heading(card.x, card.y - 4, title, 2, {kTitle, Face::semibold});
  const float h = kit.control_height();
  float top = card.y - 4 + kit.line_height(kTitle) + 2;
  advance_unit_findings(view, false);
  count_slider(view, unit_findings(view), {card.x, top, card.w - kFieldWidth - kSliderGap, h});
  count_field(view, {card.x + card.w - kFieldWidth, top, kFieldWidth, h});
  top = refusal(view, kCountKey, card.x, top + h, card.w) + Kit::kSliderHang;
  top = sentences(view, unit_findings(view), card.x, top, card.w);
  const bool nothing_yet = view.session.scenario().unit->operations() == 0;
  if (view.state.unit_open || nothing_yet) top = own_unit_parts(view, card.x, top + kGap, card.w);
  top += kit.fingers() ? 0 : kGap;
  const bool removed = actions(view, card.x, top, card.w, nothing_yet);
  top += kit.fingers() ? 44.0F : kit.line_height(kText);
  const float bottom = card.end(top - (kit.fingers() ? 14 : 0)).bottom();
  if (removed) remove_unit(view);
  return bottom;
}

}  // namespace tollmeter::ui
