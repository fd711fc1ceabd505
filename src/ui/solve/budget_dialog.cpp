#include <memory>
#include <string>

#include "core/budget_state.h"
#include "core/format.h"
#include "core/language.h"
#include "core/words.h"
#include "ui/solve/budget_advice.h"
#include "ui/solve/currency_mark.h"
#include "ui/views/conversion_words.h"
#include "ui/views/remedy_buttons.h"
#include "ui/views/result_words.h"
#include "ui/views/usage_parts.h"

namespace tollmeter::ui {

namespace {

constexpr float kText = 13;
constexpr float kWidth = 520;
constexpr float kFieldWidth = 130;
constexpr const char* kKey = "budget";
constexpr std::size_t kMostCuts = 6;

const PlatformEstimate* estimate_of(const Session& session, const Platform* platform) {
  for (const PlatformEstimate& one : session.shown().chosen.platforms) {
    if (one.platform == platform) return &one;
  }
  return nullptr;
}

std::string currency_of(const Session& session) {
  const Scenario& scenario = session.scenario();
  if (scenario.budget) return scenario.budget->currency;
  const std::vector<Money>& totals = session.shown().chosen.totals;
  return totals.empty() ? "USD" : totals.front().currency;
}

void drop_budget(View& view, std::optional<Scenario>& wanted) {
  view.state.usage.refused.erase(kKey);
  wanted = view.session.scenario();
  wanted->budget.reset();
}

// The amount, its currency where there is a choice, and how to drop it. Returns the y below.
float amount_row(View& view, const Box& at, std::optional<Scenario>& wanted) {
  Kit& kit = view.kit;
  const Session& session = view.session;
  const std::string currency = currency_of(session);
  const float h = kit.control_height();
  kit.text(at.x, at.y, tr("A month may cost at most, before tax"), {12, Face::regular, Ink::dim});
  const float y = at.y + kit.line_height(12) + 4;
  FieldSpec field;
  field.name = tr("Budget a month");
  if (session.scenario().budget) field.text = group_digits(session.scenario().budget->amount);
  field.suffix = currency;
  if (const auto typed = checked_field(view, "amount", kKey, {at.x, y, kFieldWidth, h}, field)) {
    if (typed->find_first_not_of(' ') == std::string::npos) {
      drop_budget(view, wanted);
    } else if (const auto budget = read_or_refuse(view, kKey, [&] {
                 return parse_budget(without_currency(*typed, currency), currency);
               })) {
      wanted = session.scenario();
      wanted->budget = *budget;
    }
  }
  float x = at.x + kFieldWidth + 12;
  const std::vector<Money>& totals = session.shown().chosen.totals;
  SelectSpec spec;
  spec.name = tr("Currency of the budget");
  for (const Money& total : totals) {
    if (total.currency == currency) spec.chosen = static_cast<int>(spec.options.size());
    spec.options.push_back({total.currency, money_text(total), "", false});
  }
  // Nothing may be due any more in what the budget was set in.
  if (spec.chosen < 0) {
    spec.chosen = static_cast<int>(spec.options.size());
    spec.options.push_back({currency, tr("nothing due"), "", false});
  }
  if (spec.options.size() > 1 && session.scenario().budget) {
    if (const auto chosen = kit.select("currency", {x, y, 90, h}, spec)) {
      wanted = session.scenario();
      wanted->budget->currency = spec.options[static_cast<std::size_t>(*chosen)].label;
      wanted->budget->amount = wanted->budget->amount.round_half_up(currency_exponent(wanted->budget->currency));
    }
    x += 102;
  }
  if (session.scenario().budget && kit.link("drop", x, y + (h - kit.line_height(kText)) / 2, tr("no budget"))) {
    drop_budget(view, wanted);
  }
  return refusal(view, kKey, at.x, y + h, at.w);
}

float row(Kit& kit, std::string_view key, const Box& at, const std::string& label, const std::string& name,
          const std::string& detail, bool* pressed) {
  kit.rule(at.x, at.y, at.w);
  const float h = std::max(kit.control_height(), 30.0F);
  const float text_y = at.y + (h - kit.line_height(kText)) / 2;
  const float detail_w = kit.width(detail, {kText, Face::regular, Ink::dim});
  kit.text(at.x + at.w, text_y, detail, {kText, Face::regular, Ink::dim}, Align::right, at.w * 0.5F);
  // A link is as wide as its words: where both have no room beside each other, the detail gets its own line.
  const bool beside = kit.width(label, {kText, Face::semibold, Ink::accent}) + detail_w + 12 <= at.w;
  *pressed = kit.link(key, at.x, beside ? text_y : text_y + kit.line_height(kText), label, nullptr, Align::left, name);
  return at.y + h + (beside ? 0 : kit.line_height(kText));
}

float switch_rows(View& view, const BudgetAnswer& answer, Box at, std::optional<Scenario>& wanted) {
  Kit& kit = view.kit;
  for (const BudgetSwitch& one : answer.switches) {
    const std::string label = tr("Switch {0} to {1}", {one.platform->short_name, one.plan->name});
    const std::string detail = answer.switches.size() == 1 ? tr("then {0} a month", {money_text(answer.with_switches)}) : "";
    bool pressed = false;
    at.y = row(kit, one.platform->id, at, label, label, detail, &pressed);
    if (!pressed) continue;
    wanted = view.session.scenario();
    for (PlatformUse& use : wanted->platforms) {
      if (use.platform != one.platform->id) continue;
      use.plan = one.plan->id;
      use.already_on = false;
    }
  }
  if (answer.switches.size() > 1) {
    const std::string all = tr("All of them: {0} a month.", {money_text(answer.with_switches)});
    const Run run[] = {{all, Face::regular, Ink::text}};
    at.y += kit.paragraph({at.x, at.y + 4, at.w, 0}, run, kText) + 4;
  }
  return at.y;
}

float cut_rows(View& view, const BudgetAnswer& answer, Box at, std::optional<Scenario>& wanted) {
  Kit& kit = view.kit;
  for (std::size_t i = 0; i < answer.cuts.size() && i < kMostCuts; ++i) {
    const BudgetCut& cut = answer.cuts[i];
    const PlatformEstimate* platform = estimate_of(view.session, cut.platform);
    if (!platform) continue;
    const std::string noun = operation_noun(*cut.platform, *cut.metric);
    const std::string label = tr("Cut {0} {1} to {2} a month", {cut.platform->short_name, noun, group_digits(cut.to)});
    const std::string share = percent_text(cut.share());
    const std::string total = money_text(cut.total);
    const std::string detail = cut.exact ? tr("{0} less, {1}", {share, total}) : tr("{0} less at most, {1}", {share, total});
    bool pressed = false;
    at.y = row(kit, cut.platform->id + "/" + cut.metric->id, at, label, tr("{0}: {1}", {label, detail}), detail, &pressed);
    if (!pressed) continue;
    const auto to = cut_quantity(*cut.metric, cut.to, *platform->use, view.session.shown().chosen.cycle);
    if (!to) continue;
    wanted = view.session.scenario();
    for (PlatformUse& use : wanted->platforms) {
      if (use.platform == cut.platform->id) use.quantities[cut.metric->id] = *to;
    }
  }
  return at.y;
}

struct Place {
  float x, w;
};

float say(Kit& kit, const Place& at, float y, const std::string& text, Ink ink) {
  if (text.empty()) return y;
  const Run run[] = {{text, Face::regular, ink}};
  return y + kit.paragraph({at.x, y, at.w, 0}, run, kText) + 8;
}

// What a month costs against the budget, and what of it is not counted. Returns the y below.
float standing(View& view, const Place& at, float y, const BudgetState& state) {
  Kit& kit = view.kit;
  const std::string total = money_text(state.total) + rates_words(view.session, state.rates);
  const std::string difference = money_text(state.difference);
  y = say(kit, at, y, state.within ? tr("As chosen a month costs {0}, {1} less than the budget.", {total, difference})
                                   : tr("As chosen a month costs {0}, {1} more than the budget.", {total, difference}),
          state.within ? Ink::good : Ink::bad);
  if (state.left_out.empty()) return y;
  std::string others;
  for (const Money& other : state.left_out) others = others.empty() ? money_text(other) : tr("{0} and {1}", {others, money_text(other)});
  y = say(kit, at, y, tr("Besides, {0} a month is due and not counted, since no exchange rate is set for it.", {others}), Ink::text) - 8;
  if (kit.link("rates", at.x, y, tr("Set a rate to count it"))) {
    view.state.budget_open = false;
    view.state.rates_open = true;
  }
  return y + kit.line_height(kText) + 8;
}

float advice(View& view, const Place& at, float y, std::optional<Scenario>& wanted) {
  Kit& kit = view.kit;
  const Scenario& scenario = view.session.scenario();
  const BudgetState state = budget_state(*scenario.budget, scenario.conversion, view.session.shown().chosen.totals);
  y = standing(view, at, y, state);
  if (!view.state.budget) view.state.budget = std::make_shared<BudgetAdvice>();
  BudgetAdvice& found = *view.state.budget;
  if (found.advance(view.session)) kit.want_frame(0);
  y = say(kit, at, y, crossing_words(found), Ink::text);
  if (state.within && scenario.platforms.empty()) return y;
  if (state.within) return say(kit, at, y, growth_crossing_words(found, scenario.growth), Ink::text);
  const BudgetAnswer& answer = found.answer();
  if (!answer.switches.empty()) {
    y = say(kit, at, y, answer.switches.size() == 1 ? tr("A cheaper plan serves everything and holds it:")
                                                    : tr("Cheaper plans serve everything and together hold it:"), Ink::text);
    return switch_rows(view, answer, {at.x, y, at.w, 0}, wanted);
  }
  if (!answer.cuts.empty()) {
    const std::string cuts = answer.cuts.size() == 1 ? tr("This cut holds it:") : tr("Each of these alone holds it, the smallest cut first:");
    y = say(kit, at, y, join({tr("No cheaper plan serves everything within it."), " ", cuts}), Ink::text);
    return cut_rows(view, answer, {at.x, y, at.w, 0}, wanted);
  }
  return say(kit, at, y, tr("No cheaper plan and no cut of a single operation holds it: fees that do not follow the use, or the other "
                            "operations, are above it. Cut several, drop a platform, or raise the budget."), Ink::text);
}

}  // namespace

void budget_dialog(View& view, const Box& screen) {
  Kit& kit = view.kit;
  Box content;
  if (!kit.begin_dialog("budget", tr("Budget"), screen, kWidth, &view.state.budget_open, &content)) return;
  // What is pressed is done when everything is drawn: an edit replaces the estimate that is being drawn.
  std::optional<Scenario> wanted;
  float y = amount_row(view, content, wanted) + 14;
  const Place below{content.x, content.w};
  if (view.session.scenario().budget) {
    y = advice(view, below, y, wanted) + 8;
  } else {
    y = say(kit, below, y, tr("Enter the most you want to spend, such as 500: the page then says whether a month stays within it, when it is "
                              "crossed, and what would hold it."), Ink::dim) + 8;
  }
  if (kit.button("close", {content.x + content.w - 90, y, 90, kit.control_height()}, tr("Close"))) view.state.budget_open = false;
  kit.end_dialog(y + kit.control_height());
  if (wanted) view.session.edit(std::move(*wanted));
}

}  // namespace tollmeter::ui
