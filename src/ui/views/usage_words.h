#pragma once

#include <string>
#include <string_view>

#include "core/estimate.h"
#include "ui/kit.h"
#include "ui/views/usage_limits.h"

namespace tollmeter::ui {

/// How one input stands, right of its name.
struct Standing {
  std::string text;   ///< "12 % of 50,000 a month", "3.0 × the cap, refused from 5 May"
  std::string brief;  ///< the same where there is little room: "12 % of 50,000", "3.0 × the cap"
  Ink ink = Ink::dim;
  bool over = false;
};
Standing standing(const PlatformEstimate& platform, const Metric& metric, const MetricLimits& limits,
                  const Scenario& scenario, const World& world);
/// A driver's formula as a person reads it: "4,800 × engaged a day".
std::string formula_words(const Formula& formula, const Catalog& catalog);
/// "50k cap", "500 a day", "10k included".
std::string mark_label(const LimitOutcome& outcome, bool brief);

/// The number of a quantity as its field shows it, without the unit: "30,000", "1.5M" as typed.
std::string number_words(const Quantity& quantity);
std::string per_suffix(Per per);  ///< "/ day", "/ mo"
std::string a_period(Per per);    ///< "a day", "an hour"
/// "30,000 a month".
std::string quantity_words(const Quantity& quantity);

/// The inputs that are not zero, in words: "8 posts a day"; "nothing yet".
std::string use_words(const Platform& platform, const PlatformUse& use);

struct FullestBadge {
  std::string text;  ///< "84 %", "3.0 ×", "no cap"
  Tone tone = Tone::neutral;
};
FullestBadge fullest_badge(const PlatformEstimate& platform);
/// Fullness of the fullest limit; one and more where something breaks.
Rational fullest(const PlatformEstimate& platform);
/// "about $42,000 (press)"; without mark where the price is published.
std::string marked_money(const Money& money);

/// Why the plan computed with is not the one chosen, one sentence; empty where all is as chosen.
std::string plan_notice(const PlatformEstimate& platform, Date date);

}  // namespace tollmeter::ui
