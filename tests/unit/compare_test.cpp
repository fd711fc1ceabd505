#include "core/compare.h"

#include <gtest/gtest.h>

#include "core/advice.h"
#include "core/format.h"
#include "real_catalog.h"
#include "toy_catalog.h"

namespace tollmeter {
namespace {

std::vector<std::string> lines(const Comparison& c) {
  std::vector<std::string> out;
  for (const MovedLine& l : c.moved) {
    out.push_back(l.platform + ": " + l.line + " | " + money_text(l.before) + " | " + money_text(l.after) + " | " +
                  l.why);
  }
  return out;
}

TEST(Compare, TheStorysUseSharedInMarch2026) {
  const Scenario s = x_scenario("2026-03-03", "");
  const Date then = s.date, now = day("2026-11-23");
  const Estimate before = same_use_on(s, real_world(), then), after = same_use_on(s, real_world(), now);
  const Comparison c = compare(before, then, after, now);
  EXPECT_EQ(lines(c),
            (std::vector<std::string>{"X: posts without a link, 3,600 | $36.00 | $54.00 | 20 Apr 2026: $0.01 → $0.015",
                                      "X: posts with a link, 2,400 | $24.00 | $480.00 | 20 Apr 2026: $0.01 → $0.20"}));
  for (const MovedLine& line : c.moved) EXPECT_NE(line.source, nullptr);
  EXPECT_EQ(c.unchanged_lines, 1);
  EXPECT_EQ(money_text(c.unchanged), "$150.00");

  // Backwards the same day divides the two prices.
  EXPECT_EQ(lines(compare(after, now, before, then))[0],
            "X: posts without a link, 3,600 | $54.00 | $36.00 | before 20 Apr 2026: $0.015 → $0.01");
}

// The lines that moved and those that did not add up to both totals.
TEST(Compare, MovedAndUnchangedAddUp) {
  for (const char* plan : {"", "basic", "free", "pro"}) {
    const Scenario s = x_scenario("2023-04-25", plan);
    for (const char* date : {"2022-05-01", "2023-07-01", "2025-01-01", "2026-03-03", "2026-11-23"}) {
      const Estimate before = estimate(s, real_world()), after = same_use_on(s, real_world(), day(date));
      const Comparison c = compare(before, s.date, after, day(date));
      Rational was = c.unchanged.amount, is = c.unchanged.amount;
      for (const MovedLine& line : c.moved) {
        was += line.before.amount;
        is += line.after.amount;
        EXPECT_FALSE(line.why.empty());
      }
      EXPECT_EQ(was, before.totals[0].amount) << plan << date;
      EXPECT_EQ(is, after.totals[0].amount) << plan << date;
    }
  }
}

TEST(Compare, ReasonsBesidePrices) {
  using namespace toy;
  Charge dear = flat(known("200"));
  dear.validity.from = day("2024-10-30");
  dear.validity.from_about = "late October 2024";
  Charge cheap = flat(known("100"));
  cheap.validity.to = day("2024-10-30");
  Plan basic = plan("Basic", Access::open, {cheap, dear, per_unit("posts", known("1"))});
  basic.validity.to = day("2026-01-01");
  Limit tight = limit("posts", known("6"));
  tight.validity.from = day("2025-01-01");
  basic.limits = {tight};
  Plan next = plan("Next", Access::open, {per_unit("posts", known("3"))});
  next.validity.from = day("2026-01-01");
  const Catalog c = catalog({basic, next});
  const Scenario s = scenario("Basic", "10", "");
  struct Row {
    const char* date;
    std::vector<std::string> want;
    int unchanged;
  };
  const Row rows[] = {
      {"2023-06-01", {}, 2},
      {"2024-12-01", {"Toy: monthly fee | $100.00 | $200.00 | about late October 2024: $100.00 → $200.00"}, 1},
      {"2025-06-01",
       {"Toy: monthly fee | $100.00 | $200.00 | about late October 2024: $100.00 → $200.00",
        "Toy: posts, 6 | $10.00 | $6.00 | 10 → 6 served"},
       0},
      {"2026-06-01",
       {"Toy: posts, 10 | $10.00 | $30.00 | Basic ended 1 Jan 2026; now Next",
        "Toy: monthly fee | $100.00 | $0.00 | Basic ended 1 Jan 2026; now Next"},
       0},
  };
  for (const Row& row : rows) {
    const Date now = day(row.date);
    const Comparison got = compare(estimate(s, world(c)), s.date, same_use_on(s, world(c), now), now);
    EXPECT_EQ(lines(got), row.want) << row.date;
    EXPECT_EQ(got.unchanged_lines, row.unchanged) << row.date;
  }
}

TEST(Compare, APlatformMore) {
  const Scenario one = x_scenario("2023-04-25", "basic");
  const Scenario five = example_scenario();
  const Comparison c = compare(estimate(five, real_world()), five.date, estimate(one, real_world()), one.date);
  EXPECT_TRUE(c.moved.empty()) << "the other four cost nothing";
  const Scenario none = empty_scenario(one.date);
  const Comparison all = compare(estimate(none, real_world()), none.date, estimate(one, real_world()), one.date);
  ASSERT_EQ(all.moved.size(), 1u);
  EXPECT_EQ(all.moved[0].why, "not in use before");
}

}  // namespace
}  // namespace tollmeter
