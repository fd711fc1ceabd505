#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/solve/curve.h"
#include "ui/views.h"

namespace tollmeter::ui {

/// A curve with what it was computed from, so that an unchanged page and a turned dial compute nothing.
struct CurvePicture {
  const void* catalog = nullptr;  ///< where the platforms stand: more of them may have come
  std::size_t platforms = 0;
  Scenario rest;                  ///< the scenario without the dial's quantity
  Dial dial;
  std::optional<Date> date;       ///< of prices and plans; none: the scenario's
  CostCurve curve;
};

/// The curve of the dial, from the view's state where that still holds.
const CurvePicture& curve_picture(View& view, const Dial& dial);
/// The same use at the prices of another day.
const CurvePicture& curve_picture_on(View& view, const Dial& dial, Date date);

/// What can be turned: the entered metrics of the scenario's platforms that cost or are limited on their plans.
struct DialChoice {
  Dial dial;
  const Platform* platform = nullptr;
  const Metric* metric = nullptr;
};
std::vector<DialChoice> dial_choices(const Session& session);
/// The one picked, where it can still be turned; else the one whose lines cost most, else one that breaks a limit, else one in
/// use, else the first; -1 where there is none.
int chosen_dial(const Session& session, const std::vector<DialChoice>& choices, const Dial& picked);

/// A plan's line on the chart: up to where it ends, to the right end at most.
struct CurveLine {
  const PlanCurve* plan = nullptr;
  std::size_t colour = 0;
};
/// Plans that serve the rest of the use at a known price: those to choose from first, the chosen one always; at most
/// kMostLines.
std::vector<CurveLine> curve_lines(const CostCurve& curve, const PlatformEstimate& platform);
inline constexpr std::size_t kMostLines = 8;

}  // namespace tollmeter::ui
