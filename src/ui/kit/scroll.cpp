#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "imgui_internal.h"
#include "ui/kit.h"

namespace tollmeter::ui {
namespace {

constexpr double kThumbShows = 0.9;  // seconds after the last movement
constexpr float kThumbWide = 4;
constexpr float kThumbInset = 3;
constexpr float kThumbLeast = 28;
constexpr float kRevealMargin = 12;

float furthest(const KitState::Scroll& scroll) { return std::max(0.0F, scroll.content - scroll.box.h); }

}  // namespace

KitState::Scroll& Kit::scroll_state(NodeId id) {
  const auto it = std::find_if(state_.scrolls.begin(), state_.scrolls.end(),
                               [id](const KitState::Scroll& s) { return s.id == id; });
  if (it != state_.scrolls.end()) return *it;
  state_.scrolls.push_back({.id = id});
  return state_.scrolls.back();
}

// The innermost area under the pointer that can move that way takes it all, as browsers do. Areas behind a dialog take
// nothing.
void Kit::route_scroll() {
  if (frame_.scroll_y == 0) return;
  KitState::Scroll* taker = nullptr;
  for (KitState::Scroll& s : state_.scrolls) {
    if (!s.seen || s.layer != state_.top_layer || !s.box.holds(frame_.pointer_x, frame_.pointer_y)) continue;
    const bool can = frame_.scroll_y > 0 ? s.offset < furthest(s) : s.offset > 0;
    if (can && (taker == nullptr || s.box.w * s.box.h < taker->box.w * taker->box.h)) taker = &s;
  }
  if (taker == nullptr) return;
  taker->offset = std::clamp(taker->offset + frame_.scroll_y, 0.0F, furthest(*taker));
  taker->moved_at = frame_.seconds;
}

float Kit::begin_scroll(std::string_view key, const Box& box) {
  const NodeId item = id(key);
  KitState::Scroll& scroll = scroll_state(item);
  const bool shrank = scroll.box.h > box.h + 1;
  scroll.box = box;
  scroll.layer = layer_;
  scroll.seen = true;
  scroll.offset = snap(std::clamp(scroll.offset, 0.0F, furthest(scroll)));
  open_scrolls_.push_back({item, box, semantics_.nodes().size(), shrank});
  semantics_.push_clip(box);
  ImGui::SetCursorScreenPos({box.x, box.y});
  ImGui::BeginChild(item, {box.w, box.h}, ImGuiChildFlags_None,
                    ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoNav |
                        ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings);
  return box.y - scroll.offset;
}

void Kit::end_scroll(float content_bottom) {
  const OpenScroll area = open_scrolls_.back();
  open_scrolls_.pop_back();
  KitState::Scroll& scroll = scroll_state(area.id);
  const float content = content_bottom - (area.box.y - scroll.offset);
  // Half a pixel: rounding must not look like content that has shrunk, or the page never rests.
  const bool held_back = scroll.offset > std::max(0.0F, content - area.box.h) + 0.5F;
  scroll.content = content;
  if (held_back) want_frame(0);
  reveal_focus(scroll, area);
  draw_thumb(scroll, area.box);
  ImGui::EndChild();
  semantics_.pop_clip();
}

void Kit::reveal_focus(KitState::Scroll& scroll, const OpenScroll& area) {
  const NodeId focused = semantics_.focused();
  if (focused == 0 || !(semantics_.got_focus(focused) || area.shrank)) return;
  const std::vector<Node>& nodes = semantics_.nodes();
  for (std::size_t i = area.first_node; i < nodes.size(); ++i) {
    if (nodes[i].id != focused) continue;
    const Box& box = nodes[i].box;
    const float above = area.box.y + kRevealMargin - box.y;
    const float below = box.bottom() - (area.box.bottom() - kRevealMargin);
    float by = 0;
    if (below > 0) by = below;
    if (above > 0 || box.h > area.box.h) by = -above;
    const float to = std::clamp(scroll.offset + by, 0.0F, furthest(scroll));
    if (to != scroll.offset) {
      scroll.offset = to;
      scroll.moved_at = frame_.seconds;
      want_frame(0);
    }
    return;
  }
}

void Kit::draw_thumb(const KitState::Scroll& scroll, const Box& box) {
  const float reach = furthest(scroll);
  const double since = frame_.seconds - scroll.moved_at;
  if (reach <= 0 || since >= kThumbShows) return;
  want_frame(kThumbShows - since);
  const float length = std::max(kThumbLeast, box.h * box.h / scroll.content);
  const float y = box.y + (box.h - length) * std::min(1.0F, scroll.offset / reach);
  fill({box.right() - kThumbInset - kThumbWide, y + 2, kThumbWide, length - 4}, theme_.field_border, kThumbWide / 2);
}

}  // namespace tollmeter::ui
