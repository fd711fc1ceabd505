#include <algorithm>
#include <string>
#include <vector>

#include "core/format.h"
#include "core/language.h"
#include "core/title.h"
#include "ui/shell/shell.h"
#include "ui/solve/moved_beside.h"
#include "ui/views/result_words.h"

namespace tollmeter::ui {

namespace {

constexpr float kSize = 13;
constexpr float kActionGap = 18;

// No text that is shown holds it.
constexpr char kBold = '\x02';

struct StripAction {
  const char* key;
  std::string label;
  void (Session::*run)();
};

struct Notice {
  std::string lead;
  std::string text;  // what stands between two of kBold is bold
  std::vector<StripAction> actions;
  bool closable = true;
  bool bad = false;
};

std::string bold(const std::string& text) { return kBold + text + kBold; }

std::string shared_money(const SharedTotal& total) {
  Money money;
  money.amount = total.amount;
  money.currency = total.currency;
  money.approximate = total.approximate;
  money.at_least = total.at_least;
  return money_text(money);
}

// What serves the same use today: as chosen where that holds, else the cheapest that fits.
const Estimate& today(const Session& session) {
  const Shown& shown = session.shown();
  return shown.today_chosen.breaches == 0 ? shown.today_chosen : shown.today_serve_all;
}

Notice broken_notice(const Session& session) {
  Notice notice;
  notice.lead = tr("This link is broken");
  notice.text = session.broken()->problem.sentence();
  notice.bad = true;
  if (session.broken()->salvage) {
    notice.actions.push_back({"salvage", tr("Open what could be read"), &Session::open_salvage});
  }
  return notice;
}

Notice shared_notice(const Session& session, bool saved) {
  Notice notice;
  const Document& document = *session.shared();
  notice.lead = saved ? tr("Saved by you") : tr("Shared with you");
  const std::string title = title_words(document.scenario.title);
  const std::string then = bold(shared_money(*document.total)), now = bold(totals_text(session.shared_today()));
  const std::string day = date_text(document.scenario.date);
  notice.text = title.empty() ? tr("{0} with the prices of {1}; with today’s prices {2}.", {then, day, now})
                              : tr("“{0}”: {1} with the prices of {2}; with today’s prices {3}.", {title, then, day, now});
  if (!document.scenario.own.empty()) notice.text += " " + tr("It contains prices that its author entered.");
  if (session.scenario() == document.scenario) {
    notice.actions.push_back({"today", tr("Use today’s prices"), &Session::use_today});
  } else {
    notice.actions.push_back({"shared", saved ? tr("Show as saved") : tr("Show as shared"), &Session::show_as_shared});
  }
  notice.actions.push_back({"mine", tr("Keep mine instead"), &Session::keep_mine});
  return notice;
}

Notice dated_notice(const Session& session) {
  Notice notice;
  const bool example = session.origin() == Origin::example;
  const Date date = session.scenario().date;
  const std::string day = long_date_text(date);
  notice.lead = example ? tr("Example") : tr("Prices of {0}", {day});
  if (example) {
    const bool known = date == example_scenario().date;
    notice.text = known ? tr("Prices of {0}, the day Microsoft Advertising dropped Twitter.", {day}) : tr("Prices of {0}.", {day});
    notice.text += " ";
  }
  if (date != session.today()) {
    notice.text += tr("The same use today costs {0}.", {bold(totals_text(today(session)))});
    notice.actions.push_back({"today", tr("Use today’s prices"), &Session::use_today});
  }
  if (example) {
    notice.actions.push_back({"empty", tr("Start empty"), &Session::start_empty});
    if (session.mine() && *session.mine() != example_scenario()) notice.actions.push_back({"mine", tr("Continue with mine"), &Session::keep_mine});
  }
  return notice;
}

bool has_notice(const Session& session) {
  if (session.broken()) return true;
  if (session.strip_dismissed()) return false;
  return session.origin() != Origin::own || session.scenario().date != session.today();
}

Notice notice_of(const View& view) {
  const Session& session = view.session;
  if (session.broken()) return broken_notice(session);
  return session.shared() ? shared_notice(session, !view.state.saved_link.empty()) : dated_notice(session);
}

void add_runs(std::string_view text, std::vector<Run>& runs) {
  for (Face face = Face::regular;; face = face == Face::regular ? Face::semibold : Face::regular) {
    const std::size_t end = text.find(kBold);
    if (end != 0 && !text.empty()) runs.push_back({text.substr(0, end), face, Ink::text});
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

// The actions of a notice from x on, at most to `right`, going on below where they do not fit; returns how many lines
// they take. Only measured where `run` is false.
int actions(View& view, const Notice& notice, float x, float y, float right, float step, bool run) {
  Kit& kit = view.kit;
  const float left = x;
  int lines = 1;
  for (const StripAction& action : notice.actions) {
    const float w = kit.width(action.label, {kSize, Face::semibold, Ink::accent});
    if (x > left && x + w > right) {
      x = left;
      y += step;
      ++lines;
    }
    if (run && kit.link(action.key, x, y, action.label)) (view.session.*action.run)();
    x += w + kActionGap;
  }
  return lines;
}

}  // namespace

void announce_refusal(View& view) {
  const auto& broken = view.session.broken();
  view.kit.announce("refused link", broken ? tr("This link is broken") + ". " + broken->problem.sentence() : "");
}

float strip(View& view, float y, float width) {
  Kit& kit = view.kit;
  if (!has_notice(view.session)) return 0;
  Notice notice = notice_of(view);
  const std::optional<Document>& shared = view.session.shared();
  if (shared && !shared->others.empty() && !view.session.broken()) notice.text += moved_beside(view, *shared);
  const float pad = view.phone ? 14.0F : 20.0F;
  const float target = kit.fingers() ? 44.0F : 30.0F;
  std::vector<Run> runs = {{notice.lead, Face::semibold, notice.bad ? Ink::bad : Ink::text},
                           {"   ", Face::regular, Ink::text}};
  add_runs(notice.text, runs);
  const float close_w = target;
  float actions_w = 0;
  for (const StripAction& action : notice.actions) {
    actions_w += kit.width(action.label, {kSize, Face::semibold, Ink::accent}) + kActionGap;
  }
  // Beside the sentence where both fit, else on a line of their own.
  const float beside = width - 2 * pad - actions_w - close_w;
  const bool stacked = view.phone || beside < 360;
  const float text_w = stacked ? width - 2 * pad - close_w : beside;
  const float text_h = kit.paragraph_height(text_w, runs, kSize);
  const int lines = notice.actions.empty() || !stacked ? 1 : actions(view, notice, pad, 0, width - pad, target, false);
  const float actions_h = notice.actions.empty() ? 10 : target * static_cast<float>(lines);
  const float height = stacked ? text_h + 10 + actions_h : std::max(40.0F, text_h + 20);

  kit.fill({0, y, width, height}, kit.theme().strip);
  kit.fill({0, y + height - 1, width, 1}, kit.theme().strip_border);
  kit.semantics().begin(Role::region, kit.id("strip"), notice.lead, {0, y, width, height});
  kit.push("strip");
  const float text_y = stacked ? y + 10 : y + (height - text_h) / 2;
  kit.paragraph({pad, text_y, text_w, 0}, runs, kSize);
  const float line = kit.line_height(kSize);
  const float action_x = stacked ? pad : width - pad - close_w - actions_w;
  const float action_y = stacked ? text_y + text_h + (target - line) / 2 : y + (height - line) / 2;
  actions(view, notice, action_x, action_y, width - pad, target, true);
  const float close_y = stacked ? y + 2 : y + (height - close_w) / 2;
  if (kit.icon_button("close", {width - pad - close_w + 8, close_y, close_w, target}, Kit::Icon::close,
                      tr("Dismiss this notice"), ButtonLook::quiet)) {
    view.session.dismiss_strip();
  }
  kit.pop();
  kit.semantics().end();
  return height;
}

}  // namespace tollmeter::ui
