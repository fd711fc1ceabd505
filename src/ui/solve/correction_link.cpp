#include "ui/solve/correction_link.h"

#include <string>

#include "core/language.h"

namespace tollmeter::ui {

namespace {

constexpr float kText = 11.5F;
constexpr float kGap = 10;

bool is_offered(const View& view, const Corrected& figure) { return !view.state.repository.empty() && can_be_corrected(figure); }

std::string label() { return tr("Wrong? Correct it"); }

void draw(View& view, const Corrected& figure, float x, float y) {
  Kit& kit = view.kit;
  const std::string name = tr("{0}: {1}, {2}", {label(), figure.plan->name, corrected_name(figure)});
  kit.outward("correct", x, y, label(), name, correction_address(view.state.repository, figure, view.session.catalog()), kText);
}

}  // namespace

float correction_line_height(const View& view, const Corrected& figure) {
  if (!is_offered(view, figure)) return 0;
  return view.kit.fingers() ? view.kit.control_height() : view.kit.line_height(kText);
}

float correction_line(View& view, const Corrected& figure, float x, float y) {
  const float h = correction_line_height(view, figure);
  if (h > 0) draw(view, figure, x, y + (h - view.kit.line_height(kText)) / 2);
  return y + h;
}

float correction_link(View& view, const Corrected& figure, const Box& at, float end_x) {
  const bool beside = !view.kit.fingers() && end_x + kGap + view.kit.width(label(), {kText}) <= at.right();
  if (!beside) return correction_line(view, figure, at.x, at.y);
  if (is_offered(view, figure)) draw(view, figure, end_x + kGap, at.y - view.kit.line_height(kText));
  return at.y;
}

}  // namespace tollmeter::ui
