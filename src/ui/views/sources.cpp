#include "ui/views/sources.h"

#include <algorithm>

#include "core/format.h"
#include "ui/views/result_words.h"

namespace tollmeter::ui {

std::string source_words(const Source& source) {
  std::string text = source.title;
  const std::string date = date_text(source.read);
  const std::string month = date.substr(date.find(' ') + 1);
  if (text.find(month) == std::string::npos) text += ", " + date;
  return text + ", " + std::string(confidence_words(source.confidence));
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
    text += "Another source says " + other.value + (source ? " (" + source_words(*source) + ")." : ".");
  }
  if (!text.empty() && !figure.choice.empty()) text += " Taken here because: " + figure.choice;
  return text;
}

std::vector<std::string> figure_facts(const Platform& platform, const Figure& figure) {
  std::vector<std::string> facts;
  if (const Source* source = platform.source(figure.source)) {
    facts.push_back("Source: " + source_words(*source));
    if (!source->url.empty()) facts.push_back(source->url);
  }
  facts.push_back("In force: " + validity_text(figure.validity));
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
  const auto add = [&](int n, std::string_view why) {
    if (n == 0) return;
    if (!text.empty()) text += "; ";
    text += counted(n, "amount rests on ", "amounts rest on ") + std::string(why);
  };
  add(doubts.press, "press only");
  add(doubts.conflicting, "sources that disagree");
  add(doubts.own, "own prices");
  if (doubts.old > 0) {
    if (!text.empty()) text += "; ";
    text += counted(doubts.old, "amount was", "amounts were") + " read more than a year before";
  }
  return text;
}

std::string doubt_badge(const Estimate& estimate) {
  const auto any = [&](bool Money::*mark) {
    return std::any_of(estimate.totals.begin(), estimate.totals.end(), [&](const Money& total) { return total.*mark; });
  };
  if (any(&Money::press)) return "press report";
  if (any(&Money::conflicting)) return "sources disagree";
  return any(&Money::own) ? "own prices" : "";
}

float paragraphs(Kit& kit, const Box& at, std::span<const std::string> lines, float size, Ink ink) {
  float y = at.y;
  for (const std::string& line : lines) {
    const Run run[] = {{line, Face::regular, ink}};
    y += kit.paragraph({at.x, y, at.w, 0}, run, size);
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
