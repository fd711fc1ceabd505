#pragma once

#include <string>
#include <vector>

#include "ui/solve/own_unit_findings.h"

namespace tollmeter::ui {

/// A run that owns its text.
struct Said {
  std::string text;
  Face face = Face::regular;
  Ink ink = Ink::dim;
};

/// "10 posts, 50 reads, 15 messages": what one unit takes, in the order of the scenario.
std::string unit_takes(const Session& session);
/// "LinkedIn refuses (API calls a day)".
std::string bottleneck_words(const Bottleneck& bottleneck);
/// "10 posts, 50 reads. $1.25 each; at most 714 before LinkedIn refuses (API calls a day)."
std::vector<Said> unit_sentence(const Session& session, const UnitFindings& findings);
/// "The budget of $500 is enough for 312: one more makes it $500.40."; empty without a budget.
std::string unit_budget_words(const Session& session, const UnitFindings& findings);
/// The budget, what would break next, and how far the cheapest plans reach; empty where there is nothing to add.
std::string unit_outlook(const Session& session, const UnitFindings& findings);

}  // namespace tollmeter::ui
