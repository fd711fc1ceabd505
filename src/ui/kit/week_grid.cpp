#include <algorithm>
#include <string>

#include "imgui.h"
#include "imgui_internal.h"
#include "core/language.h"
#include "ui/kit.h"

namespace tollmeter::ui {
namespace {

constexpr int kDays = 7;
constexpr int kHours = 24;
constexpr float kLabelRoom = 30;
constexpr float kRow = 18;
constexpr float kGap = 1;
constexpr float kLabelSize = 11;
constexpr const char* kDayNames[] = {marked("Mon"), marked("Tue"), marked("Wed"), marked("Thu"), marked("Fri"), marked("Sat"), marked("Sun")};

// What a press makes of an hour: none, a third, two thirds, full, none again.
char next_level(char level) { return level >= '9' ? '0' : static_cast<char>(level - (level - '0') % 3 + 3); }

Color level_color(const Theme& theme, char level) {
  const auto alpha = static_cast<Color>(40 + (level - '0') * 215 / 9);
  return level == '0' ? theme.track : (theme.accent & 0x00ffffffU) | alpha << 24;
}

}  // namespace

float Kit::week_grid_height() const { return kDays * kRow + line_height(kLabelSize); }

std::optional<std::string> Kit::week_grid(std::string_view key, const Box& box, std::string_view name,
                                          const std::string& digits, bool* released) {
  *released = false;
  const NodeId item = id(key);
  const float cell_w = (box.w - kLabelRoom) / kHours;
  const Box cells{box.x + kLabelRoom, box.y, box.w - kLabelRoom, kDays * kRow};
  const bool was_held = ImGui::GetActiveID() == item;
  const Hit h = hit(item, cells, false, "crosshair");
  semantics_.add(Role::image, item, name, cells);

  std::optional<std::string> painted;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  if (h.held) {
    const int hour = std::clamp(static_cast<int>((mouse.x - cells.x) / cell_w), 0, kHours - 1);
    const int day = std::clamp(static_cast<int>((mouse.y - cells.y) / kRow), 0, kDays - 1);
    const auto place = static_cast<std::size_t>(day * kHours + hour);
    // The first hour that is pressed says what the others become that are drawn over.
    if (!was_held) state_.brush = next_level(digits[place]);
    if (digits[place] != state_.brush) {
      painted = digits;
      (*painted)[place] = state_.brush;
    }
  }
  *released = was_held && !h.held;

  const std::string& shown = painted ? *painted : digits;
  for (int day = 0; day < kDays; ++day) {
    const float y = cells.y + static_cast<float>(day) * kRow;
    silent_text(box.x, y + (kRow - line_height(kLabelSize)) / 2, tr(kDayNames[day]), {kLabelSize, Face::regular, Ink::dim});
    for (int hour = 0; hour < kHours; ++hour) {
      const float x = cells.x + static_cast<float>(hour) * cell_w;
      fill({x, y, cell_w - kGap, kRow - kGap}, level_color(theme_, shown[static_cast<std::size_t>(day * kHours + hour)]), 2);
    }
  }
  for (int hour = 0; hour < kHours; hour += 6) {
    silent_text(cells.x + static_cast<float>(hour) * cell_w, cells.bottom(), (hour < 10 ? "0" : "") + std::to_string(hour),
                {kLabelSize, Face::regular, Ink::dim});
  }
  return painted;
}

}  // namespace tollmeter::ui
