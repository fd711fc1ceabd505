#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/format.h"
#include "toy_catalog.h"

namespace tollmeter {
namespace {

using namespace toy;

// Every amount beside its hand arithmetic.
TEST(Rating, LineAmounts) {
  struct Row {
    const char* name;
    std::vector<Charge> charges;
    const char* posts;
    const char* reads;
    std::vector<std::string> lines;  // "metric: asked/served = amount"
    const char* subtotal;
  };
  Charge per_thousand = per_unit("reads", known("0.5"));
  per_thousand.per = 1000;
  Charge per_million = per_unit("reads", known("0.0028"));
  per_million.per = 1000000;
  Charge yearly = flat(known("2100"));
  yearly.period = Period::year;
  Charge uneven_year = flat(known("100"));
  uneven_year.period = Period::year;
  Charge once = flat(known("70"));
  once.period = Period::once;
  Charge ended = flat(known("5"));
  ended.validity.to = day("2023-04-25");
  Charge begun = flat(known("7"));
  begun.validity.from = day("2023-04-25");

  const Row rows[] = {
      {"flat", {flat(known("100"))}, "", "", {"fee = 100"}, "$100.00"},
      {"a year is twelve months", {yearly}, "", "", {"fee = 175"}, "$175.00"},
      {"a twelfth is rounded once, half-up: 8.333", {uneven_year}, "", "", {"fee = 8.33"}, "$8.33"},
      {"once is not monthly", {once}, "", "", {"fee = 0"}, "$0.00"},
      {"until is exclusive, from inclusive", {ended, begun}, "", "", {"fee = 7"}, "$7.00"},
      {"zero usage makes no line", {per_unit("posts", known("0.015"))}, "", "", {}, "$0.00"},
      {"per unit", {per_unit("reads", known("0.005"))}, "", "30000", {"reads: 30000/30000 = 150"}, "$150.00"},
      {"per 1,000", {per_thousand}, "", "1800", {"reads: 1800/1800 = 0.9"}, "$0.90"},
      {"per 1,000,000, exact until the cent: 2.8 cents",
       {per_million},
       "",
       "10M",
       {"reads: 10000000/10000000 = 0.03"},
       "$0.03"},
      {"half a cent is rounded up: 1 x 0.005",
       {per_unit("reads", known("0.005"))},
       "",
       "1",
       {"reads: 1/1 = 0.01"},
       "$0.01"},
      {"a part leaves its parent's line: 3,600 x 0.015 and 2,400 x 0.2",
       {per_unit("posts", known("0.015")), per_unit("linked", known("0.2"))},
       "6000",
       "",
       {"posts: 3600/3600 = 54", "linked: 2400/2400 = 480"},
       "$534.00"},
      {"a part without a charge stays",
       {per_unit("posts", known("0.015"))},
       "6000",
       "",
       {"posts: 6000/6000 = 90"},
       "$90.00"},
      {"an included part is free inside what costs",
       {per_unit("posts", known("0.015")), included("linked")},
       "6000",
       "",
       {"posts: 3600/3600 = 54", "linked: 2400/2400 = 0"},
       "$54.00"},
      {"the total is rounded once: 0.005 + 0.005 make 0.01",
       {per_unit("posts", known("0.005")), included("linked"), per_unit("reads", known("0.005"))},
       "2",
       "1",
       {"posts: 1/1 = 0.01", "linked: 1/1 = 0", "reads: 1/1 = 0.01"},
       "$0.01"},
      {"a price by a driver", {flat(known("3 * accounts"))}, "", "", {"fee = 3"}, "$3.00"},
      {"unknown is not zero",
       {flat(unknown()), per_unit("reads", known("1"))},
       "",
       "2",
       {"fee = ?", "reads: 2/2 = 2"},
       "at least $2.00"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.name);
    const Catalog c = catalog({plan("p", Access::open, row.charges)});
    const Scenario s = scenario("p", row.posts, row.reads);
    const PlatformEstimate e = estimate_plan(c.platforms[0], s.platforms[0], c.platforms[0].plans[0], s, world(c));
    std::vector<std::string> lines;
    for (const BillLine& line : e.bill) {
      const std::string amount = line.unknown ? "?" : line.amount.amount.text();
      lines.push_back(line.metric
                          ? line.metric->id + ": " + line.asked.text() + "/" + line.served.text() + " = " + amount
                          : "fee = " + amount);
    }
    EXPECT_EQ(lines, row.lines);
    EXPECT_EQ(money_text(e.subtotal), row.subtotal);
  }
}

TEST(Rating, OnlyWhatIsServedIsBilled) {
  struct Row {
    const char* name;
    std::vector<Limit> limits;
    std::vector<std::string> refused_rows;  // metrics not offered
    std::string served;                     // "posts linked reads"
    bool fits;
  };
  Limit both = limit("posts", known("3000"));
  Limit tighter = limit("posts", known("1500"));
  Limit billed = limit("posts", known("10"));
  billed.breach.behaviour = Behaviour::bill;
  const Row rows[] = {
      {"no limit", {}, {}, "3600 2400 30000", true},
      {"half of the posts, and of those with a link", {both}, {}, "1800 1200 30000", false},
      {"the tightest counts, not the product", {both, tighter}, {}, "900 600 30000", false},
      {"a limit on the part leaves the rest", {limit("linked", known("600"))}, {}, "3600 600 30000", false},
      {"a refused request is refused posts", {limit("requests", known("100"))}, {}, "3600 2400 10000", false},
      {"served units are whole", {limit("requests", known("7"))}, {}, "3600 2400 700", false},
      {"what is billed beyond is served", {billed}, {}, "3600 2400 30000", true},
      {"exactly at the cap", {limit("posts", known("6000"))}, {}, "3600 2400 30000", true},
      {"not offered", {}, {"reads"}, "3600 2400 -", false},
      {"a part not offered leaves the rest", {}, {"linked"}, "3600 - 30000", false},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.name);
    Plan p = plan("p", Access::open,
                  {per_unit("posts", known("1")), per_unit("linked", known("1")), per_unit("reads", known("1"))},
                  row.limits);
    for (const std::string& id : row.refused_rows) p.not_offered.push_back(not_offered(id.c_str()));
    const Catalog c = catalog({p});
    const Scenario s = scenario("p", "6000", "30000");
    const PlatformEstimate e = estimate_plan(c.platforms[0], s.platforms[0], c.platforms[0].plans[0], s, world(c));
    std::string served;
    Rational sum;
    for (const char* id : {"posts", "linked", "reads"}) {
      std::string one = "-";
      for (const BillLine& line : e.bill) {
        if (!line.metric || line.metric->id != id) continue;
        one = line.served.text();
        EXPECT_EQ(line.amount.amount, line.served);
        sum += line.served;
      }
      served += (served.empty() ? "" : " ") + one;
    }
    EXPECT_EQ(served, row.served);
    EXPECT_EQ(e.fits, row.fits);
    EXPECT_EQ(e.subtotal.amount, sum);
    EXPECT_EQ(e.not_offered.size(), row.refused_rows.size());
  }
}

TEST(Rating, MarksTravelToTheTotal) {
  struct Row {
    const char* name;
    Access access;
    const char* source;
    Amount price;
    const char* text;
    bool press, conflicting, published;
  };
  const Row rows[] = {
      {"published", Access::open, "page", known("42000"), "$42,000.00", false, false, true},
      {"about", Access::open, "page", about("42000"), "about $42,000", false, false, false},
      {"press", Access::open, "press", known("42000"), "about $42,000", true, false, false},
      {"by contract", Access::contract, "page", known("42000"), "about $42,000", false, false, false},
      {"sources disagree", Access::open, "quarrel", known("42000"), "$42,000.00", false, true, true},
      {"not published", Access::contract, "page", unknown(), "at least $0.00", false, false, false},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.name);
    Charge fee = flat(row.price);
    fee.source = row.source;
    const Catalog c = catalog({plan("p", row.access, {fee})});
    const Scenario s = scenario("p", "", "");
    const Estimate e = estimate(s, world(c));
    EXPECT_EQ(money_text(e.totals[0]), row.text);
    EXPECT_EQ(e.totals[0].press, row.press);
    EXPECT_EQ(e.totals[0].conflicting, row.conflicting);
    EXPECT_EQ(e.platforms[0].published, row.published);
  }
}

