// An address, a line feed, then what the browser kept of the person's own: the page opens on something, goes between the two, and what
// it puts into the address opens as the same.
#include <algorithm>
#include <string>

#include "core/link.h"
#include "fuzz/catalogue.h"
#include "fuzz/target.h"
#include "ui/session.h"
#include "zones_data.h"

namespace {

using namespace tollmeter;

void check_address(const ui::Session& session) {
  const OpenedLink again = open_link(session.address(), session.list_catalog());
  fuzz::must(again.kind == OpenedLink::Kind::whole, "the address opens");
  fuzz::must(again.document.scenario == session.scenario(), "the address holds what is on the page");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string fragment = fuzz::with_checksum(text.substr(0, end));
  const std::string kept = fuzz::with_checksum(text.substr(std::min(end + 1, text.size())));
  ui::Session session(fuzz::few_platforms(), kZones, *Date::parse("2026-11-23"));
  session.open_address(fragment, kept);
  check_address(session);
  const Scenario opened = session.scenario();
  if (session.broken()) {
    session.open_salvage();
  } else {
    session.keep_mine();
  }
  check_address(session);
  session.undo();
  fuzz::must(session.scenario() == opened, "undo brings back what was there");
  check_address(session);
  fuzz::must(open_link(session.share_link(), fuzz::few_platforms()).kind == OpenedLink::Kind::whole, "what is shared opens");
  return 0;
}
