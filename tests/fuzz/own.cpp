// Any text as a file of prices, and as own prices: it is read or refused, and what was taken is read again, whole, fits into a link,
// comes back from what a form makes of it, and is rated.
#include <string>

#include "core/own/own_document.h"
#include "core/own/own_import.h"
#include "core/own/own_json.h"
#include "core/own/own_prices.h"
#include "core/own/plan_draft.h"
#include "fuzz/catalogue.h"
#include "fuzz/rate_all.h"
#include "fuzz/target.h"

namespace {

using namespace tollmeter;

constexpr Date kToday{20000};

/// Through the form, and what it makes of the plan.
void edit(const Catalog& catalog, const OwnDocument& document, const OwnItem& item) {
  const JsonValue* plan = item.plan.empty() ? nullptr : document.plan(item.platform, item.plan);
  const Platform* platform = catalog.platform(item.platform);
  if (!plan || !platform) return;
  const PlanDraft draft = draft_of(*platform, *plan, kToday);
  draft_problems(draft);
  plan_json(draft, *platform);
}

/// What is the person's own, without the list that it stands beside.
Catalog only_own(const Catalog& catalog) {
  Catalog own = catalog;
  std::erase_if(own.platforms, [](const Platform& platform) { return !platform.own; });
  return own;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  static const Catalog list = [] {
    Catalog some;
    some.drivers = fuzz::catalogue().drivers;
    some.choices = fuzz::catalogue().choices;
    some.platforms.push_back(*fuzz::catalogue().platform("linkedin"));
    return some;
  }();
  read_own_prices(list, text);
  const Result<OwnImport> read = import_own(list, "", text, kToday);
  if (!fuzz::taken(read)) return 0;
  const std::string& own = read.value().own;
  fuzz::must(own.size() <= kMostOwnBytes, "own prices fit into a link");
  const OwnReading reading = read_own_prices(list, own);
  fuzz::must(own.empty() || reading.problems.empty(), "what was taken can be read");
  fuzz::must(own_of_link_text(link_text_of_own(own)) == own, "own prices come back from a link");
  const OwnDocument document(own);
  fuzz::must(document.text() == own, "own prices have one text");
  for (const OwnItem& item : document.items()) edit(reading.catalog, document, item);
  fuzz::rate_all(only_own(reading.catalog));
  return 0;
}
