#pragma once

#include <string>

#include "core/estimate.h"

namespace tollmeter {

/// Why the plan does not serve it all: what it does not offer, else the limit that refuses most and by how much; empty where
/// it does. "does not offer posts read", "posts created: 420 of 300 a day, 120 too many on the busiest day, and 1 more limit".
std::string why_not_served(const PlatformEstimate& estimate);

/// "10,000 a month for each user"; money of a limit on money.
std::string cap_text(const LimitOutcome& outcome, const std::string& currency);
/// What a limit counts: "posts read"; of a limit on money "spending on use", since what fees take of it is gone before.
std::string counted_text(const LimitOutcome& outcome);

/// What makes one bill higher than another: the part that rises most, "monthly fee $5,000.00 instead of $100.00", with what
/// falls, "though posts read cost $54.00 less"; empty where nothing rises.
std::string what_costs_more(const PlatformEstimate& less, const PlatformEstimate& more);

}  // namespace tollmeter
