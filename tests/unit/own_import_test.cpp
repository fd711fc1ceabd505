#include "core/own/own_import.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/own/own_document.h"
#include "core/own/own_prices.h"
#include "real_catalog.h"

namespace tollmeter {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const char* const kSms = R"({"id":"sms","name":"My SMS","short_name":"SMS","category":"messaging","currency":"EUR","sources":{},
  "metrics":[{"id":"sent","name":"Messages sent","kind":"entered","unit":"message","units":"messages","counts_one":"One.","slider":{"least":"1","most":"1000"}}],
  "plans":[{"id":"a","name":"A","charges":[{"id":"fee","name":"fee","model":"flat","price":"9","period":"month"},
    {"id":"sent","model":"per_unit","metric":"sent","price":"0.05"}]}]})";

OwnImport taken(const std::string& file, const std::string& own = "") {
  const Result<OwnImport> result = import_own(real_catalog(), own, file, day("2026-11-24"));
  EXPECT_TRUE(result.ok()) << result.problem().sentence();
  return result.value();
}

Rational bill(const std::string& own, const std::string& platform, const std::string& plan, const std::map<std::string, int>& use) {
  const OwnReading reading = read_own_prices(real_catalog(), own);
  EXPECT_TRUE(reading.problems.empty());
  Scenario scenario = empty_scenario(day("2026-11-24"));
  scenario.own = own;
  scenario.platforms.resize(1);
  scenario.platforms[0].platform = platform;
  scenario.platforms[0].plan = plan;
  for (const auto& [metric, count] : use) scenario.platforms[0].quantities[metric] = {count, Per::month, std::to_string(count)};
  const Estimate estimate = tollmeter::estimate(scenario, {&reading.catalog, kZones});
  return estimate.platforms.at(0).subtotal.amount;
}

TEST(OwnImport, TakesAPlatformsFile) {
  const OwnImport result = taken(kSms);
  EXPECT_THAT(result.taken, ElementsAre("My SMS"));
  EXPECT_THAT(result.left_out, IsEmpty());
  EXPECT_EQ(bill(result.own, "own-sms", "a", {{"sent", 200}}), Rational(19));
  const OwnReading reading = read_own_prices(real_catalog(), result.own);
  EXPECT_EQ(reading.catalog.platform("own-sms")->name, "My SMS (own)");
  EXPECT_EQ(reading.catalog.listings.front().id, "own-sms");
}

TEST(OwnImport, TakesWhatItWrote) {
  const std::string own = taken(kSms).own;
  EXPECT_EQ(taken(own).own, own);
  EXPECT_EQ(taken(own, own).own, own);  // replaced, not doubled
}

// Some editors and spreadsheets begin a file with one.
TEST(OwnImport, AByteOrderMarkIsNoPartOfAFile) {
  const std::string mark = "\xEF\xBB\xBF";
  EXPECT_EQ(taken(mark + kSms).own, taken(kSms).own);
  EXPECT_EQ(taken(mark + taken(kSms).own).own, taken(kSms).own);
  EXPECT_FALSE(import_own(real_catalog(), "", mark, day("2026-11-24")).ok());
}

TEST(OwnImport, TakesTheRestWhereOnePlatformIsWrong) {
  const std::string file = R"({"platforms":[)" + std::string(kSms) + R"(,{"id":"b","name":"Broken","metrics":[],"plans":[{"id":7}]}]})";
  const OwnImport result = taken(file);
  EXPECT_THAT(result.taken, ElementsAre("My SMS"));
  ASSERT_EQ(result.left_out.size(), 1U);
  EXPECT_THAT(result.left_out[0], HasSubstr("Broken: "));
}

TEST(OwnImport, SaysWhereAFileIsWrongAndKeepsWhatWasThere) {
  const std::string own = taken(kSms).own;
  std::string wrong = kSms;
  wrong.replace(wrong.find("\"0.05\""), 6, "\"cheap\"");
  const OwnImport result = taken(wrong, own);
  EXPECT_EQ(result.own, own);
  ASSERT_EQ(result.left_out.size(), 1U);
  EXPECT_THAT(result.left_out[0], HasSubstr("plans[0].charges[1].price"));
  for (const char* file : {"", "no json", "{}", "7", "[]", R"({"platforms":{}})"}) {
    EXPECT_FALSE(import_own(real_catalog(), own, file, day("2026-11-24")).ok()) << file;
  }
  EXPECT_FALSE(import_own(real_catalog(), own, std::string(100, '['), day("2026-11-24")).ok());
  EXPECT_FALSE(import_own(real_catalog(), own, std::string(kMostImportBytes + 1, ' '), day("2026-11-24")).ok());
}

