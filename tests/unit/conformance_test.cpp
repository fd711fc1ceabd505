// The vectors of tests/conformance, worked out apart from the engine: what plans cost, exactly and rounded, what becomes
// of calls at instants, how limits fare over a month, and between what the total lies.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/events_file.h"
#include "core/format.h"
#include "core/link.h"
#include "core/plan_file.h"
#include "core/solve/ranges.h"
#include "core/usage_file.h"
#include "zones_data.h"

namespace tollmeter {
namespace {

using Json = nlohmann::json;

Json read_json(const std::filesystem::path& path) {
  std::ifstream file(path);
  return Json::parse(std::string{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()});
}

std::vector<std::filesystem::path> files_of(const char* folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(TOLLMETER_TESTS) / "conformance" / folder)) {
    files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// "37/120000" or a decimal.
Rational exact_of(const std::string& text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string::npos) return Rational::parse(text);
  return Rational::parse(text.substr(0, slash)) / Rational::parse(text.substr(slash + 1));
}

void check_price(const Json& vector, const Catalog& plan) {
  const Result<UsageFile> usage = read_usage_file(vector["use"].dump(), plan);
  ASSERT_TRUE(usage.ok()) << usage.problem().sentence();
  const FilePrice price = FileMonth(plan, usage.value(), kZones).price();
  std::string steps;
  for (const BillLine& line : price.lines) {
    for (const std::string& step : line.steps) steps += "\n  " + line.charge->name + ": " + step;
  }
  EXPECT_EQ(price.exact, exact_of(vector["exact"].get<std::string>())) << price.exact.text() << steps;
  EXPECT_EQ(price.total, exact_of(vector["amount"].get<std::string>())) << price.total.text() << steps;
  EXPECT_EQ(price.at_least, vector.value("at_least", false)) << steps;
  EXPECT_EQ(price.approximate, vector.value("approximate", false)) << steps;
}

/// Each vector of a file with the plan that it names.
template <class Check>
void for_each_vector(const std::filesystem::path& path, const Check& check) {
  const Json file = read_json(path);
  ASSERT_FALSE(file["vectors"].empty());
  std::size_t n = 0;
  for (const Json& vector : file["vectors"]) {
    const std::string name = vector["plan"].get<std::string>();
    SCOPED_TRACE("vector " + std::to_string(n++) + ", plan " + name + ": " + vector["source"].get<std::string>());
    EXPECT_FALSE(vector["source"].get<std::string>().empty());
    const Result<Catalog> plan = read_plan_file(file["plans"].at(name).dump());
    ASSERT_TRUE(plan.ok()) << plan.problem().sentence();
    check(vector, plan.value());
  }
}

class PriceVectors : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(PriceVectors, ComeOutExactly) {
  for_each_vector(GetParam(), [](const Json& vector, const Catalog& plan) {
    SCOPED_TRACE(vector["use"].dump());
    check_price(vector, plan);
  });
}

/// "served", "refused until 2026-11-01T00:01:00Z", "refused for ever", "delayed to …", "billed", "degraded".
std::string words_of(const Decision& decision) {
  const auto iso = [](Nanoseconds t) { return instant_iso(Rational::fraction(t, kSecond)); };
  switch (decision.kind) {
    case Decision::Kind::served:
      return "served";
    case Decision::Kind::billed:
      return "billed";
    case Decision::Kind::degraded:
      return "degraded";
    case Decision::Kind::delayed:
      return "delayed to " + iso(decision.served_at);
    case Decision::Kind::refused:
      break;
  }
  return decision.retry_at ? "refused until " + iso(*decision.retry_at) : "refused for ever";
}

class DecisionVectors : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(DecisionVectors, FallAsStated) {
  for_each_vector(GetParam(), [](const Json& vector, const Catalog& plan) {
    Json given = {{"date", "2026-11-01"}, {"events", Json::array()}};
    for (const char* key : {"date", "cycle_day", "drivers"}) {
      if (vector.contains(key)) given[key] = vector[key];
    }
    std::vector<std::string> expected;
    for (const Json& row : vector["events"]) {
      Json event = row;
      expected.push_back(event["is"].get<std::string>() + (event.contains("left") ? ", " + event["left"].get<std::string>() + " left" : ""));
      event.erase("is");
      event.erase("left");
      given["events"].push_back(event);
    }
    const Result<EventsFile> events = read_events_file(given.dump(), plan);
    ASSERT_TRUE(events.ok()) << events.problem().sentence();
    std::vector<std::string> found;
    for (const Decision& decision : decide_events(plan, events.value(), kZones)) {
      const bool tells_left = vector["events"][found.size()].contains("left");
      found.push_back(words_of(decision) + (tells_left ? ", " + decision.left.text() + " left" : ""));
    }
    EXPECT_EQ(found, expected);
  });
}

/// What a limit comes to over a month, by the names of the vectors.
Json figures_of(const LimitOutcome& outcome) {
  const auto instant = [](const std::optional<Rational>& t) { return t ? Json(instant_iso(*t)) : Json(nullptr); };
  return {{"busiest", outcome.run.busiest.text()},
          {"utilisation", outcome.run.utilisation.text()},
          {"refused", outcome.refused.text()},
          {"delayed", outcome.delayed.text()},
          {"longest_wait", outcome.run.longest_wait.text()},
          {"simulated", outcome.run.simulated},
          {"used_up", instant(outcome.run.used_up)},
          {"first_refused", instant(outcome.run.first_refused)}};
}

class MonthVectors : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(MonthVectors, RunAsStated) {
  for_each_vector(GetParam(), [](const Json& vector, const Catalog& plan) {
    const Result<UsageFile> usage = read_usage_file(vector["use"].dump(), plan);
    ASSERT_TRUE(usage.ok()) << usage.problem().sentence();
    std::size_t stated = 0;
    for (const LimitOutcome& outcome : FileMonth(plan, usage.value(), kZones).limits()) {
      const auto expected = vector["limits"].find(outcome.limit->id);
      if (expected == vector["limits"].end()) continue;
      ++stated;
      const Json found = figures_of(outcome);
      for (const auto& [name, value] : expected->items()) EXPECT_EQ(found.at(name), value) << outcome.limit->id << ", " << name;
    }
    EXPECT_EQ(stated, vector["limits"].size());
  });
}

class RangeVectors : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(RangeVectors, LieAsStated) {
  for_each_vector(GetParam(), [](const Json& vector, const Catalog& plan) {
    const OpenedLink opened = open_link(seal_link(vector["link"].get<std::string>()), plan);
    ASSERT_EQ(opened.kind, OpenedLink::Kind::whole) << opened.broken.problem.sentence();
    const Ranges ranges = ranges_of(opened.document.scenario, {&plan, kZones});
    ASSERT_EQ(ranges.totals.size(), 1U);
    const TotalRange& total = ranges.totals[0];
    const auto is = [&](const char* name) { return Rational::parse(vector["is"][name].get<std::string>()); };
    EXPECT_EQ(total.likely.amount, is("likely"));
    EXPECT_EQ(total.all_low.amount, is("all_low"));
    EXPECT_EQ(total.all_high.amount, is("all_high"));
    EXPECT_EQ(total.least.amount, is("least"));
    EXPECT_EQ(total.tenth.amount, is("tenth"));
    EXPECT_EQ(total.median.amount, is("median"));
    EXPECT_EQ(total.ninetieth.amount, is("ninetieth"));
    EXPECT_EQ(total.most.amount, is("most"));
    Json swings = Json::array();
    for (const Swing& swing : total.swings) {
      swings.push_back({input_key(ranges.inputs[swing.input]), money_text(swing.at_low), money_text(swing.at_high)});
    }
    Json stated = Json::array();
    for (const Json& swing : vector["is"]["swings"]) {
      const auto text = [&](std::size_t i) {
        Money money;
        money.amount = Rational::parse(swing[i].get<std::string>());
        money.currency = "USD";
        return money_text(money);
      };
      stated.push_back({swing[0], text(1), text(2)});
    }
    EXPECT_EQ(swings, stated);
  });
}

std::string name_of(const testing::TestParamInfo<std::filesystem::path>& info) {
  std::string name = info.param.stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Files, PriceVectors, testing::ValuesIn(files_of("prices")), name_of);
INSTANTIATE_TEST_SUITE_P(Files, DecisionVectors, testing::ValuesIn(files_of("decisions")), name_of);
INSTANTIATE_TEST_SUITE_P(Files, MonthVectors, testing::ValuesIn(files_of("months")), name_of);
INSTANTIATE_TEST_SUITE_P(Files, RangeVectors, testing::ValuesIn(files_of("ranges")), name_of);

}  // namespace
}  // namespace tollmeter
