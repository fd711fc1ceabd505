#pragma once

#include <string>

#include "ui/kit.h"
#include "ui/session.h"

namespace tollmeter::ui {

/// One figure of the verdict in words. The sentence is `before`, `alarm` (in bold) and `after`.
struct VerdictSide {
  std::string label;   ///< "To serve it all, cheapest plan that fits"
  std::string brief;   ///< the label where room is short: "To serve it all"
  bool before_tax = false;  ///< stands beside the label, because the sentence is long enough
  std::string figure;  ///< "$100.00"; or, where there is none, a few words
  bool is_money = true;
  std::string badge;   ///< "1 breach"; may be empty
  Tone tone = Tone::neutral;
  std::string before, alarm, after;
  std::string breach;  ///< of the sentence what breaks first and when, for itself; empty where nothing does
  std::string note;    ///< the sentence in three words, for a phone: "reads stop 5 May"
  Ink note_ink = Ink::dim;
  std::string doubts;  ///< "1 amount rests on press only"; may be empty
};

/// What the page answers, before any layout.
struct VerdictWords {
  std::string invitation;  ///< of an empty scenario: what to do next; then there is nothing else
  VerdictSide chosen;
  bool two = false;        ///< something breaks, so there is a second figure
  VerdictSide serve;
  std::string ask_plans;   ///< the question behind it that the plans answer; empty where no platform has a choice of plans
  std::string line;        ///< all of it in one line
  std::string announcement;
};
VerdictWords verdict_words(const Session& session);

}  // namespace tollmeter::ui
