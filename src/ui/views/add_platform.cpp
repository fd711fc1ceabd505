#include <algorithm>
#include <cctype>

#include <imgui.h>

#include "core/advice.h"
#include "ui/views.h"
#include "ui/views/usage_picker.h"

namespace tollmeter::ui {

namespace {

constexpr float kDialog = 460;

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

bool in_use(const Scenario& scenario, const Platform& platform) {
  return std::any_of(scenario.platforms.begin(), scenario.platforms.end(),
                     [&](const PlatformUse& use) { return use.platform == platform.id; });
}

void close_picker(ViewState& state) {
  state.picker_open = false;
  state.picker_search.clear();
}

void add(View& view, const Platform& platform) {
  Scenario next = view.session.scenario();
  PlatformUse use;
  use.platform = platform.id;
  // A default plan that is not sold on the date would greet the person with an excuse.
  const Plan* plan = platform.plan(platform.default_plan);
  if (plan != nullptr && offer_on(*plan, next.date) == Offer::sold) use.plan = platform.default_plan;
  next.platforms.push_back(std::move(use));
  view.session.edit(std::move(next), true);
  view.state.unfolded.insert(platform.id);
  view.state.touched_fold.insert(platform.id);
  close_picker(view.state);
}

// The row's platform where one was pressed; `bottom` gets the y below.
const Platform* rows(View& view, const std::vector<PickerRow>& found, const Box& box, float* bottom) {
  Kit& kit = view.kit;
  const float h = kit.fingers() ? 48.0F : 40.0F;
  const Platform* pressed = nullptr;
  float y = box.y;
  for (const PickerRow& row : found) {
    const Platform& platform = *row.platform;
    kit.push(platform.id);
    if (kit.button("add", {box.x, y, box.w, h}, "", ButtonLook::quiet, "Add " + platform.name)) pressed = &platform;
    kit.swatch(box.x + 10, y + (h - 10) / 2, platform_color(kit.theme(), platform.id));
    const float name_w = kit.width(platform.name, {14, Face::semibold});
    kit.silent_text(box.x + 30, y + (h - kit.line_height(14)) / 2, platform.name, {14, Face::semibold, Ink::text});
    const std::string& detail = row.also.empty() ? platform.category : row.also;
    kit.silent_text(box.x + box.w - 10, y + (h - kit.line_height(13)) / 2, detail, {13, Face::regular, Ink::dim},
                    Align::right, std::max(1.0F, box.w - name_w - 60));
    kit.pop();
    y += h;
  }
  *bottom = y;
  return pressed;
}

void picker(View& view, const Box& screen) {
  Kit& kit = view.kit;
  bool open = view.state.picker_open;
  Box content;
  if (!kit.begin_dialog("picker", "Add a platform", screen, kDialog, &open, &content)) {
    if (!open && view.state.picker_open) close_picker(view.state);
    return;
  }
  const NodeId field = kit.id("search");
  const float h = kit.control_height();
  if (const auto text = kit.semantics().take_text(field)) view.state.picker_search = *text;
  FieldSpec search;
  search.name = "Search by name";
  search.text = view.state.picker_search;
  search.suffix = search.text.empty() ? "search by name, such as Twitter" : "";
  search.numeric = false;
  search.align = Align::left;
  bool entered = false;
  if (const auto text = kit.field("search", {content.x, content.y, content.w, h}, search)) {
    // Enter and leaving both commit; only Enter keeps the focus.
    entered = kit.semantics().focused() == field && !trimmed(*text).empty();
    view.state.picker_search = *text;
  }
  float y = content.y + h + 10;
  const Scenario& scenario = view.session.scenario();
  const std::vector<PickerRow> found = picker_rows(view.session.catalog(), scenario, view.state.picker_search);
  const Platform* chosen = entered && !found.empty() ? found.front().platform : nullptr;
  if (found.empty()) {
    const std::string sentence = picker_empty(view.session.catalog(), scenario, view.state.picker_search);
    const Run run{sentence, Face::regular, Ink::dim};
    y += kit.paragraph({content.x, y, content.w, 0}, {&run, 1}, 14);
  } else if (const Platform* pressed = rows(view, found, {content.x, y, content.w, 0}, &y)) {
    chosen = pressed;
  }
  kit.end_dialog(y);
  if (chosen != nullptr) {
    add(view, *chosen);
  } else if (!open) {
    close_picker(view.state);
  }
}

}  // namespace

std::vector<PickerRow> picker_rows(const Catalog& catalog, const Scenario& scenario, std::string_view search) {
  if (scenario.platforms.size() >= static_cast<std::size_t>(kMostPlatforms)) return {};
  const std::string wanted = lower(trimmed(search));
  std::vector<PickerRow> begins, holds;
  for (const Platform& platform : catalog.platforms) {
    if (in_use(scenario, platform)) continue;
    std::size_t at = lower(platform.name).find(wanted);
    std::string also;
    for (const std::string& alias : platform.aliases) {
      const std::size_t in_alias = lower(alias).find(wanted);
      if (in_alias == std::string::npos || (at != std::string::npos && at <= in_alias)) continue;
      at = in_alias;
      also = alias;
    }
    if (at != std::string::npos) (at == 0 ? begins : holds).push_back({&platform, also});
  }
  begins.insert(begins.end(), holds.begin(), holds.end());
  return begins;
}

std::string picker_empty(const Catalog& catalog, const Scenario& scenario, std::string_view search) {
  if (scenario.platforms.size() >= static_cast<std::size_t>(kMostPlatforms)) {
    return "A calculation holds at most " + std::to_string(kMostPlatforms) + " platforms.";
  }
  const bool all = std::all_of(catalog.platforms.begin(), catalog.platforms.end(),
                               [&](const Platform& platform) { return in_use(scenario, platform); });
  if (all) return "Every platform that is known here is in this calculation already.";
  return "No further platform here is called \"" + std::string(trimmed(search)) + "\".";
}

float add_platform(View& view, float x, float y, float w) {
  Kit& kit = view.kit;
  const float h = kit.fingers() ? 44.0F : 34.0F;
  if (kit.button("add_platform", {x, y, w, h}, "+ Add a platform", ButtonLook::add)) {
    view.state.picker_open = true;
    view.state.picker_search.clear();
  }
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  picker(view, {0, 0, size.x, size.y});
  return y + h;
}

}  // namespace tollmeter::ui
