#include <algorithm>
#include <cmath>

#include "core/language.h"
#include "ui/chart/chart.h"

namespace tollmeter::ui {
namespace {

using Zoom = KitState::Zoom;

constexpr double kNearest = 1.0 / 512;  // of the whole axis
constexpr double kLinkFactor = 2;
constexpr float kLinkGap = 14;

Zoom& zoom_of(KitState& state, NodeId id) {
  for (Zoom& zoom : state.zooms) {
    if (zoom.id == id) return zoom;
  }
  return state.zooms.emplace_back(Zoom{id});
}

/// By the factor, with what is at `still` (0..1 of what is in sight) staying where it is.
void zoom_by(Zoom& zoom, double factor, double still) {
  const double length = zoom.to - zoom.from;
  const double next = std::clamp(length / factor, kNearest, 1.0);
  zoom.from = std::clamp(zoom.from + still * (length - next), 0.0, 1 - next);
  zoom.to = zoom.from + next;
}

}  // namespace

void Chart::zoom(NodeId id) {
  Zoom& zoom = zoom_of(kit_.state_, id);
  const KitFrame& frame = kit_.frame_;
  if (kit_.layer_ == kit_.state_.top_layer && plot_.holds(frame.pointer_x, frame.pointer_y)) {
    if (frame.zoom != 0) {
      zoom_by(zoom, std::exp(static_cast<double>(frame.zoom)), static_cast<double>((frame.pointer_x - plot_.x) / plot_.w));
    }
    const double length = zoom.to - zoom.from;
    zoom.from = std::clamp(zoom.from + static_cast<double>(frame.scroll_x / plot_.w) * length, 0.0, 1 - length);
    zoom.to = zoom.from + length;
  }
  in_view_ = zoom.to - zoom.from;
  x_ = x_.zoomed(zoom.from, zoom.to);
}

float zoom_links(Kit& kit, std::string_view key, float x, float y) {
  Zoom& zoom = zoom_of(kit.state_, kit.id(key));
  kit.push(key);
  const auto link = [&](const char* label, bool shown) {
    float w = 0;
    if (!shown) return false;
    const bool pressed = kit.link(label, x, y, tr(label), &w);
    x += w + kLinkGap;
    return pressed;
  };
  const bool all = zoom.to - zoom.from >= 1;
  if (link(marked("zoom in"), zoom.to - zoom.from > kNearest)) zoom_by(zoom, kLinkFactor, 0.5);
  if (link(marked("zoom out"), !all)) zoom_by(zoom, 1 / kLinkFactor, 0.5);
  if (link(marked("show all"), !all)) zoom = {zoom.id};
  kit.pop();
  return x;
}

float zoom_links_width(const Kit& kit) {
  float w = 0;
  for (const char* label : {marked("zoom in"), marked("zoom out"), marked("show all")}) w += kit.width(tr(label), {13}) + kLinkGap;
  return w;
}

}  // namespace tollmeter::ui
