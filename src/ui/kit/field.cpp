#include <algorithm>

#include "core/language.h"
#include "core/point_groups.h"
#include "ui/kit.h"

namespace tollmeter::ui {
namespace {

constexpr float kRadius = 7;
constexpr float kPadding = 9;
constexpr float kSuffixGap = 5;
constexpr float kErrorBelow = 2;

// As the readers of numbers take it.
std::string as_read(const FieldSpec& spec, const std::string& typed) {
  if (!spec.numeric) return typed;
  const std::string plain = plain_number(typed);
  return spec.groups && plain == typed ? without_point_groups(typed) : plain;
}

}  // namespace

std::optional<std::string> Kit::field(std::string_view key, const Box& box, const FieldSpec& spec) {
  const NodeId item = id(key);
  // The element over it takes taps and keys itself. A press that comes here (no such element yet) moves the focus to
  // it.
  if (hit(item, box, false, "text").pressed) semantics_.want_focus(item);
  Node& node = semantics_.add(Role::textbox, item, spec.name, box);
  const std::string text = spec.numeric ? local_number(spec.text) : spec.text;
  node.value = spec.edit_text.empty() ? text : spec.numeric ? local_number(spec.edit_text) : spec.edit_text;
  node.description = spec.error.empty() ? spec.description : spec.error;
  node.invalid = !spec.error.empty();
  node.numeric = spec.numeric;
  node.at_end = spec.align == Align::right;

  if (!still()) {
    fill(box, theme_.field, kRadius);
    outline(box, spec.error.empty() ? theme_.field_border : theme_.bad, kRadius);
  }
  const Style style{14};
  const Style suffix_style{12, Face::regular, Ink::dim};
  const float top = box.y + (box.h - line_height(style.size)) / 2;
  // What stands behind the number gives way to it.
  const float whole_suffix = spec.suffix.empty() ? 0 : width(spec.suffix, suffix_style) + kSuffixGap;
  const bool has_room = width(text, style) + whole_suffix <= box.w - 2 * kPadding;
  const float suffix_w = has_room ? whole_suffix : 0;
  const float room = std::max(1.0F, box.w - 2 * kPadding - suffix_w);
  const std::string shown = fit(text, style, room);
  const float text_w = width(shown, style);
  float left = box.x + kPadding;
  if (spec.align == Align::right) left = box.right() - kPadding - suffix_w - text_w;
  if (spec.align == Align::center) left = box.x + (box.w - text_w - suffix_w) / 2;
  silent_text(left, top, shown, style);
  if (suffix_w > 0) {
    // On one baseline with the number: its line box is lower, so its top is too.
    const float down = (line_height(style.size) - line_height(suffix_style.size)) / 2 + 1;
    silent_text(left + text_w + kSuffixGap, top + down, spec.suffix, suffix_style);
  }
  if (!spec.error.empty()) {
    silent_text(box.x, box.bottom() + kErrorBelow, spec.error, {12, Face::regular, Ink::bad});
  }
  focus_ring(item, box, kRadius);

  std::optional<std::string> typed = semantics_.take_text(item);
  if (const std::optional<std::string> committed = semantics_.take_commit(item)) return as_read(spec, *committed);
  return spec.live ? typed : std::nullopt;
}

}  // namespace tollmeter::ui
