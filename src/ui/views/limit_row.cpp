#include "ui/views/limit_row.h"

#include <string>
#include <vector>

#include "core/format.h"
#include "ui/views/result_words.h"
#include "ui/views/sources.h"

namespace tollmeter::ui {

namespace {

constexpr float kText = 13;
constexpr float kSource = 11.5F;

const NotOffered* not_offered_row(const LimitRef& ref, Date date) {
  if (!ref.platform->plan) return nullptr;
  for (const NotOffered& row : ref.platform->plan->not_offered) {
    if (row.metric == ref.metric->id && row.validity.holds(date)) return &row;
  }
  return nullptr;
}

const Figure* figure_of(const LimitRef& ref, Date date) {
  return ref.limit ? static_cast<const Figure*>(ref.limit->limit) : not_offered_row(ref, date);
}

// What is said in one paragraph: the instant of a breach and the platform's own error stand out.
struct Sentences {
  std::string before, instant, then, error, after;
};

Sentences sentences(const LimitRef& ref, const Session& session) {
  const Estimate& chosen = session.shown().chosen;
  const auto refused = [&] { return breach_refused(ref, session.scenario(), session.world(), chosen.cycle); };
  if (!ref.limit) {
    const std::string plan = ref.platform->plan ? ref.platform->plan->name : "no plan on sale";
    return {sentence_case(plan) + " does not serve this: " + refused() + ".", "", "", "", ""};
  }
  Sentences said;
  said.before = sentence_case(limit_terms(ref)) + ". ";
  if (ref.limit->state == LimitState::unpublished) {
    said.before += "Its number is not published.";
    return said;
  }
  const std::string burst = limit_burst(ref);
  said.before += sentence_case(limit_fullness(ref));
  if (ref.limit->state != LimitState::breached) {
    said.before += burst.empty() ? "." : "; " + burst + ".";
    return said;
  }
  said.before += ref.limit->run.used_up ? ". Used up on " : ". Refused from ";
  said.instant = breach_instant(ref, session.world().zones);
  const Breach& breach = ref.limit->limit->breach;
  said.then = "; " + breach_consequence(ref) + (breach.error.empty() ? "" : ": ");
  said.error = breach.error;
  said.after = (breach.until.empty() ? "" : " " + breach.until) + ". " + sentence_case(refused());
  said.after += burst.empty() ? "." : "; " + burst + ".";
  if (ref.limit->run.simulated) said.after += " The count is simulated, not taken call by call.";
  return said;
}

}  // namespace

Kit::Icon limit_icon(const LimitRef& ref) {
  if (!ref.limit || ref.limit->state == LimitState::breached) return Kit::Icon::cross;
  if (ref.limit->state == LimitState::unpublished) return Kit::Icon::question;
  return ref.limit->run.utilisation >= Rational::fraction(4, 5) ? Kit::Icon::warning : Kit::Icon::check;
}

Tone limit_tone(const LimitRef& ref) {
  switch (limit_icon(ref)) {
    case Kit::Icon::cross: return Tone::bad;
    case Kit::Icon::warning: return Tone::warn;
    case Kit::Icon::check: return Tone::good;
    default: return Tone::neutral;
  }
}

float limit_text(View& view, const LimitRef& ref, float x, float y, float w) {
  Kit& kit = view.kit;
  const Session& session = view.session;
  const Sentences said = sentences(ref, session);
  std::vector<Run> runs = {{said.before, Face::regular, Ink::dim}};
  if (!said.instant.empty()) runs.push_back({said.instant, Face::semibold, Ink::text});
  if (!said.then.empty()) runs.push_back({said.then, Face::regular, Ink::dim});
  if (!said.error.empty()) runs.push_back({said.error, Face::italic, Ink::dim});
  if (!said.after.empty()) runs.push_back({said.after, Face::regular, Ink::dim});
  y += kit.paragraph({x, y, w, 0}, runs, kText);

  const Figure* figure = figure_of(ref, session.scenario().date);
  if (!figure) return y;
  const Platform& platform = *ref.platform->platform;
  std::vector<std::string> lines;
  if (std::string source = source_words(platform, *figure); !source.empty()) lines.push_back(std::move(source));
  if (std::string conflict = conflict_words(platform, *figure); !conflict.empty()) lines.push_back(std::move(conflict));
  return y + paragraphs(kit, {x, y + 1, w, 0}, lines, kSource, Ink::dim) + 1;
}

}  // namespace tollmeter::ui
