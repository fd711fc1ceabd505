// Every plan of a platform in its place: against all candidates, each estimated by itself, on toy catalogues and on the whole
// catalogue on several dates.
#include "core/solve/plan_review.h"

#include <algorithm>
#include <map>
#include <tuple>

#include <gtest/gtest.h>

#include "core/format.h"
#include "core/scenario_month.h"
#include "real_catalog.h"
#include "toy_catalog.h"

namespace tollmeter {
namespace {

constexpr const char* kDates[] = {"2023-04-25", "2025-01-15", "2026-03-01", "2026-11-24"};

struct Ranked {
  PlatformEstimate estimate;
  std::size_t index;
};

// The rules of advice.h for plans that fit and have a price, as one key: smaller is taken first.
auto key_of(const Ranked& r, const PlatformUse& use, Date date) {
  const Plan& plan = *r.estimate.plan;
  const std::int64_t start = plan.validity.from ? -plan.validity.from->days : 1'000'000;
  return std::make_tuple(!r.estimate.published, r.estimate.subtotal.amount, plan.id != use.plan,
                         static_cast<int>(plan.access_on(date)), start, r.index);
}

// All that fit and have a price, the first to be taken first.
std::vector<Ranked> ranked(const Platform& platform, const Scenario& s, const PlatformUse& use, const World& world) {
  std::vector<Ranked> all;
  const Plan* named = platform.plan(use.plan);
  const std::string& currency = named ? named->currency : platform.currency;
  for (std::size_t i = 0; i < platform.plans.size(); ++i) {
    const Plan& plan = platform.plans[i];
    const bool is_named = plan.id == use.plan;
    const Offer offer = offer_on(plan, s.date);
    const bool held = is_named && use.already_on && (offer == Offer::closed || offer == Offer::by_invitation);
    const bool sold = offer == Offer::sold || offer == Offer::by_contract || held;
    const bool wanted = is_named || (use.plan.empty() && plan.id == platform.default_plan);
    if (!sold || (plan.yearly && !is_named) || (plan.apart && !wanted) || plan.currency != currency) continue;
    Ranked r{estimate_plan(platform, use, plan, s, world), i};
    if (r.estimate.fits && !r.estimate.subtotal.at_least) all.push_back(std::move(r));
  }
  std::sort(all.begin(), all.end(),
            [&](const Ranked& a, const Ranked& b) { return key_of(a, use, s.date) < key_of(b, use, s.date); });
  return all;
}

std::vector<const PlanEntry*> all_entries(const PlanReview& review) {
  std::vector<const PlanEntry*> all;
  if (review.taken) all.push_back(&*review.taken);
  if (review.next) all.push_back(&*review.next);
  for (const auto* list : {&review.fits, &review.fails, &review.apart, &review.products, &review.other_days}) {
    for (const PlanEntry& entry : *list) all.push_back(&entry);
  }
  return all;
}

void expect_each_once(const PlanReview& review) {
  std::map<const Plan*, int> times;
  for (const PlanEntry* entry : all_entries(review)) ++times[entry->plan];
  EXPECT_EQ(times.size(), review.platform->plans.size());
  for (const auto& [plan, n] : times) EXPECT_EQ(n, 1) << plan->id;
}

void expect_as_estimated(const PlanReview& review, const Scenario& s, const PlatformUse& use, const World& world) {
  for (const PlanEntry* entry : all_entries(review)) {
    const Offer offer = offer_on(*entry->plan, s.date);
    const bool other_day = offer == Offer::ended || offer == Offer::not_yet;
    const bool listed = std::any_of(review.other_days.begin(), review.other_days.end(),
                                    [&](const PlanEntry& e) { return e.plan == entry->plan; });
    EXPECT_EQ(other_day, listed) << entry->plan->id;
    if (other_day) continue;
    const PlatformEstimate e = estimate_plan(*review.platform, use, *entry->plan, s, world);
    EXPECT_EQ(entry->price.amount, e.subtotal.amount) << entry->plan->id;
    EXPECT_EQ(entry->fits, e.fits) << entry->plan->id;
    EXPECT_EQ(entry->why.empty(), e.fits) << entry->plan->id << ": " << entry->why;
  }
}

void expect_order(const PlanReview& review) {
  const auto rising = [](const std::vector<PlanEntry>& list, const char* name) {
    for (std::size_t i = 1; i < list.size(); ++i) {
      if (list[i - 1].apart != list[i].apart || list[i - 1].price.currency != list[i].price.currency) continue;
      if (list[i - 1].price.at_least != list[i].price.at_least) continue;
      EXPECT_LE(list[i - 1].price.amount, list[i].price.amount) << name;
    }
  };
  rising(review.fails, "fails");
  rising(review.apart, "apart");
  rising(review.products, "products");
  for (const PlanEntry& entry : review.fits) EXPECT_TRUE(entry.fits);
  for (const PlanEntry& entry : review.fails) EXPECT_FALSE(entry.fits);
  for (const PlanEntry& entry : review.apart) EXPECT_NE(entry.apart, PlanEntry::Apart::no);
}

void expect_right(const PlanReview& review, const Scenario& s, const PlatformUse& use, const World& world) {
  expect_each_once(review);
  expect_as_estimated(review, s, use, world);
  expect_order(review);
  const std::vector<Ranked> all = ranked(*review.platform, s, use, world);
  const PlanChoice choice = cheapest_fit(*review.platform, use, s, world);
  ASSERT_EQ(review.taken ? review.taken->plan : nullptr, choice.plan);
  if (all.empty()) {
    EXPECT_FALSE(review.next.has_value());
    return;
  }
  ASSERT_TRUE(review.taken && review.taken->fits);
  EXPECT_EQ(review.taken->plan->id, all[0].estimate.plan->id);
  ASSERT_EQ(review.next.has_value(), all.size() > 1);
  if (all.size() < 2) return;
  EXPECT_EQ(review.next->plan->id, all[1].estimate.plan->id);
  EXPECT_EQ(review.rise.amount, all[1].estimate.subtotal.amount - all[0].estimate.subtotal.amount);
  if (!(review.rise.amount > 0)) {
    EXPECT_EQ(review.why_more, "");
  }
  ASSERT_EQ(review.fits.size(), all.size() - 2);
  for (std::size_t i = 2; i < all.size(); ++i) EXPECT_EQ(review.fits[i - 2].plan->id, all[i].estimate.plan->id);
}

PlanReview review_one(const Scenario& s, const World& world) {
  ScenarioReview all = review_plans(s, world);
  EXPECT_EQ(all.platforms.size(), 1U);
  return all.platforms.front();
}

PlatformUse typical(const Platform& platform, const Cycle& month, int times) {
  PlatformUse use;
  use.platform = platform.id;
  for (const TypicalUse& one : platform.typical) {
    const Rational count = parse_quantity(one.text, Per::month).value().in(month) * times;
    use.quantities[one.metric] = {count, Per::month, group_digits(count)};
  }
  return use;
}

TEST(PlanReview, TheWholeCatalogueOnSeveralDates) {
  for (const char* date : kDates) {
    for (const Platform& platform : real_catalog().platforms) {
      for (const int times : {1, 40}) {
        SCOPED_TRACE(std::string(date) + " " + platform.id + " x" + std::to_string(times));
        Scenario s;
        s.date = day(date);
        s.platforms = {typical(platform, cycle_at(s.date, 0), times)};
        expect_right(review_one(s, real_world()), s, s.platforms[0], real_world());
      }
    }
  }
}

TEST(PlanReview, WhicheverPlanIsNamed) {
  for (const char* id : {"x", "postiz", "upload_post", "clerk", "buffer"}) {
    const Platform& platform = *real_catalog().platform(id);
    for (const Plan& named : platform.plans) {
      for (const bool already_on : {false, true}) {
        Scenario s;
        s.date = day("2026-03-01");
        s.platforms = {typical(platform, cycle_at(s.date, 0), 3)};
        s.platforms[0].plan = named.id;
        s.platforms[0].already_on = already_on;
        SCOPED_TRACE(named.id);
        expect_right(review_one(s, real_world()), s, s.platforms[0], real_world());
      }
    }
  }
}

TEST(PlanReview, TheStory) {
  const Scenario s = x_scenario("2023-04-25", "basic");
  const PlanReview review = review_one(s, real_world());
  ASSERT_TRUE(review.taken);
  EXPECT_EQ(review.taken->plan->id, "enterprise");
  EXPECT_EQ(review.taken->access, Access::contract);
  EXPECT_TRUE(review.taken->price.press);
  ASSERT_TRUE(review.next);
  EXPECT_EQ(review.next->plan->id, "enterprise_100m");
  EXPECT_EQ(money_text(review.rise), "about $83,000");
  EXPECT_EQ(review.why_more, "monthly fee about $125,000 instead of about $42,000");
  std::map<std::string, std::string> fails, apart;
  for (const PlanEntry& entry : review.fails) fails[entry.plan->id] = entry.why;
  for (const PlanEntry& entry : review.apart) apart[entry.plan->id] = entry.why;
  EXPECT_EQ(fails["basic"], "posts read: 30,000 of 10,000 a month, 20,000 too many");
  EXPECT_EQ(fails["free"].substr(0, 25), "does not offer posts read");
  EXPECT_EQ(apart.count("essential"), 1U);
  const auto is_pro = [](const PlanEntry& entry) { return entry.plan->id == "pro"; };
  EXPECT_TRUE(std::any_of(review.other_days.begin(), review.other_days.end(), is_pro)) << "not sold yet";
}

TEST(PlanReview, EachCauseForStandingApart) {
  using namespace toy;
  const Charge posts = included("posts");
  Plan taken = plan("taken", Access::open, {flat(known("5")), posts});
  Plan closed = plan("closed", Access::closed, {flat(known("1")), posts}, {limit("posts", known("4"))});
  Plan invited = plan("invited", Access::invitation, {flat(known("1")), posts});
  Plan ahead = plan("ahead", Access::open, {flat(known("4")), posts});
  ahead.yearly = true;
  Plan unpriced = plan("unpriced", Access::contract, {flat(unknown()), posts});
  Plan euro = plan("euro", Access::open, {flat(known("1")), posts});
  euro.currency = "EUR";
  Plan product = plan("product", Access::open, {flat(known("1")), posts});
  product.apart = true;
  Plan past = plan("past", Access::open, {flat(known("1")), posts});
  past.validity.to = day("2023-01-01");
  Plan dear = plan("dear", Access::open, {flat(known("9")), posts});
  const Catalog c = catalog({closed, past, product, euro, unpriced, dear, ahead, invited, taken});
  const Scenario s = scenario("", "10", "");
  const PlanReview review = review_one(s, world(c));
  EXPECT_EQ(review.taken->plan->id, "taken");
  EXPECT_EQ(review.next->plan->id, "dear");
  std::vector<std::pair<std::string, PlanEntry::Apart>> causes;
  for (const PlanEntry& entry : review.apart) causes.emplace_back(entry.plan->id, entry.apart);
  using A = PlanEntry::Apart;
  const std::vector<std::pair<std::string, PlanEntry::Apart>> wanted = {{"closed", A::closed},
                                                                       {"invited", A::by_invitation},
                                                                       {"ahead", A::yearly},
                                                                       {"unpriced", A::unpublished},
                                                                       {"euro", A::other_currency}};
  EXPECT_EQ(causes, wanted);
  EXPECT_EQ(review.apart[0].why, "posts created: 10 of 4 a month, 6 too many");
  ASSERT_EQ(review.products.size(), 1U);
  EXPECT_EQ(review.products[0].plan->id, "product");
  ASSERT_EQ(review.other_days.size(), 1U);
  EXPECT_EQ(review.other_days[0].plan->id, "past");
  EXPECT_TRUE(review.fails.empty());
}

TEST(PlanReview, ReasonsSayWhichLimitAndByHowMuch) {
  using namespace toy;
  const auto with = [](Limit l, const char* scope = "") {
    l.scope = {"user", scope};
    return l;
  };
  Limit money = limit("posts", known("5"));
  money.weights.clear();
  money.spend = true;
  Limit pool = limit("posts", known("100"));
  pool.name = "All calls a month";
  pool.weights = {{"posts", 1}, {"reads", 2}};
  Limit burst = limit("posts", known("1"), Window::Kind::rolling, 900);
  Limit daily = limit("posts", known("80"), Window::Kind::fixed, 86400);
  Limit monthly = limit("posts", known("1000"));
  Limit bill_it = monthly;
  bill_it.breach.behaviour = Behaviour::bill;
  struct Row {
    const char* name;
    std::vector<Charge> charges;
    std::vector<Limit> limits;
    const char* why;
  };
  const Charge posts = included("posts"), reads = included("reads");
  const Row rows[] = {
      {"a month", {posts, reads}, {monthly}, "posts created: 3,000 of 1,000 a month, 2,000 too many"},
      {"a day", {posts, reads}, {daily}, "posts created: 100 of 80 a day, 20 too many on the busiest day"},
      // 3,000 in 30 days are one in 864 s: two within 15 minutes.
      {"a burst", {posts, reads}, {burst}, "posts created: 2 of 1 in 15 min, 1 too many at the busiest time"},
      // The fee of $1 is gone before.
      {"money", {per_unit("posts", known("0.01")), reads}, {money}, "spending on use: $30.00 of $4.00 a month, $26.00 too much"},
      {"a counter for each", {posts, reads}, {with(daily, "accounts")},
       "posts created: 100 of 80 a day for each user, 20 too many on the busiest day"},
      // 3,000 posts and twice 100 reads.
      {"a pool", {posts, reads}, {pool}, "all calls: 3,200 of 100 a month, 3,100 too many"},
      {"two limits", {posts, reads}, {daily, monthly}, "posts created: 3,000 of 1,000 a month, 2,000 too many, and 1 more limit"},
      {"what is billed does not fail", {posts, reads}, {bill_it}, ""},
      {"not offered", {posts}, {monthly}, "does not offer posts read"},
      {"none offered", {}, {}, "does not offer posts created, and 1 more operation"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.name);
    Plan p = plan("small", Access::open, row.charges, row.limits);
    p.charges.insert(p.charges.begin(), flat(known("1")));
    for (std::size_t i = 0; i < p.limits.size(); ++i) p.limits[i].id += std::to_string(i);
    const auto offers = [&](const char* metric) {
      return std::any_of(p.charges.begin(), p.charges.end(), [&](const Charge& ch) { return ch.metric == metric; });
    };
    for (const char* metric : {"posts", "reads"}) {
      if (!offers(metric)) p.not_offered.push_back(not_offered(metric));
    }
    const Catalog c = catalog({p, plan("big", Access::open, {flat(known("50")), included("posts"), included("reads")})});
    const Scenario s = scenario("", "3000", "100");
    const PlanReview review = review_one(s, world(c));
    if (*row.why == 0) {
      EXPECT_EQ(review.taken->plan->id, "small");
      continue;
    }
    EXPECT_EQ(review.taken->plan->id, "big");
    ASSERT_EQ(review.fails.size(), 1U);
    EXPECT_EQ(review.fails[0].why, row.why);
  }
}

TEST(PlanReview, WhyItCostsMore) {
  using namespace toy;
  const auto of = [](std::vector<Charge> cheap, std::vector<Charge> dear) {
    const Catalog c = catalog({plan("a", Access::open, std::move(cheap)), plan("b", Access::open, std::move(dear))});
    return review_one(scenario("", "100", ""), world(c)).why_more;
  };
  EXPECT_EQ(of({flat(known("1")), included("posts")}, {flat(known("3")), included("posts")}), "monthly fee $3.00 instead of $1.00");
  EXPECT_EQ(of({included("posts")}, {flat(known("3")), included("posts")}), "monthly fee $3.00 instead of nothing");
  EXPECT_EQ(of({per_unit("posts", known("0.01"))}, {per_unit("posts", known("0.05"))}), "posts created $5.00 instead of $1.00");
  EXPECT_EQ(of({per_unit("posts", known("0.01"))}, {flat(known("9")), included("posts")}),
            "monthly fee $9.00 instead of nothing, though posts created cost $1.00 less");
  EXPECT_EQ(of({flat(known("3")), included("posts")}, {flat(known("3")), included("posts")}), "") << "the same price";
}

TEST(PlanReview, TheScenariosSmallestStepUp) {
  for (const char* date : kDates) {
    Scenario s;
    s.date = day(date);
    for (const char* id : {"x", "postiz", "upload_post", "clerk", "youtube", "linkedin"}) {
      s.platforms.push_back(typical(*real_catalog().platform(id), cycle_at(s.date, 0), 2));
    }
    const ScenarioReview review = review_plans(s, real_world());
    const Estimate all = serve_all(s, real_world());
    ASSERT_EQ(review.totals.size(), all.totals.size());
    for (std::size_t i = 0; i < all.totals.size(); ++i) EXPECT_EQ(review.totals[i].amount, all.totals[i].amount);
    // Each platform in turn on the next plan that costs more, the scenario then estimated as a whole.
    std::optional<Rational> least;
    for (std::size_t i = 0; i < s.platforms.size(); ++i) {
      const std::vector<Ranked> plans = ranked(*real_catalog().platform(s.platforms[i].platform), s, s.platforms[i], real_world());
      const auto dearer = std::find_if(plans.begin(), plans.end(), [&](const Ranked& plan) {
        return plan.estimate.subtotal.amount > plans[0].estimate.subtotal.amount;
      });
      if (dearer == plans.end()) continue;
      Scenario one_up = s;
      for (std::size_t j = 0; j < s.platforms.size(); ++j) {
        const Plan* plan = j == i ? dearer->estimate.plan : all.platforms[j].plan;
        if (plan) one_up.platforms[j].plan = plan->id;
      }
      const Rational total = estimate(one_up, real_world()).totals[0].amount;
      if (!least || total < *least) least = total;
    }
    ASSERT_EQ(review.steps.size(), least ? 1U : 0U) << date;
    if (!least) continue;
    EXPECT_EQ(review.steps[0].total.amount, *least) << date;
    EXPECT_EQ(review.steps[0].rise.amount, *least - all.totals[0].amount) << date;
  }
}

TEST(PlanReview, StepsOfTwoCurrenciesStandBesideEachOther) {
  using namespace toy;
  Catalog c = catalog({plan("a", Access::open, {flat(known("1")), included("posts")}),
                       plan("b", Access::open, {flat(known("4")), included("posts")})});
  c.platforms.push_back(c.platforms[0]);
  c.platforms[1].id = "euro";
  c.platforms[1].currency = "EUR";
  for (Plan& p : c.platforms[1].plans) p.currency = "EUR";
  Scenario s = scenario("", "10", "");
  s.platforms.push_back(s.platforms[0]);
  s.platforms[1].platform = "euro";
  const ScenarioReview review = review_plans(s, world(c));
  ASSERT_EQ(review.steps.size(), 2U);
  EXPECT_EQ(money_text(review.steps[0].rise), "$3.00");
  EXPECT_EQ(money_text(review.steps[0].total), "$4.00");
  EXPECT_EQ(money_text(review.steps[1].rise), "€3.00");
  EXPECT_TRUE(review.fits);
}

}  // namespace
}  // namespace tollmeter
