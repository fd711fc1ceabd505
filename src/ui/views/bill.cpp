#include <algorithm>
#include <string>
#include <vector>

#include "core/format.h"
#include "core/language.h"
#include "core/report.h"
#include "ui/views.h"
#include "ui/views/bill_line.h"
#include "ui/views/conversion_words.h"
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
  if (kit.link("copy", right, y, copied ? tr("copied") : tr("copy as table"), nullptr, Align::right)) {
    view.output.copy_text = bill_table(view.session.shown().chosen);
    view.state.copied = copied_mark(view.session);
  }
  kit.announce("copied", copied ? tr("The bill is copied as a table.") : "");
}

float free_height(const Kit& kit) {
  const float height = kit.line_height(kText) + 2 * kPad;
  return kit.fingers() ? std::max(height, kit.control_height()) : height;
}

std::string free_name(std::size_t n, bool others) {
  return others ? counted(static_cast<int>(n), "other platform", "other platforms")
                : counted(static_cast<int>(n), "platform", "platforms");
}

// For columns that a row has nothing in, so that each cell stands under its header.
void blank_cells(Kit& kit, float x, float y, int count) {
  for (int i = 0; i < count; ++i) kit.cell(x, y, "");
}

// "4 other platforms ... free $0.00", which opens to their lines.
void free_row(Kit& kit, const std::string& name, const std::string& zero, bool open, const BillColumns& columns, float y) {
  const float text_y = y + (free_height(kit) - kit.line_height(kText)) / 2;
  kit.rule(columns.left, y, columns.width());
  kit.begin_row(kFree, {columns.left, y, columns.width(), free_height(kit)});
  kit.cell(columns.left, text_y, name);
  kit.icon(open ? Kit::Icon::chevron_up : Kit::Icon::chevron_down, columns.left + kit.width(name, {}) + 10,
           text_y + kit.line_height(kText) / 2, Ink::dim, 9);
  if (!columns.narrow) blank_cells(kit, columns.asked, text_y, 2);
  kit.cell(columns.each, text_y, tr("free"), {}, Align::right);
  kit.cell(columns.amount, text_y, zero, {}, Align::right);
  kit.end_row();
}

float total_rows(View& view, const BillColumns& columns, float y) {
  Kit& kit = view.kit;
  const Estimate& chosen = view.session.shown().chosen;
  const float height = kit.line_height(kText) + 2 * kPad;
  for (const Money& total : chosen.totals) {
    const bool first = &total == &chosen.totals.front();
    kit.rule(columns.left, y, columns.width());
    kit.begin_row("total-" + total.currency, {columns.left, y, columns.width(), height});
    const std::string name = first ? tr("Total") : tr("and");
    const float name_w = kit.width(tr("Total"), {kText, Face::semibold, Ink::text});
    kit.silent_text(columns.left, y + kPad, name, {kText, first ? Face::semibold : Face::regular, Ink::text});
    kit.silent_text(columns.left + name_w + 5, y + kPad, tr("before tax"), {12, Face::regular, Ink::dim});
    kit.semantics().add(Role::cell, kit.semantics().read_id(), first ? tr("Total before tax") : tr("and before tax"),
                        {columns.left, y + kPad, columns.width() / 2, height - 2 * kPad});
    blank_cells(kit, columns.left, y + kPad, columns.narrow ? 1 : 3);
    kit.cell(columns.amount, y + kPad, money_text(total), {kText, Face::semibold, Ink::text}, Align::right);
    kit.end_row();
    y += height;
  }
  const std::string converted = conversion_words(view.session).total;
  if (!converted.empty()) {
    kit.begin_row("converted", {columns.left, y, columns.width(), height});
    kit.cell(columns.left, y + kPad, chosen.totals.size() > 1 ? tr("Together") : tr("Converted"), {kText, Face::semibold, Ink::text});
    blank_cells(kit, columns.left, y + kPad, columns.narrow ? 1 : 3);
    kit.cell(columns.amount, y + kPad, converted, {kText, Face::semibold, Ink::text}, Align::right);
    kit.end_row();
    y += height;
  }
  return y;
}

}  // namespace

float bill(View& view, float x, float y, float w) {
  Kit& kit = view.kit;
  const Estimate& chosen = view.session.shown().chosen;
  Kit::Card card(kit, "bill", tr("Bill"), x, y, w);
  const float title_w = kit.heading(card.x, card.y, tr("The bill"), 2, {kText, Face::semibold, Ink::dim});
  const BillColumns columns = bill_columns(view, card.x, card.w);
  float row = card.y + kit.line_height(kText) + 4;
  if (chosen.platforms.empty()) {
    kit.text(card.x, row, tr("Nothing to pay yet."), {kText, Face::regular, Ink::dim});
    return card.end(row + kit.line_height(kText)).bottom();
  }
  copy_link(view, card.x + card.w, card.y);
  if (!view.embedded && !view.session.scenario().budget && kit.link("set-budget", card.x + title_w + 14, card.y, tr("set a budget"))) {
    view.state.budget_open = true;
  }

  kit.begin_table("lines", tr("The bill"), {card.x, row, card.w, 0});
  const int table = static_cast<int>(kit.semantics().nodes().size()) - 1;
  std::vector<PlacedLine> lines;
  std::vector<const PlatformEstimate*> quiet;
  bool others = false;
  for (const PlatformEstimate& platform : chosen.platforms) {
    if (!platform.platform) continue;
    if (is_quiet(platform)) {
      quiet.push_back(&platform);
    } else {
      row = bill_rows(view, platform, columns, row, lines);
      others = true;
    }
  }
  const bool open = view.state.open_lines.contains(kFree);
  const float free_y = row;
  const std::string free = free_name(quiet.size(), others);
  if (!quiet.empty()) {
    free_row(kit, free, money_text(quiet.front()->subtotal), open, columns, row);
    row += free_height(kit);
    if (open) {
      for (const PlatformEstimate* platform : quiet) row = bill_rows(view, *platform, columns, row, lines);
    }
  }
  row = total_rows(view, columns, row);
  Box& table_box = kit.semantics().at(table).box;
  table_box.h = row - table_box.y;
  kit.end_table();
  // A phone's verdict has no room for it.
  if (view.phone) row = budget_line(view, card.x, row, card.w);

  for (const PlacedLine& line : lines) bill_details(view, line, columns);
  if (!quiet.empty() && kit.disclosure(kFree, {card.x, free_y + 1, card.w, free_height(kit) - 2},
                                       tr("{0}, free: their lines", {free}), open)) {
    if (!view.state.open_lines.erase(kFree)) view.state.open_lines.insert(kFree);
  }
  // The phone's verdict has no room for the link to the rates, so it stands here.
  row = conversion_line(view, card.x, row, card.w, view.phone && !view.embedded);
  if (!view.embedded && has_jobs(view.session.catalog().jobs, view.session.scenario())) {
    row += 8;
    if (kit.link("mix", card.x, row, tr("Could another service do this for less?"))) view.state.mix_open = true;
    row += kit.line_height(kText);
  }
  const std::string doubt = doubt_words(doubts(chosen, view.session.scenario().date));
  if (!doubt.empty()) {
    const std::string said = doubt + ".";
    const Run run[] = {{said, Face::regular, Ink::warn}};
    row += kit.paragraph({card.x, row, card.w, 0}, run, 12);
  }
  return card.end(row).bottom();
}

}  // namespace tollmeter::ui
