#include "core/limits.h"

#include <algorithm>

#include "core/limits_blocks.h"
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

CallBucket bucket_of(const LimitRule& rule, const Rational& weight) {
  const Rational size = bucket_size(rule) / weight;
  return {rule.cap / weight / rule.window.seconds, size, rule.window.start, size + rule.window.overdraft / weight};
}

// Calls in flight are those of a window as long as each lasts. Things that stand are all there from the first instant,
// and nothing frees but by their going.
WindowRun run_in_flight(const Stream& stream, std::int64_t seconds) {
  if (seconds > 0) return run_rolling_rates(stream, seconds, true);
  WindowRun run;
  const Int128 asked = stream.calls.last();
  run.asked = run.busiest = whole(asked);
  if (asked <= stream.room) return run;
  run.refused = whole(asked - stream.room);
  run.first_refused = stream.calls.traffic().begin().seconds;
  return run;
}

// Everything from the first refused call on; of calls at that very instant, only that one.
Rational refused_to_the_end(const std::vector<Part>& parts, const Traffic& traffic, const WindowRun& run) {
  Rational served = -1;
  for (const Part& part : parts) served += traffic.calls_until(part.calls, *run.first_refused);
  return run.asked - max(Rational(0), served);
}

ClockGrid grid_of(const Window& window) { return {window.seconds, window.time}; }

WindowRun run_stream(const LimitRule& rule, const Stream& stream, const Rational& weight) {
  const Window& window = rule.window;
  switch (window.kind) {
    case Window::Kind::rolling:
      if (stream.calls.traffic().has_one_rate()) return run_rolling(stream, window.seconds);
      return run_rolling_rates(stream, window.seconds, rule.counted && !rule.shuts());
    case Window::Kind::first_use: return run_first_use(stream, window.seconds);
    case Window::Kind::concurrent: return run_in_flight(stream, window.seconds);
    case Window::Kind::sliding: return run_sliding(stream, window.seconds);
    case Window::Kind::bucket: {
      const CallBucket bucket = bucket_of(rule, weight);
      return window.stepped ? run_stepped_bucket(bucket, window.seconds, stream.calls) : run_bucket(bucket, stream.calls);
    }
    default: return run_aligned(stream, grid_of(window));
  }
}

// All calls as one evenly mixed stream of their mean weight.
struct Mixed {
  Mixed(const std::vector<Part>& parts, const Traffic& traffic)
      : weight(mean_weight(parts)), calls(all_calls(parts), traffic) {}

  static Rational all_calls(const std::vector<Part>& parts) {
    Rational calls;
    for (const Part& part : parts) calls += part.calls;
    return calls;
  }
  static Rational mean_weight(const std::vector<Part>& parts) {
    Rational units;
    for (const Part& part : parts) units += part.calls * part.units;
    return units / all_calls(parts);
  }
  Stream stream(const Rational& cap) const { return {calls, room(cap, weight, calls.total()).num()}; }
  /// How many calls fit. Where more do than two windows could be asked for, no more than that need be said.
  static Rational room(const Rational& cap, const Rational& weight, const Rational& all) {
    const Rational enough = all * 2 + 2;
    return enough * weight <= cap ? enough : (cap / weight).floor();
  }

  Rational weight;
  CallClock calls;
};

// Whether it can be told how many calls a window or a bucket holds, and what flows in. A pool is counted in units.
bool can_be_counted(const LimitRule& rule, const Rational& cap, const std::vector<Part>& parts, const Traffic& traffic) {
  const bool whole_days = rule.window.kind == Window::Kind::cycle || rule.window.is_calendar();
  if (whole_days && rule.things.is_zero() && !rule.shuts() && !rule.waits) return true;
  const Rational weight = Mixed::mean_weight(parts);
  if (rule.window.kind != Window::Kind::bucket) return Mixed::room(cap, weight, Mixed::all_calls(parts)).ok();
  constexpr std::int64_t kParts = 1'000'000;  // the coarsest of FlowClock
  const CallBucket bucket = bucket_of(rule, weight);
  const std::int64_t month = traffic.end().seconds - traffic.begin().seconds;
  return ((bucket.most + bucket.flow * month) * 4 * kParts).ok();
}

