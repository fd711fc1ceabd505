#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/chart/axis.h"
#include "ui/chart/labels.h"
#include "ui/kit.h"

namespace tollmeter::ui {

enum class Stroke { solid, dotted, dashed };

struct LineLook {
  Color color = 0;
  Stroke stroke = Stroke::solid;
  float thickness = 2;
  Color area = 0;  ///< fills down to the x axis; 0: none
};

struct ChartPoint {
  double x = 0, y = 0;  ///< values of the axes
};

/// A level stretch of a step line. Where one begins at the other's end, a riser joins them; else there is a gap.
struct StepSpan {
  double from = 0, to = 0, y = 0;
};

/// Names a point (from == to) or a stretch of a line. Placed so that no two collide; the least important ones are left
/// out when there is no room.
struct Annotation {
  double from = 0, to = 0, y = 0;
  std::string text = {};
  std::string detail = {};  ///< a second, dim line
  std::string brief = {};   ///< stands for `text` where that has no room; may be empty
  bool strong = false;      ///< in bold, and never left out for a line that it would lie on
  int importance = 0;
  Color swatch = 0;  ///< a small square of this colour before the text, where several lines are named; 0: none
};

struct ChartSpec {
  std::string name;        ///< "Price history"
  std::string value_text;  ///< what is chosen now, in words: "25 April 2023: about $42,000"
  /// The chosen x. With it the plot answers to click, drag and arrow keys like a slider; without, it is an image.
  std::optional<double> chosen;
  double step = 0.01;  ///< of an arrow key, of the x axis' length
  bool zooms = false;  ///< the x axis: by two fingers, the wheel with Ctrl, or zoom_links()
};

/// An upright bar from zero, as in a histogram.
struct ChartBar {
  double from = 0, to = 0, y = 0;
};

/// One place of a band: from `low` to `high` at `x`.
struct BandPoint {
  double x = 0, low = 0, high = 0;
};

struct LegendEntry {
  std::string text;
  LineLook look;
};

/// One chart of one frame: construct, add lines and labels, end(). Axis values are only drawn with, never reckoned
/// with.
class Chart {
 public:
  /// `box` holds the plot and its axis labels.
  Chart(Kit& kit, std::string_view key, const Box& box, const Axis& x, const Axis& y, ChartSpec spec);

  Box plot() const { return plot_; }
  float to_x(double value) const;  ///< out of sight of a zoomed chart: beyond the plot
  float to_y(double value) const;
  double value_at(float x) const;  ///< of a place within the plot
  /// How much of the x axis is in sight, 0..1.
  double in_view() const { return in_view_; }

  void line(std::span<const ChartPoint> points, const LineLook& look);
  void step_line(std::span<const StepSpan> spans, const LineLook& look);
  void bars(std::span<const ChartBar> bars, Color color);
  void band(std::span<const BandPoint> points, Color color);
  void marker(double x, double y, Color color, bool hollow = false, float radius = 4.5F);
  /// An upright line over the whole plot, with a dim label above it ("today"); empty: none.
  void upright(double x, const LineLook& look, std::string_view label = {});
  void annotate(Annotation annotation);

  /// The x under the pointer, while it is over the plot: ask after construction, then give readout() the lines to show.
  std::optional<double> hovered() const { return hovered_; }
  /// The hair line at `x` and a small card beside it. First line strong.
  void readout(double x, std::span<const std::string> lines);

  /// The x that was chosen in this frame by click, drag or key; `released` is true when the gesture ended.
  std::optional<double> chose() const { return chose_; }
  bool released() const { return released_; }

  /// Places the annotations and draws what lies on top.
  void end();

 private:
  struct Upright {
    float x;
    LineLook look;
    std::string label;
  };
  struct ScreenPoint {
    float x, y;
  };
  std::vector<ScreenPoint> shown_part(std::span<const ChartPoint> points) const;
  void draw_grid();
  void draw_x_labels();
  void zoom(NodeId id);
  bool in_sight(double from, double to) const { return x_.beyond(to) >= 0 && x_.beyond(from) <= 1; }
  void clip();
  void unclip();
  void interact(std::string_view key);
  void draw_line(float x0, float y0, float x1, float y1, const LineLook& look);
  void draw_annotations();
  void draw_readout();

  Kit& kit_;
  Axis x_, y_;
  ChartSpec spec_;
  Box box_, plot_;
  double in_view_ = 1;
  std::optional<double> hovered_, chose_;
  bool released_ = false;
  std::vector<Annotation> annotations_;
  std::vector<Box> lines_;     ///< thin boxes of what was drawn, which labels keep off
  std::vector<Box> uprights_;  ///< the same, of upright lines
  std::vector<Box> taken_;  ///< markers and labels
  std::optional<double> readout_x_;
  std::vector<std::string> readout_lines_;
};

/// "zoom in", and for a chart that is zoomed into "zoom out" and "show all", for those who have neither wheel nor two fingers.
/// `key` is the chart's. Returns the x behind them.
float zoom_links(Kit& kit, std::string_view key, float x, float y);
/// What they take of a row at most, the gap behind them included.
float zoom_links_width(const Kit& kit);

/// Line samples with their names in rows that end at `right`: one, or as many as it takes for none to begin before `left`. Returns
/// the y below.
float chart_legend(Kit& kit, float left, float right, float y, std::span<const LegendEntry> entries);

}  // namespace tollmeter::ui
