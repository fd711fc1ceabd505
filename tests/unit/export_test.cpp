#include "core/export/writers.h"

#include <map>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/advice.h"
#include "core/link.h"
#include "real_catalog.h"

namespace tollmeter {
namespace {

using Json = nlohmann::json;
using testing::HasSubstr;
using testing::Not;

Calculation exported(const Scenario& scenario, std::string_view link = "https://tolls.example/#1;d=x~abcde") {
  return exported_calculation(scenario, estimate(scenario, real_world()), serve_all(scenario, real_world()), real_world(), link);
}

/// A reader of RFC 4180 by its grammar, which knows nothing of the writer.
std::vector<std::vector<std::string>> read_csv(const std::string& text) {
  std::vector<std::vector<std::string>> records(1);
  std::string field;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
        field += text[++i];
      } else if (c == '"') {
        quoted = false;
      } else {
        field += c;
      }
    } else if (c == '"') {
      EXPECT_TRUE(field.empty()) << "a quote inside a plain field: " << field;
      quoted = true;
    } else if (c == ',') {
      records.back().push_back(std::move(field));
      field.clear();
    } else if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') {
      ++i;
      records.back().push_back(std::move(field));
      field.clear();
      records.emplace_back();
    } else {
      EXPECT_NE(c, '\n') << "a line that does not end with CRLF";
      field += c;
    }
  }
  EXPECT_TRUE(records.back().empty() && field.empty()) << "the last record is not ended";
  records.pop_back();
  return records;
}

/// The records of one kind, each by the names of the heading.
std::vector<std::map<std::string, std::string>> records_of(const std::string& csv, const std::string& kind) {
  const auto all = read_csv(csv);
  std::vector<std::map<std::string, std::string>> found;
  for (const auto& record : all) {
    EXPECT_EQ(record.size(), all.front().size());
    if (record.front() != kind) continue;
    auto& one = found.emplace_back();
    for (std::size_t i = 0; i < record.size(); ++i) one[all.front()[i]] = record[i];
  }
  return found;
}

TEST(Export, CsvOfTheStoryHoldsWhatItsWorkedFiguresSay) {
  const std::string csv = export_csv(exported(example_scenario()));
  // Basic at $100 a month: the one amount that is due, so also the total (tests/catalog/worked/totals.json).
  const auto totals = records_of(csv, "total");
  ASSERT_GE(totals.size(), 1U);
  EXPECT_EQ(totals.front().at("amount"), "100.00");
  EXPECT_EQ(totals.front().at("currency"), "USD");
  Rational sum = 0;
  for (const auto& line : records_of(csv, "line")) sum += Rational::parse(line.at("amount"));
  EXPECT_EQ(sum, Rational(100));
  int broken = 0;
  for (const auto& limit : records_of(csv, "limit")) {
    if (!limit.at("verdict").starts_with("breaks")) continue;
    ++broken;
    EXPECT_EQ(limit.at("platform"), "X (Twitter)");
    EXPECT_EQ(limit.at("value"), "10000");
    EXPECT_EQ(limit.at("asked"), "30000");
    EXPECT_EQ(limit.at("refused"), "20000");
    EXPECT_EQ(limit.at("when"), "2023-05-05T00:00:00Z");
    EXPECT_FALSE(limit.at("address").empty());
  }
  EXPECT_EQ(broken, 1);
  std::map<std::string, std::string> inputs;
  for (const auto& input : records_of(csv, "input")) inputs[input.at("platform") + "/" + input.at("name")] = input.at("value");
  EXPECT_EQ(inputs.at("X (Twitter)/Posts read"), "30000");
  EXPECT_EQ(inputs.at("/connected accounts"), "60");
  EXPECT_EQ(records_of(csv, "link").front().at("address"), "https://tolls.example/#1;d=x~abcde");
}

TEST(Export, NoTextIsTakenForAFormulaOrForMoreThanOneField) {
  for (const char* title : {"=HYPERLINK(\"http://x\",\"y\")", "+1", "-1+1", "@SUM(A1)", "a,\"b\"\r\n=c", "\t=1"}) {
    Scenario scenario = example_scenario();
    scenario.title = title;
    for (const auto& record : read_csv(export_csv(exported(scenario)))) {
      for (const std::string& field : record) {
        if (field.empty()) continue;
        EXPECT_EQ(std::string("=+@").find(field[0]), std::string::npos) << field;
        // A number may be negative; a text may not begin like one.
        if (field[0] == '-') {
          EXPECT_TRUE(Rational::parse(field).ok()) << field;
        }
      }
    }
  }
}

TEST(Export, JsonHasItsShapeAndTheSameAmounts) {
  const Json json = Json::parse(export_json(exported(example_scenario())));
  EXPECT_EQ(json.at("format"), "tollmeter-calculation");
  EXPECT_EQ(json.at("version"), 1);
  EXPECT_EQ(json.at("title"), "Multi-platform ad scheduler");
  EXPECT_EQ(json.at("prices_of"), "2023-04-25");
  EXPECT_EQ(json.at("cycle").at("from"), "2023-04-25");
  EXPECT_EQ(json.at("cycle").at("to"), "2023-05-25");
  EXPECT_EQ(json.at("breaches"), 1);
  EXPECT_EQ(json.at("totals").at(0).at("amount"), "100.00");
  EXPECT_EQ(json.at("totals_serving_text"), "about $42,000");
  EXPECT_EQ(json.at("totals_serving").at(0).at("press"), true);
  EXPECT_EQ(json.at("platforms").size(), 5U);
  const Json& x = json.at("platforms").at(0);
  EXPECT_EQ(x.at("plan").at("id"), "basic");
  EXPECT_FALSE(x.at("fits"));
  // A number of a use or of money is a string: exact in every reader.
  for (const Json& line : x.at("lines")) {
    EXPECT_TRUE(line.at("amount").at("amount").is_string());
    if (!line.contains("source")) continue;
    EXPECT_LT(line.at("source").get<std::size_t>(), json.at("sources").size());
  }
  std::set<std::string> addresses;
  for (const Json& source : json.at("sources")) addresses.insert(source.value("platform", "") + source.value("title", "") + source.value("read", ""));
  EXPECT_EQ(addresses.size(), json.at("sources").size()) << "each source once";
}

