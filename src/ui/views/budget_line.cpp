#include <string>

#include "core/budget_state.h"
#include "core/format.h"
#include "core/language.h"
#include "core/words.h"
#include "ui/views.h"
#include "ui/views/conversion_words.h"
#include "ui/views/result_words.h"

namespace tollmeter::ui {

namespace {

constexpr float kText = 13;

}  // namespace

float budget_line(View& view, float x, float y, float w) {
  const std::optional<Budget>& budget = view.session.scenario().budget;
  if (!budget || view.session.scenario().platforms.empty()) return y;
  Kit& kit = view.kit;
  Money amount;
  amount.amount = budget->amount;
  amount.currency = budget->currency;
  const BudgetState state = budget_state(*budget, view.session.scenario().conversion, view.session.shown().chosen.totals);
  const std::string subject = join({tr("Budget {0}:", {brief_money(amount)}), " "});
  const std::string difference = brief_money(state.difference);
  const std::string rates = rates_words(view.session, state.rates);
  std::string verdict = state.within ? tr("within, {0} left{1}.", {difference, rates}) : tr("crossed by {0}{1}.", {difference, rates});
  // What has no published price may be more than what is left.
  if (state.within && state.total.at_least) verdict = tr("within by what is published, {0} may be crossed.", {brief_money(amount)});
  for (const Money& other : state.left_out) append(verdict, {" ", tr("Not counted: {0}.", {money_text(other)})});
  const std::string question = state.within ? tr("Change it") : tr("What holds it?");
  const Ink held = state.left_out.empty() ? Ink::good : Ink::text;
  const Ink ink = state.within ? held : Ink::bad;
  const Run runs[] = {{subject, Face::regular, Ink::dim}, {verdict, Face::semibold, ink}};
  y += 8;
  float end_x = x;
  const float height = kit.paragraph({x, y, w, 0}, runs, kText, &end_x);
  const float line = kit.line_height(kText);
  const bool beside = end_x + 8 + kit.width(question, {kText, Face::semibold, Ink::accent}) <= x + w;
  const float link_y = beside ? y + height - line : y + height;
  if (view.embedded) return y + height;
  if (kit.link("budget", beside ? end_x + 8 : x, link_y, question, nullptr, Align::left,
               state.within ? tr("Change the budget") : tr("What holds the budget?"), kText)) {
    view.state.budget_open = true;
  }
  return link_y + line;
}

}  // namespace tollmeter::ui