TEST(Rating, IncludedFromThePressDoesNotBlurAPrice) {
  Charge reads = included("reads");
  reads.source = "press";
  const Catalog c = catalog({plan("p", Access::open, {flat(known("100")), reads})});
  EXPECT_EQ(money_text(estimate(scenario("p", "", "5"), world(c)).totals[0]), "$100.00");
}

TEST(Rating, SpendLimitCountsMoneyLessFlatFees) {
  struct Row {
    const char* name;
    const char* amount;  // of the limit
    std::int64_t driver;
    bool exists, fits;
    const char* cap;
  };
  // Use costs 3,600 x 0.015 + 2,400 x 0.2 = 534, the fee 20.
  const Row rows[] = {
      {"not set", "spend_limit", 0, false, true, ""},
      {"exactly enough", "spend_limit", 554, true, true, "534"},
      {"a dollar short", "spend_limit", 553, true, false, "533"},
      {"less than the fee", "spend_limit", 15, true, false, "0"},
      {"a fixed limit", "554", 0, true, true, "534"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.name);
    Limit spend = limit("", known(row.amount));
    spend.weights.clear();
    spend.spend = true;
    const Catalog c = catalog(
        {plan("p", Access::open,
              {flat(known("20")), per_unit("posts", known("0.015")), per_unit("linked", known("0.2"))}, {spend})});
    Scenario s = scenario("p", "6000", "");
    s.drivers["spend_limit"] = row.driver;
    const Estimate e = estimate(s, world(c));
    ASSERT_EQ(e.platforms[0].limits.size(), row.exists ? 1u : 0u);
    EXPECT_EQ(e.platforms[0].fits, row.fits);
    if (!row.exists) continue;
    EXPECT_EQ(e.platforms[0].limits[0].cap.text(), row.cap);
    EXPECT_LE(e.totals[0].amount, row.fits ? Rational(554) : max(Rational(20), Rational(row.driver)));
  }
}

