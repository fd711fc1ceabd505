#pragma once

#include <optional>
#include <string>

#include "core/advice.h"
#include "ui/views.h"
#include "ui/views/limit_words.h"

namespace tollmeter::ui {

/// A remedy in words.
struct RemedyWords {
  std::string label;   ///< "Ask for Enterprise", "cut to 10,000 a month", "wait 20 days"
  std::string detail;  ///< "about +$41,900, press", a month; may be empty
  std::string name;    ///< the whole deed: "Set the plan of X to Enterprise, ..."
  bool acts = true;    ///< pressing it changes the scenario
};
RemedyWords remedy_words(const Remedy& remedy, const PlatformEstimate& platform, const Session& session);

/// How many of the entered operation that is, in the unit that was typed, rounded down to what fits: "333/day". Nothing
/// for an operation that is not entered.
std::optional<Quantity> cut_quantity(const Metric& metric, Rational to, const PlatformUse& use, const Cycle& cycle);

/// The scenario with the remedy taken; the one of the session for a remedy that does not act.
Scenario with_remedy(const Session& session, const PlatformEstimate& platform, const Remedy& remedy);

/// What one can do about a breach, as buttons; drawn with the right edge at box.right() (as wide as needed, at most box.w), on
/// a phone over the whole width. Returns the box that it took. What was pressed goes to `wanted`: the caller edits when it has
/// drawn everything, because an edit replaces the estimate that is being drawn.
Box remedy_buttons(View& view, const LimitRef& breach, const Box& box, std::optional<Scenario>& wanted);

}  // namespace tollmeter::ui
