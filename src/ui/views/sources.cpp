#include "ui/views/sources.h"

#include <algorithm>
#include <array>

#include "core/format.h"
#include "core/language.h"
#include "ui/views/result_words.h"

namespace tollmeter::ui {

namespace {

// Titles are in the catalogue's English: "letter of 30 Mar 2023".
bool says_month(const std::string& title, Date day) {
  constexpr std::array kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return title.find(join({kMonths[static_cast<std::size_t>(day.month() - 1)], " ", std::to_string(day.year())})) != std::string::npos;
}

}  // namespace

std::string source_words(const Source& source) {
  std::string text = source.title;
  if (!says_month(source.title.english(), source.read)) append(text, {", ", date_text(source.read)});
  return join({text, ", ", confidence_words(source.confidence)});
}

std::string source_words(const Platform& platform, const Figure& figure) {
  const Source* source = platform.source(figure.source);
  return source ? source_words(*source) : "";
}

std::string conflict_words(const Platform& platform, const Figure& figure) {
  std::string text;
  for (const Alternative& other : figure.alternatives) {
    const Source* source = platform.source(other.source);
    if (!text.empty()) text += " ";
    text += source ? tr("Another source says {0} ({1}).", {tr(other.value), source_words(*source)})
                   : tr("Another source says {0}.", {tr(other.value)});
  }
  if (!text.empty() && !figure.choice.empty()) append(text, {" ", tr("Taken here because: {0}", {figure.choice})});
  return text;
}

std::vector<std::string> figure_facts(const Platform& platform, const Figure& figure) {
  std::vector<std::string> facts;
  if (const Source* source = platform.source(figure.source)) {
    facts.push_back(tr("Source: {0}", {source_words(*source)}));
    if (!source->url.empty()) facts.push_back(source->url);
  }
  facts.push_back(tr("In force: {0}", {validity_text(figure.validity)}));
  if (std::string conflict = conflict_words(platform, figure); !conflict.empty()) facts.push_back(std::move(conflict));
  if (!figure.note.empty()) facts.push_back(figure.note);
  return facts;
}

namespace {

// Prices change: a reading of more than a year ago may be of one that has.
bool is_old(const PlatformEstimate& platform, const BillLine& line, Date date) {
  const Source* source = line.charge ? platform.platform->source(line.charge->source) : nullptr;
  return source != nullptr && source->read.plus_months(12) < date;
}

bool costs(const BillLine& line) { return !line.unknown && !line.amount.amount.is_zero(); }

}  // namespace

bool is_doubtful(const PlatformEstimate& platform, const BillLine& line, Date date) {
  return costs(line) && (line.amount.press || line.amount.conflicting || line.amount.own || is_old(platform, line, date));
}

Doubts doubts(const Estimate& estimate, Date date) {
  Doubts found;
  for (const PlatformEstimate& platform : estimate.platforms) {
    for (const BillLine& line : platform.bill) {
      if (!is_doubtful(platform, line, date)) continue;
      ++(line.amount.conflicting ? found.conflicting : line.amount.press ? found.press : line.amount.own ? found.own : found.old);
    }
  }
  return found;
}

std::string doubt_words(const Doubts& doubts) {
  std::string text;
  const auto add = [&](int n, const std::string& said) {
    if (n > 0) text = text.empty() ? said : tr("{0}; {1}", {text, said});
  };
  const auto [press, conflicting, own, old] = doubts;
  add(press, tr_count(press, "{0} amount rests on press only", "{0} amounts rest on press only", {std::to_string(press)}));
  add(conflicting, tr_count(conflicting, "{0} amount rests on sources that disagree", "{0} amounts rest on sources that disagree",
                            {std::to_string(conflicting)}));
  add(own, tr_count(own, "{0} amount rests on own prices", "{0} amounts rest on own prices", {std::to_string(own)}));
  add(old, tr_count(old, "{0} amount was read more than a year before", "{0} amounts were read more than a year before", {std::to_string(old)}));
  return text;
}

std::string doubt_badge(const Estimate& estimate) {
  const auto any = [&](bool Money::*mark) {
    return std::any_of(estimate.totals.begin(), estimate.totals.end(), [&](const Money& total) { return total.*mark; });
  };
  if (any(&Money::press)) return tr("press report");
  if (any(&Money::conflicting)) return tr("sources disagree");
  return any(&Money::own) ? tr("own prices") : "";
}

float paragraphs(Kit& kit, const Box& at, std::span<const std::string> lines, float size, Ink ink, float* end_x) {
  float y = at.y;
  for (const std::string& line : lines) {
    const Run run[] = {{line, Face::regular, ink}};
    y += kit.paragraph({at.x, y, at.w, 0}, run, size, end_x);
  }
  return y - at.y;
}

float paragraphs_height(const Kit& kit, float w, std::span<const std::string> lines, float size) {
  float height = 0;
  for (const std::string& line : lines) {
    const Run run[] = {{line, Face::regular, Ink::text}};
    height += kit.paragraph_height(w, run, size);
  }
  return height;
}

}  // namespace tollmeter::ui
