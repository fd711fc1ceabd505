#include <algorithm>
#include <string>

#include "core/format.h"
#include "core/language.h"
#include "core/words.h"
#include "ui/solve/correction_link.h"
#include "ui/solve/limit_growth_view.h"
#include "ui/views.h"
#include "ui/views/limit_row.h"
#include "ui/views/remedy_buttons.h"
#include "ui/views/result_words.h"
#include "ui/views/verdict_words.h"

namespace tollmeter::ui {

namespace {

constexpr float kTitle = 15;
constexpr float kIndent = 30;  ///< of text behind its icon
constexpr float kPhoneIndent = 22;
constexpr float kRowGap = 9;

/// A list of limits that is counted and can be opened.
struct Folded {
  const char* key;  ///< in ViewState::open_limits
  Kit::Icon icon;
  Tone tone;
  std::string title;
  std::string tightest;  ///< below the title; may be empty
  const std::vector<LimitRef>* limits;
};

Ink ink_of(Tone tone) {
  switch (tone) {
    case Tone::good: return Ink::good;
    case Tone::warn: return Ink::warn;
    case Tone::bad: return Ink::bad;
    case Tone::neutral: return Ink::dim;
  }
  return Ink::dim;
}

std::string key_of(const LimitRef& ref) {
  return ref.platform->platform->id + "/" + (ref.limit ? ref.limit->limit->id : "no-" + ref.metric->id);
}

bool same_operation(const LimitRef& a, const LimitRef& b) { return a.platform == b.platform && a.metric == b.metric; }

// "tightest: YouTube units, 10,000 a day: holds 3.1 × the average"
std::string tightest_words(const LimitRef& ref) {
  return tr("tightest: {0}: {1}", {limit_in_short(ref), limit_burst(ref)});
}

std::vector<Folded> folded_groups(const LimitGroups& groups) {
  std::vector<Folded> folded;
  const int holding = static_cast<int>(groups.holding.size());
  const bool others = !groups.broken.empty() || !groups.near.empty();
  if (holding > 0) {
    const std::string title = others ? counted(holding, "other limit holds", "other limits hold")
                                     : counted(holding, "limit, and it holds", "limits, and all hold");
    folded.push_back({"holding", Kit::Icon::check, Tone::good, title, tightest_words(groups.holding.front()), &groups.holding});
  }
  const int unpublished = static_cast<int>(groups.unpublished.size());
  if (unpublished > 0) {
    folded.push_back({"unpublished", Kit::Icon::question, Tone::neutral,
                      counted(unpublished, "limit is not published", "limits are not published"), "", &groups.unpublished});
  }
  return folded;
}

// "Wrong? Correct it" after the source of a limit that stands open, which ends at `end_x`. It is the second part's, like what a reply says, and
// comes with it.
float correction(View& view, const LimitRef& ref, const Box& at, float end_x) {
  if (!ref.limit || !view.session.catalog().replies) return at.y;
  return correction_link(view, {ref.platform->platform, ref.platform->plan, nullptr, ref.limit->limit}, at, end_x);
}

// The limits of an opened list, each under its name; returns the y below.
float opened(View& view, const Folded& group, float x, float y, float w) {
  Kit& kit = view.kit;
  for (const LimitRef& ref : *group.limits) {
    kit.push(key_of(ref));
    y += 8;
    const float badge_w = ref.limit->state == LimitState::holds
                              ? kit.badge(x + w, y, limit_badge(ref), limit_tone(ref), Align::right)
                              : 0;
    kit.text(x, y, limit_own_title(ref), {13, Face::semibold, Ink::text}, Align::left, w - badge_w - 8);
    float end_x = x;
    y = limit_text(view, ref, x, y + kit.line_height(13), w, &end_x);
    // Only what a person opened is asked of the second part.
    y = correction_link(view, {ref.platform->platform, ref.platform->plan, nullptr, ref.limit->limit}, {x, y, w, 0}, end_x);
    if (ref.limit->state == LimitState::holds) y = limit_growth_line(view, ref, x, y, w, &ref == &group.limits->front());
    kit.pop();
  }
  return y;
}

// A counted list: heading with show or hide, and below it what is open. Returns the y below.
float folded_row(View& view, const Folded& group, float x, float y, float w) {
  Kit& kit = view.kit;
  const bool open = view.state.open_limits.contains(group.key);
  kit.icon(group.icon, x + 7, y + kit.line_height(kTitle) / 2, ink_of(group.tone));
  const float text_x = x + (view.phone ? kPhoneIndent : kIndent);
  const std::string word = open ? tr("hide") : tr("show");
  const float below_x = view.phone ? x : text_x;
  float link_w = 0;
  // On a phone the whole heading is the target, since a word is too small for a finger.
  const float title_w = x + w - text_x;
  bool pressed = false;
  if (view.phone) {
    const float pad = (kit.control_height() - kit.line_height(kTitle)) / 2;
    pressed = kit.disclosure(group.key, {x, y - pad, w, kit.control_height()}, group.title, open);
    link_w = kit.width(word, {13, Face::semibold, Ink::accent});
    kit.silent_text(x + w, y, word, {13, Face::semibold, Ink::accent}, Align::right);
  } else {
    pressed = kit.link(group.key, x + w, y, word, &link_w, Align::right,
                       open ? tr("hide: {0}", {group.title}) : tr("show: {0}", {group.title}));
  }
  const Style style = group.tone == Tone::neutral && !view.phone ? Style{13, Face::regular, Ink::dim}
                                                                 : Style{kTitle, Face::semibold, Ink::text};
  kit.text(text_x, y, group.title, style, Align::left, title_w - link_w - 8);
  y += kit.line_height(style.size);
  if (!group.tightest.empty() && !open) {
    const Run run[] = {{group.tightest, Face::regular, Ink::dim}};
    y += kit.paragraph({below_x, y, x + w - below_x, 0}, run);
  }
  if (open) y = opened(view, group, below_x, y, x + w - below_x);
  if (pressed) {
    if (open) {
      view.state.open_limits.erase(group.key);
    } else {
      view.state.open_limits.insert(group.key);
    }
  }
  return y;
}

// One limit that breaks or nearly does. The second of an operation goes without its name.
float desktop_row(View& view, const LimitRef& ref, bool named, float x, float y, float w,
                  std::optional<Scenario>& wanted) {
  Kit& kit = view.kit;
  const float text_x = x + kIndent;
  const bool broken = limit_tone(ref) == Tone::bad;
  const Box remedy = broken ? remedy_buttons(view, ref, {x + w * 0.5F, y, w * 0.5F, 0}, wanted) : Box{x + w, y, 0, 0};
  const float text_w = w - kIndent - (remedy.w > 0 ? remedy.w + 16 : 0);
  float bottom = y;
  if (named) {
    kit.icon(limit_icon(ref), x + 7, y + kit.line_height(kTitle) / 2, ink_of(limit_tone(ref)));
    kit.text(text_x, y, limit_title(ref), {kTitle, Face::semibold, Ink::text}, Align::left, text_w);
    bottom += kit.line_height(kTitle);
  }
  float end_x = text_x;
  bottom = limit_text(view, ref, text_x, bottom, text_w, &end_x);
  bottom = correction(view, ref, {text_x, bottom, text_w, 0}, end_x);
  return std::max(bottom, remedy.bottom());
}

float desktop_breaks(View& view, float x, float y, float w, const LimitGroups& groups, std::optional<Scenario>& wanted) {
  Kit& kit = view.kit;
  Kit::Card card(kit, "breaks", tr("What breaks"), x, y, w);
  const float head_w = kit.heading(card.x, card.y, tr("What breaks"), 2, {13, Face::semibold, Ink::dim});
  kit.text(card.x + card.w, card.y, join({cycle_text(view.session.shown().chosen.cycle), ", UTC"}), {13, Face::regular, Ink::dim},
           Align::right, card.w - head_w - 12);
  float row = card.y + kit.line_height(13) + kRowGap;
  const auto begin_row = [&] {
    kit.rule(card.x, row, card.w);
    row += kRowGap;
  };
  const LimitRef* last = nullptr;
  for (const std::vector<LimitRef>* list : {&groups.broken, &groups.near}) {
    for (const LimitRef& ref : *list) {
      const bool named = !last || !same_operation(*last, ref);
      if (named) begin_row();
      kit.push(key_of(ref));
      row = desktop_row(view, ref, named, card.x, row, card.w, wanted) + kRowGap;
      kit.pop();
      last = &ref;
    }
    last = nullptr;
  }
  for (const Folded& group : folded_groups(groups)) {
    begin_row();
    row = folded_row(view, group, card.x, row, card.w) + kRowGap;
  }
  if (groups.broken.empty() && groups.near.empty() && groups.holding.empty() && groups.unpublished.empty()) {
    begin_row();
    kit.text(card.x, row, tr("No limit is touched yet."), {13, Face::regular, Ink::dim});
    row += kit.line_height(13) + kRowGap;
  }
  if (view.session.catalog().replies && !view.embedded) row = reply_line(view, card.x, row, card.w) + kRowGap;
  return card.end(row - kRowGap).bottom();
}

float phone_card(View& view, const LimitRef& ref, float x, float y, float w, std::optional<Scenario>& wanted) {
  Kit& kit = view.kit;
  const std::string title = limit_title(ref);
  Kit::Card card(kit, key_of(ref), title, x, y, w);
  kit.icon(limit_icon(ref), card.x + 7, card.y + kit.line_height(kTitle) / 2, ink_of(limit_tone(ref)));
  const float badge_w = kit.badge(card.x + card.w, card.y, limit_badge(ref), limit_tone(ref), Align::right);
  kit.text(card.x + kPhoneIndent, card.y, title, {kTitle, Face::semibold, Ink::text}, Align::left,
           card.w - kPhoneIndent - badge_w - 8);
  float end_x = card.x;
  float row = limit_text(view, ref, card.x, card.y + kit.line_height(kTitle) + 6, card.w, &end_x);
  row = correction(view, ref, {card.x, row, card.w, 0}, end_x);
  if (limit_tone(ref) == Tone::bad) {
    row = burn_down(view, ref, card.x, row + 6, card.w);
    const Box remedy = remedy_buttons(view, ref, {card.x, row + 12, card.w, 0}, wanted);
    if (remedy.w > 0) row = remedy.bottom() - 8;
  }
  return card.end(row).bottom();
}

// The phone's header has no room for the question behind its figures.
float phone_why(View& view, float x, float y, float w) {
  const VerdictWords words = verdict_words(view.session);
  if (words.ask_plans.empty() || view.embedded) return y;
  Kit& kit = view.kit;
  const VerdictSide& side = words.two ? words.serve : words.chosen;
  Kit::Card card(kit, "serve-all", side.label, x, y, w);
  const std::string sentence = join({side.before, side.alarm, side.after});
  const std::string said = tr("{0}: {1}, {2}", {side.label, side.figure, sentence});
  const Run run[] = {{said, Face::regular, Ink::dim}};
  float row = card.y + kit.paragraph({card.x, card.y, card.w, 0}, run) + 8;
  if (kit.button("why", {card.x, row, card.w, kit.control_height()}, words.ask_plans)) view.state.open_plans("");
  row += kit.control_height();
  return card.end(row).bottom();
}

float phone_breaks(View& view, float x, float y, float w, const LimitGroups& groups, std::optional<Scenario>& wanted) {
  Kit& kit = view.kit;
  kit.push("breaks");
  float bottom = y;
  const auto next = [&] { return bottom == y ? y : bottom + Kit::kCardGap; };
  for (const std::vector<LimitRef>* list : {&groups.broken, &groups.near}) {
    for (const LimitRef& ref : *list) bottom = phone_card(view, ref, x, next(), w, wanted);
  }
  for (const Folded& group : folded_groups(groups)) {
    Kit::Card card(kit, group.key, group.title, x, next(), w);
    bottom = card.end(folded_row(view, group, card.x, card.y, card.w)).bottom();
  }
  if (bottom == y) {
    Kit::Card card(kit, "none", tr("What breaks"), x, y, w);
    kit.text(card.x, card.y, tr("No limit is touched yet."), {13, Face::regular, Ink::dim});
    bottom = card.end(card.y + kit.line_height(13)).bottom();
  }
  const float why = phone_why(view, x, next(), w);
  if (why != next()) bottom = why;
  if (view.session.catalog().replies && !view.embedded) bottom = reply_line(view, x, next(), w);
  kit.pop();
  return bottom;
}

}  // namespace

float breaks(View& view, float x, float y, float w) {
  const LimitGroups groups = group_limits(view.session.shown().chosen);
  std::optional<Scenario> wanted;
  const float bottom = view.phone ? phone_breaks(view, x, y, w, groups, wanted)
                                  : desktop_breaks(view, x, y, w, groups, wanted);
  if (wanted) view.session.edit(std::move(*wanted));
  return bottom;
}

}  // namespace tollmeter::ui
