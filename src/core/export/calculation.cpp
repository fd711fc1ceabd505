#include "core/export/calculation.h"

#include <algorithm>

#include "core/budget_state.h"
#include "core/conversion.h"
#include "core/export/inputs.h"
#include "core/format.h"
#include "core/title.h"
#include "core/words.h"

namespace tollmeter {

namespace {

std::string state_words(const PlatformEstimate& platform) {
  switch (platform.state) {
    case PlanState::chosen: return platform.use->already_on ? tr("as chosen, already on it") : tr("as chosen");
    case PlanState::cheapest: return tr("the cheapest that fits");
    case PlanState::not_sold: return tr("the cheapest that fits, since the plan that was chosen is not sold on the day");
    case PlanState::nothing_fits: return tr("no plan fits; this one refuses the least");
    case PlanState::no_prices: return tr("no prices known on a day so early");
    case PlanState::none: return tr("no plan is sold on the day");
  }
  return "";
}

/// The sources of a calculation, each once.
class Sources {
 public:
  explicit Sources(std::vector<ExportedSource>& list) : list_(list) {}

  int of(const Platform& platform, const Figure& figure) {
    const Source* source = platform.source(figure.source);
    if (source == nullptr) return -1;
    const auto known = std::find(seen_.begin(), seen_.end(), source);
    if (known != seen_.end()) return static_cast<int>(known - seen_.begin());
    seen_.push_back(source);
    list_.push_back({platform.name, source->title, source->url, source->read, std::string(confidence_words(source->confidence))});
    return static_cast<int>(seen_.size()) - 1;
  }

