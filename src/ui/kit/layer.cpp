#include <algorithm>
#include <cmath>
#include <string>

#include "imgui.h"
#include "imgui_internal.h"
#include "ui/kit.h"

namespace tollmeter::ui {
namespace {

constexpr float kRadius = 12;
constexpr int kShadowSteps = 6;
constexpr Color kShadow = 0x08000000U;

bool takes_focus(const Node& node) { return node.role >= Role::button && !node.disabled; }

}  // namespace

KitState::Layer& Kit::layer_state(NodeId id) {
  const auto it =
      std::find_if(state_.layers.begin(), state_.layers.end(), [id](const KitState::Layer& l) { return l.id == id; });
  if (it != state_.layers.end()) return *it;
  state_.layers.push_back({.id = id, .opener = semantics_.focused()});
  return state_.layers.back();
}

void Kit::begin_layer(NodeId layer_id, Role role, std::string_view name, const Box& box, bool* open, bool shade, bool hidden) {
  KitState::Layer& layer = layer_state(layer_id);
  const bool appeared = layer.fresh;
  layer.fresh = false;
  layer.seen = true;
  state_.top_layer = std::max(state_.top_layer, ++layer_);

  const std::string window = "layer " + std::to_string(layer_id);
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
  ImGui::Begin(window.c_str(), nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse |
                   ImGuiWindowFlags_NoFocusOnAppearing);
  // In the order of drawing, whatever was clicked last.
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  semantics_.push_no_clip();
  semantics_.begin(role, layer_id, name, box);
  open_layers_.push_back({layer_id, open, box, semantics_.nodes().size(), appeared});

  if (hidden) return;
  if (shade) {
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    fill({0, 0, screen.x, screen.y}, theme_.shade);
  }
  for (int i = kShadowSteps; i > 0; --i) {
    const float out = static_cast<float>(i) * 2;
    fill({box.x - out, box.y - out + 4, box.w + 2 * out, box.h + 2 * out}, kShadow, kRadius + out);
  }
  fill(box, theme_.card, kRadius);
  outline(box, shade ? theme_.card_border : theme_.field_border, kRadius);
}

void Kit::end_layer() {
  const OpenLayer layer = open_layers_.back();
  open_layers_.pop_back();
  // Only the topmost answers: what lies above was ended before and has taken its part.
  const bool top = layer_ == state_.top_layer;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool outside = ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !layer.box.holds(mouse.x, mouse.y);
  if (top && !layer.appeared && (outside || semantics_.take_dismiss())) {
    *layer.open = false;
    want_frame(0);
  }
  if (layer.appeared) {
    focus_into(layer);
    want_frame(0);
  }
  semantics_.end();
  semantics_.pop_clip();
  ImGui::End();
  --layer_;
}

void Kit::focus_into(const OpenLayer& layer) {
  const std::vector<Node>& nodes = semantics_.nodes();
  // A list is opened by the pointer only; the keyboard has the real <select>.
  if (nodes[layer.first_node - 1].role != Role::dialog) return;
  const Node* into = nullptr;
  for (std::size_t i = layer.first_node; i < nodes.size(); ++i) {
    if (!takes_focus(nodes[i])) continue;
    // With a finger, a text field would call up the keyboard over what has just opened.
    if (frame_.fingers && nodes[i].role == Role::textbox) continue;
    into = &nodes[i];
    if (into->id != layer.close_button) break;
  }
  if (into != nullptr) semantics_.want_focus(into->id);
}

}  // namespace tollmeter::ui
