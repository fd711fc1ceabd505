#include <algorithm>

#include "core/language.h"
#include "core/solve/inverse.h"
#include "ui/solve/currency_mark.h"
#include "ui/solve/curve_scene.h"
#include "ui/solve/curve_words.h"

namespace tollmeter::ui {

namespace {

constexpr float kText = 13;
constexpr float kGap = 8;
constexpr float kFieldWidth = 92;
constexpr float kOneRowFrom = 560;  // narrower, what a budget allows stands below its field

}  // namespace

float curve_words_below(const CurveScene& scene, const Box& box) {
  Kit& kit = scene.view.kit;
  CurveState& state = scene.view.state.curve;
  const Date date = scene.view.session.scenario().date;
  const Result<Rational> budget = parse_number(state.budget);
  std::string allowed = state.budget_error;
  if (allowed.empty() && budget) {
    const Affordable found = most_for(budget.value(), scene.curve, date);
    allowed = budget_words(found, scene.curve.top, scene.noun) +
              quoted_words(found, most_quoted_for(budget.value(), scene.curve, date), scene.noun);
  }
  std::string outlook = outlook_words(scene.curve, scene.now, scene.noun);
  if (scene.other) outlook += (outlook.empty() ? "" : " ") + other_day_words(*scene.other, *scene.choice.platform, scene.now, scene.other_day);
  const float h = kit.control_height();
  const std::string label = tr("For a budget of");
  const float label_w = kit.width(label, {kText}) + kGap;
  const float text_x = box.x + label_w + kFieldWidth + kGap;
  const Run said{allowed, Face::semibold, state.budget_error.empty() ? Ink::text : Ink::bad};
  const Run ahead{outlook, Face::regular, Ink::dim};
  const bool beside = box.w >= kOneRowFrom;
  const float said_h = kit.paragraph_height(beside ? box.right() - text_x : box.w, {&said, 1}, kText);
  const float ahead_h = outlook.empty() ? 0 : kit.paragraph_height(box.w, {&ahead, 1}, kText) + 4;
  const float row_h = beside ? std::max(h, said_h) : h + 4 + said_h;
  const float top = box.bottom() - row_h - ahead_h;
  float y = top;
  if (!outlook.empty()) kit.paragraph({box.x, y, box.w, 0}, {&ahead, 1}, kText);
  y += ahead_h;
  kit.silent_text(box.x, y + (h - kit.line_height(kText)) / 2, label, {kText, Face::regular, Ink::dim});
  FieldSpec field;
  field.name = tr("Budget of the cost curve, a month");
  field.text = with_currency(state.budget, scene.curve.currency);
  field.edit_text = state.budget;
  field.suffix = tr("/ mo");
  const auto typed = kit.field("budget", {box.x + label_w, y, kFieldWidth, h}, field);
  kit.paragraph(beside ? Box{text_x, y + (row_h - said_h) / 2, box.right() - text_x, 0} : Box{box.x, y + h + 4, box.w, 0},
                {&said, 1}, kText);
  if (typed) {
    const std::string text = without_currency(*typed, scene.curve.currency);
    const Result<Rational> read = parse_number(text);
    state.budget_error = read ? "" : read.problem().sentence();
    if (read) state.budget = text;
  }
  return top;
}

}  // namespace tollmeter::ui
