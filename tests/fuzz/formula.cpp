// Any text as a formula: it is refused with one sentence, or has the same value as often as it is asked, for whatever its drivers are.
#include "core/formula.h"
#include "fuzz/target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tollmeter;
  const Result<Formula> read = Formula::parse(fuzz::text_of(data, size));
  if (!fuzz::taken(read)) return 0;
  const Formula& formula = read.value();
  const Result<Formula> again = Formula::parse(formula.text());
  fuzz::must(again.ok() && again.value().drivers() == formula.drivers(), "a formula is read again from its text");
  const Rational large = Rational::parse("1000000000000000"), small = Rational::fraction(1, 3);
  for (const Rational& value : {Rational(0), Rational(1), Rational(-7), small, large, Rational::overflow()}) {
    const auto everywhere = [&](std::string_view) { return value; };
    fuzz::must(formula.evaluate(everywhere) == again.value().evaluate(everywhere), "a formula and its text have one value");
  }
  const auto nowhere = [](std::string_view) {
    fuzz::must(false, "what names no driver asks for none");
    return Rational(0);
  };
  if (formula.is_number()) formula.evaluate(nowhere);
  return 0;
}
