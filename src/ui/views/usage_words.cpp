#include "ui/views/usage_words.h"

#include <algorithm>

#include "core/advice.h"
#include "core/format.h"
#include "ui/solve/unknown_prices.h"
#include "ui/views/result_words.h"

namespace tollmeter::ui {

namespace {

const Rational kNearlyFull = Rational::fraction(4, 5);
constexpr std::size_t kLongestFormula = 32;

std::string a_period(Per per) { return (per == Per::hour ? " an " : " a ") + std::string(per_word(per)); }

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
  return (outcome.limit->amount.approximate ? "about " : "") + group_digits(outcome.cap);
}

std::string_view refused_words(const LimitOutcome& outcome) {
  const Behaviour behaviour = outcome.limit->breach.behaviour;
  if (outcome.delayed > 0) return "delayed";
  switch (behaviour) {
    case Behaviour::refuse: return "refused";
    case Behaviour::delay: return "delayed";
    case Behaviour::bill: return "billed";
    case Behaviour::degrade: return "degraded";
    case Behaviour::suspend: return "suspended";
    case Behaviour::top_up: return "stopped";
    case Behaviour::nothing: break;
  }
  return "over";
}

Standing against_limit(const LimitOutcome& outcome, const World& world) {
  const Limit& limit = *outcome.limit;
  bool with_window = true;
  const std::string cap = cap_words(outcome, *world.catalog, &with_window);
  const std::string each = limit.scope.per.empty() ? "" : " per " + limit.scope.name;
  Standing result;
  if (outcome.state == LimitState::breached) {
    const Rational full = outcome.run.utilisation;
    result.brief = full.ok() ? multiple_text(full) + " the cap" : "none allowed";
    result.text = result.brief;
    if (outcome.run.first_refused) {
      result.text += ", " + std::string(refused_words(outcome)) + " from " +
                     day_and_month(*outcome.run.first_refused);
    }
    result.ink = Ink::bad;
    result.over = true;
    return result;
  }
  const bool used = outcome.state == LimitState::holds;
  result.brief = used ? percent_text(outcome.run.utilisation) + " of " + cap : "up to " + cap;
  result.text = result.brief + (with_window ? " " + window_text(limit.window) + each : "");
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

std::string price_words(const PlatformEstimate& platform, const Charge& charge, const Scenario& scenario,
                        const World& world) {
  if (charge.price.kind != Amount::Kind::known) return "price not published";
  const Rational price = charge.price.value.evaluate(
      [&](std::string_view driver) { return driver_value(scenario, *world.catalog, driver); });
  const std::string text = (charge.price.approximate ? "about " : "") + price_text(price, platform.plan->currency);
  return charge.per == Rational(1) ? text + " each" : text + " per " + group_digits(charge.per);
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
    return {"not offered on " + platform.plan->name, "not offered", over ? Ink::bad : Ink::dim, over};
  }
  const Charge* charge = unit_charge(platform, metric.id, scenario.date);
  if (metric.kind == Metric::Kind::part) {
    if (charge == nullptr) return {};
    const std::string price = price_words(platform, *charge, scenario, world);
    const Charge* parent = unit_charge(platform, metric.of, scenario.date);
    std::string instead;
    if (parent != nullptr) {
      instead = price_words(platform, *parent, scenario, world);
      if (instead == price) return {price, price, Ink::dim, false};
      if (instead.ends_with(" each")) instead.resize(instead.size() - 5);
      instead.insert(0, " instead of ");
    }
    return {price + instead, price, Ink::dim, false};
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
  if (limits.has_unpublished(metric)) return {"limit not published", "limit not published", Ink::dim, false};
  return {};
}

std::string mark_label(const LimitOutcome& outcome, bool brief) {
  const Limit& limit = *outcome.limit;
  const Rational counters = outcome.counters > Rational(0) ? outcome.counters : Rational(1);
  const std::string number = short_number(outcome.cap * counters);
  if (brief) return number;
  if (limit.window.kind != Window::Kind::cycle) return number + " " + window_text(limit.window);
  return number + (limit.breach.behaviour == Behaviour::bill ? " included" : " cap");
}

std::string number_words(const Quantity& quantity) {
  std::string number = quantity.typed;
  for (const std::string_view joint : {"/", " per ", " a ", " an "}) {
    if (const std::size_t at = number.find(joint); at != std::string::npos) number.resize(at);
  }
  while (!number.empty() && number.back() == ' ') number.pop_back();
  if (number.empty()) return group_digits(quantity.value);
  if (std::all_of(number.begin(), number.end(), is_digit)) return group_digits(Rational::parse(number));
  return number;
}

std::string_view per_suffix(Per per) {
  switch (per) {
    case Per::second: return "/ s";
    case Per::minute: return "/ min";
    case Per::hour: return "/ h";
    case Per::day: return "/ day";
    case Per::month: break;
  }
  return "/ mo";
}

std::string quantity_words(const Quantity& quantity) {
  return group_digits(quantity.value) + a_period(quantity.per);
}

std::string use_words(const Platform& platform, const PlatformUse& use) {
  std::string words;
  for (const Metric& metric : platform.metrics) {
    const auto found = use.quantities.find(metric.id);
    if (found == use.quantities.end() || found->second.value.is_zero()) continue;
    const Quantity& quantity = found->second;
    const bool one = quantity.value == Rational(1) && !metric.unit.empty();
    if (!words.empty()) words += ", ";
    words += group_digits(quantity.value) + " " + (one ? metric.unit.shown() : operation_noun(platform, metric)) +
             a_period(quantity.per);
  }
  return words.empty() ? "nothing yet" : words;
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
  if (!platform.not_offered.empty()) return {"not offered", Tone::bad};
  bool broken = false, known = false, unpublished = false;
  for (const LimitOutcome& outcome : platform.limits) {
    if (outcome.state == LimitState::breached && !outcome.run.utilisation.ok()) return {"none allowed", Tone::bad};
    broken |= outcome.state == LimitState::breached;
    known |= outcome.state == LimitState::breached || outcome.state == LimitState::holds ||
             (outcome.state == LimitState::unused && outcome.limit->amount.kind == Amount::Kind::known);
    unpublished |= outcome.limit->amount.kind == Amount::Kind::unknown;
  }
  const Rational full = fullest(platform);
  if (broken) return {full > Rational(1) ? multiple_text(full) : percent_text(full), Tone::bad};
  if (known) return {percent_text(full), full >= kNearlyFull ? Tone::warn : Tone::good};
  if (unpublished) return {"unpublished", Tone::neutral};
  return platform.plan == nullptr ? FullestBadge{"no plan", Tone::bad} : FullestBadge{"no cap", Tone::good};
}

std::string marked_money(const Money& money) {
  return money_text(money) + (money.press ? " (press)" : money.conflicting ? " (sources disagree)" : "");
}

std::string plan_notice(const PlatformEstimate& platform, Date date) {
  const std::string day = date_text(date);
  const std::string computed =
      platform.plan == nullptr ? ""
      : platform.fits          ? "; computed with " + platform.plan->name + ", the cheapest that fits."
                               : "; computed with " + platform.plan->name + ", which refuses least.";
  switch (platform.state) {
    case PlanState::chosen:
    case PlanState::cheapest: return "";
    case PlanState::nothing_fits: return "No plan of " + day + " serves all of this" + computed;
    case PlanState::not_sold: {
      const Plan* named = platform.platform->plan(platform.use->plan);
      if (named == nullptr) return "The chosen plan is not known" + computed;
      switch (offer_on(*named, date)) {
        case Offer::closed: return named->name + " is closed to new customers on " + day + computed;
        case Offer::by_invitation: return named->name + " is by invitation only on " + day + computed;
        default: return named->name + " is not sold on " + day + computed;
      }
    }
    case PlanState::no_prices: return no_prices_words(*platform.platform) + ".";
    case PlanState::none: break;
  }
  return platform.platform->name + " has no plan on " + day + ", so nothing of it is computed.";
}

}  // namespace tollmeter::ui
