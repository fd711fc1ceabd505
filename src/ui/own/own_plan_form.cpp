#include <algorithm>
#include <cstddef>
#include <utility>

#include "core/format.h"
#include "core/language.h"
#include "core/own/own_document.h"
#include "core/own/own_prices.h"
#include "core/title.h"
#include "core/words.h"
#include "ui/own/own_dialog.h"
#include "ui/own/own_form.h"
#include "ui/own/own_plan_rows.h"
#include "ui/views/result_words.h"
#include "ui/views/usage_parts.h"
#include "ui/views/usage_words.h"

namespace tollmeter::ui {

namespace {

constexpr float kCurrency = 90;
constexpr float kPrice = 130;

void names(OwnForm& form, PlanDraft& draft) {
  const bool over_list = !draft.extends.empty();
  const float name_w = over_list ? form.w : form.w - kCurrency - kOwnGap;
  form.label(over_list ? tr("Name of the plan with your prices") : tr("Name of the plan, and its currency"));
  std::string typed = draft.name;
  if (form.field("name", {form.x, form.y, name_w, form.height()}, tr("Name of the plan"), typed, false)) draft.name = clean_text(typed, 200);
  if (!over_list) {
    form.field("currency", {form.x + name_w + kOwnGap, form.y, kCurrency, form.height()}, tr("Currency of the plan"), draft.currency, false);
  }
  form.y += form.height();
  form.problem("name");
  form.problem("currency");
  form.y += kOwnGap;
}

// Two fields beside each other, or below one another where there is little room.
void contract(OwnForm& form, PlanDraft& draft) {
  form.heading(tr("Contract"));
  const bool beside = form.w >= 480;
  const float half = beside ? (form.w - 2 * kOwnGap) / 2 : form.w;
  const auto one = [&](const std::string& field, const std::string& label, const std::string& name, std::string& text,
                       std::string_view suffix, float x) {
    form.view.kit.silent_text(x, form.y, label, {12, Face::regular, Ink::dim}, Align::left, half);
    form.field(field, {x, form.y + form.view.kit.line_height(12) + 3, kPrice, form.height()}, name, text, true, suffix);
  };
  const float step = form.view.kit.line_height(12) + 3 + form.height();
  one("discount", tr("Off all charges"), tr("Discount in percent"), draft.discount, "%", form.x);
  if (!beside) {
    form.y += step;
    form.problem("discount");
    form.y += kOwnGap;
  }
  const float commitment_x = beside ? form.x + half + 2 * kOwnGap : form.x;
  one("commitment", tr("A month costs at least"), tr("Committed fee"), draft.commitment, draft.currency, commitment_x);
  form.y += step;
  if (beside) form.problem("discount");
  form.problem("commitment");
  form.y += kOwnGap;
}

void rest(OwnForm& form, PlanDraft& draft) {
  if (!draft.extends.empty()) return;
  SelectSpec spec;
  spec.name = tr("All other operations");
  spec.options = {{tr("All other operations are included"), "", "", false}, {tr("All other operations are not offered"), "", "", false}};
  spec.chosen = draft.rest_included ? 0 : 1;
  const float w = std::min(form.w, std::max(300.0F, form.view.kit.select_width(spec)));
  if (const auto chosen = form.view.kit.select("rest", {form.x, form.y, w, form.height()}, spec)) {
    draft.rest_included = *chosen == 0;
  }
  form.y += form.height() + kOwnGap;
}

void kept(OwnForm& form, const PlanDraft& draft) {
  const std::size_t rows = draft.kept_charges.size() + draft.kept_limits.size();
  if (rows == 0) return;
  form.say(tr_count(static_cast<std::int64_t>(rows), "{0} row of the plan have no fields here and stay as they are: edit the file to change them.",
                    "{0} rows of the plan have no fields here and stay as they are: edit the file to change them.", {std::to_string(rows)}));
}

std::string bill_words(const PlatformEstimate& estimate) {
  const int broken = static_cast<int>(std::count_if(estimate.limits.begin(), estimate.limits.end(),
                                                    [](const LimitOutcome& one) { return one.state == LimitState::breached; })) +
                     static_cast<int>(estimate.not_offered.size());
  return tr("{0} a month, {1}", {money_text(estimate.subtotal), broken == 0 ? tr("nothing breaks") : counted(broken, "breach", "breaches")});
}

void preview(OwnForm& form, OwnState& own, const Platform& platform) {
  Kit& kit = form.view.kit;
  form.heading(tr("This month's bill with it"));
  const PlatformEstimate* estimate = own.preview.estimate();
  if (!estimate) {
    const std::string& why = own.preview.refused();
    form.say(why.empty() ? tr("It stands here as soon as every field can be read.") : why, why.empty() ? Ink::dim : Ink::bad);
    return;
  }
  for (const BillLine& line : estimate->bill) {
    if (line.amount.amount.is_zero() && !line.unknown) continue;
    kit.text(form.x, form.y, line.charge->name, {13}, Align::left, form.w - 120);
    kit.text(form.x + form.w, form.y, line_amount_text(line), {13}, Align::right);
    form.y += kit.line_height(13) + 2;
  }
  const std::string total = bill_words(*estimate);
  const Run run[] = {{total, Face::semibold, Ink::text}};
  form.y += kit.paragraph({form.x, form.y + 2, form.w, 0}, run, 14) + 4;
  kit.announce("own-total", total);
  if (const PlatformEstimate* list = own.preview.list()) form.say(tr("By the list: {0}.", {bill_words(*list)}));
  if (own.preview.uses_typical()) {
    form.say(platform.typical.empty() ? tr("{0} is not in this calculation, so this is for no use at all.", {platform.short_name})
                                      : tr("{0} is not in this calculation, so this is for what is typically used.", {platform.short_name}));
  }
}

// Kept, and used where the platform is in the calculation; else the platform is added with it.
void keep_plan(View& view, OwnState& own) {
  Scenario next = view.session.scenario();
  const std::string id = [&] {
    for (const JsonValue& item : own.preview.plan().items) {
      if (item.key == "id") return item.text;
    }
    return std::string();
  }();
  const auto use = std::find_if(next.platforms.begin(), next.platforms.end(), [&](const PlatformUse& one) { return one.platform == own.plan.platform; });
  if (use != next.platforms.end()) {
    use->plan = id;
    use->already_on = false;
  } else if (next.platforms.size() < static_cast<std::size_t>(kMostPlatforms)) {
    PlatformUse added;
    added.platform = own.plan.platform;
    added.plan = id;
    next.platforms.push_back(std::move(added));
    view.state.unfolded.insert(own.plan.platform);
    view.state.touched_fold.insert(own.plan.platform);
  }
  keep_own(view, std::move(next), own.preview.own());
}

}  // namespace

float own_plan_form(View& view, const Box& at) {
  OwnState& own = *view.state.own;
  const Platform* platform = view.session.catalog().platform(own.plan.platform);
  OwnForm form{view, at.x, at.y, at.w};
  if (!platform) {
    own.page = OwnState::Page::list;
    return form.y;
  }
  own.preview.keep_up(view.session, own.plan);
  show_problems(view, own.preview.problems());
  const Plan* base = platform->plan(own.plan.extends);
  form.say(base ? tr("{0} {1}: what you do not change stays as the list says it.", {platform->name, base->name})
                : tr("A plan of {0} that you write yourself.", {platform->name}));
  names(form, own.plan);
  fee_rows(form, own.plan);
  contract(form, own.plan);
  metered_rows(form, own.plan, *platform);
  rest(form, own.plan);
  limit_rows(form, own.plan, *platform);
  kept(form, own.plan);
  preview(form, own, *platform);
  form.y += 4;
  const float h = form.height();
  const bool can = own.preview.estimate() != nullptr && own.preview.problems().empty();
  const std::string keep_label = tr("Keep and use");
  const float keep_w = std::max(130.0F, view.kit.button_width(keep_label, ButtonLook::primary)), cancel_w = 90;
  const bool keep = view.kit.button("keep", {at.x + at.w - keep_w, form.y, keep_w, h}, keep_label, ButtonLook::primary, {}, !can);
  if (view.kit.button("cancel", {at.x + at.w - keep_w - kOwnGap - cancel_w, form.y, cancel_w, h}, tr("Cancel"))) own.page = OwnState::Page::list;
  form.y += h;
  if (keep && can) {
    keep_plan(view, own);
    own.page = OwnState::Page::list;
  }
  return form.y;
}

}  // namespace tollmeter::ui
