// A plan file, a zero byte, then a usage or an events file: refused with one sentence each, or rated, run and decided.
#include "core/events_file.h"
#include "core/plan_check.h"
#include "core/plan_file.h"
#include "core/usage_file.h"
#include "fuzz/rate_all.h"
#include "fuzz/target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tollmeter;
  const std::string_view text = fuzz::text_of(data, size);
  const std::size_t end = text.find('\0');
  const Result<Catalog> plan = read_plan_file(text.substr(0, end));
  if (!fuzz::taken(plan)) return 0;
  const std::string_view rest = end == std::string_view::npos ? "{\"date\":\"2026-11-01\"}" : text.substr(end + 1);
  if (const auto usage = read_usage_file(rest, plan.value()); fuzz::taken(usage)) {
    const FileMonth month(plan.value(), usage.value(), kZones);
    const FilePrice price = month.price();
    const bool computed = price.exact.ok() && price.total.ok();
    fuzz::must(!computed || price.total - price.exact <= Rational(1), "what is said to be exact rounds to the total");
    month.limits();
    row_without_value(plan.value(), usage.value(), kZones);
  }
  if (const auto events = read_events_file(rest, plan.value()); fuzz::taken(events)) {
    const auto decisions = decide_events(plan.value(), events.value(), kZones);
    fuzz::must(decisions.size() == events.value().calls.size(), "each call is decided");
  }
  fuzz::rate_all(plan.value());
  return 0;
}
