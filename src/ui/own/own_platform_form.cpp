#include <algorithm>
#include <cstddef>
#include <utility>

#include "core/exchange_rate.h"
#include "core/language.h"
#include "core/own/own_document.h"
#include "core/own/own_json.h"
#include "core/own/own_prices.h"
#include "core/title.h"
#include "core/words.h"
#include "ui/own/own_dialog.h"
#include "ui/own/own_form.h"

namespace tollmeter::ui {

namespace {

constexpr std::size_t kMostOperations = 20;

JsonValue metric_row(const std::string& id, const std::string& name) {
  JsonValue row = json_object(), slider = json_object();
  set_text(row, "id", id);
  set_text(row, "name", name);
  set_text(row, "unit", lower_first(name));
  set_text(row, "units", lower_first(name));
  set_text(row, "counts_one", marked("As your provider counts it."));
  set_text(row, "kind", "entered");
  set_text(slider, "least", "1");
  set_text(slider, "most", "1000000");
  set_member(row, "slider", std::move(slider));
  return row;
}

/// With a first plan in which all is included, since one without any plan has no bill.
JsonValue new_platform(const PlatformDraft& draft) {
  JsonValue platform = json_object(), metrics = json_list(), plans = json_list(), plan = json_object();
  JsonValue included = json_list(), row = json_object(), names = json_list();
  set_text(platform, "id", draft.id);
  for (const char* key : {"name", "short_name", "currency"}) set_text(platform, key, {});
  set_text(platform, "category", "own");
  set_text(plan, "id", "own-standard");
  set_text(plan, "name", tr("Standard"));
  set_member(row, "metrics", std::move(names));
  included.items.push_back(std::move(row));
  set_member(plan, "included", std::move(included));
  plans.items.push_back(std::move(plan));
  set_member(platform, "sources", json_object());
  set_member(platform, "metrics", std::move(metrics));
  set_member(platform, "plans", std::move(plans));
  return platform;
}

/// A plan of one's own platform has to say each operation: a new one is included where it says so of others.
void say_operation(JsonValue& plan, const std::string& id) {
  JsonValue& rows = member_of(plan, plan.member("not_offered") && !plan.member("included") ? "not_offered" : "included");
  rows.kind = JsonValue::Kind::list;
  if (rows.items.empty()) rows.items.push_back(json_object());
  JsonValue& names = member_of(rows.items.back(), "metrics");
  names.kind = JsonValue::Kind::list;
  names.items.push_back(json_text(id));
}

/// The platform as it was, with what the form says of it.
JsonValue platform_json(const PlatformDraft& draft, const JsonValue* before) {
  JsonValue platform = before ? *before : new_platform(draft);
  set_text(platform, "name", draft.name);
  set_text(platform, "short_name", draft.name);
  set_text(platform, "currency", draft.currency);
  JsonValue& metrics = member_of(platform, "metrics");
  for (const PlatformDraft::Operation& operation : draft.operations) {
    const auto same = std::find_if(metrics.items.begin(), metrics.items.end(), [&](const JsonValue& row) {
      return !operation.id.empty() && text_in(row, "id") == operation.id;
    });
    if (same != metrics.items.end()) {
      set_text(*same, "name", operation.name);
      continue;
    }
    const std::string id = join({"m", std::to_string(metrics.items.size() + 1)});
    metrics.items.push_back(metric_row(id, operation.name));
    for (JsonValue& plan : member_of(platform, "plans").items) say_operation(plan, id);
  }
  return platform;
}

std::map<std::string, std::string> problems_of(const PlatformDraft& draft) {
  std::map<std::string, std::string> problems;
  const auto check = [&](const std::string& field, const std::string& name, const char* missing) {
    if (name.empty()) problems[field] = tr(missing);
    if (name.size() > kMostOwnNameBytes) {
      problems[field] = tr("The name is too long; expected at most {0} bytes.", {std::to_string(kMostOwnNameBytes)});
    }
  };
  check("platform", draft.name, marked("A name is missing, such as \"Our SMS gateway\"."));
  if (!is_currency_code(draft.currency)) problems["platform_currency"] = tr("It is no currency; expected three capitals, such as USD.");
  for (std::size_t i = 0; i < draft.operations.size(); ++i) {
    check(join({"operation/", std::to_string(i)}), draft.operations[i].name, marked("A name is missing, such as \"Messages sent\"."));
  }
  return problems;
}

void operations(OwnForm& form, PlatformDraft& draft) {
  Kit& kit = form.view.kit;
  form.heading(tr("What is counted"));
  const float remove_w = kit.fingers() ? 44.0F : 26.0F;
  std::optional<std::size_t> gone;
  for (std::size_t i = 0; i < draft.operations.size(); ++i) {
    PlatformDraft::Operation& operation = draft.operations[i];
    const std::string field = join({"operation/", std::to_string(i)});
    kit.push(field);
    std::string typed = operation.name;
    const std::string number = std::to_string(i + 1), name = tr("Operation {0}", {number});
    if (form.field(field, {form.x, form.y, form.w - remove_w - kOwnGap, form.height()}, name, typed, false)) operation.name = clean_text(typed, 200);
    // Plans have prices for those that are kept already.
    const bool removable = operation.id.empty() && draft.operations.size() > 1;
    const Box remove{form.x + form.w - remove_w, form.y, remove_w, form.height()};
    if (removable && kit.icon_button("remove", remove, Kit::Icon::close, tr("Remove operation {0}", {number}), ButtonLook::quiet)) gone = i;
    form.y += form.height();
    form.problem(field);
    form.y += 4;
    kit.pop();
  }
  if (gone) draft.operations.erase(draft.operations.begin() + static_cast<std::ptrdiff_t>(*gone));
  if (draft.operations.size() < kMostOperations && kit.link("add_operation", form.x, form.y, tr("+ Count something else too"))) {
    draft.operations.push_back({"", tr("Calls {0}", {std::to_string(draft.operations.size() + 1)})});
  }
  form.y += kit.line_height(13) + kOwnGap;
}

// Keeps the platform; a new one goes on to its first plan.
void keep_platform(View& view, OwnState& own) {
  OwnDocument document(view.session.scenario().own);
  PlatformDraft& draft = own.platform;
  const bool is_new = draft.id.empty();
  if (is_new) draft.id = document.fresh_platform_id(draft.name);
  document.put_platform(platform_json(draft, is_new ? nullptr : document.platform(draft.id)), view.session.today());
  const std::string text = document.text();
  const std::vector<Problem> problems = read_own_prices(view.session.list_catalog(), text).problems;
  own.refused.clear();
  if (text.size() > kMostOwnBytes) {
    own.refused = tr("All own prices together would be {0} bytes; a link carries at most {1}. Remove one that you no longer need.",
                     {std::to_string(text.size()), std::to_string(kMostOwnBytes)});
  } else if (problems.size() > read_own_prices(view.session.list_catalog(), view.session.scenario().own).problems.size()) {
    own.refused = problems.back().sentence();
  }
  if (!own.refused.empty()) {
    if (is_new) draft.id.clear();
    return;
  }
  Scenario next = view.session.scenario();
  if (is_new && next.platforms.size() < static_cast<std::size_t>(kMostPlatforms)) {
    PlatformUse use;
    use.platform = draft.id;
    use.plan = "own-standard";
    next.platforms.push_back(std::move(use));
    view.state.unfolded.insert(draft.id);
    view.state.touched_fold.insert(draft.id);
  }
  keep_own(view, std::move(next), text);
  own.page = OwnState::Page::list;
  if (is_new) open_own_plan(view, draft.id, "own-standard");
}

}  // namespace

float own_platform_form(View& view, const Box& at) {
  OwnState& own = *view.state.own;
  PlatformDraft& draft = own.platform;
  const bool is_new = draft.id.empty();
  OwnForm form{view, at.x, at.y, at.w};
  const std::map<std::string, std::string> problems = problems_of(draft);
  show_problems(view, problems);
  form.say(is_new ? tr("A service that is not on the list: what it counts here, what it costs on the next page.")
                  : tr("Its plans are changed from the list of your prices."));
  constexpr float kCurrency = 90;
  form.label(tr("Name, and the currency of its prices"));
  const float name_w = form.w - kCurrency - kOwnGap;
  std::string typed = draft.name;
  if (form.field("platform", {form.x, form.y, name_w, form.height()}, tr("Name of the platform"), typed, false)) draft.name = clean_text(typed, 200);
  const Box currency{form.x + name_w + kOwnGap, form.y, kCurrency, form.height()};
  form.field("platform_currency", currency, tr("Currency of the platform"), draft.currency, false);
  form.y += form.height();
  form.problem("platform");
  form.problem("platform_currency");
  form.y += kOwnGap;
  operations(form, draft);
  if (!own.refused.empty()) form.say(own.refused, Ink::bad);
  const std::string keep_label = is_new ? tr("Go on to its prices") : tr("Keep");
  const float h = form.height(), keep_w = std::max(is_new ? 170.0F : 90.0F, view.kit.button_width(keep_label, ButtonLook::primary)), cancel_w = 90;
  const bool keep = view.kit.button("keep", {at.x + at.w - keep_w, form.y, keep_w, h}, keep_label, ButtonLook::primary, {}, !problems.empty());
  if (view.kit.button("cancel", {at.x + at.w - keep_w - kOwnGap - cancel_w, form.y, cancel_w, h}, tr("Cancel"))) own.page = OwnState::Page::list;
  form.y += h;
  if (keep && problems.empty()) keep_platform(view, own);
  return form.y;
}

}  // namespace tollmeter::ui
