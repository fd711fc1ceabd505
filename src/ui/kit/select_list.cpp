#include <algorithm>
#include <cmath>
#include <string>

#include "imgui.h"
#include "ui/kit.h"

namespace tollmeter::ui {
namespace {

constexpr float kRadius = 7;
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

}  // namespace

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
  const bool pressed = press_item(item, Role::menuitem, option.read(), box, option.disabled, hit);
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
