// Links of version 2: several calculations in one, each a link of its own.
#include "core/link_comparison.h"

#include <gtest/gtest.h>

#include <cctype>

#include "core/checksum.h"
#include "real_catalog.h"

namespace tollmeter {
namespace {

std::string sealed(const std::string& body) { return body + "~" + checksum(body); }

Document comparison(std::size_t columns, std::size_t place) {
  Document document{example_scenario(), SharedTotal{100, "USD"}};
  document.scenario.title = "a ~ and a ; in the title~";
  for (std::size_t i = 1; i < columns; ++i) {
    BesideDocument other{example_scenario(), SharedTotal{static_cast<std::int64_t>(100 * i), "EUR", true}};
    other.scenario.date = other.scenario.date + static_cast<int>(i);
    document.others.push_back(other);
  }
  document.place = place;
  return document;
}

TEST(LinkComparison, RoundTripIsExact) {
  for (std::size_t columns = 2; columns <= kMostColumns; ++columns) {
    for (std::size_t place = 0; place < columns; ++place) {
      const Document document = comparison(columns, place);
      const std::string link = write_link(document);
      const OpenedLink opened = open_link("#" + link, real_catalog());
      ASSERT_EQ(opened.kind, OpenedLink::Kind::whole) << opened.broken.problem.sentence();
      EXPECT_EQ(opened.document, document);
      EXPECT_EQ(write_link(opened.document), link);
    }
  }
}

// Whoever has one part of it has a link that opens.
TEST(LinkComparison, EachPartIsALink) {
  const Document document = comparison(3, 1);
  const std::string link = write_link(document);
  for (const Document& alone : {Document{document.scenario, document.total}, Document{document.others[0].scenario, document.others[0].total},
                                Document{document.others[1].scenario, document.others[1].total}}) {
    EXPECT_NE(link.find(";" + write_link(alone)), std::string::npos);
  }
}

TEST(LinkComparison, WhatProgramsDoToLinksIsForgiven) {
  const Document document = comparison(2, 0);
  const std::string link = write_link(document);
  std::string encoded;
  for (const char c : link) {
    static const char* const kHex = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte)) {
      encoded += c;
    } else {
      encoded += {'%', kHex[byte / 16], kHex[byte % 16]};
    }
  }
  for (const std::string& text : {link + ".", link + "\"!", encoded}) {
    const OpenedLink opened = open_link(text, real_catalog());
    ASSERT_EQ(opened.kind, OpenedLink::Kind::whole) << text << "\n" << opened.broken.problem.sentence();
    EXPECT_EQ(opened.document, document);
  }
}

// No prefix shows another comparison, and what is offered holds only whole calculations, or the whole fields of the first.
TEST(LinkComparison, CutAnywhereIsNoticed) {
  const Document document = comparison(3, 2);
  const std::string link = write_link(document);
  std::size_t offered = 0;
  for (std::size_t length = 1; length < link.size(); ++length) {
    const OpenedLink opened = open_link(std::string_view(link).substr(0, length), real_catalog());
    ASSERT_EQ(opened.kind, OpenedLink::Kind::broken) << length;
    EXPECT_EQ(opened.broken.problem.sentence().find("changed on the way"), std::string::npos) << length;
    if (!opened.broken.salvage) continue;
    const std::size_t now = 1 + opened.broken.salvage->others.size();
    EXPECT_GE(now, offered) << length;
    offered = now;
    if (now != 2) continue;
    EXPECT_EQ(opened.broken.salvage->scenario, document.others[0].scenario) << length;
  }
  EXPECT_EQ(offered, 3U);
}

TEST(LinkComparison, AnyOneCharacterChangedIsNoticed) {
  const std::string link = write_link(comparison(2, 1));
  for (std::size_t at = 0; at < link.size(); ++at) {
    for (const char other : {'a', '0', ';', '~', '%'}) {
      if (link[at] == other) continue;
      std::string changed = link;
      changed[at] = other;
      ASSERT_EQ(open_link(changed, real_catalog()).kind, OpenedLink::Kind::broken) << changed;
    }
  }
}

