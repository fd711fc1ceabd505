#include "ui/views/own_unit_words.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/format.h"
#include "core/language.h"
#include "ui/views/result_words.h"

namespace tollmeter::ui {

namespace {

constexpr std::array<std::string_view, 6> kOnes = {"one ", "One ", "a ", "A ", "an ", "An "};
// What follows the thing itself: "request to my service", "customer a month".
constexpr std::array<std::string_view, 14> kBehind = {" a ",   " an ",   " per ", " each ", " every ", " to ",   " of ",
                                                      " for ", " with ", " in ",  " on ",   " from ",  " that ", ","};

std::string plural(std::string noun) {
  const auto ends = [&](std::string_view end) { return noun.ends_with(end); };
  if (ends("s") || ends("x") || ends("z") || ends("ch") || ends("sh")) return noun + "es";
  const bool vowel_before = noun.size() > 1 && std::string_view("aeiou").find(noun[noun.size() - 2]) != std::string_view::npos;
  if (ends("y") && !vowel_before) {
    noun.pop_back();
    return noun + "ies";
  }
  return noun + "s";
}

}  // namespace

std::string unit_title(const OwnUnit& unit) {
  return unit.name.empty() ? tr("Your own unit") : sentence_case(unit.name);
}

std::string units_words(const OwnUnit& unit, const Rational& count) {
  const std::string number = group_digits(count);
  const bool one = count == Rational(1);
  if (unit.name.empty()) return tr_count(count.to_int64(), "{0} unit", "{0} units", {number});
  const auto begin = std::find_if(kOnes.begin(), kOnes.end(), [&](std::string_view w) { return unit.name.starts_with(w); });
  if (begin == kOnes.end()) return number + " × " + unit.name;
  std::string noun = unit.name.substr(begin->size());
  std::size_t end = noun.size();
  for (const std::string_view word : kBehind) end = std::min(end, noun.find(word));
  noun.resize(end);
  // A plural is made of one word; a letter and what is several words stay as the person said them.
  if (!one && (noun.size() < 2 || noun.find(' ') != std::string::npos)) return number + " × " + noun;
  return number + " " + (one ? noun : plural(std::move(noun)));
}

std::string units_extra(const OwnUnit& unit, std::string_view platform, std::string_view metric) {
  if (unit.part(platform, metric) == nullptr) return "";
  return tr("plus {0} from {1}", {group_digits(unit.asked(platform, metric)), units_words(unit, unit.count.value)});
}

}  // namespace tollmeter::ui
