// Where "Wrong? Correct it" leads. That every figure of the catalogue asks what its page asks, tests/pages/corrections.test.mjs says.
#include "core/correction.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/language.h"
#include "real_catalog.h"
#include "toy_catalog.h"

namespace tollmeter {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

constexpr const char* kRepository = "https://github.com/somebody/fork";

class Correction : public testing::Test {
 protected:
  Correction() {
    platform_.id = "odd";
    platform_.name = "A&B + C#1";
    Source source;
    source.id = "page";
    source.title = "100 % \"fair\"?";
    source.url = "https://example.org/?a=1&b=2#c";
    source.read = day("2026-05-04");
    source.confidence = Confidence::press;
    platform_.sources = {source};
    Metric calls;
    calls.id = "calls";
    calls.name = "Calls";
    calls.unit = "call";
    platform_.metrics = {calls};
    plan_.id = "plan";
    plan_.name = "Größe=5;";
    plan_.currency = "EUR";
    charge_ = toy::per_unit("calls", toy::known("0.015"));
    limit_ = toy::limit("calls", toy::about("10000"));
  }

  std::string of_charge() const { return correction_address(kRepository, {&platform_, &plan_, &charge_, nullptr}, catalog_); }
  std::string of_limit() const { return correction_address(kRepository, {&platform_, &plan_, nullptr, &limit_}, catalog_); }

  Catalog catalog_;
  Platform platform_;
  Plan plan_;
  Charge charge_;
  Limit limit_;
};

TEST_F(Correction, OddCharactersAreEncodedAsAFormIs) {
  EXPECT_EQ(of_charge(),
            "https://github.com/somebody/fork/issues/new?title=Wrong+figure%3A+A%26B+%2B+C%231%2C+Gr%C3%B6%C3%9Fe%3D5%3B%2C+calls"
            "&body=A%26B+%2B+C%231%2C+Gr%C3%B6%C3%9Fe%3D5%3B%2C+calls+%28odd%2Fplan%2Fcalls%29%0A"
            "The+page+says%3A+%E2%82%AC0.015+a+call%3B+start+not+known%0A"
            "Its+source%3A+100+%25+%22fair%22%3F%2C+https%3A%2F%2Fexample.org%2F%3Fa%3D1%26b%3D2%23c%2C+read+2026-05-04%2C+press%0A%0A"
            "What+is+right%2C+and+since+when%3A%0AWhere+it+can+be+read%3A");
}

TEST_F(Correction, ALimitIsNamedWithItsWindowAndScope) {
  EXPECT_THAT(of_limit(), HasSubstr("calls+limit+%28odd%2Fplan%2Fcalls-limit%29%0A"
                                    "The+page+says%3A+about+10%2C000+a+month+for+the+app%2C+resets+on+your+cycle+day%3B+"));
}

TEST_F(Correction, WhatIsNotPublishedIsNotZero) {
  charge_.price = toy::unknown();
  limit_.amount = toy::unlimited();
  EXPECT_THAT(of_charge(), HasSubstr("The+page+says%3A+not+published%3B"));
  EXPECT_THAT(of_limit(), HasSubstr("The+page+says%3A+unlimited+a+month"));
}

TEST_F(Correction, IsEnglishWhateverIsSpoken) {
  const std::string english = of_limit();
  Language language;
  language.decimal = ",";
  language.group = ".";
  language.texts = {{"about {0}", "rund {0}"}, {"a month", "im Monat"}, {"press", "Presse"}, {"calls limit", "Grenze"}};
  speak(&language);
  const std::string spoken_otherwise = of_limit();
  const std::string name = corrected_name({&platform_, &plan_, nullptr, &limit_});
  EXPECT_EQ(spoken(), &language) << "and afterwards it is as before";
  speak(nullptr);
  EXPECT_EQ(spoken_otherwise, english);
  EXPECT_EQ(name, "Grenze");
}

TEST_F(Correction, IsNeverLongerThanGitHubTakes) {
  std::string name;
  for (int i = 0; i < 2000; ++i) name += "価";
  platform_.name = name;
  plan_.name = name;
  charge_.name = name;
  platform_.sources.front().title = name;
  platform_.sources.front().url = "https://example.org/" + name;
  EXPECT_LE(of_charge().size(), 8000U);
  EXPECT_THAT(of_charge(), HasSubstr("%E2%80%A6+%28odd%2Fplan%2Fcalls%29%0A")) << "cut at a whole character";
  platform_.name = std::string(20'000, '\xff');  // no UTF-8
  EXPECT_LE(of_charge().size(), 8000U);
}

TEST_F(Correction, OwnPricesAreOnesOwn) {
  EXPECT_TRUE(can_be_corrected({&platform_, &plan_, &charge_, nullptr}));
  EXPECT_FALSE(can_be_corrected({&platform_, &plan_, nullptr, nullptr})) << "an event is no figure";
  EXPECT_FALSE(can_be_corrected({&platform_, nullptr, &charge_, nullptr}));
  plan_.own = true;
  EXPECT_FALSE(can_be_corrected({&platform_, &plan_, &charge_, nullptr}));
  plan_.own = false;
  platform_.own = true;
  EXPECT_FALSE(can_be_corrected({&platform_, &plan_, &charge_, nullptr}));
}

TEST(CorrectionOfTheCatalogue, NamesThePlaceOfARow) {
  const Platform& x = *real_catalog().platform("x");
  const Plan& basic = *x.plan("basic");
  const Charge& fee = basic.charges.front();
  const std::string address = correction_address(kRepository, {&x, &basic, &fee, nullptr}, real_catalog());
  EXPECT_THAT(address, StartsWith("https://github.com/somebody/fork/issues/new?title=Wrong+figure%3A+X+%28Twitter%29%2C+Basic%2C+"));
  EXPECT_THAT(address, HasSubstr("%28x%2Fbasic%2F" + fee.id + "%29"));
}

}  // namespace
}  // namespace tollmeter