 private:
  std::vector<ExportedSource>& list_;
  std::vector<const Source*> seen_;
};

std::string line_note(const Platform& platform, const BillLine& line) {
  std::string note = line.unknown ? tr("price not published") : exported_marks(line.amount);
  if (!line.in_sum) append(note, {note.empty() ? "" : ", ", tr("not in the total")});
  if (line.charge == nullptr) return note;
  for (const Alternative& other : line.charge->alternatives) {
    const Source* source = platform.source(other.source);
    const std::string says = source ? tr("another source says {0} ({1})", {tr(other.value), source->title}) : tr("another source says {0}", {tr(other.value)});
    note = note.empty() ? says : tr("{0}; {1}", {note, says});
  }
  return note;
}

ExportedLine exported_line(const Platform& platform, const BillLine& line, Sources& sources) {
  ExportedLine out;
  out.id = line.charge ? line.charge->id : "fee";
  const bool named = line.charge && !line.charge->name.empty();
  out.name = lower_first(named ? line.charge->name.shown() : line.metric ? line.metric->name.shown() : tr("fee"));
  if (line.metric) {
    out.asked = line.asked;
    out.served = line.served;
  }
  out.amount = line.amount;
  out.unknown = line.unknown;
  out.in_sum = line.in_sum;
  out.text = line_amount_text(line);
  out.note = line_note(platform, line);
  out.steps = line.steps;
  if (line.charge) out.source = sources.of(platform, *line.charge);
  return out;
}

std::string verdict_of(const LimitOutcome& limit) {
  if (limit.state == LimitState::unpublished) return tr("its number is not published");
  const Rational& full = limit.run.utilisation;
  const bool breaks = limit.state == LimitState::breached;
  if (!full.ok()) return breaks ? tr("breaks: none allowed") : tr("too large to compute");
  const std::string share = full > Rational(1) ? tr("{0} the cap", {multiple_text(full)}) : tr("{0} used", {percent_text(full)});
  return breaks ? tr("breaks: {0}", {share}) : tr("holds: {0}", {share});
}

ExportedLimit exported_limit(const PlatformEstimate& platform, const LimitOutcome& outcome, const World& world, Sources& sources) {
  const Limit& limit = *outcome.limit;
  ExportedLimit out;
  out.id = limit.id;
  out.name = limit.name;
  out.state = outcome.state;
  if (limit.spend) out.currency = platform.plan->currency;
  out.window = window_text(limit.window);
  out.reset = reset_text(limit.window);
  out.scope = limit.scope.per.empty() ? tr("for the {0}", {limit.scope.name}) : tr("for each {0}", {limit.scope.name});
  out.counters = outcome.counters;
  out.verdict = verdict_of(outcome);
  out.source = sources.of(*platform.platform, limit);
  if (outcome.state == LimitState::unpublished) return out;
  const auto amount = [&](const Rational& n) { return limit.spend ? price_text(n, out.currency) : group_digits(n); };
  out.cap = outcome.cap;
  out.busiest = outcome.run.busiest;
  out.approximate = limit.amount.approximate;
  out.utilisation = outcome.run.utilisation;
  out.cap_text = limit.amount.approximate ? tr("about {0}", {amount(outcome.cap)}) : amount(outcome.cap);
  out.busiest_text = amount(outcome.run.busiest);
  out.refused = outcome.refused;
  out.delayed = outcome.delayed;
  out.simulated = outcome.run.simulated;
  if (outcome.state != LimitState::breached) return out;
  out.breaks_at = outcome.run.used_up ? outcome.run.used_up : outcome.run.first_refused;
  if (!out.breaks_at) return out;
  const bool in_zone = limit.window.kind == Window::Kind::fixed && limit.window.zone != "UTC";
  out.breaks_text = instant_text(*out.breaks_at, in_zone ? find_zone(world.zones, limit.window.zone) : nullptr);
  return out;
}

bool is_shown(const LimitOutcome& limit) {
  return limit.state == LimitState::holds || limit.state == LimitState::breached || limit.state == LimitState::unpublished;
}

ExportedPlatform exported_platform(const PlatformEstimate& platform, const World& world, Sources& sources) {
  ExportedPlatform out;
  out.id = platform.use->platform;
  out.name = platform.platform ? platform.platform->name : out.id;
  out.state = state_words(platform);
  out.fits = platform.fits;
  out.subtotal = platform.subtotal;
  if (platform.plan) {
    out.plan_id = platform.plan->id;
    out.plan = platform.plan->name;
  }
  if (!platform.platform) return out;
  for (const BillLine& line : platform.bill) out.lines.push_back(exported_line(*platform.platform, line, sources));
  for (const LimitOutcome& limit : platform.limits) {
    if (is_shown(limit)) out.limits.push_back(exported_limit(platform, limit, world, sources));
  }
  for (const Metric* metric : platform.not_offered) out.not_offered.push_back(metric->name);
  return out;
}

std::string budget_words(const Scenario& scenario, const Estimate& chosen) {
  if (!scenario.budget) return "";
  const BudgetState state = budget_state(*scenario.budget, scenario.conversion, chosen.totals);
  Money budget;
  budget.amount = scenario.budget->amount;
  budget.currency = scenario.budget->currency;
  const std::string difference = money_text(state.difference);
  std::string text = state.within ? tr("Budget {0}: within, {1} left", {money_text(budget), difference})
                                  : tr("Budget {0}: crossed by {1}", {money_text(budget), difference});
  for (const Money& other : state.left_out) text = tr("{0}. Not counted: {1}", {text, money_text(other)});
  return text;
}

}  // namespace

Calculation exported_calculation(const Scenario& scenario, const Estimate& chosen, const Estimate& serving, const World& world,
                                 std::string_view link) {
  Calculation out;
  out.title = one_line(title_words(scenario.title));
  out.link = std::string(link);
  out.date = scenario.date;
  out.read_to = world.catalog->as_of;
  out.cycle = chosen.cycle;
  out.breaches = chosen.breaches;
  out.totals = chosen.totals;
  if (chosen.breaches > 0) {
    out.totals_serving = serving.totals;
    out.serves_all = serving.breaches == 0;
  }
  out.converted = converted_total(chosen, scenario).total;
  out.budget = budget_words(scenario, chosen);
  out.inputs = exported_inputs(scenario, chosen, *world.catalog);
  Sources sources(out.sources);
  for (const PlatformEstimate& platform : chosen.platforms) out.platforms.push_back(exported_platform(platform, world, sources));
  out.assumptions = exported_assumptions(scenario, out.read_to);
  for (const Problem& problem : chosen.problems) out.problems.push_back(problem.sentence());
  return out;
}

std::string exported_totals(const std::vector<Money>& totals) {
  std::string text;
  for (const Money& total : totals) append(text, {text.empty() ? "" : " + ", money_text(total)});
  return text;
}

std::string exported_marks(const Money& money) {
  std::string text;
  const auto add = [&](bool holds, std::string_view mark) {
    if (holds) append(text, {text.empty() ? "" : ", ", mark});
  };
  add(money.at_least, tr("at least"));
  add(money.approximate, tr("about"));
  add(money.press, tr("press report"));
  add(money.conflicting, tr("sources disagree"));
  return text;
}

std::string exported_amount(const Money& money) {
  if (!money.amount.ok()) return "too large";
  const auto places = static_cast<std::size_t>(currency_exponent(money.currency));
  std::string text = money.amount.round_half_up(static_cast<int>(places)).text();
  if (places == 0) return text;
  std::size_t point = text.find('.');
  if (point == std::string::npos) {
    point = text.size();
    text += '.';
  }
  text.resize(point + 1 + places, '0');
  return text;
}

std::string exported_number(const Rational& number) { return number.ok() ? number.text() : "too large"; }

}  // namespace tollmeter
