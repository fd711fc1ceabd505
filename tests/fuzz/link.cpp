// Any text as an address, alone and as a part of a comparison: it is opened or refused, and what is opened whole comes back from its
// own link, which is written the same again.
#include <string>

#include "core/link.h"
#include "fuzz/catalogue.h"
#include "fuzz/target.h"

namespace {

using namespace tollmeter;

bool is_same(const Document& a, const Document& b) {
  return a.scenario == b.scenario && a.total == b.total && beside_of(a) == beside_of(b);
}

void check_whole(const Document& document, const Catalog& catalog) {
  const std::string link = write_link(document);
  const OpenedLink again = open_link(link, catalog);
  fuzz::must(again.kind == OpenedLink::Kind::whole && is_same(again.document, document), "a link opens as what it was written from");
  fuzz::must(write_link(again.document) == link, "a document has one link");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(fuzz::text_of(data, size));
  const Catalog& catalog = fuzz::few_platforms();
  // Few changed texts would pass the checksum: each is also tried with the one that it should have.
  const std::string sealed = fuzz::with_checksum(text);
  const std::string twice = seal_link("2;" + sealed + ";1;d=2026-11-23~mk4mu;" + sealed);
  for (const std::string& fragment : {text, sealed, twice}) {
    platforms_to_add(fragment, catalog);
    const OpenedLink opened = open_link(fragment, catalog);
    if (opened.kind == OpenedLink::Kind::whole) check_whole(opened.document, catalog);
    if (opened.kind != OpenedLink::Kind::broken) continue;
    fuzz::must(!opened.broken.problem.sentence().empty(), "a problem is a sentence");
    if (opened.broken.salvage) check_whole(*opened.broken.salvage, catalog);
  }
  return 0;
}
