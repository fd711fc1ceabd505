// Any text typed into a field: a value within its bounds that is read the same from what is shown of it, or one sentence.
#include "core/budget.h"
#include "core/exchange_rate.h"
#include "core/format.h"
#include "core/growth_rate.h"
#include "core/language.h"
#include "core/own_unit.h"
#include "core/point_groups.h"
#include "core/quantity.h"
#include "core/range.h"
#include "core/scenario.h"
#include "core/title.h"
#include "core/traffic_text.h"
#include "core/typed_day.h"
#include "core/utf8.h"
#include "fuzz/target.h"

namespace {

using namespace tollmeter;
using fuzz::must;
using fuzz::taken;

void try_counts(std::string_view text) {
  if (const auto quantity = parse_quantity(text, Per::day); taken(quantity)) {
    const Rational month = quantity.value().in(cycle_at(*Date::parse("2028-02-01"), 0));
    must(month.ok() && month >= 0, "a quantity is a number, zero or more");
    const auto shown = parse_quantity(quantity_text(quantity.value().value, quantity.value().per), Per::day);
    must(shown.ok() && shown.value().per == quantity.value().per, "a quantity is read again from what is shown of it");
  }
  if (const auto number = parse_number(text); taken(number)) must(number.value().ok(), "a number is one");
  if (const auto count = parse_unit_count(text); taken(count)) {
    must(count.value().is_whole() && count.value() >= 0, "units are whole, zero or more");
  }
  if (const auto amount = parse_unit_amount(text); taken(amount)) must(amount.value() > 0, "a unit takes more than nothing");
  if (const auto share = parse_share(text); taken(share)) must(share.value() >= 0 && share.value() <= 1, "a share is of one");
  const auto [low, high] = fuzz::halves(text);
  for (const RangeOf kind : {RangeOf::quantity, RangeOf::share, RangeOf::driver, RangeOf::unit_count}) {
    const auto range = parse_range(kind, low, high, Per::day);
    if (taken(range)) must(range.value().low.value <= range.value().high.value, "a range ends where it begins or above");
  }
}

void try_money(std::string_view text) {
  if (const auto rate = parse_rate(text); taken(rate)) must(rate.value() > 0 && rate.value() <= 1'000'000'000, "a rate is bounded");
  for (const char* currency : {"USD", "JPY", "KWD"}) {
    const auto budget = parse_budget(text, currency);
    if (!taken(budget)) continue;
    const Rational amount = budget.value().amount;
    must(amount >= 0 && amount == amount.round_half_up(currency_exponent(currency)), "a budget has the decimals of its currency");
  }
  is_currency_code(text);
}

void try_growth(std::string_view text) {
  if (const auto growth = growth_by_percent(text); taken(growth)) {
    const Rational percent = growth_percent(growth.value());
    must(percent >= kLeastGrowthPercent && percent <= kMostGrowthPercent, "growth is bounded");
  }
  for (const int months : {0, 1, 12, kMostGrowthMonths, kMostGrowthMonths + 1}) {
    if (taken(growth_to_target(text, months))) must(months >= 1 && months <= kMostGrowthMonths, "a target has its months");
  }
}

void try_day(std::string_view text) {
  const auto typed = parse_day(text);
  const auto exact = Date::parse(text);
  must(taken(typed) == exact.has_value(), "a day that can be typed is a day");
  if (exact) must(exact->iso() == text && typed.value() == *exact, "a day has one text");
}

void try_traffic(std::string_view text) {
  const auto pattern = read_traffic(text);
  if (!taken(pattern)) return;
  // Only a zone's '+' stands in a link as another text.
  if (text.find('+') != std::string_view::npos) return;
  const auto again = read_traffic(write_traffic(pattern.value()));
  must(again.ok() && again.value() == pattern.value(), "traffic is read again from its text");
}

void try_titles(std::string_view text) {
  const std::string title = clean_title(text);
  must(title.size() <= kMostTitleBytes && clean_title(title) == title, "what is clean stays as it is");
  must(clean_unit_name(text).size() <= kMostUnitNameBytes, "a unit's name is bounded");
  for (std::size_t at = 0; at < title.size();) {
    const std::size_t length = utf8_length(std::string_view(title).substr(at));
    must(length > 0, "a title is UTF-8");
    at += length;
  }
}

/// As they are typed where a comma stands before decimals.
void try_french(std::string_view text) {
  static const Language french = [] {
    Language language;
    language.decimal = ",";
    language.group = "\u202f";
    return language;
  }();
  speak(&french);
  const std::string shown = Rational::parse(text).text();
  must(plain_number(local_number(shown)) == shown, "a number comes back from its local text");
  without_point_groups(text);
  taken(parse_quantity(plain_number(text), Per::day));
  speak(nullptr);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  try_counts(text);
  try_money(text);
  try_growth(text);
  try_day(text);
  try_traffic(text);
  try_titles(text);
  try_french(text);
  return 0;
}
