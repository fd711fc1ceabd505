#include "ui/kit.h"

#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "imgui_internal.h"

namespace tollmeter::ui {
namespace {

constexpr float kFinger = 44;        // CSS pixels, the least size of a target
constexpr float kCurveError = 0.3F;  // device pixels
constexpr float kFocusOffset = 2;
constexpr float kFocusWidth = 2;

}  // namespace

void prepare_imgui_style(float density) {
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = style.FramePadding = style.ItemSpacing = style.ItemInnerSpacing = {0, 0};
  style.DisplaySafeAreaPadding = style.TouchExtraPadding = {0, 0};
  style.WindowBorderSize = style.ChildBorderSize = style.PopupBorderSize = style.FrameBorderSize = 0;
  style.WindowRounding = style.ChildRounding = 0;
  style.WindowMinSize = {1, 1};
  style.CircleTessellationMaxError = kCurveError / density;
  style.CurveTessellationTol = 1 / density;
}

Kit::Kit(const Theme& theme, const Fonts& fonts, Semantics& semantics, KitState& state, const KitFrame& frame)
    : theme_(theme), fonts_(fonts), semantics_(semantics), state_(state), frame_(frame) {
  route_scroll();
  for (KitState::Scroll& scroll : state_.scrolls) scroll.seen = false;
  // A dialog that was not drawn in the last frame is closed: the keyboard goes back to where it was opened.
  std::erase_if(state_.layers, [this](const KitState::Layer& layer) {
    if (!layer.seen && layer.opener != 0) semantics_.want_focus(layer.opener);
    return !layer.seen;
  });
  for (KitState::Layer& layer : state_.layers) layer.seen = false;
  state_.top_layer = 0;
}

ImDrawList* Kit::draw() const {
  ImDrawList* list = ImGui::GetWindowDrawList();
  // Smooth edges are one device pixel wide, not one CSS pixel.
  list->_FringeScale = 1 / frame_.density;
  return list;
}

float Kit::snap(float v) const { return std::round(v * frame_.density) / frame_.density; }

NodeId Kit::id(std::string_view key) const { return ImGui::GetID(key.data(), key.data() + key.size()); }

void Kit::push(std::string_view key) { ImGui::PushID(key.data(), key.data() + key.size()); }

void Kit::pop() { ImGui::PopID(); }

void Kit::want_frame(double seconds) {
  if (next_frame_in_ < 0 || seconds < next_frame_in_) next_frame_in_ = seconds;
}

Box Kit::target(const Box& box) const {
  if (!frame_.fingers) return box;
  const float w = std::max(box.w, kFinger);
  const float h = std::max(box.h, kFinger);
  return {box.x - (w - box.w) / 2, box.y - (h - box.h) / 2, w, h};
}

Kit::Hit Kit::hit(NodeId id, const Box& box, bool disabled, const char* cursor) {
  Hit hit;
  if (frame_.still) return hit;
  const ImRect bb(box.x, box.y, box.right(), box.bottom());
  // The keyboard's focus lives in the mirror, so Dear ImGui's own navigation keeps out.
  ImGuiItemFlags flags = ImGuiItemFlags_NoNav;
  if (disabled) flags |= ImGuiItemFlags_Disabled;
  if (!ImGui::ItemAdd(bb, id, nullptr, flags) || disabled) return hit;
  hit.hovered = ImGui::ItemHoverable(bb, id, ImGui::GetItemFlags());
  if (hit.hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
    ImGui::SetActiveID(id, ImGui::GetCurrentWindow());
  }
  if (ImGui::GetActiveID() == id) {
    hit.held = ImGui::IsMouseDown(ImGuiMouseButton_Left);
    if (!hit.held) {
      hit.pressed = hit.hovered;
      ImGui::ClearActiveID();
    }
  }
  if (hit.hovered || hit.held) cursor_ = cursor;
  return hit;
}

bool Kit::press_item(NodeId id, Role role, std::string_view name, const Box& box, bool disabled, Hit& hit_out) {
  hit_out = hit(id, box, disabled, "pointer");
  semantics_.add(role, id, name, box).disabled = disabled;
  const bool by_mirror = semantics_.take_press(id);
  return (hit_out.pressed || by_mirror) && !disabled;
}

Node& Kit::last_node() { return semantics_.at(static_cast<int>(semantics_.nodes().size()) - 1); }

void Kit::focus_ring(NodeId id, const Box& box, float radius) {
  if (id == 0 || semantics_.focused() != id || semantics_.pressed_on()) return;
  constexpr float kOut = kFocusOffset + kFocusWidth;
  outline({box.x - kOut, box.y - kOut, box.w + 2 * kOut, box.h + 2 * kOut}, theme_.focus, radius + kOut, kFocusWidth);
}

}  // namespace tollmeter::ui
