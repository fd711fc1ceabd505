#include "ui/solve/curve_words.h"

#include <algorithm>

#include "core/format.h"
#include "core/known_prices.h"
#include "core/words.h"
#include "ui/solve/plan_words.h"
#include "ui/solve/unknown_prices.h"
#include "ui/views/result_words.h"

namespace tollmeter::ui {

namespace {

std::string digits(std::int64_t units) { return group_digits(Rational(units)); }

/// How a plan that cannot simply be had is marked behind its name.
std::string offer_words(const PlanCurve& plan) {
  switch (plan.offer) {
    case Offer::by_contract:
      return ", by contract";
    case Offer::by_invitation:
      return ", by invitation";
    case Offer::closed:
      return ", closed";
    default:
      return paid_words(*plan.plan);
  }
}

std::string cheapest_words(const CostCurve& curve, const PlanCurve& plan) {
  std::string words;
  int stretches = 0;
  for (const Stretch& stretch : curve.envelope) {
    if (stretch.plan != &plan) continue;
    if (++stretches > 2) return words + " …";
    if (!words.empty()) words += "; ";
    const bool open = stretch.to == curve.top;
    if (stretch.from == 0) {
      words += open ? "always" : "up to " + digits(stretch.to);
    } else {
      words += open ? "above " + digits(stretch.from - 1) : digits(stretch.from) + " to " + digits(stretch.to);
    }
  }
  return words.empty() ? "never" : words;
}

}  // namespace

std::string count_words(std::int64_t units, const std::string& noun) { return digits(units) + " " + noun; }

std::string plan_words(const PlanCurve& plan) { return plan.plan->name + offer_words(plan); }

std::string limit_words(const PlanEnd& end) {
  if (end.not_offered) return lower_first(end.not_offered->name) + " is not offered";
  return end.limit ? "the limit on " + lower_first(end.limit->name) : "";
}

std::string end_words(const PlanCurve& plan) {
  if (!plan.end) return "";
  if (plan.end->most < 0) {
    return plan.end->not_offered ? "does not offer " + lower_first(plan.end->not_offered->name)
                                 : "already beyond the limit on " + lower_first(plan.end->limit->name);
  }
  return "ends at " + digits(plan.end->most);
}

std::string cost_words(Money exact) {
  exact.amount = exact.amount.round_half_up(currency_exponent(exact.currency));
  return brief_money(exact);
}

std::string break_even_words(const BreakEven& even) {
  const std::string name = even.after->plan->name;
  if (even.cheaper) return "above " + digits(even.at - 1) + " " + name + " is cheaper";
  return "above " + digits(even.at - 1) + " only " + name + " serves it all";
}

std::string outlook_words(const CostCurve& curve, std::int64_t now, const std::string& noun) {
  std::string words;
  const auto next = std::find_if(curve.break_evens.begin(), curve.break_evens.end(),
                                 [&](const BreakEven& even) { return now < even.at; });
  if (next != curve.break_evens.end()) {
    const std::string there = count_words(next->at - 1, noun) + " a month";
    words = next->cheaper ? "Above " + there + " the cheaper plan is " + next->after->plan->name + "."
                          : next->before->plan->name + " ends at " + there + "; the cheapest above that is " +
                                next->after->plan->name + ".";
  } else {
    const Stretch& last = curve.envelope.back();
    if (last.plan && last.from <= now) words = last.plan->plan->name + " stays the cheapest that serves it all, however much that is.";
    if (!last.plan && last.from > 0) words = "No plan serves more than " + count_words(last.from - 1, noun) + " a month.";
    if (!last.plan && last.from == 0) words = "No plan serves all of this use, however few " + noun + " there are.";
  }
  const auto cliff = std::find_if(curve.cliffs.begin(), curve.cliffs.end(), [&](const Cliff& each) {
    return now <= each.at && each.at <= 2 * now && each.plan->may_be_chosen;
  });
  if (cliff != curve.cliffs.end()) {
    Money saved;
    saved.currency = curve.currency;
    saved.amount = cliff->saves;
    words += (words.empty() ? "" : " ") + std::string("At ") + count_words(cliff->at, noun) + " on " +
             cliff->plan->plan->name + ", one more saves " + cost_words(saved) + ".";
  }
  return words;
}

std::string other_day_words(const CostCurve& other, const Platform& platform, std::int64_t now, Date day) {
  std::string words = "On " + date_text(day) + ": ";
  if (is_before_prices(platform, day)) return words + lower_first(no_prices_words(platform)) + ".";
  if (other.plans.empty()) return words + "no plan was sold.";
  const auto stretch = std::find_if(other.envelope.begin(), other.envelope.end(),
                                    [&](const Stretch& each) { return each.from <= now && now <= each.to; });
  const bool served = stretch != other.envelope.end() && stretch->plan;
  words += served ? cost_words(stretch->plan->cost(now)) + " on " + stretch->plan->plan->name : "no plan serves so much";
  const auto next = std::find_if(other.break_evens.begin(), other.break_evens.end(),
                                 [&](const BreakEven& even) { return now < even.at; });
  if (next != other.break_evens.end()) words += "; " + break_even_words(*next);
  return words + ".";
}

std::string budget_words(const Affordable& found, std::int64_t top, const std::string& noun) {
  using Stop = Affordable::Stop;
  if (!found.plan) return "no plan can be had on this day.";
  const std::string on = " on " + found.plan->plan->name;
  switch (found.stop) {
    case Stop::budget:
      return "at most " + count_words(found.most, noun) + " a month" + on + ": the budget stops it.";
    case Stop::limit:
      return "at most " + count_words(found.most, noun) + " a month" + on + ": " +
             (found.end.not_offered ? limit_words(found.end) + "." : limit_words(found.end) + " stops it.");
    case Stop::nothing:
      return "more than " + count_words(top, noun) + " a month" + on + ".";
    case Stop::not_afforded:
      return "too little: " + found.plan->plan->name + " costs " + cost_words(found.cost) + " even without any " + noun + ".";
    case Stop::not_served:
      return "no plan serves the rest of this use whole.";
    case Stop::no_price:
      return found.most > 0 ? "at most " + count_words(found.most, noun) + " a month" + on + "; no price is published above that."
                            : "no plan that serves it has a published price.";
  }
  return {};
}

std::string quoted_words(const Affordable& found, const Affordable& quoted, const std::string& noun) {
  if (!quoted.plan || !found.plan || quoted.most <= found.most) return "";
  const bool contract = quoted.plan->offer == Offer::by_contract;
  return std::string(contract ? " By contract, " : " At a reported price, ") + count_words(quoted.most, noun) + " on " +
         quoted.plan->plan->name + ".";
}

std::vector<CurveRow> curve_rows(const CostCurve& curve, std::int64_t now) {
  std::vector<CurveRow> rows;
  std::vector<const PlanCurve*> plans;
  for (const bool first : {true, false}) {
    for (const PlanCurve& plan : curve.plans) {
      if (plan.may_be_chosen == first) plans.push_back(&plan);
    }
  }
  for (const PlanCurve* each : plans) {
    const PlanCurve& plan = *each;
    CurveRow row;
    row.plan = plan_words(plan);
    row.ends_brief = !plan.end ? "no end" : plan.end->most < 0 ? "serves none" : digits(plan.end->most);
    row.ends = plan.end && plan.end->most < 0 ? end_words(plan) : row.ends_brief;
    if (!plan.serves(now)) {
      row.now = "not served";
    } else {
      const Money cost = plan.cost(std::min(now, curve.top));
      row.now = cost.at_least && cost.amount.is_zero() ? "not published" : cost_words(cost);
    }
    row.cheapest = cheapest_words(curve, plan);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace tollmeter::ui
