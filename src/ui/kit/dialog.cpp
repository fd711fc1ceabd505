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
constexpr float kTitle = 56;        // height of the row of a title of one line
constexpr float kClose = 32;
constexpr float kMargin = 24;       // of a dialog to the screen's edge
constexpr float kPhoneWidth = 600;  // narrower screens get a sheet
constexpr float kPopupMargin = 8;
constexpr float kItemPadding = 8;
constexpr float kTallItem = 32;  // such entries have the larger label
constexpr float kBelowAnchor = 4;

}  // namespace

bool Kit::begin_dialog(std::string_view key, std::string_view title, const Box& screen, float w, bool* open, Box* content) {
  if (!*open) return false;
  const NodeId layer_id = id(key);
  const bool sheet = screen.w < kPhoneWidth;
  const float known = layer_state(layer_id).content;
  const float most = screen.h - (sheet ? kMargin : 2 * kMargin);
  Box box{screen.x, 0, sheet ? screen.w : std::min(w, screen.w - 2 * kMargin), 0};
  const Run words[] = {{title, Face::semibold, Ink::text}};
  const float title_w = box.w - 2 * kPadding - kClose;
  const float title_h = paragraph_height(title_w, words, kTitleSize);
  const float title_row = std::max(kTitle, title_h + kTitle - line_height(kTitleSize));
  const float h = std::min(most, known > 0 ? known + title_row : most);
  box.y = screen.bottom() - h;
  box.h = h;
  if (!sheet) {
    box.x = snap(screen.x + (screen.w - box.w) / 2);
    box.y = snap(screen.y + (screen.h - h) / 2);
  }
  begin_layer(layer_id, Role::dialog, title, box, open, true, known <= 0);
  push(key);
  if (known <= 0) ImGui::PushClipRect({0, 0}, {0, 0}, true);
  const float row = box.y + (kTitle - line_height(kTitleSize)) / 2;
  const Box title_box{box.x + kPadding, row, title_w, title_h};
  silent_paragraph(title_box, words, kTitleSize);
  semantics_.add(Role::heading, semantics_.read_id(), title, title_box).level = 2;
  const Box close{box.right() - kPadding - 24, box.y + (kTitle - kClose) / 2, kClose, kClose};
  if (icon_button("close", close, Icon::close, tr("Close"), ButtonLook::quiet)) *open = false;
  open_layers_.back().close_button = id("close");
  *content = begin_layer_content({box.x, box.y + title_row, box.w, box.h - title_row}, kPadding);
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

bool Kit::menu_item(std::string_view key, const Box& box, std::string_view label) {
  const bool pressed = button(key, box, "", ButtonLook::quiet, label);
  const float size = box.h >= kTallItem ? 14.0F : 13.0F;
  silent_text(box.x + kItemPadding, box.y + (box.h - line_height(size)) / 2, label, {size}, Align::left, box.w - 2 * kItemPadding);
  return pressed;
}

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
