// The whole numbers against the fractions that they stand for.
#include "core/call_clock.h"
#include "random.h"

#include <random>

#include <gtest/gtest.h>

namespace tollmeter {
namespace {

Rational whole(Int128 n) { return Rational::fraction(n, 1); }

std::vector<TrafficPattern> patterns() {
  TrafficPattern week(Shape::week);
  for (int i = 0; i < kHoursAWeek; ++i) week.week += static_cast<char>('0' + (i * 7 + i / 24) % 10);
  TrafficPattern all_in(Shape::bursts);
  all_in.bursts = {2, 1000, 720};
  return {Shape::even, Shape::working_hours, Shape::weekends, Shape::bursts, week, all_in};
}

std::int64_t plain_first_from(const std::vector<Rational>& instants, const Rational& t) {
  std::int64_t n = 1;
  for (const Rational& at : instants) {
    if (at >= t) return n;
    ++n;
  }
  return n;
}

TEST(CallClock, CountsWhatTheFractionsCount) {
  std::mt19937 random(11);
  const auto off = [&] { return drawn<std::int64_t>(random, -400'000, 400'000); };
  for (const TrafficPattern& pattern : patterns()) {
    const Traffic traffic(cycle_at(*Date::parse("2024-02-10"), 0), pattern);
    for (const Rational total : {Rational(1), Rational(30), Rational::fraction(700, 3), Rational(696)}) {
      const CallClock clock(total, traffic);
      ASSERT_EQ(whole(clock.last()), total.floor());
      std::vector<Rational> instants;
      for (Rational n = 1; n <= total; n += 1) instants.push_back(traffic.instant_of(total, n));
      for (std::int64_t n = 1; n <= static_cast<std::int64_t>(instants.size()); n += 7) {
        const Rational at = instants[static_cast<std::size_t>(n - 1)];
        ASSERT_EQ(clock.instant(n), at);
        ASSERT_EQ(clock.second_after(n), at.ceil().to_int64());
        for (const std::int64_t seconds : {std::int64_t{0}, std::int64_t{3600}, std::int64_t{-86400}, off()}) {
          ASSERT_EQ(whole(clock.until(n, seconds)), traffic.calls_until(total, at + seconds)) << n << " " << seconds;
          ASSERT_EQ(whole(clock.first_from(n, seconds)), plain_first_from(instants, at + seconds)) << n << " " << seconds;
        }
        const std::int64_t t = at.to_int64() + off();
        ASSERT_EQ(whole(clock.until(t)), traffic.calls_until(total, Instant{t})) << t;
        ASSERT_EQ(whole(clock.first_from(t)), plain_first_from(instants, t)) << t;
      }
    }
  }
}

// With numbers that leave 128 bits no room for products, the fractions do it.
TEST(CallClock, LargeNumbersAreExactToo) {
  const Traffic traffic(cycle_at(*Date::parse("2024-02-10"), 0), patterns()[4]);
  const Rational total = Rational(1'000'000'000'000) * 1'000'000'000'000;
  const CallClock clock(total, traffic);
  const Rational n = (total / 7).floor();
  EXPECT_EQ(clock.instant(n.num()), traffic.instant_of(total, n));
  EXPECT_EQ(whole(clock.until(n.num(), 0)), n);
  EXPECT_EQ(whole(clock.first_from(n.num(), 0)), n);
  EXPECT_EQ(whole(clock.until(n.num(), 3600)), traffic.calls_until(total, traffic.instant_of(total, n) + 3600));
}

}  // namespace
}  // namespace tollmeter
