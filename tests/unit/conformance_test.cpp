// The vectors of tests/conformance: what each plan costs, stated exactly and rounded, worked out apart from the engine.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/format.h"
#include "core/plan_file.h"
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

class PriceVectors : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(PriceVectors, ComeOutExactly) {
  const Json file = read_json(GetParam());
  ASSERT_FALSE(file["vectors"].empty());
  std::size_t n = 0;
  for (const Json& vector : file["vectors"]) {
    SCOPED_TRACE("vector " + std::to_string(n++) + ", plan " + vector["plan"].get<std::string>() + ": " + vector["use"].dump());
    EXPECT_FALSE(vector["source"].get<std::string>().empty());
    const Result<Catalog> plan = read_plan_file(file["plans"].at(vector["plan"].get<std::string>()).dump());
    ASSERT_TRUE(plan.ok()) << plan.problem().sentence();
    check_price(vector, plan.value());
  }
}

std::string name_of(const testing::TestParamInfo<std::filesystem::path>& info) {
  std::string name = info.param.stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Files, PriceVectors, testing::ValuesIn(files_of("prices")), name_of);

}  // namespace
}  // namespace tollmeter
