#include "ui/solve/currency_mark.h"

#include "core/format.h"
#include "core/format_text.h"
#include "core/words.h"

namespace tollmeter::ui {

namespace {

/// What stands before and behind a figure: "$" and "", or "" and " $".
struct Around {
  std::string before, behind;
};

Around around_of(const std::string& currency) {
  const std::string one = price_text(1, currency);
  const std::string figure = fixed_text(1, currency_exponent(currency));
  const std::size_t at = one.find(figure);
  return {one.substr(0, at), one.substr(at + figure.size())};
}

/// Without spaces around it, those that do not break among them.
std::string_view trimmed(std::string_view text) {
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view space : {" ", "\xC2\xA0", "\xE2\x80\xAF"}) {
      const std::size_t had = text.size();
      if (text.starts_with(space)) text.remove_prefix(space.size());
      if (text.ends_with(space)) text.remove_suffix(space.size());
      more |= text.size() != had;
    }
  }
  return text;
}

}  // namespace

std::string without_currency(std::string_view typed, const std::string& currency) {
  typed = trimmed(typed);
  const Around around = around_of(currency);
  const std::string_view sign = trimmed(around.before.empty() ? around.behind : around.before);
  for (const std::string_view mark : {std::string_view(currency), sign}) {
    if (mark.empty()) continue;
    if (typed.starts_with(mark)) {
      typed.remove_prefix(mark.size());
    } else if (typed.ends_with(mark)) {
      typed.remove_suffix(mark.size());
    } else {
      continue;
    }
    break;
  }
  return std::string(trimmed(typed));
}

std::string with_currency(std::string_view typed, const std::string& currency) {
  const Around around = around_of(currency);
  return join({around.before, typed, around.behind});
}

}  // namespace tollmeter::ui
