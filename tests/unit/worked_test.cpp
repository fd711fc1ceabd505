// Plans of the catalogue against totals and limits that were worked by hand (tests/catalog/worked).
#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/format.h"
#include "core/tariff.h"
#include "real_catalog.h"

namespace tollmeter {
namespace {

using Json = nlohmann::json;

Json rows_of(const char* name) {
  std::ifstream file(std::string(TOLLMETER_TESTS) + "/catalog/worked/" + name);
  return Json::parse(std::string{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()})["rows"];
}

struct Row {
  explicit Row(const Json& json) : platform(real_catalog().platform(json["platform"].get<std::string>())) {
    if (platform != nullptr) plan = platform->plan(json["plan"].get<std::string>());
    scenario = empty_scenario(day(json["date"].get<std::string>().c_str()));
    const Json none = Json::object();
    const auto members = [&](const char* key) -> const Json& { return json.contains(key) ? json[key] : none; };
    for (const auto& [id, value] : members("drivers").items()) {
      EXPECT_NE(real_catalog().driver(id), nullptr) << id;
      scenario.drivers[id] = Rational::parse(value.get<std::string>());
    }
    for (const auto& [id, value] : members("choices").items()) {
      EXPECT_NE(real_catalog().choice(id), nullptr) << id;
      scenario.choices[id] = value.get<std::string>();
    }
    if (platform == nullptr || plan == nullptr) return;
    use.platform = platform->id;
    use.plan = plan->id;
    for (const auto& [id, value] : members("use").items()) {
      EXPECT_NE(platform->metric(id), nullptr) << id;
      const Result<Quantity> quantity = parse_quantity(value.get<std::string>(), Per::month);
      EXPECT_TRUE(quantity.ok()) << value.dump();
      if (quantity.ok()) use.quantities[id] = quantity.value();
    }
    for (const auto& [id, value] : members("shares").items()) {
      const Result<Rational> share = parse_share(value.get<std::string>());
      EXPECT_TRUE(share.ok()) << value.dump();
      if (share.ok()) use.shares[id] = {share.value(), value.get<std::string>()};
    }
  }

  const Platform* platform = nullptr;
  const Plan* plan = nullptr;
  Scenario scenario;
  PlatformUse use;
};

TEST(Worked, TotalsAreThoseAddedUpByHand) {
  std::set<std::string> platforms;
  for (const Json& json : rows_of("totals.json")) {
    SCOPED_TRACE(json.dump());
    const Row row(json);
    ASSERT_NE(row.plan, nullptr);
    platforms.insert(row.platform->id);
    const Cycle cycle = cycle_at(row.scenario.date, 0);
    const Traffic traffic(cycle, row.scenario.traffic, kZones);
    const World world = real_world();
    const Usage usage(*row.platform, row.use, row.scenario, world, cycle, traffic);
    const Date date = row.scenario.date;
    const std::vector<Rational> all_served(row.platform->metrics.size(), 1);
    const std::vector<BillLine> bill =
        rate(tariff_on(*row.plan, date, usage), *row.plan, date, usage, all_served, true);
    const Money total = sum_of(bill, row.plan->currency);
    std::string steps;
    for (const BillLine& line : bill) {
      for (const std::string& step : line.steps) steps += "\n  " + line.charge->name + ": " + step;
    }
    EXPECT_EQ(total.amount, Rational::parse(json["total"].get<std::string>())) << total.amount.text() << steps;
    EXPECT_EQ(total.currency, json["currency"].get<std::string>());
  }
  for (const Platform& platform : real_catalog().platforms) {
    const bool free = platform.id == "x" || platform.id == "facebook" || platform.id == "linkedin" || platform.id == "youtube" ||
                      platform.id == "instagram";
    EXPECT_TRUE(free || platforms.contains(platform.id)) << "no total of " << platform.id << " was worked by hand";
  }
}

TEST(Worked, LimitsFareAsWorkedByHand) {
  for (const Json& json : rows_of("limits.json")) {
    SCOPED_TRACE(json.dump());
    const Row row(json);
    ASSERT_NE(row.plan, nullptr);
    const PlatformEstimate estimate =
        estimate_plan(*row.platform, row.use, *row.plan, row.scenario, real_world());
    const auto found = std::find_if(estimate.limits.begin(), estimate.limits.end(), [&](const LimitOutcome& limit) {
      return limit.limit->id == json["limit"].get<std::string>();
    });
    ASSERT_NE(found, estimate.limits.end());
    const auto same = [&](const char* key, const Rational& value) {
      if (!json.contains(key)) return;
      EXPECT_EQ(value, Rational::parse(json[key].get<std::string>())) << key << " " << value.text();
    };
    same("cap", found->cap);
    same("busiest", found->run.busiest);
    same("refused", found->refused);
    same("delayed", found->delayed);
  }
}

}  // namespace
}  // namespace tollmeter
