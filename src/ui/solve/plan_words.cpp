#include "ui/solve/plan_words.h"

#include "core/format.h"
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
      return "Closed to new customers";
    case PlanEntry::Apart::by_invitation:
      return "By invitation only";
    case PlanEntry::Apart::yearly:
      return "Paid a year ahead";
    case PlanEntry::Apart::unpublished:
      return "Price not published";
    case PlanEntry::Apart::other_currency:
      return "Billed in " + entry.plan->currency + ", another currency than the plan it would be compared with";
    case PlanEntry::Apart::no:
      break;
  }
  return {};
}

std::string break_even_words(const YearlyPair& pair) {
  if (pair.month_by_month.at_least || pair.month_by_year.at_least) {
    return "A part of a price is not published, so it cannot be said from when on it is cheaper.";
  }
  if (!pair.cheaper_from) return "Within a year it never becomes the cheaper one.";
  const int month = *pair.cheaper_from;
  if (month == 1) return "It is cheaper from the first month on.";
  std::string text = "It is cheaper from month " + std::to_string(month) + " of staying on";
  if (pair.even_before) text += "; after " + counted(month - 1, "month", "months") + " both have cost the same";
  return text + ". Who leaves earlier is reckoned to get nothing back.";
}

}  // namespace

std::vector<PlanMark> plan_marks(const PlanEntry& entry) {
  std::vector<PlanMark> marks;
  if (entry.access == Access::contract) marks.push_back({"by contract", Tone::neutral});
  if (entry.access == Access::review) marks.push_back({"after a review", Tone::neutral});
  if (entry.price.press) {
    marks.push_back({"press report", Tone::warn});
  } else if (entry.price.approximate) {
    marks.push_back({"reported", Tone::warn});
  }
  if (entry.price.conflicting) marks.push_back({"sources disagree", Tone::warn});
  return marks;
}

std::string paid_words(const Plan& plan) {
  return plan.yearly && plan.name.english().find("yearly") == std::string::npos ? ", paid yearly" : "";
}

std::string marked_name(const PlanEntry& entry) {
  std::string marks;
  for (const PlanMark& mark : plan_marks(entry)) marks += (marks.empty() ? " (" : ", ") + mark.text;
  return entry.plan->name + marks + (marks.empty() ? "" : ")");
}

std::string entry_price(const PlanEntry& entry) {
  return entry.price.at_least && entry.price.amount.is_zero() ? "not published" : money_text(entry.price);
}

std::string rise_words(const Money& rise, const std::string& why) {
  if (rise.amount.is_zero()) return "Costs the same";
  const std::string by = sentence_case(money_text(positive(rise)));
  if (rise.amount < 0) return by + " less, but its price is not a published one";
  return by + " more" + (why.empty() ? "" : ": " + why);
}

std::string apart_words(const PlanEntry& entry) {
  const std::string cause = cause_words(entry);
  if (cause.empty()) return entry.fits ? "Would serve it all" : sentence_case(entry.why);
  if (entry.fits) return cause + "; would serve it all";
  return entry.why.empty() ? cause : cause + "; " + entry.why;
}

std::string other_day_words(const Plan& plan, Date date) {
  constexpr std::string_view kNoStart = "start not known, ";
  if (plan.validity.from && date < *plan.validity.from) return "Not sold before " + date_text(*plan.validity.from);
  const std::string when = validity_text(plan.validity);
  if (!when.starts_with(kNoStart)) return "Sold " + when;
  return "Sold " + when.substr(kNoStart.size()) + ", start not known";
}

std::string step_words(const ScenarioReview& review, const StepUp& step) {
  return "Smallest step up: " + review.platforms[step.platform].platform->short_name + " " + marked_name(*step.to) + ", " +
         money_text(step.rise) + " more, then " + money_text(step.total) + " a month.";
}

std::vector<std::string> yearly_words(const YearlyPair& pair) {
  std::vector<std::string> said;
  std::string ahead = "A year ahead, " + money_text(pair.ahead) + " is due on the first day";
  const bool all = pair.ahead.amount == pair.year_by_year.amount;
  said.push_back(ahead + (all ? "." : ", the rest as it is used."));
  if (pair.saved.amount > 0) {
    said.push_back("Over twelve months that saves " + money_text(pair.saved) + ", " + percent_text(pair.saved_share) + ". " +
                   break_even_words(pair));
  } else if (pair.saved.amount.is_zero()) {
    said.push_back("Over twelve months both cost the same.");
  } else {
    said.push_back("Over twelve months that costs " + money_text(positive(pair.saved)) + " more.");
  }
  if (pair.month_by_year.press && !pair.month_by_month.press) said.push_back("What it costs by the year was only reported by the press.");
  std::string limits;
  for (const std::string& limit : pair.limits) limits += (limits.empty() ? "What differs when it is paid yearly: " : "; ") + limit;
  said.push_back(limits.empty() ? "The limits are the same." : limits + ".");
  return said;
}

}  // namespace tollmeter::ui
