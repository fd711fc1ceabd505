#include "core/limits.h"

#include <algorithm>

#include "core/limits_windows.h"

namespace tollmeter {
namespace {

using Part = Load::Part;

constexpr std::int64_t kDay = 86400;

LimitRun overflow_run() {
  LimitRun run;
  run.busiest = run.utilisation = run.refused = run.served_share = run.burst = Rational::overflow();
  return run;
}

std::vector<Part> counted(const Load& load) {
  std::vector<Part> parts;
  for (const Part& part : load.parts) {
    if (part.calls > 0 && part.units > 0) parts.push_back(part);
  }
  return parts;
}

// Beyond 10^24 calls their product with seconds is not sure to fit; nobody can type that many.
bool computable(const Load& load, const Rational& cap) {
  const Rational most = Rational(1'000'000'000'000) * 1'000'000'000'000;
  return cap.ok() && std::all_of(load.parts.begin(), load.parts.end(),
                                 [&](const Part& part) { return part.units.ok() && part.calls <= most; });
}

Rational bucket_size(const LimitRule& rule) { return rule.window.size.is_zero() ? rule.cap : rule.window.size; }

// Calls in flight are those of a window as long as each lasts. Things that stand are all there from the first instant,
// and nothing frees but by their going.
WindowRun run_in_flight(const Stream& stream, std::int64_t seconds, const Traffic& traffic) {
  if (seconds > 0) return run_rolling_rates(stream, {seconds, 0, true}, traffic);
  WindowRun run;
  run.asked = run.busiest = stream.calls.floor();
  if (run.asked <= stream.room) return run;
  run.refused = run.asked - stream.room;
  run.first_refused = traffic.begin().seconds;
  return run;
}

// Everything from the first refused call on; of calls at that very instant, only that one.
Rational refused_to_the_end(const std::vector<Part>& parts, const Traffic& traffic, const WindowRun& run) {
  Rational served = -1;
  for (const Part& part : parts) served += traffic.calls_until(part.calls, *run.first_refused);
  return run.asked - max(Rational(0), served);
}

WindowRun run_stream(const LimitRule& rule, const Stream& stream, const Rational& weight, const Traffic& traffic) {
  const Window& window = rule.window;
  switch (window.kind) {
    case Window::Kind::rolling:
      if (rule.penalty == 0 && traffic.has_one_rate()) return run_rolling(stream, window.seconds, traffic);
      return run_rolling_rates(stream, {window.seconds, rule.penalty, rule.counted}, traffic);
    case Window::Kind::first_use: return run_first_use(stream, window.seconds, traffic);
    case Window::Kind::concurrent: return run_in_flight(stream, window.seconds, traffic);
    case Window::Kind::sliding: return run_sliding(stream, window.seconds, traffic);
    case Window::Kind::bucket: {
      const Rational size = bucket_size(rule) / weight;
      return run_bucket({stream.calls, rule.cap / weight / window.seconds, size, window.start,
                         size + window.overdraft / weight},
                        traffic);
    }
    default: return run_aligned(stream, window.seconds, traffic);
  }
}

// All calls as one evenly mixed stream of their mean weight, its busiest in units again.
WindowRun run_mixed(const LimitRule& rule, const Rational& cap, const std::vector<Part>& parts, const Traffic& traffic) {
  Rational calls, units;
  for (const Part& part : parts) {
    calls += part.calls;
    units += part.calls * part.units;
  }
  const Rational weight = units / calls;
  WindowRun run = run_stream(rule, {calls, (cap / weight).floor()}, weight, traffic);
  run.busiest = run.busiest * weight;
  return run;
}

bool by_days(const Window& window) { return window.kind == Window::Kind::fixed && window.seconds % kDay == 0; }

WindowRun run_windows(const LimitRule& rule, const ZoneEntry* zone, const Rational& cap, const std::vector<Part>& parts,
                      const Traffic& traffic) {
  const Window& window = rule.window;
  if (window.kind == Window::Kind::cycle) {
    return run_pool({{traffic.begin(), traffic.end()}}, cap, parts, traffic);
  }
  if (by_days(window)) {
    const int days = static_cast<int>(window.seconds / kDay);
    return run_pool(day_windows(traffic, days, zone), cap, parts, traffic);
  }
  return run_mixed(rule, cap, parts, traffic);
}

// All windows that touch the month; nothing where they open with calls or slide, or where they are too many to look at.
std::vector<WindowSpan> windows_of(const Window& window, const ZoneEntry* zone, const Traffic& traffic) {
  constexpr std::int64_t kMost = 2000;
  if (window.kind == Window::Kind::cycle) return {{traffic.begin(), traffic.end()}};
  if (by_days(window)) return day_windows(traffic, static_cast<int>(window.seconds / kDay), zone);
  const std::int64_t month = traffic.end().seconds - traffic.begin().seconds;
  std::vector<WindowSpan> windows;
  if (window.kind != Window::Kind::fixed || month / window.seconds > kMost) return windows;
  std::int64_t begin = traffic.begin().seconds - traffic.begin().seconds % window.seconds;
  for (; begin < traffic.end().seconds; begin += window.seconds) {
    windows.push_back({Instant{begin}, Instant{begin + window.seconds}});
  }
  return windows;
}

// Windows that cannot be looked at one by one are run as a bucket that holds what a window does: a wait is then right
// but for the length of a window.
void let_wait(const LimitRule& rule, const ZoneEntry* zone, const Rational& cap, const std::vector<Part>& parts,
              const Traffic& traffic, LimitRun& result) {
  Rational calls, units;
  for (const Part& part : parts) {
    calls += part.calls;
    units += part.calls * part.units;
  }
  const Rational weight = units / calls;
  const Waiting waiting{rule.most_wait};
  const std::vector<WindowSpan> windows = windows_of(rule.window, zone, traffic);
  QueueRun run;
  if (!windows.empty()) {
    run = run_queue({calls, (cap / weight).floor()}, windows, waiting, traffic);
  } else {
    const Rational size = cap / weight;
    const Rational start = rule.window.kind == Window::Kind::bucket ? rule.window.start : Rational(1);
    const Rational holds = rule.window.kind == Window::Kind::bucket ? bucket_size(rule) / weight : size;
    run = run_bucket_queue({calls, rule.cap / weight / rule.window.seconds, holds, start, size}, waiting, traffic);
  }
  result.refused = run.refused;
  result.delayed = run.delayed;
  result.longest_wait = run.longest_wait;
  result.simulated = parts.size() > 1 || (windows.empty() && rule.window.kind != Window::Kind::bucket);
}

// Calls that no window ever admits, since one alone outweighs the cap: asked for, but never in another's way.
void refuse_heavy(const std::vector<Part>& heavy, const Traffic& traffic, WindowRun& run) {
  for (const Part& part : heavy) {
    const Rational calls = part.calls.floor();
    if (calls < 1) continue;
    run.asked += calls;
    run.refused += calls;
    const Rational first = traffic.instant_of(part.calls, 1);
    if (run.first_refused && *run.first_refused < first) continue;
    run.first_refused = first;
    run.used_up.reset();
    run.frees.reset();
  }
}

}  // namespace

Rational Load::total_units() const {
  Rational total;
  for (const Part& part : parts) total += part.calls * part.units;
  return total;
}

LimitRun run_limit(const LimitRule& rule, const Load& load, const Traffic& traffic, Zones zones) {
  const Window& window = rule.window;
  // What a single call must not outweigh, and what the busiest is a share of.
  const Rational cap = window.kind == Window::Kind::bucket ? bucket_size(rule) + window.overdraft : rule.cap;
  const bool stands = window.kind == Window::Kind::concurrent && window.seconds == 0;
  const bool timed = window.kind != Window::Kind::cycle && !stands;
  const ZoneEntry* zone = window.zone == "UTC" ? nullptr : find_zone(zones, window.zone);
  const bool zone_missing = by_days(window) && window.zone != "UTC" && zone == nullptr;
  constexpr std::int64_t kLongest = 366 * kDay;
  if (!computable(load, cap) || zone_missing || (timed && (window.seconds <= 0 || window.seconds > kLongest))) {
    return overflow_run();
  }

  LimitRun result;
  result.served_share = 1;
  result.burst = Rational::overflow();
  const std::vector<Part> parts = counted(load);
  if (parts.empty()) return result;

  std::vector<Part> fitting, heavy;
  for (const Part& part : parts) (part.units > cap ? heavy : fitting).push_back(part);
  WindowRun run;
  if (!fitting.empty()) run = run_windows(rule, zone, cap, fitting, traffic);
  if (!heavy.empty()) {
    const Rational never_full = load.total_units() + 1;
    run.busiest = run_windows(rule, zone, never_full, parts, traffic).busiest;
    refuse_heavy(heavy, traffic, run);
  }

  if (rule.ends && run.first_refused) run.refused = refused_to_the_end(parts, traffic, run);

  if (!run.busiest.ok() || !run.refused.ok()) return overflow_run();

  const std::int64_t cycle = traffic.end().seconds - traffic.begin().seconds;
  const Rational windows = timed ? Rational::fraction(cycle, window.seconds) : Rational(1);
  result.burst = rule.cap * windows / load.total_units();
  result.busiest = run.busiest;
  result.utilisation = run.busiest.is_zero() ? Rational(0) : run.busiest / cap;
  result.used_up = run.used_up;
  result.first_refused = run.first_refused;
  result.frees = run.frees;
  result.refused = run.refused;
  result.simulated = run.simulated;
  if (rule.waits && heavy.empty() && run.refused > 0) let_wait(rule, zone, cap, fitting, traffic, result);
  if (run.asked > 0) result.served_share = 1 - result.refused / run.asked;
  return result;
}

}  // namespace tollmeter
