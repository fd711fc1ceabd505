#include <cmath>
#include <string>

#include "core/language.h"
#include "ui/kit.h"

namespace tollmeter::ui {
namespace {

constexpr float kSize = 14;
constexpr float kPadding = 12;
constexpr float kGap = 4;
constexpr float kRadius = 7;

}  // namespace

std::optional<int> Kit::tabs(std::string_view key, const Box& box, std::span<const std::string> labels, int selected) {
  std::optional<int> pressed;
  semantics_.begin(Role::tablist, id(key), tr(key), box);
  push(key);
  float x = box.x;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const bool chosen = static_cast<int>(i) == selected;
    const Style style{kSize, chosen ? Face::semibold : Face::regular, chosen ? Ink::text : Ink::dim};
    // The semibold label is the wider one: tabs keep their places when another is chosen.
    const float w = std::ceil(width(labels[i], {kSize, Face::semibold})) + 2 * kPadding;
    const Box tab{x, box.y, w, box.h};
    const NodeId item = id(std::to_string(i));
    Hit hit;
    if (press_item(item, Role::tab, labels[i], target(tab), false, hit)) pressed = static_cast<int>(i);
    last_node().has_pressed = true;
    last_node().pressed = chosen;
    if (chosen || hit.hovered) fill(tab, chosen ? theme_.neutral_ground : theme_.hover, kRadius);
    silent_text(x + w / 2, box.y + (box.h - line_height(kSize)) / 2, labels[i], style, Align::center);
    focus_ring(item, tab, kRadius);
    x += w + kGap;
  }
  pop();
  semantics_.end();
  return pressed;
}

std::optional<int> Kit::bottom_tabs(std::string_view key, const Box& box, std::span<const std::string> labels,
                                    std::span<const std::string> counts, int selected) {
  constexpr float kLabel = 13;
  constexpr float kCountGap = 4;
  std::optional<int> pressed;
  semantics_.begin(Role::tablist, id(key), tr(key), box);
  push(key);
  const float w = labels.empty() ? 0 : box.w / static_cast<float>(labels.size());
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const bool chosen = static_cast<int>(i) == selected;
    const std::string count = i < counts.size() ? counts[i] : std::string();
    const Box tab{box.x + static_cast<float>(i) * w, box.y, w, box.h};
    const NodeId item = id(std::to_string(i));
    Hit hit;
    const std::string name = count.empty() ? labels[i] : labels[i] + " " + count;
    if (press_item(item, Role::tab, name, tab, false, hit)) pressed = static_cast<int>(i);
    last_node().has_pressed = true;
    last_node().pressed = chosen;
    const Style style{kLabel, chosen ? Face::semibold : Face::regular, chosen ? Ink::accent : Ink::dim};
    const Style count_style{12, Face::semibold, Ink::bad};
    const float label_w = width(labels[i], style);
    const float badge_w = count.empty() ? 0 : std::ceil(width(count, count_style)) + 16;
    const float left = tab.x + (w - label_w - (count.empty() ? 0 : badge_w + kCountGap)) / 2;
    const float middle = box.y + box.h / 2;
    silent_text(left, middle - line_height(kLabel) / 2, labels[i], style);
    if (!count.empty()) {
      const Box ground{left + label_w + kCountGap, middle - 9.5F, badge_w, 19};
      fill(ground, theme_.bad_ground, 6);
      silent_text(ground.x + badge_w / 2, middle - line_height(12) / 2, count, count_style, Align::center);
    }
    focus_ring(item, {tab.x + 6, tab.y + 6, tab.w - 12, tab.h - 12}, kRadius);
  }
  pop();
  semantics_.end();
  return pressed;
}

}  // namespace tollmeter::ui
