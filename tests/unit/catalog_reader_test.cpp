#include "core/catalog_reader.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tollmeter {
namespace {

// A small catalogue that is right; every bad one is this with one piece exchanged.
constexpr const char* kGood = R"json({
 "common": {"drivers": [
  {"id": "accounts", "name": "connected accounts", "short_name": "accounts", "help": "How many.",
   "assumed": "1", "least": "1", "most": "1000"}]},
 "platforms": [{
  "id": "toy", "name": "Toy", "short_name": "Toy", "category": "social", "currency": "USD",
  "sources": {
   "page": {"title": "price page", "url": "https://example.org/prices", "read": "2024-01-01",
            "confidence": "platform's own page"},
   "blog": {"title": "a blog", "url": "https://example.org/blog", "read": "2024-02-01",
            "confidence": "press"}},
  "metrics": [
   {"id": "posts", "name": "Posts", "kind": "entered", "unit": "post", "units": "posts",
    "counts_one": "One post.", "slider": {"least": "1", "most": "1000"}},
   {"id": "linked", "name": "With a link", "kind": "part", "of": "posts", "assumed_share": "0.4",
    "unit": "post", "units": "posts", "counts_one": "One with a link."},
   {"id": "pages", "name": "Pages", "kind": "derived", "of": "posts", "per_parent": "1 / 100",
    "unit": "page", "units": "pages", "counts_one": "One page."}],
  "plans": [
   {"id": "basic", "name": "Basic", "from": "2023-01-01", "to": "2025-01-01",
    "to_about": "early 2025", "access": [{"is": "open", "to": "2024-01-01"}],
    "charges": [
     {"id": "fee", "name": "fee", "model": "flat", "price": "100", "period": "month", "to": "2024-01-01",
      "source": "page"},
     {"id": "fee", "name": "fee", "model": "flat", "price": "about 200", "period": "month",
      "from": "2024-01-01", "source": "page"}],
    "included": [{"metrics": ["posts"], "source": "page"}],
    "limits": [
     {"id": "day", "name": "posts a day", "counts": {"pages": "1.5", "posts": "1"},
      "amount": "10 * accounts", "window": {"kind": "fixed", "length": "1 day", "zone": "UTC"},
      "scope": {"name": "user", "per": "accounts"},
      "at_breach": {"is": "refuse", "error": "429", "until": "until midnight"},
      "alternatives": [{"value": "20", "source": "blog"}], "choice": "The page is newer.",
      "source": "page"}]},
   {"id": "yearly", "name": "Yearly", "extends": "basic", "from": "2024-06-01", "yearly": true, "yearly_of": "basic",
    "charges": [
     {"id": "fee", "name": "fee", "model": "flat", "price": "1000", "period": "year", "source": "blog"},
     {"id": "posts", "model": "per_unit", "metric": "posts", "price": "0.005", "per": "1000",
      "source": "page"}]}],
  "events": [{"date": "2023-01-01", "text": "Basic opens", "source": "page"}]}]})json";

