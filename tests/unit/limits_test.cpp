#include "core/limits.h"
#include "random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <random>
#include <string>

namespace tollmeter {
namespace {

using Kind = Window::Kind;

constexpr std::int64_t kHour = 3600;
constexpr std::int64_t kDay = 86400;
const char* const kPacific = "America/Los_Angeles";
constexpr std::array kTransitions = {
    ZoneTransition{1667725200, -8 * kHour}, ZoneTransition{1678615200, -7 * kHour},  // 2023-03-12 10:00 UTC
    ZoneTransition{1699174800, -8 * kHour},                                          // 2023-11-05 09:00 UTC
};
const ZoneEntry kZones[] = {{kPacific, kTransitions.data(), static_cast<int>(kTransitions.size())}};

Rational frac(std::int64_t n, std::int64_t d) { return Rational::fraction(n, d); }
Traffic traffic_of(const char* start, Shape shape) { return Traffic(cycle_at(*Date::parse(start), 0), shape); }
std::int64_t at(const char* iso, int hour = 0) { return start_of(*Date::parse(iso)).seconds + hour * kHour; }

// ---- The same, call by call.

struct Call {
  Rational t;
  std::size_t part;
};

std::vector<Call> calls_of(const Load& load, const Traffic& traffic) {
  std::vector<Call> calls;
  for (std::size_t i = 0; i < load.parts.size(); ++i) {
    for (std::int64_t n = 1; Rational(n) <= load.parts[i].calls; ++n) {
      calls.push_back({traffic.instant_of(load.parts[i].calls, n), i});
    }
  }
  std::stable_sort(calls.begin(), calls.end(), [](const Call& a, const Call& b) { return a.t < b.t; });
  return calls;
}

// The end of the fixed window that holds t, where its end still belongs to it.
std::int64_t window_end(const Window& window, const Traffic& traffic, Rational t) {
  if (window.kind == Kind::cycle) return traffic.end().seconds;
  if (window.seconds == kDay && window.zone != "UTC") {
    Date day = date_of(Instant{t.ceil().to_int64() - 1}, kZones[0]);
    return start_of(day + 1, kZones[0]).seconds;
  }
  const std::int64_t monday = window.seconds == 7 * kDay ? -3 * kDay : 0;
  return ((t - monday) / window.seconds).ceil().to_int64() * window.seconds + monday;
}

struct Simulated {
  Rational asked, busiest, refused;
  std::optional<Rational> used_up, first_refused;
  std::optional<std::int64_t> frees;
};

class Simulator {
 public:
  Simulator(const Window& window, Rational cap, const Load& load, const Traffic& traffic)
      : window_(window), cap_(cap), load_(load), traffic_(traffic) {}

  Simulated run() {
    for (const Call& call : calls_of(load_, traffic_)) {
      const Rational units = load_.parts[call.part].units;
      out_.asked += 1;
      const bool admitted = window_.kind == Kind::rolling ? roll(call.t, units) : fix(call.t, units);
      if (admitted) {
        last_admitted_ = call.t;
        continue;
      }
      out_.refused += 1;
      if (out_.first_refused) continue;
      out_.first_refused = call.t;
      if (units > cap_) continue;
      out_.used_up = last_admitted_;
      out_.frees = window_.kind == Kind::rolling ? (log_.entries.front().first + window_.seconds).ceil().to_int64()
                                                 : window_end(window_, traffic_, call.t);
    }
    return out_;
  }

 private:
  bool fix(Rational t, Rational units) {
    State& state = states_[window_end(window_, traffic_, t)];
    state.asked += units;
    out_.busiest = max(out_.busiest, state.asked);
    if (units > cap_) return false;
    if (state.used + units > cap_) state.closed = true;
    if (state.closed) return false;
    state.used += units;
    return true;
  }

  bool roll(Rational t, Rational units) {
    asked_.enter(t, units, window_.seconds);
    out_.busiest = max(out_.busiest, asked_.sum);
    log_.leave(t, window_.seconds);
    if (log_.sum + units > cap_) return false;
    log_.enter(t, units, window_.seconds);
    return true;
  }

