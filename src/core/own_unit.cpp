#include "core/own_unit.h"

#include "core/format.h"
#include "core/most_quantity.h"
#include "core/quantity.h"
#include "core/title.h"
#include "core/words.h"

namespace tollmeter {
const TypedNumber* OwnUnit::part(std::string_view platform, std::string_view metric) const {
  const auto amounts = parts.find(platform);
  if (amounts == parts.end()) return nullptr;
  const auto amount = amounts->second.find(metric);
  return amount == amounts->second.end() ? nullptr : &amount->second;
}

Rational OwnUnit::asked(std::string_view platform, std::string_view metric) const {
  const TypedNumber* amount = part(platform, metric);
  return amount ? count.value * amount->value : Rational(0);
}

int OwnUnit::operations() const {
  std::size_t all = 0;
  for (const auto& platform : parts) all += platform.second.size();
  return static_cast<int>(all);
}

Rational OwnUnit::most_countable() const {
  Rational heaviest = 1;
  for (const auto& platform : parts) {
    for (const auto& amount : platform.second) heaviest = max(heaviest, amount.second.value);
  }
  return (Rational(kMostQuantity) / heaviest).floor();
}

std::string clean_unit_name(std::string_view text) { return clean_text(text, kMostUnitNameBytes); }

Result<Rational> parse_unit_count(std::string_view text) {
  Result<Rational> count = parse_number(text);
  if (count && !count.value().is_whole()) {
    return Problem{{}, tr("'{0}' is not a whole number", {one_line(text)}), tr("a whole number of units, such as 600")};
  }
  return count;
}

Result<Rational> parse_unit_amount(std::string_view text) {
  Result<Rational> amount = parse_number(text);
  if (amount && amount.value().is_zero()) {
    return Problem{{}, tr("'{0}' is nothing", {one_line(text)}), tr("more than zero, such as 10 or 0.5")};
  }
  return amount;
}

std::optional<Problem> beyond_bounds(const OwnUnit& unit) {
  if (unit.operations() > kMostUnitParts) {
    return Problem{{}, tr("the unit has too many operations"), tr("at most {0} operations", {std::to_string(kMostUnitParts)})};
  }
  const Rational most = unit.most_countable();
  if (unit.count.value > most || (unit.range && unit.range->high.value > most)) {
    return Problem{{}, tr("so many units ask for more than can be counted"),
                   tr_count(most == Rational(1) ? 1 : 2, "at most {0} unit", "at most {0} units", {group_digits(most)})};
  }
  return std::nullopt;
}

}  // namespace tollmeter
