#include <string>

#include "core/language.h"
#include "core/rate_units.h"

namespace tollmeter {
namespace {

// "200/jour" and "200 par jour" become "200/day".
std::string with_plain_unit(const std::string& text) {
  const std::string units = tr(kRateUnits), per = join({" ", tr("per@@an amount, a unit of time"), " "});
  std::size_t at = text.find('/');
  std::size_t joint = 1;
  if (at == std::string::npos) {
    at = text.find(per);
    joint = per.size();
  }
  if (at == std::string::npos) return text;
  std::string_view typed(text);
  typed.remove_prefix(at + joint);
  while (typed.starts_with(' ')) typed.remove_prefix(1);
  while (typed.ends_with(' ')) typed.remove_suffix(1);
  for (int which = 0; which < kRateUnitForms; ++which) {
    if (typed == word_at(units, which)) return text.substr(0, at) + '/' + std::string(word_at(kRateUnits, which));
  }
  return text;
}

}  // namespace

std::string plain_number(std::string_view typed) {
  std::string text(typed);
  if (spoken() == nullptr) return text;
  text = with_plain_unit(text);
  const std::string& mark = spoken()->decimal;
  if (mark == ".") return text;
  const auto is_digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
  const std::size_t at = text.find(mark);
  // Two of them, or one with a point, are groups of digits or a mistake: who reads the number says which.
  const bool alone = at != std::string::npos && text.find(mark, at + 1) == std::string::npos && text.find('.') == std::string::npos;
  if (!alone || at == 0 || !is_digit(at - 1) || !is_digit(at + mark.size())) return text;
  return text.replace(at, mark.size(), ".");
}

}  // namespace tollmeter
