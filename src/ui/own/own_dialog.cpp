#include "ui/own/own_dialog.h"

#include <algorithm>
#include <iterator>

#include "core/language.h"
#include "core/own/own_document.h"
#include "core/own/own_json.h"
#include "core/own/own_prices.h"
#include "ui/own/own_form.h"

namespace tollmeter::ui {

namespace {

constexpr float kWidth = 620;
constexpr std::size_t kMostFiles = 20;

OwnState& state_of(ViewState& state) {
  if (!state.own) state.own = std::make_shared<OwnState>();
  return *state.own;
}

std::string title_of(const OwnState& own) {
  switch (own.page) {
    case OwnState::Page::plan: return own.plan.extends.empty() ? tr("Write a plan") : tr("Change a plan's prices");
    case OwnState::Page::platform: return own.platform.id.empty() ? tr("A platform of your own") : tr("Change a platform of your own");
    case OwnState::Page::report: return tr("What the file holds");
    case OwnState::Page::list: break;
  }
  return tr("Your prices");
}

void add_platforms(Scenario& next, const std::vector<OwnItem>& before, const std::vector<OwnItem>& now) {
  for (const OwnItem& item : now) {
    const bool is_new = item.plan.empty() && std::none_of(before.begin(), before.end(), [&](const OwnItem& one) { return one.platform == item.platform; });
    if (!is_new || next.platforms.size() >= static_cast<std::size_t>(kMostPlatforms)) continue;
    PlatformUse use;
    use.platform = item.platform;
    next.platforms.push_back(std::move(use));
  }
}

void read_files(View& view, OwnState& own) {
  own.reports.clear();
  for (auto& [name, text] : own.files) {
    OwnState::Report report;
    report.name = name;
    const Scenario& scenario = view.session.scenario();
    Result<OwnImport> read = import_own(view.session.list_catalog(), scenario.own, text, view.session.today());
    if (read) {
      report.taken = read.value().taken;
      report.left_out = read.value().left_out;
      Scenario next = scenario;
      add_platforms(next, OwnDocument(scenario.own).items(), OwnDocument(read.value().own).items());
      if (!report.taken.empty()) keep_own(view, std::move(next), read.value().own);
    } else {
      report.problem = read.problem().sentence();
    }
    own.reports.push_back(std::move(report));
  }
  own.files.clear();
  own.page = OwnState::Page::report;
}

/// Takes out what the scenario names and is no longer there.
void drop_missing(Scenario& scenario, const Catalog& list, const std::string& own) {
  const Catalog with = read_own_prices(list, own).catalog;
  std::erase_if(scenario.platforms, [&](const PlatformUse& use) { return use.platform.starts_with(kOwnIdPrefix) && !with.platform(use.platform); });
  for (PlatformUse& use : scenario.platforms) {
    const Platform* platform = with.platform(use.platform);
    if (platform && use.plan.starts_with(kOwnIdPrefix) && !platform->plan(use.plan)) use.plan.clear();
  }
  if (!scenario.unit) return;
  std::erase_if(scenario.unit->parts, [&](const auto& part) { return part.first.starts_with(kOwnIdPrefix) && !with.platform(part.first); });
}

}  // namespace

void open_own(ViewState& state) { state_of(state).page = OwnState::Page::list; }

void open_own_plan(View& view, const std::string& platform_id, const std::string& plan_id) {
  const Platform* platform = view.session.catalog().platform(platform_id);
  if (!platform) return open_own(view.state);
  OwnState& own = state_of(view.state);
  const OwnDocument document(view.session.scenario().own);
  const Date date = view.session.scenario().date;
  own.page = OwnState::Page::plan;
  own.preview.reset();
  if (const JsonValue* plan = document.plan(platform_id, plan_id)) {
    own.plan = draft_of(*platform, *plan, date);
  } else if (const Plan* base = platform->plan(plan_id)) {
    own.plan = draft_over(*platform, *base, date);
  } else {
    own.plan = draft_new(*platform);
    own.plan.name = tr("My plan");
  }
}

void open_own_platform(View& view, const std::string& id) {
  OwnState& own = state_of(view.state);
  own.page = OwnState::Page::platform;
  own.refused.clear();
  own.platform = {};
  const OwnDocument document(view.session.scenario().own);
  const JsonValue* platform = document.platform(id);
  if (!platform) {
    own.platform.name = tr("My platform");
    own.platform.operations = {{"", tr("Calls")}};
    return;
  }
  own.platform.id = id;
  own.platform.name = text_in(*platform, "name");
  own.platform.currency = text_in(*platform, "currency");
  const JsonValue* metrics = platform->member("metrics");
  for (std::size_t i = 0; metrics && i < metrics->items.size(); ++i) {
    own.platform.operations.push_back({text_in(metrics->items[i], "id"), text_in(metrics->items[i], "name")});
  }
}

void receive_own_file(ViewState& state, std::string name, std::string text) {
  OwnState& own = state_of(state);
  if (own.files.size() < kMostFiles) own.files.emplace_back(std::move(name), std::move(text));
}

void forget_own_catalogs(Session& session, ViewState& state) {
  state.budget.reset();
  state.growth.reset();
  state.month.reset();
  state.ranges.reset();
  state.comparison.reset();
  state.mix.reset();
  state.reply.reset();
  state.reply_open = false;
  state.price_news.reset();
  state.limit_growth.reset();
  state.plans.reset();
  state.unit_findings.reset();
  state.curve.picture.reset();
  state.curve.other_picture.reset();
  session.forget_own_catalogs();
}

void keep_own(View& view, Scenario next, std::string own) {
  drop_missing(next, view.session.list_catalog(), own);
  next.own = std::move(own);
  view.session.edit(std::move(next));
}

void own_dialog(View& view, const Box& screen) {
  // What is pressed may close the dialog while it is drawn.
  const std::shared_ptr<OwnState> own = view.state.own;
  if (!own->files.empty()) read_files(view, *own);
  bool open = true;
  Box content;
  const OwnState::Page page = own->page;
  if (view.kit.begin_dialog("own", title_of(*own), screen, kWidth, &open, &content)) {
    content.y += 2;
    float y = content.y;
    view.kit.push(std::to_string(static_cast<int>(page)));
    switch (page) {
      case OwnState::Page::list: y = own_list(view, content); break;
      case OwnState::Page::plan: y = own_plan_form(view, content); break;
      case OwnState::Page::platform: y = own_platform_form(view, content); break;
      case OwnState::Page::report: y = own_reports(view, content); break;
    }
    view.kit.pop();
    view.kit.end_dialog(y);
  }
  if (own->page != page) view.kit.want_frame(0);
  if (!open) {
    show_problems(view, std::map<std::string, std::string>());
    view.state.own.reset();
  }
}

}  // namespace tollmeter::ui
