#include "ui/solve/plan_words.h"

#include "core/format.h"
#include "core/language.h"
#include "core/words.h"
#include "ui/views/result_words.h"

namespace tollmeter::ui {

namespace {

Money positive(Money money) {
  if (money.amount < 0) money.amount = -money.amount;
  return money;
}

std::string cause_words(const PlanEntry& entry) {
  switch (entry.apart) {
    case PlanEntry::Apart::closed:
      return tr("Closed to new customers");
    case PlanEntry::Apart::by_invitation:
      return tr("By invitation only");
    case PlanEntry::Apart::yearly:
      return tr("Paid a year ahead");
    case PlanEntry::Apart::unpublished:
      return tr("Price not published");
    case PlanEntry::Apart::other_currency:
      return tr("Billed in {0}, another currency than the plan it would be compared with", {entry.plan->currency});
    case PlanEntry::Apart::no:
      break;
  }
  return {};
}

std::string break_even_words(const YearlyPair& pair) {
  if (pair.month_by_month.at_least || pair.month_by_year.at_least) {
    return tr("A part of a price is not published, so it cannot be said from when on it is cheaper.");
  }
  if (!pair.cheaper_from) return tr("Within a year it never becomes the cheaper one.");
  const int month = *pair.cheaper_from;
  if (month == 1) return tr("It is cheaper from the first month on.");
  if (pair.even_before) {
    return tr_count(month - 1,
                    "It is cheaper from month {0} of staying on; after {1} month both have cost the same. Who leaves earlier is reckoned to "
                    "get nothing back.",
                    "It is cheaper from month {0} of staying on; after {1} months both have cost the same. Who leaves earlier is reckoned to "
                    "get nothing back.",
                    {std::to_string(month), std::to_string(month - 1)});
  }
  return tr("It is cheaper from month {0} of staying on. Who leaves earlier is reckoned to get nothing back.", {std::to_string(month)});
}

}  // namespace

std::vector<PlanMark> plan_marks(const PlanEntry& entry) {
  std::vector<PlanMark> marks;
  if (entry.access == Access::contract) marks.push_back({tr("by contract"), Tone::neutral});
  if (entry.access == Access::review) marks.push_back({tr("after a review"), Tone::neutral});
  if (entry.price.press) {
    marks.push_back({tr("press report"), Tone::warn});
  } else if (entry.price.approximate) {
    marks.push_back({tr("reported"), Tone::warn});
  }
  if (entry.price.conflicting) marks.push_back({tr("sources disagree"), Tone::warn});
  return marks;
}

std::string paid_words(const Plan& plan) {
  return plan.yearly && plan.name.english().find("yearly") == std::string::npos ? ", " + tr("paid yearly") : "";
}

std::string marked_name(const PlanEntry& entry) {
  std::string marks;
  for (const PlanMark& mark : plan_marks(entry)) marks += (marks.empty() ? " (" : ", ") + mark.text;
  return entry.plan->name + marks + (marks.empty() ? "" : ")");
}

std::string entry_price(const PlanEntry& entry) {
  return entry.price.at_least && entry.price.amount.is_zero() ? tr("not published") : money_text(entry.price);
}

std::string rise_words(const Money& rise, const std::string& why) {
  if (rise.amount.is_zero()) return tr("Costs the same");
  const std::string by = sentence_case(money_text(positive(rise)));
  if (rise.amount < 0) return tr("{0} less, but its price is not a published one", {by});
  return why.empty() ? tr("{0} more@@dearer", {by}) : tr("{0} more: {1}@@dearer", {by, why});
}

std::string apart_words(const PlanEntry& entry) {
  const std::string cause = cause_words(entry);
  if (cause.empty()) return entry.fits ? tr("Would serve it all") : sentence_case(entry.why);
  if (entry.fits) return tr("{0}; would serve it all", {cause});
  return entry.why.empty() ? cause : tr("{0}; {1}", {cause, entry.why});
}

std::string other_day_words(const Plan& plan, Date date) {
  const Validity& validity = plan.validity;
  if (validity.from && date < *validity.from) return tr("Not sold before {0}", {date_text(*validity.from)});
  // What is not known stands last here; a language that says it otherwise keeps its own order.
  const std::string no_start = tr("start not known") + ", ";
  const std::string when = validity_text(validity);
  if (!when.starts_with(no_start)) return tr("Sold {0}", {when});
  return tr("Sold {0}, start not known", {when.substr(no_start.size())});
}

std::string step_words(const ScenarioReview& review, const StepUp& step) {
  return tr("Smallest step up: {0} {1}, {2} more, then {3} a month.",
            {review.platforms[step.platform].platform->short_name, marked_name(*step.to), money_text(step.rise), money_text(step.total)});
}

std::vector<std::string> yearly_words(const YearlyPair& pair) {
  std::vector<std::string> said;
  const bool all = pair.ahead.amount == pair.year_by_year.amount;
  const std::string ahead = money_text(pair.ahead);
  said.push_back(all ? tr("A year ahead, {0} is due on the first day.", {ahead})
                     : tr("A year ahead, {0} is due on the first day, the rest as it is used.", {ahead}));
  if (pair.saved.amount > 0) {
    said.push_back(tr("Over twelve months that saves {0}, {1}.", {money_text(pair.saved), percent_text(pair.saved_share)}) + " " +
                   break_even_words(pair));
  } else if (pair.saved.amount.is_zero()) {
    said.push_back(tr("Over twelve months both cost the same."));
  } else {
    said.push_back(tr("Over twelve months that costs {0} more.", {money_text(positive(pair.saved))}));
  }
  if (pair.month_by_year.press && !pair.month_by_month.press) said.push_back(tr("What it costs by the year was only reported by the press."));
  std::string limits;
  for (const std::string& limit : pair.limits) limits = limits.empty() ? limit : tr("{0}; {1}", {limits, limit});
  said.push_back(limits.empty() ? tr("The limits are the same.") : tr("What differs when it is paid yearly: {0}.", {limits}));
  return said;
}

}  // namespace tollmeter::ui
