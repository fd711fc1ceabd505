// Any text as an address, alone and as a part of a comparison: it is opened or refused, and what is opened whole comes back from its
// own link.
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
  const std::string sealed = fuzz::with_checksum(text);
  const std::string twice = seal_link("2;" + sealed + ";1;d=2026-11-23~mk4mu;" + sealed);
  for (const std::string& fragment : {std::string(text), sealed, twice}) {
    const OpenedLink opened = open_link(fragment, catalog);
    if (opened.kind != OpenedLink::Kind::whole) continue;
    const OpenedLink again = open_link(write_link(opened.document), catalog);
    const bool same = again.document.scenario == opened.document.scenario && beside_of(again.document) == beside_of(opened.document);
    if (again.kind != OpenedLink::Kind::whole || !same) std::abort();
  }
  return 0;
}
