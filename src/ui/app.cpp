#include "ui/app.h"

#include <algorithm>

#include "core/language.h"
#include "core/saved.h"
#include "core/title.h"
#include "ui/imgui_frame.h"
#include "ui/own/own_dialog.h"
#include "ui/shell/shell.h"
#include "ui/views.h"

namespace tollmeter::ui {

namespace {

// Below this width there is one column with tabs.
constexpr float kPhoneBelow = 900;  // two columns and the header's buttons need as much
constexpr float kLowBelow = 480;
// Heights of cards, popups and dialogs are known a frame after their content changed; a third frame draws
// what hangs on them (the thumb of a scroll area).
constexpr int kFramesToSettle = 3;

}  // namespace

App::App(const Catalog& catalog, Zones zones, Date today, Fonts fonts)
    : session_(catalog, zones, today), fonts_(fonts) {}

void App::open_address(std::string_view fragment, std::string_view kept) {
  session_.open_address(fragment, kept);
  address_ = std::string(fragment);
  if (state_.saved_link != fragment) state_.saved_link.clear();
  // On a phone the comparison, which is what was opened, stands with the bill.
  if (!session_.beside().others.empty()) state_.phone_tab = 2;
  // Back, Forward and links are entries of the browser's history already.
  session_.take_new_entry();
}

void App::saved_came(std::string json, bool refused) {
  state_.saved_json = std::move(json);
  state_.saved_refused = refused;
  settle();
}

void App::settle() { settle_ = kFramesToSettle; }

void App::platform_came() {
  session_.catalog_changed();
  settle();
}

void App::platform_failed(std::string_view id) {
  if (id.empty()) {
    state_.not_loaded = tr("The list of platforms could not be loaded. Is there a network? Reload the page to try again.");
    return settle();
  }
  state_.not_had.insert(std::string(id));
  if (state_.awaited != id) return settle();
  const Listing* listing = session_.catalog().listing(id);
  state_.awaited.clear();
  state_.not_loaded = tr("The prices of {0} could not be loaded. Is there a network? Choose it again to try once more.",
                         {listing ? std::string_view(listing->name) : id});
  settle();
}

void App::take_file(std::string name, std::string text) {
  name = clean_title(name);  // it is shown in sentences
  if (is_saved_file(text)) {
    receive_saved_file(state_, std::move(name), std::move(text));
  } else {
    receive_own_file(state_, std::move(name), std::move(text));
  }
  settle();
}

void App::language_changed() {
  // What was found is kept as sentences.
  forget_own_catalogs(session_, state_);
  settle();
}

FrameOutput App::frame(const FrameInput& input) {
  FrameOutput output;
  if (session_.many_own_catalogs()) forget_own_catalogs(session_, state_);
  const bool dark = state_.theme == ThemeChoice::system ? input.prefers_dark
                                                        : state_.theme == ThemeChoice::dark;
  session_.set_today(input.today);
  const bool moving = pointer_.feed(input.pointers, input.seconds, semantics_, input.prefers_less_motion);
  const bool something = !input.pointers.empty() || !input.actions.empty() || input.width != width_ ||
                         input.height != height_ || input.density != density_ || dark != dark_;
  width_ = input.width;
  height_ = input.height;
  density_ = input.density;
  dark_ = dark;
  if (something) settle();

  begin_imgui(input.width, input.height, input.density, input.seconds - seconds_);
  seconds_ = input.seconds;
  semantics_.begin_frame(input.actions);
  draw(input, output);
  semantics_.end_frame();
  end_imgui();

  finish(output);
  settle_ = std::max(0, settle_ - 1);
  if (settle_ > 0 || moving) output.next_frame_in = 0;
  return output;
}

void App::draw(const FrameInput& input, FrameOutput& output) {
  Theme theme = dark_ ? dark_theme() : light_theme();
  if (input.prefers_more_contrast) theme = more_contrast(theme);
  const bool phone = input.width < kPhoneBelow;
  KitFrame frame;
  frame.density = input.density;
  frame.fingers = phone || input.coarse_pointer;
  frame.seconds = input.seconds;
  frame.scroll_x = pointer_.scroll_x();
  frame.scroll_y = pointer_.scroll_y();
  frame.zoom = pointer_.zoom();
  frame.pointer_x = pointer_.x();
  frame.pointer_y = pointer_.y();
  Kit kit(theme, fonts_, semantics_, kit_state_, frame);
  View view{kit, session_, state_, phone, output, input.page_address, input.embedded, input.now};
  const Box screen{0, 0, input.width, input.height};
  kit.fill(screen, theme.page);
  if (semantics_.take_undo()) session_.undo();
  if (semantics_.take_redo()) session_.redo();

  if (input.embedded) {
    embed_layout(view, screen);
  } else {
    draw_page(view, input, screen);
  }
  output.cursor = kit.cursor();
  output.next_frame_in = kit.next_frame_in();
}

void App::draw_page(View& view, const FrameInput& input, const Box& screen) {
  const bool phone = view.phone;
  const float header_h = phone ? kPhoneHeaderHeight : kHeaderHeight;
  if (phone) {
    phone_header(view, {0, 0, input.width, header_h});
  } else {
    header(view, {0, 0, input.width, header_h});
  }
  const bool low = phone && input.height < kLowBelow;
  const float top = header_h + (low ? 0 : strip(view, header_h, input.width));
  const Box body{0, top, input.width, input.height - top};
  if (phone) {
    phone_layout(view, body, input.keyboard_inset, low);
  } else {
    desktop_layout(view, body);
  }
  announce_refusal(view);
  if (state_.share_open) share_dialog(view, screen);
  if (state_.presets_open) presets_dialog(view, screen);
  if (state_.saved_open) saved_dialog(view, screen);
  if (state_.why_not_cheaper) why_not_cheaper(view, screen);
  if (state_.rates_open) rates_dialog(view, screen);
  if (state_.budget_open) budget_dialog(view, screen);
  if (state_.mix_open) mix_dialog(view, screen);
  if (state_.export_open) export_dialog(view, screen);
  if (state_.reply_open) reply_dialog(view, screen);
  if (state_.own) own_dialog(view, screen);
}

void App::write_address(FrameOutput& output) {
  const std::string address = session_.address();
  if (address == address_) return;
  address_ = address;
  output.address = address;
  output.new_entry = session_.take_new_entry();
  // The person's own state outlives the visit; what was only looked at does not replace it.
  if (session_.is_own()) output.keep.emplace_back("mine", address);
}

void App::finish(FrameOutput& output) {
  // Nothing is written while a gesture goes on: one entry holds what it came to, the one before what it began with.
  if (!session_.in_gesture() && session_.take_address_due()) write_address(output);
  const std::string title = title_words(session_.scenario().title);
  output.page_title = title.empty() ? "Tollmeter" : title + " – Tollmeter";
  output.dark = dark_;
  output.focus = semantics_.wanted_focus();
}

}  // namespace tollmeter::ui
