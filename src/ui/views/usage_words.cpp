#include "ui/views/usage_words.h"

#include <algorithm>

#include "core/advice.h"
#include "core/format.h"
#include "core/language.h"
#include "ui/solve/unknown_prices.h"
#include "ui/views/result_words.h"

namespace tollmeter::ui {

namespace {

const Rational kNearlyFull = Rational::fraction(4, 5);
constexpr std::size_t kLongestFormula = 32;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_id(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_'; }

const std::string& short_name(const Driver& driver) {
  return driver.short_name.empty() ? driver.name : driver.short_name;
}

std::string cap_words(const LimitOutcome& outcome, const Catalog& catalog, bool* with_window) {
  const Formula& formula = outcome.limit->amount.value;
  *with_window = true;
  if (!formula.is_number()) {
    std::string words = formula_words(formula, catalog);
    if (words.size() <= kLongestFormula) {
      *with_window = false;
      return words;
    }
  }
  const std::string cap = group_digits(outcome.cap);
  return outcome.limit->amount.approximate ? tr("about {0}", {cap}) : cap;
}

// What becomes of the calls beyond it, and from which day on.
const char* beyond(const LimitOutcome& outcome) {
  constexpr const char* kDelayed = marked("{0}, delayed from {1}");
  if (outcome.delayed > 0) return kDelayed;
  switch (outcome.limit->breach.behaviour) {
    case Behaviour::refuse: return marked("{0}, refused from {1}");
    case Behaviour::delay: return kDelayed;
    case Behaviour::bill: return marked("{0}, billed from {1}");
    case Behaviour::degrade: return marked("{0}, degraded from {1}");
    case Behaviour::suspend: return marked("{0}, suspended from {1}");
    case Behaviour::top_up: return marked("{0}, stopped from {1}");
    case Behaviour::nothing: break;
  }
  return marked("{0}, over from {1}");
}

Standing against_limit(const LimitOutcome& outcome, const World& world) {
  const Limit& limit = *outcome.limit;
  bool with_window = true;
  const std::string cap = cap_words(outcome, *world.catalog, &with_window);
  Standing result;
  if (outcome.state == LimitState::breached) {
    const Rational full = outcome.run.utilisation;
    result.brief = full.ok() ? tr("{0} the cap", {multiple_text(full)}) : tr("none allowed");
    result.text = result.brief;
    if (outcome.run.first_refused) {
      result.text = tr(beyond(outcome), {result.brief, day_and_month(*outcome.run.first_refused)});
    }
    result.ink = Ink::bad;
    result.over = true;
    return result;
  }
  const bool used = outcome.state == LimitState::holds;
  result.brief = used ? tr("{0} of {1}@@a share of a cap", {percent_text(outcome.run.utilisation), cap}) : tr("up to {0}", {cap});
  result.text = result.brief;
  if (with_window) {
    const std::string window = window_text(limit.window);
    result.text = limit.scope.per.empty() ? tr("{0} {1}@@amount, window", {result.brief, window})
                                          : tr("{0} {1} per {2}@@amount, window, what has it each", {result.brief, window, limit.scope.name});
  }
  if (used && outcome.run.utilisation >= kNearlyFull) result.ink = Ink::warn;
  return result;
}

const Charge* unit_charge(const PlatformEstimate& platform, std::string_view metric, Date date) {
  if (platform.plan == nullptr) return nullptr;
  for (const Charge& charge : platform.plan->charges) {
    if (charge.model == ChargeModel::per_unit && charge.metric == metric && charge.validity.holds(date)) return &charge;
  }
  return nullptr;
}

bool not_served(const PlatformEstimate& platform, const Metric& metric, Date date) {
  if (platform.plan == nullptr) return false;
  const std::vector<NotOffered>& rows = platform.plan->not_offered;
  return std::any_of(rows.begin(), rows.end(), [&](const NotOffered& row) {
    return row.metric == metric.id && row.validity.holds(date);
  });
}

std::string bare_price(const PlatformEstimate& platform, const Charge& charge, const Scenario& scenario, const World& world) {
  const Rational price = charge.price.value.evaluate(
      [&](std::string_view driver) { return driver_value(scenario, *world.catalog, driver); });
  const std::string text = price_text(price, platform.plan->currency);
  return charge.price.approximate ? tr("about {0}", {text}) : text;
}

bool is_each(const Charge& charge) { return charge.price.kind == Amount::Kind::known && charge.per == Rational(1); }

std::string price_words(const PlatformEstimate& platform, const Charge& charge, const Scenario& scenario,
                        const World& world) {
  if (charge.price.kind != Amount::Kind::known) return tr("price not published");
  const std::string price = bare_price(platform, charge, scenario, world);
  return is_each(charge) ? tr("{0} each", {price}) : tr("{0} per {1}@@price, number", {price, group_digits(charge.per)});
}

}  // namespace

std::string formula_words(const Formula& formula, const Catalog& catalog) {
  const std::string& text = formula.text();
  std::string words;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && (is_id(text[end]) || text[end] == '.')) ++end;
    if (end > i) {
      const std::string_view token = std::string_view(text).substr(i, end - i);
      const Driver* driver = catalog.driver(token);
      const Rational number = Rational::parse(token);
      words += driver != nullptr ? short_name(*driver) : number.is_whole() ? group_digits(number) : std::string(token);
      i = end;
      continue;
    }
    words += text[i] == '*' ? "×" : text[i] == '-' ? "−" : std::string(1, text[i]);
    ++i;
  }
  return words;
}