// All windows that touch the month; nothing where they open with calls or slide, or where they are too many to look at.
std::vector<WindowSpan> windows_of(const Window& window, const ZoneEntry* zone, const Traffic& traffic) {
  constexpr std::int64_t kMost = 2000;
  if (window.kind == Window::Kind::cycle) return {{traffic.begin(), traffic.end()}};
  if (window.is_calendar()) return calendar_windows(traffic, window, zone);
  const std::int64_t month = traffic.end().seconds - traffic.begin().seconds;
  std::vector<WindowSpan> windows;
  if (window.kind != Window::Kind::fixed || month / window.seconds > kMost) return windows;
  std::int64_t end = grid_of(window).end_after(traffic.begin().seconds);
  for (; end - window.seconds < traffic.end().seconds; end += window.seconds) {
    windows.push_back({Instant{end - window.seconds}, Instant{end}});
  }
  return windows;
}

// Different things, of which a call counts one: all calls are of one metric and one weight.
WindowRun run_things(const LimitRule& rule, const ZoneEntry* zone, const Rational& cap, const std::vector<Part>& parts,
                     const Traffic& traffic) {
  const Window& window = rule.window;
  const Mixed mixed(parts, traffic);
  Stream stream = mixed.stream(cap);
  stream.things = max(Rational(1), rule.things.floor()).num();
  if (window.kind == Window::Kind::rolling) return run_rolling_things(stream, window.seconds);
  if (window.kind == Window::Kind::cycle || window.is_calendar()) return run_spans(stream, windows_of(window, zone, traffic));
  return run_aligned(stream, grid_of(window));
}

WindowRun run_windows(const LimitRule& rule, const ZoneEntry* zone, const Rational& cap, const std::vector<Part>& parts,
                      const Traffic& traffic) {
  const Window& window = rule.window;
  if (rule.things > 0) return run_things(rule, zone, cap, parts, traffic);
  if (window.kind == Window::Kind::cycle) {
    return run_pool({{traffic.begin(), traffic.end()}}, cap, parts, traffic);
  }
  if (window.is_calendar()) return run_pool(calendar_windows(traffic, window, zone), cap, parts, traffic);
  const Mixed mixed(parts, traffic);
  WindowRun run = run_stream(rule, mixed.stream(cap), mixed.weight);
  run.busiest = run.busiest * mixed.weight;
  return run;
}

std::unique_ptr<Gate> gate_of(const LimitRule& rule, const ZoneEntry* zone, const Rational& cap, const Mixed& mixed) {
  const Window& window = rule.window;
  const Stream stream = mixed.stream(cap);
  switch (window.kind) {
    case Window::Kind::first_use: return first_use_gate(stream, window.seconds);
    case Window::Kind::bucket: return bucket_gate(bucket_of(rule, mixed.weight), mixed.calls);
    case Window::Kind::cycle: return fixed_gate(stream, windows_of(window, zone, mixed.calls.traffic()));
    case Window::Kind::fixed:
      if (window.is_calendar()) return fixed_gate(stream, windows_of(window, zone, mixed.calls.traffic()));
      return fixed_gate(stream, grid_of(window));
    default: return rolling_gate(stream, window.seconds);
  }
}

