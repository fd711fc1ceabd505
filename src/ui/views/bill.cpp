#include <algorithm>
#include <string>
#include <vector>

#include "core/format.h"
#include "core/report.h"
#include "ui/views.h"
#include "ui/views/bill_line.h"
#include "ui/views/result_words.h"
#include "ui/views/sources.h"

namespace tollmeter::ui {

namespace {

constexpr float kText = 13;
constexpr float kPad = 7;
constexpr const char* kFree = "free";  ///< in ViewState::open_lines

// Costs nothing, and what is asked of it is served: nothing to look at unless one wants to.
bool is_quiet(const PlatformEstimate& platform) {
  return platform.fits && platform.subtotal.amount.is_zero() && !platform.subtotal.at_least;
}

std::string copied_mark(const Session& session) { return "table " + session.address(); }

void copy_link(View& view, float right, float y) {
  Kit& kit = view.kit;
  // The mark names the state that was copied, so that it goes when something changes.
  const bool copied = view.state.copied.starts_with("table ") && view.state.copied == copied_mark(view.session);
  if (kit.link("copy", right, y, copied ? "copied" : "copy as table", nullptr, Align::right)) {
    view.output.copy_text = bill_table(view.session.shown().chosen);
    view.state.copied = copied_mark(view.session);
  }
  kit.announce("copied", copied ? "The bill is copied as a table." : "");
}

void flip(ViewState& state, const std::string& key) {
  if (!state.open_lines.erase(key)) state.open_lines.insert(key);
}

// "4 other platforms ... free $0.00", which opens to their lines.
float free_row(View& view, const std::vector<const PlatformEstimate*>& quiet, bool others, const BillColumns& columns,
               float y) {
  Kit& kit = view.kit;
  const bool open = view.state.open_lines.contains(kFree);
  const std::string zero = money_text(quiet.front()->subtotal);
  const int n = static_cast<int>(quiet.size());
  const std::string name = others ? counted(n, "other platform", "other platforms") : counted(n, "platform", "platforms");
  const float height = std::max(kit.line_height(kText) + 2 * kPad, kit.fingers() ? kit.control_height() : 0.0F);
  const float w = columns.amount - columns.left;
  const float text_y = y + (height - kit.line_height(kText)) / 2;
  kit.rule(columns.left, y, w);
  if (kit.disclosure(kFree, {columns.left, y + 1, w, height - 2}, name + ", free, " + zero, open)) {
    flip(view.state, kFree);
  }
  kit.silent_text(columns.left, text_y, name);
  kit.icon(open ? Kit::Icon::chevron_up : Kit::Icon::chevron_down, columns.left + kit.width(name, {}) + 10,
           text_y + kit.line_height(kText) / 2, Ink::dim, 9);
  kit.silent_text(columns.each, text_y, "free", {}, Align::right);
  kit.silent_text(columns.amount, text_y, zero, {}, Align::right);
  y += height;
  if (!open) return y;
  for (const PlatformEstimate* platform : quiet) y = bill_platform(view, *platform, columns, y);
  return y;
}

float totals(View& view, const BillColumns& columns, float y) {
  Kit& kit = view.kit;
  const Estimate& chosen = view.session.shown().chosen;
  const float w = columns.amount - columns.left;
  const float height = kit.line_height(kText) + 2 * kPad;
  const float table_h = height * static_cast<float>(chosen.totals.size());
  kit.begin_table("totals", "Total before tax", {columns.left, y, w, table_h});
  for (const Money& total : chosen.totals) {
    const bool first = &total == &chosen.totals.front();
    kit.rule(columns.left, y, w);
    kit.begin_row(total.currency, {columns.left, y, w, height});
    const float name_w = kit.width("Total", {kText, Face::bold, Ink::text});
    kit.cell(columns.left, y + kPad, first ? "Total" : "and", {kText, first ? Face::bold : Face::regular, Ink::text});
    kit.cell(columns.left + name_w + 5, y + kPad, "before tax", {12, Face::regular, Ink::dim});
    kit.cell(columns.amount, y + kPad, money_text(total), {kText, Face::bold, Ink::text}, Align::right);
    kit.end_row();
    y += height;
  }
  kit.end_table();
  const std::string doubt = doubt_words(doubts(chosen));
  if (!doubt.empty()) {
    const std::string said = doubt + ".";
    const Run run[] = {{said, Face::regular, Ink::warn}};
    y += kit.paragraph({columns.left, y, w, 0}, run, 12);
  }
  return y;
}

}  // namespace

float bill(View& view, float x, float y, float w) {
  Kit& kit = view.kit;
  const Estimate& chosen = view.session.shown().chosen;
  Kit::Card card(kit, "bill", "The bill", x, y, w);
  kit.push("bill");
  kit.heading(card.x, card.y, "The bill", 2, {kText, Face::semibold, Ink::dim});
  const BillColumns columns = bill_columns(card.x, card.w);
  float row = card.y + kit.line_height(kText) + 4;
  if (chosen.platforms.empty()) {
    kit.text(card.x, row, "Nothing to pay yet.", {kText, Face::regular, Ink::dim});
    row += kit.line_height(kText) + kPad;
  } else {
    copy_link(view, card.x + card.w, card.y);
  }
  std::vector<const PlatformEstimate*> quiet;
  bool others = false;
  for (const PlatformEstimate& platform : chosen.platforms) {
    if (!platform.platform) continue;
    if (is_quiet(platform)) {
      quiet.push_back(&platform);
    } else {
      row = bill_platform(view, platform, columns, row);
      others = true;
    }
  }
  if (!quiet.empty()) row = free_row(view, quiet, others, columns, row);
  row = totals(view, columns, row);
  kit.pop();
  return card.end(row).bottom();
}

}  // namespace tollmeter::ui
