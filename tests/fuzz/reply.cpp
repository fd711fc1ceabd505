// Any bytes as a pasted reply: it is read within its bounds and matched.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/reply/match.h"
#include "fuzz/catalogue.h"
#include "zones_data.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tollmeter;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Catalog& catalog = fuzz::catalogue();
  const ReplyReading reading = read_reply(text, *catalog.replies);
  if (reading.pasted.headers.size() > kMostReplyHeaders || reading.pasted.text.size() > 3 * kMostReplyBytes) std::abort();
  const Scenario scenario = empty_scenario(day_of(reading, 1795514400));
  const ReplyMatch match = match_reply(reading, scenario, {&catalog, kZones}, 1795514400);
  if (match.cap && match.needed && !(*match.needed > *match.cap)) std::abort();
  const Scenario after = matched_scenario(match, scenario, {&catalog, kZones});
  if (after.platforms.size() > 1) std::abort();
  return 0;
}