Standing standing(const PlatformEstimate& platform, const Metric& metric, const MetricLimits& limits,
                  const Scenario& scenario, const World& world) {
  if (not_served(platform, metric, scenario.date)) {
    const auto& asked = platform.not_offered;
    const bool over = std::find(asked.begin(), asked.end(), &metric) != asked.end();
    return {tr("not offered on {0}", {platform.plan->name}), tr("not offered"), over ? Ink::bad : Ink::dim, over};
  }
  const Charge* charge = unit_charge(platform, metric.id, scenario.date);
  if (metric.kind == Metric::Kind::part) {
    if (charge == nullptr) return {};
    const std::string price = price_words(platform, *charge, scenario, world);
    const Charge* parent = unit_charge(platform, metric.of, scenario.date);
    const std::string whole = parent ? price_words(platform, *parent, scenario, world) : price;
    if (whole == price) return {price, price, Ink::dim, false};
    const std::string instead = is_each(*parent) ? bare_price(platform, *parent, scenario, world) : whole;
    return {tr("{0} instead of {1}", {price, instead}), price, Ink::dim, false};
  }
  // A broken limit is told before one that is merely nearer in length of the slider.
  const LimitOutcome* worst = nullptr;
  for (const LimitOutcome& outcome : platform.limits) {
    if (outcome.state != LimitState::breached || outcome.main_metric != &metric) continue;
    if (worst == nullptr || !outcome.run.utilisation.ok() || outcome.run.utilisation > worst->run.utilisation) {
      worst = &outcome;
    }
  }
  if (worst != nullptr) return against_limit(*worst, world);
  if (const std::optional<MetricLimit> limit = limits.tightest(metric)) return against_limit(*limit->outcome, world);
  if (const std::optional<MetricLimit> limit = limits.included(metric)) return against_limit(*limit->outcome, world);
  if (charge != nullptr) {
    const std::string price = price_words(platform, *charge, scenario, world);
    return {price, price, Ink::dim, false};
  }
  if (limits.has_unpublished(metric)) return {tr("limit not published"), tr("limit not published"), Ink::dim, false};
  return {};
}

std::string mark_label(const LimitOutcome& outcome, bool brief) {
  const Limit& limit = *outcome.limit;
  const Rational counters = outcome.counters > Rational(0) ? outcome.counters : Rational(1);
  std::string number = short_number(outcome.cap * counters);
  if (brief) return number;
  if (limit.window.kind != Window::Kind::cycle) return tr("{0} {1}@@amount, window", {number, window_text(limit.window)});
  return limit.breach.behaviour == Behaviour::bill ? tr("{0} included", {number}) : tr("{0} cap", {number});
}

std::string number_words(const Quantity& quantity) {
  std::string number = quantity.typed;
  for (const std::string_view joint : {"/", " per ", " a ", " an "}) {
    if (const std::size_t at = number.find(joint); at != std::string::npos) number.resize(at);
  }
  while (!number.empty() && number.back() == ' ') number.pop_back();
  if (number.empty()) return group_digits(quantity.value);
  if (std::all_of(number.begin(), number.end(), is_digit)) return group_digits(Rational::parse(number));
  return local_typed(number);
}

std::string per_suffix(Per per) {
  switch (per) {
    case Per::second: return tr("/ s");
    case Per::minute: return tr("/ min");
    case Per::hour: return tr("/ h");
    case Per::day: return tr("/ day");
    case Per::month: break;
  }
  return tr("/ mo");
}

