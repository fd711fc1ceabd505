#pragma once

#include <string>
#include <string_view>

#include "core/estimate.h"

namespace tollmeter::ui {

// Phrases that the verdict, what breaks, the bill and the history share.

/// What the calls of an operation are called: "reads" where no other operation of the platform counts in that word, else
/// "posts read".
std::string operation_noun(const Platform& platform, const Metric& metric);
/// "every read", or "every further call" where the word could mean another operation too.
std::string every_one(const Platform& platform, const Metric* metric);
/// All totals of an estimate: "$748.00", "$10.00 + €5.00".
std::string totals_text(const Estimate& estimate);
/// Without ".00", for labels on a chart and round prices: "$5,000", "$99.50", "about $42,000".
std::string brief_money(const Money& money);
/// What a tick of an axis says, in whole units: of US dollars, or of another currency, which the axis need not name.
std::string dollar_label(double value);
std::string whole_label(double value);
/// "X Basic"; "Instagram Platform", which names it already; the platform alone where it has no plan.
std::string platform_and_plan(const Platform& platform, const Plan* plan);
std::string plan_title(const PlatformEstimate& platform);
/// "25 Apr to 25 May 2023", with both years where they differ.
std::string cycle_text(const Cycle& cycle);
/// "5 May" of an instant, in UTC.
std::string day_and_month(Rational seconds);
/// With a capital at its start.
std::string sentence_case(std::string text);
/// "1 breach", "2 breaches".
std::string counted(int n, std::string_view one, std::string_view many);

}  // namespace tollmeter::ui