std::string with(std::string_view from, std::string_view to) {
  std::string text = kGood;
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

TEST(CatalogReader, ReadsAGoodCatalogue) {
  const Result<Catalog> read = read_catalog(kGood);
  ASSERT_TRUE(read.ok()) << read.problem().sentence();
  const Catalog& catalog = read.value();
  EXPECT_EQ(catalog.as_of.iso(), "2024-02-01");
  const Platform* toy = catalog.platform("toy");
  ASSERT_NE(toy, nullptr);
  EXPECT_EQ(toy->metric("linked")->assumed_share, Rational::parse("0.4"));
  const Plan* basic = toy->plan("basic");
  ASSERT_NE(basic, nullptr);
  ASSERT_EQ(basic->charges.size(), 3U);
  EXPECT_TRUE(basic->charges[1].price.approximate);
  EXPECT_FALSE(basic->charges[0].price.approximate);
  EXPECT_EQ(basic->charges[2].model, ChargeModel::included);
  EXPECT_EQ(basic->charges[2].name, "posts");
  const Limit& day = basic->limits.at(0);
  EXPECT_EQ(day.window.seconds, 86400);
  EXPECT_EQ(day.window.zone, "UTC");
  EXPECT_EQ(day.scope.per, "accounts");
  EXPECT_EQ(day.breach.error, "429");
  EXPECT_EQ(day.alternatives.at(0).value, "20");
  ASSERT_EQ(day.weights.size(), 2U);  // in the order of the metrics, not of the file
  EXPECT_EQ(day.weights[0].metric, "posts");
  EXPECT_EQ(day.weights[1].units, Rational::fraction(3, 2));
}

TEST(CatalogReader, RowsWithoutDatesTakeThePlans) {
  const Result<Catalog> read = read_catalog(kGood);
  ASSERT_TRUE(read.ok());
  const Plan& basic = *read.value().platform("toy")->plan("basic");
  EXPECT_EQ(basic.charges[0].validity.from->iso(), "2023-01-01");
  EXPECT_EQ(basic.charges[0].validity.to->iso(), "2024-01-01");
  EXPECT_EQ(basic.charges[1].validity.to->iso(), "2025-01-01");
  EXPECT_EQ(basic.charges[1].validity.to_about, "early 2025");
  EXPECT_EQ(basic.limits[0].validity.from->iso(), "2023-01-01");
}

TEST(CatalogReader, AnExtendedPlanKeepsWhatItDoesNotSayItself) {
  const Result<Catalog> read = read_catalog(kGood);
  ASSERT_TRUE(read.ok());
  const Plan& yearly = *read.value().platform("toy")->plan("yearly");
  EXPECT_TRUE(yearly.yearly);
  EXPECT_EQ(yearly.yearly_of, "basic");
  ASSERT_EQ(yearly.charges.size(), 2U);  // its fee for both of Basic's, its price for "included"
  EXPECT_EQ(yearly.charges[0].period, Period::year);
  EXPECT_EQ(yearly.charges[1].model, ChargeModel::per_unit);
  EXPECT_EQ(yearly.charges[1].per, Rational(1000));
  ASSERT_EQ(yearly.limits.size(), 1U);
  EXPECT_EQ(yearly.limits[0].validity.from->iso(), "2024-06-01");
  EXPECT_FALSE(yearly.limits[0].validity.to.has_value());  // its own end, not Basic's
  EXPECT_EQ(yearly.access_on(*Date::parse("2023-12-31")), Access::open);
}

TEST(CatalogReader, UnknownUnlimitedAndZeroAreThreeThings) {
  struct Row {
    const char* name;
    const char* amount;
    Amount::Kind kind;
  };
  for (const Row& row :
       {Row{"unknown", "unknown", Amount::Kind::unknown}, Row{"unlimited", "unlimited", Amount::Kind::unlimited},
        Row{"zero", "0", Amount::Kind::known}}) {
    SCOPED_TRACE(row.name);
    const Result<Catalog> read = read_catalog(with("10 * accounts", row.amount));
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read.value().platforms[0].plans[0].limits[0].amount.kind, row.kind);
  }
}

struct Bad {
  const char* name;
  std::string json;
  Problem problem;
};

class CatalogReaderRefuses : public testing::TestWithParam<Bad> {};

TEST_P(CatalogReaderRefuses, WithOneClearProblem) {
  const Result<Catalog> read = read_catalog(GetParam().json);
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.problem().where, GetParam().problem.where);
  EXPECT_EQ(read.problem().what, GetParam().problem.what);
  EXPECT_EQ(read.problem().expected, GetParam().problem.expected);
}

const std::string kPlan = "platforms[0].plans[0]";
const std::string kLimit = kPlan + ".limits[0]";
const std::string kFee = kPlan + ".charges[0]";
constexpr const char* kNumber = "at most 30 digits with at most one point, such as \"0.005\"";

std::vector<Bad> bad_texts() {
  return {
      {"Empty", "", {"line 1, column 1", "the text is not well-formed JSON here", "a JSON document"}},
      {"NotJson",
       "{\n  \"common\": oops}",
       {"line 2, column 13", "the text is not well-formed JSON here", "a JSON document"}},
      {"CutOff",
       std::string(kGood).substr(0, 16),
       {"line 2, column 15", "the text is not well-formed JSON here", "a JSON document"}},
      {"TooDeep",
       std::string(1'000'000, '['),
       {std::string("[0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]") +
            "[0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]",
        "it is nested too deeply", "at most 32 levels"}},
      {"TooLong", std::string((8U << 20) + 1, ' '), {"", "the text has 8388609 bytes", "at most 8388608 bytes"}},
      {"RepeatedKey",
       with(R"("name": "Basic")", R"("name": "Basic", "name": "Pro")"),
       {kPlan + ".name", "'name' is there twice", "each key once"}},
      {"AList", "[]", {"", "it is a list", "an object"}},
      {"NoCommon", R"({"platforms": []})", {"", "'common' is missing", "'common' to be said"}},
      {"NoPlatforms", R"({"common": {}})", {"", "'platforms' is missing", "'platforms' to be said"}},
  };
}

