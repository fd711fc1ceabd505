#include "ui/solve/heat_map.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "imgui.h"

#include "core/format.h"
#include "core/language.h"

namespace tollmeter::ui {

namespace {

constexpr int kHours = 24;
constexpr float kLabel = 11.5F;
constexpr float kHourLabels = 42;   ///< beside the rows of hours
constexpr float kDayLabels = 50;    ///< beside the rows of days
constexpr float kLegend = 12;       ///< its samples
constexpr float kAcrossFrom = 520;  ///< days go across from this width on
constexpr float kDayRow = 13;
constexpr float kLeastHourRow = 8;

// Lightness alone tells the shares apart, so that they read the same to every eye and in print.
Color share_color(const Theme& theme, double share) {
  const auto alpha = static_cast<Color>(std::lround(38 + 217 * std::clamp(share, 0.0, 1.0)));
  return share <= 0 ? theme.neutral_ground : (theme.accent & 0x00ffffffU) | alpha << 24;
}

// What the darkest colour stands for: the busiest hour, or, where all hours are much alike, three times the average, so that
// nothing looks busy that is not.
Rational darkest(const MonthState& month) {
  const std::int64_t seconds = month.traffic().end().seconds - month.traffic().begin().seconds;
  return max(month.most(), Rational::fraction(3 * 3600, seconds));
}

/// Where the cells lie.
struct Grid {
  Box cells;
  bool across;  ///< days go across
  float day, hour;  ///< sizes along the two ways
  Box cell(std::size_t at_day, int at_hour) const {
    const auto d = static_cast<float>(at_day);
    const auto h = static_cast<float>(at_hour);
    return across ? Box{cells.x + d * day, cells.y + h * hour, day, hour} : Box{cells.x + h * hour, cells.y + d * day, hour, day};
  }
};

Grid grid_in(const Kit& kit, const Box& box, std::size_t days) {
  const float label = kit.line_height(kLabel);
  Grid grid{};
  grid.across = box.w >= kAcrossFrom;
  if (grid.across) {
    const float legend = kit.line_height(kLabel) + 10;
    grid.cells = {box.x + kHourLabels, box.y, box.w - kHourLabels, 0};
    grid.hour = std::max(kLeastHourRow, std::floor((box.h - label - legend - 4) / kHours));
    grid.day = grid.cells.w / static_cast<float>(days);
    grid.cells.h = grid.hour * kHours;
  } else {
    grid.cells = {box.x + kDayLabels, box.y + label + 2, box.w - kDayLabels, kDayRow * static_cast<float>(days)};
    grid.hour = grid.cells.w / kHours;
    grid.day = kDayRow;
  }
  return grid;
}

struct DayLabel {
  std::string text;
  float along;  ///< x where days go across, else the y of the day's row
};

// Mondays, and the first day where the first Monday leaves it room. The last one gives way to the right edge.
std::vector<DayLabel> day_labels(const Kit& kit, const Grid& grid, const MonthState& month) {
  constexpr float kApart = 8;
  const Style style{kLabel, Face::regular, Ink::dim};
  std::vector<DayLabel> labels;
  float next = 0;  // from the last day on: where the label after this one begins
  const std::vector<BusyDay>& days = month.days();
  for (std::size_t i = days.size(); i-- > 0;) {
    const bool monday = days[i].day.weekday() == 0;
    if (!monday && i > 0) continue;
    const Box cell = grid.cell(i, 0);
    DayLabel label{grid.across ? day_words(days[i].day) : day_and_month_text(days[i].day), grid.across ? cell.x : cell.y};
    const float length = grid.across ? kit.width(label.text, style) : kit.line_height(kLabel);
    if (grid.across) label.along = std::min(label.along, grid.cells.right() - length);
    if (!labels.empty() && label.along + length + (grid.across ? kApart : 0) > next) continue;
    next = label.along;
    labels.push_back(std::move(label));
  }
  return labels;
}

void draw_labels(Kit& kit, const Grid& grid, const MonthState& month, float x) {
  const Style style{kLabel, Face::regular, Ink::dim};
  const float label = kit.line_height(kLabel);
  for (int hour = 0; hour < kHours; hour += 6) {
    const Box cell = grid.cell(0, hour);
    if (grid.across) {
      kit.silent_text(x, cell.y + std::min(0.0F, (grid.hour - label) / 2), clock_text(hour * 3600), style);
    } else {
      kit.silent_text(cell.x, grid.cells.y - label - 2, clock_text(hour * 3600), style);
    }
  }
  for (const DayLabel& day : day_labels(kit, grid, month)) {
    if (grid.across) {
      kit.silent_text(day.along, grid.cells.bottom() + 3, day.text, style);
    } else {
      kit.silent_text(x, day.along + (grid.day - label) / 2, day.text, style);
    }
  }
}

void draw_break(Kit& kit, const Box& cell) {
  const float x = cell.x + cell.w / 2;
  const float y = cell.y + cell.h / 2;
  ImDrawList* draw = kit.draw();
  const Theme& theme = kit.theme();
  constexpr float kRing = 6;
  draw->AddNgonFilled({x, y}, kRing + 2, theme.card, 4);
  draw->AddNgonFilled({x, y}, kRing, theme.bad, 4);
}

float draw_legend(Kit& kit, const MonthState& month, bool breaks, float left, float right, float y) {
  float x = left;
  const Theme& theme = kit.theme();
  const Style style{kLabel, Face::regular, Ink::dim};
  constexpr std::array kShares = {0.05, 0.25, 0.5, 0.75, 1.0};
  const auto sample = [&](Color color) {
    kit.fill({x, y + (kit.line_height(kLabel) - kLegend) / 2, kLegend, kLegend}, color, 2);
    x += kLegend + 2;
  };
  const auto begin_entry = [&](const std::string& label, std::size_t samples) {
    if (x == left || x + (kLegend + 2) * static_cast<float>(samples) + 2 + kit.width(label, style) <= right) return;
    x = left;
    y += kit.line_height(kLabel) + 3;
  };
  sample(share_color(theme, 0));
  x += 4 + kit.text(x + 2, y, tr("none@@traffic"), style) + 8;
  const std::string most = tr("up to {0} of the month in an hour", {share_words(darkest(month))});
  begin_entry(most, kShares.size());
  for (const double share : kShares) sample(share_color(theme, share));
  x += 4 + kit.text(x + 2, y, most, style, Align::left, right - x - 2) + 12;
  if (!breaks) return y + kit.line_height(kLabel);
  const std::string break_label = tr("a limit breaks");
  begin_entry(break_label, 1);
  draw_break(kit, {x, y + (kit.line_height(kLabel) - kLegend) / 2, kLegend, kLegend});
  kit.text(x + kLegend + 4, y, break_label, style);
  return y + kit.line_height(kLabel);
}

void draw_card(Kit& kit, const std::vector<std::string>& lines, float x, float y, const Box& within) {
  constexpr float kPadding = 8;
  constexpr float kSize = 12;
  float w = 0;
  for (const std::string& line : lines) w = std::max(w, kit.width(line, {kSize, Face::semibold, Ink::text}));
  w = std::min(w + 2 * kPadding, within.w);
  const float line_h = kit.line_height(kSize);
  const float h = line_h * static_cast<float>(lines.size()) + 2 * kPadding;
  const float left = std::clamp(x + 14, within.x, within.right() - w);
  const float top = std::clamp(y - h - 8, within.y, std::max(within.y, within.bottom() - h));
  const Box card{left, top, w, h};
  kit.fill(card, kit.theme().card, 6);
  kit.outline(card, kit.theme().field_border, 6);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    kit.silent_text(card.x + kPadding, card.y + kPadding + line_h * static_cast<float>(i), lines[i],
                    {kSize, i == 0 ? Face::semibold : Face::regular, Ink::text}, Align::left, w - 2 * kPadding);
  }
}

void read_out(View& view, const Grid& grid, const MonthState& month, const std::vector<MonthBreak>& breaks, const Box& box) {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  if (view.kit.fingers() || !ImGui::IsWindowHovered() || !grid.cells.holds(mouse.x, mouse.y)) return;
  const float along_x = mouse.x - grid.cells.x;
  const float along_y = mouse.y - grid.cells.y;
  const auto day = std::min(month.days().size() - 1, static_cast<std::size_t>((grid.across ? along_x : along_y) / grid.day));
  const int hour = std::min(kHours - 1, static_cast<int>((grid.across ? along_y : along_x) / grid.hour));
  if (!month.days()[day].hours[static_cast<std::size_t>(hour)].exists()) return;
  view.kit.outline(grid.cell(day, hour), view.kit.theme().text, 1, 1.5F);
  draw_card(view.kit, hour_lines(view.session, month, breaks, month.days()[day], static_cast<std::size_t>(hour)), mouse.x, mouse.y,
            box);
}

}  // namespace

