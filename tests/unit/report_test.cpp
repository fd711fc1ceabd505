#include "core/report.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "core/advice.h"
#include "real_catalog.h"

namespace tollmeter {
namespace {

TEST(Report, ShareTextHasTitleTotalDateBreachesAndLink) {
  struct Row {
    const char* name;
    Scenario scenario;
    bool serve_all;
    const char* want;
  };
  Scenario hostile = x_scenario("2026-11-23", "ppu");
  hostile.title = "two\nlines\tand a tab";
  const Row rows[] = {
      {"the story", example_scenario(), false,
       "Multi-platform ad scheduler\n$100.00 a month before tax, prices of 25 April 2023, 1 breach\nLINK\n"},
      {"reported", example_scenario(), true,
       "Multi-platform ad scheduler\nabout $42,000 (press report) a month before tax, prices of 25 April 2023, nothing "
       "breaks\nLINK\n"},
      {"no title", x_scenario("2026-11-23", "ppu"), false,
       "$684.00 a month before tax, prices of 23 November 2026, nothing breaks\nLINK\n"},
      {"a title stays one line", hostile, false,
       "two lines and a tab\n$684.00 a month before tax, prices of 23 November 2026, nothing breaks\nLINK\n"},
  };
  for (const Row& row : rows) {
    const Estimate e = row.serve_all ? serve_all(row.scenario, real_world()) : estimate(row.scenario, real_world());
    EXPECT_EQ(share_text(row.scenario, e, "LINK"), row.want) << row.name;
  }
}

TEST(Report, BillTableIsRectangularAndAddsUp) {
  const Scenario s = x_scenario("2026-11-23", "ppu");
  const Estimate e = estimate(s, real_world());
  std::istringstream table(bill_table(e));
  std::string line;
  Rational sum, total;
  int rows = 0;
  while (std::getline(table, line)) {
    EXPECT_EQ(std::count(line.begin(), line.end(), '\t'), 8) << line;
    std::vector<std::string> cells;
    std::istringstream cells_of(line);
    for (std::string cell; std::getline(cells_of, cell, '\t');) cells.push_back(cell);
    if (++rows == 1) continue;
    (cells[0] == "Total before tax" ? total : sum) += Rational::parse(cells[5]);
  }
  EXPECT_EQ(rows, 1 + 3 + 1);
  EXPECT_EQ(sum, Rational(684));
  EXPECT_EQ(total, Rational(684));
}

TEST(Report, CellsCannotBecomeFormulas) {
  Catalog c = real_catalog();
  for (Platform& p : c.platforms) p.name = "=cmd()\t+1";
  const Scenario s = x_scenario("2026-11-23", "ppu");
  const std::string table = bill_table(estimate(s, World{&c, kZones}));
  EXPECT_NE(table.find("\n'=cmd() +1\t"), std::string::npos) << table;
}

}  // namespace
}  // namespace tollmeter
