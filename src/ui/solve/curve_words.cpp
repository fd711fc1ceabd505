#include "ui/solve/curve_words.h"

#include <algorithm>

#include "core/format.h"
#include "core/known_prices.h"
#include "core/language.h"
#include "core/words.h"
#include "ui/solve/plan_words.h"
#include "ui/solve/unknown_prices.h"
#include "ui/views/result_words.h"

namespace tollmeter::ui {

namespace {

std::string digits(std::int64_t units) { return group_digits(Rational(units)); }

std::string stretch_words(const Stretch& stretch, bool open) {
  if (stretch.from == 0) return open ? tr("always") : tr("up to {0}", {digits(stretch.to)});
  return open ? tr("above {0}", {digits(stretch.from - 1)}) : tr("{0} to {1}@@numbers", {digits(stretch.from), digits(stretch.to)});
}

std::string cheapest_words(const CostCurve& curve, const PlanCurve& plan) {
  std::string words;
  int stretches = 0;
  for (const Stretch& stretch : curve.envelope) {
    if (stretch.plan != &plan) continue;
    if (++stretches > 2) return words + " …";
    if (!words.empty()) words += tr("; @@joint");
    words += stretch_words(stretch, stretch.to == curve.top);
  }
  return words.empty() ? tr("never") : words;
}

// The next break-even, or what holds where none comes any more; empty where the line's last stretch begins later.
std::string next_words(const CostCurve& curve, std::int64_t now, const std::string& noun) {
  const auto next = std::find_if(curve.break_evens.begin(), curve.break_evens.end(),
                                 [&](const BreakEven& even) { return now < even.at; });
  if (next != curve.break_evens.end()) {
    const std::string there = count_words(next->at - 1, noun);
    if (next->cheaper) return tr("Above {0} a month the cheaper plan is {1}.", {there, next->after->plan->name});
    return tr("{0} ends at {1} a month; the cheapest above that is {2}.", {next->before->plan->name, there, next->after->plan->name});
  }
  const Stretch& last = curve.envelope.back();
  if (last.plan) return last.from <= now ? tr("{0} stays the cheapest that serves it all, however much that is.", {last.plan->plan->name}) : "";
  if (last.from > 0) return tr("No plan serves more than {0} a month.", {count_words(last.from - 1, noun)});
  return tr("No plan serves all of this use, however few {0} there are.", {noun});
}

std::string limit_stop_words(const PlanEnd& end, const std::string& most, const std::string& plan) {
  if (end.not_offered) return tr("at most {0} a month on {1}: {2} is not offered.", {most, plan, lower_first(end.not_offered->name)});
  return tr("at most {0} a month on {1}: the limit on {2} stops it.", {most, plan, end.limit ? lower_first(end.limit->name) : ""});
}

}  // namespace

std::string count_words(std::int64_t units, const std::string& noun) { return digits(units) + " " + noun; }

std::string plan_words(const PlanCurve& plan) {
  switch (plan.offer) {
    case Offer::by_contract:
      return tr("{0}, by contract", {plan.plan->name});
    case Offer::by_invitation:
      return tr("{0}, by invitation", {plan.plan->name});
    case Offer::closed:
      return tr("{0}, closed", {plan.plan->name});
    default:
      return plan.plan->name + paid_words(*plan.plan);
  }
}

std::string end_words(const PlanCurve& plan) {
  if (!plan.end) return "";
  if (plan.end->most < 0) {
    return plan.end->not_offered ? tr("does not offer {0}", {lower_first(plan.end->not_offered->name)})
                                 : tr("already beyond the limit on {0}", {lower_first(plan.end->limit->name)});
  }
  return tr("ends at {0}", {digits(plan.end->most)});
}

std::string cost_words(Money exact) {
  exact.amount = exact.amount.round_half_up(currency_exponent(exact.currency));
  return brief_money(exact);
}

std::string break_even_words(const BreakEven& even) {
  const std::string above = digits(even.at - 1);
  if (even.cheaper) return tr("above {0} {1} is cheaper", {above, even.after->plan->name});
  return tr("above {0} only {1} serves it all", {above, even.after->plan->name});
}

std::string outlook_words(const CostCurve& curve, std::int64_t now, const std::string& noun) {
  std::string words = next_words(curve, now, noun);
  const auto cliff = std::find_if(curve.cliffs.begin(), curve.cliffs.end(), [&](const Cliff& each) {
    return now <= each.at && each.at <= 2 * now && each.plan->may_be_chosen;
  });
  if (cliff != curve.cliffs.end()) {
    Money saved;
    saved.currency = curve.currency;
    saved.amount = cliff->saves;
    append(words, {words.empty() ? "" : " ", tr("At {0} on {1}, one more saves {2}.",
                                                {count_words(cliff->at, noun), cliff->plan->plan->name, cost_words(saved)})});
  }
  return words;
}

std::string other_day_words(const CostCurve& other, const Platform& platform, std::int64_t now, Date day) {
  std::string words;
  for (const std::string& part : other_day_parts(other, platform, now, day)) append(words, {words.empty() ? "" : tr("; @@joint"), part});
  return words + ".";
}

std::vector<std::string> other_day_parts(const CostCurve& other, const Platform& platform, std::int64_t now, Date day) {
  const std::string date = date_text(day);
  if (is_before_prices(platform, day)) return {tr("On {0}: {1}", {date, lower_first(no_prices_words(platform))})};
  if (other.plans.empty()) return {tr("On {0}: no plan was sold", {date})};
  const auto stretch = std::find_if(other.envelope.begin(), other.envelope.end(),
                                    [&](const Stretch& each) { return each.from <= now && now <= each.to; });
  const bool served = stretch != other.envelope.end() && stretch->plan;
  std::vector<std::string> parts = {
      served ? tr("On {0}: {1} on {2}@@a day, a price, a plan", {date, cost_words(stretch->plan->cost(now)), stretch->plan->plan->name})
             : tr("On {0}: no plan serves so much", {date})};
  const auto next = std::find_if(other.break_evens.begin(), other.break_evens.end(),
                                 [&](const BreakEven& even) { return now < even.at; });
  if (next != other.break_evens.end()) parts.push_back(break_even_words(*next));
  return parts;
}

std::string budget_words(const Affordable& found, std::int64_t top, const std::string& noun) {
  using Stop = Affordable::Stop;
  if (!found.plan) return tr("no plan can be had on this day.");
  const std::string& plan = found.plan->plan->name;
  const std::string most = count_words(found.most, noun);
  switch (found.stop) {
    case Stop::budget:
      return tr("at most {0} a month on {1}: the budget stops it.", {most, plan});
    case Stop::limit:
      return limit_stop_words(found.end, most, plan);
    case Stop::nothing:
      return tr("more than {0} a month on {1}.", {count_words(top, noun), plan});
    case Stop::not_afforded:
      return tr("too little: {0} costs {1} even without any {2}.", {plan, cost_words(found.cost), noun});
    case Stop::not_served:
      return tr("no plan serves the rest of this use whole.");
    case Stop::no_price:
      return found.most > 0 ? tr("at most {0} a month on {1}; no price is published above that.", {most, plan})
                            : tr("no plan that serves it has a published price.");
  }
  return {};
}

std::string quoted_words(const Affordable& found, const Affordable& quoted, const std::string& noun) {
  if (!quoted.plan || !found.plan || quoted.most <= found.most) return "";
  const bool contract = quoted.plan->offer == Offer::by_contract;
  const std::string most = count_words(quoted.most, noun);
  return " " + (contract ? tr("By contract, {0} on {1}.", {most, quoted.plan->plan->name})
                         : tr("At a reported price, {0} on {1}.", {most, quoted.plan->plan->name}));
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
    row.ends_brief = !plan.end ? tr("no end") : plan.end->most < 0 ? tr("serves none") : digits(plan.end->most);
    row.ends = plan.end && plan.end->most < 0 ? end_words(plan) : row.ends_brief;
    if (!plan.serves(now)) {
      row.now = tr("not served");
    } else {
      const Money cost = plan.cost(std::min(now, curve.top));
      row.now = cost.at_least && cost.amount.is_zero() ? tr("not published") : cost_words(cost);
    }
    row.cheapest = cheapest_words(curve, plan);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace tollmeter::ui
