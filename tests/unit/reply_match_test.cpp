// What the catalogue makes of a refusal: the plan, the window's own end, the plan that would have held, the calculation set to match.
#include <gmock/gmock.h>

#include <algorithm>

#include "core/advice.h"
#include "core/reply/reply_words.h"
#include "replies.h"

namespace tollmeter {
namespace {

constexpr const char* kGithub =
    "HTTP/2 403\ndate: Tue, 24 Nov 2026 10:00:00 GMT\nx-ratelimit-limit: 60\nx-ratelimit-remaining: 0\nx-ratelimit-reset: 1795516200\nx-ratelimit-resource: core\n"
    "x-github-request-id: C1\n\n{\"message\":\"API rate limit exceeded\"}";

TEST(ReplyMatch, ThePaceIsThatOfTheWindowSoFar) {
  // 60 an hour were gone when half of it was: at that pace 120.
  const ReplyMatch match = match_of(reading_of(kGithub));
  EXPECT_EQ(*match.cap, Rational(60));
  EXPECT_TRUE(match.by_pace);
  EXPECT_EQ(*match.needed, Rational(120));
  EXPECT_EQ(match.day, day("2026-11-24"));
}

TEST(ReplyMatch, WithoutAnEndOneMoreThanTheLimitIsAskedFor) {
  const ReplyMatch match = match_of(reading_of("HTTP/2 429\nhost: oauth.reddit.com\ndate: Tue, 24 Nov 2026 10:00:00 GMT\nx-ratelimit-limit: 1000\nx-ratelimit-remaining: 0\n\n"));
  EXPECT_EQ(*match.needed, Rational(1001));
  EXPECT_FALSE(match.by_pace);
  EXPECT_EQ(plan_of(match), "free");
}

/// Among the plans sold that day, the least of what they cost whose limit is large enough, looked for by hand.
TEST(ReplyMatch, TheHolderIsTheCheapestPlanThatStandsIt) {
  const ReplyReading reading = reading_of(kGithub);
  const ReplyMatch match = match_of(reading);
  ASSERT_TRUE(match.holder);
  EXPECT_GE(match.holder->cap, Rational(120));
  Scenario scenario = empty_scenario(match.day);
  const PlatformUse use = [&] {
    const Scenario set = matched_scenario(match, scenario, real_world());
    return set.platforms.front();
  }();
  std::optional<Rational> least;
  for (const Plan& plan : match.platform->plans) {
    if (offer_on(plan, match.day) != Offer::sold || plan.yearly || plan.apart) continue;
    const PlatformEstimate estimate = estimate_plan(*match.platform, use, plan, scenario, real_world());
    for (const LimitOutcome& outcome : estimate.limits) {
      if (outcome.limit->id != "hour" || !(outcome.cap >= Rational(120))) continue;
      if (!least || estimate.subtotal.amount < *least) least = estimate.subtotal.amount;
    }
  }
  ASSERT_TRUE(least);
  EXPECT_EQ(match.holder->price.amount, *least);
}

TEST(ReplyMatch, ADayThatIsNotStatedEndsByTheWindowsOwnRule) {
  const ReplyMatch match = match_of(reading_of(
      "HTTP/2 403\ndate: Tue, 24 Nov 2026 10:00:00 GMT\n\n{\"error\":{\"errors\":[{\"domain\":\"youtube.quota\",\"reason\":\"quotaExceeded\"}]}}"));
  // Midnight in Los Angeles, eight hours behind UTC in November.
  ASSERT_TRUE(match.frees);
  EXPECT_EQ(*match.frees, Rational(start_of(day("2026-11-25")).seconds + 8 * 3600));
}

TEST(ReplyMatch, AnAmountThatNoPlanHasIsSaidToBeAnotherOne) {
  const ReplyMatch match = match_of(reading_of("HTTP/2 403\nx-github-request-id: 1\nx-ratelimit-limit: 777\nx-ratelimit-remaining: 0\nx-ratelimit-resource: core\n\n"));
  EXPECT_TRUE(match.other_amount);
  EXPECT_EQ(plan_of(match), "");
  EXPECT_EQ(*match.cap, Rational(777));
  ASSERT_TRUE(match.holder);
  EXPECT_GE(match.holder->cap, Rational(778));
}

TEST(ReplyMatch, ThePersonsOwnPlanIsTakenWhereItFits) {
  const ReplyReading reading = reading_of("HTTP/2 403\nx-github-request-id: 1\ndate: Tue, 24 Nov 2026 10:00:00 GMT\nx-ratelimit-limit: 15000\nx-ratelimit-remaining: 0\nx-ratelimit-resource: core\n\n");
  const ReplyMatch several = match_of(reading);
  EXPECT_GT(several.plans.size(), 1U);
  EXPECT_EQ(plan_of(several), "");
  Scenario scenario = empty_scenario(day("2026-11-24"));
  scenario.platforms.push_back({});
  scenario.platforms.back().platform = "github";
  scenario.platforms.back().plan = "installation_cloud";
  EXPECT_EQ(plan_of(match_reply(reading, scenario, real_world(), kPasted)), "installation_cloud");
}

TEST(ReplyMatch, TheCalculationIsSetSoThatTheLimitTrips) {
  const ReplyReading reading = reading_of(
      "HTTP/2 429\ndate: Tue, 24 Nov 2026 10:00:00 GMT\nx-pinterest-rid: 9\nx-ratelimit-limit: 300\nx-ratelimit-remaining: 0\nRequest URL: https://api.pinterest.com/v5/pins\nRequest Method: POST\n\n");
  const ReplyMatch match = match_of(reading);
  const Scenario before = empty_scenario(day("2026-11-20"));
  const Scenario after = matched_scenario(match, before, real_world());
  ASSERT_EQ(after.platforms.size(), 1U);
  EXPECT_EQ(after.platforms[0].plan, "trial");
  EXPECT_EQ(after.date, day("2026-11-24"));
  EXPECT_EQ(after.platforms[0].quantities.at("writes").typed, "301/day");
  const Estimate estimate_after = estimate(after, real_world());
  const auto& limits = estimate_after.platforms[0].limits;
  const auto tripped = std::find_if(limits.begin(), limits.end(), [](const LimitOutcome& o) { return o.limit->id == "writes"; });
  ASSERT_NE(tripped, limits.end());
  EXPECT_EQ(tripped->state, LimitState::breached);
  // What is set already stays as it is.
  EXPECT_EQ(matched_scenario(match_reply(reading, after, real_world(), kPasted), after, real_world()), after);
}

TEST(ReplyMatch, AShortWindowSaysNothingOfAMonth) {
  const ReplyMatch match = match_of(reading_of(kGithub));
  Scenario before = empty_scenario(day("2026-11-24"));
  before.platforms.push_back({});
  before.platforms.back().platform = "github";
  before.platforms.back().quantities["reads"] = {5, Per::month, "5"};
  const Scenario after = matched_scenario(match, before, real_world());
  EXPECT_EQ(after.platforms[0].plan, "unauthenticated");
  EXPECT_EQ(after.platforms[0].quantities, before.platforms[0].quantities);
}

TEST(ReplyMatch, WithoutAPlatformNothingIsChanged) {
  const ReplyReading reading = reading_of("HTTP/2 429\nretry-after: 30\n\n");
  EXPECT_TRUE(reading.is_refusal);
  const ReplyMatch match = match_of(reading);
  EXPECT_EQ(match.platform, nullptr);
  const Scenario before = empty_scenario(day("2026-11-24"));
  EXPECT_EQ(matched_scenario(match, before, real_world()), before);
}

TEST(ReplyTable, EveryRuleSpeaksOfWhatTheCatalogueHas) {
  for (const ReplyPlatform& rules : reply_table().platforms) {
    const Platform* platform = real_catalog().platform(rules.id);
    ASSERT_NE(platform, nullptr) << rules.id;
    for (const ReplyCase& one : rules.cases) {
      EXPECT_TRUE(one.metric.empty() || platform->metric(one.metric)) << rules.id << " " << one.metric;
      for (const std::string& id : one.limits) {
        const bool known = std::any_of(platform->plans.begin(), platform->plans.end(), [&](const Plan& plan) {
          return std::any_of(plan.limits.begin(), plan.limits.end(), [&](const Limit& limit) { return limit.id == id; });
        });
        EXPECT_TRUE(known) << rules.id << " " << id;
      }
    }
  }
}

TEST(ReplyTable, SentencesStandInTheOrderOfTheirNames) {
  const ReplyTable& table = reply_table();
  EXPECT_EQ(table.words.size(), static_cast<std::size_t>(ReplyWord::close) + 1);
  EXPECT_EQ(reply_words(table, ReplyWord::title), "I got a 429");
  EXPECT_EQ(reply_words(table, ReplyWord::by_host, {"Toy", "api.example.org"}), "Toy, known by the host api.example.org");
  EXPECT_EQ(reply_words(table, ReplyWord::untold), "Not told");
  EXPECT_EQ(reply_words(table, ReplyWord::holder_none, {"X."}), "X. No plan that is sold on that day stands that.");
  EXPECT_EQ(reply_words(table, ReplyWord::no_changes), "The calculation is set to match already.");
  EXPECT_EQ(reply_words(table, ReplyWord::close), "Close");
}

TEST(ReplyTable, PatternsMatchWholly) {
  std::string star;
  EXPECT_TRUE(is_like("x-ratelimit-limit-minute", "x-ratelimit-limit*", &star));
  EXPECT_EQ(star, "-minute");
  EXPECT_TRUE(is_like("x-app-limit-24hour-limit", "x-*-limit-24hour-limit", &star));
  EXPECT_EQ(star, "app");
  EXPECT_TRUE(is_like("get /2/users/5/tweets", "get /2/users/*/tweets*"));
  EXPECT_TRUE(is_like("", "*"));
  EXPECT_FALSE(is_like("xa", "x"));
  EXPECT_FALSE(is_like("x", "x*y"));
  EXPECT_TRUE(is_like("aXbXc", "a*X*c"));
}

TEST(ReplyTable, ThatIsNotAsItWasPackedIsRefused) {
  for (const char* replies : {"7", "[]", "[[[0,0,\"a\",0]],[],[],[],[]]", "[[[9,0,\"a\",0,\"\"]],[],[],[],[]]", "[[],[],[],[[\"x\"]],[]]", "[[],[],[],[],[7]]", "{\"a\":1}"}) {
    Catalog catalog;
    const auto problem = add_index(std::string("{\"listed\":[],\"presets\":[],\"replies\":") + replies + "}", catalog);
    EXPECT_TRUE(problem) << replies;
    EXPECT_FALSE(catalog.replies) << replies;
  }
}

}  // namespace
}  // namespace tollmeter
