#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/language.h"
#include "core/link.h"
#include "core/title.h"
#include "ui/solve/comparison_columns.h"
#include "ui/solve/comparison_state.h"
#include "ui/solve/comparison_table.h"
#include "ui/views.h"

namespace tollmeter::ui {

namespace {

constexpr float kText = 13;
constexpr float kLinkGap = 16;

/// What was pressed: done when everything is drawn, since it replaces what is being drawn.
struct Wanted {
  bool keep = false, end = false;
  std::optional<std::size_t> edit, remove;
};

/// Links in a row, on as many lines as they need.
class Links {
 public:
  Links(Kit& kit, float x, float y, float w) : kit_(kit), left_(x), x_(x), y_(y), right_(x + w) {}

  bool add(std::string_view key, const std::string& label) {
    const float w = kit_.width(label, {kText, Face::semibold, Ink::accent});
    if (x_ > left_ && x_ + w > right_) {
      x_ = left_;
      y_ += step();
    }
    const float h = kit_.line_height(kText);
    const bool pressed = kit_.link(key, x_, y_ + (step() - h) / 2, label);
    x_ += w + kLinkGap;
    return pressed;
  }
  float bottom() const { return y_ + step(); }

 private:
  float step() const { return kit_.fingers() ? 40.0F : 26.0F; }
  Kit& kit_;
  float left_, x_, y_, right_;
};

float head(View& view, const Box& at, Wanted& wanted) {
  Kit& kit = view.kit;
  ComparisonState& state = *view.state.comparison;
  kit.heading(at.x, at.y, tr("Compare"), 2, {kText, Face::semibold, Ink::dim});
  Links links(kit, at.x, at.y + kit.line_height(kText), at.w);
  if (column_count(view.session) < kMostColumns) wanted.keep = links.add("keep", tr("keep a copy"));
  if (links.add("copy-all", state.copied == "all" ? tr("link of all copied ✓") : tr("copy the link of all"))) {
    view.output.copy_text = view.page_address + view.session.share_link();
    state.copied = "all";
  }
  wanted.end = links.add("end", tr("stop comparing"));
  return links.bottom();
}

// Two lists, where not all columns have room.
float pick_columns(View& view, const Box& at, const std::vector<std::size_t>& shown) {
  Kit& kit = view.kit;
  ComparisonState& state = *view.state.comparison;
  SelectSpec spec;
  for (std::size_t i = 0; i < column_count(view.session); ++i) {
    const bool edited = i == view.session.beside().place;
    spec.options.push_back({column_name(view.session, i), edited ? tr("edited") : "", "", false});
  }
  const float w = (at.w - 10) / 2;
  const float h = kit.control_height();
  for (const bool right : {false, true}) {
    spec.name = right ? tr("Right column") : tr("Left column");
    spec.chosen = static_cast<int>(shown[right ? 1 : 0]);
    const Box box{at.x + (right ? w + 10 : 0), at.y, w, h};
    const auto picked = kit.select(right ? "right" : "left", box, spec);
    if (!picked) continue;
    const auto column = static_cast<std::size_t>(*picked);
    state.left = shown[0];
    state.right = shown[1];
    // The same on both sides would say nothing: they change places.
    if (column == shown[right ? 0 : 1]) {
      std::swap(state.left, state.right);
    } else {
      (right ? state.right : state.left) = column;
    }
  }
  return at.y + h + 10;
}

void column_menu(View& view, const Box& anchor, Wanted& wanted) {
  Kit& kit = view.kit;
  ComparisonState& state = *view.state.comparison;
  const std::size_t column = state.menu;
  const std::string letter = column_letter(column);
  Box content;
  if (!kit.begin_popup("column-menu", tr("Column {0}", {letter}), anchor, 268, &state.menu_open, &content)) return;
  const float h = kit.control_height();
  float y = content.y;
  const std::string title_of = tr("Title of {0}", {letter});
  kit.text(content.x, y, title_of, {12, Face::semibold, Ink::dim});
  y += kit.line_height(12) + 4;
  FieldSpec title;
  title.name = title_of;
  title.text = title_words(column_scenario(view.session, column).title);
  title.numeric = false;
  title.align = Align::left;
  const auto typed = kit.field("title", {content.x, y, content.w, h}, title);
  y += h + 8;
  if (!state.title_cut.empty()) {
    const Run said[] = {{state.title_cut, Face::regular, Ink::warn}};
    y += kit.paragraph({content.x, y - 4, content.w, 0}, said, 12);
  }
  const auto entry = [&](std::string_view key, const std::string& label) {
    const bool pressed = kit.menu_item(key, {content.x, y, content.w, h}, label);
    y += h + 2;
    return pressed;
  };
  const bool edited = column == view.session.beside().place;
  if (!edited && entry("edit", tr("Edit this one"))) wanted.edit = column;
  if (entry("alone", tr("Open it alone"))) view.output.open = write_link(Document{column_scenario(view.session, column)});
  if (entry("copy", state.copied == letter ? tr("Its link is copied ✓") : tr("Copy its link"))) {
    const Scenario& scenario = column_scenario(view.session, column);
    view.output.copy_text =
        view.page_address + write_link(Document{scenario, total_to_share(estimate(scenario, view.session.world_of(scenario)))});
    state.copied = letter;
  }
  if (entry("remove", tr("Remove {0}", {letter}))) wanted.remove = column;
  if (wanted.edit || wanted.remove || view.output.open) state.menu_open = false;
  kit.end_popup(y);
  if (!typed) return;
  state.title_cut = title_cut_words(*typed);
  rename_column(view.session, column, *typed);
}

// Under the name of a column: what makes it the edited one, and its menu.
void column_controls(View& view, std::size_t column, float right, float y, Wanted& wanted) {
  Kit& kit = view.kit;
  ComparisonState& state = *view.state.comparison;
  const std::string letter = column_letter(column);
  const float h = kit.control_height();
  const float w = kit.fingers() ? 44.0F : 30.0F;
  kit.push(letter);
  const Box box{right - w + 6, y, w, h};
  const float text_y = y + (h - kit.line_height(12)) / 2;
  if (column == view.session.beside().place) {
    kit.text(box.x - 6, text_y, tr("you edit this"), {12, Face::regular, Ink::dim}, Align::right);
  } else if (kit.link("edit", box.x - 6, text_y, tr("edit this one"), nullptr, Align::right,
                      tr("Edit {0}", {column_name(view.session, column)}), 12)) {
    wanted.edit = column;
  }
  if (kit.icon_button("more", box, Kit::Icon::more, tr("More for {0}", {letter}), ButtonLook::quiet)) {
    state.menu_open = !(state.menu_open && state.menu == column);
    state.menu = column;
    state.copied.clear();
    state.title_cut.clear();
  }
  if (state.menu_open && state.menu == column) column_menu(view, box, wanted);
  kit.pop();
}

bool all_equal(const Session& session) {
  const std::vector<Scenario>& others = session.beside().others;
  return std::all_of(others.begin(), others.end(), [&](const Scenario& other) { return other == session.scenario(); });
}

void carry_out(View& view, const Wanted& wanted) {
  if (wanted.keep) keep_copy(view.session);
  if (wanted.edit) edit_column(view.session, *wanted.edit);
  if (wanted.remove) remove_column(view.session, *wanted.remove);
  if (wanted.end) end_comparison(view.session);
}

}  // namespace

float comparison_card(View& view, float x, float y, float w) {
  Kit& kit = view.kit;
  if (!view.state.comparison) view.state.comparison = std::make_shared<ComparisonState>();
  ComparisonState& state = *view.state.comparison;
  const Session& session = view.session;
  Kit::Card card(kit, "compare", tr("Compare"), x, y, w);
  Wanted wanted;
  y = head(view, {card.x, card.y, card.w, 0}, wanted) + 8;
  const std::vector<std::size_t> shown = shown_columns(state, session, column_room(card.w));
  if (shown.size() < column_count(session)) y = pick_columns(view, {card.x, y, card.w, 0}, shown);
  if (all_equal(session)) {
    const std::string said = tr("Nothing differs yet. Change a plan, the date or how much you use: {0} changes, the others stay as they are.",
                                {column_letter(session.beside().place)});
    const Run run[] = {{said, Face::regular, Ink::text}};
    y += kit.paragraph({card.x, y, card.w, 0}, run, kText) + 10;
  }
  y += 4;
  std::vector<std::string> names;
  std::size_t edited = shown.size();
  for (std::size_t i = 0; i < shown.size(); ++i) {
    names.push_back(column_name(session, shown[i]));
    if (shown[i] == session.beside().place) edited = i;
  }
  const ComparisonColumns columns(card.x, card.w, shown.size());
  const float bottom = comparison_table(view, columns, y, names, edited, kit.control_height(), state.rows(session, shown));
  for (std::size_t i = 0; i < shown.size(); ++i) {
    column_controls(view, shown[i], columns.right(i), y + names_height(kit, columns, names), wanted);
  }
  if (!state.copied.empty()) {
    kit.announce("copied", state.copied == "all" ? tr("Link of the comparison copied") : tr("Link of {0} copied", {state.copied}));
  }
  const float end = card.end(bottom).bottom();
  carry_out(view, wanted);
  return end;
}

}  // namespace tollmeter::ui
