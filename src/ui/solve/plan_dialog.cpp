// "Which plan?": of each platform the plan that is taken, what comes next, and why each other one was not.
#include <algorithm>
#include <string>
#include <vector>

#include "core/format.h"
#include "core/known_prices.h"
#include "core/language.h"
#include "core/words.h"
#include "ui/solve/correction_link.h"
#include "ui/solve/plan_rows.h"
#include "ui/solve/plan_words.h"
#include "ui/solve/unknown_prices.h"
#include "ui/views/result_words.h"
#include "ui/views/sources.h"

namespace tollmeter::ui {

namespace {

constexpr float kWidth = 640;
constexpr float kTitle = 15;
constexpr float kNameAt = 18;  ///< behind the swatch

const PlatformEstimate* find_in(const Estimate& estimate, const Platform* platform) {
  for (const PlatformEstimate& one : estimate.platforms) {
    if (one.platform == platform) return &one;
  }
  return nullptr;
}

// The figures behind the price of the plan that was taken. Returns the y below.
float price_sources(View& view, const PlatformEstimate& taken, const Box& at) {
  float y = at.y;
  for (const BillLine& line : taken.bill) {
    if (!line.charge || line.charge->model == ChargeModel::included) continue;
    std::string said = tr("{0}: {1}", {lower_first(line.charge->name), source_words(*taken.platform, *line.charge)});
    const std::string conflict = conflict_words(*taken.platform, *line.charge);
    if (!conflict.empty()) said += ". " + conflict;
    const std::string lines[] = {sentence_case(std::move(said))};
    float end_x = at.x;
    y += paragraphs(view.kit, {at.x, y, at.w, 0}, lines, 12, Ink::dim, &end_x);
    view.kit.push(line.charge->id);
    y = correction_link(view, {taken.platform, taken.plan, line.charge, nullptr}, {at.x, y, at.w, 0}, end_x);
    view.kit.pop();
  }
  return y;
}

// What the person has chosen breaks, or is not what is taken: of that platform the answer is wanted.
bool begins_open(const View& view, const ScenarioReview& review, const PlanReview& platform) {
  if (review.platforms.size() == 1) return true;
  if (!view.state.plans_of.empty()) return view.state.plans_of == platform.platform->id;
  const PlatformEstimate* chosen = find_in(view.session.shown().chosen, platform.platform);
  return chosen && platform.taken && (!chosen->fits || chosen->plan != platform.taken->plan);
}

bool has_no_prices(const View& view, const PlanReview& review) {
  return is_before_prices(*review.platform, view.session.scenario().date);
}

std::string next_in_short(const View& view, const PlanReview& review) {
  if (!review.taken) return has_no_prices(view, review) ? tr("no prices known") : tr("nothing sold on this day");
  std::string taken = marked_name(*review.taken);
  if (!review.taken->fits) return tr("{0}, which does not serve it all", {taken});
  if (!review.next) return taken;
  Money by = review.rise;
  const std::string next = marked_name(*review.next);
  if (by.amount.is_zero()) return tr("{0}; next: {1}, the same", {taken, next});
  if (by.amount > 0) return tr("{0}; next: {1}, {2} more", {taken, next, money_text(by)});
  by.amount = -by.amount;
  return tr("{0}; next: {1}, {2} less", {taken, next, money_text(by)});
}

// Returns the y below; `open`: whether what is below is to be drawn.
float platform_header(PlanRows& rows, const PlanReview& review, const Box& at, bool* open) {
  Kit& kit = rows.view.kit;
  const bool folds = rows.findings.review.platforms.size() > 1;
  *open = rows.is_open(review.platform->id);
  const std::string price = review.taken ? entry_price(*review.taken) : tr("no plan");
  const std::string brief = next_in_short(rows.view, review);
  const float line = kit.line_height(kTitle);
  const float h = line + (*open ? 0 : kit.line_height(kPlanText)) + 20;
  kit.rule(at.x, at.y, at.w);
  // The ring keeps clear of the line above and of what is opened below.
  const Box target{at.x - 6, at.y + 4, at.w + 12, *open ? line + 12 : h - 8};
  if (folds && kit.disclosure("open", target, tr("{0}: {1}, {2}", {review.platform->name, brief, price}), *open)) {
    rows.turn(review.platform->id);
  }
  const float y = at.y + 10;
  const float right = at.x + at.w - (folds ? 22 : 0);
  kit.swatch(at.x, y + (line - 10) / 2, color_of(rows.view, review.platform->id));
  const Style bold{kTitle, Face::semibold, Ink::text};
  const bool beside = folds && !*open;
  const float name_right = beside ? right - kit.width(price, bold) - 8 : right;
  const bool long_name = kit.width(review.platform->name, bold) > name_right - at.x - kNameAt;
  kit.heading(at.x + kNameAt, y, long_name ? review.platform->short_name : review.platform->name, 3, bold);
  if (beside) {
    kit.silent_text(right, y, price, bold, Align::right);
    kit.silent_text(at.x + kNameAt, y + line, brief, {kPlanText, Face::regular, Ink::dim}, Align::left, right - at.x - kNameAt);
  }
  if (folds) kit.icon(*open ? Kit::Icon::chevron_up : Kit::Icon::chevron_down, at.x + at.w - 7, y + line / 2, Ink::dim);
  return at.y + h;
}

float taken_section(PlanRows& rows, const PlanReview& review, const Box& at) {
  Kit& kit = rows.view.kit;
  if (!review.taken) {
    const std::string said = has_no_prices(rows.view, review) ? no_prices_words(*review.platform) + ". " + tr("Choose a later day.")
                                                              : tr("No plan of it is sold on this day.");
    const Run run[] = {{said, Face::regular, Ink::bad}};
    return at.y + kit.paragraph(at, run, kPlanText);
  }
  const PlanEntry& taken = *review.taken;
  float y = plan_label(kit, at, taken.fits ? tr("Cheapest that fits") : tr("Nothing sold on this day serves it all; closest"));
  y = plan_row(rows, review, taken, taken.fits ? tr("Serves all that is asked") : sentence_case(taken.why), {at.x, y, at.w, 0});
  const PlatformEstimate* estimate = find_in(rows.view.session.shown().serve_all, review.platform);
  if (estimate && estimate->plan == taken.plan) {
    y = 4 + price_sources(rows.view, *estimate, {at.x, y - 4, at.w, 0});
  }
  if (!taken.fits) return y;
  y = plan_label(kit, {at.x, y, at.w, 0}, tr("Next cheapest"));
  if (review.next) return plan_row(rows, review, *review.next, rise_words(review.rise, review.why_more), {at.x, y, at.w, 0});
  kit.rule(at.x, y, at.w);
  const std::string none = tr("No other plan with a price that is sold on this day serves it all.");
  const Run run[] = {{none, Face::regular, Ink::dim}};
  return y + 6 + kit.paragraph({at.x, y + 6, at.w, 0}, run, kPlanText) + 6;
}

Money above(const PlanReview& review, const PlanEntry& entry) {
  Money rise = entry.price;
  rise.amount -= review.taken->price.amount;
  rise.approximate |= review.taken->price.approximate;
  return rise;
}

float lists(PlanRows& rows, const PlanReview& review, const Box& at) {
  Kit& kit = rows.view.kit;
  float y = at.y;
  const auto label = [&](const std::string& text) { y = plan_label(kit, {at.x, y, at.w, 0}, text); };
  const auto row = [&](const PlanEntry& entry, const std::string& said) {
    y = plan_row(rows, review, entry, said, {at.x, y, at.w, 0});
  };
  if (!review.fails.empty()) label(tr("Do not serve it all"));
  for (const PlanEntry& entry : review.fails) row(entry, sentence_case(entry.why));
  if (!review.fits.empty()) label(tr("Fit as well"));
  for (const PlanEntry& entry : review.fits) row(entry, rise_words(above(review, entry), ""));
  const auto paired = [&](const PlanEntry& entry) {
    return std::any_of(review.yearly.begin(), review.yearly.end(), [&](const YearlyPair& pair) { return pair.yearly == entry.plan; });
  };
  if (!std::all_of(review.apart.begin(), review.apart.end(), paired)) label(tr("Set apart: taken only if you say so"));
  for (const PlanEntry& entry : review.apart) {
    if (!paired(entry)) row(entry, apart_words(entry));
  }
  y += review.products.empty() && review.other_days.empty() ? 0.0F : 6.0F;
  bool open = false;
  if (!review.products.empty()) {
    const std::size_t count = review.products.size();
    const std::string text = tr_count(static_cast<std::int64_t>(count), "{0} other product, never taken in its place",
                                      "{0} other products, never taken in its place", {std::to_string(count)});
    y = plan_fold(rows, review.platform->id + "/products", text, {at.x, y, at.w, 0}, &open);
    for (const PlanEntry& entry : review.products) {
      if (open) row(entry, apart_words(entry));
    }
  }
  if (!review.other_days.empty()) {
    const std::size_t count = review.other_days.size();
    const std::string text = tr_count(static_cast<std::int64_t>(count), "{0} plan is sold on other days only",
                                      "{0} plans are sold on other days only", {std::to_string(count)});
    y = plan_fold(rows, review.platform->id + "/days", text, {at.x, y, at.w, 0}, &open);
    for (const PlanEntry& entry : review.other_days) {
      if (open) y = other_day_row(rows, *entry.plan, {at.x, y, at.w, 0});
    }
  }
  return y;
}

float platform_section(PlanRows& rows, const PlanReview& review, const Box& at) {
  rows.view.kit.push(review.platform->id);
  bool open = false;
  float y = platform_header(rows, review, at, &open);
  if (open) {
    y = taken_section(rows, review, {at.x, y - 8, at.w, 0});
    for (const YearlyPair& pair : review.yearly) y = yearly_section(rows, review, pair, {at.x, y, at.w, 0});
    y = lists(rows, review, {at.x, y, at.w, 0}) + 10;
  }
  rows.view.kit.pop();
  return y;
}

float scenario_section(PlanRows& rows, const Box& at) {
  Kit& kit = rows.view.kit;
  const ScenarioReview& review = rows.findings.review;
  std::string totals;
  for (const Money& total : review.totals) totals += (totals.empty() ? "" : " + ") + money_text(total);
  const Style bold{kTitle, Face::semibold, Ink::text};
  const std::string title = tr("The whole scenario");
  const bool beside = kit.width(title, bold) + kit.width(totals, bold) + 12 <= at.w;
  float y = at.y;
  kit.heading(at.x, y, title, 3, bold);
  if (!beside) y += kit.line_height(kTitle);
  kit.text(at.x + at.w, y, totals, bold, Align::right, at.w);
  y += kit.line_height(kTitle);
  const auto say = [&](const std::string& text, Ink ink) {
    const Run run[] = {{text, Face::regular, ink}};
    y += kit.paragraph({at.x, y, at.w, 0}, run, kPlanText);
  };
  std::string unserved;
  for (const PlanReview& platform : review.platforms) {
    if ((platform.taken && platform.taken->fits) || has_no_prices(rows.view, platform)) continue;
    unserved += (unserved.empty() ? "" : ", ") + platform.platform->short_name;
  }
  if (unserved.empty()) {
    say(tr("A month with each platform on the cheapest plan that fits."), Ink::dim);
  } else {
    say(tr("A month with each platform on the cheapest plan that fits. Nothing sold on this day serves it all of: {0}.", {unserved}),
        Ink::bad);
  }
  const auto any = [&](bool Money::*mark) {
    return std::any_of(review.totals.begin(), review.totals.end(), [&](const Money& total) { return total.*mark; });
  };
  if (const std::string unknown = unknown_prices_words(rows.view.session.shown().chosen); !unknown.empty()) say(unknown, Ink::bad);
  if (any(&Money::press)) say(tr("A part of it was only reported by the press."), Ink::warn);
  if (any(&Money::at_least)) say(tr("A part of it has no published price."), Ink::warn);
  for (const StepUp& step : review.steps) say(step_words(review, step), Ink::text);
  if (review.steps.empty()) say(tr("No platform has another plan with a price that serves it all."), Ink::dim);
  return y + 12;
}

}  // namespace

void why_not_cheaper(View& view, const Box& screen) {
  Kit& kit = view.kit;
  Box content;
  if (!kit.begin_dialog("why", tr("Which plan?"), screen, kWidth, &view.state.why_not_cheaper, &content)) return;
  std::optional<Scenario> wanted;
  PlanRows rows{view, plan_findings(view), wanted};
  for (const PlanReview& review : rows.findings.review.platforms) {
    if (!rows.findings.begun && begins_open(view, rows.findings.review, review)) rows.findings.open.insert(review.platform->id);
  }
  rows.findings.begun = true;
  const std::string lead = tr("What you use, with the prices of {0}, a month before tax; a plan that refuses a part of it is priced for the rest.",
                              {long_date_text(view.session.scenario().date)});
  const Run run[] = {{lead, Face::regular, Ink::dim}};
  float y = content.y + kit.paragraph({content.x, content.y, content.w, 0}, run, kPlanText) + 12;
  if (rows.findings.review.platforms.size() > 1) y = scenario_section(rows, {content.x, y, content.w, 0});
  for (const PlanReview& review : rows.findings.review.platforms) {
    y = platform_section(rows, review, {content.x, y, content.w, 0});
  }
  y += 12;
  if (kit.button("close", {content.x + content.w - 90, y, 90, kit.control_height()}, tr("Close"))) view.state.why_not_cheaper = false;
  kit.end_dialog(y + kit.control_height());
  if (wanted) view.session.edit(std::move(*wanted));
}

}  // namespace tollmeter::ui