TEST(Rating, StepsShowTheArithmetic) {
  struct Row {
    const char* name;
    Charge charge;
    std::vector<Limit> limits;
    std::vector<std::string> steps;
  };
  Charge year = flat(known("2100"));
  year.period = Period::year;
  Charge thousand = per_unit("reads", known("0.5"));
  thousand.per = 1000;
  Charge reported = flat(about("42000"));
  const Row rows[] = {
      {"flat", flat(known("100")), {}, {"$100.00 a month"}},
      {"about has no cents", reported, {}, {"about $42,000 a month"}},
      {"year", year, {}, {"$2,100.00 a year ÷ 12 months = $175.00"}},
      {"per unit", per_unit("reads", known("0.015")), {}, {"30,000 × $0.015 = $450.00"}},
      {"per 1,000", thousand, {}, {"30,000 ÷ 1,000 × $0.50 = $15.00"}},
      {"rounded", per_unit("reads", known("0.0000333")), {}, {"30,000 × $0.0000333 = $0.999, rounded to $1.00"}},
      {"included", included("reads"), {}, {"included in the plan"}},
      {"included up to", included("reads"), {limit("reads", known("50000"))}, {"50,000 included"}},
      {"refused",
       included("reads"),
       {limit("reads", known("10000"))},
       {"30,000 asked − 20,000 refused = 10,000 served", "10,000 included"}},
      {"not published", per_unit("reads", unknown()), {}, {"price not published"}},
  };
  for (const Row& row : rows) {
    const Catalog c = catalog({plan("p", Access::open, {row.charge}, row.limits)});
    const Estimate e = estimate(scenario("p", "", "30000"), world(c));
    ASSERT_EQ(e.platforms[0].bill.size(), 1u) << row.name;
    EXPECT_EQ(e.platforms[0].bill[0].steps, row.steps) << row.name;
  }
}

}  // namespace
}  // namespace tollmeter
