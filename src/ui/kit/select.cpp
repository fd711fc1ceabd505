#include <algorithm>
#include <cmath>
#include <string>

#include "imgui.h"
#include "core/language.h"
#include "ui/kit.h"

namespace tollmeter::ui {
namespace {

constexpr float kRadius = 7;
constexpr float kPadding = 10;
constexpr std::string_view kArrow = " ▾";

std::string button_text(const SelectSpec& spec) {
  if (!spec.label.empty()) return spec.label;
  const auto chosen = static_cast<std::size_t>(spec.chosen);
  return spec.chosen >= 0 && chosen < spec.options.size() ? spec.options[chosen].label : tr("Choose");
}

Style button_style(float h) { return {h >= 32 ? 14.0F : 13.0F}; }

}  // namespace

std::string SelectSpec::Option::read() const {
  if (!name.empty()) return name;
  return detail.empty() ? label : label + ", " + detail;
}

float Kit::select_width(const SelectSpec& spec) const {
  return std::ceil(width(button_text(spec) + std::string(kArrow), button_style(control_height()))) + 2 * kPadding;
}

std::optional<int> Kit::select(std::string_view key, const Box& box, const SelectSpec& spec) {
  const NodeId item = id(key);
  const Hit h = hit(item, target(box), false, "pointer");
  Node& node = semantics_.add(Role::combobox, item, spec.name, target(box));
  node.chosen = spec.chosen;
  for (const SelectSpec::Option& option : spec.options) node.options.push_back(option.read());
  const Style style = button_style(box.h);
  if (still()) {
    silent_text(box.x, box.y + (box.h - line_height(style.size)) / 2, button_text(spec), style, Align::left, box.w);
    return std::nullopt;
  }
  fill(box, h.hovered ? theme_.hover : theme_.field, kRadius);
  outline(box, theme_.field_border, kRadius);
  const float room = box.w - 2 * kPadding - width(kArrow, style);
  const std::string shown = fit(button_text(spec), style, std::max(1.0F, room)).append(kArrow);
  silent_text(box.x + kPadding, box.y + (box.h - line_height(style.size)) / 2, shown, style);
  focus_ring(item, box, kRadius);

  if (h.pressed) state_.open_select = state_.open_select == item ? 0 : item;
  std::optional<int> chosen = semantics_.take_choice(item);
  if (state_.open_select == item) {
    push(key);
    const std::optional<int> from_list = select_list(box, spec);
    pop();
    if (from_list) chosen = from_list;
  }
  const bool there = chosen && *chosen >= 0 && *chosen < static_cast<int>(spec.options.size());
  if (!there || spec.options[static_cast<std::size_t>(*chosen)].disabled) return std::nullopt;
  return chosen;
}

}  // namespace tollmeter::ui
