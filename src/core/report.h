#pragma once

#include <string>
#include <string_view>

#include "core/estimate.h"

namespace tollmeter {

/// Title, total, date and breach count as text, with the link on its own line.
std::string share_text(const Scenario& scenario, const Estimate& estimate, std::string_view link);
/// The bill as a tab-separated table that spreadsheets take.
std::string bill_table(const Estimate& estimate);

}  // namespace tollmeter
