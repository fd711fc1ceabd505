// How long one limit over one month takes: each kind of window with each shape of traffic. Prints a line of JSON for each, with the
// slowest of some loads; asserts nothing of the time.
#include <cstdio>
#include <string>

#include "core/limits.h"
#include "timing.h"
#include "zones_data.h"

namespace tollmeter::bench {
namespace {

struct Named {
  const char* name;
  Window window;
  std::int64_t penalty = 0;
  bool waits = false;
};

std::vector<Named> windows() {
  using Kind = Window::Kind;
  Window bucket{Kind::bucket, 60};
  bucket.size = 200;
  Window steps = bucket;
  steps.stepped = true;
  Window day{Kind::fixed, 86400};
  day.zone = "America/Los_Angeles";
  return {{"cycle", {Kind::cycle}},
          {"day of a zone", day},
          {"fixed 15 min", {Kind::fixed, 900}},
          {"fixed 1 s", {Kind::fixed, 1}},
          {"rolling 24 h", {Kind::rolling, 86400}},
          {"rolling 15 min", {Kind::rolling, 900}},
          {"rolling 1 s", {Kind::rolling, 1}},
          {"rolling, penalty", {Kind::rolling, 300}, 300},
          {"rolling, short penalty", {Kind::rolling, 3600}, 60},
          {"fixed 1 min, penalty", {Kind::fixed, 60}, 300},
          {"bucket, penalty", bucket, 60},
          {"first use 1 h", {Kind::first_use, 3600}},
          {"sliding 1 min", {Kind::sliding, 60}},
          {"sliding 1 h", {Kind::sliding, 3600}},
          {"bucket", bucket},
          {"bucket in steps", steps},
          {"in flight 20 s", {Kind::concurrent, 20}},
          {"fixed 1 h, waiting", {Kind::fixed, 3600}, 0, true},
          {"rolling, waiting", {Kind::rolling, 900}, 0, true}};
}

struct Shaped {
  const char* name;
  TrafficPattern pattern;
};

std::vector<Shaped> shapes() {
  TrafficPattern work(Shape::working_hours);
  work.zone = "Europe/Berlin";
  TrafficPattern week(Shape::week);
  for (int i = 0; i < kHoursAWeek; ++i) week.week += static_cast<char>('0' + (i * 7 + i / 24) % 10);
  return {{"even", Shape::even}, {"working hours", work}, {"bursts", Shape::bursts}, {"drawn week", week}};
}

double nanoseconds(const Named& named, const Rational& calls, const Traffic& traffic, const Rational& share) {
  const std::int64_t month = traffic.end().seconds - traffic.begin().seconds;
  const std::int64_t seconds = named.window.kind == Window::Kind::cycle ? month : named.window.seconds;
  LimitRule rule{named.window, max(Rational(1), (calls * seconds / month * share).floor()), named.penalty};
  rule.waits = named.waits;
  const Load load{{{calls, 1}}};
  return median_of([&] { run_limit(rule, load, traffic, kZones); });
}

/// Just about the average, half of it, and far beyond: where windows are nearly full is where a run costs most.
double slowest(const Named& named, const Traffic& traffic) {
  double out = 0;
  for (const std::int64_t calls : {std::int64_t{20'000}, std::int64_t{3'000'000}}) {
    for (const Rational share : {Rational::fraction(1, 2), Rational(1), Rational(3)}) {
      out = std::max(out, nanoseconds(named, calls, traffic, share));
    }
  }
  return out;
}

}  // namespace
}  // namespace tollmeter::bench

int main() {
  using namespace tollmeter;
  using namespace tollmeter::bench;
  for (const Shaped& shaped : shapes()) {
    const Traffic traffic(cycle_at(*Date::parse("2026-11-01"), 0), shaped.pattern, kZones);
    for (const Named& named : windows()) {
      std::printf("{\"traffic\": \"%s\", \"window\": \"%s\", \"slowest\": %.0f}\n", shaped.name, named.name, slowest(named, traffic));
    }
  }
  return 0;
}
