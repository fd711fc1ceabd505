// Any text typed into a field or written as a formula: a number within its bounds, or one sentence.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/formula.h"
#include "core/own_unit.h"
#include "core/quantity.h"
#include "core/range.h"

namespace {

using namespace tollmeter;

template <class T>
bool refused_in_words(const Result<T>& read) {
  if (!read.ok() && read.problem().sentence().empty()) std::abort();
  return !read.ok();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto quantity = parse_quantity(text, Per::day); !refused_in_words(quantity)) {
    const Rational month = quantity.value().in(cycle_at(*Date::parse("2028-02-01"), 0));
    if (!month.ok() || month < 0) std::abort();
    // What is shown of it is read as the same again.
    const auto again = parse_quantity(quantity_text(quantity.value().value, quantity.value().per), Per::day);
    if (!again.ok()) std::abort();
  }
  if (const auto number = parse_number(text); !refused_in_words(number) && !number.value().ok()) std::abort();
  if (const auto count = parse_unit_count(text); !refused_in_words(count)) {
    if (!count.value().is_whole() || count.value() < 0) std::abort();
  }
  if (const auto amount = parse_unit_amount(text); !refused_in_words(amount) && !(amount.value() > 0)) std::abort();
  if (const auto share = parse_share(text); !refused_in_words(share)) {
    if (share.value() < 0 || share.value() > 1) std::abort();
  }
  const std::size_t middle = text.find(':');
  const std::string_view high = middle == std::string_view::npos ? text : text.substr(middle + 1);
  for (const RangeOf kind : {RangeOf::quantity, RangeOf::share, RangeOf::driver, RangeOf::unit_count}) {
    const auto range = parse_range(kind, text.substr(0, middle), high, Per::day);
    if (!refused_in_words(range) && !(range.value().low.value <= range.value().high.value)) std::abort();
  }
  if (const auto formula = Formula::parse(text); !refused_in_words(formula)) {
    formula.value().evaluate([](std::string_view name) { return Rational(static_cast<std::int64_t>(name.size())); });
  }
  if (const auto date = Date::parse(text); date && Date::parse(date->iso()) != date) std::abort();
  return 0;
}
