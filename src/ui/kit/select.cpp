#include <algorithm>
#include <cmath>
#include <string>

#include "imgui.h"
#include "ui/kit.h"

namespace tollmeter::ui {
namespace {

constexpr float kRadius = 7;
constexpr float kPadding = 10;
constexpr std::string_view kArrow = " ▾";
constexpr float kListPadding = 6;
constexpr float kRowPadding = 8;
constexpr float kCheckRoom = 22;
constexpr float kColumnGap = 20;
constexpr float kHeading = 26;
constexpr float kScreenMargin = 8;
constexpr float kBelowAnchor = 4;
constexpr float kSize = 14;
constexpr float kHeadingSize = 12;

float row_height(bool fingers) { return fingers ? 44.0F : 32.0F; }

bool starts_group(const std::vector<SelectSpec::Option>& options, std::size_t i) {
  return !options[i].group.empty() && (i == 0 || options[i - 1].group != options[i].group);
}

std::string button_text(const SelectSpec& spec) {
  if (!spec.label.empty()) return spec.label;
  const auto chosen = static_cast<std::size_t>(spec.chosen);
  return spec.chosen >= 0 && chosen < spec.options.size() ? spec.options[chosen].label : std::string("Choose");
}

Style button_style(float h) { return {h >= 32 ? 14.0F : 13.0F}; }

}  // namespace

float Kit::select_width(const SelectSpec& spec) const {
  return std::ceil(width(button_text(spec) + std::string(kArrow), button_style(control_height()))) + 2 * kPadding;
}

std::optional<int> Kit::select(std::string_view key, const Box& box, const SelectSpec& spec) {
  const NodeId item = id(key);
  const Hit h = hit(item, target(box), false, "pointer");
  Node& node = semantics_.add(Role::combobox, item, spec.name, target(box));
  node.chosen = spec.chosen;
  for (const SelectSpec::Option& option : spec.options) {
    node.options.push_back(option.detail.empty() ? option.label : option.label + ", " + option.detail);
  }
  fill(box, h.hovered ? theme_.hover : theme_.field, kRadius);
  outline(box, theme_.field_border, kRadius);
  const Style style = button_style(box.h);
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

Box Kit::select_box(const Box& anchor, const SelectSpec& spec, float rows_h) const {
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  float w = spec.list_width;
  if (w <= 0) {
    for (const SelectSpec::Option& o : spec.options) {
      const float detail = o.detail.empty() ? 0 : width(o.detail, {13}) + kColumnGap;
      w = std::max({w, width(o.label, {kSize}) + detail, width(o.group, {kHeadingSize, Face::semibold})});
    }
    w = std::ceil(w) + 2 * (kListPadding + kRowPadding) + kCheckRoom;
  }
  w = std::min(std::max(w, anchor.w), screen.x - 2 * kScreenMargin);
  const float below = screen.y - kScreenMargin - anchor.bottom() - kBelowAnchor;
  const float above = anchor.y - kBelowAnchor - kScreenMargin;
  const float wanted = rows_h + 2 * kListPadding;
  const bool up = wanted > below && above > below;
  const float h = std::min(wanted, up ? above : below);
  const float x = std::clamp(anchor.x, kScreenMargin, std::max(kScreenMargin, screen.x - kScreenMargin - w));
  return {x, up ? anchor.y - kBelowAnchor - h : anchor.bottom() + kBelowAnchor, w, h};
}

std::optional<int> Kit::select_list(const Box& anchor, const SelectSpec& spec) {
  const float row_h = row_height(frame_.fingers);
  float rows_h = 0;
  for (std::size_t i = 0; i < spec.options.size(); ++i) {
    rows_h += row_h + (starts_group(spec.options, i) ? kHeading : 0);
  }
  const Box box = select_box(anchor, spec, rows_h);
  bool open = true;
  std::optional<int> chosen;
  begin_layer(id("list"), Role::menu, spec.name, box, &open, false, false);
  const float top = begin_scroll("rows", {box.x, box.y + kListPadding, box.w, box.h - 2 * kListPadding});
  float y = top;
  for (std::size_t i = 0; i < spec.options.size(); ++i) {
    if (starts_group(spec.options, i)) {
      text(box.x + kListPadding + kRowPadding, y + kHeading - line_height(kHeadingSize) - 2, spec.options[i].group,
           {kHeadingSize, Face::semibold, Ink::dim});
      y += kHeading;
    }
    const Box row{box.x + kListPadding, y, box.w - 2 * kListPadding, row_h};
    if (list_row(std::to_string(i), row, spec.options[i], static_cast<int>(i) == spec.chosen)) {
      chosen = static_cast<int>(i);
    }
    y += row_h;
  }
  end_scroll(y);
  end_layer();
  if (chosen || !open) {
    state_.open_select = 0;
    want_frame(0);
  }
  return chosen;
}

bool Kit::list_row(std::string_view key, const Box& box, const SelectSpec::Option& option, bool chosen) {
  const NodeId item = id(key);
  Hit hit;
  const std::string name = option.detail.empty() ? option.label : option.label + ", " + option.detail;
  const bool pressed = press_item(item, Role::menuitem, name, box, option.disabled, hit);
  last_node().has_pressed = true;
  last_node().pressed = chosen;
  if (hit.hovered) fill(box, theme_.hover, kRadius);
  const float middle = box.y + box.h / 2;
  const float detail_w = option.detail.empty() ? 0 : width(option.detail, {13}) + kColumnGap;
  const float left = box.x + kRowPadding;
  const float right = box.right() - kRowPadding - kCheckRoom;
  silent_text(left, middle - line_height(kSize) / 2, option.label,
              {kSize, chosen ? Face::semibold : Face::regular, option.disabled ? Ink::dim : Ink::text}, Align::left,
              std::max(1.0F, right - left - detail_w));
  if (!option.detail.empty()) {
    silent_text(right, middle - line_height(13) / 2, option.detail, {13, Face::regular, Ink::dim}, Align::right);
  }
  if (chosen) icon(Icon::check, box.right() - kRowPadding - 6, middle, Ink::accent, 13);
  focus_ring(item, box, kRadius);
  return pressed;
}

}  // namespace tollmeter::ui
