#include <memory>
#include <string>

#include "core/budget_state.h"
#include "core/format.h"
#include "core/words.h"
#include "ui/solve/budget_advice.h"
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

/// "$500", "500 EUR" and "EUR 500" are amounts of that currency; of another one they are left as they are, and refused.
std::string without_currency(std::string_view typed, const std::string& currency) {
  const std::string one = price_text(1, currency);
  const std::string sign = one.substr(0, one.find('1'));
  const auto trim = [&] {
    while (typed.starts_with(' ')) typed.remove_prefix(1);
    while (typed.ends_with(' ')) typed.remove_suffix(1);
  };
  trim();
  for (const std::string& mark : {currency, sign}) {
    if (mark.empty()) continue;
    if (typed.starts_with(mark)) {
      typed.remove_prefix(mark.size());
    } else if (typed.ends_with(mark)) {
      typed.remove_suffix(mark.size());
    } else {
      continue;
    }
    break;
  }
  trim();
  return std::string(typed);
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
  kit.text(at.x, at.y, "A month may cost at most, before tax", {12, Face::regular, Ink::dim});
  const float y = at.y + kit.line_height(12) + 4;
  FieldSpec field;
  field.name = "Budget a month";
  if (session.scenario().budget) field.text = group_digits(session.scenario().budget->amount);
  field.suffix = currency;
  if (const auto typed = checked_field(view, "amount", kKey, {at.x, y, kFieldWidth, h}, field)) {
    if (typed->find_first_not_of(' ') == std::string::npos) {
      drop_budget(view, wanted);
    } else if (const auto budget = read_or_refuse(view, kKey, [&] { return parse_budget(without_currency(*typed, currency), currency); })) {
      wanted = session.scenario();
      wanted->budget = *budget;
    }
  }
  float x = at.x + kFieldWidth + 12;
  const std::vector<Money>& totals = session.shown().chosen.totals;
  SelectSpec spec;
  spec.name = "Currency of the budget";
  for (const Money& total : totals) {
    if (total.currency == currency) spec.chosen = static_cast<int>(spec.options.size());
    spec.options.push_back({total.currency, money_text(total), "", false});
  }
  // Nothing may be due any more in what the budget was set in.
  if (spec.chosen < 0) {
    spec.chosen = static_cast<int>(spec.options.size());
    spec.options.push_back({currency, "nothing due", "", false});
  }
  if (spec.options.size() > 1 && session.scenario().budget) {
    if (const auto chosen = kit.select("currency", {x, y, 90, h}, spec)) {
      wanted = session.scenario();
      wanted->budget->currency = spec.options[static_cast<std::size_t>(*chosen)].label;
      wanted->budget->amount = wanted->budget->amount.round_half_up(currency_exponent(wanted->budget->currency));
    }
    x += 102;
  }
  if (session.scenario().budget && kit.link("drop", x, y + (h - kit.line_height(kText)) / 2, "no budget")) {
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
    const std::string label = "Switch " + one.platform->short_name + " to " + one.plan->name;
    const std::string detail = answer.switches.size() == 1 ? "then " + money_text(answer.with_switches) + " a month" : "";
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
    const std::string all = "All of them: " + money_text(answer.with_switches) + " a month.";
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
    const std::string noun = cut.platform->short_name + " " + operation_noun(*cut.platform, *cut.metric);
    const std::string label = "Cut " + noun + " to " + group_digits(cut.to) + " a month";
    const std::string detail = percent_text(cut.share()) + (cut.exact ? " less, " : " less at most, ") + money_text(cut.total);
    bool pressed = false;
    at.y = row(kit, cut.platform->id + "/" + cut.metric->id, at, label, label + ": " + detail, detail, &pressed);
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
  const std::string difference = money_text(state.difference) + (state.within ? " less" : " more");
  y = say(kit, at, y, "As chosen a month costs " + money_text(state.total) + rates_words(view.session, state.rates) + ", " +
                          difference + " than the budget.", state.within ? Ink::good : Ink::bad);
  if (state.left_out.empty()) return y;
  std::string others;
  for (const Money& other : state.left_out) others += (others.empty() ? "" : " and ") + money_text(other);
  y = say(kit, at, y, "Besides, " + others + " a month is due and not counted, since no exchange rate is set for it.", Ink::text) - 8;
  if (kit.link("rates", at.x, y, "Set a rate to count it")) {
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
    y = say(kit, at, y, answer.switches.size() == 1 ? "A cheaper plan serves everything and holds it:"
                                                    : "Cheaper plans serve everything and together hold it:", Ink::text);
    return switch_rows(view, answer, {at.x, y, at.w, 0}, wanted);
  }
  if (!answer.cuts.empty()) {
    y = say(kit, at, y, std::string("No cheaper plan serves everything within it. ") +
                            (answer.cuts.size() == 1 ? "This cut holds it:" : "Each of these alone holds it, the smallest cut first:"),
            Ink::text);
    return cut_rows(view, answer, {at.x, y, at.w, 0}, wanted);
  }
  return say(kit, at, y, "No cheaper plan and no cut of a single operation holds it: fees that do not follow the use, or the other "
                         "operations, are above it. Cut several, drop a platform, or raise the budget.", Ink::text);
}

}  // namespace

void budget_dialog(View& view, const Box& screen) {
  Kit& kit = view.kit;
  Box content;
  if (!kit.begin_dialog("budget", "Budget", screen, kWidth, &view.state.budget_open, &content)) return;
  // What is pressed is done when everything is drawn: an edit replaces the estimate that is being drawn.
  std::optional<Scenario> wanted;
  float y = amount_row(view, content, wanted) + 14;
  if (view.session.scenario().budget) y = advice(view, {content.x, content.w}, y, wanted) + 8;
  if (kit.button("close", {content.x + content.w - 90, y, 90, kit.control_height()}, "Close")) view.state.budget_open = false;
  kit.end_dialog(y + kit.control_height());
  if (wanted) view.session.edit(std::move(*wanted));
}

}  // namespace tollmeter::ui
