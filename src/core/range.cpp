#include "core/range.h"

#include "core/catalog.h"
#include "core/format.h"
#include "core/own_unit.h"
#include "core/words.h"

namespace tollmeter {
namespace {

Result<TypedNumber> parse_end(RangeOf kind, std::string_view text, Per per) {
  if (kind == RangeOf::quantity) {
    const Result<Quantity> quantity = parse_quantity(text, per);
    if (!quantity) return quantity.problem();
    if (quantity.value().per != per) {
      return Problem{{}, tr("'{0}' is in another unit of time", {one_line(text)}), per_text(tr("so many"), per)};
    }
    return TypedNumber{quantity.value().value, quantity.value().typed};
  }
  const Result<Rational> number = kind == RangeOf::share        ? parse_share(text)
                                  : kind == RangeOf::unit_count ? parse_unit_count(text)
                                                                : parse_number(text);
  if (!number) return number.problem();
  return TypedNumber{number.value(), std::string(text)};
}

Problem of_end(std::string_view end, const Problem& problem) { return {{}, tr("{0}: {1}", {end, problem.what}), problem.expected}; }

}  // namespace

std::optional<Problem> out_of_range(const Range& range, const Driver& driver) {
  const bool low = range.low.value < driver.least || driver.most < range.low.value;
  if (!low && !(driver.most < range.high.value)) return std::nullopt;
  const TypedNumber& end = low ? range.low : range.high;
  return Problem{{}, low ? tr("the low end, {0}, is not a number that {1} can be", {group_digits(end.value), driver.name})
                     : tr("the high end, {0}, is not a number that {1} can be", {group_digits(end.value), driver.name}),
                 tr("{0} to {1}@@numbers", {group_digits(driver.least), group_digits(driver.most)})};
}

Result<Range> parse_range(RangeOf kind, std::string_view low, std::string_view high, Per per) {
  const Result<TypedNumber> least = parse_end(kind, low, per);
  if (!least) return of_end(tr("the low end"), least.problem());
  const Result<TypedNumber> most = parse_end(kind, high, per);
  if (!most) return of_end(tr("the high end"), most.problem());
  if (least.value().value > most.value().value) {
    return Problem{{}, tr("the low end, {0}, is above the high end, {1}", {one_line(low), one_line(high)}),
                   tr("a low end that is not above the high one")};
  }
  return Range{least.value(), most.value(), per};
}

}  // namespace tollmeter
