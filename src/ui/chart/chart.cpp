#include "ui/chart/chart.h"

#include <algorithm>
#include <cmath>

#include "imgui.h"

namespace tollmeter::ui {
namespace {

constexpr float kTickSize = 12;
constexpr float kTickGap = 10;     // between a label and the plot
constexpr float kXLabels = 26;     // height below the plot
constexpr float kTopRoom = 22;     // above the plot, for the labels of uprights
constexpr float kXTickRoom = 110;  // from label to label: few and calm
constexpr float kTickLength = 6;
constexpr float kBreakWide = 5;
constexpr float kBreakHigh = 7;

}  // namespace

Chart::Chart(Kit& kit, std::string_view key, const Box& box, const Axis& x, const Axis& y, ChartSpec spec)
    : kit_(kit), x_(x), y_(y), spec_(std::move(spec)), box_(box) {
  const std::vector<Tick> rows = y_.ticks(box.h - kXLabels - kTopRoom, 28);
  float labels = 0;
  for (const Tick& t : rows) labels = std::max(labels, kit_.width(t.label, {kTickSize}));
  const float left = std::ceil(labels) + kTickGap;
  plot_ = {kit_.snap(box.x + left), kit_.snap(box.y + kTopRoom), box.w - left, box.h - kXLabels - kTopRoom};
  if (spec_.zooms) zoom(kit_.id(key));
  draw_grid();
  draw_x_labels();
  interact(key);
}

// Nothing is drawn as far out as where a zoomed axis would place it: drawing goes by 32-bit floats.
float Chart::to_x(double value) const {
  return plot_.x + static_cast<float>(std::clamp(x_.beyond(value), -2.0, 3.0)) * plot_.w;
}

double Chart::value_at(float x) const { return x_.value(static_cast<double>((x - plot_.x) / plot_.w)); }

float Chart::to_y(double value) const { return plot_.bottom() - static_cast<float>(y_.at(value)) * plot_.h; }

void Chart::draw_grid() {
  const Theme& theme = kit_.theme();
  for (const Tick& t : y_.ticks(plot_.h, 28)) {
    const float y = kit_.snap(plot_.bottom() - static_cast<float>(t.at) * plot_.h);
    const bool base = t.at <= 0;
    const float h = base ? kit_.hairline() : kit_.hairline(2);
    kit_.fill({plot_.x, y - (base ? 0 : h / 2), plot_.w, h}, base ? theme.field_border : theme.chart_grid);
    if (t.label.empty()) continue;
    kit_.silent_text(plot_.x - kTickGap, y - kit_.line_height(kTickSize) / 2, t.label,
                     {kTickSize, Face::regular, Ink::dim}, Align::right);
  }
  if (y_.broken() && y_.break_at() > 0) {
    // The sign of a broken scale, on the axis between zero and the lowest power.
    const float x = plot_.x;
    const float y = plot_.bottom() - static_cast<float>(y_.break_at()) * plot_.h;
    kit_.stroke({{x - kBreakWide, y - kBreakHigh / 2},
                 {x + kBreakWide, y},
                 {x - kBreakWide, y + kBreakHigh / 2},
                 {x + kBreakWide, y + kBreakHigh}},
                theme.field_border, kit_.hairline());
  }
}

void Chart::draw_x_labels() {
  float free_from = box_.x;
  for (const Tick& t : x_.ticks(plot_.w, kXTickRoom)) {
    const float x = kit_.snap(plot_.x + static_cast<float>(t.at) * plot_.w);
    kit_.fill({x, plot_.bottom(), kit_.hairline(), kTickLength}, kit_.theme().field_border);
    const float w = kit_.width(t.label, {kTickSize});
    const float left = std::clamp(x - (t.at <= 0 ? 0 : w / 2), plot_.x, std::max(plot_.x, plot_.right() - w));
    if (t.label.empty() || left < free_from) continue;
    kit_.silent_text(left, plot_.bottom() + kTickLength + 1, t.label, {kTickSize, Face::regular, Ink::dim});
    free_from = left + w + kTickGap;
  }
}

void Chart::interact(std::string_view key) {
  const NodeId item = kit_.id(key);
  Semantics& semantics = kit_.semantics();
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  if (!spec_.chosen) {
    // What takes fingers must not lie over the links beside the plot.
    Node& node = semantics.add(Role::image, item, spec_.name, spec_.zooms ? plot_ : box_);
    node.description = spec_.value_text;
    node.zooms = spec_.zooms;
    if (ImGui::IsWindowHovered() && plot_.holds(mouse.x, mouse.y)) {
      hovered_ = x_.value(static_cast<double>((mouse.x - plot_.x) / plot_.w));
    }
    return;
  }
  const Kit::Hit hit = kit_.hit(item, plot_, false, "pointer");
  Node& node = semantics.add(Role::slider, item, spec_.name, plot_);
  node.value = spec_.value_text;
  node.number = x_.at(*spec_.chosen);
  node.step = spec_.step;
  node.zooms = spec_.zooms;
  const auto at = static_cast<double>((mouse.x - plot_.x) / plot_.w);
  if (hit.hovered || hit.held) hovered_ = x_.value(at);
  if (const std::optional<double> keyed = semantics.take_number(item)) {
    chose_ = x_.value(*keyed);
    released_ = true;
  }
  if (hit.held) chose_ = x_.value(at);
  if (hit.pressed || ImGui::IsItemDeactivated()) {
    chose_ = x_.value(at);
    released_ = true;
  }
  kit_.focus_ring(item, plot_, 4);
}

void Chart::annotate(Annotation annotation) { annotations_.push_back(std::move(annotation)); }

void Chart::readout(double x, std::span<const std::string> lines) {
  readout_x_ = x;
  readout_lines_.assign(lines.begin(), lines.end());
}

void Chart::end() {
  draw_annotations();
  if (readout_x_) draw_readout();
}

}  // namespace tollmeter::ui
