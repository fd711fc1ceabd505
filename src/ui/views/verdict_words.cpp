#include "ui/views/verdict_words.h"

#include <algorithm>

#include "core/format.h"
#include "core/language.h"
#include "ui/solve/unknown_prices.h"
#include "ui/views/limit_words.h"
#include "ui/views/result_words.h"
#include "ui/views/sources.h"

namespace tollmeter::ui {

namespace {

// The platform's plan was asked for by name and cannot be had, so another stands in.
std::string stand_ins(const Estimate& estimate) {
  std::string text;
  for (const PlatformEstimate& platform : estimate.platforms) {
    if (platform.state != PlanState::not_sold || !platform.plan) continue;
    const Plan* asked = platform.platform->plan(platform.use->plan);
    const std::string name =
        asked ? platform_and_plan(*platform.platform, asked) : platform.platform->short_name + " " + platform.use->plan;
    append(text, {". ", tr("{0} is not sold on this day, {1} stands in", {name, platform.plan->name})});
  }
  return text;
}

// Stands in a sentence for what is in bold, wherever a language puts it.
constexpr const char* kAlarm = "\x01";

void put_sentence(VerdictSide& side, const std::string& breach, const std::string& refused, const std::string& alarm) {
  const auto filled = [&](std::string text) { return text.replace(text.find(kAlarm), 1, alarm); };
  const std::string sentence = tr("a month; {0}, {1}", {breach, refused});
  const std::size_t at = sentence.find(kAlarm);
  side.before = sentence.substr(0, at);
  side.alarm = alarm;
  side.after = sentence.substr(at + 1);
  side.breach = filled(breach);
}

// What breaks first, in a sentence and in three words.
void say_breach(const Session& session, VerdictSide& side) {
  const Estimate& chosen = session.shown().chosen;
  const LimitGroups groups = group_limits(chosen);
  if (groups.broken.empty()) return;
  const LimitRef& first = groups.broken.front();
  const Platform& platform = *first.platform->platform;
  const std::string refused = breach_refused(first, session.scenario(), session.world(), chosen.cycle);
  side.note_ink = Ink::bad;
  if (!first.limit) {
    const std::string noun = operation_noun(platform, *first.metric);
    const std::string plan = first.platform->plan ? first.platform->plan->name.shown() : "";
    put_sentence(side, tr("{0} {1}@@platform, what its plan does not do", {platform.short_name, kAlarm}), refused,
                 tr("{0} does not serve {1}", {plan, noun}));
    side.note = tr("{0} not served", {noun});
    return;
  }
  const std::string noun = first.metric ? operation_noun(platform, *first.metric) : tr("calls");
  const LimitRun& run = first.limit->run;
  const std::optional<Rational>& at = run.used_up ? run.used_up : run.first_refused;
  const std::string day = at ? day_and_month(*at) : "";
  const std::string instant = breach_instant(first, session.world().zones);
  const auto put = [&](const std::string& breach) { put_sentence(side, breach, refused, instant); };
  if (first.limit->delayed > 0) {
    put(tr("{0} {1} first delayed on {2}", {platform.short_name, noun, kAlarm}));
    side.note = tr("{0} delayed {1}", {noun, day});
  } else if (first.limit->limit->window.kind == Window::Kind::cycle) {
    put(tr("{0} {1} stop on {2}", {platform.short_name, noun, kAlarm}));
    side.note = tr("{0} stop {1}", {noun, day});
  } else {
    put(tr("{0} {1} first refused on {2}", {platform.short_name, noun, kAlarm}));
    side.note = tr("{0} refused {1}", {noun, day});
  }
}

// The plans by which serving it all differs from what was chosen: "X Enterprise, LinkedIn Standard".
std::string other_plans(const Shown& shown) {
  std::string text;
  for (std::size_t i = 0; i < shown.serve_all.platforms.size() && i < shown.chosen.platforms.size(); ++i) {
    const PlatformEstimate& platform = shown.serve_all.platforms[i];
    if (!platform.plan || platform.plan == shown.chosen.platforms[i].plan) continue;
    if (!text.empty()) text += ", ";
    text += plan_title(platform);
  }
  return text;
}

bool has_limit(const PlatformEstimate& platform, LimitState state) {
  return std::any_of(platform.limits.begin(), platform.limits.end(),
                     [state](const LimitOutcome& limit) { return limit.state == state; });
}

// The plan that is taken although none of the limits on what is used is published: "LinkedIn Standard".
std::string taken_on_trust(const Estimate& estimate) {
  for (const PlatformEstimate& platform : estimate.platforms) {
    if (has_limit(platform, LimitState::unpublished) && !has_limit(platform, LimitState::holds)) {
      return plan_title(platform);
    }
  }
  return {};
}

VerdictSide chosen_side(const Session& session) {
  const Estimate& chosen = session.shown().chosen;
  VerdictSide side;
  side.figure = totals_text(chosen);
  side.doubts = doubt_words(doubts(chosen, session.scenario().date));
  if (session.shown().one_figure) {
    side.label = tr("As chosen, and it serves everything");
    side.badge = tr("no breach");
    side.tone = Tone::good;
    side.before = tr("a month, before tax");
    side.note = tr("no breach, before tax");
    side.note_ink = Ink::good;
  } else {
    side.label = tr("As chosen");
    side.badge = counted(chosen.breaches, "breach", "breaches");
    side.tone = Tone::bad;
    side.before = tr("a month");
    side.before_tax = true;
    say_breach(session, side);
  }
  side.after += stand_ins(chosen);
  return side;
}

VerdictSide serve_side(const Session& session) {
  const Estimate& all = session.shown().serve_all;
  VerdictSide side;
  side.brief = tr("To serve it all");
  side.label = tr("To serve it all, cheapest plan that fits");
  const auto unfit = std::find_if(all.platforms.begin(), all.platforms.end(),
                                  [](const PlatformEstimate& platform) { return platform.platform && !platform.fits; });
  if (unfit != all.platforms.end()) {
    side.figure = tr("no plan fits");
    side.is_money = false;
    side.badge = tr("not on sale");
    side.tone = Tone::bad;
    side.before = tr("nothing sold on this day serves it all");
    side.after = unfit->plan ? tr("; closest: {0}, {1} a month, before tax", {plan_title(*unfit), totals_text(all)}) : "";
    side.note = tr("nothing sold serves it");
    side.note_ink = Ink::bad;
    return side;
  }
  side.figure = totals_text(all);
  side.badge = doubt_badge(all);
  side.tone = Tone::warn;
  const std::string plans = other_plans(session.shown());
  side.before = plans.empty() ? tr("a month, before tax") : tr("a month, before tax; {0}", {plans});
  const std::string trusted = taken_on_trust(all);
  if (!trusted.empty()) side.after = tr("; the limits of {0} are not published", {trusted});
  side.note = side.badge.empty() ? (plans.empty() ? tr("before tax") : plans) : side.badge;
  side.note_ink = side.badge.empty() ? Ink::dim : Ink::warn;
  return side;
}

// What is free and serves all needs no excuse for its price, but may have a plan beside it.
std::string ask_plans(const Shown& shown) {
  bool choice = false, costs = false;
  for (const PlatformEstimate& taken : shown.serve_all.platforms) {
    if (!taken.platform || taken.platform->plans.size() < 2) continue;
    choice = true;
    costs |= !taken.fits || !taken.subtotal.amount.is_zero() || taken.subtotal.at_least;
  }
  if (!choice) return {};
  return costs && !shown.one_figure ? tr("Why not cheaper?") : tr("Other plans");
}

}  // namespace

VerdictWords verdict_words(const Session& session) {
  VerdictWords words;
  const Shown& shown = session.shown();
  if (session.scenario().platforms.empty()) {
    words.invitation =
        tr("Add a platform and say what you use of it: what it costs, which limit breaks first and when stand here then.");
    words.line = tr("Add a platform to begin");
    words.announcement = words.invitation;
    return words;
  }
  words.chosen = chosen_side(session);
  words.two = !shown.one_figure;
  words.ask_plans = ask_plans(shown);
  words.line = words.chosen.figure + ", " + words.chosen.note;
  words.announcement = tr("{0} a month as chosen, {1}", {words.chosen.figure, words.chosen.badge});
  if (!words.chosen.breach.empty()) words.announcement = tr("{0}: {1}", {words.announcement, words.chosen.breach});
  if (words.two) {
    words.serve = serve_side(session);
    words.announcement = tr("{0}; to serve it all: {1}", {words.announcement, words.serve.figure});
  }
  if (session.scenario().date < kFirstPrices) say_unknown_prices(session, words);
  return words;
}

}  // namespace tollmeter::ui