std::string a_period(Per per) {
  switch (per) {
    case Per::second: return tr("a second");
    case Per::minute: return tr("a minute");
    case Per::hour: return tr("an hour");
    case Per::day: return tr("a day");
    case Per::month: break;
  }
  return tr("a month");
}

std::string quantity_words(const Quantity& quantity) {
  return tr("{0} {1}@@amount, window", {group_digits(quantity.value), a_period(quantity.per)});
}

std::string use_words(const Platform& platform, const PlatformUse& use) {
  std::string words;
  for (const Metric& metric : platform.metrics) {
    const auto found = use.quantities.find(metric.id);
    if (found == use.quantities.end() || found->second.value.is_zero()) continue;
    const Quantity& quantity = found->second;
    const bool one = quantity.value == Rational(1) && !metric.unit.empty();
    if (!words.empty()) words += ", ";
    words += tr("{0} {1} {2}@@amount, noun, window",
                {group_digits(quantity.value), one ? metric.unit.shown() : operation_noun(platform, metric), a_period(quantity.per)});
  }
  return words.empty() ? tr("nothing yet") : words;
}

Rational fullest(const PlatformEstimate& platform) {
  Rational most = platform.not_offered.empty() ? 0 : 1;
  for (const LimitOutcome& outcome : platform.limits) {
    if (outcome.state == LimitState::breached) most = max(most, Rational(1));
    if (outcome.state != LimitState::breached && outcome.state != LimitState::holds) continue;
    if (outcome.run.utilisation.ok()) most = max(most, outcome.run.utilisation);
  }
  return most;
}

FullestBadge fullest_badge(const PlatformEstimate& platform) {
  if (!platform.not_offered.empty()) return {tr("not offered"), Tone::bad};
  bool broken = false, known = false, unpublished = false;
  for (const LimitOutcome& outcome : platform.limits) {
    if (outcome.state == LimitState::breached && !outcome.run.utilisation.ok()) return {tr("none allowed"), Tone::bad};
    broken |= outcome.state == LimitState::breached;
    known |= outcome.state == LimitState::breached || outcome.state == LimitState::holds ||
             (outcome.state == LimitState::unused && outcome.limit->amount.kind == Amount::Kind::known);
    unpublished |= outcome.limit->amount.kind == Amount::Kind::unknown;
  }
  const Rational full = fullest(platform);
  if (broken) return {full > Rational(1) ? multiple_text(full) : percent_text(full), Tone::bad};
  if (known) return {percent_text(full), full >= kNearlyFull ? Tone::warn : Tone::good};
  if (unpublished) return {tr("unpublished"), Tone::neutral};
  return platform.plan == nullptr ? FullestBadge{tr("no plan"), Tone::bad} : FullestBadge{tr("no cap"), Tone::good};
}

std::string marked_money(const Money& money) {
  const std::string text = money_text(money);
  if (money.press) return tr("{0} (press)", {text});
  return money.conflicting ? tr("{0} (sources disagree)", {text}) : text;
}

std::string plan_notice(const PlatformEstimate& platform, Date date) {
  const std::string day = date_text(date);
  const auto computed = [&platform](const std::string& said) {
    if (platform.plan == nullptr) return said;
    return platform.fits ? tr("{0}; computed with {1}, the cheapest that fits.", {said, platform.plan->name})
                         : tr("{0}; computed with {1}, which refuses least.", {said, platform.plan->name});
  };
  switch (platform.state) {
    case PlanState::chosen:
    case PlanState::cheapest: return "";
    case PlanState::nothing_fits: return computed(tr("No plan of {0} serves all of this", {day}));
    case PlanState::not_sold: {
      const Plan* named = platform.platform->plan(platform.use->plan);
      if (named == nullptr) return computed(tr("The chosen plan is not known"));
      switch (offer_on(*named, date)) {
        case Offer::closed: return computed(tr("{0} is closed to new customers on {1}", {named->name, day}));
        case Offer::by_invitation: return computed(tr("{0} is by invitation only on {1}", {named->name, day}));
        default: return computed(tr("{0} is not sold on {1}", {named->name, day}));
      }
    }
    case PlanState::no_prices: return no_prices_words(*platform.platform) + ".";
    case PlanState::none: break;
  }
  return tr("{0} has no plan on {1}, so nothing of it is computed.", {platform.platform->name, day});
}

}  // namespace tollmeter::ui
