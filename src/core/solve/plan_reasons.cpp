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

std::string more_text(std::size_t more, std::string_view one, std::string_view many) {
  if (more == 0) return {};
  return join({", and ", std::to_string(more), " more ", more == 1 ? one : many});
}

/// When the limit is at its fullest, where that is not the whole month.
std::string_view when_fullest(const Window& window) {
  switch (window.kind) {
    case Window::Kind::cycle:
      return "";
    case Window::Kind::concurrent:
      return window.lasts ? " at the busiest time" : "";
    case Window::Kind::fixed:
      if (window.is_month()) return "";
      return window.seconds == 86400 ? " on the busiest day" : " at the busiest time";
    default:
      return " at the busiest time";
  }
}

std::string overrun_text(const LimitOutcome& outcome, const std::string& currency) {
  const Limit& limit = *outcome.limit;
  std::string text = join({counted_text(outcome), ": ", count_text(outcome, outcome.run.busiest, currency), " of ",
                           cap_text(outcome, currency)});
  const Rational over = outcome.run.busiest - outcome.cap;
  if (!over.ok()) return text;
  if (over > 0) {
    append(text, {", ", count_text(outcome, over, currency), limit.spend ? " too much" : " too many", when_fullest(limit.window)});
  } else {
    append(text, {", ", group_digits(outcome.refused), " refused in the month"});
  }
  return text;
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
    if (!part.metric && part.lines > 1) part.name = "fees";
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
  if (limit.spend) return "spending on use";
  std::string text = lower_first(limit.weights.size() == 1 && outcome.main_metric ? outcome.main_metric->name : limit.name);
  // "posts read a month: 30,000 of 10,000 a month" says it twice.
  const std::string window = join({" ", window_text(limit.window)});
  if (text.size() > window.size() && text.ends_with(window)) text.resize(text.size() - window.size());
  return text;
}

std::string cap_text(const LimitOutcome& outcome, const std::string& currency) {
  std::string text = join({count_text(outcome, outcome.cap, currency), " ", window_text(outcome.limit->window)});
  if (!outcome.limit->scope.per.empty()) append(text, {" for each ", outcome.limit->scope.name});
  return text;
}

std::string why_not_served(const PlatformEstimate& estimate) {
  if (!estimate.not_offered.empty()) {
    return join({"does not offer ", lower_first(estimate.not_offered.front()->name),
                 more_text(estimate.not_offered.size() - 1, "operation", "operations")});
  }
  const LimitOutcome* worst = nullptr;
  std::size_t broken = 0;
  for (const LimitOutcome& outcome : estimate.limits) {
    if (!stands_in_the_way(outcome)) continue;
    ++broken;
    if (!worst || outcome.run.served_share < worst->run.served_share) worst = &outcome;
  }
  if (!worst) return {};
  return join({overrun_text(*worst, estimate.subtotal.currency), more_text(broken - 1, "limit", "limits")});
}

std::string what_costs_more(const PlatformEstimate& less, const PlatformEstimate& more) {
  const std::vector<BillPart> before = parts_of(less), after = parts_of(more);
  Money rise, fall;
  const BillPart* most = furthest_above(after, before, rise);
  if (!most) return {};
  const Money was = money_in(before, *most);
  std::string text = join({most->name, " ", money_text(most->money), " instead of ",
                           was.amount.is_zero() ? "nothing" : money_text(was)});
  const BillPart* least = furthest_above(before, after, fall);
  if (least) append(text, {", though ", least->name, " ", least->metric ? "cost " : "costs ", money_text(fall), " less"});
  return text;
}

}  // namespace tollmeter
