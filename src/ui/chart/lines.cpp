#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "ui/chart/chart.h"

namespace tollmeter::ui {
namespace {

constexpr float kHalo = 2;       // of the card's colour round a marker
constexpr float kLabelSize = 12;
constexpr float kLineRoom = 1.5F;

struct Pattern {
  float on, off;
};

Pattern pattern_of(Stroke stroke) {
  if (stroke == Stroke::dotted) return {2, 3};
  return stroke == Stroke::dashed ? Pattern{6, 4} : Pattern{0, 0};
}

Box line_box(float x0, float y0, float x1, float y1) {
  return {std::min(x0, x1) - kLineRoom, std::min(y0, y1) - kLineRoom, std::abs(x1 - x0) + 2 * kLineRoom,
          std::abs(y1 - y0) + 2 * kLineRoom};
}

}  // namespace

void Chart::draw_line(float x0, float y0, float x1, float y1, const LineLook& look) {
  ImDrawList* list = kit_.draw();
  const Pattern pattern = pattern_of(look.stroke);
  if (pattern.on <= 0) {
    list->AddLine({x0, y0}, {x1, y1}, look.color, look.thickness);
    return;
  }
  const float length = std::hypot(x1 - x0, y1 - y0);
  if (length <= 0) return;
  const float dx = (x1 - x0) / length;
  const float dy = (y1 - y0) / length;
  for (float at = 0; at < length; at += pattern.on + pattern.off) {
    const float to = std::min(length, at + pattern.on);
    list->AddLine({x0 + dx * at, y0 + dy * at}, {x0 + dx * to, y0 + dy * to}, look.color, look.thickness);
  }
}

void Chart::clip() { kit_.draw()->PushClipRect({plot_.x, plot_.y - 4}, {plot_.right(), plot_.bottom() + 4}, true); }

void Chart::unclip() { kit_.draw()->PopClipRect(); }

void Chart::bars(std::span<const ChartBar> bars, Color color) {
  clip();
  for (const ChartBar& bar : bars) {
    const float x0 = kit_.snap(to_x(bar.from)), x1 = kit_.snap(to_x(bar.to)), y = kit_.snap(to_y(bar.y));
    const float gap = x1 - x0 > 4 ? kit_.hairline() : 0;  // so that neighbours are seen apart
    const Box box{x0, y, x1 - x0 - gap, plot_.bottom() - y};
    if (box.h <= 0 || !in_sight(bar.from, bar.to)) continue;
    kit_.fill(box, color);
    lines_.push_back(box);
  }
  unclip();
}

void Chart::band(std::span<const BandPoint> points, Color color) {
  clip();
  for (std::size_t i = 1; i < points.size(); ++i) {
    const BandPoint &a = points[i - 1], &b = points[i];
    kit_.draw()->AddQuadFilled({to_x(a.x), to_y(a.high)}, {to_x(b.x), to_y(b.high)}, {to_x(b.x), to_y(b.low)},
                               {to_x(a.x), to_y(a.low)}, color);
  }
  unclip();
}

// A point far out of sight lies nearer on the screen than it should (to_x), which would tilt the line that comes from it. So
// the line is cut, in the axis' own numbers, a little outside of the plot. The x of the points rises.
std::vector<Chart::ScreenPoint> Chart::shown_part(std::span<const ChartPoint> points) const {
  constexpr double kLeft = -0.1, kRight = 1.1;
  std::vector<ScreenPoint> shown;
  const auto add = [&](double at, double y) {
    shown.push_back({plot_.x + static_cast<float>(at) * plot_.w, static_cast<float>(y)});
  };
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double at = x_.beyond(points[i].x);
    const auto y = static_cast<double>(to_y(points[i].y));
    if (i > 0) {
      const double before = x_.beyond(points[i - 1].x);
      const auto y_before = static_cast<double>(to_y(points[i - 1].y));
      for (const double edge : {kLeft, kRight}) {
        if (before < edge && edge < at) add(edge, y_before + (y - y_before) * (edge - before) / (at - before));
      }
    }
    if (kLeft <= at && at <= kRight) add(at, y);
  }
  return shown;
}

