#include "core/own/own_prices.h"

#include <gtest/gtest.h>

#include "core/advice.h"
#include "core/link.h"
#include "core/own/own_document.h"
#include "core/own/own_json.h"
#include "core/own/plan_draft.h"
#include "real_catalog.h"

namespace tollmeter {
namespace {

/// One plan over X's Basic.
std::string over_basic(const std::string& rows) {
  return R"({"platforms":[{"id":"x","plans":[{"id":"own-basic","name":"Basic","extends":"basic","access":[],)" + rows +
         R"("entered":"2026-11-24"}]}]})";
}

Scenario x_with(const std::string& own) {
  Scenario scenario = x_scenario("2023-04-25", "own-basic");
  scenario.own = own;
  return scenario;
}

Rational total_of(const Scenario& scenario) {
  const OwnReading reading = read_own_prices(real_catalog(), scenario.own);
  EXPECT_TRUE(reading.problems.empty()) << reading.problems.front().sentence();
  const Estimate estimate = tollmeter::estimate(scenario, {&reading.catalog, kZones});
  return estimate.totals.at(0).amount;
}

TEST(OwnPrices, AFeeOfOnesOwnReplacesTheListsOne) {
  EXPECT_EQ(total_of(x_scenario("2023-04-25", "basic")), Rational(100));
  EXPECT_EQ(total_of(x_with(over_basic(R"("prices":{"fee":"80.5"},)"))), Rational::fraction(161, 2));
}

TEST(OwnPrices, AContractTakesAShareOff) {
  const std::string discount = R"("charges":[{"id":"own-discount","name":"contract discount","model":"discount","price":"0.2"}],)";
  EXPECT_EQ(total_of(x_with(over_basic(discount))), Rational(80));
}

TEST(OwnPrices, ACommittedFeeIsDueInAnyCase) {
  const std::string least = R"("charges":[{"id":"own-commitment","name":"committed fee","model":"minimum","price":"150"}],)";
  EXPECT_EQ(total_of(x_with(over_basic(least))), Rational(150));
}

TEST(OwnPrices, AnotherAmountOfALimitServesMore) {
  const Scenario list = x_scenario("2023-04-25", "basic");
  const Estimate before = estimate(list, real_world());
  const Limit* broken = nullptr;
  for (const LimitOutcome& outcome : before.platforms[0].limits) {
    if (outcome.state == LimitState::breached) broken = outcome.limit;
  }
  ASSERT_NE(broken, nullptr);
  const Scenario own = x_with(over_basic(R"("amounts":{")" + broken->id + R"(":"unlimited"},)"));
  const OwnReading reading = read_own_prices(real_catalog(), own.own);
  ASSERT_TRUE(reading.problems.empty()) << reading.problems.front().sentence();
  const Estimate after = estimate(own, {&reading.catalog, kZones});
  EXPECT_EQ(after.breaches, before.breaches - 1);
}

TEST(OwnPrices, AreMarkedInTheLanguageThatIsSpoken) {
  Language french;
  french.texts[" (own)"] = " (perso)";
  speak(&french);
  const OwnReading reading = read_own_prices(real_catalog(), over_basic(R"("prices":{"fee":"80"},)"));
  const Plan* plan = reading.catalog.platform("x")->plan("own-basic");
  const std::string name = plan ? plan->name.english() : "";
  const std::string without(without_own_mark(name));
  speak(nullptr);
  EXPECT_EQ(name, "Basic (perso)");
  EXPECT_EQ(without, "Basic");
}

TEST(OwnPrices, AreMarkedAndSaySo) {
  const OwnReading reading = read_own_prices(real_catalog(), over_basic(R"("prices":{"fee":"80"},)"));
  const Platform* x = reading.catalog.platform("x");
  const Plan* plan = x->plan("own-basic");
  ASSERT_NE(plan, nullptr);
  EXPECT_TRUE(plan->own);
  EXPECT_EQ(plan->name, "Basic (own)");
  EXPECT_EQ(without_own_mark(plan->name), "Basic");
  EXPECT_FALSE(x->own);
  EXPECT_FALSE(x->plan("basic")->own);
  for (const Charge& charge : plan->charges) {
    if (charge.id != "fee") continue;
    const Source* source = x->source(charge.source);
    ASSERT_NE(source, nullptr);
    EXPECT_EQ(source->confidence, Confidence::own);
    EXPECT_EQ(source->read, day("2026-11-24"));
  }
}

TEST(OwnPrices, WhatIsNotSaidIsNotOffered) {
  const std::string own =
      R"({"platforms":[{"id":"x","plans":[{"id":"own-new","name":"New","charges":[{"id":"fee","name":"fee","model":"flat","price":"7","period":"month"},)"
      R"({"id":"r","model":"per_unit","metric":"posts_read","price":"0.001"}],"entered":"2026-11-24"}]}]})";
  Scenario scenario = x_with(own);
  scenario.platforms[0].plan = "own-new";
  EXPECT_EQ(total_of(scenario), Rational(37));  // 7 + 30,000 x 0.001
  const OwnReading reading = read_own_prices(real_catalog(), own);
  EXPECT_EQ(estimate(scenario, {&reading.catalog, kZones}).platforms[0].not_offered.size(), 1U);
}

TEST(OwnPrices, SayWhereTheyAreWrong) {
  const auto problem = [](const std::string& own) {
    const OwnReading reading = read_own_prices(real_catalog(), own);
    EXPECT_EQ(reading.catalog.platform("x")->plan("own-basic"), nullptr);
    return reading.problems.empty() ? std::string("none") : reading.problems[0].sentence();
  };
  EXPECT_EQ(problem(over_basic(R"("prices":{"fee":"8,5"},)")),
            "platforms[0].plans[0].prices.fee: '8,5' is not a decimal number; expected at most 30 digits with at most one point, such as \"0.005\"");
  EXPECT_NE(problem(over_basic(R"("prices":{"none":"1"},)")).find("is no charge with one price"), std::string::npos);
  EXPECT_NE(problem(over_basic(R"("amounts":{"none":"1"},)")).find("is not a limit"), std::string::npos);
  EXPECT_NE(problem(over_basic(R"("surprise":"1",)")).find("is not a key of this object"), std::string::npos);
  EXPECT_NE(problem(R"({"platforms":[{"id":"x","plans":[{"id":"mine","name":"M","entered":"2026-11-24"}]}]})").find("begins with 'own-'"),
            std::string::npos);
  EXPECT_NE(problem("{\"platforms\":[{\"id\":\"x\",\"plans\":[{\"id\":\"own-basic\",\"name\":\"a\xE2\x80\xAE\"}]}]}").find("cannot be seen"),
            std::string::npos);
  EXPECT_NE(problem(std::string(kMostOwnBytes + 1, ' ')), "none");
  EXPECT_NE(problem(std::string(100, '[')), "none");
}

TEST(OwnPrices, OneWrongPlanLeavesTheOthers) {
  const std::string own = R"({"platforms":[{"id":"x","plans":[{"id":"own-a","name":"A","extends":"none","entered":"2026-11-24"},)"
                          R"({"id":"own-b","name":"B","extends":"basic","entered":"2026-11-24"}]},{"id":"nowhere","plans":[{"id":"own-c"}]}]})";
  const OwnReading reading = read_own_prices(real_catalog(), own);
  EXPECT_EQ(reading.problems.size(), 1U);
  EXPECT_EQ(reading.catalog.platform("x")->plan("own-a"), nullptr);
  EXPECT_NE(reading.catalog.platform("x")->plan("own-b"), nullptr);
}

TEST(OwnPrices, NoIdOfTheListLooksLikeAnOwnOne) {
  for (const Platform& platform : real_catalog().platforms) {
    EXPECT_FALSE(platform.id.starts_with(kOwnIdPrefix)) << platform.id;
    for (const Plan& plan : platform.plans) EXPECT_FALSE(plan.id.starts_with(kOwnIdPrefix)) << platform.id << " " << plan.id;
  }
}

TEST(OwnPrices, TravelInTheLink) {
  Document document;
  document.scenario = x_with(over_basic(R"("prices":{"fee":"80"},)"));
  const std::string link = write_link(document);
  const OpenedLink opened = open_link(link, real_catalog());
  ASSERT_EQ(opened.kind, OpenedLink::Kind::whole) << opened.broken.problem.sentence();
  EXPECT_EQ(opened.document, document);
  EXPECT_EQ(write_link(opened.document), link);
  EXPECT_LT(link.size(), 400U);
}

TEST(OwnPrices, ALinkWithOnesThatCannotBeReadOffersTheRest) {
  Document document;
  document.scenario = x_with(over_basic(R"("prices":{"none":"80"},)"));
  const OpenedLink opened = open_link(write_link(document), real_catalog());
  ASSERT_EQ(opened.kind, OpenedLink::Kind::broken);
  EXPECT_NE(opened.broken.problem.sentence().find("field 'own': cannot be read: platforms[0].plans[0].prices.none"), std::string::npos) << opened.broken.problem.sentence();
  ASSERT_TRUE(opened.broken.salvage);
  EXPECT_EQ(opened.broken.salvage->scenario.platforms.size(), 1U);
  EXPECT_EQ(opened.broken.salvage->scenario.own, "") << "what cannot be read would break its own link again";
  EXPECT_EQ(open_link(write_link(*opened.broken.salvage), real_catalog()).kind, OpenedLink::Kind::whole);
}

TEST(OwnPrices, AnOwnPlatformIsNoFileToFetch) {
  EXPECT_EQ(platforms_to_add("1;d=2026-11-23;p=own-sms;p=twilio_voice_x", Catalog()), (std::vector<std::string>{"twilio_voice_x"}));
}

TEST(OwnJson, Base64IsTheOneOfTheStandard) {
  // RFC 4648, section 10, without padding.
  for (const auto& [plain, coded] : {std::pair{"", ""}, {"f", "Zg"}, {"fo", "Zm8"}, {"foo", "Zm9v"}, {"foob", "Zm9vYg"}, {"fooba", "Zm9vYmE"}, {"foobar", "Zm9vYmFy"}}) {
    EXPECT_EQ(link_text_of_own(plain), coded);
    EXPECT_EQ(own_of_link_text(coded), plain);
  }
  EXPECT_FALSE(own_of_link_text("Zh"));
  EXPECT_FALSE(own_of_link_text("Z"));
  EXPECT_FALSE(own_of_link_text("Zm9v="));
  const std::string all("\xFF\xFE\x00z?", 5);
  EXPECT_EQ(own_of_link_text(link_text_of_own(all)), all);
}

TEST(PlanDraft, AnUnchangedPlanOverTheListCostsTheSame) {
  const Platform& x = *real_catalog().platform("x");
  PlanDraft draft = draft_over(x, *x.plan("basic"), day("2023-04-25"));
  EXPECT_EQ(draft.name, "Basic");
  EXPECT_TRUE(draft_problems(draft).empty());
  draft.id = "own-basic";
  OwnDocument document;
  document.put_plan("x", plan_json(draft, x), day("2026-11-24"));
  EXPECT_EQ(total_of(x_with(document.text())), Rational(100));
}

TEST(PlanDraft, ComesBackFromWhatWasWritten) {
  const Platform& x = *real_catalog().platform("x");
  PlanDraft draft = draft_over(x, *x.plan("basic"), day("2023-04-25"));
  draft.id = "own-basic";
  draft.name = "Basic of ours";
  draft.discount = "12.5";
  draft.commitment = "1,200";
  draft.fees[0].price = "90";
  draft.limits[0].amount = "12345";
  MeteredDraft reads;
  reads.metric = "posts_read";
  reads.kind = MeteredDraft::Kind::graduated;
  reads.tiers = {{"1000", "0", ""}, {"", "0.01", "5"}};
  draft.metered = {reads};
  LimitDraft limit;
  limit.id = "own-limit-1";
  limit.name = "posts read, own limit";
  limit.metric = "posts_read";
  limit.amount = "500";
  limit.window = 5;
  limit.breach = 1;
  draft.limits.push_back(limit);
  ASSERT_TRUE(draft_problems(draft).empty()) << draft_problems(draft).begin()->second;
  OwnDocument document;
  document.put_plan("x", plan_json(draft, x), day("2026-11-24"));
  EXPECT_TRUE(read_own_prices(real_catalog(), document.text()).problems.empty());
  const PlanDraft back = draft_of(x, *OwnDocument(document.text()).plan("x", "own-basic"), day("2023-04-25"));
  EXPECT_EQ(back.name, draft.name);
  EXPECT_EQ(back.discount, "12.5");
  EXPECT_EQ(back.commitment, "1200");
  EXPECT_EQ(back.fees[0].price, "90");
  EXPECT_EQ(back.limits.front().amount, "12345");
  EXPECT_EQ(back.limits.back().window, 5U);
  EXPECT_EQ(back.limits.back().breach, 1U);
  ASSERT_EQ(back.metered.size(), 1U);
  EXPECT_EQ(back.metered[0].tiers[1].fee, "5");
  EXPECT_EQ(write_json(plan_json(back, x)), write_json(plan_json(draft, x)));
}

TEST(PlanDraft, SaysWhatIsWrongBesideItsField) {
  const Platform& x = *real_catalog().platform("x");
  PlanDraft draft = draft_over(x, *x.plan("basic"), day("2023-04-25"));
  draft.name.clear();
  draft.fees[0].price = "cheap";
  draft.discount = "120";
  MeteredDraft reads;
  reads.kind = MeteredDraft::Kind::volume;
  reads.tiers = {{"", "1", ""}, {"10", "", ""}};
  draft.metered = {reads};
  const std::map<std::string, std::string> problems = draft_problems(draft);
  for (const char* field : {"name", "fee/0", "discount", "metered/0/tier/0/up_to", "metered/0/tier/1/price"}) {
    EXPECT_TRUE(problems.contains(field)) << field;
  }
  EXPECT_EQ(problems.size(), 5U);
}

TEST(OwnDocument, NamesRemovesAndNumbersWhatItHolds) {
  OwnDocument document(over_basic(""));
  EXPECT_EQ(document.fresh_plan_id("x", "Basic"), "own-basic-2");
  EXPECT_EQ(document.fresh_plan_id("x", "Über 9000!"), "own-ber-9000");
  EXPECT_EQ(document.fresh_platform_id("???"), "own-1");
  ASSERT_EQ(document.items().size(), 1U);
  EXPECT_EQ(document.items()[0].name, "Basic");
  document.remove("x", "own-basic");
  EXPECT_EQ(document.text(), "");
  EXPECT_EQ(OwnDocument("no document").text(), "");
}

TEST(OwnDocument, AskingChangesNothing) {
  const std::string odd = R"({"version":1,"platforms":[{"id":"x"},{"id":"y","plans":"none"}]})";
  const OwnDocument document(odd);
  const std::string before = document.text();
  ASSERT_NE(before, "");
  EXPECT_EQ(document.plan("x", "own-basic"), nullptr);
  EXPECT_EQ(document.plan("y", "own-basic"), nullptr);
  EXPECT_EQ(document.text(), before);
}

}  // namespace
}  // namespace tollmeter
