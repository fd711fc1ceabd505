#include "core/compare.h"

#include <algorithm>

#include "core/format.h"
#include "core/line_groups.h"
#include "core/tariff.h"
#include "core/words.h"

namespace tollmeter {
namespace {

const PlatformEstimate* platform_in(const Estimate& estimate, const Platform* platform) {
  auto same = std::find_if(estimate.platforms.begin(), estimate.platforms.end(),
                           [&](const PlatformEstimate& p) { return p.platform == platform; });
  return same == estimate.platforms.end() ? nullptr : &*same;
}

/// The day on which the later of two rows took over from the earlier, in words; empty where it is not known.
std::string change_day(const Validity& before, const Validity& after, bool forward) {
  const Validity& later = forward ? after : before;
  if (!later.from) return {};
  const std::string day = later.from_about.empty() ? date_text(*later.from) : tr("about {0}@@a date", {later.from_about});
  return forward ? tr("{0}: @@a day and what changed on it", {day}) : tr("before {0}: @@a day and what changed on it", {day});
}

class Explainer {
 public:
  Explainer(const Estimate& before, Date before_date, const Estimate& after, Date after_date)
      : before_(before), after_(after), before_date_(before_date), after_date_(after_date) {}

  std::string why(const LineGroup* was, const LineGroup* is) const {
    const Platform* platform = (is ? is : was)->platform->platform;
    const PlatformEstimate* old_side = platform_in(before_, platform);
    const PlatformEstimate* new_side = platform_in(after_, platform);
    if (!old_side || !new_side) return old_side ? tr("no longer in use") : tr("not in use before");
    if (old_side->plan != new_side->plan) return plan_change(old_side->plan, new_side->plan);
    if (!was || !is) return was ? tr("no longer charged") : tr("not charged before");
    const std::string& currency = is->amount.currency;
    const std::string old_price = charge_price_words(*was->first->charge, currency);
    const std::string new_price = charge_price_words(*is->first->charge, currency);
    if (old_price != new_price) {
      return join({change_day(was->first->charge->validity, is->first->charge->validity, before_date_ < after_date_),
                   old_price, " → ", new_price});
    }
    return tr("{0} → {1} served", {group_digits(was->served), group_digits(is->served)});
  }

 private:
  std::string plan_change(const Plan* was, const Plan* is) const {
    if (!was) return tr("on {0} now", {is->name});
    std::string text = was->name;
    if (was->validity.to && *was->validity.to <= after_date_) {
      text = tr("{0} ended {1}", {text, date_text(*was->validity.to)});
      if (!was->validity.to_about.empty()) append(text, {" (", was->validity.to_about, ")"});
    } else if (was->validity.from && after_date_ < *was->validity.from) {
      text = tr("{0} is not sold before {1}", {text, date_text(*was->validity.from)});
    } else {
      return is ? tr("{0} instead of {1}", {is->name, text}) : tr("{0} cannot be had", {text});
    }
    return is ? tr("{0}; now {1}", {text, is->name}) : text;
  }

  const Estimate& before_;
  const Estimate& after_;
  Date before_date_, after_date_;
};

std::string line_name(const LineGroup& group) {
  const std::string title = line_title(group);
  return group.metric ? join({title, ", ", group_digits(group.served)}) : title;
}

}  // namespace

std::string charge_price_words(const Charge& charge, const std::string& currency) {
  if (charge.model == ChargeModel::included) return tr("included");
  if (!charge.tiers.empty() || !charge.cells.empty()) return tr("by tier");
  if (charge.price.kind != Amount::Kind::known) return tr("price not published");
  if (!charge.price.value.is_number()) return charge.price.value.text();
  std::string text = price_text(charge.price.value.evaluate([](std::string_view) { return Rational(0); }), currency);
  if (charge.price.approximate) text = tr("about {0}", {text});
  const bool by_many = charge.model == ChargeModel::per_unit && charge.per != Rational(1);
  return by_many ? tr("{0} per {1}", {text, group_digits(charge.per)}) : text;
}

Comparison compare(const Estimate& before, Date before_date, const Estimate& after, Date after_date) {
  const LineGroups old_groups = line_groups(before), new_groups = line_groups(after);
  const Explainer explain(before, before_date, after, after_date);
  Comparison out;
  out.unchanged.currency = after.totals.empty() ? "USD" : after.totals.front().currency;

  auto add_moved = [&](const LineGroup* was, const LineGroup* is) {
    const LineGroup& shown = is ? *is : *was;
    const Platform& platform = *shown.platform->platform;
    MovedLine line;
    line.platform = platform.short_name;
    line.line = line_name(shown);
    line.before.currency = line.after.currency = shown.amount.currency;
    if (was) line.before = was->amount;
    if (is) line.after = is->amount;
    line.why = explain.why(was, is);
    line.source = platform.source(shown.first->charge->source);
    out.moved.push_back(std::move(line));
  };

  for (const LineGroup& group : new_groups) {
    const LineGroup* was = partner_of(group, old_groups);
    if (was && same_amount(was->amount, group.amount)) {
      ++out.unchanged_lines;
      if (group.amount.currency == out.unchanged.currency) add_to(out.unchanged, group.amount);
    } else if (was || !group.amount.amount.is_zero() || group.amount.at_least) {
      add_moved(was, &group);
    } else {
      ++out.unchanged_lines;  // a line of nothing that was not there before
    }
  }
  for (const LineGroup& group : old_groups) {
    if (partner_of(group, new_groups)) continue;
    if (group.amount.amount.is_zero() && !group.amount.at_least) continue;
    add_moved(&group, nullptr);
  }
  return out;
}

}  // namespace tollmeter
