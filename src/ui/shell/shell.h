#pragma once

#include "ui/views.h"

namespace tollmeter::ui {

// The frame round the views: header, notice, menus, and the three layouts.

inline constexpr float kHeaderHeight = 56;
inline constexpr float kPhoneHeaderHeight = 52;

/// Name, title, date with its steps, undo, menu, share.
void header(View& view, const Box& box);
void phone_header(View& view, const Box& box);

/// The notice under the header that says what one is looking at; returns its height, 0 when there is nothing to say.
float strip(View& view, float y, float width);
/// Speaks of a link that was refused: nothing else changes then while the page is open.
void announce_refusal(View& view);

// What the header's buttons open: drawn while the state says so, which the caller looks at (cmake/Later.cmake). `anchor`
// is the button.
void title_popup(View& view, const Box& anchor);
void date_popup(View& view, const Box& anchor, bool with_steps);
void menu_popup(View& view, const Box& anchor);
void share_dialog(View& view, const Box& screen);
/// The calculation as a table, data, document, picture or on paper (ui/export/export_dialog.cpp).
void export_dialog(View& view, const Box& screen);
/// What another page shows of it (ui/export/embed.cpp).
void embed_layout(View& view, const Box& screen);
/// Ready-made calculations, each a link that is followed.
void presets_dialog(View& view, const Box& screen);
/// The person's own calculations, kept in the browser under their titles.
void saved_dialog(View& view, const Box& screen);
/// A file of calculations came (core/saved.h), by drop or from the file button: opens the dialog, which adds them.
void receive_saved_file(ViewState& state, std::string name, std::string text);
/// The title of the calculation, to be typed; returns the y below it.
float title_field(View& view, const Box& box);

/// The nearest day before or after the scenario's date on which something changes; null: none.
const Date* previous_change(const Session& session);
const Date* next_change(const Session& session);
void go_to(Session& session, Date date);

/// Two columns beside each other, each scrolling by itself.
void desktop_layout(View& view, const Box& body);
/// One column with tabs at the bottom. In a `low` window, a phone on its side or a page zoomed to 400 %, the notice and the
/// verdict scroll with the rest instead of standing above it.
void phone_layout(View& view, const Box& body, float keyboard_inset, bool low);

}  // namespace tollmeter::ui