float heat_map(View& view, const MonthState& month, const std::vector<MonthBreak>& breaks, const Box& box) {
  Kit& kit = view.kit;
  const Theme& theme = kit.theme();
  const std::vector<BusyDay>& days = month.days();
  const Grid grid = grid_in(kit, box, days.size());
  ImDrawList* draw = kit.draw();
  const double most = darkest(month).approx();
  std::array<Color, 101> palette{};
  for (std::size_t i = 0; i < palette.size(); ++i) palette[i] = share_color(theme, static_cast<double>(i) / 100);
  for (std::size_t day = 0; day < days.size(); ++day) {
    for (int hour = 0; hour < kHours; ++hour) {
      const BusyHour& busy = days[day].hours[static_cast<std::size_t>(hour)];
      if (!busy.exists()) continue;
      const double share = busy.share.is_zero() ? 0 : std::max(0.01, busy.share.approx() / most);
      const Box cell = grid.cell(day, hour);
      draw->AddRectFilled({kit.snap(cell.x), kit.snap(cell.y)}, {kit.snap(cell.right() - 1), kit.snap(cell.bottom() - 1)},
                          palette[static_cast<std::size_t>(std::lround(share * 100))]);
    }
  }
  draw_labels(kit, grid, month, box.x);
  for (const MonthBreak& broken : breaks) {
    for (std::size_t day = 0; day < days.size(); ++day) {
      for (int hour = 0; hour < kHours; ++hour) {
        if (falls_in(broken, days[day].hours[static_cast<std::size_t>(hour)])) draw_break(kit, grid.cell(day, hour));
      }
    }
  }
  const auto busiest = std::max_element(days.begin(), days.end(), [](const BusyDay& a, const BusyDay& b) {
    return a.hours[a.busiest()].share < b.hours[b.busiest()].share;
  });
  const std::string zone = month.zone() ? month.zone()->name : "UTC";
  kit.semantics().add(Role::image, kit.id("hours"),
                      tr("Busy hours of the month, {0}: the busiest is {1} {2} with {3} of the month",
                         {zone, day_words(busiest->day), hour_words(busiest->busiest()), share_words(month.most())}),
                      grid.cells);
  const float legend_y = grid.cells.bottom() + (grid.across ? kit.line_height(kLabel) + 8 : 6);
  const float bottom = draw_legend(kit, month, !breaks.empty(), grid.across ? grid.cells.x : box.x, box.right(), legend_y);
  read_out(view, grid, month, breaks, box);
  return bottom;
}

}  // namespace tollmeter::ui
