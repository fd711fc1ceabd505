// What must hold for every price, whatever its figures: on plans made at random, through the files that the command reads.
#include <random>
#include <string>

#include <gtest/gtest.h>

#include "core/plan_file.h"
#include "core/usage_file.h"
#include "core/words.h"
#include "random.h"

namespace tollmeter {
namespace {

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  int below(int n) { return drawn(engine_, 0, n - 1); }
  /// "0.0037", "12": a price.
  std::string price() {
    const std::string whole = std::to_string(below(20));
    return whole + "." + std::to_string(1000 + below(9000));
  }

 private:
  std::mt19937 engine_;
};

// Two to five tiers, the last without end.
std::string tiers(Random& random, bool with_fees, bool with_units) {
  std::string text = "[";
  int bound = 0;
  const int bounded = 1 + random.below(4);
  for (int i = 0; i <= bounded; ++i) {
    if (i > 0) text += ", ";
    text += "{";
    if (i < bounded) {
      bound += 1 + random.below(400);
      text += "\"up_to\": \"" + std::to_string(bound) + "\", ";
    }
    if (with_units) text += "\"price\": \"" + random.price() + "\"";
    if (with_units && with_fees) text += ", ";
    if (with_fees) text += "\"fee\": \"" + random.price() + "\"";
    text += "}";
  }
  return text + "]";
}

std::string plan_of(const std::string& charge) {
  return "{\"id\": \"p\", \"name\": \"P\", \"metrics\": [\"calls\"], \"charges\": [{\"id\": \"c\", \"metric\": \"calls\", " + charge +
         "}]}";
}

FilePrice price_of(const std::string& plan_json, const std::string& usage) {
  const Result<Catalog> plan = read_plan_file(plan_json);
  EXPECT_TRUE(plan.ok()) << plan_json << "\n" << (plan.ok() ? "" : plan.problem().sentence());
  const Result<UsageFile> file = read_usage_file("{\"date\": \"2026-11-01\", " + usage + "}", plan.value());
  EXPECT_TRUE(file.ok()) << usage << "\n" << (file.ok() ? "" : file.problem().sentence());
  return FileMonth(plan.value(), file.value(), {}).price();
}

std::string used(const char* key, int calls) {
  return "\"" + std::string(key) + "\": {\"calls\": \"" + std::to_string(calls) + "\"}";
}

Rational exact(const std::string& plan, int calls) { return price_of(plan, used("usage", calls)).exact; }

TEST(PricingProperties, PerUnitIsLinear) {
  Random random(1);
  for (int i = 0; i < 100; ++i) {
    const std::string price = random.price(), per = std::to_string(1 + random.below(1000));
    const std::string plan = plan_of(join({R"("model": "per_unit", "price": ")", price, R"(", "per": ")", per, "\""}));
    const int a = random.below(5000), b = random.below(5000);
    EXPECT_EQ(exact(plan, a) + exact(plan, b), exact(plan, a + b)) << plan;
    EXPECT_EQ(exact(plan, 3 * a), exact(plan, a) * 3) << plan;
    EXPECT_EQ(exact(plan, 0), 0) << plan;
  }
}

TEST(PricingProperties, GraduatedNeverFalls) {
  Random random(2);
  for (int i = 0; i < 60; ++i) {
    const std::string plan = plan_of("\"model\": \"graduated\", \"tiers\": " + tiers(random, random.below(2) == 0, true));
    Rational before = exact(plan, 0);
    for (int calls = 0; calls < 1700; calls += 1 + random.below(90)) {
      const Rational now = exact(plan, calls);
      EXPECT_GE(now, before) << plan << calls;
      before = now;
    }
  }
}

TEST(PricingProperties, SplittingAMonthNeverChangesAGraduatedTotal) {
  Random random(3);
  for (int i = 0; i < 100; ++i) {
    const std::string plan = plan_of("\"model\": \"graduated\", \"tiers\": " + tiers(random, random.below(2) == 0, true));
    const int all = random.below(2000);
    const int first = all == 0 ? 0 : random.below(all);
    const FilePrice rest = price_of(plan, used("before", first) + ", " + used("usage", all - first));
    EXPECT_EQ(exact(plan, first) + rest.exact, exact(plan, all)) << plan << " " << first << " of " << all;
  }
}

TEST(PricingProperties, NoCostIsBelowTheLeastOrAboveTheMost) {
  Random random(4);
  for (int i = 0; i < 100; ++i) {
    const int least = random.below(300);
    const int most = least + random.below(900);
    const char* model = i % 2 == 0 ? "graduated" : "volume";
    const std::string plan = plan_of("\"model\": \"" + std::string(model) + "\", \"tiers\": " + tiers(random, true, true) +
                                     ", \"least\": \"" + std::to_string(least) + "\", \"most\": \"" + std::to_string(most) + "\"");
    for (const int calls : {0, 1, random.below(50), random.below(2000), 1'000'000}) {
      EXPECT_GE(exact(plan, calls), least) << plan << calls;
      EXPECT_LE(exact(plan, calls), most) << plan << calls;
    }
  }
}

// A stairstep takes few values, and a package one price for each opened one.
TEST(PricingProperties, StepsAreFlatBetweenTheirBounds) {
  Random random(5);
  for (int i = 0; i < 60; ++i) {
    const int size = 1 + random.below(200);
    const std::string price = random.price();
    const std::string plan =
        plan_of("\"model\": \"package\", \"price\": \"" + price + "\", \"per\": \"" + std::to_string(size) + "\"");
    const int packages = 1 + random.below(20);
    const Rational whole = Rational::parse(price) * packages;
    EXPECT_EQ(exact(plan, packages * size), whole) << plan;
    EXPECT_EQ(exact(plan, (packages - 1) * size + 1), whole) << plan;
    EXPECT_EQ(exact(plan, packages * size + 1), whole + Rational::parse(price)) << plan;
  }
}

TEST(PricingProperties, TheSameMonthTwiceIsTheSameToTheLastDigit) {
  Random random(6);
  for (int i = 0; i < 40; ++i) {
    const std::string plan = plan_of("\"model\": \"volume\", \"tiers\": " + tiers(random, true, true));
    const std::string use = used("usage", random.below(3000));
    const FilePrice a = price_of(plan, use), b = price_of(plan, use);
    EXPECT_EQ(a.exact, b.exact);
    EXPECT_EQ(a.total, b.total);
    ASSERT_EQ(a.lines.size(), b.lines.size());
    EXPECT_EQ(a.lines.front().steps, b.lines.front().steps);
  }
}

}  // namespace
}  // namespace tollmeter
