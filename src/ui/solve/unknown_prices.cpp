#include "ui/solve/unknown_prices.h"

#include <algorithm>

#include "core/format.h"
#include "core/language.h"

namespace tollmeter::ui {

namespace {

bool is_unknown(const PlatformEstimate& platform) { return platform.state == PlanState::no_prices; }

// The sentence without its full stop; empty where there is none.
std::string unknown_words(const Estimate& estimate) {
  std::string list;
  for (const PlatformEstimate& one : estimate.platforms) {
    if (!is_unknown(one)) continue;
    list += (list.empty() ? "" : ", ") + tr("of {0} before {1}", {one.platform->short_name, date_text(prices_known_from(*one.platform))});
  }
  return list.empty() ? list : tr("No prices are known {0}", {list});
}

}  // namespace

std::string no_prices_words(const Platform& platform) {
  return tr("No prices of {0} are known before {1}", {platform.short_name, date_text(prices_known_from(platform))});
}

std::string unknown_prices_words(const Estimate& estimate) {
  const std::string said = unknown_words(estimate);
  return said.empty() ? said : said + ".";
}

bool nothing_known(const Estimate& estimate) {
  return !estimate.platforms.empty() && std::all_of(estimate.platforms.begin(), estimate.platforms.end(), is_unknown);
}

void say_unknown_prices(const Session& session, VerdictWords& words) {
  const Estimate& chosen = session.shown().chosen;
  const std::string said = unknown_prices_words(chosen);
  if (said.empty()) return;
  VerdictSide& side = words.chosen;
  side.label = tr("As chosen");
  side.tone = Tone::warn;
  side.note = tr("no prices known then");
  side.note_ink = Ink::warn;
  if (nothing_known(chosen)) {
    side.figure = tr("no prices known");
    side.is_money = false;
    side.badge.clear();
    side.before = said + " " + tr("Choose a later day.");
    side.doubts.clear();
    words.ask_plans.clear();
    words.announcement = said;
  } else {
    if (chosen.breaches == 0) side.badge = tr("not all prices known");
    side.after += ". " + unknown_words(chosen);
    words.announcement = tr("{0} a month as chosen, {1}. {2}", {side.figure, side.badge, said});
  }
  // What serves it all cannot be said either.
  words.two = false;
  words.line = side.figure + (nothing_known(chosen) ? "" : ", " + side.note);
}

float unknown_prices_note(View& view, const Box& box) {
  const std::string said = unknown_prices_words(view.session.shown().chosen) + " " + tr("Choose a later day above, and the chart stands here.");
  const Run run[] = {{said, Face::regular, Ink::dim}};
  view.kit.paragraph({box.x, box.y, box.w, 0}, run, 13);
  return box.bottom();
}

}  // namespace tollmeter::ui
