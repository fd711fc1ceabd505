// What is said in another language: texts, counts, numbers, money, dates, and what is typed in it.
#include "core/language.h"

#include <gtest/gtest.h>

#include "core/format.h"
#include "core/quantity.h"
#include "core/title.h"

namespace tollmeter {
namespace {

class LanguageTest : public testing::Test {
 public:
  ~LanguageTest() override { speak(nullptr); }

 protected:
  LanguageTest() {
    language_.id = "fr";
    language_.decimal = ",";
    language_.group = "\u202f";
    language_.money = "{1}\u202f{0}";
    language_.plural = PluralRule::up_to_one;
    language_.texts = {{"Share", "Partager"},
                       {"Open@@adjective", "Ouvert"},
                       {"{0} of {1} refused", "sur {1}, {0} refusés"},
                       {"{0} breach|{0} breaches", "{0} dépassement|{0} dépassements"},
                       {"Apr", "avr."},
                       {"1@@day of a month", "1er"},
                       {"about {0}", "environ {0}"},
                       {"second seconds minute minutes hour hours day days month months",
                        "seconde secondes minute minutes heure heures jour jours mois mois"},
                       {"per@@an amount, a unit of time", "par"},
                       {"day", "jour"},
                       {"month", "mois"},
                       {"posts", "publications"}};
    speak(&language_);
  }

