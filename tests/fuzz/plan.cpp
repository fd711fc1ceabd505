// A plan file, a zero byte, then a usage or an events file: refused with one sentence each, or rated, run and decided.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/events_file.h"
#include "core/plan_file.h"
#include "core/usage_file.h"
#include "zones_data.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tollmeter;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::size_t end = text.find('\0');
  const Result<Catalog> plan = read_plan_file(text.substr(0, end));
  if (!plan) {
    if (plan.problem().sentence().empty()) std::abort();
    return 0;
  }
  const std::string_view rest = end == std::string_view::npos ? "{\"date\":\"2026-11-01\"}" : text.substr(end + 1);
  if (const auto usage = read_usage_file(rest, plan.value())) {
    const FileMonth month(plan.value(), usage.value(), kZones);
    const FilePrice price = month.price();
    // What is said to be exact rounds to what is said to be the total.
    if (price.exact.ok() && price.total.ok() && price.total - price.exact > Rational(1)) std::abort();
    month.limits();
  }
  if (const auto events = read_events_file(rest, plan.value())) {
    const auto decisions = decide_events(plan.value(), events.value(), kZones);
    if (decisions.size() != events.value().calls.size()) std::abort();
  }
  return 0;
}