std::vector<Bad> bad_figures() {
  return {
      {"PriceAsNumber",
       with(R"("price": "100")", R"("price": 100)"),
       {kFee + ".price", "it is a number", "a text in quotation marks"}},
      {"PriceNegative",
       with(R"("per": "1000")", R"("per": "-1")"),
       {"platforms[0].plans[1].charges[1].per", "'-1' is below zero", "zero or more"}},
      {"PerZero",
       with(R"("per": "1000")", R"("per": "0")"),
       {"platforms[0].plans[1].charges[1].per", "it is zero", "a number above zero"}},
      {"PerWithComma",
       with(R"("per": "1000")", R"("per": "1,000")"),
       {"platforms[0].plans[1].charges[1].per", "'1,000' is not a decimal number", kNumber}},
      {"PriceUnlimited",
       with(R"("price": "100")", R"("price": "unlimited")"),
       {kFee + ".price", "a price cannot be unlimited", "a number, \"about\" a number, or \"unknown\""}},
      {"PriceFormula",
       with(R"("price": "100")", R"("price": "2 * accounts")"),
       {kFee + ".price", "a price cannot be a formula", "a number, \"about\" a number, or \"unknown\""}},
      {"UnknownDriver",
       with("10 * accounts", "10 * friends"),
       {kLimit + ".amount", "'friends' is not a driver", "a driver of the common file"}},
      {"NoSource",
       with(R"("to": "2024-01-01",
      "source": "page")",
            R"("to": "2024-01-01")"),
       {kFee, "'source' is missing", "'source' to be said"}},
      {"UnknownSource",
       with(R"("choice": "The page is newer.",
      "source": "page")",
            R"("choice": "The page is newer.", "source": "rumour")"),
       {kLimit + ".source", "'rumour' is not a source", "the id of one of the platform's sources"}},
      {"SourceWithoutDate",
       with(R"("read": "2024-01-01",)", ""),
       {"platforms[0].sources.page", "'read' is missing", "'read' to be said"}},
      {"SourceWithoutConfidence",
       with(R"(,
            "confidence": "press")",
            ""),
       {"platforms[0].sources.blog", "'confidence' is missing", "'confidence' to be said"}},
      {"ConfidenceAsLetter",
       with(R"("confidence": "press")", R"("confidence": "C")"),
       {"platforms[0].sources.blog.confidence", "'C' is not known here",
        "one of: platform's own page, dated copy, press, sources disagree"}},
      {"SourceNotAnAddress",
       with("https://example.org/blog", "javascript:alert(1)"),
       {"platforms[0].sources.blog.url", "it is not a web address", "https:// and so on"}},
      {"NoSuchDay",
       with(R"("from": "2023-01-01")", R"("from": "2023-02-30")"),
       {kPlan + ".from", "'2023-02-30' is not a day", "a date such as \"2023-04-25\""}},
      {"EndsBeforeItStarts",
       with(R"("to": "2025-01-01")", R"("to": "2022-01-01")"),
       {kPlan + ".to", "it does not lie after 'from'", "a later day (the first on which the row no longer holds)"}},
      {"ConflictWithoutChoice",
       with(R"("choice": "The page is newer.",)", ""),
       {kLimit, "sources disagree and it is not said why this value was taken", "'choice', one sentence"}},
  };
}

constexpr const char* kYearlyOf =
    "an earlier plan of the same currency paid by the month, each once, and \"yearly\": true here";

