// Rows that are sound by themselves and have no value with what is used.
#include "core/plan_check.h"

#include <gtest/gtest.h>

#include <string>

#include "core/plan_file.h"
#include "zones_data.h"

namespace tollmeter {
namespace {

std::optional<Problem> check(const std::string& rows, const std::string& usage) {
  const Result<Catalog> plan = read_plan_file(R"({"id": "p", "name": "P", )" + rows + "}");
  EXPECT_TRUE(plan.ok()) << rows;
  const Result<UsageFile> file = read_usage_file(usage, plan.value());
  EXPECT_TRUE(file.ok()) << usage << (file.ok() ? "" : file.problem().sentence());
  return row_without_value(plan.value(), file.value(), kZones);
}

std::string charge(const std::string& more) {
  return R"("charges": [{"id": "fee", "name": "fee", "model": "flat", "price": "1", "period": "month"},
            {"id": "a", "name": "a", "model": "per_unit", "metric": "a", "price": "1", )" + more + "}]";
}

constexpr const char* kTen = R"({"date": "2026-11-01", "drivers": {"x": "0"}, "usage": {"a": "10"}})";

TEST(PlanCheck, NamesTheFormulaThatHasNoValue) {
  const std::optional<Problem> zero = check(charge(R"("each": "1 / x")"), kTen);
  ASSERT_TRUE(zero);
  EXPECT_EQ(zero->where, "charges[1].each");
  EXPECT_EQ(zero->what, "'1 / x' has no value with the numbers of the usage file");
  EXPECT_EQ(check(charge(R"j("when": "log2(x)")j"), kTen)->where, "charges[1].when");
  EXPECT_EQ(check(charge(R"j("free": "log10(x)")j"), kTen)->where, "charges[1].free");
  const std::string limited = R"("charges": [{"id": "a", "name": "a", "model": "per_unit", "metric": "a", "price": "1"}],
    "limits": [{"id": "l", "name": "l", "counts": {"a": "1"}, "amount": "5 / x", "window": {"kind": "cycle"},
    "scope": {"name": "app"}, "at_breach": {"is": "refuse"}}])";
  EXPECT_EQ(check(limited, kTen)->where, "limits[0].amount");
}

TEST(PlanCheck, SizesOfWhatIsNotThereNeedNotHaveAValue) {
  EXPECT_FALSE(check(charge(R"("each": "1 / size")"), R"({"date": "2026-11-01", "drivers": {"size": "2"}, "usage": [
    {"units": {"a": "10"}}, {"units": {"a": "0"}, "each": {"size": "0"}}]})"));
  EXPECT_TRUE(check(charge(R"("each": "1 / size")"), R"({"date": "2026-11-01", "drivers": {"size": "2"}, "usage": [
    {"units": {"a": "10"}}, {"units": {"a": "1"}, "each": {"size": "0"}}]})"));
}

TEST(PlanCheck, NamesTheZoneThatIsNotKnown) {
  const std::string hours = R"("hours": {"from": "09:00", "to": "17:00", "zone": "Mars/Olympus"})";
  EXPECT_EQ(check(charge(hours), kTen)->where, "charges[1].hours.zone");
  const std::string berlin = R"("hours": {"from": "09:00", "to": "17:00", "zone": "Europe/Berlin"})";
  EXPECT_FALSE(check(charge(berlin), kTen));
  EXPECT_EQ(check(charge(berlin), R"({"date": "2040-11-01", "usage": {"a": "10"}})")->what,
            "the clock of 'Europe/Berlin' is not known in 2040");
}

TEST(UsageFile, SizesOfWhatCameBeforeMustBeGivenToo) {
  const Result<Catalog> plan = read_plan_file(R"({"id": "p", "name": "P", )" + charge(R"("each": "size")") + "}");
  ASSERT_TRUE(plan.ok());
  const Result<UsageFile> file = read_usage_file(R"({"date": "2026-11-01", "usage": [{"units": {"a": "1"}, "each": {"size": "2"}}],
    "before": [{"units": {"a": "1"}}]})", plan.value());
  ASSERT_FALSE(file.ok());
  EXPECT_EQ(file.problem().what, "the plan names 'size', which is not given");
}

}  // namespace
}  // namespace tollmeter
