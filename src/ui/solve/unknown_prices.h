#pragma once

#include <string>

#include "core/known_prices.h"
#include "ui/views.h"
#include "ui/views/verdict_words.h"

namespace tollmeter::ui {

// What the page says of a day before anything is known of a platform's prices.

/// "No prices of X are known before 14 Nov 2017"
std::string no_prices_words(const Platform& platform);
/// Of all platforms of which that holds: "No prices are known of X before 14 Nov 2017, of Reddit before 1 Jan 2022." Empty where there
/// is none.
std::string unknown_prices_words(const Estimate& estimate);
/// There are platforms, and of none of them prices are known.
bool nothing_known(const Estimate& estimate);
/// The verdict's words where prices of a platform are not known: no figure where none are.
void say_unknown_prices(const Session& session, VerdictWords& words);
/// What stands in a chart's place; returns the y below.
float unknown_prices_note(View& view, const Box& box);

}  // namespace tollmeter::ui
