// Any text as an address: it is opened or refused, and what is opened whole comes back from its own link.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/link.h"
#include "fuzz/catalogue.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tollmeter;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Catalog& catalog = fuzz::catalogue();
  // Few changed texts would pass the checksum: each is also tried with the one that it should have.
  for (const std::string& fragment : {std::string(text), fuzz::with_checksum(text)}) {
    const OpenedLink opened = open_link(fragment, catalog);
    if (opened.kind != OpenedLink::Kind::whole) continue;
    const OpenedLink again = open_link(write_link(opened.document), catalog);
    if (again.kind != OpenedLink::Kind::whole || !(again.document.scenario == opened.document.scenario)) std::abort();
  }
  return 0;
}
