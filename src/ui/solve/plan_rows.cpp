#include "ui/solve/plan_rows.h"

#include <algorithm>

#include "core/format.h"
#include "core/language.h"
#include "ui/solve/plan_words.h"
#include "ui/views/result_words.h"
#include "ui/views/usage_parts.h"

namespace tollmeter::ui {

namespace {

constexpr Style kName{kPlanText, Face::semibold, Ink::text};
constexpr float kGap = 8;
constexpr float kRowGap = 6;

void choose(PlanRows& rows, const PlanReview& review, const Plan& plan, bool already_on) {
  rows.wanted = rows.view.session.scenario();
  for (PlatformUse& use : rows.wanted->platforms) {
    if (use.platform != review.platform->id) continue;
    use.plan = plan.id;
    use.already_on = already_on;
  }
}

bool is_held_back(const PlanEntry& entry) {
  return entry.apart == PlanEntry::Apart::closed || entry.apart == PlanEntry::Apart::by_invitation;
}

// The name and its marks, which wrap to lines of their own where the price leaves no room.
float name_line(Kit& kit, const PlanEntry& entry, bool chosen, const Box& at) {
  const std::string price = entry_price(entry);
  const float price_w = kit.width(price, kName);
  const float room = at.w - price_w - kGap;
  float y = at.y;
  float x = at.x + kit.text(at.x, y, entry.plan->name, kName, Align::left, room) + kGap;
  std::vector<PlanMark> marks = plan_marks(entry);
  if (chosen) marks.insert(marks.begin(), {tr("your choice"), Tone::good});
  float right = at.x + room;
  const float line = kit.line_height(kPlanText);
  for (const PlanMark& mark : marks) {
    const float w = kit.width(mark.text, {12, Face::semibold, Ink::text}) + 20;
    if (x > at.x && x + w > right) {
      y += line + 2;
      x = at.x;
      right = at.x + at.w;
    }
    x += kit.badge(x, y - 1, mark.text, mark.tone) + kGap;
  }
  kit.text(at.x + at.w, at.y, price, kName, Align::right);
  return y + line;
}

}  // namespace

const PlatformUse* PlanRows::use_of(const PlanReview& review) const { return find_use(view.session, review.platform->id); }

void PlanRows::turn(const std::string& key) {
  if (findings.open.erase(key) == 0) findings.open.insert(key);
}

float plan_label(Kit& kit, const Box& at, const std::string& text) {
  const float y = at.y + 10;
  kit.heading(at.x, y, text, 4, {12, Face::semibold, Ink::dim});
  return y + kit.line_height(12) + 2;
}

float plan_row(PlanRows& rows, const PlanReview& review, const PlanEntry& entry, const std::string& said, const Box& at) {
  Kit& kit = rows.view.kit;
  const PlatformUse* use = rows.use_of(review);
  if (!use) return at.y;
  kit.push(entry.plan->id);
  kit.rule(at.x, at.y, at.w);
  const bool chosen = use->plan == entry.plan->id;
  float y = name_line(kit, entry, chosen, {at.x, at.y + kRowGap, at.w, 0});
  const bool held_back = is_held_back(entry);
  const bool offers = !chosen || (held_back && !use->already_on);
  const std::string label = held_back ? tr("I am already on it") : tr("Choose");
  const float link_w = offers ? kit.width(label, {kPlanText, Face::semibold, Ink::accent}) + 2 * kGap : 0;
  const Run run[] = {{said, Face::regular, Ink::dim}};
  const std::string which = platform_and_plan(*review.platform, entry.plan) + paid_words(*entry.plan);
  if (offers && kit.link("choose", at.x + at.w, y, label, nullptr, Align::right, tr("{0}: {1}", {label, which}))) {
    choose(rows, review, *entry.plan, held_back);
  }
  const float said_h = said.empty() ? 0 : kit.paragraph({at.x, y, at.w - link_w, 0}, run, kPlanText);
  y += std::max(said_h, offers ? kit.line_height(kPlanText) : 0.0F) + kRowGap;
  kit.pop();
  return y;
}

float other_day_row(PlanRows& rows, const Plan& plan, const Box& at) {
  Kit& kit = rows.view.kit;
  kit.rule(at.x, at.y, at.w);
  const std::string when = other_day_words(plan, rows.view.session.scenario().date);
  const Style dim{kPlanText, Face::regular, Ink::dim};
  const bool beside = kit.width(plan.name, kName) + kGap + kit.width(when, dim) <= at.w;
  float y = at.y + kRowGap;
  kit.text(at.x, y, plan.name, kName, Align::left, at.w);
  if (!beside) y += kit.line_height(kPlanText);
  if (beside) {
    kit.text(at.x + at.w, y, when, dim, Align::right);
    return y + kit.line_height(kPlanText) + kRowGap;
  }
  const Run run[] = {{when, Face::regular, Ink::dim}};
  return y + kit.paragraph({at.x, y, at.w, 0}, run, kPlanText) + kRowGap;
}

float plan_fold(PlanRows& rows, const std::string& key, const std::string& text, const Box& at, bool* open) {
  Kit& kit = rows.view.kit;
  *open = rows.is_open(key);
  const float h = std::max(kit.control_height(), 30.0F);
  kit.rule(at.x, at.y, at.w);
  if (kit.disclosure(key, {at.x - 6, at.y + 2, at.w + 12, h - 4}, text, *open)) rows.turn(key);
  const float y = at.y + (h - kit.line_height(kPlanText)) / 2;
  kit.silent_text(at.x, y, text, {kPlanText, Face::regular, Ink::dim}, Align::left, at.w - 20);
  kit.icon(*open ? Kit::Icon::chevron_up : Kit::Icon::chevron_down, at.x + at.w - 7, at.y + h / 2, Ink::dim);
  return at.y + h;
}

float yearly_section(PlanRows& rows, const PlanReview& review, const YearlyPair& pair, const Box& at) {
  Kit& kit = rows.view.kit;
  const PlatformUse* use = rows.use_of(review);
  if (!use) return at.y;
  kit.push("yearly-" + pair.yearly->id);
  const float top = plan_label(kit, at, tr("Monthly or yearly: {0}", {pair.monthly->name}));
  const float line = kit.line_height(kPlanText);
  const float row_h = line + kRowGap;
  const float year_x = at.x + at.w;
  const float month_x = year_x - std::min(150.0F, at.w * 0.34F);
  const float name_w = month_x - at.x - kit.width(money_text(pair.month_by_month), {}) - kGap;
  kit.begin_table("prices", tr("{0}, paid monthly or yearly", {pair.monthly->name}), {at.x, top, at.w, 3 * row_h});
  float y = top;
  const auto row = [&](const char* key, const std::string& name, const std::string& month, const std::string& year, bool heading) {
    kit.begin_row(key, {at.x, y, at.w, row_h});
    if (heading) {
      kit.header_cell(at.x, y, name);
      kit.header_cell(month_x, y, month, Align::right);
      kit.header_cell(year_x, y, year, Align::right);
    } else {
      kit.rule(at.x, y - kRowGap / 2, at.w);
      kit.cell(at.x, y, name, {kPlanText, Face::regular, Ink::text}, Align::left, name_w);
      kit.cell(month_x, y, month, {kPlanText, Face::regular, Ink::text}, Align::right);
      kit.cell(year_x, y, year, {kPlanText, Face::regular, Ink::text}, Align::right);
    }
    kit.end_row();
    y += row_h;
  };
  row("heading", tr("Paid"), tr("a month"), tr("a year"), true);
  row("monthly", tr("by the month"), money_text(pair.month_by_month), money_text(pair.year_by_month), false);
  row("yearly", tr("a year ahead"), money_text(pair.month_by_year), money_text(pair.year_by_year), false);
  kit.end_table();
  std::string all;
  for (const std::string& sentence : yearly_words(pair)) all += (all.empty() ? "" : " ") + sentence;
  const Run run[] = {{all, Face::regular, Ink::dim}};
  y += kit.paragraph({at.x, y, at.w, 0}, run, kPlanText);
  const bool is_yearly = use->plan == pair.yearly->id;
  const Plan& other = is_yearly ? *pair.monthly : *pair.yearly;
  const std::string label = is_yearly ? tr("Pay by the month") : tr("Pay a year ahead");
  if (kit.link("choose", at.x, y, label, nullptr, Align::left, tr("{0}: {1}", {label, platform_and_plan(*review.platform, pair.monthly)}))) {
    choose(rows, review, other, false);
  }
  kit.pop();
  return y + line + kRowGap;
}

}  // namespace tollmeter::ui
