#include "core/language.h"
#include "ui/views.h"

namespace tollmeter::ui {

namespace {

constexpr float kPhoneRow = 44;

}  // namespace

float own_unit(View& view, float x, float y, float w) {
  const Scenario& scenario = view.session.scenario();
  if (scenario.unit) return own_unit_card(view, x, y, w) + Kit::kCardGap;
  if (scenario.platforms.empty()) return y;
  Kit& kit = view.kit;
  const float line = kit.line_height(13);
  const float h = kit.fingers() ? kPhoneRow : line;
  const float top = y + (h - line) / 2;
  float link_w = 0;
  const bool pressed = kit.link("own_unit", x + Kit::kCardPadding, top, tr("Count in your own unit"), &link_w);
  const float hint_x = x + Kit::kCardPadding + link_w;
  for (const std::string& hint : {tr(", such as one customer a month"), tr(", such as one customer")}) {
    if (kit.width(hint, {13}) > x + w - Kit::kCardPadding - hint_x) continue;
    kit.text(hint_x, top, hint, {13, Face::regular, Ink::dim});
    break;
  }
  if (pressed) begin_own_unit(view);
  return y + h + Kit::kCardGap;
}

}  // namespace tollmeter::ui
