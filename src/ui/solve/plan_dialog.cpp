#include <string>
#include <vector>

#include "core/format.h"
#include "core/words.h"
#include "ui/views.h"
#include "ui/views/result_words.h"
#include "ui/views/sources.h"
#include "ui/views/verdict_words.h"

namespace tollmeter::ui {

namespace {

constexpr float kText = 13;

// What the plan would cost for this use, whether it fits or not.
std::string price_of(const Session& session, const PlatformEstimate& platform, const Plan& plan) {
  const PlatformEstimate rated =
      estimate_plan(*platform.platform, *platform.use, plan, session.scenario(), session.world());
  return money_text(rated.subtotal);
}

// The figures behind the price of the plan that was taken.
std::vector<std::string> price_sources(const PlatformEstimate& taken) {
  std::vector<std::string> lines;
  for (const BillLine& line : taken.bill) {
    if (!line.charge || line.charge->model == ChargeModel::included) continue;
    std::string said = lower_first(line.charge->name) + ": " + source_words(*taken.platform, *line.charge);
    const std::string conflict = conflict_words(*taken.platform, *line.charge);
    if (!conflict.empty()) said += ". " + conflict;
    lines.push_back(std::move(said));
  }
  return lines;
}

float platform_choice(View& view, const PlatformEstimate& taken, const PlanChoice& choice, const Box& content, float y) {
  Kit& kit = view.kit;
  const Session& session = view.session;
  kit.push(taken.platform->id);
  std::string title = plan_title(taken) + ", " + money_text(taken.subtotal) + " a month before tax";
  if (taken.subtotal.press) title += " (press report)";
  if (!choice.fits) title = taken.platform->short_name + ": nothing sold on this day serves it all";
  kit.swatch(content.x, y + (kit.line_height(14) - 10) / 2, color_of(view, taken.platform->id));
  kit.heading(content.x + 18, y, title, 3, {14, Face::semibold, Ink::text});
  y += kit.line_height(14);
  if (choice.fits) y += paragraphs(kit, {content.x + 18, y, content.w - 18, 0}, price_sources(taken), 12, Ink::dim);
  y += 6;
  for (const Rejected& rejected : choice.rejected) {
    kit.rule(content.x, y, content.w);
    y += 6;
    const std::string price = price_of(session, taken, *rejected.plan);
    kit.text(content.x + content.w, y, price, {kText, Face::regular, Ink::text}, Align::right);
    kit.text(content.x, y, rejected.plan->name, {kText, Face::semibold, Ink::text}, Align::left,
             content.w - kit.width(price, {}) - 12);
    y += kit.line_height(kText);
    const Run run[] = {{rejected.reason, Face::regular, Ink::dim}};
    y += kit.paragraph({content.x, y, content.w, 0}, run, kText) + 6;
  }
  kit.pop();
  return y + 10;
}

}  // namespace

void why_not_cheaper(View& view, const Box& screen) {
  Kit& kit = view.kit;
  Box content;
  if (!kit.begin_dialog("why", "Why not cheaper?", screen, 560, &view.state.why_not_cheaper, &content)) return;
  const Session& session = view.session;
  const Shown& shown = session.shown();
  const std::string lead = "Plans that cost less, or could be had otherwise, on " +
                           long_date_text(session.scenario().date) + ", and why each was not taken:";
  const Run run[] = {{lead, Face::regular, Ink::dim}};
  float y = content.y + kit.paragraph({content.x, content.y, content.w, 0}, run, kText) + 12;
  for (std::size_t i = 0; i < shown.choices.size() && i < shown.serve_all.platforms.size(); ++i) {
    const PlatformEstimate& taken = shown.serve_all.platforms[i];
    if (!asks_why(taken, shown.choices[i])) continue;
    y = platform_choice(view, taken, shown.choices[i], content, y);
  }
  if (kit.button("close", {content.x + content.w - 90, y, 90, kit.control_height()}, "Close")) {
    view.state.why_not_cheaper = false;
  }
  kit.end_dialog(y + kit.control_height());
}

}  // namespace tollmeter::ui
