#include "ui/solve/growth_words.h"

#include <algorithm>

#include "core/format.h"
#include "core/language.h"
#include "core/solve/growth_multiple.h"
#include "core/words.h"
#include "ui/views/result_words.h"

namespace tollmeter::ui {

namespace {

// The name of a limit says its window: "posts read a month".
std::string limit_words(const GrowthBreak& broken) {
  return broken.limit ? lower_first(broken.limit->name) : tr("{0} not offered", {lower_first(broken.metric->name)});
}

Date day_of(const GrowthBreak& broken, const Growth& growth) {
  if (!broken.at || !broken.at->ok()) return growth.months[broken.month].cycle.start;
  return date_of(Instant{broken.at->to_int64()});
}

std::string outgrown_words(const Outgrown& plan, const Growth& growth) {
  const GrowthBreak& by = plan.by;
  const std::string name = platform_and_plan(*by.platform, by.plan);
  const std::string text = by.month == 0
                               ? tr("{0} does not hold this month's use ({1})", {name, limit_words(by)})
                               : tr("{0} is outgrown on {1} ({2})", {name, long_date_text(day_of(by, growth)), limit_words(by)});
  return plan.then ? tr("{0}; from then on {1}", {text, platform_and_plan(*by.platform, plan.then)})
                   : tr("{0}; no plan on sale then serves it all", {text});
}

std::string change_words(const PlanChange& change, const Growth& growth) {
  const std::string day = long_date_text(growth.months[change.month].prices);
  if (!change.after) return tr("From {0} on no plan of {1} can be had", {day, change.platform->short_name});
  const std::string name = platform_and_plan(*change.platform, change.after);
  return change.fits ? tr("From {0} on {1} is the cheapest that fits", {day, name}) : tr("From {0} on not even {1} serves it all", {day, name});
}

std::string stand_in_words(const PlanChange& change, const Growth& growth) {
  const std::string day = long_date_text(growth.months[change.month].prices);
  if (!change.before) return tr("From {0} on {1} can be had", {day, platform_and_plan(*change.platform, change.after)});
  const std::string name = platform_and_plan(*change.platform, change.before);
  if (!change.after) return tr("{0} is not sold from {1} on, and nothing else is", {name, day});
  return tr("From {0} on {1} stands in for {2}", {day, platform_and_plan(*change.platform, change.after), name});
}

struct Said {
  std::size_t month;
  std::string text;
};

bool is_told(const PlanChange& change, const Growth& growth) {
  return std::any_of(growth.outgrown.begin(), growth.outgrown.end(), [&](const Outgrown& plan) {
           return plan.by.platform == change.platform && plan.by.month == change.month;
         }) ||
         std::any_of(growth.stand_ins.begin(), growth.stand_ins.end(), [&](const PlanChange& other) {
           return other.platform == change.platform && other.month == change.month && other.after == change.after;
         });
}

bool is_told(const GrowthBreak& broken, const Growth& growth) {
  return std::any_of(growth.outgrown.begin(), growth.outgrown.end(), [&](const Outgrown& plan) {
    return plan.by.platform == broken.platform && plan.by.limit == broken.limit && plan.by.metric == broken.metric;
  });
}

std::string first_words(const GrowthBreak& broken, const Growth& growth) {
  const std::string name = platform_and_plan(*broken.platform, broken.plan);
  const std::string day = long_date_text(day_of(broken, growth));
  return broken.refuses ? tr("{0}, {1}: first refused on {2}", {name, limit_words(broken), day})
                        : tr("{0}, {1}: first waits on {2}", {name, limit_words(broken), day});
}

/// From when on the numbers are beyond what is computed, for good: they only grow.
void say_too_large(const Growth& growth, std::vector<Said>& said) {
  for (std::size_t i = 0; i < growth.months.size(); ++i) {
    const std::vector<Money>& totals = growth.months[i].chosen_totals;
    if (std::all_of(totals.begin(), totals.end(), [](const Money& total) { return total.amount.ok(); })) continue;
    said.push_back({i, tr("From {0} on the numbers are too large to compute exactly", {long_date_text(growth.months[i].cycle.start)})});
    return;
  }
}

std::vector<Said> said_of(const Growth& growth) {
  std::vector<Said> said;
  say_too_large(growth, said);
  for (const Outgrown& plan : growth.outgrown) said.push_back({plan.by.month, outgrown_words(plan, growth)});
  for (const PlanChange& change : growth.stand_ins) said.push_back({change.month, stand_in_words(change, growth)});
  for (const PlanChange& change : growth.changes) {
    if (!is_told(change, growth)) said.push_back({change.month, change_words(change, growth)});
  }
  for (const GrowthBreak& broken : growth.breaks) {
    if (is_told(broken, growth) || broken.month == 0) continue;
    said.push_back({broken.month, first_words(broken, growth)});
  }
  std::stable_sort(said.begin(), said.end(), [](const Said& a, const Said& b) { return a.month < b.month; });
  return said;
}

}  // namespace

std::vector<std::string> growth_sentences(const Growth& growth) {
  std::vector<std::string> sentences;
  for (Said& one : said_of(growth)) sentences.push_back(std::move(one.text) + ".");
  if (sentences.empty() && !growth.months.empty()) {
    sentences.push_back(tr("In three years no limit breaks and no plan changes."));
  }
  return sentences;
}

std::string growth_rate_words(const GrowthRate& rate) {
  if (!rate.grows()) return tr("none@@growth");
  std::string monthly = monthly_growth_words(rate);
  if (!rate.is_target()) return monthly;
  return tr("{0} × in {1} months, {2}", {growth_number(rate.times), std::to_string(rate.months), monthly});
}

std::string monthly_growth_words(const GrowthRate& rate) {
  const Rational percent = rate.is_target() ? (monthly_growth(rate) - 1) * 100 : growth_percent(rate);
  return tr("{0} % a month", {number_text(percent.round_half_up(2))});
}

std::string growth_number(const Rational& number) {
  std::string text = number.text();
  const std::size_t point = text.find('.');
  if (spoken() && point != std::string::npos) text.replace(point, 1, spoken()->decimal);
  return text;
}

std::string growth_multiple_words(const Rational& multiple) {
  if (multiple >= 100) return group_digits(multiple.round_half_up(0));
  return growth_number(multiple.round_half_up(multiple < 10 ? 2 : 1));
}

std::string growth_break_words(const GrowthBreak& broken) {
  return tr("{0}: {1}", {broken.platform->short_name, limit_words(broken)});
}

std::string money_list(const std::vector<Money>& totals) {
  std::string text;
  for (const Money& money : totals) text += (text.empty() ? "" : " + ") + money_text(money);
  return text;
}

std::vector<GrowthRow> growth_rows(const Growth& growth) {
  std::vector<GrowthRow> rows;
  for (const GrowthMonth& month : growth.months) {
    GrowthRow row{date_text(month.cycle.start), growth_multiple_words(month.multiple) + " ×", money_list(month.chosen_totals),
                  month.serves_all ? money_list(month.cheapest_totals) : tr("no plan serves it all"), ""};
    if (month.breaches > 0) row.chosen += ", " + counted(month.breaches, "breach", "breaches");
    rows.push_back(std::move(row));
  }
  for (const Said& one : said_of(growth)) {
    std::string& happens = rows[one.month].happens;
    happens += (happens.empty() ? "" : tr("; @@joint")) + one.text;
  }
  return rows;
}

}  // namespace tollmeter::ui
