#pragma once

#include <string>
#include <vector>

#include "core/solve/plan_review.h"
#include "ui/theme.h"

namespace tollmeter::ui {

struct PlanMark {
  std::string text;
  Tone tone = Tone::neutral;
};
/// What is to be known of a plan's price: "by contract", "press report", "reported", "sources disagree".
std::vector<PlanMark> plan_marks(const PlanEntry& entry);
/// ", paid yearly" where the name does not tell a plan from its monthly sibling, else nothing.
std::string paid_words(const Plan& plan);
/// The plan's name with these: "Enterprise (by contract, press report)".
std::string marked_name(const PlanEntry& entry);
/// "$100.00", "about $42,000"; "not published" where nothing of it is known.
std::string entry_price(const PlanEntry& entry);
/// How much more another plan costs, and why: "$4,900.00 more: monthly fee $5,000.00 instead of $100.00".
std::string rise_words(const Money& rise, const std::string& why);
/// "closed to new customers, would serve it all"
std::string apart_words(const PlanEntry& entry);
/// When a plan of other days is sold: "Sold 29 Mar 2023 to 5 Feb 2026", "Not sold before 6 Feb 2026".
std::string other_day_words(const Plan& plan, Date date);
/// Of the whole scenario: "Smallest step up: Postiz Team, $10.00 more, then $59.00 a month".
std::string step_words(const ScenarioReview& review, const StepUp& step);
/// What paying a year ahead means, a sentence each.
std::vector<std::string> yearly_words(const YearlyPair& pair);

}  // namespace tollmeter::ui
