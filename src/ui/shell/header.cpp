#include <algorithm>
#include <string>

#include <imgui.h>

#include "core/format.h"
#include "core/language.h"
#include "core/report.h"
#include "core/title.h"
#include "ui/shell/shell.h"

namespace tollmeter::ui {

namespace {

constexpr float kButton = 34;
constexpr float kMargin = 20;
constexpr float kRoomForRedo = 1180;
constexpr float kExportFrom = 1320;

// The mark: a rounded square, the part above the cap in red.
void logo(Kit& kit, float x, float y, float size) {
  const Theme& theme = kit.theme();
  kit.fill({x, y, size, size}, theme.accent, size * 0.28F);
  kit.draw()->AddRectFilled({x, y}, {x + size, y + size * 0.45F}, theme.bad, size * 0.28F,
                            ImDrawFlags_RoundCornersTop);
}

std::string title_of(const Session& session) {
  return session.scenario().title.empty() ? tr("Untitled") : title_words(session.scenario().title);
}

float label_width(const Kit& kit, std::string_view label) {
  return kit.width(label, {14, Face::regular, Ink::text}) + 26;
}

// A button that opens a popup below itself; returns its box.
Box opener(View& view, std::string_view key, const Box& box, const std::string& label, std::string_view name,
           bool& open, ButtonLook look = ButtonLook::outline) {
  if (view.kit.button(key, box, label, look, name)) open = !open;
  return box;
}

void share_button(View& view, const Box& box) {
  if (!view.kit.button("share", box, tr("Share@@verb"), ButtonLook::primary)) return;
  // One press copies; the dialog says so and offers the link alone.
  view.output.copy_text = share_text(view.session.scenario(), view.session.shown().chosen,
                                     view.page_address + view.session.share_link());
  view.state.copied = "summary";
  view.state.share_open = true;
}

std::string date_label(const View& view) { return date_text(view.session.scenario().date) + " ▾"; }

// What they take without words.
float least_steps_width(const View& view) {
  const Kit& kit = view.kit;
  const float arrows = label_width(kit, "◂") + label_width(kit, "▸");
  return arrows + kit.button_width(date_label(view), ButtonLook::strong) + label_width(kit, tr("Today")) + 30;
}

// "Prices of" with its steps, centred in the room between left and right.
void date_steps(View& view, float left, float right, float y) {
  Kit& kit = view.kit;
  Session& session = view.session;
  const Date* previous = previous_change(session);
  const Date* next = next_change(session);
  const std::string date = date_label(view);
  const bool words = right - left > 620;
  const std::string lead_words = tr("Prices of@@a date follows"), today = tr("Today");
  const std::string back = words ? tr("◂ previous change") : "◂";
  const std::string on = words ? tr("next change ▸") : "▸";
  const float widths[] = {label_width(kit, back), kit.button_width(date, ButtonLook::strong), label_width(kit, on),
                          label_width(kit, today)};
  const float lead = words ? kit.width(lead_words, {14, Face::regular, Ink::dim}) + 10 : 0;
  const float total = lead + widths[0] + widths[1] + widths[2] + widths[3] + 30;
  float x = std::max(left, (left + right - total) / 2);
  if (words) {
    kit.text(x, y + (kButton - kit.line_height(14)) / 2, lead_words, {14, Face::regular, Ink::dim});
    x += lead;
  }
  if (kit.button("previous", {x, y, widths[0], kButton}, back, ButtonLook::outline, tr("Previous change"),
                 previous == nullptr)) {
    go_to(session, *previous);
  }
  x += widths[0] + 10;
  const Box date_box = opener(view, "date", {x, y, widths[1], kButton}, date,
                              tr("Prices of {0}", {long_date_text(session.scenario().date)}), view.state.date_open,
                              ButtonLook::strong);
  x += widths[1] + 10;
  if (kit.button("next", {x, y, widths[2], kButton}, on, ButtonLook::outline, tr("Next change"),
                 next == nullptr)) {
    go_to(session, *next);
  }
  x += widths[2] + 10;
  if (kit.button("today", {x, y, widths[3], kButton}, today, ButtonLook::outline, {},
                 session.scenario().date == session.today())) {
    session.use_today();
  }
  if (view.state.date_open) date_popup(view, date_box, false);
}

}  // namespace

void header(View& view, const Box& box) {
  Kit& kit = view.kit;
  kit.fill(box, kit.theme().header);
  kit.fill({box.x, box.bottom() - 1, box.w, 1}, kit.theme().header_border);
  kit.semantics().begin(Role::banner, kit.id("header"), "Tollmeter", box);
  kit.push("header");
  const float y = box.y + (box.h - 1 - kButton) / 2;
  logo(kit, kMargin, box.y + (box.h - 18) / 2, 18);
  kit.heading(kMargin + 27, box.y + (box.h - kit.line_height(18)) / 2, "Tollmeter", 1,
              {18, Face::semibold, Ink::text});

  // Places are taken from the right, so that the middle knows its room; what stands there is drawn, and so read, from the left.
  float right = box.right() - kMargin;
  const auto take = [&](float w, float gap) {
    right -= w + gap;
    return Box{right + gap, y, w, kButton};
  };
  const std::string menu = tr("Menu");
  const Box share_box = take(label_width(kit, tr("Share@@verb")) + 2, 10);
  // What a narrow window has in the menu only.
  const bool has_export = box.w >= kExportFrom, has_redo = box.w >= kRoomForRedo;
  const Box export_box = has_export ? take(label_width(kit, tr("Export")), 10) : Box{};
  const Box menu_box = take(label_width(kit, menu + " ▾"), 10);
  const Box redo_box = has_redo ? take(38, 6) : Box{};
  const Box undo_box = take(38, 14);

  const float title_x = kMargin + 27 + kit.width("Tollmeter", {18, Face::semibold, Ink::text}) + 18;
  const std::string title = title_of(view.session) + " ▾";
  const float room = right - title_x - 14 - least_steps_width(view);
  const float title_w = std::min({label_width(kit, title), has_redo ? 280.0F : 180.0F, room});
  const Box title_box = opener(view, "title", {title_x, y, title_w, kButton}, title,
                               tr("Title: {0}", {title_of(view.session)}), view.state.title_open);
  date_steps(view, title_x + title_w + 14, right, y);
  if (kit.icon_button("undo", undo_box, Kit::Icon::undo, tr("Undo"), ButtonLook::outline, !view.session.can_undo())) {
    view.session.undo();
  }
  if (has_redo && kit.icon_button("redo", redo_box, Kit::Icon::redo, tr("Redo"), ButtonLook::outline, !view.session.can_redo())) {
    view.session.redo();
  }
  opener(view, "menu", menu_box, menu + " ▾", menu, view.state.menu_open);
  if (has_export) opener(view, "export", export_box, tr("Export"), {}, view.state.export_open);
  share_button(view, share_box);
  if (view.state.title_open) title_popup(view, title_box);
  if (view.state.menu_open) menu_popup(view, menu_box);
  kit.pop();
  kit.semantics().end();
}

void phone_header(View& view, const Box& box) {
  Kit& kit = view.kit;
  kit.fill(box, kit.theme().header);
  kit.fill({box.x, box.bottom() - 1, box.w, 1}, kit.theme().header_border);
  kit.semantics().begin(Role::banner, kit.id("header"), "Tollmeter", box);
  kit.push("header");
  const float h = kit.control_height();
  const float y = box.y + (box.h - 1 - h) / 2;
  logo(kit, 12, box.y + (box.h - 18) / 2, 18);
  kit.semantics().add(Role::heading, kit.id("name"), "Tollmeter", {12, box.y + 17, 18, 18}).level = 1;
  const std::string date = date_label(view);
  const Box date_box = opener(view, "date", {38, y, kit.button_width(date, ButtonLook::strong), h}, date,
                              tr("Prices of {0}", {long_date_text(view.session.scenario().date)}),
                              view.state.date_open, ButtonLook::strong);
  const float share_w = std::max(70.0F, label_width(kit, tr("Share@@verb")));
  const Box share_box{box.right() - 12 - share_w, y, share_w, h};
  const Box menu_box{share_box.x - 52, y, 44, h};
  if (view.session.can_undo() &&
      kit.icon_button("undo", {menu_box.x - 52, y, 44, h}, Kit::Icon::undo, tr("Undo"), ButtonLook::quiet)) {
    view.session.undo();
  }
  if (kit.icon_button("menu", menu_box, Kit::Icon::more, tr("Menu"))) view.state.menu_open = !view.state.menu_open;
  share_button(view, share_box);
  if (view.state.date_open) date_popup(view, date_box, true);
  if (view.state.menu_open) menu_popup(view, menu_box);
  if (view.state.title_open) title_popup(view, menu_box);
  kit.pop();
  kit.semantics().end();
}

}  // namespace tollmeter::ui
