#include <algorithm>
#include <optional>
#include <utility>

#include "core/advice.h"
#include "core/language.h"
#include "core/own/own_document.h"
#include "core/own/own_json.h"
#include "core/own/own_prices.h"
#include "core/words.h"
#include "ui/own/own_dialog.h"
#include "ui/own/own_form.h"

namespace tollmeter::ui {

namespace {

std::string platform_name(const Session& session, const std::string& id) {
  if (const Platform* platform = session.catalog().platform(id)) return std::string(without_own_mark(platform->short_name));
  const Listing* listing = session.catalog().listing(id);
  return listing ? listing->short_name : id;
}

struct Pressed {
  enum class What { none, edit, duplicate, remove } what = What::none;
  OwnItem item;
};

void item_row(OwnForm& form, const OwnItem& item, Pressed& pressed) {
  Kit& kit = form.view.kit;
  kit.push(item.platform + "/" + item.plan);
  kit.rule(form.x, form.y, form.w);
  const bool is_platform = item.plan.empty();
  const std::string platform = platform_name(form.view.session, item.platform);
  const std::string title = is_platform ? item.name : platform + " " + item.name;
  const float row = std::max(36.0F, form.height());
  const float line = kit.line_height(13), text_y = form.y + (row - line) / 2;
  // The names of the links, from the right.
  const struct {
    const char* label;
    const char* name;
    Pressed::What what;
  } links[] = {{marked("Remove"), marked("Remove {0}"), Pressed::What::remove},
               {marked("Duplicate"), marked("Duplicate {0}"), Pressed::What::duplicate},
               {marked("Edit"), marked("Edit {0}"), Pressed::What::edit}};
  float right = form.x + form.w;
  const bool loaded = form.view.session.catalog().platform(item.platform) != nullptr;
  for (const auto& [label, name, what] : links) {
    if (!loaded && what != Pressed::What::remove) continue;
    if (is_platform && what == Pressed::What::duplicate) continue;
    const std::string shown = tr(label);
    float w = kit.width(shown, {13, Face::semibold, Ink::accent});
    if (kit.link(label, right - w, text_y, shown, &w, Align::left, tr(name, {title}))) pressed = {what, item};
    right -= w + 16;
  }
  kit.text(form.x, text_y, title, {13, is_platform ? Face::semibold : Face::regular}, Align::left, right - form.x - 4);
  form.y += row;
  kit.pop();
}

void duplicate(View& view, const OwnItem& item) {
  OwnDocument document(view.session.scenario().own);
  const JsonValue* plan = document.plan(item.platform, item.plan);
  if (!plan) return;
  JsonValue copy = *plan;
  copy.key.clear();
  const std::string name = tr("{0} copy", {item.name});
  set_text(copy, "id", document.fresh_plan_id(item.platform, item.name));
  set_text(copy, "name", name.size() > kMostOwnNameBytes ? item.name : name);
  document.put_plan(item.platform, std::move(copy), view.session.today());
  const std::string text = document.text();
  if (text.size() > kMostOwnBytes) {
    view.state.own->refused = tr("There is no room for a copy: all own prices together may be {0} bytes.", {std::to_string(kMostOwnBytes)});
    return;
  }
  keep_own(view, view.session.scenario(), text);
}

void act(View& view, const Pressed& pressed) {
  view.state.own->refused.clear();
  switch (pressed.what) {
    case Pressed::What::none: return;
    case Pressed::What::edit:
      if (pressed.item.plan.empty()) return open_own_platform(view, pressed.item.platform);
      return open_own_plan(view, pressed.item.platform, pressed.item.plan);
    case Pressed::What::duplicate: return duplicate(view, pressed.item);
    case Pressed::What::remove: {
      OwnDocument document(view.session.scenario().own);
      document.remove(pressed.item.platform, pressed.item.plan);
      return keep_own(view, view.session.scenario(), document.text());
    }
  }
}

struct Choice {
  std::string platform, plan;
};

/// Plans of the list whose prices can be changed, and for each platform an own one.
void begin_select(OwnForm& form) {
  View& view = form.view;
  SelectSpec spec;
  spec.name = spec.label = tr("Change or write a plan");
  std::vector<Choice> choices;
  for (const PlatformUse& use : view.session.scenario().platforms) {
    const Platform* platform = view.session.catalog().platform(use.platform);
    if (!platform) continue;
    for (const Plan& plan : platform->plans) {
      const bool sold = offer_on(plan, view.session.scenario().date) != Offer::ended && offer_on(plan, view.session.scenario().date) != Offer::not_yet;
      if (plan.own || (!sold && plan.id != use.plan)) continue;
      spec.options.push_back({plan.name, tr("with your prices"), platform->name, false, tr("{0}: {1}, with your prices", {platform->name, plan.name})});
      choices.push_back({platform->id, plan.id});
    }
    spec.options.push_back({tr("A new plan"), tr("written by you"), platform->name, false, tr("{0}: a new plan, written by you", {platform->name})});
    choices.push_back({platform->id, ""});
  }
  if (choices.empty()) return;
  const auto chosen = view.kit.select("begin", {form.x, form.y, std::min(form.w, 260.0F), form.height()}, spec);
  form.y += form.height() + kOwnGap;
  if (!chosen) return;
  const Choice& choice = choices[static_cast<std::size_t>(*chosen)];
  open_own_plan(view, choice.platform, choice.plan);
}

void import_row(OwnForm& form) {
  View& view = form.view;
  Kit& kit = view.kit;
  form.heading(tr("From a file"));
  form.say(tr("Drop it anywhere on the page, choose it, or paste what it holds: own prices that you kept, a platform's file of the catalogue, or "
              "prices from Stripe in JSON."));
  const std::string pick = tr("Choose a file …");
  const float h = form.height(), button_w = std::max(140.0F, kit.button_width(pick));
  if (kit.button("pick", {form.x, form.y, button_w, h}, pick)) view.output.pick_file = true;
  FieldSpec paste;
  paste.name = tr("Paste the JSON of prices");
  paste.suffix = tr("paste JSON here");
  paste.numeric = false;
  paste.align = Align::left;
  const std::optional<std::string> pasted = kit.field("paste", {form.x + button_w + kOwnGap, form.y, form.w - button_w - kOwnGap, h}, paste);
  form.y += h + kOwnGap;
  if (pasted && pasted->find_first_not_of(' ') != std::string::npos) receive_own_file(view.state, tr("What you pasted"), *pasted);
}

}  // namespace

float own_list(View& view, const Box& at) {
  OwnState& own = *view.state.own;
  Kit& kit = view.kit;
  show_problems(view, std::map<std::string, std::string>());
  OwnForm form{view, at.x, at.y, at.w};
  const std::vector<OwnItem> items = OwnDocument(view.session.scenario().own).items();
  if (items.empty()) {
    form.say(tr("You have no prices of your own yet. Change the prices of a plan, lay a contract over it, write a plan, or add a platform that is not "
                "on the list: it stands beside the others, marked (own), and travels in the link."));
  } else {
    form.say(tr("They stand beside those of the list, marked (own), and travel in the link."));
  }
  Pressed pressed;
  for (const OwnItem& item : items) item_row(form, item, pressed);
  if (!items.empty()) form.y += kOwnGap;
  if (!own.refused.empty()) form.say(own.refused, Ink::bad);
  begin_select(form);
  const std::string add = tr("Add a platform of your own");
  const float add_w = std::min(form.w, std::max(260.0F, kit.button_width(add)));
  if (kit.button("platform", {form.x, form.y, add_w, form.height()}, add)) open_own_platform(view, "");
  form.y += form.height() + kOwnGap;
  import_row(form);
  if (!items.empty() && kit.link("save", form.x, form.y, tr("Keep your prices as a file"))) {
    view.output.save = FrameOutput::File{"own-prices.json", view.session.scenario().own + "\n"};
  }
  if (!items.empty()) form.y += kit.line_height(13) + 4;
  act(view, pressed);
  return form.y;
}

float own_reports(View& view, const Box& at) {
  OwnState& own = *view.state.own;
  OwnForm form{view, at.x, at.y, at.w};
  for (const OwnState::Report& report : own.reports) {
    if (!report.problem.empty()) {
      form.say(tr("{0} was not taken; what you had is as it was. {1}", {report.name, report.problem}), Ink::bad);
      continue;
    }
    std::string taken;
    for (const std::string& name : report.taken) taken += (taken.empty() ? "" : ", ") + name;
    const auto n = static_cast<std::int64_t>(report.taken.size());
    form.say(n == 0 ? tr("{0}: nothing was taken; what you had is as it was.", {report.name})
                    : tr_count(n, "{0}: {1} was added to your prices.", "{0}: {1} were added to your prices.", {report.name, taken}),
             Ink::text);
    if (!report.left_out.empty()) form.say(tr("What could not be read:"));
    for (const std::string& sentence : report.left_out) form.say("– " + sentence, Ink::bad);
  }
  if (view.kit.button("list", {at.x + at.w - 150, form.y, 150, form.height()}, tr("Your prices"), ButtonLook::primary)) {
    own.page = OwnState::Page::list;
  }
  return form.y + form.height();
}

}  // namespace tollmeter::ui
