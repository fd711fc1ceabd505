#pragma once

// Months of many shapes, and what a plain simulation of every call of one comes to.
#include <optional>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/limits.h"
#include "random.h"

namespace tollmeter {

using Kind = Window::Kind;
constexpr std::int64_t kHour = 3600;
constexpr std::int64_t kDay = 86400;

inline Rational frac(std::int64_t a, std::int64_t b) { return Rational::fraction(a, b); }

inline std::vector<Rational> instants(const Traffic& traffic, const Rational& calls) {
  std::vector<Rational> all;
  for (Rational n = 1; n <= calls; n += 1) all.push_back(traffic.instant_of(calls, n));
  return all;
}

struct Plain {
  std::int64_t refused = 0;
  std::optional<Rational> first_refused, used_up;
  Rational last;

  void note(bool served, const Rational& t) {
    if (!served) {
      ++refused;
      if (!first_refused) {
        first_refused = t;
        used_up = last;
      }
    }
    if (!first_refused) last = t;
  }
};

inline const std::string kDrawnWeek = [] {
  std::string week;
  for (int i = 0; i < kHoursAWeek; ++i) week += static_cast<char>('0' + (i * 7 + i / 24) % 10);
  return week;
}();

inline std::vector<TrafficPattern> patterns() {
  TrafficPattern week(Shape::week);
  week.week = kDrawnWeek;
  TrafficPattern many(Shape::bursts);
  many.bursts = {28, 3, 600};
  TrafficPattern all_in(Shape::bursts);
  all_in.bursts = {2, 1000, 720};
  return {Shape::even, Shape::working_hours, Shape::evenings, Shape::weekends, Shape::bursts, week, many, all_in};
}

inline std::string text(const std::optional<Rational>& r) { return r ? r->text() : std::string("none"); }

inline void expect_same(const LimitRun& run, const Plain& plain, const std::string& what) {
  ASSERT_FALSE(run.simulated) << what;
  EXPECT_EQ(run.refused, plain.refused) << what;
  EXPECT_EQ(text(run.first_refused), text(plain.first_refused)) << what;
  EXPECT_EQ(text(run.used_up), text(plain.used_up)) << what;
}

struct Case {
  Traffic traffic;
  Rational calls;
  std::vector<Rational> at;
  std::string what;
};

template <class Check>
void for_each_case(int most_calls, Check check) {
  std::mt19937 random(7);
  int pattern_index = 0;
  for (const TrafficPattern& pattern : patterns()) {
    for (int i = 0; i < 6; ++i) {
      const Date start = *Date::parse("2024-01-01") + drawn(random, 0, 364);
      Traffic traffic(cycle_at(start, 0), pattern);
      const int count = drawn(random, 1, most_calls), over = drawn(random, 1, 5);
      const Rational calls = frac(count, i % 2 == 0 ? 1 : over);
      if (calls < 1) continue;
      std::vector<Rational> at = instants(traffic, calls);
      check(Case{traffic, calls, std::move(at),
                 "pattern " + std::to_string(pattern_index) + " from " + start.iso() + ", " + calls.text() + " calls"});
    }
    ++pattern_index;
  }
}

}  // namespace tollmeter
