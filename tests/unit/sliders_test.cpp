// What a person can reach by a slider: every published month's cap of one operation, and what is typical.
#include <gtest/gtest.h>

#include "core/quantity.h"
#include "real_catalog.h"

namespace tollmeter {
namespace {

TEST(Sliders, ReachEveryCapOfAMonthOrADayAndHoldWhatIsTypical) {
  const Cycle month = cycle_at(*Date::parse("2026-11-01"), 0);
  int caps = 0, typical = 0;
  for (const Platform& platform : real_catalog().platforms) {
    for (const Plan& plan : platform.plans) {
      for (const Limit& limit : plan.limits) {
        const bool monthly = limit.window.kind == Window::Kind::cycle || limit.window.is_month();
        const bool daily = limit.window.kind == Window::Kind::fixed && limit.window.seconds == 86400;
        if (limit.weights.size() != 1 || !(monthly || daily)) continue;
        if (limit.amount.kind != Amount::Kind::known || !limit.amount.value.is_number()) continue;
        const Metric* metric = platform.metric(limit.weights.front().metric);
        if (metric == nullptr || metric->kind != Metric::Kind::entered) continue;
        const Rational cap = Rational::parse(limit.amount.value.text()) / limit.weights.front().units * (daily ? 30 : 1);
        if (!(cap <= 1'000'000'000)) continue;  // nobody drags so far
        EXPECT_LE(cap, metric->slider_most) << platform.id << " " << plan.id << " " << metric->id;
        ++caps;
      }
    }
    for (const TypicalUse& use : platform.typical) {
      const Metric* metric = platform.metric(use.metric);
      ASSERT_NE(metric, nullptr) << platform.id << " " << use.metric;
      const Result<Quantity> quantity = parse_quantity(use.text, Per::month);
      ASSERT_TRUE(quantity.ok()) << platform.id << " " << use.text;
      EXPECT_LE(metric->slider_least, quantity.value().in(month)) << platform.id << " " << use.metric;
      EXPECT_LE(quantity.value().in(month), metric->slider_most) << platform.id << " " << use.metric;
      ++typical;
    }
  }
  EXPECT_GT(caps, 80);
  EXPECT_GT(typical, 100);
}

}  // namespace
}  // namespace tollmeter
