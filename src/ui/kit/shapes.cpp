#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "ui/kit.h"

namespace tollmeter::ui {
namespace {

constexpr float kBadgeHeight = 21;
constexpr float kBadgeRadius = 6;
constexpr float kBadgePadding = 8;
constexpr float kBadgeSize = 12;
constexpr float kSwatch = 10;

Color ground_of(const Theme& theme, Tone tone) {
  switch (tone) {
    case Tone::neutral:
      return theme.neutral_ground;
    case Tone::good:
      return theme.good_ground;
    case Tone::warn:
      return theme.warn_ground;
    case Tone::bad:
      return theme.bad_ground;
  }
  return theme.neutral_ground;
}

Ink ink_of(Tone tone) {
  switch (tone) {
    case Tone::neutral:
      return Ink::dim;
    case Tone::good:
      return Ink::good;
    case Tone::warn:
      return Ink::warn;
    case Tone::bad:
      return Ink::bad;
  }
  return Ink::dim;
}

}  // namespace

float Kit::hairline(float thickness) const {
  return std::max(1.0F, std::floor(thickness * frame_.density)) / frame_.density;
}

void Kit::fill(const Box& box, Color color, float radius) {
  draw()->AddRectFilled({snap(box.x), snap(box.y)}, {snap(box.right()), snap(box.bottom())}, color, radius);
}

void Kit::outline(const Box& box, Color color, float radius, float thickness) {
  const float t = hairline(thickness);
  ImDrawList* list = draw();
  list->PathRect({snap(box.x) + t / 2, snap(box.y) + t / 2}, {snap(box.right()) - t / 2, snap(box.bottom()) - t / 2},
                 std::max(0.0F, radius - t / 2));
  list->PathStroke(color, ImDrawFlags_Closed, t);
}

void Kit::rule(float x, float y, float w) {
  const float top = snap(y);
  draw()->AddRectFilled({snap(x), top}, {snap(x + w), top + hairline()}, theme_.rule);
}

void Kit::swatch(float x, float y, Color color) { fill({x, y, kSwatch, kSwatch}, color, 2.5F); }

float Kit::badge(float x, float y, std::string_view text, Tone tone, Align align) {
  const Style style{kBadgeSize, Face::semibold, ink_of(tone)};
  const float w = std::ceil(width(text, style)) + 2 * kBadgePadding;
  if (align == Align::right) x -= w;
  if (align == Align::center) x -= w / 2;
  const Box box{x, y, w, kBadgeHeight};
  fill(box, ground_of(theme_, tone), kBadgeRadius);
  glyphs(x + kBadgePadding, y + (kBadgeHeight - line_height(kBadgeSize)) / 2, text, kBadgeSize, style.face,
         ink(style.ink));
  semantics_.add(Role::text, semantics_.read_id(), text, box);
  return w;
}

void Kit::circle(float x, float y, float radius, Color color) { draw()->AddCircleFilled({x, y}, radius, color); }

void Kit::ring(float x, float y, float radius, Color color, float thickness) {
  draw()->AddCircle({x, y}, radius - thickness / 2, color, 0, thickness);
}

void Kit::stroke(std::initializer_list<std::pair<float, float>> points, Color color, float thickness) {
  ImDrawList* list = draw();
  for (const auto& [px, py] : points) list->PathLineTo({px, py});
  list->PathStroke(color, ImDrawFlags_None, thickness);
}

}  // namespace tollmeter::ui