  Language language_;
};

TEST_F(LanguageTest, TextsAreKeyedByTheirEnglish) {
  EXPECT_EQ(tr("Share"), "Partager");
  EXPECT_EQ(tr("Open@@adjective"), "Ouvert");
  EXPECT_EQ(tr("Open@@verb"), "Open") << "what has no text is English, without what tells it apart";
  EXPECT_EQ(tr("{0} of {1} refused", {"10", "30"}), "sur 30, 10 refusés");
  EXPECT_EQ(Text("posts").shown(), "publications");
  EXPECT_EQ(Text("posts").english(), "posts");
  speak(nullptr);
  EXPECT_EQ(tr("Share"), "Share");
  EXPECT_EQ(tr("{0} of {1} refused", {"10", "30"}), "10 of 30 refused");
  EXPECT_EQ(Text("posts").shown(), "posts");
}

TEST_F(LanguageTest, ValuesAreNotReadForPlaces) {
  EXPECT_EQ(tr("{0} and {1}", {"{1}", "b"}), "{1} and b");
  EXPECT_EQ(tr("{0} {7} {x} {", {"a"}), "a {7} {x} {");
}

TEST_F(LanguageTest, CountsTakeTheirForm) {
  EXPECT_EQ(tr_count(0, "{0} breach", "{0} breaches", {"0"}), "0 dépassement");
  EXPECT_EQ(tr_count(1, "{0} breach", "{0} breaches", {"1"}), "1 dépassement");
  EXPECT_EQ(tr_count(2, "{0} breach", "{0} breaches", {"2"}), "2 dépassements");
  speak(nullptr);
  EXPECT_EQ(tr_count(0, "{0} breach", "{0} breaches", {"0"}), "0 breaches");
  EXPECT_EQ(tr_count(1, "{0} breach", "{0} breaches", {"1"}), "1 breach");
}

// The examples that CLDR gives for each category of these languages (cardinal rules, whole numbers).
TEST_F(LanguageTest, PluralsAreThoseOfTheUnicodeStandard) {
  struct Rule {
    PluralRule rule;
    std::vector<std::vector<std::int64_t>> forms;
  };
  const Rule rules[] = {
      {PluralRule::none, {{0, 1, 2, 15, 100}}},
      {PluralRule::one, {{1}, {0, 2, 16, 100, 1000}}},
      {PluralRule::up_to_one, {{0, 1}, {2, 17, 100, 1000}}},
      {PluralRule::east_slavic, {{1, 21, 31, 41, 101, 1001}, {2, 3, 4, 22, 23, 24, 102, 1002}, {0, 5, 11, 12, 13, 14, 19, 100, 111, 112}}},
      {PluralRule::polish, {{1}, {2, 3, 4, 22, 24, 102, 1002}, {0, 5, 11, 12, 14, 19, 21, 31, 100, 101, 112}}},
      {PluralRule::czech, {{1}, {2, 3, 4}, {0, 5, 19, 22, 100, 102}}},
  };
  language_.texts["{0} a|{0} b"] = "0|1|2";
  for (const Rule& rule : rules) {
    language_.plural = rule.rule;
    for (std::size_t form = 0; form < rule.forms.size(); ++form) {
      for (const std::int64_t n : rule.forms[form]) {
        EXPECT_EQ(tr_count(n, "{0} a", "{0} b"), std::to_string(form)) << static_cast<int>(rule.rule) << ": " << n;
      }
    }
  }
}

TEST_F(LanguageTest, NumbersMoneyAndDatesFollowIt) {
  EXPECT_EQ(group_digits(Rational(1234567)), "1\u202f234\u202f567");
  EXPECT_EQ(number_text(Rational(1) / 4), "0,25");
  EXPECT_EQ(number_text(Rational(8) / 3), "environ 2,666667");
  EXPECT_EQ(short_number(Rational(17'300)), "17,3k");
  EXPECT_EQ(money_text({Rational(42'000), "USD", true, false}), "environ 42\u202f000\u202f$");
  EXPECT_EQ(money_text({Rational(-5), "EUR", false, false}), "\u22125,00\u202f€");
  EXPECT_EQ(money_text({Rational(1), "KWD", false, false}), "1,000\u202fKWD");
  EXPECT_EQ(price_text(Rational(5) / 1000, "USD"), "0,005\u202f$");
  EXPECT_EQ(date_text(*Date::parse("2023-04-25")), "25 avr. 2023");
  EXPECT_EQ(date_text(*Date::parse("2023-04-01")), "1er avr. 2023");
}

TEST_F(LanguageTest, OnlyTitlesOfReadyMadeCalculationsAreTranslated) {
  language_.texts["Free"] = "Gratuit";
  language_.texts["Mailing product@@title"] = "Produit d’e-mailing";
  EXPECT_EQ(title_words("Mailing product"), "Produit d’e-mailing");
  for (const char* own : {"", "Free", "Mailing product 2", "a@@b", "Mailing product@@title"}) EXPECT_EQ(title_words(own), own);
  speak(nullptr);
  EXPECT_EQ(title_words("Mailing product"), "Mailing product");
}

TEST_F(LanguageTest, WhatIsTypedIsReadByItsMarks) {
  struct Typed {
    const char *text, *plain;
  };
  const Typed all[] = {{"1,5", "1.5"},     {"0,005", "0.005"},  {"1\u202f234,5", "1\u202f234.5"}, {"1500", "1500"},       {"1.500", "1.500"},
                       {"1,5/day", "1.5/day"}, {"200/jour", "200/day"}, {"1,5k par mois", "1.5k/month"}, {"3 / heures", "3 /hours"}, {"5/jours ouvrés", "5/jours ouvrés"}, {"1,500,000", "1,500,000"}, {"1.234,5", "1.234,5"},         {"foo, bar", "foo, bar"}, {",5", ",5"}};
  for (const Typed& typed : all) EXPECT_EQ(plain_number(typed.text), typed.plain) << typed.text;
  EXPECT_EQ(parse_number(plain_number("1\u202f234,5")).value(), Rational(2469) / 2);
  EXPECT_EQ(local_number("1234.5"), "1234,5");
  EXPECT_EQ(local_number("1.5M"), "1,5M");
  EXPECT_EQ(local_typed("1,500"), "1\u202f500");
  EXPECT_EQ(local_typed("1,500,000.75"), "1\u202f500\u202f000,75");
  EXPECT_EQ(local_typed("1,50"), "1,50");
  EXPECT_EQ(local_typed("1.5/day"), "1,5/jour");
  EXPECT_EQ(local_typed("2/fortnight"), "2/fortnight");
  EXPECT_EQ(local_typed("5/Free"), "5/Free") << "a text of the page, and no unit of time";
  for (const char* plain : {"1,500", "1.5/day", "1,500.75", "6,000/month", "0.25"}) {
    EXPECT_EQ(parse_quantity(plain_number(local_typed(plain)), Per::month).value().value, parse_quantity(plain, Per::month).value().value)
        << plain;
  }
  EXPECT_EQ(local_number("1\u202f234,5"), "1\u202f234,5");
  EXPECT_EQ(local_number("1,500.75"), "1,500.75") << "is no number of that language";
  speak(nullptr);
  EXPECT_EQ(plain_number("1,500"), "1,500");
  EXPECT_EQ(local_number("1234.5"), "1234.5");
}

TEST(LanguageFile, IsReadWholeOrRefused) {
  const std::string head = R"({"language": "fr", "name": "Français", "decimal": ",", "group": " ", "money": "{1} {0}", "plural": "up_to_one", "texts": )";
  const Result<Language> read = read_language(head + R"(["Share", "Partager", "Open", "Ouvrir"]})");
  ASSERT_TRUE(read.ok()) << read.problem().sentence();
  EXPECT_EQ(read.value().texts.size(), 2U);
  EXPECT_EQ(read.value().texts.at("Share"), "Partager");
  EXPECT_EQ(read.value().plural, PluralRule::up_to_one);
  for (const char* texts : {R"(["Share"]})", R"(["Share", ""]})", R"([1, 2]})", R"({"Share": "Partager"}})", "[", ""}) {
    EXPECT_FALSE(read_language(head + texts).ok()) << texts;
  }
  EXPECT_FALSE(read_language("").ok());
  EXPECT_FALSE(read_language(R"({"language": "fr", "name": "x", "decimal": ",", "group": " ", "money": "{1}", "plural": "many", "texts": []})").ok());
}

}  // namespace
}  // namespace tollmeter
