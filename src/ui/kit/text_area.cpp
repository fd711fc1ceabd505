#include <algorithm>

#include "ui/kit.h"

namespace tollmeter::ui {
namespace {

constexpr float kRadius = 7;
constexpr float kPadding = 9;
constexpr float kSize = 13;
constexpr std::size_t kLongestShown = 400;  // bytes of a line

/// Its first bytes, in whole characters.
std::string start_of(std::string_view line, std::size_t most) {
  std::size_t end = std::min(line.size(), most);
  while (end > 0 && end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;
  return std::string(line.substr(0, end));
}

}  // namespace

std::optional<std::string> Kit::text_area(std::string_view key, const Box& box, std::string_view name, const std::string& text,
                                          std::string_view hint, const std::string& error) {
  const NodeId item = id(key);
  // As in a field of one line, the element over it takes taps and keys itself.
  if (hit(item, box, false, "text").pressed) semantics_.want_focus(item);
  Node& node = semantics_.add(Role::textarea, item, name, box);
  node.value = text;
  node.description = error;
  node.invalid = !error.empty();

  fill(box, theme_.field, kRadius);
  outline(box, error.empty() ? theme_.field_border : theme_.bad, kRadius);
  const float line = line_height(kSize);
  std::string_view rest = text.empty() ? hint : std::string_view(text);
  const Style style{kSize, Face::regular, text.empty() ? Ink::dim : Ink::text};
  for (float y = box.y + kPadding; !rest.empty() && y + line <= box.bottom() - kPadding / 2; y += line) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    // Longer lines than any screen are not measured.
    std::string shown = start_of(rest.substr(0, end), kLongestShown);
    std::replace_if(shown.begin(), shown.end(), [](char c) { return c == '\t' || c == '\r'; }, ' ');
    silent_text(box.x + kPadding, y, shown, style, Align::left, box.w - 2 * kPadding);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  focus_ring(item, box, kRadius);

  std::optional<std::string> typed = semantics_.take_text(item);
  if (std::optional<std::string> committed = semantics_.take_commit(item)) return committed;
  return typed;
}

}  // namespace tollmeter::ui
