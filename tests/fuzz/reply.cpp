// Any bytes as a pasted reply: it is read within its bounds and matched.
#include "core/reply/match.h"
#include "fuzz/catalogue.h"
#include "fuzz/target.h"
#include "zones_data.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tollmeter;
  constexpr std::int64_t kNow = 1795514400;
  const World world{&fuzz::catalogue(), kZones};
  const ReplyReading reading = read_reply(fuzz::text_of(data, size), *fuzz::catalogue().replies);
  fuzz::must(reading.pasted.headers.size() <= kMostReplyHeaders, "so many headers are read at most");
  fuzz::must(reading.pasted.text.size() <= 3 * kMostReplyBytes, "so much is kept of a reply at most");
  const Scenario scenario = empty_scenario(day_of(reading, kNow));
  const ReplyMatch match = match_reply(reading, scenario, world, kNow);
  if (match.cap && match.needed) fuzz::must(*match.needed > *match.cap, "what was refused is more than the cap");
  fuzz::must(matched_scenario(match, scenario, world).platforms.size() <= 1, "a reply is of one platform");
  return 0;
}
