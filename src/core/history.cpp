#include "core/history.h"

#include <algorithm>

#include "core/order.h"
#include "core/plan_choice.h"
#include "core/scenario_month.h"

namespace tollmeter {
namespace {

/// Days, ascending, each once.
using Days = std::vector<Date>;

void add(Days& days, Date day) {
  const auto place = std::lower_bound(days.begin(), days.end(), day);
  if (place == days.end() || *place != day) days.insert(place, day);
}

/// The ends of a row; outside its plan's own validity they change nothing.
void add_ends(Days& days, const Validity& row, const Validity& plan) {
  for (const std::optional<Date>& end : {row.from, row.to}) {
    if (end && plan.holds(*end)) add(days, *end);
  }
}

/// `first`: the first day that is asked about.
Days changes_of(const Platform& platform, Date first) {
  Days days;
  if (is_before_prices(platform, first)) add(days, prices_known_from(platform));
  for (const Plan& plan : platform.plans) {
    const Validity& life = plan.validity;
    add_ends(days, life, Validity{});
    for (const AccessPeriod& row : plan.access) add_ends(days, row.validity, life);
    for (const Charge& row : plan.charges) add_ends(days, row.validity, life);
    for (const Limit& row : plan.limits) add_ends(days, row.validity, life);
    for (const NotOffered& row : plan.not_offered) add_ends(days, row.validity, life);
  }
  return days;
}

HistoryVerdict verdict_on(PlatformMonth& month, Date date) {
  HistoryVerdict v;
  const PlatformEstimate chosen = as_chosen(month, date, Detail::verdict);
  v.chosen = chosen.subtotal;
  v.known = chosen.state != PlanState::no_prices;
  v.chosen_sold = chosen.plan && chosen.state != PlanState::not_sold;
  v.chosen_breaches = breaches_of(chosen);
  v.chosen_plan = chosen.plan;
  if (chosen.state == PlanState::chosen) {
    const PlatformEstimate all = on_cheapest(month, date, Detail::verdict);
    v.all = all.subtotal;
    v.serves_all = all.fits;
    v.all_plan = all.plan;
  } else {  // what was chosen is the cheapest that fits already
    v.all = chosen.subtotal;
    v.serves_all = chosen.fits;
    v.all_plan = chosen.plan;
  }
  return v;
}

/// A platform's verdicts, one for each stretch of days on which it does not change.
class Track {
 public:
  Track(PlatformMonth& month, Date first) : month_(&month), first_(first), changes_(changes_of(*month.usage().platform, first)) {}

  const HistoryVerdict& at(Date date) {
    const auto next = std::upper_bound(changes_.begin(), changes_.end(), date);
    const Date since = next == changes_.begin() ? first_ : std::max(first_, next[-1]);
    return month_->findings().verdicts.at(since, [&] { return verdict_on(*month_, since); });
  }

 private:
  PlatformMonth* month_;
  Date first_;
  Days changes_;
};

HistoryStep step_on(Date date, std::vector<Track>& tracks, const std::string& currency) {
  HistoryStep step;
  step.from = date;
  step.as_chosen.currency = step.serve_all.currency = currency;
  step.chosen_sold = step.serves_all = true;
  Rational dearest_chosen = -1, dearest_all = -1;
  for (Track& track : tracks) {
    const HistoryVerdict& v = track.at(date);
    step.known &= v.known;
    step.chosen_sold &= v.chosen_sold;
    step.serves_all &= v.serves_all;
    step.chosen_breaches += v.chosen_breaches;
    if (v.chosen.currency != currency) continue;
    add_to(step.as_chosen, v.chosen);
    add_to(step.serve_all, v.all);
    if (v.chosen_plan && dearest_chosen < v.chosen.amount) {
      dearest_chosen = v.chosen.amount;
      step.chosen_plan = v.chosen_plan->name;
    }
    if (v.all_plan && dearest_all < v.all.amount) {
      dearest_all = v.all.amount;
      step.serve_all_plan = v.all_plan->name;
    }
  }
  return step;
}

bool same_money(const Money& a, const Money& b) {
  return a.amount == b.amount && a.approximate == b.approximate && a.at_least == b.at_least && a.press == b.press &&
         a.conflicting == b.conflicting;
}

bool same_but_dates(const HistoryStep& a, const HistoryStep& b) {
  return same_money(a.as_chosen, b.as_chosen) && same_money(a.serve_all, b.serve_all) &&
         a.known == b.known && a.chosen_sold == b.chosen_sold && a.chosen_breaches == b.chosen_breaches && a.serves_all == b.serves_all &&
         a.serve_all_plan == b.serve_all_plan && a.chosen_plan == b.chosen_plan;
}

std::vector<HistoryEvent> events_in(const Scenario& scenario, const Catalog& catalog, Date from, Date to) {
  std::vector<HistoryEvent> found;
  for (const PlatformUse& use : scenario.platforms) {
    const Platform* platform = catalog.platform(use.platform);
    if (!platform) continue;
    for (const Event& event : platform->events) {
      if (event.date < from || to <= event.date) continue;
      found.push_back({event.date, platform->short_name, event.text, platform->source(event.source)});
    }
  }
  const auto earlier = [&](std::size_t a, std::size_t b) { return found[a].date < found[b].date; };
  std::vector<HistoryEvent> events;
  for (std::size_t i : in_order(found.size(), earlier)) events.push_back(std::move(found[i]));
  return events;
}

}  // namespace

std::vector<Date> change_dates(const Scenario& scenario, const Catalog& catalog, Date first) {
  Days days;
  for (const PlatformUse& use : scenario.platforms) {
    const Platform* platform = catalog.platform(use.platform);
    if (!platform) continue;
    for (Date day : changes_of(*platform, first)) add(days, day);
  }
  return days;
}

History price_history(const Scenario& scenario, const World& world, Date from, Date to) {
  ScenarioMonth month(scenario, world, nullptr);
  return price_history(month, scenario, *world.catalog, from, to);
}

History price_history(ScenarioMonth& month, const Scenario& scenario, const Catalog& catalog, Date from, Date to) {
  History history;
  history.events = events_in(scenario, catalog, from, to);
  if (!(from < to)) return history;

  std::vector<Track> tracks;
  for (PlatformMonth& platform : month.platforms()) tracks.emplace_back(platform, from);
  const std::string currency = month.platforms().empty() ? "USD" : currency_of(month.platforms().front().usage());

  Days days{from};
  for (Date day : change_dates(scenario, catalog, from)) {
    if (from < day && day < to) days.push_back(day);
  }
  for (Date date : days) {
    HistoryStep step = step_on(date, tracks, currency);
    if (!history.steps.empty() && same_but_dates(history.steps.back(), step)) continue;
    if (!history.steps.empty()) history.steps.back().to = date;
    history.steps.push_back(std::move(step));
  }
  history.steps.back().to = to;
  return history;
}

}  // namespace tollmeter
