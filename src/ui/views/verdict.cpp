#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/format.h"
#include "core/language.h"
#include "ui/views.h"
#include "ui/views/bill_line.h"
#include "ui/views/conversion_words.h"
#include "ui/views/sources.h"
#include "ui/views/verdict_words.h"

namespace tollmeter::ui {

namespace {

constexpr float kLabel = 13;
constexpr float kFigure = 36;
constexpr float kSmallestFigure = 18;  // on one line
constexpr float kLeastFigure = 10;     // of totals on lines of their own: none is cut
constexpr float kPhoneFigure = 24;
constexpr float kPhoneGap = 12;  // between two figures
constexpr float kSentence = 13;

// Opens the bill's lines that rest on press or on sources that disagree.
void open_doubtful_lines(View& view) {
  for (const PlatformEstimate& platform : view.session.shown().chosen.platforms) {
    bool any = false;
    for (const BillLine& line : platform.bill) {
      if (!is_doubtful(platform, line, view.session.scenario().date)) continue;
      any = true;
      view.state.open_lines.insert(bill_key(platform, line));
    }
    if (any) view.state.open_lines.insert("free");
  }
  if (view.phone) view.state.phone_tab = 2;
}

struct Question {
  const char* key;
  std::string label;
  std::string name;
  bool asked = false;  ///< it was pressed
};

// A sentence with questions behind it, on the next line where they do not fit; returns the y below.
float sentence(View& view, float x, float y, float w, const VerdictSide& side, std::span<Question> questions) {
  Kit& kit = view.kit;
  std::string end = side.after + (side.doubts.empty() ? "" : ". " + side.doubts);
  if (!questions.empty()) end += ".";
  std::vector<Run> runs = {{side.before, Face::regular, Ink::dim}};
  if (!side.alarm.empty()) runs.push_back({side.alarm, Face::semibold, Ink::bad});
  if (!end.empty()) runs.push_back({end, Face::regular, Ink::dim});
  float end_x = x;
  const float line = kit.line_height(kSentence);
  y += kit.paragraph({x, y, w, 0}, runs, kSentence, &end_x) - line;
  float gap = kit.width(" ", {kSentence, Face::regular, Ink::dim});
  for (Question& question : questions) {
    const float question_w = kit.width(question.label, {kSentence, Face::semibold, Ink::accent});
    const bool beside = end_x + gap + question_w <= x + w;
    if (!beside) y += line;
    const float at = beside ? end_x + gap : x;
    question.asked = kit.link(question.key, at, y, question.label, nullptr, Align::left, question.name, kSentence);
    end_x = at + question_w;
    gap = 12;
  }
  return y + line;
}

// A line box for large figures: as high as they are, where text lines leave room for reading on.
float figure_height(float size) { return std::round(size * 1.16F); }

// Totals in several currencies that do not fit on a line stand on several, broken before a "+".
std::vector<std::string> figure_lines(const Kit& kit, const std::string& text, float w, float size) {
  constexpr std::string_view kPlus = " + ";
  std::vector<std::string> lines;
  for (std::size_t at = 0; at != std::string::npos;) {
    const std::size_t next = text.find(kPlus, at == 0 ? 0 : at + kPlus.size());
    const std::string part = text.substr(at, next == std::string::npos ? next : next - at);
    if (!lines.empty() && kit.width(lines.back() + part, {size, Face::semibold, Ink::text}) <= w) {
      lines.back() += part;
    } else {
      lines.push_back(at == 0 ? part : part.substr(1));
    }
    at = next;
  }
  return lines;
}

// The largest size, from `size` down, at which every figure fits its width: they are equal, so they shrink together.
float figure_size(const Kit& kit, const VerdictWords& words, float w, float size) {
  const auto fits = [&](const std::string& text) {
    const std::vector<std::string> lines = figure_lines(kit, text, w, size);
    if (lines.size() > 1 && size > kSmallestFigure) return false;
    return std::all_of(lines.begin(), lines.end(), [&](const std::string& line) { return kit.width(line, {size, Face::semibold}) <= w; });
  };
  while (size > kLeastFigure && !(fits(words.chosen.figure) && (!words.two || fits(words.serve.figure)))) size -= 2;
  return size;
}

// Returns its height.
float figure(Kit& kit, float x, float y, float w, const std::string& text, float size) {
  float raised = y - (kit.line_height(size) - figure_height(size)) / 2;
  const std::vector<std::string> lines = figure_lines(kit, text, w, size);
  for (const std::string& line : lines) {
    kit.text(x, raised, line, {size, Face::semibold, Ink::text}, Align::left, w);
    raised += figure_height(size);
  }
  return figure_height(size) * static_cast<float>(lines.size());
}

// How much more two figures beside each other take than one line of them.
float more_lines(const Kit& kit, const VerdictWords& words, float w, float size) {
  std::size_t most = figure_lines(kit, words.chosen.figure, w, size).size();
  if (words.two) most = std::max(most, figure_lines(kit, words.serve.figure, w, size).size());
  return figure_height(size) * static_cast<float>(most - 1);
}

// Label and badge, figure, sentence. Returns the y below.
float side_of(View& view, float x, float y, float w, const VerdictSide& side, float size, std::span<Question> questions) {
  Kit& kit = view.kit;
  const Style label{kLabel, Face::semibold, Ink::dim};
  const float badge_w = side.badge.empty() ? 0 : kit.badge(x + w, y - 1, side.badge, side.tone, Align::right) + 10;
  const bool whole = side.brief.empty() || kit.width(side.label, label) + badge_w <= w;
  const float label_w = kit.heading(x, y, whole ? side.label : side.brief, 2, label);
  if (side.before_tax) kit.text(x + label_w + 6, y, tr("before tax"), {kLabel, Face::regular, Ink::dim});
  y += kit.line_height(kLabel);
  y += figure(kit, x, y, w, side.figure, size);
  return sentence(view, x, y, w, side, questions);
}

// The platforms' shares of one total, as one bar.
void shares(View& view, const Box& box) {
  Kit& kit = view.kit;
  const Estimate& chosen = view.session.shown().chosen;
  const Rational total = chosen.totals.front().amount;
  std::string name;
  float x = box.x;
  for (const PlatformEstimate& platform : chosen.platforms) {
    const Rational share = platform.subtotal.amount / total;
    if (!platform.platform || !share.ok() || !(share > Rational(0))) continue;
    const float w = static_cast<float>(share.approx()) * box.w;
    // A gap of a pixel keeps neighbours of like colour apart.
    kit.fill({x, box.y, std::max(w - 1, 1.0F), box.h}, color_of(view, platform.platform->id), 3);
    x += w;
    name += (name.empty() ? "" : ", ") + platform.platform->short_name + " " + money_text(platform.subtotal);
  }
  kit.semantics().add(Role::image, kit.id("shares"), tr("Shares of the total: {0}", {name}), box);
}

bool has_shares(const Estimate& chosen) {
  const auto costs = std::count_if(chosen.platforms.begin(), chosen.platforms.end(), [](const PlatformEstimate& platform) {
    return platform.subtotal.amount > Rational(0);
  });
  return chosen.totals.size() == 1 && costs > 1;
}

// What is asked behind a figure: which amounts are uncertain, and what other plans there are.
std::vector<Question> questions_of(const VerdictSide& side, const std::string& plans) {
  std::vector<Question> questions;
  if (!side.doubts.empty()) questions.push_back({"which", tr("Which?"), tr("Which amounts are uncertain?")});
  if (!plans.empty()) questions.push_back({"why", plans, ""});
  return questions;
}

void answer(View& view, std::span<const Question> questions) {
  for (const Question& question : questions) {
    if (!question.asked) continue;
    if (std::string_view(question.key) == "which") {
      open_doubtful_lines(view);
    } else {
      view.state.open_plans("");
    }
  }
}

float one_figure(View& view, float x, float y, float w, const VerdictWords& words) {
  Kit& kit = view.kit;
  const float size = figure_size(kit, words, w, view.phone ? kPhoneFigure : kFigure);
  const float figure_w = kit.width(words.chosen.figure, {size, Face::semibold, Ink::text});
  std::vector<Question> questions = questions_of(words.chosen, words.ask_plans);
  const float bottom = side_of(view, x, y, w, words.chosen, size, questions);
  answer(view, questions);
  const float bar_x = x + figure_w + 28;
  if (bar_x + 80 < x + w && has_shares(view.session.shown().chosen)) {
    shares(view, {bar_x, y + kit.line_height(kLabel) + figure_height(size) / 2, x + w - bar_x, 10});
  }
  return bottom;
}

float two_figures(View& view, float x, float y, float w, const VerdictWords& words) {
  Kit& kit = view.kit;
  constexpr float kGutter = 48;
  // Beside each other, or, where the column is narrow, one above the other.
  const bool beside = w >= 520;
  const float side_w = beside ? (w - kGutter) / 2 : w;
  const float size = figure_size(kit, words, side_w, view.phone ? kPhoneFigure : kFigure);
  std::vector<Question> behind_first = questions_of(words.chosen, "");
  std::vector<Question> behind_second = questions_of({}, words.ask_plans);
  const float first = side_of(view, x, y, side_w, words.chosen, size, behind_first);
  const float second_x = beside ? x + side_w + kGutter : x;
  const float second_y = beside ? y : first + 16;
  const float second = side_of(view, second_x, second_y, side_w, words.serve, size, behind_second);
  answer(view, behind_first);
  answer(view, behind_second);
  const float bottom = std::max(first, second);
  if (beside) {
    kit.fill({x + side_w + kGutter / 2, y, 1, bottom - y}, kit.theme().rule);
  } else {
    kit.rule(x, first + 8, w);
  }
  return bottom;
}

// The narrowest phones have room for fewer words.
void phone_side(Kit& kit, float x, float y, float w, const VerdictSide& side, std::string_view label, std::string_view brief, float size,
                float more) {
  constexpr Style kStyle{12, Face::semibold, Ink::dim};
  kit.text(x, y, kit.width(label, kStyle) <= w ? label : brief, kStyle, Align::left, w);
  y += kit.line_height(12);
  figure(kit, x, y, w, side.figure, size);
  y += figure_height(size) + more;
  kit.text(x, y, side.note, {12, Face::semibold, side.note_ink}, Align::left, w);
}

}  // namespace

float conversion_line(View& view, float x, float y, float w, bool linked) {
  const ConversionWords words = conversion_words(view.session);
  if (linked ? words.said.empty() : words.total.empty()) return y;
  VerdictSide side;
  side.before = words.said;
  Question rates[] = {{"rates", words.action, ""}};
  y = sentence(view, x, y + 8, w, side, linked ? std::span<Question>(rates) : std::span<Question>());
  if (rates[0].asked) view.state.rates_open = true;
  return y;
}

float verdict(View& view, float x, float y, float w) {
  Kit& kit = view.kit;
  VerdictWords words = verdict_words(view.session);
  if (view.embedded) words.ask_plans.clear();
  Kit::Card card(kit, "verdict", tr("Verdict"), x, y, w);
  kit.announce("announcement", words.announcement);
  float bottom = card.y;
  if (!words.invitation.empty()) {
    const Run run[] = {{words.invitation, Face::regular, Ink::text}};
    bottom += kit.paragraph({card.x, card.y, card.w, 0}, run, 15);
  } else if (words.two) {
    bottom = two_figures(view, card.x, card.y, card.w, words);
  } else {
    bottom = one_figure(view, card.x, card.y, card.w, words);
  }
  if (words.invitation.empty()) bottom = conversion_line(view, card.x, bottom, card.w, !view.embedded);
  if (count_ranges(view.session.scenario()) > 0) bottom = range_line(view, card.x, bottom, card.w);
  bottom = budget_line(view, card.x, bottom, card.w);
  for (const Problem& problem : view.session.shown().chosen.problems) {
    const std::string said = problem.sentence();
    const Run run[] = {{said, Face::semibold, Ink::bad}};
    bottom += kit.paragraph({card.x, bottom, card.w, 0}, run, kSentence);
  }
  return card.end(bottom).bottom();
}

void verdict_line(View& view, const Box& box) {
  Kit& kit = view.kit;
  const VerdictWords words = verdict_words(view.session);
  kit.push("verdict");
  kit.announce("announcement", words.announcement);
  const float y = box.y + (box.h - kit.line_height(14)) / 2;
  if (!words.invitation.empty()) {
    kit.text(box.x, y, words.line, {14, Face::semibold, Ink::text}, Align::left, box.w);
  } else {
    // The breach stands right behind the figure; what serves it all takes the room that is left.
    std::string serve = words.two ? words.serve.figure : "";
    if (words.two && words.serve.is_money) serve = tr("{0} for all, before tax", {serve});
    const float chosen_w = kit.text(box.x, y, words.chosen.figure, {14, Face::semibold, Ink::text}, Align::left, box.w);
    const float note_x = box.x + chosen_w + 6;
    const float note_w = kit.text(note_x, y, words.chosen.note, {12, Face::semibold, words.chosen.note_ink},
                                   Align::left, box.right() - note_x);
    const float left = box.right() - note_x - note_w - 10;
    constexpr Style kServe{12, Face::regular, Ink::dim};
    // Its words may be cut, its figure not.
    if (!serve.empty() && kit.width(words.serve.figure + "…", kServe) <= left) {
      kit.text(box.right(), y, serve, kServe, Align::right, left);
    }
  }
  kit.pop();
}

float verdict_phone_more(View& view, float w) {
  const VerdictWords words = verdict_words(view.session);
  float more = 0;
  if (words.invitation.empty()) {
    const float side_w = words.two ? (w - kPhoneGap) / 2 : w;
    more = more_lines(view.kit, words, side_w, figure_size(view.kit, words, side_w, kPhoneFigure));
  }
  const ConversionWords converted = conversion_words(view.session);
  const Run run[] = {{converted.said, Face::regular, Ink::dim}};
  if (count_ranges(view.session.scenario()) > 0) more += view.kit.line_height(12);
  return more + (converted.total.empty() ? 0 : view.kit.paragraph_height(w, run, 12));
}

float verdict_phone(View& view, const Box& box) {
  Kit& kit = view.kit;
  const VerdictWords words = verdict_words(view.session);
  kit.push("verdict");
  kit.announce("announcement", words.announcement);
  float bottom = box.y;
  if (!words.invitation.empty()) {
    const Run run[] = {{words.invitation, Face::regular, Ink::text}};
    bottom += kit.paragraph({box.x, box.y, box.w, 0}, run, 14);
  } else {
    const float half = (box.w - kPhoneGap) / 2;
    const float side_w = words.two ? half : box.w;
    const float size = figure_size(kit, words, side_w, kPhoneFigure);
    const float more = more_lines(kit, words, side_w, size);
    phone_side(kit, box.x, box.y, side_w, words.chosen, words.two ? tr("As chosen, before tax") : words.chosen.label, tr("As chosen"), size,
               more);
    if (words.two) {
      phone_side(kit, box.x + half + kPhoneGap, box.y, half, words.serve, tr("To serve it all, before tax"), tr("To serve all, before tax"),
                 size, more);
    }
    bottom += 2 * kit.line_height(12) + figure_height(size) + more;
    const ConversionWords converted = conversion_words(view.session);
    const Run run[] = {{converted.said, Face::regular, Ink::dim}};
    if (!converted.total.empty()) bottom += kit.paragraph({box.x, bottom, box.w, 0}, run, 12);
    if (count_ranges(view.session.scenario()) > 0) bottom = range_line(view, box.x, bottom, box.w);
  }
  kit.pop();
  return bottom;
}

}  // namespace tollmeter::ui
