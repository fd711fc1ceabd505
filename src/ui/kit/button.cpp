#include <algorithm>

#include "imgui.h"
#include "ui/kit.h"

namespace tollmeter::ui {
namespace {

constexpr float kRadius = 8;
constexpr float kSmallRadius = 7;
constexpr float kTallFrom = 32;  // such buttons have the larger label
constexpr float kPadding = 13;

float label_size(float box_h) { return box_h >= kTallFrom ? 14.0F : 13.0F; }

Face label_face(ButtonLook look) {
  if (look == ButtonLook::primary || look == ButtonLook::strong) return Face::semibold;
  return look == ButtonLook::add || look == ButtonLook::link ? Face::semibold : Face::regular;
}

}  // namespace

float Kit::button_width(std::string_view label, ButtonLook look) const {
  return width(label, {14, label_face(look)}) + 2 * kPadding;
}

Color Kit::button_ink(ButtonLook look, bool disabled) const {
  if (disabled) return theme_.field_border;
  switch (look) {
    case ButtonLook::primary:
      return theme_.on_accent;
    case ButtonLook::link:
    case ButtonLook::add:
      return theme_.accent;
    case ButtonLook::quiet:
    case ButtonLook::outline:
    case ButtonLook::strong:
      return theme_.text;
  }
  return theme_.text;
}

void Kit::button_ground(const Box& box, ButtonLook look, const Hit& hit, bool disabled) {
  const float radius = box.h >= kTallFrom ? kRadius : kSmallRadius;
  if (look == ButtonLook::primary) {
    fill(box, disabled ? theme_.neutral_ground : theme_.accent, radius);
    if (hit.hovered) fill(box, (theme_.on_accent & 0x00ffffffU) | (hit.held ? 0x38000000U : 0x1c000000U), radius);
    return;
  }
  const bool framed = look == ButtonLook::outline || look == ButtonLook::strong || look == ButtonLook::add;
  if (hit.hovered) {
    fill(box, hit.held ? theme_.neutral_ground : theme_.hover, radius);
  } else if (framed) {
    fill(box, theme_.field, radius);
  }
  if (framed) outline(box, disabled ? theme_.rule : theme_.field_border, radius);
}

void Kit::button_label(const Box& box, std::string_view label, ButtonLook look, bool disabled) {
  const std::size_t cut = label.find('\n');
  const std::string_view first = label.substr(0, cut);
  const Style style{label_size(box.h), label_face(look)};
  const float lh = line_height(style.size);
  const bool two = cut != std::string_view::npos;
  const float second_h = two ? line_height(13) : 0;
  const float top = box.y + (box.h - lh - second_h) / 2;
  const std::string shown = fit(first, style, box.w - 12);
  const float middle = box.x + box.w / 2;
  glyphs(middle - width(shown, style) / 2, top, shown, style.size, style.face, button_ink(look, disabled));
  if (two) {
    const Ink second_ink = look == ButtonLook::primary ? Ink::on_accent : Ink::dim;
    silent_text(middle, top + lh, label.substr(cut + 1), {13, Face::regular, second_ink}, Align::center, box.w - 12);
  }
}

bool Kit::button(std::string_view key, const Box& box, std::string_view label, ButtonLook look, std::string_view name,
                 bool disabled) {
  if (still()) return false;
  const NodeId item = id(key);
  std::string spoken(name.empty() ? label : name);
  std::replace(spoken.begin(), spoken.end(), '\n', ' ');
  Hit hit;
  const bool pressed = press_item(item, Role::button, spoken, target(box), disabled, hit);
  button_ground(box, look, hit, disabled);
  button_label(box, label, look, disabled);
  focus_ring(item, box, box.h >= kTallFrom ? kRadius : kSmallRadius);
  return pressed;
}

bool Kit::link(std::string_view key, float x, float y, std::string_view label, float* w, Align align,
               std::string_view name, float size) {
  const NodeId item = id(key);
  const Style style{size, Face::semibold, Ink::accent};
  const float label_w = width(label, style);
  if (align == Align::right) x -= label_w;
  if (align == Align::center) x -= label_w / 2;
  if (w != nullptr) *w = label_w;
  if (still()) return false;
  const Box box{x, y, label_w, line_height(size)};
  Hit hit;
  const bool pressed = press_item(item, Role::button, name.empty() ? label : name, target(box), false, hit);
  glyphs(x, y, label, size, style.face, theme_.accent);
  if (hit.hovered) fill({x, y + box.h / 2 + size * 0.48F, label_w, hairline()}, theme_.accent);
  focus_ring(item, box, 3);
  return pressed;
}

bool Kit::icon_button(std::string_view key, const Box& box, Icon drawn, std::string_view name, ButtonLook look,
                      bool disabled) {
  if (still()) return false;
  const NodeId item = id(key);
  Hit hit;
  const bool pressed = press_item(item, Role::button, name, target(box), disabled, hit);
  button_ground(box, look, hit, disabled);
  Ink drawn_ink = look == ButtonLook::primary ? Ink::on_accent : Ink::text;
  if (look == ButtonLook::quiet || disabled) drawn_ink = Ink::dim;
  icon(drawn, box.x + box.w / 2, box.y + box.h / 2, drawn_ink);
  focus_ring(item, box, box.h >= kTallFrom ? kRadius : kSmallRadius);
  return pressed;
}

bool Kit::disclosure(std::string_view key, const Box& box, std::string_view name, bool expanded) {
  const NodeId item = id(key);
  Hit hit;
  const bool pressed = press_item(item, Role::button, name, target(box), false, hit);
  last_node().has_expanded = true;
  last_node().expanded = expanded;
  focus_ring(item, box, 4);
  return pressed;
}

bool Kit::checkbox(std::string_view key, float x, float y, std::string_view label, bool checked) {
  constexpr float kSide = 18;
  constexpr float kGap = 8;
  constexpr float kSize = 14;
  const NodeId item = id(key);
  const float lh = line_height(kSize);
  const Box box{x, y, kSide + kGap + width(label, {kSize}), lh};
  Hit hit;
  const bool pressed = press_item(item, Role::checkbox, label, target(box), false, hit);
  last_node().has_pressed = true;
  last_node().pressed = checked;
  const Box square{x, y + (lh - kSide) / 2, kSide, kSide};
  fill(square, checked ? theme_.accent : hit.hovered ? theme_.hover : theme_.field, 5);
  if (checked) {
    icon(Icon::check, square.x + kSide / 2, square.y + kSide / 2, Ink::on_accent, 12);
  } else {
    outline(square, theme_.field_border, 5);
  }
  silent_text(x + kSide + kGap, y, label, {kSize});
  focus_ring(item, square, 5);
  return pressed;
}

}  // namespace tollmeter::ui
