#pragma once

// Internal: the units of time in what a person types, "200/day", the same list for what is read and for what is shown back.

#include <algorithm>
#include <string_view>

#include "core/language.h"

namespace tollmeter {

// The language has as many words in the same order. What parse_quantity reads is the English.
inline constexpr const char* kRateUnits = marked("second seconds minute minutes hour hours day days month months");
inline constexpr int kRateUnitForms = 10;

constexpr std::string_view word_at(std::string_view words, int which) {
  for (; which > 0 && !words.empty(); --which) words.remove_prefix(std::min(words.find(' '), words.size() - 1) + 1);
  return words.substr(0, words.find(' '));
}

}  // namespace tollmeter
