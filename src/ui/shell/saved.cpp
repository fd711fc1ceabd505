// Calculations that the browser keeps under their titles: the one on the page among them, each a link that is followed.
#include "core/saved.h"

#include <algorithm>
#include <utility>

#include "core/format.h"
#include "core/language.h"
#include "core/link.h"
#include "core/title.h"
#include "ui/shell/shell.h"
#include "ui/views/result_words.h"

namespace tollmeter::ui {

struct SavedState {
  std::string json;  ///< that `all` was read from
  std::vector<SavedCalculation> all;
  std::string unreadable;  ///< why it could not be, a sentence
  std::vector<SavedCalculation> before_deleting;
  std::string deleted;  ///< the title that was, for the line that brings it back
  std::vector<std::pair<std::string, std::string>> files;  ///< names and texts that came and are still to be read
  std::vector<std::string> said;  ///< what became of those that were read last
};

namespace {

constexpr float kText = 13;
constexpr float kName = 14;
constexpr float kPad = 8;

SavedState& state_of(View& view) {
  std::shared_ptr<SavedState>& known = view.state.saved;
  if (!known) known = std::make_shared<SavedState>();
  if (known->json != view.state.saved_json) {
    known->json = view.state.saved_json;
    known->all.clear();
    known->unreadable.clear();
    if (known->json.empty()) return *known;
    Result<std::vector<SavedCalculation>> read = read_saved(known->json);
    if (read) known->all = std::move(read.value());
    else known->unreadable = tr("What this browser keeps of your calculations cannot be read. {0}.", {read.problem().sentence()});
  }
  return *known;
}

void put(View& view, SavedState& state, std::vector<SavedCalculation> all) {
  state.all = std::move(all);
  state.json = view.state.saved_json = write_saved(state.all);
  view.state.saved_refused = false;
  view.output.keep.emplace_back("saved", state.json);
}

std::string title_of(const Scenario& scenario) { return scenario.title.empty() ? tr("Untitled") : title_words(scenario.title); }

/// Nothing where one of them could not be read again: the others alone would be a wrong total.
std::vector<SharedTotal> totals_of(const Estimate& estimate) {
  std::vector<SharedTotal> totals;
  for (const Money& total : estimate.totals) {
    const bool reads_back = total.amount >= 0 && Rational::parse(total.amount.text()) == total.amount;
    if (!reads_back) return {};
    totals.push_back({total.amount, total.currency, total.approximate, total.at_least});
  }
  return totals;
}

SavedCalculation present(View& view) {
  const Session& session = view.session;
  return {title_of(session.scenario()), session.today(), totals_of(session.shown().chosen), session.share_link()};
}

float say(Kit& kit, const Box& content, float y, std::string_view words, Ink ink) {
  const Run run[] = {{words, Face::regular, ink}};
  return y + kit.paragraph({content.x, y, content.w, 0}, run, kText) + 6;
}

// The button that saves, or what became of it.
float save_row(View& view, SavedState& state, const Box& content, float y) {
  Kit& kit = view.kit;
  const float h = kit.control_height();
  const float half = (content.w - 10) / 2;
  const SavedCalculation now = present(view);
  const SavedCalculation* there = find_saved(state.all, now.title);
  if (there && there->link == now.link) {
    return say(kit, content, y, tr("This calculation is saved as “{0}”.", {now.title}), Ink::text);
  }
  std::vector<SavedCalculation> all = state.all;
  const bool full = !has_room(all, now);
  if (there) {
    y = say(kit, content, y, tr("Another calculation is saved as “{0}”.", {now.title}), Ink::text);
    if (kit.button("replace", {content.x, y, half, h}, tr("Replace it"))) {
      all[static_cast<std::size_t>(there - state.all.data())] = now;
      put(view, state, std::move(all));
    } else if (kit.button("both", {content.x + half + 10, y, half, h}, tr("Keep both"), ButtonLook::primary, {}, full)) {
      all.push_back(now);
      all.back().title = free_title(state.all, now.title);
      Scenario renamed = view.session.scenario();
      renamed.title = all.back().title;
      view.session.edit(std::move(renamed));
      all.back().link = view.session.share_link();
      put(view, state, std::move(all));
    }
    y += h;
  } else {
    if (kit.button("save", {content.x, y, content.w, h}, tr("Save this calculation"), ButtonLook::primary, {}, full)) {
      if (view.session.scenario().title.empty()) {
        Scenario named = view.session.scenario();
        named.title = now.title;
        view.session.edit(std::move(named));
      }
      all.push_back(present(view));
      put(view, state, std::move(all));
    }
    y += h;
  }
  y += 6;
  if (full) y = say(kit, content, y, tr("There is no room for more. Delete one to save another."), Ink::bad);
  return y;
}

std::string details(const SavedCalculation& one) {
  const std::string day = date_text(one.saved);
  std::string total = one.old_total;
  if (!one.totals.empty()) {
    Estimate saved;
    for (const SharedTotal& of_currency : one.totals) {
      Money& money = saved.totals.emplace_back();
      money.amount = of_currency.amount;
      money.currency = of_currency.currency;
      money.approximate = of_currency.approximate;
      money.at_least = of_currency.at_least;
    }
    total = totals_text(saved);
  }
  return total.empty() ? tr("saved {0}", {day}) : tr("{0}, saved {1}", {total, day});
}

float rows(View& view, SavedState& state, const Box& content, float y) {
  Kit& kit = view.kit;
  const float close_w = kit.fingers() ? 44.0F : 34.0F;
  std::optional<std::size_t> gone;
  for (std::size_t i = 0; i < state.all.size(); ++i) {
    const SavedCalculation& one = state.all[i];
    const std::string said = details(one);
    const float name_h = kit.line_height(kName);
    const float h = std::max(close_w, name_h + kit.line_height(kText) + 2 * kPad);
    kit.push(one.title);
    const float w = content.w - close_w - 4;
    if (kit.button("open", {content.x, y, w, h}, "", ButtonLook::quiet, tr("Open {0}: {1}", {one.title, said}))) {
      view.state.saved_link = one.link;
      view.output.open = one.link;
      view.state.saved_open = false;
    }
    const float top = y + (h - name_h - kit.line_height(kText)) / 2;
    kit.silent_text(content.x + 10, top, one.title, {kName, Face::semibold, Ink::text}, Align::left, w - 20);
    kit.silent_text(content.x + 10, top + name_h, said, {kText, Face::regular, Ink::dim}, Align::left, w - 20);
    if (kit.icon_button("delete", {content.right() - close_w, y + (h - close_w) / 2, close_w, close_w}, Kit::Icon::close,
                        tr("Delete {0}", {one.title}), ButtonLook::quiet)) {
      gone = i;
    }
    kit.pop();
    y += h + 2;
  }
  if (gone) {
    std::vector<SavedCalculation> rest = state.all;
    state.deleted = rest[*gone].title;
    state.before_deleting = state.all;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(*gone));
    put(view, state, std::move(rest));
  }
  return y;
}

std::string taken_words(const std::string& name, std::size_t in_file, std::size_t before, std::size_t after) {
  if (in_file == 0) return tr("“{0}” holds no calculation.", {name});
  const auto n = static_cast<std::int64_t>(in_file);
  const std::string all = std::to_string(in_file);
  if (after - before == in_file) return tr_count(n, "“{0}”: {1} calculation added.", "“{0}”: {1} calculations added.", {name, all});
  return tr_count(n, "“{0}”: {1} of {2} calculation added; the others are there already, or found no room.",
                  "“{0}”: {1} of {2} calculations added; the others are there already, or found no room.",
                  {name, std::to_string(after - before), all});
}

void read_files(View& view, SavedState& state) {
  state.said.clear();
  for (auto& [name, text] : std::exchange(state.files, {})) {
    const std::string shown = clean_title(name);
    Result<std::vector<SavedCalculation>> read = read_saved(text);
    if (!read) {
      state.said.push_back(tr("“{0}” cannot be read. {1}.", {shown, read.problem().sentence()}));
      continue;
    }
    const std::size_t before = state.all.size();
    const Openable file = openable(std::move(read.value()));
    if (!file.all.empty()) put(view, state, merged(state.all, file.all));
    const std::string taken = file.all.empty() && !file.refused.empty() ? "" : taken_words(shown, file.all.size(), before, state.all.size());
    const std::string refused = file.refused.empty() ? "" : tr("“{0}”: {1}", {shown, file.refused});
    for (const std::string& said : {taken, refused}) {
      if (!said.empty()) state.said.push_back(said);
    }
  }
}

float file_row(View& view, const SavedState& state, const Box& content, float y) {
  Kit& kit = view.kit;
  for (const std::string& said : state.said) y = say(kit, content, y, said, Ink::text);
  const float h = kit.control_height();
  const std::string write = tr("Save all as a file");
  const std::string read = tr("Open a file …");
  const float half = (content.w - 10) / 2;
  const bool beside = std::max(kit.button_width(write), kit.button_width(read)) <= half;
  const float w = beside ? half : content.w;
  if (kit.button("write-file", {content.x, y, w, h}, write, ButtonLook::outline, {}, state.all.empty())) {
    view.output.save = FrameOutput::File{"tollmeter-calculations-" + view.session.today().iso() + ".json", write_saved(state.all)};
  }
  if (!beside) y += h + 8;
  if (kit.button("read-file", {content.right() - w, y, w, h}, read)) view.output.pick_file = true;
  return y + h + 8;
}

float deleted_row(View& view, SavedState& state, const Box& content, float y) {
  if (state.deleted.empty()) return y;
  Kit& kit = view.kit;
  const std::string said = tr("“{0}” is deleted.", {state.deleted});
  kit.announce("deleted", said);
  y = say(kit, content, y, said, Ink::text);
  if (kit.link("bring-back", content.x, y, tr("Bring it back"))) {
    put(view, state, merged(state.all, state.before_deleting));
    state.deleted.clear();
  }
  return y + std::max(kit.line_height(kText), kit.fingers() ? 44.0F : 0.0F) + 8;
}

}  // namespace

