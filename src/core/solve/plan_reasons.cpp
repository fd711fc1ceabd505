#include "core/solve/plan_reasons.h"

#include <algorithm>
#include <vector>

#include "core/format.h"
#include "core/tariff.h"
#include "core/words.h"

namespace tollmeter {
namespace {

Money money(const Rational& amount, const std::string& currency) {
  Money m;
  m.amount = amount;
  m.currency = currency;
  return m;
}

std::string count_text(const LimitOutcome& outcome, const Rational& amount, const std::string& currency) {
  return outcome.limit->spend ? money_text(money(amount, currency)) : group_digits(amount);
}

bool stands_in_the_way(const LimitOutcome& outcome) {
  return outcome.state == LimitState::breached && refuses(outcome.limit->breach.behaviour) && !outcome.run.refused.is_zero();
}

std::string and_more_operations(const std::string& text, std::size_t more) {
  if (more == 0) return text;
  return tr_count(static_cast<int>(more), "{0}, and {1} more operation", "{0}, and {1} more operations", {text, std::to_string(more)});
}

std::string and_more_limits(const std::string& text, std::size_t more) {
  if (more == 0) return text;
  return tr_count(static_cast<int>(more), "{0}, and {1} more limit", "{0}, and {1} more limits", {text, std::to_string(more)});
}

/// With when the limit is at its fullest, where that is not the whole month.
std::string when_fullest(const std::string& text, const Window& window) {
  const bool whole = window.kind == Window::Kind::cycle || window.is_month() || (window.kind == Window::Kind::concurrent && !window.lasts);
  if (whole) return text;
  const bool day = window.kind == Window::Kind::fixed && window.seconds == 86400;
  return day ? tr("{0} on the busiest day", {text}) : tr("{0} at the busiest time", {text});
}

std::string overrun_text(const LimitOutcome& outcome, const std::string& currency) {
  const Limit& limit = *outcome.limit;
  std::string text = tr("{0}: {1} of {2}", {counted_text(outcome), count_text(outcome, outcome.run.busiest, currency), cap_text(outcome, currency)});
  const Rational over = outcome.run.busiest - outcome.cap;
  if (!over.ok()) return text;
  if (!(over > 0)) return join({text, ", ", tr("{0} refused in the month", {group_digits(outcome.refused)})});
  const std::string amount = count_text(outcome, over, currency);
  return join({text, ", ", when_fullest(limit.spend ? tr("{0} too much", {amount}) : tr("{0} too many", {amount}), limit.window)});
}

/// A part of a bill that two plans have in common: what an operation costs, or all that no operation causes.
struct BillPart {
  const Metric* metric;
  std::string name;
  int lines;
  Money money;  ///< exact
};

std::vector<BillPart> parts_of(const PlatformEstimate& estimate) {
  std::vector<BillPart> parts;
  for (const BillLine& line : estimate.bill) {
    if (!line.in_sum || line.exact.is_zero()) continue;
    auto part = std::find_if(parts.begin(), parts.end(), [&](const BillPart& p) { return p.metric == line.metric; });
    if (part == parts.end()) {
      parts.push_back({line.metric, lower_first(line.metric ? line.metric->name : line.charge->name), 0, {}});
      part = parts.end() - 1;
      part->money.currency = estimate.subtotal.currency;
    }
    ++part->lines;
    Money exact = line.amount;
    exact.amount = line.exact;
    add_to(part->money, exact);
  }
  for (BillPart& part : parts) {
    if (!part.metric && part.lines > 1) part.name = tr("fees");
  }
  return parts;
}

Money money_in(const std::vector<BillPart>& parts, const BillPart& same) {
  const auto part = std::find_if(parts.begin(), parts.end(), [&](const BillPart& p) { return p.metric == same.metric; });
  return part == parts.end() ? money(0, same.money.currency) : part->money;
}

/// The part of `high` that is furthest above the same part of `low`, and by how much.
const BillPart* furthest_above(const std::vector<BillPart>& high, const std::vector<BillPart>& low, Money& by) {
  const BillPart* most = nullptr;
  for (const BillPart& part : high) {
    Money less = money_in(low, part);
    less.amount = -less.amount;
    add_to(less, part.money);
    if (!(less.amount > by.amount)) continue;
    by = less;
    most = &part;
  }
  return most;
}

}  // namespace

std::string counted_text(const LimitOutcome& outcome) {
  const Limit& limit = *outcome.limit;
  if (limit.spend) return tr("spending on use");
  std::string text = lower_first(limit.weights.size() == 1 && outcome.main_metric ? outcome.main_metric->name : limit.name);
  // "posts read a month: 30,000 of 10,000 a month" says it twice.
  const std::string window = join({" ", window_text(limit.window)});
  if (text.size() > window.size() && text.ends_with(window)) text.resize(text.size() - window.size());
  return text;
}

std::string cap_text(const LimitOutcome& outcome, const std::string& currency) {
  const std::string text = join({count_text(outcome, outcome.cap, currency), " ", window_text(outcome.limit->window)});
  return outcome.limit->scope.per.empty() ? text : tr("{0} for each {1}", {text, outcome.limit->scope.name});
}

std::string why_not_served(const PlatformEstimate& estimate) {
  if (!estimate.not_offered.empty()) {
    const std::string text = tr("does not offer {0}", {lower_first(estimate.not_offered.front()->name)});
    return and_more_operations(text, estimate.not_offered.size() - 1);
  }
  const LimitOutcome* worst = nullptr;
  std::size_t broken = 0;
  for (const LimitOutcome& outcome : estimate.limits) {
    if (!stands_in_the_way(outcome)) continue;
    ++broken;
    if (!worst || outcome.run.served_share < worst->run.served_share) worst = &outcome;
  }
  if (!worst) return {};
  return and_more_limits(overrun_text(*worst, estimate.subtotal.currency), broken - 1);
}

std::string what_costs_more(const PlatformEstimate& less, const PlatformEstimate& more) {
  const std::vector<BillPart> before = parts_of(less), after = parts_of(more);
  Money rise, fall;
  const BillPart* most = furthest_above(after, before, rise);
  if (!most) return {};
  const Money was = money_in(before, *most);
  std::string text = was.amount.is_zero() ? tr("{0} {1} instead of nothing", {most->name, money_text(most->money)})
                                          : tr("{0} {1} instead of {2}", {most->name, money_text(most->money), money_text(was)});
  const BillPart* least = furthest_above(before, after, fall);
  if (!least) return text;
  return least->metric ? tr("{0}, though {1} cost {2} less", {text, least->name, money_text(fall)})
                       : tr("{0}, though {1} costs {2} less", {text, least->name, money_text(fall)});
}

}  // namespace tollmeter