TEST(OwnImport, SaysThatWhatIsTooLargeIsSo) {
  std::string large = kSms;
  large.replace(large.find("\"plans\""), 0, R"("events":[],"aliases":[")" + std::string(kMostOwnBytes - 2000, 'x') + "\",\"" + std::string(3000, 'y') + "\"],");
  const OwnImport result = taken(large);
  EXPECT_EQ(result.own, "");
  EXPECT_THAT(result.left_out, ElementsAre(HasSubstr("a link carries at most")));
}

std::string stripe(const std::string& fields) {
  return R"({"object":"price","id":"price_1","active":true,"currency":"usd","product":"prod_1",)" + fields + "}";
}
constexpr const char* kMetered = R"("recurring":{"interval":"month","interval_count":1,"usage_type":"metered"},"nickname":"Requests")";

// Each is read into a catalogue of its own, which takes its time.
TEST(OwnImport, ReadsNoMoreThanThereMayBe) {
  std::string file = "[";
  for (std::size_t i = 0; i <= kMostOwnPlans; ++i) file += (i == 0 ? "" : ",") + std::string(R"({"platform":{}})");
  const Result<OwnImport> result = import_own(real_catalog(), "", file + "]", day("2026-11-24"));
  ASSERT_FALSE(result.ok());
  EXPECT_THAT(result.problem().sentence(), HasSubstr("too many own plans"));
}

TEST(StripeImport, AFixedPriceIsAFee) {
  const std::string own = taken(stripe(R"("nickname":"Pro","billing_scheme":"per_unit","unit_amount":4900,"unit_amount_decimal":"4900","recurring":{"interval":"month","interval_count":1,"usage_type":"licensed"})")).own;
  EXPECT_EQ(bill(own, "own-prices-from-stripe", "own-1", {}), Rational(49));
}

TEST(StripeImport, AYearIsPaidAsAYear) {
  const std::string own = taken(stripe(R"("unit_amount":12000,"recurring":{"interval":"year","interval_count":1,"usage_type":"licensed"})")).own;
  EXPECT_EQ(bill(own, "own-prices-from-stripe", "own-1", {}), Rational(10));
}

TEST(StripeImport, GraduatedAndVolumeTiersWithFees) {
  const char* const tiers = R"("tiers":[{"up_to":5,"unit_amount":500,"flat_amount":1000},{"up_to":null,"unit_amount":400,"flat_amount_decimal":"250.5"}])";
  const std::string graduated = taken(stripe(std::string(R"("billing_scheme":"tiered","tiers_mode":"graduated",)") + tiers + "," + kMetered)).own;
  // 10 + 5 x 5 + 2.505 + 2 x 4, once rounded
  EXPECT_EQ(bill(graduated, "own-prices-from-stripe", "own-1", {{"m1", 7}}), Rational::fraction(4551, 100));
  const std::string volume = taken(stripe(std::string(R"("billing_scheme":"tiered","tiers_mode":"volume",)") + tiers + "," + kMetered)).own;
  EXPECT_EQ(bill(volume, "own-prices-from-stripe", "own-1", {{"m1", 5}}), Rational(35));
  EXPECT_EQ(bill(volume, "own-prices-from-stripe", "own-1", {{"m1", 7}}), Rational::fraction(3051, 100));  // 2.505 + 28
}

TEST(StripeImport, CurrenciesWithoutHundredths) {
  std::string yen = stripe(std::string(R"("unit_amount":3,)") + kMetered);
  yen.replace(yen.find("usd"), 3, "jpy");
  EXPECT_EQ(bill(taken(yen).own, "own-prices-from-stripe", "own-1", {{"m1", 100}}), Rational(300));
  std::string dinar = stripe(std::string(R"("unit_amount":1500,)") + kMetered);
  dinar.replace(dinar.find("usd"), 3, "kwd");
  EXPECT_EQ(bill(taken(dinar).own, "own-prices-from-stripe", "own-1", {{"m1", 2}}), Rational(3));
}

TEST(StripeImport, FractionsOfACentAndPackages) {
  const std::string fraction = taken(stripe(std::string(R"("unit_amount":null,"unit_amount_decimal":"0.05",)") + kMetered)).own;
  EXPECT_EQ(bill(fraction, "own-prices-from-stripe", "own-1", {{"m1", 10000}}), Rational(5));
  const std::string up = taken(stripe(std::string(R"("unit_amount":100,"transform_quantity":{"divide_by":1000,"round":"up"},)") + kMetered)).own;
  EXPECT_EQ(bill(up, "own-prices-from-stripe", "own-1", {{"m1", 1001}}), Rational(2));
  const std::string down = taken(stripe(std::string(R"("unit_amount":100,"transform_quantity":{"divide_by":1000,"round":"down"},)") + kMetered)).own;
  EXPECT_EQ(bill(down, "own-prices-from-stripe", "own-1", {{"m1", 1999}}), Rational(1));
}

