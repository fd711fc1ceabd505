#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "ui/chart/chart.h"
#include "ui/solve/curve_picture.h"

namespace tollmeter::ui {

/// All that the parts of one frame of the cost curve share.
struct CurveScene {
  View& view;
  const DialChoice& choice;
  const CostCurve& curve;
  const PlatformEstimate& platform;
  std::vector<CurveLine> lines;
  std::string noun;       ///< "posts read"
  std::int64_t now = 0;   ///< units a cycle
  double top = 0;         ///< of the x axis
  const CostCurve* other = nullptr;  ///< of another day; null: none
  Date other_day = {};
};

inline double drawn(const Money& money) { return std::max(0.0, money.amount.approx()); }
inline double drawn(std::int64_t units) { return static_cast<double>(units); }

/// The right end of the x axis: the slider's on logarithmic axes; else so that the point stands in the left half, with the next
/// break-even beside it. It stays while the point is dragged.
double curve_top(View& view, const DialChoice& choice, const CostCurve& curve, std::int64_t now);
Axis curve_x_axis(const CurveScene& scene);
Axis curve_y_axis(const CurveScene& scene);
/// A plan's line goes from zero to its end, to where its price is no longer published, or to the right edge.
std::int64_t line_end(const CurveScene& scene, const PlanCurve& plan);

/// What a gesture on the chart says.
struct CurveGesture {
  std::optional<double> units;
  double grain = 0;  ///< units that a hundredth of what is in sight stands for, there; 0: of a chart that is not zoomed into
  bool released = false;
  bool on_point = false;  ///< within the big dot that stands for what is asked now
};
/// Of the chart's zoom; the same for drawing and for the links.
std::string curve_chart_key(const CurveScene& scene);
CurveGesture draw_curve_chart(const CurveScene& scene, const Box& box);

/// The plans as rows, those of the other day behind. As nodes alone, behind the chart, or drawn in its place.
void curve_table_nodes(const CurveScene& scene, const Box& box);
void draw_curve_table(const CurveScene& scene, const Box& box);

/// The selects and the links; returns the y below. `zooms`: the chart is shown, so the links that zoom it are too; they are drawn
/// by the caller at the place that `links` gets.
struct CurveControls {
  float below = 0;
  Box links = {};  ///< where the links of the zoom stand
};
CurveControls curve_controls(View& view, const std::vector<DialChoice>& choices, int chosen, const Box& box);
/// The field of the budget and what it allows, from the bottom up; returns the y of its top.
float curve_words_below(const CurveScene& scene, const Box& box);

}  // namespace tollmeter::ui
