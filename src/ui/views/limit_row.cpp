#include "ui/views/limit_row.h"

#include <string>
#include <vector>

#include "core/language.h"
#include "core/words.h"
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

// Stand for what stands out, wherever a language puts it.
constexpr const char* kInstant = "\x01";
constexpr const char* kError = "\x02";

// What is said in one paragraph: the instant of a breach and the platform's own error stand out.
struct Sentences {
  std::string text;  ///< with kInstant and kError
  std::string instant, error;
};

std::string breach_sentence(const LimitRef& ref) {
  const Breach& breach = ref.limit->limit->breach;
  std::string then = breach_consequence(ref);
  if (!breach.error.empty()) then = tr("{0}: {1}", {then, kError});
  if (!breach.until.empty()) append(then, {" ", breach.until});
  return ref.limit->run.used_up ? tr("Used up on {0}; {1}.", {kInstant, then}) : tr("Refused from {0}; {1}.", {kInstant, then});
}

Sentences sentences(const LimitRef& ref, const Session& session) {
  const Estimate& chosen = session.shown().chosen;
  const auto refused = [&] { return breach_refused(ref, session.scenario(), session.world(), chosen.cycle); };
  if (!ref.limit) {
    const std::string plan = ref.platform->plan ? ref.platform->plan->name.shown() : tr("no plan on sale");
    return {tr("{0} does not serve this: {1}.", {sentence_case(plan), refused()}), "", ""};
  }
  const std::string terms = sentence_case(limit_terms(ref));
  if (ref.limit->state == LimitState::unpublished) return {join({terms, ". ", tr("Its number is not published.")}), "", ""};
  const std::string burst = limit_burst(ref);
  const auto with_burst = [&](const std::string& said) {
    return burst.empty() ? join({said, "."}) : tr("{0}; {1}.", {said, burst});
  };
  const std::string fullness = sentence_case(limit_fullness(ref));
  if (ref.limit->state != LimitState::breached) return {join({terms, ". ", with_burst(fullness)}), "", ""};
  Sentences said;
  said.text = join({terms, ". ", fullness, ". ", breach_sentence(ref), " ", with_burst(sentence_case(refused()))});
  said.instant = breach_instant(ref, session.world().zones);
  said.error = ref.limit->limit->breach.error;
  if (ref.limit->run.simulated) append(said.text, {" ", tr("The count is simulated, not taken call by call.")});
  return said;
}

// They point into what is said.
std::vector<Run> runs_of(const Sentences& said) {
  std::vector<Run> runs;
  const auto add = [&runs](std::string_view text, Face face, Ink ink) {
    if (!text.empty()) runs.push_back({text, face, ink});
  };
  std::string_view rest = said.text;
  for (std::size_t at = 0; (at = rest.find_first_of("\x01\x02")) != std::string_view::npos; rest.remove_prefix(at + 1)) {
    add(rest.substr(0, at), Face::regular, Ink::dim);
    if (rest[at] == *kInstant) {
      add(said.instant, Face::semibold, Ink::text);
    } else {
      add(said.error, Face::italic, Ink::dim);
    }
  }
  add(rest, Face::regular, Ink::dim);
  return runs;
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

float limit_text(View& view, const LimitRef& ref, float x, float y, float w, float* end_x) {
  Kit& kit = view.kit;
  const Session& session = view.session;
  const Sentences said = sentences(ref, session);
  const std::vector<Run> runs = runs_of(said);
  y += kit.paragraph({x, y, w, 0}, runs, kText, end_x);

  const Figure* figure = figure_of(ref, session.scenario().date);
  if (!figure) return y;
  const Platform& platform = *ref.platform->platform;
  std::vector<std::string> lines;
  if (std::string source = source_words(platform, *figure); !source.empty()) lines.push_back(std::move(source));
  if (std::string conflict = conflict_words(platform, *figure); !conflict.empty()) lines.push_back(std::move(conflict));
  return y + paragraphs(kit, {x, y + 1, w, 0}, lines, kSource, Ink::dim, end_x) + 1;
}

}  // namespace tollmeter::ui