// What was refused, when each refusal has everything refused for a time. A sliding counter is run as the rolling window that it
// stands for, a bucket that fills in steps as one that fills evenly.
void shut(const LimitRule& rule, const ZoneEntry* zone, const ZoneEntry* shut_zone, const Rational& cap,
          const std::vector<Part>& parts, const Traffic& traffic, WindowRun& run) {
  const Block block{rule.penalty, rule.shut_until, shut_zone};
  if (run.frees) {
    const std::int64_t first = run.first_refused->ceil().to_int64();
    const std::int64_t opens = block.until < 0 ? (*run.first_refused + rule.penalty).ceil().to_int64() : block.end_after(first);
    run.frees = Instant{std::max(run.frees->seconds, opens)};
  }
  if (!rule.counted) return;
  const Mixed mixed(parts, traffic);
  // A short block leaves a long rolling window full of what came before: very many blocks, each of them hanging on the last.
  const bool in_steps = (rule.window.kind == Window::Kind::rolling || rule.window.kind == Window::Kind::sliding) &&
                        rule.penalty > 0 && rule.penalty < rule.window.seconds && rule.window.seconds >= 60;
  constexpr int kFewCalls = 2048;
  if (in_steps && mixed.calls.last() > kFewCalls) {
    run.refused = refused_in_steps(mixed.stream(cap), rule.window.seconds, rule.penalty);
    run.simulated = true;
    return;
  }
  const BlockRun blocks = run_blocks(*gate_of(rule, zone, cap, mixed), mixed.calls, block);
  run.refused = blocks.refused;
  run.simulated = blocks.simulated || parts.size() > 1 || rule.window.kind == Window::Kind::sliding || rule.window.stepped;
}

// Windows that cannot be looked at one by one are run as a bucket that holds what a window does: a wait is then right
// but for the length of a window.
void let_wait(const LimitRule& rule, const ZoneEntry* zone, const Rational& cap, const std::vector<Part>& parts,
              const Traffic& traffic, LimitRun& result) {
  const Mixed mixed(parts, traffic);
  const Waiting waiting{rule.most_wait};
  const std::vector<WindowSpan> windows = windows_of(rule.window, zone, traffic);
  const bool is_bucket = rule.window.kind == Window::Kind::bucket;
  QueueRun run;
  if (!windows.empty()) {
    run = run_queue(mixed.stream(cap), windows, waiting);
  } else if (is_bucket) {
    run = run_bucket_queue(bucket_of(rule, mixed.weight), waiting, mixed.calls);
  } else {
    const Rational size = cap / mixed.weight;
    run = run_bucket_queue({size / rule.window.seconds, size, 1, size}, waiting, mixed.calls);
  }
  result.refused = run.refused;
  result.delayed = run.delayed;
  result.longest_wait = run.longest_wait;
  result.simulated = parts.size() > 1 || (windows.empty() && !is_bucket) || rule.window.stepped;
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
  const bool timed = window.kind != Window::Kind::cycle && !window.is_month() && !stands;
  const ZoneEntry* zone = window.zone == "UTC" ? nullptr : find_zone(zones, window.zone);
  const ZoneEntry* shut_zone = rule.shut_zone == "UTC" ? nullptr : find_zone(zones, rule.shut_zone);
  const bool zone_missing = (window.is_calendar() && window.zone != "UTC" && zone == nullptr) ||
                            (rule.shut_until >= 0 && rule.shut_zone != "UTC" && shut_zone == nullptr);
  constexpr std::int64_t kLongest = 366 * kDay;
  if (!computable(load, cap) || !rule.cap.ok() || !rule.things.ok() || zone_missing || (timed && (window.seconds <= 0 || window.seconds > kLongest))) {
    return overflow_run();
  }

  LimitRun result;
  result.served_share = 1;
  result.burst = Rational::overflow();
  const std::vector<Part> parts = counted(load);
  if (parts.empty()) return result;

  std::vector<Part> fitting, heavy;
  for (const Part& part : parts) (part.units > cap ? heavy : fitting).push_back(part);
  if (!fitting.empty() && !can_be_counted(rule, cap, fitting, traffic)) return overflow_run();
  WindowRun run;
  if (!fitting.empty()) run = run_windows(rule, zone, cap, fitting, traffic);
  if (rule.shuts() && !stands && run.refused > 0) shut(rule, zone, shut_zone, cap, fitting, traffic, run);
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
  // Things that stand free nothing.
  if (rule.waits && !stands && heavy.empty() && run.refused > 0) let_wait(rule, zone, cap, fitting, traffic, result);
  if (run.asked > 0) result.served_share = 1 - result.refused / run.asked;
  return result;
}

}  // namespace tollmeter
