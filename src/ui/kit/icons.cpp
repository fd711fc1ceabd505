#include <cmath>

#include "imgui.h"
#include "ui/kit.h"

namespace tollmeter::ui {
namespace {

constexpr float kPi = 3.14159265F;

}  // namespace

void Kit::icon(Icon icon, float center_x, float center_y, Ink ink_name, float size) {
  const Color color = ink(ink_name);
  const float x = center_x;
  const float y = center_y;
  const float u = size / 14;  // drawn on a grid of 14
  const float thin = 1.4F * u;
  ImDrawList* list = draw();
  switch (icon) {
    case Icon::cross:
    case Icon::close: {
      const float r = (icon == Icon::cross ? 4.2F : 3.6F) * u;
      stroke({{x - r, y - r}, {x + r, y + r}}, color, thin);
      stroke({{x - r, y + r}, {x + r, y - r}}, color, thin);
      break;
    }
    case Icon::warning:
      list->AddTriangleFilled({x, y - 6 * u}, {x + 7 * u, y + 6 * u}, {x - 7 * u, y + 6 * u}, color);
      break;
    case Icon::check:
      stroke({{x - 5 * u, y + 0.5F * u}, {x - 1.8F * u, y + 3.8F * u}, {x + 5 * u, y - 4 * u}}, color, thin);
      break;
    case Icon::question: {
      const Style style{0.78F * size, Face::semibold, ink_name};
      ring(x, y, 7 * u, color, hairline());
      silent_text(x, y - line_height(style.size) / 2, "?", style, Align::center);
      break;
    }
    case Icon::undo:
    case Icon::redo: {
      const float to = icon == Icon::undo ? u : -u;  // one mirrors the other
      constexpr int kSteps = 20;
      for (int i = 0; i <= kSteps; ++i) {
        const float angle = kPi * (-0.95F + 1.45F * static_cast<float>(i) / kSteps);
        list->PathLineTo({x + 0.5F * to + 4.4F * to * std::cos(angle), y + 0.8F * u + 4.4F * u * std::sin(angle)});
      }
      list->PathStroke(color, ImDrawFlags_None, thin);
      stroke({{x - 6.6F * to, y - 2.6F * u}, {x - 3.9F * to, y + 0.6F * u}, {x - 0.8F * to, y - 2 * u}}, color, thin);
      break;
    }
    case Icon::chevron_down:
      stroke({{x - 4 * u, y - 2 * u}, {x, y + 2 * u}, {x + 4 * u, y - 2 * u}}, color, thin);
      break;
    case Icon::chevron_up:
      stroke({{x - 4 * u, y + 2 * u}, {x, y - 2 * u}, {x + 4 * u, y + 2 * u}}, color, thin);
      break;
    case Icon::previous:
      stroke({{x + 2 * u, y - 4 * u}, {x - 2 * u, y}, {x + 2 * u, y + 4 * u}}, color, thin);
      break;
    case Icon::next:
      stroke({{x - 2 * u, y - 4 * u}, {x + 2 * u, y}, {x - 2 * u, y + 4 * u}}, color, thin);
      break;
    case Icon::plus:
      stroke({{x - 4.5F * u, y}, {x + 4.5F * u, y}}, color, thin);
      stroke({{x, y - 4.5F * u}, {x, y + 4.5F * u}}, color, thin);
      break;
    case Icon::more:
      for (const float dx : {-4.5F, 0.0F, 4.5F}) circle(x + dx * u, y, 1.2F * u, color);
      break;
  }
}

}  // namespace tollmeter::ui
