#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/estimate.h"
#include "ui/kit.h"

namespace tollmeter::ui {

/// "letter of 30 Mar 2023, dated copy": who, date (if the title does not hold it) and confidence in words.
std::string source_words(const Source& source);
/// Of the source that a figure names; empty if the platform does not know it.
std::string source_words(const Platform& platform, const Figure& figure);

/// The values that other sources give for a figure and why one was taken; empty where none does.
std::string conflict_words(const Platform& platform, const Figure& figure);
/// All that is known about where a figure comes from, a line each: source, address, validity, conflict, note.
std::vector<std::string> figure_facts(const Platform& platform, const Figure& figure);

/// How many amounts of the bill, free ones left out, do not rest on a published figure that all agree on.
struct Doubts {
  int press = 0;
  int conflicting = 0;
  int own = 0;  ///< entered by a person
  int old = 0;  ///< read more than a year before the day whose prices hold
};
Doubts doubts(const Estimate& estimate, Date date);
bool is_doubtful(const PlatformEstimate& platform, const BillLine& line, Date date);
/// "1 amount rests on press only", "2 amounts rest on sources that disagree"; empty without doubts.
std::string doubt_words(const Doubts& doubts);
/// For a badge: "press report", "sources disagree", "own prices", or empty.
std::string doubt_badge(const Estimate& estimate);

/// Paragraphs below each other, and the height that they take. `end_x`, if given, gets the x behind the last one's text.
float paragraphs(Kit& kit, const Box& at, std::span<const std::string> lines, float size, Ink ink, float* end_x = nullptr);
float paragraphs_height(const Kit& kit, float w, std::span<const std::string> lines, float size);

}  // namespace tollmeter::ui
