// Any text as a catalogue: it is refused with one sentence, or read, and then every plan of it can be rated.
#include "core/catalog_reader.h"
#include "fuzz/rate_all.h"
#include "fuzz/target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tollmeter;
  const Result<Catalog> read = read_catalog(fuzz::text_of(data, size));
  if (fuzz::taken(read)) fuzz::rate_all(read.value());
  return 0;
}
