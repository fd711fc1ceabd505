// Any text as prices of Stripe, as it is and as one of a list: refused, left out in words, or taken, and what was taken is rated.
#include <string>

#include "core/own/own_import.h"
#include "core/own/own_prices.h"
#include "fuzz/rate_all.h"
#include "fuzz/target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tollmeter;
  const std::string text(fuzz::text_of(data, size));
  static const Catalog none;
  for (const std::string& file : {text, R"({"object":"list","data":[)" + text + "]}"}) {
    const Result<OwnImport> read = import_own(none, "", file, *Date::parse("2026-11-23"));
    if (!fuzz::taken(read)) continue;
    for (const std::string& sentence : read.value().left_out) fuzz::must(!sentence.empty(), "what is left out is a sentence");
    fuzz::must(read.value().own.empty() == read.value().taken.empty(), "what was taken is there");
    const OwnReading reading = read_own_prices(none, read.value().own);
    fuzz::must(read.value().own.empty() || reading.problems.empty(), "what was taken can be read");
    fuzz::rate_all(reading.catalog);
  }
  return 0;
}