  struct Log {
    std::deque<std::pair<Rational, Rational>> entries;
    Rational sum;
    void leave(Rational t, std::int64_t seconds) {
      while (!entries.empty() && entries.front().first <= t - seconds) {
        sum -= entries.front().second;
        entries.pop_front();
      }
    }
    void enter(Rational t, Rational units, std::int64_t seconds) {
      leave(t, seconds);
      entries.emplace_back(t, units);
      sum += units;
    }
  };

  struct State {
    Rational asked, used;
    bool closed = false;
  };
  const Window& window_;
  Rational cap_;
  const Load& load_;
  const Traffic& traffic_;
  std::map<std::int64_t, State> states_;
  Log log_, asked_;
  std::optional<Rational> last_admitted_;
  Simulated out_;
};

LimitRun run_limit(const Window& window, const Rational& cap, const Load& load, const Traffic& traffic, Zones zones) {
  return run_limit(LimitRule{window, cap}, load, traffic, zones);
}

std::string told(const Window& window, Rational cap, const Load& load, Shape shape) {
  std::string text = window.kind == Kind::cycle ? "cycle" : window.kind == Kind::fixed ? "fixed " : "rolling ";
  text += std::to_string(window.seconds) + " " + window.zone + " cap " + cap.text();
  text += " shape " + std::to_string(static_cast<int>(shape));
  for (const Load::Part& part : load.parts) text += " " + part.calls.text() + "x" + part.units.text();
  return text;
}

void expect_as_simulated(const Window& window, Rational cap, const Load& load, const char* start, Shape shape) {
  const Traffic traffic = traffic_of(start, shape);
  const LimitRun run = run_limit(window, cap, load, traffic, kZones);
  const Simulated expected = Simulator(window, cap, load, traffic).run();
  const std::string what = told(window, cap, load, shape);
  const auto text = [](const std::optional<Rational>& r) { return r ? r->text() : std::string("none"); };
  EXPECT_EQ(run.busiest.text(), expected.busiest.text()) << what;
  EXPECT_EQ(run.refused.text(), expected.refused.text()) << what;
  EXPECT_EQ(text(run.used_up), text(expected.used_up)) << what;
  EXPECT_EQ(text(run.first_refused), text(expected.first_refused)) << what;
  EXPECT_EQ(run.frees ? run.frees->seconds : 0, expected.frees.value_or(0)) << what;
  if (expected.asked > 0) {
    EXPECT_EQ(run.served_share, 1 - expected.refused / expected.asked) << what;
  }
}

// ---- Figures worked out by hand.

TEST(Limits, KnownFigures) {
  const struct {
    const char* name;
    Window window;
    Rational cap;
    Load load;
    Rational busiest, utilisation, refused, burst;
    std::optional<Rational> used_up;
  } rows[] = {
      {"30,000 posts read on a cap of 10,000",
       {Kind::cycle, 0, "UTC"},
       10000,
       {{{30000, 1}}},
       30000,
       3,
       20000,
       frac(1, 3),
       at("2023-05-05")},
      {"6,000 posts from one account",
       {Kind::rolling, kDay, "UTC"},
       100,
       {{{6000, 1}}},
       200,
       2,
       3000,
       frac(1, 2),
       at("2023-04-25", 12)},
      {"6,000 posts from 60 accounts", {Kind::rolling, kDay, "UTC"}, 100, {{{100, 1}}}, 4, frac(4, 100), 0, 30, {}},
      {"420 calls a day of the app's 500",
       {Kind::fixed, kDay, "UTC"},
       500,
       {{{12600, 1}}},
       420,
       frac(84, 100),
       0,
       frac(500, 420),
       {}},
      {"7 calls a day of each member's 100",
       {Kind::fixed, kDay, "UTC"},
       100,
       {{{210, 1}}},
       7,
       frac(7, 100),
       0,
       frac(100, 7),
       {}},
      {"two uploads a day",
       {Kind::fixed, kDay, kPacific},
       10000,
       {{{60, 1600}}},
       3200,
       frac(32, 100),
       0,
       frac(10000, 3200),
       {}},
      {"exactly the cap", {Kind::cycle, 0, "UTC"}, 30000, {{{30000, 1}}}, 30000, 1, 0, 1, {}},
      {"one beyond the cap",
       {Kind::cycle, 0, "UTC"},
       29999,
       {{{30000, 1}}},
       30000,
       frac(30000, 29999),
       1,
       frac(29999, 30000),
       Rational(at("2023-05-25")) - frac(864, 10)},
      {"a second's window over the month",
       {Kind::fixed, 1, "UTC"},
       1,
       {{{2592000 * 3, 1}}},
       3,
       3,
       2592000 * 2,
       frac(1, 3),
       Rational(at("2023-04-25")) + frac(1, 3)},
  };
  for (const auto& row : rows) {
    const LimitRun run = run_limit(row.window, row.cap, row.load, traffic_of("2023-04-25", Shape::even), kZones);
    EXPECT_EQ(run.busiest, row.busiest) << row.name;
    EXPECT_EQ(run.utilisation, row.utilisation) << row.name;
    EXPECT_EQ(run.refused, row.refused) << row.name;
    EXPECT_EQ(run.burst, row.burst) << row.name;
    EXPECT_EQ(run.used_up, row.used_up) << row.name;
    EXPECT_EQ(run.first_refused.has_value(), row.refused > 0) << row.name;
  }
}

TEST(Limits, TheFirstRefusedIsTheCallAfterTheCap) {
  const LimitRun run =
      run_limit({Kind::cycle, 0, "UTC"}, 10000, {{{30000, 1}}}, traffic_of("2023-04-25", Shape::even), kZones);
  EXPECT_EQ(run.first_refused, Rational(at("2023-05-05")) + frac(864, 10));  // call 10,001, one each 86.4 s
  EXPECT_EQ(run.frees->seconds, at("2023-05-25"));
  EXPECT_EQ(run.served_share, frac(1, 3));
}

TEST(Limits, ACallAtTheInstantOfAResetBelongsToTheWindowThatEnds) {
  // One call each 12 hours: at 12:00 and at 24:00, which is still the same day.
  const LimitRun run =
      run_limit({Kind::fixed, kDay, "UTC"}, 2, {{{60, 1}}}, traffic_of("2023-04-25", Shape::even), kZones);
  EXPECT_EQ(run.busiest, 2);
  EXPECT_EQ(run.refused, 0);
}

TEST(Limits, ADayOfTwentyFiveHoursHoldsMoreCalls) {
  const Traffic traffic = traffic_of("2023-11-01", Shape::even);  // 5 November has 25 h in the zone
  const Load load{{{30 * 24, 1}}};
  EXPECT_EQ(run_limit({Kind::fixed, kDay, "UTC"}, 24, load, traffic, kZones).refused, 0);
  const LimitRun run = run_limit({Kind::fixed, kDay, kPacific}, 24, load, traffic, kZones);
  EXPECT_EQ(run.busiest, 25);
  EXPECT_EQ(run.refused, 1);
  EXPECT_EQ(run.first_refused, at("2023-11-06", 8));
}

TEST(Limits, NothingFitsInACapOfZero) {
  for (const Window& window : {Window{Kind::cycle, 0, "UTC"}, Window{Kind::fixed, kDay, "UTC"},
                               Window{Kind::fixed, 60, "UTC"}, Window{Kind::rolling, 60, "UTC"}}) {
    const Traffic traffic = traffic_of("2023-04-25", Shape::working_hours);
    const LimitRun run = run_limit(window, 0, {{{100, 1}}}, traffic, kZones);
    EXPECT_EQ(run.refused, 100);
    EXPECT_EQ(run.served_share, 0);
    EXPECT_EQ(run.first_refused, traffic.instant_of(100, 1));
    EXPECT_FALSE(run.used_up || run.frees);
    EXPECT_FALSE(run.utilisation.ok());
    EXPECT_GT(run.busiest, 0);
    EXPECT_EQ(run_limit(window, 0, {}, traffic, kZones).utilisation, 0);
  }
}

TEST(Limits, WhereNothingIsAskedNothingIsRefused) {
  const LimitRun run =
      run_limit({Kind::rolling, kDay, "UTC"}, 5, {{{0, 1}, {40, 0}}}, traffic_of("2023-04-25", Shape::even), kZones);
  EXPECT_EQ(run.busiest, 0);
  EXPECT_EQ(run.utilisation, 0);
  EXPECT_EQ(run.refused, 0);
  EXPECT_EQ(run.served_share, 1);
  EXPECT_FALSE(run.burst.ok());
}

TEST(Limits, WhatCannotBeComputedIsTheOverflowState) {
  const Traffic traffic = traffic_of("2023-04-25", Shape::even);
  Window bucket{Kind::bucket, 1};
  bucket.size = 1;
  const struct {
    const char* name;
    Window window;
    Rational cap;
    Rational calls;
  } rows[] = {
      {"cap", {Kind::cycle, 0, "UTC"}, Rational::overflow(), 5},
      {"calls", {Kind::cycle, 0, "UTC"}, 5, Rational::overflow()},
      {"too many calls", {Kind::rolling, 60, "UTC"}, 5, Rational::parse("1000000000000000000000000000")},
      {"calls too fine",
       {Kind::rolling, 60, "UTC"},
       5,
       Rational::parse("100000000000000000000") + frac(1, 1'000'000'000'039)},
      {"what flows into a bucket of some size", bucket, Rational::overflow(), 5},
      {"no zone", {Kind::fixed, kDay, "Mars/Olympus"}, 5, 5},
      {"no length", {Kind::rolling, 0, "UTC"}, 5, 5},
      {"longer than a year", {Kind::fixed, 400 * kDay, "UTC"}, 5, 5},
  };
  for (const auto& row : rows) {
    const LimitRun run = run_limit(row.window, row.cap, {{{row.calls, 1}}}, traffic, kZones);
    EXPECT_FALSE(run.busiest.ok() || run.refused.ok() || run.served_share.ok()) << row.name;
  }
}

// ---- Against the simulation.

TEST(Limits, EveryWindowOfOneWeightAgreesWithACallByCallSimulation) {
  const Window windows[] = {
      {Kind::cycle, 0, "UTC"},           {Kind::fixed, kDay, "UTC"},         {Kind::fixed, kDay, kPacific},
      {Kind::fixed, 7 * kDay, "UTC"},    {Kind::fixed, kHour, "UTC"},        {Kind::fixed, 3 * kHour, "UTC"},
      {Kind::fixed, 7 * kHour, "UTC"},   {Kind::fixed, 900, "UTC"},          {Kind::fixed, 60, "UTC"},
      {Kind::fixed, 36 * kHour, "UTC"},  {Kind::rolling, kDay, "UTC"},       {Kind::rolling, 3 * kHour, "UTC"},
      {Kind::rolling, 8 * kHour, "UTC"}, {Kind::rolling, 16 * kHour, "UTC"}, {Kind::rolling, 20 * kHour, "UTC"},
      {Kind::rolling, 3 * kDay, "UTC"},  {Kind::rolling, 7 * kDay, "UTC"},   {Kind::rolling, kHour, "UTC"},
      {Kind::rolling, 900, "UTC"},       {Kind::rolling, 1, "UTC"},          {Kind::rolling, 40 * kDay, "UTC"},
  };
  std::mt19937 random(42900);
  for (const Window& window : windows) {
    for (const Shape shape : {Shape::even, Shape::working_hours, Shape::evenings, Shape::weekends, Shape::bursts}) {
      for (int i = 0; i < 20; ++i) {
        const int calls = drawn(random, 1, 700), over = drawn(random, 1, 7), units = drawn(random, 1, 5), of = drawn(random, 1, 7);
        const Rational asked = frac(calls, i % 2 == 0 ? 1 : over);
        const Rational weight = i % 3 == 0 ? frac(units, of) : Rational(1);
        const std::string start = (*Date::parse("2023-01-01") + drawn(random, 0, 364)).iso();
        // Caps about what a window is asked, where the edges lie.
        const Traffic traffic = traffic_of(start.c_str(), shape);
        const Rational busiest = run_limit(window, 1, {{{asked, weight}}}, traffic, kZones).busiest;
        const Rational cap = i % 5 == 0 ? max(0, busiest - weight) : busiest * frac(1 + i % 4, 4) + frac(i % 3, 2);
        expect_as_simulated(window, cap, {{{asked, weight}}}, start.c_str(), shape);
      }
    }
  }
}

TEST(Limits, ManyCallsInShortWindowsAgreeWithTheSimulation) {
  for (const Shape shape : {Shape::even, Shape::working_hours}) {
    for (const int calls : {5000, 20011}) {
      for (const std::int64_t seconds : {std::int64_t{900}, std::int64_t{3600}, std::int64_t{5 * 3600}}) {
        for (const Kind kind : {Kind::fixed, Kind::rolling}) {
          const Window window{kind, seconds, "UTC"};
          const Rational busiest =
              run_limit(window, 1, {{{calls, 1}}}, traffic_of("2023-04-25", shape), kZones).busiest;
          for (const Rational cap : {Rational(1), (busiest / 2).floor(), busiest - 1, busiest}) {
            expect_as_simulated(window, cap, {{{calls, 1}}}, "2023-04-25", shape);
          }
        }
      }
    }
  }
}

TEST(Limits, PoolsInDaysAndCyclesAgreeWithTheSimulation) {
  const Window windows[] = {{Kind::cycle, 0, "UTC"},
                            {Kind::fixed, kDay, "UTC"},
                            {Kind::fixed, kDay, kPacific},
                            {Kind::fixed, 7 * kDay, "UTC"}};
  std::mt19937 random(1600);
  for (const Window& window : windows) {
    for (const Shape shape : {Shape::even, Shape::working_hours}) {
      for (int i = 0; i < 40; ++i) {
        Load load;
        for (int p = drawn(random, 2, 4); p > 0; --p) {
          const int calls = drawn(random, 0, 300), over = drawn(random, 1, 3), units = drawn(random, 1, 60);
          load.parts.push_back({frac(calls, over), units});
        }
        const std::string start = (*Date::parse("2023-01-01") + drawn(random, 0, 364)).iso();
        const Traffic traffic = traffic_of(start.c_str(), shape);
        const Rational busiest = run_limit(window, 1'000'000, load, traffic, kZones).busiest;
        expect_as_simulated(window, (busiest * frac(1 + i % 5, 5)).floor(), load, start.c_str(), shape);
      }
    }
  }
}

TEST(Limits, ACallThatOutweighsTheCapIsRefusedAndInNobodysWay) {
  const Traffic traffic = traffic_of("2023-04-25", Shape::even);
  const Load load{{{30, 1600}, {300, 1}}};  // a day: one upload, ten reads
  for (const Window& window : {Window{Kind::fixed, kDay, "UTC"}, Window{Kind::cycle, 0, "UTC"}}) {
    const LimitRun run = run_limit(window, 1000, load, traffic, kZones);
    EXPECT_EQ(run.refused, 30);
    EXPECT_EQ(run.first_refused, at("2023-04-26"));
    EXPECT_FALSE(run.used_up || run.frees);
  }
}

TEST(Limits, APoolInAShortWindowIsOneStreamOfItsMeanWeight) {
  const Load pool{{{600, 1}, {200, 5}}};
  const Load stream{{{800, 2}}};
  for (const Shape shape : {Shape::even, Shape::working_hours}) {
    const Traffic traffic = traffic_of("2023-04-25", shape);
    for (const Window& window : {Window{Kind::rolling, kDay, "UTC"}, Window{Kind::rolling, 4 * kHour, "UTC"},
                                 Window{Kind::fixed, kHour, "UTC"}}) {
      for (const int cap : {5, 9, 40, 60, 1000}) {
        const LimitRun as_pool = run_limit(window, cap, pool, traffic, kZones);
        const LimitRun as_stream = run_limit(window, cap, stream, traffic, kZones);
        EXPECT_EQ(as_pool.busiest, as_stream.busiest);
        EXPECT_EQ(as_pool.refused, as_stream.refused);
        EXPECT_EQ(as_pool.first_refused, as_stream.first_refused);
        EXPECT_EQ(as_pool.burst, as_stream.burst);
      }
    }
  }
}

TEST(Limits, ABillionCallsCostNoMoreThanOne) {
  const Load load{{{Rational(1'000'000'000'000'000) * 2592000, 1}}};  // 10^15 a second
  for (const Shape shape : {Shape::even, Shape::working_hours}) {
    const Traffic traffic = traffic_of("2023-04-25", shape);
    for (const Window& window :
         {Window{Kind::cycle, 0, "UTC"}, Window{Kind::fixed, kDay, kPacific}, Window{Kind::fixed, 1, "UTC"},
          Window{Kind::rolling, 1, "UTC"}, Window{Kind::rolling, kDay, "UTC"}}) {
      const LimitRun run = run_limit(window, 7, load, traffic, kZones);
      EXPECT_TRUE(run.refused.ok());
      EXPECT_GT(run.refused, 0);
      EXPECT_EQ(run.served_share, 1 - run.refused / load.total_units());
    }
  }
}

}  // namespace
}  // namespace tollmeter
