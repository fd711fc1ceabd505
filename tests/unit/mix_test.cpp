// The cheapest mix: against every assignment on small catalogues, and against re-rating the scenario that comes of it on all.
#include "core/solve/mix.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "core/advice.h"
#include "core/conversion.h"
#include "core/format.h"
#include "core/link.h"
#include "core/most_quantity.h"
#include "random.h"
#include "real_catalog.h"
#include "toy_catalog.h"

namespace tollmeter {
namespace {

using Units = std::map<std::string, Rational>;

Quantity month(const Rational& units) { return {units, Per::month, quantity_text(units, Per::month)}; }

Platform network(const std::string& id, std::vector<Plan> plans) {
  Platform p = toy::platform(std::move(plans));
  p.id = id;
  p.name = p.short_name = id;
  p.metrics = {toy::metric("posts", "Posts"), toy::metric("reads", "Reads"), toy::metric("channels", "Channels")};
  return p;
}

JobTake take(const char* metric, const char* amount, bool shared = false) {
  JobTake t;
  t.metric = metric;
  t.amount = amount;
  t.shared = shared;
  return t;
}

/// Publishing on `network`, directly or through the services.
Job publish(const std::string& network, const std::vector<std::string>& services, bool shared = false) {
  Job job;
  job.id = "publish_" + network;
  job.name = "Publish on " + network;
  job.amounts = {{"posts", "posts", ""}, {"accounts", "accounts", "accounts"}};
  job.offers = {{network, {take("posts", "posts")}, false, "", ""}};
  for (const std::string& service : services) {
    job.offers.push_back({service, {take("posts", "posts"), take("channels", "accounts", shared)}, true, "It differs.", ""});
  }
  return job;
}

Scenario uses(const std::map<std::string, Units>& asked) {
  Scenario s;
  s.date = day("2026-11-23");
  for (const auto& [platform, units] : asked) {
    PlatformUse use;
    use.platform = platform;
    for (const auto& [metric, amount] : units) use.quantities[metric] = month(amount);
    s.platforms.push_back(use);
  }
  return s;
}

Rational dollars(const std::vector<Money>& totals) {
  Rational sum;
  for (const Money& total : totals) {
    if (total.currency == "USD") sum += total.amount;
  }
  return sum;
}

void expect_promise(const Scenario& scenario, const World& world, const Mix& mix) {
  const Estimate again = estimate(mix.scenario, world);
  ASSERT_EQ(again.totals.size(), mix.with.size());
  for (std::size_t i = 0; i < again.totals.size(); ++i) {
    EXPECT_EQ(again.totals[i].amount, mix.with[i].amount);
    EXPECT_EQ(again.totals[i].currency, mix.with[i].currency);
  }
  EXPECT_EQ(dollars(estimate(scenario, world).totals), dollars(mix.now));
  // The bills that change account for all that changes.
  std::map<std::string, Rational> difference;
  for (const MixPlatform& one : mix.platforms) difference[one.was.currency] += one.becomes.amount - one.was.amount;
  for (const Money& total : mix.with) difference[total.currency] -= total.amount;
  for (const Money& total : mix.now) difference[total.currency] += total.amount;
  for (const auto& [currency, rest] : difference) EXPECT_TRUE(rest.is_zero()) << currency << " " << rest.text();
  for (const MixRow& row : mix.rows) {
    if (!row.moves) continue;
    const auto on = std::find_if(again.platforms.begin(), again.platforms.end(), [&](const PlatformEstimate& p) { return p.platform == row.to; });
    ASSERT_NE(on, again.platforms.end());
    EXPECT_TRUE(on->fits) << row.to->id;
    EXPECT_EQ(on->plan, row.plan);
    EXPECT_EQ(price_class(*on->plan, scenario.date, on->subtotal), PriceClass::published) << row.to->id;
    EXPECT_NE(on->plan->access_on(scenario.date), Access::contract);
    if (row.saves) {
      EXPECT_GE(row.saves->amount, Rational(0));
    }
  }
  // Nothing is left to gain. What moved to a service that other jobs go to as well is another job there.
  const bool told = std::none_of(mix.rows.begin(), mix.rows.end(), [](const MixRow& row) { return row.moves && !row.offer->source.empty(); });
  if (told) {
    EXPECT_EQ(cheapest_mix(mix.scenario, world).scenario, mix.scenario);
  }
}

/// The least over all ways to put each task on one platform, by plain enumeration: every plan of every platform is tried.
Rational least_total(const std::map<std::string, Units>& asked, const std::vector<Job>& jobs, const Catalog& catalog, const Rational& accounts) {
  std::vector<std::pair<const Job*, std::string>> tasks;
  for (const auto& [platform, units] : asked) {
    for (const Job& job : jobs) {
      if (job.offers.front().platform == platform && units.count("posts")) tasks.emplace_back(&job, platform);
    }
  }
  std::optional<Rational> least;
  std::vector<std::size_t> at(tasks.size(), 0);
  for (;;) {
    std::map<std::string, Units> now = asked;
    std::map<std::string, bool> shares;
    for (std::size_t t = 0; t < tasks.size(); ++t) {
      const JobOffer& offer = tasks[t].first->offers[at[t]];
      if (at[t] == 0) continue;
      const Rational posts = asked.at(tasks[t].second).at("posts");
      now[tasks[t].second].erase("posts");
      now[offer.platform]["posts"] += posts;
      if (!offer.takes[1].shared || !shares[offer.platform]) now[offer.platform]["channels"] += accounts;
      shares[offer.platform] = true;
    }
    Rational total;
    bool possible = true;
    for (const auto& [id, units] : now) {
      if (units.empty()) continue;
      Scenario alone = uses({{id, units}});
      alone.drivers["accounts"] = accounts;
      std::optional<Rational> price;
      const Platform& platform = *catalog.platform(id);
      for (const Plan& plan : platform.plans) {
        if (plan.access_on(alone.date) != Access::open) continue;
        const PlatformEstimate rated = estimate_plan(platform, alone.platforms[0], plan, alone, toy::world(catalog));
        if (rated.fits && (!price || rated.subtotal.amount < *price)) price = rated.subtotal.amount;
      }
      possible = possible && price;
      if (price) total += *price;
    }
    if (possible && (!least || total < *least)) least = total;
    std::size_t next = 0;
    while (next < tasks.size() && ++at[next] == tasks[next].first->offers.size()) at[next++] = 0;
    if (next == tasks.size()) break;
  }
  return least.value_or(Rational(-1));
}

std::vector<Plan> service_plans(std::mt19937& random) {
  using namespace toy;
  const auto some = [&](int least, int most) { return std::to_string(drawn(random, least, most)); };
  std::vector<Plan> plans;
  int channels = 2;
  for (int i = 0; i < 3; ++i, channels *= 3) {
    const Access access = i == 2 && random() % 2 ? Access::contract : Access::open;
    const std::string fee = some(5 * (i + 1), 60 * (i + 1)), posts = some(200, 3000);
    plans.push_back(plan(("p" + std::to_string(i)).c_str(), access,
                         {flat(known(fee.c_str())), included("posts"), included("reads"), included("channels")},
                         {limit("channels", known(std::to_string(channels).c_str()), Window::Kind::concurrent),
                          limit("posts", known(posts.c_str()))}));
  }
  if (random() % 2) {
    plans.push_back(plan("each", Access::open, {per_unit("channels", known(some(1, 9).c_str())), included("posts"), included("reads")}));
  }
  return plans;
}

TEST(Mix, IsTheLeastOfAllAssignments) {
  using namespace toy;
  std::mt19937 random(5);
  int moved = 0;
  for (int round = 0; round < 150; ++round) {
    SCOPED_TRACE(round);
    Catalog c = catalog({});
    c.platforms.clear();
    std::map<std::string, Units> asked;
    const bool shared = random() % 2 != 0;
    for (const char* id : {"net1", "net2", "net3"}) {
      std::vector<Plan> plans = {plan("payg", Access::open, {per_unit("posts", known(("0." + std::to_string(10 + random() % 80)).c_str())),
                                                             per_unit("reads", known("0.5")), included("channels")})};
      if (random() % 2) {
        plans.push_back(plan("flat", Access::open, {flat(known(std::to_string(10 + random() % 90).c_str())), included("posts"), included("reads"), included("channels")},
                             {limit("posts", known("400"))}));
      }
      c.platforms.push_back(network(id, std::move(plans)));
      asked[id]["posts"] = Rational(static_cast<int>(random() % 500) + 1);
      if (random() % 2) asked[id]["reads"] = Rational(static_cast<int>(random() % 100) + 1);
    }
    c.platforms.push_back(network("svc1", service_plans(random)));
    c.platforms.push_back(network("svc2", service_plans(random)));
    if (random() % 3 == 0) asked["svc1"] = {{"channels", 1}, {"reads", 3}};
    c.jobs.jobs = {publish("net1", {"svc1", "svc2"}, shared), publish("net2", {"svc1", "svc2"}, shared), publish("net3", {"svc2"}, shared)};
    Scenario s = uses(asked);
    const Rational accounts = static_cast<int>(random() % 4) + 1;
    s.drivers["accounts"] = accounts;
    const Mix mix = cheapest_mix(s, world(c));
    EXPECT_EQ(dollars(mix.with), least_total(asked, c.jobs.jobs, c, accounts));
    expect_promise(s, world(c), mix);
    moved += static_cast<int>(std::count_if(mix.rows.begin(), mix.rows.end(), [](const MixRow& row) { return row.moves; }));
    // However it is sliced.
    MixRun run(s, world(c));
    while (!run.done()) run.step(1);
    EXPECT_EQ(run.mix().scenario, mix.scenario);
    EXPECT_EQ(run.finished(), run.all());
  }
  EXPECT_GT(moved, 50);
}

/// Two networks at 30 a month each, and a service at 40 for any number of posts.
Catalog shared_fee() {
  using namespace toy;
  Catalog c = catalog({});
  c.platforms = {network("net1", {plan("payg", Access::open, {per_unit("posts", known("0.3")), per_unit("reads", known("1")), included("channels")})}),
                 network("net2", {plan("payg", Access::open, {per_unit("posts", known("0.3")), included("reads"), included("channels")})}),
                 network("svc", {plan("one", Access::open, {flat(known("40")), included("posts"), included("channels"), included("reads")})})};
  c.jobs.jobs = {publish("net1", {"svc"}), publish("net2", {"svc"})};
  return c;
}

TEST(Mix, AFeeIsSharedByAllThatItPaysFor) {
  const Catalog c = shared_fee();
  const Scenario one = uses({{"net1", {{"posts", 100}}}});
  const Mix stays = cheapest_mix(one, toy::world(c));
  EXPECT_EQ(stays.scenario, one);
  ASSERT_EQ(stays.rows.size(), 1U);
  EXPECT_FALSE(stays.rows[0].moves);
  ASSERT_EQ(stays.rows[0].others.size(), 1U);
  EXPECT_EQ(stays.rows[0].others[0].added.amount, Rational(40));
  EXPECT_EQ(stays.rows[0].lines.amount, Rational(30));

  const Scenario both = uses({{"net1", {{"posts", 100}}}, {"net2", {{"posts", 100}}}});
  const Mix mix = cheapest_mix(both, toy::world(c));
  expect_promise(both, toy::world(c), mix);
  EXPECT_EQ(dollars(mix.with), Rational(40));
  ASSERT_EQ(mix.scenario.platforms.size(), 1U) << "what nothing is asked of any more goes";
  EXPECT_EQ(mix.scenario.platforms[0].platform, "svc");
  EXPECT_EQ(mix.scenario.platforms[0].plan, "one");
  EXPECT_EQ(mix.scenario.platforms[0].quantities.at("posts").value, Rational(200));
  EXPECT_EQ(mix.scenario.platforms[0].quantities.at("channels").value, Rational(2)) << "one account on each network";
  EXPECT_EQ(mix.rows[0].saves->amount, Rational(-10) + Rational(40)) << "with one left behind the fee stays";
}

TEST(Mix, WhatIsNotTheJobStays) {
  const Catalog c = shared_fee();
  const Scenario s = uses({{"net1", {{"posts", 1000}, {"reads", 7}}}, {"net2", {{"posts", 1000}}}, {"svc", {{"channels", 3}, {"posts", 50}}}});
  const Mix mix = cheapest_mix(s, toy::world(c));
  expect_promise(s, toy::world(c), mix);
  ASSERT_EQ(mix.scenario.platforms.size(), 2U);
  EXPECT_EQ(mix.scenario.platforms[0].platform, "net1");
  EXPECT_EQ(mix.scenario.platforms[0].quantities.size(), 1U);
  EXPECT_EQ(mix.scenario.platforms[0].quantities.at("reads").value, Rational(7));
  EXPECT_EQ(mix.scenario.platforms[1].quantities.at("posts").value, Rational(2050));
  EXPECT_EQ(mix.scenario.platforms[1].quantities.at("channels").value, Rational(5));
}

TEST(Mix, WhatAnOwnUnitTakesMovesWithIt) {
  const Catalog c = shared_fee();
  Scenario s = uses({{"net1", {{"posts", 10}}}});
  s.platforms[0].quantities["posts"] = parse_quantity("5/day", Per::month).value();
  OwnUnit unit;
  unit.name = "one customer a month";
  unit.count = {50, "50"};
  unit.parts["net1"]["posts"] = {Rational::parse("4"), "4"};
  s.unit = unit;
  const Mix mix = cheapest_mix(s, toy::world(c));
  expect_promise(s, toy::world(c), mix);
  ASSERT_EQ(mix.scenario.platforms.size(), 1U);
  EXPECT_EQ(mix.scenario.platforms[0].quantities.at("posts").typed, "5/day") << "as it was typed";
  ASSERT_TRUE(mix.scenario.unit);
  EXPECT_EQ(mix.scenario.unit->parts.size(), 1U);
  EXPECT_EQ(mix.scenario.unit->parts.at("svc").at("posts").value, Rational(4));
  EXPECT_EQ(mix.rows[0].task.amounts[0], Rational(350));
}

TEST(Mix, ComparesCurrenciesOnlyAtThePersonsRates) {
  Catalog c = shared_fee();
  c.platforms[2].currency = "EUR";
  c.platforms[2].plans[0].currency = "EUR";
  Scenario s = uses({{"net1", {{"posts", 1000}}}});
  const Mix without = cheapest_mix(s, toy::world(c));
  EXPECT_EQ(without.scenario, s);
  ASSERT_EQ(without.rows[0].others.size(), 1U);
  EXPECT_EQ(without.rows[0].others[0].bar, MixBar::currency);

  s.conversion.into = "USD";
  s.conversion.set({"EUR", Rational::parse("1.1"), "1.1", s.date});
  const Mix with = cheapest_mix(s, toy::world(c));
  expect_promise(s, toy::world(c), with);
  EXPECT_TRUE(with.rows[0].moves);
  ASSERT_TRUE(with.with_in);
  EXPECT_EQ(with.with_in->amount, Rational(44));
  // 40 euros at 8 dollars are more than 300 dollars.
  s.conversion.set({"EUR", Rational(8), "8", s.date});
  EXPECT_FALSE(cheapest_mix(s, toy::world(c)).rows[0].moves);
}

TEST(Mix, TakesNoReportedContractOrUnknownPriceAndSaysWhy) {
  using namespace toy;
  const Scenario s = uses({{"net1", {{"posts", 1000}}}});
  const auto bar = [&](Plan plan) {
    Catalog c = shared_fee();
    c.platforms[2].plans = {std::move(plan)};
    const Mix mix = cheapest_mix(s, world(c));
    EXPECT_EQ(mix.scenario, s);
    return mix.rows[0].others[0].bar;
  };
  const auto serves = [&](Amount price) { return std::vector<Charge>{flat(std::move(price)), included("posts"), included("channels"), included("reads")}; };
  EXPECT_EQ(bar(plan("a", Access::contract, serves(known("1")))), MixBar::quoted);
  EXPECT_EQ(bar(plan("a", Access::open, serves(about("1")))), MixBar::quoted);
  EXPECT_EQ(bar(plan("a", Access::open, serves(unknown()))), MixBar::unknown);
  EXPECT_EQ(bar(plan("a", Access::closed, serves(known("1")))), MixBar::not_sold);
  EXPECT_EQ(bar(plan("a", Access::open, serves(known("1")), {limit("posts", known("900"))})), MixBar::does_not_fit);
}

// Two of the largest numbers that can be typed are more than can be typed.
TEST(Mix, ProposesNothingThatNoLinkHolds) {
  const Catalog c = shared_fee();
  const Rational most = kMostQuantity;
  const Scenario both = uses({{"net1", {{"posts", most}}}, {"net2", {{"posts", most}}}});
  const Mix mix = cheapest_mix(both, toy::world(c));
  expect_promise(both, toy::world(c), mix);
  EXPECT_EQ(mix.rows[0].moves + mix.rows[1].moves, 1);
  Document document;
  document.scenario = mix.scenario;
  const OpenedLink opened = open_link(write_link(document), c);
  ASSERT_EQ(opened.kind, OpenedLink::Kind::whole);
  EXPECT_EQ(opened.document.scenario, mix.scenario);

  const Scenario one_more = uses({{"net1", {{"posts", most}}}, {"svc", {{"posts", 1}}}});
  EXPECT_EQ(cheapest_mix(one_more, toy::world(c)).rows[0].others[0].bar, MixBar::too_many);
}

TEST(Mix, TakesNoPlanThatNobodySaysWasSoldThen) {
  using namespace toy;
  const auto barred = [](const char* date, const char* from) {
    Catalog c = shared_fee();  // its sources are of 2026-01-01
    for (Platform& p : c.platforms) {
      for (Plan& sold : p.plans) {
        if (*from) sold.validity.from = day(from);
      }
    }
    Scenario s = uses({{"net1", {{"posts", 1000}}}});
    s.date = day(date);
    const Mix mix = cheapest_mix(s, world(c));
    return std::any_of(mix.rows[0].others.begin(), mix.rows[0].others.end(),
                       [](const MixOther& other) { return other.bar == MixBar::start_unknown; });
  };
  EXPECT_TRUE(barred("2025-12-31", ""));
  EXPECT_FALSE(barred("2026-01-01", ""));
  EXPECT_FALSE(barred("2025-12-31", "2025-12-31"));
}

TEST(Mix, WhatOnlyAContractServesMovesToAPublishedPriceAndElseStays) {
  using namespace toy;
  Catalog c = shared_fee();
  c.platforms[0].plans = {plan("deal", Access::contract, {flat(known("5")), included("posts"), included("reads"), included("channels")})};
  const Scenario s = uses({{"net1", {{"posts", 1000}}}});
  const Mix mix = cheapest_mix(s, world(c));
  EXPECT_TRUE(mix.rows[0].moves) << "a published price comes before a quoted one";
  expect_promise(s, world(c), mix);
  c.jobs.jobs = {publish("net1", {})};
  EXPECT_EQ(cheapest_mix(s, world(c)).scenario, s);
}

// A range goes where its quantity goes, as it is; of a sum, or of another kind of count, it says nothing.
TEST(Mix, ARangeMovesWithItsQuantityOrIsNamed) {
  const Catalog c = shared_fee();
  Scenario s = uses({{"net1", {{"posts", 1000}, {"reads", 7}}}});
  const Range range = parse_range(RangeOf::quantity, "500", "2k").value();
  const Range reads = parse_range(RangeOf::quantity, "5", "9").value();
  s.platforms[0].ranges = {{"posts", range}, {"reads", reads}};
  const Mix alone = cheapest_mix(s, toy::world(c));
  ASSERT_EQ(alone.scenario.platforms.size(), 2U);
  EXPECT_EQ(alone.scenario.platforms[0].ranges.size(), 1U) << "none stays behind without its quantity";
  EXPECT_EQ(alone.scenario.platforms[0].ranges.at("reads"), reads);
  EXPECT_EQ(alone.scenario.platforms[1].ranges.at("posts"), range);
  EXPECT_TRUE(alone.lost_ranges.empty());

  Scenario two = uses({{"net1", {{"posts", 1000}}}, {"net2", {{"posts", 1000}}}});
  two.platforms[0].ranges = {{"posts", range}};
  const Mix together = cheapest_mix(two, toy::world(c));
  ASSERT_EQ(together.scenario.platforms.size(), 1U);
  EXPECT_TRUE(together.scenario.platforms[0].ranges.empty());
  EXPECT_EQ(together.lost_ranges, (std::vector<RangedInput>{{RangeOf::quantity, "net1", "posts"}}));

  Scenario there = uses({{"net1", {{"posts", 1000}}}, {"svc", {{"posts", 50}, {"channels", 1}}}});
  there.platforms[1].ranges = {{"posts", parse_range(RangeOf::quantity, "10", "90").value()}};
  const Mix more = cheapest_mix(there, toy::world(c));
  EXPECT_EQ(more.scenario.platforms[0].quantities.at("posts").value, Rational(1050));
  EXPECT_TRUE(more.scenario.platforms[0].ranges.empty()) << "10 to 90 is no range of 1,050";
  EXPECT_EQ(more.lost_ranges, (std::vector<RangedInput>{{RangeOf::quantity, "svc", "posts"}}));

  Catalog twice = c;
  for (Job& job : twice.jobs.jobs) job.offers[1].takes[0].each = 2;
  const Mix counted = cheapest_mix(s, toy::world(twice));
  EXPECT_EQ(counted.scenario.platforms[1].quantities.at("posts").value, Rational(2000));
  EXPECT_EQ(counted.lost_ranges, (std::vector<RangedInput>{{RangeOf::quantity, "net1", "posts"}}));
}

// What an offer says that it cannot do is never proposed: not on that plan, and not from that platform.
TEST(Mix, TakesNothingThatAnOfferDeclaresItCannotDo) {
  using namespace toy;
  Catalog c = catalog({});
  const auto payg = [](const char* price) {
    return plan("payg", Access::open, {per_unit("posts", known(price)), per_unit("reads", known("1")), included("channels")});
  };
  c.platforms = {network("net1", {payg("0.3")}), network("net2", {payg("0.3")}),
                 network("svc", {plan("free", Access::open, {included("posts"), included("reads"), included("channels")}),
                                 plan("paid", Access::open, {flat(known("40")), included("posts"), included("reads"), included("channels")})})};
  c.jobs.jobs = {publish("net1", {"svc"}), publish("net2", {"svc"})};
  const Scenario s = uses({{"net1", {{"posts", 1000}}}, {"net2", {{"posts", 1000}}}});
  EXPECT_EQ(dollars(cheapest_mix(s, world(c)).with), Rational(0));
  c.jobs.jobs[0].offers[1].not_on = {"free"};
  const Mix paid = cheapest_mix(s, world(c));
  expect_promise(s, world(c), paid);
  ASSERT_EQ(paid.scenario.platforms.size(), 1U);
  EXPECT_EQ(paid.scenario.platforms[0].plan, "paid") << "both go, and one of them not on the free plan";
  EXPECT_EQ(dollars(paid.with), Rational(40));
  c.jobs.jobs[0].offers[1].not_from = {"net1"};
  const Mix barred = cheapest_mix(s, world(c));
  expect_promise(s, world(c), barred);
  EXPECT_EQ(dollars(barred.with), Rational(300)) << "the first stays, the second goes to the free plan";
  ASSERT_EQ(barred.rows[0].others.size(), 1U);
  EXPECT_EQ(barred.rows[0].others[0].bar, MixBar::cannot_all);
  EXPECT_EQ(barred.scenario.platforms[1].plan, "free");

  // Who does it there already, on a plan that could not be advised, stays on it.
  Catalog own = c;
  own.jobs.jobs = {publish("net1", {"svc"})};
  own.jobs.jobs[0].offers[1].only_to = false;
  own.jobs.jobs[0].offers[1].not_on = {"free"};
  Scenario there = uses({{"svc", {{"posts", 10}, {"channels", 1}}}});
  there.platforms[0].plan = "free";
  EXPECT_EQ(cheapest_mix(there, world(own)).scenario, there);
}

// The table that ships: each operation is one that is entered on its platform.
TEST(Jobs, NameWhatIsInTheCatalogue) {
  const Catalog& c = real_catalog();
  ASSERT_GE(c.jobs.jobs.size(), 15U);
  for (const Job& job : c.jobs.jobs) {
    SCOPED_TRACE(job.id);
    EXPECT_GE(job.offers.size(), 2U);
    EXPECT_TRUE(std::any_of(job.offers.begin(), job.offers.end(), [](const JobOffer& offer) { return !offer.only_to; }));
    for (const JobAmount& amount : job.amounts) EXPECT_TRUE(amount.driver.empty() || c.driver(amount.driver));
    for (const JobOffer& offer : job.offers) {
      const Platform* platform = c.platform(offer.platform);
      ASSERT_TRUE(platform) << offer.platform;
      for (const std::string& id : offer.not_on) EXPECT_TRUE(platform->plan(id)) << offer.platform << " " << id;
      for (const std::string& id : offer.not_from) EXPECT_TRUE(offer_on_platform(job, id)) << offer.platform << " " << id;
      for (const JobTake& take : offer.takes) {
        const Metric* metric = platform->metric(take.metric);
        ASSERT_TRUE(metric) << offer.platform << "." << take.metric;
        EXPECT_EQ(metric->kind, Metric::Kind::entered) << offer.platform << "." << take.metric;
      }
    }
  }
  for (const UntoldJobs& untold : c.jobs.untold) {
    for (const std::string& id : untold.platforms) EXPECT_TRUE(c.platform(id)) << id;
  }
}

// Each platform of the table alone, then the ready-made calculations, on several days.
TEST(Mix, KeepsItsPromiseOnTheRealCatalogue) {
  const World world = real_world();
  std::vector<Scenario> scenarios = {example_scenario()};
  for (const Preset& preset : real_catalog().presets) scenarios.push_back(open_link(seal_link(preset.link), real_catalog()).document.scenario);
  std::set<std::string> known;
  for (const Job& job : real_catalog().jobs.jobs) {
    for (const JobOffer& offer : job.offers) {
      if (offer.only_to || !known.insert(offer.platform).second) continue;
      Scenario s;
      s.date = day("2026-11-23");
      PlatformUse use;
      use.platform = offer.platform;
      for (const TypicalUse& typical : real_catalog().platform(offer.platform)->typical) {
        use.quantities[typical.metric] = parse_quantity(typical.text, Per::month).value();
      }
      s.platforms = {use};
      scenarios.push_back(s);
    }
  }
  Scenario many = example_scenario();
  many.drivers["accounts"] = 4;
  for (const char* id : {"threads", "tiktok"}) {
    PlatformUse use;
    use.platform = id;
    use.quantities[std::string(id) == "tiktok" ? "posts" : "posts_published"] = month(300);
    many.platforms.push_back(use);
  }
  scenarios.push_back(many);
  int moves = 0;
  for (const Scenario& original : scenarios) {
    for (const char* date : {"2023-04-25", "2026-11-23"}) {
      Scenario s = original;
      s.date = day(date);
      SCOPED_TRACE(s.title + " " + (s.platforms.empty() ? "" : s.platforms[0].platform) + " " + date);
      const Mix mix = cheapest_mix(s, world);
      expect_promise(s, world, mix);
      const Estimate now = estimate(s, world);
      const bool priced = std::all_of(now.platforms.begin(), now.platforms.end(), [&](const PlatformEstimate& p) {
        return p.fits && p.plan && price_class(*p.plan, s.date, p.subtotal) == PriceClass::published;
      });
      if (priced) {
        EXPECT_LE(dollars(mix.with), dollars(mix.now));
      }
      const Document document{mix.scenario, std::nullopt};
      EXPECT_EQ(open_link(write_link(document), real_catalog()).document.scenario, mix.scenario) << "travels in a link";
      moves += static_cast<int>(std::count_if(mix.rows.begin(), mix.rows.end(), [](const MixRow& row) { return row.moves; }));
    }
  }
  EXPECT_GT(moves, 5);
}

// After a first mix another one may move a job on, which no longer tells its network: still not to where that cannot be done.
TEST(Jobs, WhatMovedOnceDoesNotMoveOnToWhereItCannotBeDone) {
  for (const char* network : {"tiktok", "youtube"}) {
    for (const char* posts : {"30", "300", "3000"}) {
      SCOPED_TRACE(std::string(network) + " " + posts);
      Scenario s = uses({{network, {{std::string(network) == "tiktok" ? "posts" : "uploads", Rational::parse(posts)}}}});
      for (int round = 0; round < 4; ++round) {
        s = cheapest_mix(s, real_world()).scenario;
        for (const PlatformUse& use : s.platforms) {
          EXPECT_FALSE(std::string(network) == "youtube" && use.platform == "buffer");
          const Estimate bill = estimate(s, real_world());
          for (const PlatformEstimate& one : bill.platforms) {
            EXPECT_FALSE(std::string(network) == "tiktok" && one.platform->id == "upload_post" && one.plan && one.plan->id == "free");
          }
        }
      }
    }
  }
}

TEST(Jobs, WhatIsWrongIsOneSentenceAndLeavesTheCatalogueAsItWas) {
  const std::string good =
      R"({"listed": [], "presets": [], "jobs": {"sources": {"s": {"title": "t", "url": "https://example.org", "read": "2026-01-01"}},)"
      R"("jobs": [{"id": "j", "name": "J", "counts_one": "One.", "amounts": [{"id": "a", "units": "as"}],)"
      R"("offers": [{"platform": "p", "takes": [{"metric": "m", "amount": "a"}], "source": "s"}]}],)"
      R"("untold": [{"platforms": ["q"], "why": "it is so."}]}})";
  Catalog c;
  ASSERT_FALSE(add_index(good, c));
  ASSERT_EQ(c.jobs.jobs.size(), 1U);
  EXPECT_EQ(c.jobs.source("s")->title, "t");
  struct Row {
    const char* from;
    const char* to;
  };
  for (const Row& row : {Row{"\"amount\": \"a\"", "\"amount\": \"b\""}, Row{"\"source\": \"s\"", "\"source\": \"z\""},
                         Row{"\"amount\": \"a\"", "\"amount\": \"a\", \"each\": \"0\""}, Row{"\"amount\": \"a\"", "\"amount\": \"a\", \"each\": \"-1\""},
                         Row{"\"amount\": \"a\"", "\"fixed\": \"1\""}, Row{"[{\"metric\": \"m\", \"amount\": \"a\"}]", "[]"},
                         Row{"[{\"id\": \"a\", \"units\": \"as\"}]", "[]"}, Row{"\"counts_one\": \"One.\"", "\"colour\": \"blue\""},
                         Row{"\"source\": \"s\"}]}]", "\"source\": \"s\", \"not_on\": \"free\"}]}]"},
                         Row{"\"metric\": \"m\"", "\"metric\": 7"}, Row{"\"jobs\": [{", "\"jobs\": [7, {"}, Row{"\"platforms\": [\"q\"]", "\"platforms\": \"q\""},
                         Row{"}], \"source\": \"s\"}]", "}], \"source\": \"s\"}, {\"platform\": \"p\", \"takes\": [{\"metric\": \"n\", \"amount\": \"a\"}]}]"}}) {
    std::string bad = good;
    const std::size_t at = bad.find(row.from);
    ASSERT_NE(at, std::string::npos) << row.from;
    bad.replace(at, std::string(row.from).size(), row.to);
    Catalog other;
    const std::optional<Problem> problem = add_index(bad, other);
    ASSERT_TRUE(problem) << row.to;
    EXPECT_NE(problem->where.find("jobs"), std::string::npos) << problem->sentence();
    EXPECT_TRUE(other.jobs.jobs.empty());
  }
  for (std::size_t cut = 0; cut < good.size(); cut += 7) {
    Catalog other;
    EXPECT_TRUE(add_index(good.substr(0, cut), other)) << cut;
  }
}

}  // namespace
}  // namespace tollmeter
