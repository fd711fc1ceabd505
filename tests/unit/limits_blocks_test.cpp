// Refusals that shut a limit for a time, buckets that fill in steps, windows of months and of several days, different things:
// against plain simulations of every call.
#include <algorithm>
#include <deque>
#include <functional>

#include "core/calendar_window.h"
#include "plain_months.h"
#include "random.h"
#include "zones_data.h"

namespace tollmeter {
namespace {

/// A counter as one would write it down: does a call at t fit? If so it is counted.
using Counter = std::function<bool(const Rational& t)>;

/// A call at the instant at which a window ends belongs to it.
Counter fixed(const Rational& room, const std::function<Rational(const Rational&)>& window_of) {
  return [=, window = Rational(-1), used = Rational(0)](const Rational& t) mutable {
    const Rational in = window_of(t);
    if (in != window) used = 0;
    window = in;
    if (used >= room) return false;
    used += 1;
    return true;
  };
}

Counter first_use(const Rational& room, std::int64_t seconds) {
  return [=, end = Rational(-1), used = Rational(0)](const Rational& t) mutable {
    if (t >= end) {
      end = t + seconds;
      used = 0;
    }
    if (used >= room) return false;
    used += 1;
    return true;
  };
}

Counter bucket(const Rational& flow, const Rational& size, const Rational& begin) {
  return [=, level = size, at = begin](const Rational& t) mutable {
    level = min(size, level + flow * (t - at));
    at = t;
    if (level < 1) return false;
    level -= 1;
    return true;
  };
}

Counter rolling(const Rational& room, std::int64_t seconds) {
  return [=, inside = std::deque<Rational>()](const Rational& t) mutable {
    while (!inside.empty() && inside.front() + seconds <= t) inside.pop_front();
    if (room <= static_cast<std::int64_t>(inside.size())) return false;
    inside.push_back(t);
    return true;
  };
}

Plain with_blocks(const std::vector<Rational>& calls, const Counter& counter,
                  const std::function<Rational(const Rational&)>& block_end) {
  Plain out;
  std::optional<Rational> shut_until;
  for (const Rational& t : calls) {
    bool fits = false;
    if (!shut_until || t >= *shut_until) {
      fits = counter(t);
      if (!fits) shut_until = block_end(t);
    }
    out.note(fits, t);
  }
  return out;
}

struct Made {
  const char* name;
  Window window;
  std::function<Counter(const Case&, const Rational&)> counter;
};

std::vector<Made> kinds() {
  std::vector<Made> all;
  for (const std::int64_t seconds : {std::int64_t{300}, 5 * kHour}) {
    all.push_back({"fixed", Window{Kind::fixed, seconds}, [=](const Case&, const Rational& room) {
                     return fixed(room, [=](const Rational& t) { return (t / seconds).ceil(); });
                   }});
    all.push_back({"first use", Window{Kind::first_use, seconds},
                   [=](const Case&, const Rational& room) { return first_use(room, seconds); }});
    all.push_back({"rolling", Window{Kind::rolling, seconds},
                   [=](const Case&, const Rational& room) { return rolling(room, seconds); }});
    Window refilled{Kind::bucket, seconds};
    refilled.size = frac(7, 2);
    all.push_back({"bucket", refilled, [=](const Case& c, const Rational& room) {
                     return bucket(room / seconds, refilled.size, c.traffic.begin().seconds);
                   }});
  }
  all.push_back({"day", Window{Kind::fixed, kDay}, [](const Case&, const Rational& room) {
                   return fixed(room, [](const Rational& t) { return (t / kDay).ceil(); });
                 }});
  return all;
}

TEST(LimitBlocks, ARefusalThatShutsForATimeAgreesWithEveryCall) {
  for (const Made& made : kinds()) {
    for_each_case(700, [&](const Case& c) {
      for (const int room : {1, 3, 20}) {
        for (const std::int64_t penalty : {std::int64_t{45}, made.window.seconds / 4, 3 * made.window.seconds}) {
          const LimitRun run = run_limit({made.window, room, penalty}, {{{c.calls, 1}}}, c.traffic, {});
          const Plain plain = with_blocks(c.at, made.counter(c, room), [&](const Rational& t) { return t + penalty; });
          const std::string what = std::string(made.name) + " of " + std::to_string(made.window.seconds) + " s, " + c.what +
                                   ", room " + std::to_string(room) + ", penalty " + std::to_string(penalty);
          ASSERT_FALSE(run.simulated) << what;
          EXPECT_EQ(run.refused, plain.refused) << what;
          EXPECT_EQ(text(run.first_refused), text(plain.first_refused)) << what;
        }
      }
    });
  }
}

TEST(LimitBlocks, ShutToATimeOfDayOfAZone) {
  const ZoneEntry* berlin = find_zone(kZones, "Europe/Berlin");
  ASSERT_NE(berlin, nullptr);
  for (const Made& made : kinds()) {
    for_each_case(400, [&](const Case& c) {
      LimitRule rule{made.window, 3};
      rule.shut_until = 9 * 3600 + 1800;
      rule.shut_zone = "Europe/Berlin";
      const LimitRun run = run_limit(rule, {{{c.calls, 1}}}, c.traffic, kZones);
      const Plain plain = with_blocks(c.at, made.counter(c, 3), [&](const Rational& t) {
        const Instant after{t.ceil().to_int64()};
        for (Date day = date_of(after) - 2;; day = day + 1) {
          Instant at{start_of(day).seconds + rule.shut_until - 7200};
          // By trying: the clock of the zone shows 09:30.
          for (int step = 0; step < 4; ++step, at.seconds += 1800) {
            const Instant wall{at.seconds + offset_at(*berlin, at)};
            if (wall.seconds % kDay == rule.shut_until && after < at) return Rational(at.seconds);
          }
        }
      });
      const std::string what = std::string(made.name) + ", " + c.what;
      ASSERT_FALSE(run.simulated) << what;
      EXPECT_EQ(run.refused, plain.refused) << what;
      EXPECT_EQ(text(run.first_refused), text(plain.first_refused)) << what;
    });
  }
}

// With more calls and blocks than are looked at one by one, the count is near.
TEST(LimitBlocks, VeryManyBlocksAreNearEveryCall) {
  for (const Made& made : kinds()) {
    for (const TrafficPattern& pattern : patterns()) {
      const Traffic traffic(cycle_at(*Date::parse("2024-03-01"), 0), pattern);
      const Rational calls = 40'000;
      const Case c{traffic, calls, instants(traffic, calls), ""};
      for (const std::int64_t penalty : {std::int64_t{60}, std::int64_t{900}}) {
        const Rational room = max(Rational(1), (calls * made.window.seconds / (30 * kDay)).ceil());
        const LimitRun run = run_limit({made.window, room, penalty}, {{{calls, 1}}}, traffic, {});
        const Plain plain = with_blocks(c.at, made.counter(c, room), [&](const Rational& t) { return t + penalty; });
        const double off = run.refused.approx() - static_cast<double>(plain.refused);
        EXPECT_LT(std::abs(off), 0.05 * static_cast<double>(plain.refused) + 40)
            << made.name << " of " << made.window.seconds << " s, penalty " << penalty << ", shape "
            << static_cast<int>(pattern.shape) << ": " << run.refused.text() << " for " << plain.refused;
        EXPECT_EQ(text(run.first_refused), text(plain.first_refused)) << made.name;
      }
    }
  }
}

struct Steps {
  std::int64_t seconds;
  Rational amount, size, start, overdraft;
};

Plain bucket_in_steps(const std::vector<Rational>& calls, const Steps& steps, const Rational& begin) {
  Plain out;
  out.last = begin;
  Rational level = steps.size * steps.start, step = 1;
  for (const Rational& t : calls) {
    // The call at the very instant of a step comes before it.
    for (; t > begin + step * steps.seconds; step += 1) level = min(steps.size, level + steps.amount);
    const bool fits = level + steps.overdraft >= 1;
    if (fits) level -= 1;
    out.note(fits, t);
  }
  return out;
}

TEST(LimitSteps, ABucketThatFillsInStepsAgreesWithEveryCall) {
  std::mt19937 random(31);
  const auto tenth = [&] { return drawn(random, 0, 10); };
  for_each_case(1200, [&](const Case& c) {
    for (const std::int64_t seconds : {std::int64_t{900}, kHour, kDay}) {
      const Rational mean = c.calls * seconds / (30 * kDay);
      for (const Rational& amount : {frac(1, 2), Rational(1), frac(7, 3), mean, mean.ceil() + 1, Rational(40)}) {
        for (const Rational& size : {Rational(1), frac(19, 10), max(Rational(1), amount), Rational(30)}) {
          const Steps steps{seconds, amount, size, frac(tenth(), 10), tenth() < 7 ? Rational(0) : frac(tenth(), 4)};
          Window window{Kind::bucket, seconds};
          window.stepped = true;
          window.size = size;
          window.start = steps.start;
          window.overdraft = steps.overdraft;
          const LimitRun run = run_limit({window, amount}, {{{c.calls, 1}}}, c.traffic, {});
          expect_same(run, bucket_in_steps(c.at, steps, c.traffic.begin().seconds),
                      c.what + ", " + amount.text() + " in " + std::to_string(seconds) + ", size " + size.text() +
                          ", start " + steps.start.text() + ", overdraft " + steps.overdraft.text());
        }
      }
    }
  });
}

TEST(LimitCalendar, MonthsAndSeveralDaysBeginWhereTheyAreAnchored) {
  Window month{Kind::fixed};
  month.month_day = 31;
  month.time = 7 * 60;
  const auto begin = [&](const char* t) { return calendar_window(start_of(*Date::parse(t)), month, nullptr).begin; };
  EXPECT_EQ(begin("2024-02-29"), (Instant{start_of(*Date::parse("2024-01-31")).seconds + 420}));
  EXPECT_EQ(begin("2024-03-01"), (Instant{start_of(*Date::parse("2024-02-29")).seconds + 420}));
  EXPECT_EQ(begin("2024-05-01"), (Instant{start_of(*Date::parse("2024-04-30")).seconds + 420}));
  Window five{Kind::fixed, 5 * kDay};
  five.from = *Date::parse("2024-03-03");
  const auto span = calendar_window(start_of(*Date::parse("2024-03-07")), five, nullptr);
  EXPECT_EQ(span.begin, start_of(*Date::parse("2024-03-03")));
  EXPECT_EQ(span.end, start_of(*Date::parse("2024-03-08")));
  // Before the day that it is counted from as well.
  EXPECT_EQ(calendar_window(start_of(*Date::parse("2024-03-01")), five, nullptr).begin, start_of(*Date::parse("2024-02-27")));
  // A day that begins at 02:30 in Berlin: on 31 March 2024 the clock goes from 02:00 to 03:00.
  Window day{Kind::fixed, kDay, "Europe/Berlin"};
  day.time = 2 * 3600 + 1800;
  const ZoneEntry* berlin = find_zone(kZones, "Europe/Berlin");
  const auto spring = calendar_window(start_of(*Date::parse("2024-03-31")), day, berlin);
  EXPECT_EQ(spring.begin.seconds, start_of(*Date::parse("2024-03-30")).seconds + 5400);
  EXPECT_EQ(spring.end.seconds, start_of(*Date::parse("2024-03-31")).seconds + 3600);
}

TEST(LimitCalendar, WindowsOfMonthsDaysAndHoursAgreeWithEveryCall) {
  std::vector<Window> windows;
  for (const int day : {1, 15, 31}) {
    Window month{Kind::fixed};
    month.month_day = day;
    month.time = 7 * 60;
    month.zone = "America/Los_Angeles";
    windows.push_back(month);
  }
  for (const int days : {1, 3, 7, 31}) {
    Window several{Kind::fixed, days * kDay, "Europe/Berlin"};
    several.from = *Date::parse("2023-11-05");
    several.time = 2 * 3600 + 1800;
    windows.push_back(several);
  }
  for (const std::int64_t seconds : {std::int64_t{900}, 5 * kHour}) {
    Window offset{Kind::fixed, seconds};
    offset.time = 11 * 60;
    windows.push_back(offset);
  }
  for (const Window& window : windows) {
    const ZoneEntry* zone = find_zone(kZones, window.zone);
    for_each_case(500, [&](const Case& c) {
      for (const int room : {1, 7, 60}) {
        const Counter counter = fixed(room, [&](const Rational& t) -> Rational {
          if (!window.is_calendar()) return ((t - window.time) / window.seconds).ceil();
          // The call at a reset belongs to the window that ends.
          return calendar_window(Instant{t.ceil().to_int64() - 1}, window, zone).begin.seconds;
        });
        const LimitRun run = run_limit({window, room}, {{{c.calls, 1}}}, c.traffic, kZones);
        expect_same(run, with_blocks(c.at, counter, [](const Rational& t) { return t; }),
                    c.what + ", " + std::to_string(window.seconds) + " s, day " + std::to_string(window.month_day) + ", room " +
                        std::to_string(room));
      }
    });
  }
}

Plain different_things(const std::vector<Rational>& calls, std::int64_t things, const Rational& room,
                       const std::function<Rational(const Rational&)>& forgotten) {
  Plain out;
  std::vector<std::optional<Rational>> counted(static_cast<std::size_t>(things));
  std::int64_t n = 0;
  for (const Rational& t : calls) {
    std::int64_t held = 0;
    for (const auto& until : counted) held += until && t < *until ? 1 : 0;
    auto& own = counted[static_cast<std::size_t>(n++ % things)];
    const bool fits = (own && t < *own) || held < room;
    if (fits && !(own && t < *own)) own = forgotten(t);
    out.note(fits, t);
  }
  return out;
}

TEST(LimitThings, DifferentThingsAgreeWithEveryCall) {
  for_each_case(300, [](const Case& c) {
    for (const std::int64_t seconds : {5 * kHour, 7 * kDay}) {
      for (const int things : {1, 4, 11, 40}) {
        for (const int room : {1, 3, 10}) {
          const std::string what = c.what + ", " + std::to_string(things) + " things, room " + std::to_string(room) + " in " +
                                   std::to_string(seconds);
          const Window window{Kind::rolling, seconds};
          LimitRule rule{window, room};
          rule.things = things;
          expect_same(run_limit(rule, {{{c.calls, 1}}}, c.traffic, {}),
                      different_things(c.at, things, room, [&](const Rational& t) { return t + seconds; }), "rolling, " + what);
          Window clock{Kind::fixed, seconds};
          if (clock.is_calendar()) continue;
          LimitRule by_clock{clock, room};
          by_clock.things = things;
          // Whole windows: what comes at the instant of a reset is of the window that ends.
          const LimitRun run = run_limit(by_clock, {{{c.calls, 1}}}, c.traffic, {});
          const Plain plain = different_things(c.at, things, room, [&](const Rational& t) {
            return (t / seconds).ceil() * seconds + frac(1, 1'000'000'000);
          });
          expect_same(run, plain, "fixed, " + what);
        }
      }
    }
  });
}

TEST(LimitThings, OfVeryManyCallsTheFirstRefusalIsExactAndTheCountNear) {
  for (const TrafficPattern& pattern : patterns()) {
    const Traffic traffic(cycle_at(*Date::parse("2024-03-01"), 0), pattern);
    const Rational calls = 20'000;
    const Window window{Kind::rolling, 7 * kDay};
    LimitRule rule{window, 30};
    rule.things = 40;
    const LimitRun run = run_limit(rule, {{{calls, 1}}}, traffic, {});
    const Plain plain = different_things(instants(traffic, calls), 40, 30, [](const Rational& t) { return t + 7 * kDay; });
    EXPECT_TRUE(run.simulated);
    EXPECT_EQ(text(run.first_refused), text(plain.first_refused));
    EXPECT_EQ(run.busiest, 40);
    const double off = run.refused.approx() - static_cast<double>(plain.refused);
    EXPECT_LT(std::abs(off), 0.05 * static_cast<double>(plain.refused)) << run.refused.text() << " for " << plain.refused;
  }
}

}  // namespace
}  // namespace tollmeter
