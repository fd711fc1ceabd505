// Plan files that cannot mean anything are refused, each with its place.
#include "core/plan_file.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "core/catalog.h"

namespace tollmeter {
namespace {

std::string plan_of(const std::string& charges, const std::string& beside = "") {
  return R"({"id": "p", "name": "P", "charges": [)" + charges + "]" + beside + "}";
}

std::string row(const std::string& id, const std::string& more) {
  return R"({"id": ")" + id + R"(", "name": ")" + id + R"(", )" + more + "}";
}

std::string priced(const std::string& more = "") {
  return row("a", R"("model": "per_unit", "metric": "a", "price": "1")" + more);
}

struct Bad {
  const char* name;
  std::string plan;
  const char* where;
  const char* what;
};

void PrintTo(const Bad& bad, std::ostream* out) { *out << bad.name; }

class PlanFileRefuses : public testing::TestWithParam<Bad> {};

TEST_P(PlanFileRefuses, WithItsPlace) {
  const Result<Catalog> plan = read_plan_file(GetParam().plan);
  ASSERT_FALSE(plan.ok()) << GetParam().plan;
  EXPECT_EQ(plan.problem().where, GetParam().where);
  EXPECT_EQ(plan.problem().what, GetParam().what);
  EXPECT_FALSE(plan.problem().expected.empty());
}

std::vector<Bad> bad_plans() {
  return {
      {"FreeOfNothing", plan_of(priced(R"(, "free_per": "day")")), "charges[0].free_per", "nothing is free"},
      {"PriceAndLike", plan_of(priced() + "," + row("b", R"("model": "per_unit", "metric": "b", "price": "5", "like": {"charge": "a"})")),
       "charges[1].like", "the charge has a price of its own"},
      {"PriceOfAStep", plan_of(row("a", R"("model": "stairstep", "metric": "a", "tiers": [{"fee": "5", "price": "1"}])")),
       "charges[0].tiers[0].price", "a stairstep counts no units"},
      {"Circle",
       plan_of(row("a", R"("model": "per_unit", "on": ["b"], "price": "1")") + "," +
               row("b", R"("model": "per_unit", "on": ["a"], "price": "1")")),
       "charges", "'a' stands on rows that stand on rows without end"},
      {"NeverInForceTogether",
       plan_of(priced(R"(, "to": "2026-01-01")") + "," +
               row("b", R"("model": "percentage", "on": ["a"], "price": "0.1", "from": "2026-01-01")")),
       "charges", "'a' is named by 'b' and is never in force with it"},
      {"UnitNotSold", plan_of(priced(R"(, "in": "credits")")), "charges", "'a' is in credits, which no row sells"},
      {"DiscountOfMore", plan_of(priced() + "," + row("d", R"("model": "discount", "price": "1.5")")), "charges[1].price",
       "it is more than the whole"},
      {"FlatWithFree", plan_of(row("f", R"("model": "flat", "period": "month", "price": "1", "free": "5")")), "charges[0].free",
       "only a charge for a quantity has it"},
      {"ProratedUnits", plan_of(priced(R"(, "prorate": true)")), "charges[0].prorate", "only a flat charge has it"},
      {"MostBelowLeast", plan_of(priced(R"(, "most": "1", "least": "5")")), "charges[0].most", "it lies below 'least'"},
      {"BoundsOfPaymentsInTiers",
       plan_of(row("p", R"("model": "percentage", "metric": "p", "each": "amount", "most_each": "2",
                          "tiers": [{"up_to": "100", "price": "0.1"}, {"price": "0.05"}])")),
       "charges[0]", "bounds of each payment go with no tiers of the whole money"},
      {"StepsThatFall",
       plan_of(row("s", R"("model": "capacity", "steps": [{"holds": {"a": "15000"}, "fee": "150"},
                          {"holds": {"a": "5000"}, "fee": "75"}])"),
               R"(, "metrics": ["a"], "included": [{"metrics": ["a"]}])"),
       "charges[0].steps[1].holds", "'a' is less than in the step before"},
      {"PricedAndIncluded", plan_of(priced(), R"(, "included": [{"metrics": ["a"]}])"), "",
       "'a' is said twice for the plan's start"},
  };
}

INSTANTIATE_TEST_SUITE_P(Plans, PlanFileRefuses, testing::ValuesIn(bad_plans()),
                         [](const testing::TestParamInfo<Bad>& bad) { return std::string(bad.param.name); });

/// Layers of rows, each on all rows of the layer below.
std::string layers(int high, int wide) {
  std::string charges, below;
  for (int layer = 0; layer < high; ++layer) {
    std::string ids;
    for (int i = 0; i < wide; ++i) {
      const std::string id = "r" + std::to_string(layer) + "_" + std::to_string(i);
      ids += (ids.empty() ? "\"" : ", \"") + id + "\"";
      if (!charges.empty()) charges += ", ";
      charges += row(id, layer == 0 ? R"("model": "flat", "period": "month", "price": "1")"
                                    : R"("model": "per_unit", "price": "1", "on": [)" + below + "]");
    }
    below = ids;
  }
  return plan_of(charges);
}

TEST(PlanFile, RowsOnManyRowsAreReadAtOnce) {
  EXPECT_TRUE(read_plan_file(layers(9, 10)).ok());
  EXPECT_FALSE(read_plan_file(layers(10, 10)).ok());
}

}  // namespace
}  // namespace tollmeter