void Chart::line(std::span<const ChartPoint> points, const LineLook& look) {
  clip();
  ImDrawList* list = kit_.draw();
  const std::vector<ScreenPoint> on_screen = shown_part(points);
  for (std::size_t i = 1; i < on_screen.size(); ++i) {
    const float x0 = on_screen[i - 1].x, y0 = on_screen[i - 1].y;
    const float x1 = on_screen[i].x, y1 = on_screen[i].y;
    if (look.area != 0) {
      list->AddQuadFilled({x0, y0}, {x1, y1}, {x1, plot_.bottom()}, {x0, plot_.bottom()}, look.area);
    }
    if (look.stroke != Stroke::solid) draw_line(x0, y0, x1, y1, look);
    // Short boxes follow a slope closely enough for labels to keep off it.
    const int parts = std::clamp(static_cast<int>(std::abs(x1 - x0) / 16), 1, 64);
    for (int p = 0; p < parts; ++p) {
      const float a = static_cast<float>(p) / static_cast<float>(parts);
      const float b = static_cast<float>(p + 1) / static_cast<float>(parts);
      lines_.push_back(line_box(x0 + (x1 - x0) * a, y0 + (y1 - y0) * a, x0 + (x1 - x0) * b, y0 + (y1 - y0) * b));
    }
  }
  if (look.stroke == Stroke::solid) {
    for (const ScreenPoint& p : on_screen) list->PathLineTo({p.x, p.y});
    list->PathStroke(look.color, ImDrawFlags_None, look.thickness);
  }
  unclip();
}

void Chart::step_line(std::span<const StepSpan> spans, const LineLook& look) {
  clip();
  ImDrawList* list = kit_.draw();
  const auto flush = [list, &look] {
    if (look.stroke == Stroke::solid) list->PathStroke(look.color, ImDrawFlags_None, look.thickness);
  };
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const StepSpan& span = spans[i];
    const float x0 = kit_.snap(to_x(span.from));
    const float x1 = kit_.snap(to_x(span.to));
    const float y = kit_.snap(to_y(span.y));
    const bool joined = i > 0 && spans[i - 1].to == span.from;
    if (i > 0 && !joined) flush();
    if (look.area != 0) kit_.fill({x0, y, x1 - x0, plot_.bottom() - y}, look.area);
    if (joined) {
      const float before = kit_.snap(to_y(spans[i - 1].y));
      if (look.stroke != Stroke::solid) draw_line(x0, before, x0, y, look);
      lines_.push_back(line_box(x0, before, x0, y));
    }
    if (look.stroke == Stroke::solid) {
      list->PathLineTo({x0, y});
      list->PathLineTo({x1, y});
    } else {
      draw_line(x0, y, x1, y, look);
    }
    lines_.push_back(line_box(x0, y, x1, y));
  }
  if (!spans.empty()) flush();
  unclip();
}

void Chart::marker(double x, double y, Color color, bool hollow, float radius) {
  if (!in_sight(x, x)) return;
  const float px = to_x(x);
  const float py = to_y(y);
  kit_.circle(px, py, radius + kHalo, kit_.theme().card);
  if (hollow) {
    kit_.ring(px, py, radius, color, 2);
  } else {
    kit_.circle(px, py, radius, color);
  }
  taken_.push_back({px - radius, py - radius, 2 * radius, 2 * radius});
}

void Chart::upright(double x, const LineLook& look, std::string_view label) {
  if (!in_sight(x, x)) return;
  const float px = to_x(x);
  // A labelled one begins under its label, the other above the plot.
  const float top = label.empty() ? plot_.y - 8 : plot_.y;
  draw_line(px, top, px, plot_.bottom(), look);
  uprights_.push_back(line_box(px, top, px, plot_.bottom()));
  if (label.empty()) return;
  const Style style{kLabelSize, Face::regular, Ink::dim};
  const float w = kit_.width(label, style);
  // Its right end at the line, as it mostly stands at the right edge; within the box always.
  const float left = std::clamp(px - w + 3, box_.x, std::max(box_.x, box_.right() - w));
  kit_.text(left, plot_.y - kit_.line_height(kLabelSize) - 1, label, style);
}

}  // namespace tollmeter::ui
