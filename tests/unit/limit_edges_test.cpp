// Limits with the largest and the smallest numbers that a plan and a use can have: over a month, and on calls at instants.
#include <gtest/gtest.h>

#include <array>
#include <string_view>
#include <vector>

#include "core/limiter/decide.h"
#include "core/limits.h"
#include "long_numbers.h"
#include "toy_catalog.h"

namespace tollmeter {
namespace {

struct Rules {
  const char* name;
  LimitRule rule;
};

/// What may happen at a breach. The penalties are long and short beside the windows.
std::vector<Rules> rules_for(const Window& window, const Rational& cap) {
  std::vector<Rules> all;
  for (const char* name : {"refuses", "waits", "waits a day", "ends", "shuts a second", "shuts a week", "shuts to noon", "of things"}) {
    const std::string_view said = name;
    LimitRule rule{window, cap};
    rule.waits = said.starts_with("waits");
    if (said == "waits a day") rule.most_wait = 86400;
    rule.ends = said == "ends";
    if (said == "shuts a second") rule.penalty = 1;
    if (said == "shuts a week") rule.penalty = 7 * 86400;
    if (said == "shuts to noon") rule.shut_until = 12 * 3600;
    if (said == "of things") rule.things = Rational::parse(kLongestNumber);
    if (said == "of things" && window.kind != Window::Kind::fixed && window.kind != Window::Kind::rolling) continue;
    all.push_back({name, rule});
  }
  return all;
}

std::vector<Window> all_windows() {
  using Kind = Window::Kind;
  std::vector<Window> windows = {{Kind::cycle}};
  for (const Kind kind : {Kind::fixed, Kind::rolling, Kind::first_use, Kind::sliding, Kind::bucket, Kind::concurrent}) {
    for (const std::int64_t seconds : {std::int64_t{1}, std::int64_t{3600}, std::int64_t{31 * 86400}}) windows.push_back({kind, seconds});
  }
  windows.push_back({Kind::concurrent});
  Window stepped{Kind::bucket, 60};
  stepped.stepped = true;
  windows.push_back(stepped);
  Window held{Kind::bucket, 86400};
  held.size = 5;
  windows.push_back(held);
  return windows;
}

// Of no more than is asked something is refused, whatever the numbers, or nothing is said.
TEST(LimitEdges, EveryLimitWithTheLargestAndTheSmallestNumbers) {
  const std::array<Rational, 5> caps = {Rational(0), Rational::parse("0.00000000000000000000000000001"), Rational(1),
                                        Rational(1'000'000'000'000'000), Rational::parse(kLongestNumber)};
  const std::array<Rational, 3> calls = {Rational(1), Rational(1'000'000'000'000'000), Rational::parse(kMostOfAMonth)};
  const Cycle cycle = cycle_at(day("2023-04-25"), 0);
  for (const Shape shape : {Shape::even, Shape::working_hours}) {
    const Traffic traffic(cycle, shape);
    for (const Window& window : all_windows()) {
      for (const Rational& cap : caps) {
        for (const Rules& rules : rules_for(window, cap)) {
          for (const Rational& asked : calls) {
            SCOPED_TRACE(testing::Message() << "window " << static_cast<int>(window.kind) << " of " << window.seconds << " s, cap "
                                            << cap.text() << ", " << rules.name << ", " << asked.text() << " asked");
            const LimitRun run = run_limit(rules.rule, {{{asked, 1}}}, traffic, {});
            if (!run.refused.ok()) {
              EXPECT_FALSE(run.served_share.ok());
              continue;
            }
            EXPECT_GE(run.refused, 0);
            EXPECT_LE(run.refused, asked);
            EXPECT_LE(run.delayed, asked);
            EXPECT_EQ(run.served_share, 1 - run.refused / asked);
            if (run.frees && run.first_refused) {
              EXPECT_GE(Rational(run.frees->seconds), *run.first_refused);
            }
          }
        }
      }
    }
  }
}

// The same of calls at instants: what is served is served no sooner than it came, and a reply comes of each.
TEST(LimitEdges, EveryLimitAtInstantsWithTheLargestAndTheSmallestNumbers) {
  const std::array<Rational, 4> numbers = {Rational::parse("0.00000000000000000000000000001"), Rational(1), Rational::parse("0.000001"),
                                           Rational::parse(kLongestNumber)};
  constexpr std::int64_t kYear = 366 * 86400;
  const Nanoseconds latest = start_of(day("2199-12-31")).seconds * kSecond;
  for (Window window : all_windows()) {
    if (window.kind == Window::Kind::bucket) window.overdraft = 1;
    for (const Behaviour behaviour : {Behaviour::refuse, Behaviour::delay, Behaviour::bill, Behaviour::suspend}) {
      for (const Rational& cap : numbers) {
        for (const Rational& weight : numbers) {
          SCOPED_TRACE(testing::Message() << "window " << static_cast<int>(window.kind) << " of " << window.seconds << " s, cap " << cap.text()
                                          << ", behaviour " << static_cast<int>(behaviour) << ", weight " << weight.text());
          Limit limit = toy::limit("posts", toy::known("1"));
          limit.window = window;
          limit.weights[0].units = weight;
          limit.breach.behaviour = behaviour;
          limit.breach.penalty = behaviour == Behaviour::refuse ? kYear : 0;
          limit.breach.most_wait = behaviour == Behaviour::delay && weight == Rational(1) ? kYear : 0;
          const Plan plan = toy::plan("p", Access::open, {}, {limit});
          Decider decider(plan, day("2023-04-25"), {}, [&](const Limit&) { return std::optional(cap); });
          for (const Rational& calls : {Rational(1), Rational::parse(kLongestNumber), Rational(1), Rational(1)}) {
            TimedCall call;
            call.at = latest;
            call.metric = "posts";
            call.calls = calls;
            const Decision decision = decider.decide(call);
            if (decision.kind == Decision::Kind::refused) {
              EXPECT_EQ(decision.by->id, limit.id);
              if (decision.retry_at) {
                EXPECT_GE(*decision.retry_at, call.at);
              }
            } else {
              EXPECT_GE(decision.served_at, call.at);
            }
          }
        }
      }
    }
  }
}

// Each call waits a month more than the one before, until instants end.
TEST(LimitEdges, WhatWouldWaitForCenturiesIsRefused) {
  for (const Window::Kind kind : {Window::Kind::fixed, Window::Kind::rolling, Window::Kind::first_use, Window::Kind::sliding, Window::Kind::bucket}) {
    Limit limit = toy::limit("posts", toy::known("1"), kind, 31 * 86400);
    limit.breach.behaviour = Behaviour::delay;
    const Plan plan = toy::plan("p", Access::open, {}, {limit});
    Decider decider(plan, day("2023-04-25"), {}, [](const Limit&) { return std::optional(Rational(1)); });
    TimedCall call;
    call.at = start_of(day("2199-12-31")).seconds * kSecond;
    call.metric = "posts";
    Nanoseconds last = 0;
    int served = 0;
    for (; served < 2000; ++served) {
      const Decision decision = decider.decide(call);
      if (decision.kind == Decision::Kind::refused) break;
      EXPECT_GT(decision.served_at, last);
      last = decision.served_at;
    }
    // Sixty years of 365.25 days are 706 times 31 days.
    EXPECT_GT(served, 700) << static_cast<int>(kind);
    EXPECT_LT(served, 720) << static_cast<int>(kind);
  }
}

}  // namespace
}  // namespace tollmeter
