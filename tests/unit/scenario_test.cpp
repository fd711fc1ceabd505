#include "core/scenario.h"

#include "core/questions.h"
#include "real_catalog.h"
#include "toy_catalog.h"

namespace tollmeter {
namespace {

TEST(Scenario, ExampleNamesOnlyWhatTheCatalogueHolds) {
  const Scenario s = example_scenario();
  EXPECT_EQ(s.date.iso(), "2023-04-25");
  ASSERT_EQ(s.platforms.size(), 5u);
  for (const PlatformUse& use : s.platforms) {
    const Platform* platform = real_catalog().platform(use.platform);
    ASSERT_NE(platform, nullptr) << use.platform;
    EXPECT_NE(platform->plan(use.plan), nullptr) << use.platform << " " << use.plan;
    for (const auto& [id, quantity] : use.quantities) {
      ASSERT_NE(platform->metric(id), nullptr) << use.platform << " " << id;
      EXPECT_EQ(parse_quantity(quantity.typed, Per::month).value(), quantity) << id;
    }
  }
}

TEST(Scenario, AskedUnitsFollowFromWhatIsEntered) {
  const Catalog c = toy::catalog({});
  struct Row {
    const char* name;
    const char* posts;
    const char* reads;
    const char* share;  // typed; empty: assumed 40 %
    std::int64_t per_request;
    std::int64_t want_posts, want_linked, want_reads, want_requests;
  };
  const Row rows[] = {
      {"nothing", "", "", "", 100, 0, 0, 0, 0},
      {"a month's count", "6000", "30000", "", 100, 6000, 2400, 30000, 300},
      {"a day's, 30 days", "200/day", "1/day", "", 100, 6000, 2400, 30, 1},
      {"a request begun is a request", "", "250", "", 100, 0, 0, 250, 3},
      {"half a call is rounded half-up", "0.05/day", "", "", 100, 2, 1, 0, 0},
      {"half a part is rounded half-up", "5", "", "50%", 100, 5, 3, 0, 0},
      {"no share", "6000", "", "0 %", 100, 6000, 0, 0, 0},
      {"one post a request", "", "7", "", 1, 0, 0, 7, 7},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.name);
    Scenario s = toy::scenario("", row.posts, row.reads);
    s.drivers["per_request"] = row.per_request;
    if (*row.share) s.platforms[0].shares["linked"] = {parse_share(row.share).value(), row.share};
    const auto asked = asked_units(c.platforms[0], s.platforms[0], s, toy::world(c), cycle_at(s.date, s.cycle_day));
    EXPECT_EQ(asked, (std::vector<Rational>{row.want_posts, row.want_linked, row.want_reads, row.want_requests}));
  }
}

TEST(Scenario, MetricsThatComeFromEachOtherAskNothing) {
  Catalog c = toy::catalog({});
  c.platforms[0].metrics[1].of = "requests";
  c.platforms[0].metrics[3].of = "linked";
  const Scenario s = toy::scenario("", "10", "10");
  const auto asked = asked_units(c.platforms[0], s.platforms[0], s, toy::world(c), cycle_at(s.date, 0));
  EXPECT_EQ(asked, (std::vector<Rational>{10, 0, 10, 0}));
}

std::vector<std::string> ids(const std::vector<const Metric*>& metrics) {
  std::vector<std::string> out;
  for (const Metric* m : metrics) out.push_back(m->id);
  return out;
}

TEST(Scenario, OnlyInputsThatChangeSomethingAreRelevant) {
  using namespace toy;
  struct Row {
    const char* name;
    Plan plan;
    std::vector<std::string> want;
  };
  Plan refuses = plan("p", Access::open, {included("posts")});
  refuses.not_offered = {not_offered("reads")};
  Plan later = plan("p", Access::open, {included("posts"), included("reads")});
  later.charges[1].validity.from = day("2024-01-01");
  const Row rows[] = {
      {"included", plan("p", Access::open, {included("posts")}), {"posts"}},
      {"a part with a price", plan("p", Access::open, {per_unit("linked", known("1"))}), {"posts", "linked"}},
      {"a part included in what is included",
       plan("p", Access::open, {included("posts"), included("linked")}),
       {"posts"}},
      {"a part included in what costs",
       plan("p", Access::open, {per_unit("posts", known("1")), included("linked")}),
       {"posts", "linked"}},
      {"a limit on what is derived", plan("p", Access::open, {}, {limit("requests", known("5"))}), {"reads"}},
      {"not offered", refuses, {"posts", "reads"}},
      {"a row of another date", later, {"posts"}},
  };
  const Platform p = platform({});
  for (const Row& row : rows) {
    EXPECT_EQ(ids(relevant_inputs(p, &row.plan, day("2023-04-25"))), row.want) << row.name;
  }
  EXPECT_EQ(ids(relevant_inputs(p, nullptr, day("2023-04-25"))),
            (std::vector<std::string>{"posts", "linked", "reads"}));
}

TEST(Scenario, QuestionsAreThoseOfTheLimitsInForce) {
  using namespace toy;
  Limit scoped = limit("posts", known("100"), Window::Kind::rolling, 86400);
  scoped.scope.per = "accounts";
  Limit past = limit("reads", known("10 * spend_limit"));
  past.validity.to = day("2020-01-01");
  const Catalog c = catalog(
      {plan("p", Access::open, {included("posts"), included("reads")}, {scoped, past, limit("requests", known("5"))})});
  const Scenario s = toy::scenario("p", "1", "1");
  std::vector<std::string> got;
  for (const Driver* d : questions_of(estimate(s, toy::world(c)), s, c).drivers) got.push_back(d->id);
  EXPECT_EQ(got, (std::vector<std::string>{"accounts", "per_request"}));
}

}  // namespace
}  // namespace tollmeter
