// Any text as a file of prices, and as own prices: it is read or refused, and what was taken is read again, whole, fits into a link and
// comes back from what a form makes of it.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/own/own_document.h"
#include "core/own/own_import.h"
#include "core/own/own_json.h"
#include "core/own/own_prices.h"
#include "core/own/plan_draft.h"
#include "fuzz/catalogue.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tollmeter;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Date today{20000};
  static const Catalog list = [] {
    Catalog some;
    some.drivers = fuzz::catalogue().drivers;
    some.choices = fuzz::catalogue().choices;
    some.platforms.push_back(*fuzz::catalogue().platform("linkedin"));
    return some;
  }();
  read_own_prices(list, text);
  const Result<OwnImport> read = import_own(list, "", text, today);
  if (!read) return 0;
  const std::string& own = read.value().own;
  if (own.size() > kMostOwnBytes) std::abort();
  const OwnReading reading = read_own_prices(list, own);
  if (!own.empty() && !reading.problems.empty()) std::abort();
  if (own_of_link_text(link_text_of_own(own)) != own) std::abort();
  const OwnDocument document(own);
  for (const OwnItem& item : document.items()) {
    const JsonValue* plan = item.plan.empty() ? nullptr : document.plan(item.platform, item.plan);
    const Platform* platform = reading.catalog.platform(item.platform);
    if (!plan || !platform) continue;
    const PlanDraft draft = draft_of(*platform, *plan, today);
    draft_problems(draft);
    plan_json(draft, *platform);
  }
  return 0;
}