TEST(Export, EveryPresetHasTheSameAmountsInEveryFormat) {
  const Scenario scenarios[] = {x_scenario("2026-11-23", "ppu"), x_scenario("2023-04-25", "basic"), x_scenario("2023-04-25", "free"), example_scenario(),
                                empty_scenario(day("2026-11-23"))};
  for (const Scenario& scenario : scenarios) {
    const Calculation calculation = exported(scenario);
    const Json json = Json::parse(export_json(calculation));
    const auto lines = records_of(export_csv(calculation), "line");
    const std::string markdown = export_markdown(calculation);
    std::size_t at = 0;
    std::map<std::string, Rational> sums;
    for (const Json& platform : json.at("platforms")) {
      for (const Json& line : platform.at("lines")) {
        ASSERT_LT(at, lines.size());
        const auto& record = lines[at++];
        EXPECT_EQ(record.at("name"), line.at("name"));
        if (line.contains("asked")) {
          EXPECT_EQ(record.at("asked"), line.at("asked"));
        }
        if (line.value("price_not_published", false)) {
          EXPECT_EQ(record.at("amount"), "");
        } else {
          EXPECT_EQ(record.at("amount"), line.at("amount").at("amount"));
        }
      }
      sums[platform.at("subtotal").at("currency").get<std::string>()] += Rational::parse(platform.at("subtotal").at("amount").get<std::string>());
    }
    EXPECT_EQ(at, lines.size());
    for (const Json& total : json.at("totals")) {
      EXPECT_EQ(Rational::parse(total.at("amount").get<std::string>()), sums[total.at("currency").get<std::string>()]);
    }
    // Each table of the document has as many cells in each row.
    std::size_t columns = 0;
    for (std::size_t i = 0; i < markdown.size();) {
      const std::size_t end = markdown.find('\n', i);
      const std::string line = markdown.substr(i, end - i);
      i = end + 1;
      std::size_t bars = 0;
      for (std::size_t k = 0; k < line.size(); ++k) bars += line[k] == '|' && (k == 0 || line[k - 1] != '\\');
      if (!line.starts_with('|')) {
        columns = 0;
        continue;
      }
      if (columns != 0) {
        EXPECT_EQ(bars, columns) << line;
      }
      columns = bars;
    }
  }
}

TEST(Export, NoTextIsTakenForMarkdown) {
  Scenario scenario = example_scenario();
  scenario.title = "<script>alert(1)</script> [x](javascript:1) | `y` **z**\n# new";
  const std::string markdown = export_markdown(exported(scenario));
  EXPECT_THAT(markdown, HasSubstr("# \\<script\\>alert(1)\\</script\\> \\[x\\](javascript:1) \\| \\`y\\` \\*\\*z\\*\\* \\# new\n"));
  EXPECT_THAT(markdown, Not(HasSubstr("<script>")));
}

TEST(Export, AssumedInputsAndRangesAreSaid) {
  Scenario scenario = x_scenario("2026-11-23", "ppu");
  scenario.platforms[0].ranges["posts_read"] = {{20000, "20,000"}, {90000, "90000"}, Per::month};
  scenario.drivers.clear();
  const std::string csv = export_csv(exported(scenario));
  bool range = false, assumed = false;
  for (const auto& input : records_of(csv, "input")) {
    range |= input.at("note").find("between 20,000 a month and 90,000 a month") != std::string::npos;
    assumed |= input.at("note") == "assumed";
  }
  EXPECT_TRUE(range);
  EXPECT_TRUE(assumed);
}

TEST(Export, FileNamesAreSafe) {
  const std::pair<const char*, const char*> rows[] = {{"", "tollmeter-2023-04-25"},
                                                      {"Q3 launch plan", "tollmeter-q3-launch-plan-2023-04-25"},
                                                      {"../../etc/passwd", "tollmeter-etc-passwd-2023-04-25"},
                                                      {"Prévu — 2027\n", "tollmeter-pr-vu-2027-2023-04-25"}};
  for (const auto& [title, want] : rows) {
    Scenario scenario = example_scenario();
    scenario.title = title;
    EXPECT_EQ(export_file_name(exported(scenario)), want);
  }
}

TEST(Export, AmountsKeepTheDecimalsOfTheirCurrency) {
  const auto amount = [](const char* number, const char* currency) {
    Money money;
    money.amount = Rational::parse(number);
    money.currency = currency;
    return exported_amount(money);
  };
  EXPECT_EQ(amount("1234.5", "USD"), "1234.50");
  EXPECT_EQ(amount("-5", "USD"), "-5.00");
  EXPECT_EQ(amount("500", "JPY"), "500");
  EXPECT_EQ(amount("1", "KWD"), "1.000");
  EXPECT_EQ(amount("0", "EUR"), "0.00");
  Money large;
  large.currency = "USD";
  large.amount = Rational::overflow();
  EXPECT_EQ(exported_amount(large), "too large");
}

}  // namespace
}  // namespace tollmeter
