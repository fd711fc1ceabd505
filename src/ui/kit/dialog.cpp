#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "core/language.h"
#include "ui/kit.h"

namespace tollmeter::ui {
namespace {

constexpr float kPadding = 20;
constexpr float kPopupPadding = 14;
constexpr float kTitleSize = 16;
constexpr float kTitle = 56;        // height of the title's row
constexpr float kMargin = 24;       // of a dialog to the screen's edge
constexpr float kPhoneWidth = 600;  // narrower screens get a sheet
constexpr float kPopupMargin = 8;
constexpr float kBelowAnchor = 4;

}  // namespace

bool Kit::begin_dialog(std::string_view key, std::string_view title, const Box& screen, float w, bool* open, Box* content) {
  if (!*open) return false;
  const NodeId layer_id = id(key);
  const bool sheet = screen.w < kPhoneWidth;
  const float known = layer_state(layer_id).content;
  const float most = screen.h - (sheet ? kMargin : 2 * kMargin);
  const float h = std::min(most, known > 0 ? known + kTitle : most);
  Box box{screen.x, screen.bottom() - h, screen.w, h};
  if (!sheet) {
    box.w = std::min(w, screen.w - 2 * kMargin);
    box.x = snap(screen.x + (screen.w - box.w) / 2);
    box.y = snap(screen.y + (screen.h - h) / 2);
  }
  begin_layer(layer_id, Role::dialog, title, box, open, true, known <= 0);
  push(key);
  if (known <= 0) ImGui::PushClipRect({0, 0}, {0, 0}, true);
  const float row = box.y + (kTitle - line_height(kTitleSize)) / 2;
  heading(box.x + kPadding, row, title, 2, {kTitleSize, Face::semibold});
  const Box close{box.right() - kPadding - 24, box.y + (kTitle - 32) / 2, 32, 32};
  if (icon_button("close", close, Icon::close, tr("Close"), ButtonLook::quiet)) *open = false;
  open_layers_.back().close_button = id("close");
  *content = begin_layer_content({box.x, box.y + kTitle, box.w, box.h - kTitle}, kPadding);
  return true;
}

void Kit::end_dialog(float bottom) { end_layer_content(bottom, kPadding); }

bool Kit::begin_popup(std::string_view key, std::string_view name, const Box& anchor, float w, bool* open, Box* content) {
  if (!*open) return false;
  const NodeId layer_id = id(key);
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  const float known = layer_state(layer_id).content;
  const float below = screen.y - kPopupMargin - anchor.bottom() - kBelowAnchor;
  const float above = anchor.y - kBelowAnchor - kPopupMargin;
  const bool up = known > below && above > below;
  const float h = std::min(up ? above : below, known > 0 ? known : below);
  const float width_now = std::min(w, screen.x - 2 * kPopupMargin);
  // Under the anchor's left end, or its right end where that runs off the screen.
  float x = anchor.x;
  if (x + width_now > screen.x - kPopupMargin) x = anchor.right() - width_now;
  x = std::clamp(x, kPopupMargin, std::max(kPopupMargin, screen.x - kPopupMargin - width_now));
  const Box box{snap(x), up ? anchor.y - kBelowAnchor - h : anchor.bottom() + kBelowAnchor, width_now, h};
  begin_layer(layer_id, Role::dialog, name, box, open, false, known <= 0);
  push(key);
  if (known <= 0) ImGui::PushClipRect({0, 0}, {0, 0}, true);
  *content = begin_layer_content(box, kPopupPadding);
  content->y += kPopupPadding;
  return true;
}

void Kit::end_popup(float bottom) { end_layer_content(bottom, kPopupPadding); }

Box Kit::begin_layer_content(const Box& inside, float padding) {
  const float y = begin_scroll("content", inside);
  open_layers_.back().content_top = y;
  return {inside.x + padding, y, inside.w - 2 * padding, inside.h};
}

void Kit::end_layer_content(float bottom, float padding) {
  const OpenLayer& open = open_layers_.back();
  KitState::Layer& layer = layer_state(open.id);
  const float content = std::ceil(bottom + padding - open.content_top);
  if (content != layer.content) want_frame(0);
  const bool hidden = layer.content <= 0;
  layer.content = content;
  end_scroll(open.content_top + content);
  if (hidden) ImGui::PopClipRect();
  pop();
  end_layer();
}

}  // namespace tollmeter::ui
