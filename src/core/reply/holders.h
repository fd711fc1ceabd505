#pragma once

#include "core/reply/match.h"

namespace tollmeter {

/// The platform's use in the scenario; where it has none, what somebody begins with who adds it.
PlatformUse use_of(const Platform& platform, const Scenario& scenario);

/// How many units fit at once: what a bucket holds, else the cap.
Rational capacity_of(const LimitOutcome& outcome);

/// Fills `holder` and `most`: among the plans that are sold on the scenario's date to be paid by the month, each with its limit of the same
/// id, or else of the same operation and window.
void find_holders(ReplyMatch& match, const Scenario& scenario, const World& world);

}  // namespace tollmeter
