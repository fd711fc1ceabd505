#pragma once

#include <string>

#include "ui/kit.h"
#include "ui/session.h"
#include "ui/view_state.h"

namespace tollmeter::ui {

/// What a view gets: it reads the session, draws with the kit, returns edits through session.edit().
struct View {
  Kit& kit;
  Session& session;
  ViewState& state;
  bool phone = false;  ///< one column, big targets
  FrameOutput& output; ///< for copying
  std::string page_address;  ///< what stands before a link: "https://…/#"
  bool embedded = false;     ///< within another page: nothing that edits or opens dialogs
  std::int64_t now = 0;      ///< seconds since 1970, of the person's clock
};

/// In the order of the scenario each platform takes the colour that it prefers or else the next one that is free, so that
/// ten differ and adding one changes none before it. A platform that is not in it: what it would get.
Color color_of(const View& view, std::string_view platform);

// Each draws from (x, y) within width w and returns the y below it (the next card begins kCardGap further down).

// The column of what one uses (views/usage_*.cpp)
float own_unit(View& view, float x, float y, float w);   ///< what to begin one with, or its card; returns where the next card begins
float about_you(View& view, float x, float y, float w);
float platform_cards(View& view, float x, float y, float w);  ///< open cards, then the folded ones in one card
float add_platform(View& view, float x, float y, float w);    ///< the button and its picker

// What comes of it (views/*.cpp)
float verdict(View& view, float x, float y, float w);
void verdict_line(View& view, const Box& box);  ///< one line, for a scrolled phone and above the keyboard
float verdict_phone_more(View& view, float w);  ///< what a converted total and a range add to the height of verdict_phone
float verdict_phone(View& view, const Box& box);  ///< two figures side by side under the phone's header
float breaks(View& view, float x, float y, float w);
float bill(View& view, float x, float y, float w);
/// The totals as one, at the person's rates; `linked`: with the link to the rates, and also what is missing for it. y when
/// nothing to say.
float conversion_line(View& view, float x, float y, float w, bool linked);
float moved_lines(View& view, float x, float y, float w);  ///< "What changed since this was shared"; y when nothing to say
float comparison_card(View& view, float x, float y, float w);  ///< while others stand beside the calculation (solve/comparison_card.cpp)
float charts_card(View& view, float x, float y, float w, float height);  ///< the charts behind tabs, in a card of that height
// Each draws in the whole box and returns its bottom.
float price_history_chart(View& view, const Box& box);
float cost_curve_chart(View& view, const Box& box);
float per_unit_chart(View& view, const Box& box);  ///< solve/per_unit_chart.cpp
void begin_own_unit(View& view);  ///< opens the card, of a scenario that has no unit with one to change (solve/own_unit_card.cpp)
float own_unit_card(View& view, float x, float y, float w);  ///< of a scenario that has a unit (solve/own_unit_card.cpp)
float growth_chart(View& view, const Box& box);  ///< may end below its box
float month_view(View& view, const Box& box);    ///< may end below its box
float ranges_view(View& view, const Box& box);   ///< may end below its box
/// In what range 8 of 10 cases lie; of a scenario that has ranges. After the first frame it is computed in slices of a frame.
float range_line(View& view, float x, float y, float w);
/// The total against the budget, with the link to what holds it; y where there is no budget.
float budget_line(View& view, float x, float y, float w);
void budget_dialog(View& view, const Box& screen);                ///< when state.budget_open
void mix_dialog(View& view, const Box& screen);                   ///< when state.mix_open
void reply_dialog(View& view, const Box& screen);                 ///< when state.reply_open
/// The link to what reads a pasted reply; only where Catalog::replies has come. Returns the y below.
float reply_line(View& view, float x, float y, float w);
void why_not_cheaper(View& view, const Box& screen);              ///< dialog "Which plan?", when state.why_not_cheaper
void rates_dialog(View& view, const Box& screen);                 ///< when state.rates_open

}  // namespace tollmeter::ui
