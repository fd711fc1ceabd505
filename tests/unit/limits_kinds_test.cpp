// Windows that open with a call, slide over two, or are filled again, penalties and several rates: against plain
// simulations of every call.
#include <deque>
#include <random>

#include "plain_months.h"
#include "random.h"

namespace tollmeter {
namespace {

Plain first_use(const std::vector<Rational>& calls, const Rational& room, std::int64_t seconds) {
  Plain out;
  std::optional<Rational> opened;
  Rational used;
  for (const Rational& t : calls) {
    if (!opened || t >= *opened + seconds) {
      opened = t;
      used = 0;
    }
    const bool fits = used < room;
    if (fits) used += 1;
    out.note(fits, t);
  }
  return out;
}

// A call at the instant at which a window ends belongs to it.
Plain sliding(const std::vector<Rational>& calls, const Rational& room, std::int64_t seconds) {
  Plain out;
  Rational window = -1, used, before;
  for (const Rational& t : calls) {
    const Rational in = (t / seconds).ceil() - 1;
    if (in != window) {
      before = in == window + 1 ? used : Rational(0);
      used = 0;
      window = in;
    }
    const Rational left = (window + 1) * seconds - t;
    const bool fits = used + 1 + (before * left / seconds).floor() <= room;
    if (fits) used += 1;
    out.note(fits, t);
  }
  return out;
}

Plain bucket(const std::vector<Rational>& calls, const Rational& flow, const Rational& size, const Rational& start,
             const Rational& overdraft, const Rational& begin) {
  Plain out;
  out.last = begin;
  Rational level = size * start, at = begin;
  for (const Rational& t : calls) {
    level = min(size, level + flow * (t - at));
    at = t;
    const bool fits = level + overdraft >= 1;
    if (fits) level -= 1;
    out.note(fits, t);
  }
  return out;
}

Plain rolling(const std::vector<Rational>& calls, const Rational& room, std::int64_t seconds, std::int64_t penalty) {
  Plain out;
  std::deque<Rational> inside;
  std::optional<Rational> blocked;
  for (const Rational& t : calls) {
    while (!inside.empty() && inside.front() + seconds <= t) inside.pop_front();
    bool fits = false;
    if (!blocked || t >= *blocked) {
      fits = Rational(static_cast<std::int64_t>(inside.size())) < room;
      if (!fits) blocked = t + penalty;
    }
    if (fits) inside.push_back(t);
    out.note(fits, t);
  }
  return out;
}

TEST(LimitKinds, FromFirstUseAgreesWithEveryCall) {
  for_each_case(1500, [](const Case& c) {
    for (const std::int64_t seconds : {std::int64_t{60}, kHour, 5 * kHour, kDay, 7 * kDay}) {
      for (const int room : {1, 2, 7, 50}) {
        const Window window{Kind::first_use, seconds};
        expect_same(run_limit({window, room}, {{{c.calls, 1}}}, c.traffic, {}), first_use(c.at, room, seconds),
                    c.what + ", " + std::to_string(room) + " in " + std::to_string(seconds));
      }
    }
  });
}

TEST(LimitKinds, TheSlidingCounterAgreesWithEveryCall) {
  for_each_case(1500, [](const Case& c) {
    for (const std::int64_t seconds : {std::int64_t{900}, kHour, 5 * kHour, kDay, 7 * kDay}) {
      const Rational mean = (c.calls * seconds / (30 * kDay)).floor();
      for (const Rational room : {Rational(1), Rational(3), mean - 1, mean, mean + 1, mean + 2, Rational(50)}) {
        if (room < 1) continue;
        const Window window{Kind::sliding, seconds};
        const LimitRun run = run_limit({window, room}, {{{c.calls, 1}}}, c.traffic, {});
        const std::string what = c.what + ", " + room.text() + " in " + std::to_string(seconds);
        expect_same(run, sliding(c.at, room, seconds), what);
        EXPECT_EQ(run.refused > 0, run.utilisation > 1) << what;
      }
    }
  });
}

TEST(LimitKinds, TheBucketAgreesWithEveryCall) {
  std::mt19937 random(800);
  const auto tenth = [&] { return drawn(random, 0, 10); };
  for_each_case(1200, [&](const Case& c) {
    for (const std::int64_t seconds : {std::int64_t{60}, kHour, kDay}) {
      for (const Rational amount : {frac(1, 2), Rational(1), frac(7, 3), Rational(40)}) {
        for (const Rational size : {Rational(1), frac(4, 3), frac(19, 10), Rational(2), Rational(30)}) {
          Window window{Kind::bucket, seconds};
          window.size = size;
          window.start = frac(tenth(), 10);
          window.overdraft = tenth() < 7 ? Rational(0) : frac(tenth(), 4);
          const LimitRun run = run_limit({window, amount}, {{{c.calls, 1}}}, c.traffic, {});
          expect_same(run,
                      bucket(c.at, amount / seconds, size, window.start, window.overdraft, c.traffic.begin().seconds),
                      c.what + ", " + amount.text() + " in " + std::to_string(seconds) + ", size " + size.text() +
                          ", start " + window.start.text() + ", overdraft " + window.overdraft.text());
        }
      }
    }
  });
}

// As large as it would have to be: that one refuses nothing, and one call smaller refuses something.
TEST(LimitKinds, TheBusiestOfABucketIsTheSizeThatWouldDo) {
  for_each_case(800, [](const Case& c) {
    Window window{Kind::bucket, kHour};
    window.size = 1;
    const Rational amount = c.calls / 600;
    const LimitRun run = run_limit({window, amount}, {{{c.calls, 1}}}, c.traffic, {});
    const Rational begin = c.traffic.begin().seconds;
    EXPECT_EQ(bucket(c.at, amount / kHour, run.busiest, 1, 0, begin).refused, 0) << c.what;
    EXPECT_GT(bucket(c.at, amount / kHour, run.busiest - frac(1, 1000), 1, 0, begin).refused, 0) << c.what;
  });
}

TEST(LimitKinds, ARollingWindowAtSeveralRatesAndWithAPenaltyAgreesWithEveryCall) {
  for_each_case(1500, [](const Case& c) {
    for (const std::int64_t seconds : {std::int64_t{300}, 2 * kHour, kDay, 7 * kDay}) {
      for (const int room : {1, 3, 20, 60}) {
        for (const std::int64_t penalty : {std::int64_t{0}, seconds / 5, seconds, 2 * seconds}) {
          const Window window{Kind::rolling, seconds};
          expect_same(run_limit({window, room, penalty}, {{{c.calls, 1}}}, c.traffic, {}),
                      rolling(c.at, room, seconds, penalty),
                      c.what + ", " + std::to_string(room) + " in " + std::to_string(seconds) + ", penalty " +
                          std::to_string(penalty));
        }
      }
    }
  });
}

// Beyond a few thousand calls what is refused comes from steps: the first refusal is exact all the same, and the count
// is near.
TEST(LimitKinds, ManyCallsAtSeveralRatesAreNearEveryCall) {
  for (const TrafficPattern& pattern : patterns()) {
    const Traffic traffic(cycle_at(*Date::parse("2024-03-01"), 0), pattern);
    const Rational calls = 40'000;
    const std::vector<Rational> at = instants(traffic, calls);
    for (const std::int64_t seconds : {std::int64_t{900}, 5 * kHour, kDay}) {
      for (const std::int64_t penalty : {std::int64_t{0}, seconds / 4}) {
        const Rational room = (calls * seconds / (30 * kDay)).ceil();
        const LimitRun run = run_limit({Window{Kind::rolling, seconds}, room, penalty}, {{{calls, 1}}}, traffic, {});
        const Plain plain = rolling(at, room, seconds, penalty);
        const std::string what = std::to_string(static_cast<int>(pattern.shape)) + " in " + std::to_string(seconds) +
                                 " penalty " + std::to_string(penalty);
        EXPECT_EQ(run.simulated, plain.refused > 0 && (penalty > 0 || !traffic.has_one_rate())) << what;
        EXPECT_EQ(text(run.first_refused), text(plain.first_refused)) << what;
        const double off = run.refused.approx() - static_cast<double>(plain.refused);
        EXPECT_LT(std::abs(off), 0.05 * static_cast<double>(plain.refused) + 20) << what << " " << run.refused.text()
                                                                               << " for " << plain.refused;
      }
    }
  }
}

TEST(LimitKinds, ABillionCallsASecondAreCountedToo) {
  const Rational calls = Rational(1'000'000'000) * 2678400;
  for (const TrafficPattern& pattern : patterns()) {
    const Traffic traffic(cycle_at(*Date::parse("2024-03-01"), 0), pattern);
    for (const Kind kind : {Kind::first_use, Kind::sliding, Kind::bucket, Kind::rolling}) {
      for (const std::int64_t seconds : {std::int64_t{1}, std::int64_t{60}, kDay}) {
        for (const Rational room : {Rational(7), calls / 40}) {
          const LimitRun run = run_limit({Window{kind, seconds}, room}, {{{calls, 1}}}, traffic, {});
          EXPECT_TRUE(run.refused.ok()) << static_cast<int>(kind) << " " << seconds << " " << room.text();
          EXPECT_LE(run.refused, calls);
          EXPECT_GE(run.refused, 0);
          EXPECT_EQ(run.refused > 0, run.utilisation > 1) << static_cast<int>(kind) << " " << seconds;
        }
      }
    }
  }
}

struct PlainQueue {
  std::int64_t refused = 0, delayed = 0;
  Rational longest = 0;

  void note(const Rational& wait) {
    if (wait > 0) ++delayed;
    longest = max(longest, wait);
  }
};

// Each call takes the first place that is free, be it after the month. Windows are aligned; a call at the instant of a
// reset belongs to the window that ends, one that waits to the one that begins.
PlainQueue waiting_for_windows(const std::vector<Rational>& calls, const Rational& room, std::int64_t begin,
                               std::int64_t seconds, std::int64_t most_wait) {
  PlainQueue out;
  Rational place_window = 0, used = 0;  // where the next place is
  for (const Rational& t : calls) {
    const Rational own = max(Rational(0), ((t - begin) / seconds).ceil() - 1);
    Rational window = place_window;
    Rational taken = used;
    if (taken >= room) {
      window += 1;
      taken = 0;
    }
    if (own > window) {
      window = own;
      taken = 0;
    }
    const Rational wait = window > own ? window * seconds + begin - t : Rational(0);
    if (most_wait > 0 && wait > most_wait) {
      ++out.refused;
      continue;
    }
    place_window = window;
    used = taken + 1;
    out.note(wait);
  }
  return out;
}

PlainQueue waiting_for_a_bucket(const std::vector<Rational>& calls, const Rational& flow, const Rational& size,
                                const Rational& begin, std::int64_t most_wait) {
  PlainQueue out;
  Rational level = size, at = begin;
  for (const Rational& t : calls) {
    level = min(size, level + flow * (t - at));
    at = t;
    const Rational wait = level >= 1 ? Rational(0) : (1 - level) / flow;
    if (most_wait > 0 && wait > most_wait) {
      ++out.refused;
      continue;
    }
    level -= 1;
    out.note(wait);
  }
  return out;
}

void expect_same_queue(const LimitRun& run, const PlainQueue& plain, const std::string& what) {
  EXPECT_FALSE(run.simulated) << what;
  EXPECT_EQ(run.refused, plain.refused) << what;
  EXPECT_EQ(run.delayed, plain.delayed) << what;
  EXPECT_EQ(run.longest_wait.text(), plain.longest.text()) << what;
}

TEST(LimitKinds, WaitingForTheNextWindowAgreesWithEveryCall) {
  for_each_case(900, [](const Case& c) {
    for (const std::int64_t seconds : {kHour, 5 * kHour, kDay}) {
      for (const int room : {1, 5, 30}) {
        for (const std::int64_t most_wait : {std::int64_t{0}, seconds / 2, 3 * seconds}) {
          const Window window{Kind::fixed, seconds};
          LimitRule rule{window, room};
          rule.waits = true;
          rule.most_wait = most_wait;
          const LimitRun run = run_limit(rule, {{{c.calls, 1}}}, c.traffic, {});
          if (!run.first_refused) continue;
          const std::int64_t begin = c.traffic.begin().seconds / seconds * seconds;
          expect_same_queue(run, waiting_for_windows(c.at, room, begin, seconds, most_wait),
                            c.what + ", " + std::to_string(room) + " in " + std::to_string(seconds) + ", waits " +
                                std::to_string(most_wait));
        }
      }
    }
  });
}

TEST(LimitKinds, WaitingForABucketAgreesWithEveryCall) {
  for_each_case(900, [](const Case& c) {
    for (const Rational flow : {frac(1, 3600), frac(1, 1000), frac(3, 700)}) {
      for (const Rational size : {Rational(2), frac(13, 2), Rational(40)}) {
        for (const std::int64_t most_wait : {std::int64_t{0}, 3 * kHour, kDay}) {
          Window window{Kind::bucket, kHour};
          window.size = size;
          LimitRule rule{window, flow * kHour};
          rule.waits = true;
          rule.most_wait = most_wait;
          const LimitRun run = run_limit(rule, {{{c.calls, 1}}}, c.traffic, {});
          if (!run.first_refused) continue;
          const PlainQueue plain = waiting_for_a_bucket(c.at, flow, size, c.traffic.begin().seconds, most_wait);
          const std::string what = c.what + ", " + flow.text() + " a second, size " + size.text() + ", waits " +
                                   std::to_string(most_wait);
          EXPECT_EQ(run.refused, plain.refused) << what;
          EXPECT_EQ(run.delayed, plain.delayed) << what;
          // Where some are refused, none that is served waits longer than it may.
          if (plain.refused == 0) {
            EXPECT_EQ(run.longest_wait.text(), plain.longest.text()) << what;
          } else {
            EXPECT_GE(run.longest_wait, plain.longest) << what;
          }
        }
      }
    }
  });
}

}  // namespace
}  // namespace tollmeter