TEST(StripeImport, AProductsFixedAndMeteredPricesAreOnePlan) {
  const std::string list = R"({"object":"list","data":[)" +
      stripe(R"("nickname":"Pro","unit_amount":4900,"recurring":{"interval":"month","interval_count":1,"usage_type":"licensed"})") + "," +
      stripe(std::string(R"("unit_amount":2,)") + kMetered) + "]}";
  const OwnImport result = taken(list);
  EXPECT_EQ(bill(result.own, "own-prices-from-stripe", "own-1", {{"m1", 1000}}), Rational(69));
}

TEST(StripeImport, AListThatIsOnlyAPageSaysSo) {
  const std::string price = stripe(std::string(R"("unit_amount":2,)") + kMetered);
  const OwnImport page = taken(R"({"object":"list","has_more":true,"data":[)" + price + "]}");
  EXPECT_THAT(page.left_out, ElementsAre("The list is only a page of it: Stripe has more prices. Ask for all of them and import each page."));
  EXPECT_EQ(bill(page.own, "own-prices-from-stripe", "own-1", {{"m1", 1000}}), Rational(20)) << "what is there is taken";
  EXPECT_THAT(taken(R"({"object":"list","has_more":false,"data":[)" + price + "]}").left_out, IsEmpty());
}

TEST(StripeImport, SpeaksTheLanguageThatIsSpoken) {
  Language french;
  french.texts["it is due every {0}; only months and years are known here"] = "échéance : {0}";
  french.texts["week|{0} weeks"] = "chaque semaine|toutes les {0} semaines";
  french.texts["Prices from Stripe"] = "Prix de Stripe";
  speak(&french);
  const OwnImport weekly = taken(stripe(R"("nickname":"Weekly","unit_amount":1,"recurring":{"interval":"week","interval_count":2})"));
  const OwnImport metered = taken(stripe(std::string(R"("unit_amount":2,)") + kMetered));
  speak(nullptr);
  EXPECT_THAT(weekly.left_out, ElementsAre("Weekly (price_1): échéance : toutes les 2 semaines."));
  EXPECT_THAT(metered.taken, ElementsAre("Prix de Stripe"));
}

TEST(StripeImport, ACodeThatIsNoCurrencyIsRefused) {
  for (const char* code : {"xxx", "xts", "us", "u$d", ""}) {
    std::string price = stripe(std::string(R"("unit_amount":3,)") + kMetered);
    price.replace(price.find("usd"), 3, code);
    EXPECT_THAT(taken(price).left_out, ElementsAre("Requests (price_1): its 'currency' is none.")) << code;
  }
  std::string platform = kSms;
  platform.replace(platform.find("EUR"), 3, "XXX");
  EXPECT_THAT(taken(platform).left_out, ElementsAre(HasSubstr("'XXX' is not a currency")));
}

TEST(StripeImport, ListsWhatItLeavesOutByNameAndReason) {
  const auto why = [](const std::string& fields) {
    const OwnImport result = taken(stripe(fields));
    EXPECT_EQ(result.own, "");
    EXPECT_THAT(result.taken, IsEmpty());
    return result.left_out.empty() ? std::string() : result.left_out[0];
  };
  EXPECT_EQ(why(R"("nickname":"Weekly","unit_amount":1,"recurring":{"interval":"week","interval_count":2})"),
            "Weekly (price_1): it is due every 2 weeks; only months and years are known here.");
  EXPECT_THAT(why(std::string(R"("billing_scheme":"tiered","tiers_mode":"graduated",)") + kMetered), HasSubstr("its tiers are not in the file"));
  EXPECT_THAT(why(R"("custom_unit_amount":{"minimum":1},"unit_amount":null)"), HasSubstr("the customer chooses what to pay"));
  EXPECT_THAT(why(R"("unit_amount":-5)"), HasSubstr("no amount from zero on"));
  EXPECT_THAT(why(R"("unit_amount":"1e9")"), HasSubstr("no amount from zero on"));
  EXPECT_EQ(why(R"("nickname":"Odd","unit_amount":1,"recurring":{"interval":"fortnight","interval_count":1})"),
            "Odd (price_1): its interval cannot be read; only months and years are known here.");
  EXPECT_THAT(taken(R"({"object":"list","data":[7,{"object":"plan","id":"plan_1"}]})").left_out,
              ElementsAre("A price without a name: it is no Price object.", "plan_1: it is no Price object."));
}

}  // namespace
}  // namespace tollmeter
