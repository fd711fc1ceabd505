#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "core/format.h"
#include "core/language.h"
#include "ui/solve/mix_state.h"
#include "ui/solve/mix_words.h"
#include "ui/solve/ranges_words.h"
#include "ui/views.h"
#include "ui/views/result_words.h"

namespace tollmeter::ui {

namespace {

constexpr float kText = 13;
constexpr float kSmall = 12;
constexpr float kWidth = 660;
constexpr float kPad = 6;
constexpr float kOneLineFrom = 500;  ///< narrower, a platform's plan stands below its name

float say(Kit& kit, const Box& at, float y, const std::string& text, Ink ink, float size = kText) {
  if (text.empty()) return y;
  const Run run[] = {{text, Face::regular, ink}};
  return y + kit.paragraph({at.x, y, at.w, 0}, run, size);
}

std::string listed_name(const Catalog& catalog, const std::string& id) {
  const Listing* listing = catalog.listing(id);
  return listing ? listing->name : id;
}

// Asks for the prices of whatever could do the same. True while some are on their way.
bool load_others(View& view, MixState& state, const Box& at, float* y) {
  const Catalog& catalog = view.session.catalog();
  const std::vector<std::string> lacking = mix_platforms_to_load(view.session.scenario(), catalog);
  std::vector<std::string> failed, coming;
  for (const std::string& id : lacking) (view.state.not_had.contains(id) ? failed : coming).push_back(id);
  for (const std::string& id : coming) {
    if (state.asked.contains(id)) continue;
    // One a frame, as the page takes them.
    if (view.output.load.empty()) {
      state.asked.insert(id);
      view.output.load = id;
    }
    view.kit.want_frame(0);
  }
  if (!coming.empty()) {
    const std::string said = tr_count(static_cast<std::int64_t>(coming.size()),
                                      "Loading the prices of what could do the same: {0} platform to come …",
                                      "Loading the prices of what could do the same: {0} platforms to come …", {std::to_string(coming.size())});
    view.kit.announce("loading", tr("Loading prices"));
    *y = say(view.kit, at, *y, said, Ink::dim) + 8;
    return true;
  }
  if (!failed.empty()) {
    std::string names;
    for (const std::string& id : failed) names += (names.empty() ? "" : ", ") + listed_name(catalog, id);
    *y = say(view.kit, at, *y, tr("Not compared, since their prices could not be loaded: {0}. Is there a network?", {names}), Ink::bad) + 2;
    if (view.kit.link("again", at.x, *y, tr("try again"))) {
      for (const std::string& id : failed) {
        view.state.not_had.erase(id);
        state.asked.erase(id);
      }
    }
    *y += view.kit.line_height(kText) + 10;
  }
  return false;
}

float job_block(View& view, const MixRow& row, const Box& at, float y) {
  Kit& kit = view.kit;
  const Catalog& catalog = view.session.catalog();
  kit.push(row.task.job->id + row.task.from->platform);
  kit.rule(at.x, y, at.w);
  y += 8;
  const bool cheaper = row.saves && row.saves->amount > 0;
  const std::string saves = !row.moves ? tr("stays") : cheaper ? tr("saves {0}", {money_text(*row.saves)}) : tr("moves");
  const float line = kit.line_height(14);
  const float saves_w = kit.width(saves, {kText, Face::semibold});
  kit.text(at.x + at.w, y + (line - kit.line_height(kText)) / 2, saves,
           {kText, row.moves ? Face::semibold : Face::regular, row.moves ? Ink::good : Ink::dim}, Align::right);
  kit.swatch(at.x, y + (line - 10) / 2, color_of(view, row.to->id));
  const Run name[] = {{row.task.job->name, Face::semibold, Ink::text}};
  const float room = at.w - 18 - saves_w - 12;
  if (kit.width(row.task.job->name, {14, Face::semibold}) <= room) {
    kit.heading(at.x + 18, y, row.task.job->name, 3, {14, Face::semibold, Ink::text});
    y += line;
  } else {
    y += kit.paragraph({at.x + 18, y, room, 0}, name, 14);
  }
  const Box inside{at.x + 18, 0, at.w - 18, 0};
  y = say(kit, inside, y + 2, mix_row_words(row, catalog), Ink::text);
  if (row.moves) y = say(kit, inside, y + 2, differs_words(*row.offer, catalog.jobs), Ink::warn, kSmall);
  const std::string compared = compared_words(row, catalog);
  if (!compared.empty()) y = say(kit, inside, y + 2, tr("With this job alone: {0}.", {compared}), Ink::dim, kSmall);
  const std::string apart = not_compared_words(row, catalog);
  if (!apart.empty()) y = say(kit, inside, y + 2, tr("Not compared: {0}", {apart}), Ink::dim, kSmall);
  kit.pop();
  return y + 8;
}

std::string plan_words(const MixPlatform& one) {
  if (!one.after) return tr("no longer needed");
  if (!one.before) return one.after->name;
  return one.before == one.after ? one.after->name.shown() : one.before->name + " → " + one.after->name;
}

// What each bill becomes; the differences add up to that of the totals.
float platform_table(View& view, const Mix& mix, const Box& at, float y) {
  Kit& kit = view.kit;
  const bool wide = at.w >= kOneLineFrom;
  const float with = at.x + at.w;
  const float now = with - (wide ? 130 : 96);
  const float plan_x = wide ? at.x + 18 + at.w * 0.22F : at.x + 18;
  const float line = kit.line_height(kText);
  const float row_h = line + 2 * kPad + (wide ? 0 : kit.line_height(kSmall));
  kit.begin_table("bills", tr("Bills that change"), {at.x, y, at.w, line + 2 * kPad + row_h * static_cast<float>(mix.platforms.size())});
  kit.begin_row("head", {at.x, y, at.w, line + 2 * kPad});
  kit.header_cell(at.x, y + kPad, wide ? tr("Platform") : tr("Platform, plan"));
  if (wide) kit.header_cell(plan_x, y + kPad, tr("Plan"));
  kit.header_cell(now, y + kPad, tr("Now"), Align::right);
  kit.header_cell(with, y + kPad, tr("With the mix"), Align::right);
  kit.end_row();
  y += line + 2 * kPad;
  for (const MixPlatform& one : mix.platforms) {
    kit.rule(at.x, y, at.w);
    kit.begin_row(one.platform->id, {at.x, y, at.w, row_h});
    kit.swatch(at.x, y + kPad + (line - 10) / 2, color_of(view, one.platform->id));
    const float name_room = (wide ? plan_x : now - 80) - at.x - 18 - 8;
    kit.cell(at.x + 18, y + kPad, one.platform->short_name, {kText, Face::semibold, Ink::text}, Align::left, name_room);
    const float plan_room = (wide ? now - 90 : at.x + at.w) - plan_x;
    kit.cell(plan_x, wide ? y + kPad : y + kPad + line, plan_words(one), {wide ? kText : kSmall, Face::regular, Ink::dim}, Align::left, plan_room);
    kit.cell(now, y + kPad, one.was.amount.is_zero() && !one.before ? "–" : money_text(one.was), {}, Align::right);
    kit.cell(with, y + kPad, !one.after ? "–" : money_text(one.becomes), {}, Align::right);
    kit.end_row();
    y += row_h;
  }
  kit.end_table();
  return y + 10;
}

float answer(View& view, const Mix& mix, bool changes, const Box& at, float y) {
  Kit& kit = view.kit;
  const Catalog& catalog = view.session.catalog();
  if (mix.rows.empty()) {
    return say(kit, at, y, tr("Nothing that is asked here is known as a job that another platform does too."), Ink::dim) + 10;
  }
  const std::string verdict = mix_verdict(mix, changes);
  const Run runs[] = {{verdict, Face::semibold, changes ? Ink::text : Ink::good}};
  y += kit.paragraph({at.x, y, at.w, 0}, runs, 15) + 10;
  if (changes) y = platform_table(view, mix, at, y);
  for (const MixRow& row : mix.rows) y = job_block(view, row, at, y);
  std::string untold;
  for (const UntoldJobs* one : mix.untold) {
    for (const std::string& id : one->platforms) {
      const Platform* platform = catalog.platform(id);
      const bool used = platform && std::any_of(mix.scenario.platforms.begin(), mix.scenario.platforms.end(),
                                                [&](const PlatformUse& use) { return use.platform == id; });
      if (used) untold += (untold.empty() ? "" : " ") + tr("{0} stays as it is: {1}", {platform->short_name, one->why});
    }
  }
  for (const RangedInput& input : mix.lost_ranges) {
    untold += (untold.empty() ? "" : " ") +
              tr("The range of {0} is left behind with this mix: there it is counted otherwise, or together with others.",
                 {ranged_name(input, view.session)});
  }
  if (mix.beyond > 0) {
    untold += (untold.empty() ? "" : " ") +
              tr_count(static_cast<std::int64_t>(mix.beyond), "{0} job was left where they are: more cannot be compared at once.",
                       "{0} jobs were left where they are: more cannot be compared at once.", {std::to_string(mix.beyond)});
  }
  if (!untold.empty()) {
    kit.rule(at.x, y, at.w);
    y = say(kit, at, y + 8, untold, Ink::dim, kSmall) + 4;
  }
  return y + 6;
}

}  // namespace

void mix_dialog(View& view, const Box& screen) {
  Kit& kit = view.kit;
  Box content;
  if (!kit.begin_dialog("mix", tr("Could another service do this for less?"), screen, kWidth, &view.state.mix_open, &content)) return;
  if (!view.state.mix) view.state.mix = std::make_shared<MixState>();
  MixState& state = *view.state.mix;
  const Scenario& scenario = view.session.scenario();
  const std::string lead = tr("Each job goes, whole, to the platform with which the total is least, on open plans with a published price "
                              "that serve all of it on {0}. What else a platform does stays there.", {long_date_text(scenario.date)});
  float y = say(kit, content, content.y, lead, Ink::dim) + 10;
  std::optional<Scenario> wanted;
  if (!load_others(view, state, content, &y)) {
    if (state.advance(view.session)) {
      y = say(kit, content, y, tr("Comparing: {0} %", {std::to_string(state.percent())}), Ink::dim) + 8;
      kit.want_frame(0);
    }
    if (const Mix* mix = state.shown()) {
      const bool changes = !(mix->scenario == scenario);
      y = answer(view, *mix, changes, content, y);
      const std::string use = tr("Use this mix");
      const float use_w = std::max(130.0F, kit.button_width(use, ButtonLook::primary));
      if (changes && kit.button("use", {content.x, y, use_w, kit.control_height()}, use, ButtonLook::primary)) wanted = mix->scenario;
    }
  }
  if (kit.button("close", {content.x + content.w - 90, y, 90, kit.control_height()}, tr("Close"))) view.state.mix_open = false;
  kit.end_dialog(y + kit.control_height());
  // What is pressed is done when everything is drawn: an edit replaces what is being drawn.
  if (wanted) {
    view.state.mix_open = false;
    view.session.edit(std::move(*wanted));
  }
}

}  // namespace tollmeter::ui
