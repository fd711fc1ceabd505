// Any text as the file of a language: refused with one sentence, or spoken, and then everything can be said.
#include "core/format.h"
#include "core/language.h"
#include "core/quantity.h"
#include "fuzz/catalogue.h"
#include "fuzz/rate_all.h"
#include "fuzz/target.h"

namespace {

using namespace tollmeter;

/// Numbers, money, days and counts as the page says them.
void say_figures() {
  for (const Rational& number : {Rational(0), Rational(1), Rational(-1234567), Rational::fraction(1, 3), Rational::overflow()}) {
    group_digits(number);
    number_text(number);
    short_number(number);
    percent_text(number);
    multiple_text(number);
    duration_text(number);
    for (const char* currency : {"USD", "JPY", "KWD", "credits"}) money_text({number, currency, true, true, true, true, true});
  }
  date_text({20000});
  long_date_text({20000});
  for (const std::int64_t n : {0, 1, 2, 5, 11, 22, 101}) tr_count(n, "{0} breach", "{0} breaches", {std::to_string(n)});
  for (const char* typed : {"", ".", "1.5", "1 234,5", "-.5", "6k", "200/day"}) {
    fuzz::taken(parse_quantity(plain_number(typed), Per::day));
    local_number(typed);
  }
}

void say_estimate() {
  static const Scenario example = example_scenario();
  fuzz::export_all(example, {&fuzz::catalogue(), kZones});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Result<Language> read = read_language(fuzz::text_of(data, size));
  if (!fuzz::taken(read)) return 0;
  speak(&read.value());
  say_figures();
  say_estimate();
  speak(nullptr);
  return 0;
}