TEST(LinkComparison, HostileAndBrokenOnesSayWhatIsWrong) {
  const std::string one = write_link(Document{example_scenario()});
  const std::string broken = sealed("1;d=2026-01-01;p=myspace;p=x:ppu");
  const std::string two = sealed("2;" + one + ";" + one);
  std::string thousand = "2";
  for (int i = 0; i < 60; ++i) thousand += ";" + one;
  struct Row {
    const char* name;
    std::string link;
    const char* sentence;
    int salvaged;  // calculations
  };
  const Row rows[] = {
      {"five", sealed("2;" + one + ";" + one + ";" + one + ";" + one + ";" + one), "holds 5 calculations to compare; expected 2 to 4", 4},
      {"very many", sealed(thousand), "holds 60 calculations to compare; expected 2 to 4", 4},
      {"one alone", sealed("2;" + one), "holds 1 calculation to compare; expected 2 to 4", 1},
      {"none", sealed("2"), "holds 0 calculations to compare", 0},
      {"nested", sealed("2;" + one + ";" + two), "holds something behind calculation 3 that is none", 2},
      {"nested deeper", sealed("2;2;" + one + ";" + one), "calculation 1 of the link: is not a calculation", 1},
      {"one broken", sealed("2;" + one + ";" + broken), "calculation 2 of the link, field 'p': platform 'myspace' is not known", 1},
      {"one without its checksum", sealed("2;1;d=2026-01-01;" + one), "holds 1 calculation to compare", 1},
      {"one changed", sealed("2;" + one + ";1;d=2026-01-01~aaaaa"), "calculation 2 of the link: was changed on the way", 1},
      {"words among them", sealed("2;" + one + ";hello"), "holds something behind calculation 1 that is none", 1},
      {"edits none of them", sealed("2;at=3;" + one + ";" + one), "'at': does not name one of its calculations; expected a number from 1 to 2", 2},
      {"edits a word", sealed("2;at=x;" + one + ";" + one), "does not name one of its calculations", 2},
      {"edits nothing", sealed("2;at=;" + one + ";" + one), "does not name one of its calculations", 2},
      {"a wrong checksum", "2;" + one + ";" + one + "~aaaaa", "link: was changed on the way, its checksum does not match", 2},
      {"no checksum", "2;" + one + ";" + one, "link: its end is missing, it was cut off on the way", 2},
      {"only its version", "2", "its end is missing", 0},
      {"too long", "2;" + std::string(70000, 'a'), "link: is too long; expected at most 65568 bytes", 0},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.name);
    const OpenedLink opened = open_link(row.link, real_catalog());
    ASSERT_EQ(opened.kind, OpenedLink::Kind::broken);
    const std::string sentence = opened.broken.problem.sentence();
    EXPECT_NE(sentence.find(row.sentence), std::string::npos) << sentence;
    EXPECT_LT(sentence.size(), 250U);
    EXPECT_EQ(opened.broken.salvage ? static_cast<int>(1 + opened.broken.salvage->others.size()) : 0, row.salvaged);
  }
}

TEST(LinkComparison, NamesThePlatformsOfAllItsParts) {
  Catalog none;
  const std::string a = sealed("1;d=2026-01-01;p=x:basic"), b = sealed("1;d=2026-01-01;p=openai;requests=1;p=x");
  EXPECT_EQ(platforms_to_add(sealed("2;" + a + ";" + b), none), (std::vector<std::string>{"x", "openai"}));
}

// The bound of one link is that of each part: what can be shared alone can be compared.
TEST(LinkComparison, FourOfTheLongestFit) {
  Document document;
  document.scenario = empty_scenario(day("2026-01-01"));
  document.scenario.traffic.shape = Shape::week;
  document.scenario.traffic.week = std::string(kHoursAWeek, '7');
  for (const Platform& platform : real_catalog().platforms) {
    if (document.scenario.platforms.size() == static_cast<std::size_t>(kMostPlatforms)) break;
    PlatformUse use;
    use.platform = platform.id;
    for (const Metric& metric : platform.metrics) {
      if (metric.kind == Metric::Kind::entered) use.quantities[metric.id] = parse_quantity("12,500/day", Per::month).value();
    }
    document.scenario.platforms.push_back(use);
  }
  const std::string alone = write_link(document);
  ASSERT_EQ(open_link(alone, real_catalog()).kind, OpenedLink::Kind::whole);
  for (int i = 0; i < 3; ++i) document.others.push_back({document.scenario});
  EXPECT_EQ(open_link(write_link(document), real_catalog()).document, document);
}

TEST(LinkComparison, SharedOnesHoldEachTotal) {
  Scenario today = example_scenario();
  today.date = day("2026-11-23");
  const Document document = comparison_to_share(example_scenario(), {{today}, 1}, [](const Scenario&) { return real_world(); });
  EXPECT_EQ(document.total->amount, Rational(100));
  EXPECT_EQ(document.others[0].total->amount, estimate(today, real_world()).totals[0].amount);
  EXPECT_EQ(beside_of(document), (Beside{{today}, 1}));
}

}  // namespace
}  // namespace tollmeter