std::vector<Bad> bad_rows() {
  return {
      {"UnknownKey",
       with(R"("yearly": true)", R"("yearly": true, "colour": "blue")"),
       {"platforms[0].plans[1]", "'colour' is not a key of this object",
        "only: id, name, extends, from, to, from_about, to_about, access, yearly, yearly_of, apart, ask_url, note, "
        "currency, charges, included, limits, not_offered"}},
      {"YearlyInWords",
       with(R"("yearly": true)", R"("yearly": "yes")"),
       {"platforms[0].plans[1].yearly", "it is a text", "true or false"}},
      {"YearlyOfNothingAbove",
       with(R"("yearly_of": "basic")", R"("yearly_of": "pro")"),
       {"platforms[0].plans[1].yearly_of", "'pro' cannot be what this plan is the yearly one of", kYearlyOf}},
      {"YearlyOfButNotYearly",
       with(R"("yearly": true, )", ""),
       {"platforms[0].plans[1].yearly_of", "'basic' cannot be what this plan is the yearly one of", kYearlyOf}},
      {"YearlyOfAnotherCurrency",
       with(R"("yearly": true, )", R"("yearly": true, "currency": "EUR", )"),
       {"platforms[0].plans[1].yearly_of", "'basic' cannot be what this plan is the yearly one of", kYearlyOf}},
      {"YearlyOfTakenAlready",
       with(R"({"id": "yearly")",
            R"({"id": "first", "name": "First", "extends": "basic", "yearly": true, "yearly_of": "basic"},
               {"id": "yearly")"),
       {"platforms[0].plans[2].yearly_of", "'basic' cannot be what this plan is the yearly one of", kYearlyOf}},
      {"OverlappingRows",
       with(R"("price": "about 200", "period": "month",
      "from": "2024-01-01")",
            R"("price": "about 200", "period": "month",
      "from": "2023-12-31")"),
       {kPlan + ".charges[1]", "it overlaps another row of the same id", "rows of one id that follow each other"}},
      {"RowOutlivesItsPlan",
       with(R"("from": "2024-01-01", "source": "page"}])",
            R"("from": "2024-01-01", "to": "2026-01-01", "source": "page"}])"),
       {kPlan + ".charges[1]", "it holds outside its plan's life", "days from the plan's 'from' to its 'to'"}},
      {"MetricNotSaid",
       with(R"("included": [{"metrics": ["posts"], "source": "page"}],)", ""),
       {kPlan, "'posts' is neither priced, included nor not offered from 2023-01-01",
        "each metric said for the plan's whole life"}},
      {"MetricNotSaidLater",
       with(R"({"metrics": ["posts"], "source")", R"({"metrics": ["posts"], "to": "2024-07-01", "source")"),
       {kPlan, "'posts' is neither priced, included nor not offered from 2024-07-01",
        "each metric said for the plan's whole life"}},
      {"MetricSaidTwice",
       with(R"("limits": [)",
            R"("not_offered": [{"metrics": ["posts"], "from": "2024-03-01", "source": "page"}],
               "limits": [)"),
       {kPlan, "'posts' is said twice for 2024-03-01", "one price, inclusion or \"not offered\" a day"}},
      {"MetricSaidTwiceFromAnUnknownStart",
       with(R"({"id": "yearly")",
            R"({"id": "old", "name": "Old", "included": [{"metrics": ["posts"], "source": "page"}],
                "not_offered": [{"metrics": ["posts"], "source": "page"}]},
               {"id": "yearly")"),
       {"platforms[0].plans[1]", "'posts' is said twice for the plan's start",
        "one price, inclusion or \"not offered\" a day"}},
      {"UnknownMetric",
       with(R"("metrics": ["posts"])", R"("metrics": ["posts", "toasts"])"),
       {kPlan + ".included[0].metrics[1]", "'toasts' is not a metric", "the id of one of the platform's metrics"}},
      {"CountsUnknownMetric",
       with(R"("pages": "1.5")", R"("toasts": "1")"),
       {kLimit + ".counts.toasts", "'toasts' is not a metric", "the id of one of the platform's metrics"}},
      {"WeightOfZero",
       with(R"("pages": "1.5")", R"("pages": "0")"),
       {kLimit + ".counts.pages", "'0' is not a weight", "a decimal number above zero, such as \"1\""}},
      {"CountsNothing",
       with(R"("counts": {"pages": "1.5", "posts": "1"},)", ""),
       {kLimit, "a limit counts metrics or money", "either 'counts' or 'spend'"}},
      {"DayWithoutZone",
       with(R"("length": "1 day", "zone": "UTC")", R"("length": "1 day")"),
       {kLimit + ".window", "'zone' is missing", "'zone' to be said"}},
      {"HourWithZone",
       with(R"("length": "1 day")", R"("length": "1 h")"),
       {kLimit + ".window.zone", "only fixed days and months begin by a zone's clock", "no such key"}},
      {"LongerThanAMonth",
       with(R"("length": "1 day")", R"("length": "32 days")"),
       {kLimit + ".window.length", "it is longer than a billing month", "at most \"31 days\""}},
      {"PenaltyOfYears",
       with(R"("is": "refuse")", R"("is": "refuse", "penalty": "367 days")"),
       {kLimit + ".at_breach.penalty", "it is too long", "at most a year"}},
      {"MonthWithoutDay",
       with(R"("length": "1 day")", R"("length": "1 month")"),
       {kLimit + ".window", "'day' is missing", "'day' to be said"}},
      {"MonthOnDay32",
       with(R"("length": "1 day")", R"("length": "1 month", "day": "32")"),
       {kLimit + ".window.day", "it is no day of the month", "\"1\" to \"31\""}},
      {"DayCountedFromADay",
       with(R"("length": "1 day")", R"("length": "1 day", "from": "2026-01-05")"),
       {kLimit + ".window.from", "only fixed windows of several days are counted from a day", "no such key"}},
      {"RollingAtATime",
       with(R"("kind": "fixed", "length": "1 day", "zone": "UTC")", R"("kind": "rolling", "length": "1 day", "time": "09:00")"),
       {kLimit + ".window.time", "only fixed windows begin at a time of day", "no such key"}},
      {"EmptyBucket",
       with(R"("kind": "fixed", "length": "1 day", "zone": "UTC")", R"("kind": "bucket", "length": "1 day", "size": "0")"),
       {kLimit + ".window.size", "it is zero", "a number above zero, or no size"}},
      {"DistinctThingsInABucket",
       with(R"("kind": "fixed", "length": "1 day", "zone": "UTC"})", R"("kind": "bucket", "length": "1 day"}, "distinct": "10")"),
       {kLimit + ".distinct", "this window counts no different things", "kind \"fixed\", \"rolling\" or \"cycle\""}},
      {"RungsThatFall",
       with(R"("zone": "UTC"})",
            R"("zone": "UTC"}, "climbs": {"paid": "accounts", "rungs": [{"from": "5", "amount": "1"}, {"from": "5", "amount": "2"}]})"),
       {kLimit + ".climbs.rungs[1].from", "it does not lie above the rung before", "amounts of money that rise"}},
      {"ClimbsByNothing",
       with(R"("zone": "UTC"})", R"("zone": "UTC"}, "climbs": {"paid": "luck", "rungs": [{"from": "5", "amount": "1"}]})"),
       {kLimit + ".climbs.paid", "'luck' is not a driver", "a driver: what was paid before the month"}},
      {"ShutForTwoReasons",
       with(R"("is": "refuse")", R"("is": "refuse", "penalty": "5 min", "shut_until": {"time": "00:00", "zone": "UTC"})"),
       {kLimit + ".at_breach.shut_until", "it stands beside 'penalty'", "one of the two"}},
      {"ShutUntilNoTime",
       with(R"("is": "refuse")", R"("is": "refuse", "shut_until": {"time": "midnight", "zone": "UTC"})"),
       {kLimit + ".at_breach.shut_until.time", "'midnight' is not a time of day",
        "hours and minutes such as \"09:30\", at most \"24:00\""}},
      {"LengthWithoutUnit",
       with(R"("length": "1 day")", R"("length": "86400")"),
       {kLimit + ".window.length", "'86400' is not a length of time",
        "such as \"1 s\", \"15 min\", \"24 h\", \"1 day\""}},
      {"CycleWithLength",
       with(R"("kind": "fixed", "length": "1 day", "zone": "UTC")", R"("kind": "cycle", "length": "30 days")"),
       {kLimit + ".window.length", "the billing cycle has its own length", "no length"}},
      {"ScopePerUnknown",
       with(R"("per": "accounts")", R"("per": "friends")"),
       {kLimit + ".scope.per", "'friends' is not a driver", "a driver of the common file"}},
      {"BreachInOtherWords",
       with(R"("is": "refuse")", R"("is": "explode")"),
       {kLimit + ".at_breach.is", "'explode' is not known here", "one of: refuse, delay, bill, nothing, degrade, suspend, top_up"}},
      {"FlatChargeCounts",
       with(R"("price": "100", )", R"("price": "100", "metric": "posts", )"),
       {kFee + ".metric", "a flat charge counts nothing", "no metric"}},
      {"ExtendsNothingAbove",
       with(R"("extends": "basic")", R"("extends": "yearly")"),
       {"platforms[0].plans[1].extends", "'yearly' is not a plan above this one", "the id of an earlier plan"}},
      {"PlanTwice",
       with(R"("id": "yearly")", R"("id": "basic")"),
       {"platforms[0].plans[1].id", "'basic' is there twice", "each plan once"}},
      {"PartOfAPart",
       with(R"("kind": "part", "of": "posts")", R"("kind": "part", "of": "linked")"),
       {"platforms[0].metrics[1].of", "'linked' is not a metric above this one that it can come from",
        "an entered metric"}},
      {"ShareAboveOne",
       with(R"("assumed_share": "0.4")", R"("assumed_share": "40")"),
       {"platforms[0].metrics[1].assumed_share", "it is more than the whole", "a share from \"0\" to \"1\""}},
      {"SliderFromZero",
       with(R"({"least": "1", "most": "1000"})", R"({"least": "0", "most": "1000"})"),
       {"platforms[0].metrics[0].slider", "a logarithmic slider cannot have this range", "0 < least < most"}},
      {"DriverAssumedOutOfRange",
       with(R"("assumed": "1", "least": "1")", R"("assumed": "0", "least": "1")"),
       {"common.drivers[0].assumed", "it lies outside the accepted range", "a number from 'least' to 'most'"}},
      {"IdWithCapitals",
       with(R"("id": "toy")", R"("id": "Toy")"),
       {"platforms[0].id", "'Toy' is not an id", "1 to 40 of a-z, 0-9, '_' and '-'"}},
      {"CurrencyInWords",
       with(R"("currency": "USD")", R"("currency": "dollars")"),
       {"platforms[0].currency", "'dollars' is not a currency", "an ISO 4217 code such as \"USD\""}},
      {"DefaultPlanMissing",
       with(R"("currency": "USD",)", R"("currency": "USD", "default_plan": "gold",)"),
       {"platforms[0].default_plan", "'gold' is not a plan", "the id of one of the platform's plans"}},
      {"EventWithoutDay",
       with(R"("date": "2023-01-01", )", ""),
       {"platforms[0].events[0]", "'date' is missing", "'date' to be said"}},
  };
}

std::string bad_name(const testing::TestParamInfo<Bad>& row) { return row.param.name; }
INSTANTIATE_TEST_SUITE_P(Text, CatalogReaderRefuses, testing::ValuesIn(bad_texts()), bad_name);
INSTANTIATE_TEST_SUITE_P(Figures, CatalogReaderRefuses, testing::ValuesIn(bad_figures()), bad_name);
INSTANTIATE_TEST_SUITE_P(Rows, CatalogReaderRefuses, testing::ValuesIn(bad_rows()), bad_name);

// "Figures read to" is of what is there.
TEST(CatalogReader, WhatIsRefusedLeavesTheCatalogueAsItWas) {
  Catalog catalog;
  EXPECT_TRUE(add_platform(R"json({"id": "late", "name": "Late", "short_name": "Late", "category": "social", "currency": "USD",
    "sources": {"page": {"title": "page", "url": "https://example.org", "read": "2199-01-01", "confidence": "press"}},
    "metrics": [], "plans": [7]})json", catalog));
  EXPECT_TRUE(add_index(R"json({"listed": [{"id": "late", "name": "Late", "short_name": "Late", "category": "social", "aliases": [],
    "read": "2199-01-01"}], "presets": [7], "replies": [[], [], [], [], []]})json", catalog));
  EXPECT_EQ(catalog.as_of, Date());
  EXPECT_TRUE(catalog.platforms.empty() && catalog.listings.empty() && catalog.presets.empty());
  EXPECT_FALSE(catalog.replies);
}

// Whatever is cut off or garbled, the answer is a value, never a crash or a hang.
TEST(CatalogReader, SurvivesEveryCutAndManyGarbles) {
  const std::string good = kGood;
  for (std::size_t length = 0; length < good.size(); length += 7) {
    EXPECT_FALSE(read_catalog(good.substr(0, length)).ok()) << length;
  }
  constexpr std::string_view kOdd = "\"{}[]:,0-\\\x01\xff";
  for (std::size_t at = 0; at < good.size(); at += 13) {
    std::string garbled = good;
    garbled[at] = kOdd[at % kOdd.size()];
    const Result<Catalog> read = read_catalog(garbled);
    if (!read.ok()) {
      EXPECT_FALSE(read.problem().what.empty());
    }
  }
}

}  // namespace
}  // namespace tollmeter