void receive_saved_file(ViewState& state, std::string name, std::string text) {
  constexpr std::size_t kMostFiles = 20;
  if (!state.saved) state.saved = std::make_shared<SavedState>();
  if (state.saved->files.size() < kMostFiles) state.saved->files.emplace_back(std::move(name), std::move(text));
  state.saved_open = true;
}

void saved_dialog(View& view, const Box& screen) {
  Kit& kit = view.kit;
  Box content;
  if (!kit.begin_dialog("saved", tr("Saved calculations"), screen, 520, &view.state.saved_open, &content)) {
    if (view.state.saved) {
      view.state.saved->deleted.clear();
      view.state.saved->said.clear();
    }
    return;
  }
  SavedState& state = state_of(view);
  if (!state.files.empty() && state.unreadable.empty()) read_files(view, state);
  float y = content.y;
  if (!state.unreadable.empty()) {
    y = say(kit, content, y, state.unreadable, Ink::bad);
  } else {
    kit.text(content.x, y, tr("Title"), {12, Face::semibold, Ink::dim});
    y += kit.line_height(12) + 4;
    y = title_field(view, {content.x, y, content.w, kit.control_height()}) + 10;
    y = save_row(view, state, content, y);
    if (view.state.saved_refused) {
      y = say(kit, content, y,
              tr("The browser did not keep the last change: its storage is full or blocked. The link in the address still holds "
                 "this calculation."),
              Ink::bad);
    }
    y += 4;
    kit.rule(content.x, y, content.w);
    y += 8;
    y = deleted_row(view, state, content, y);
    if (state.all.empty()) {
      y = say(kit, content, y, tr("Nothing is saved yet. What you save stands here, with the total it had."), Ink::dim);
    }
    y = rows(view, state, content, y) + 6;
    y = file_row(view, state, content, y);
  }
  y += 4;
  y = say(kit, content, y, tr("Kept in this browser only. A link or a file takes a calculation elsewhere."), Ink::dim);
  kit.end_dialog(y);
}

}  // namespace tollmeter::ui
