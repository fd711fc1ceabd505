#include "core/link.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "core/checksum.h"
#include "core/title.h"
#include "core/questions.h"
#include "random.h"
#include "real_catalog.h"
#include "toy_catalog.h"

namespace tollmeter {
namespace {

std::string sealed(const std::string& body) { return body + "~" + checksum(body); }

// Links of version 1 as they were given out. None may ever change or stop to open.
struct Published {
  const char* link;
  const char* title;
  const char* date;
  std::size_t platforms;
};
const Published kVersion1[] = {
    {"1;d=2026-11-23~mk4mu", "", "2026-11-23", 0},
    {"1;t=Multi-platform%20ad%20scheduler;d=2023-04-25;sum=100.00USD;you.accounts=60;p=x:basic;posts_created=6000;"
     "posts_read=30000;p=facebook:page;page_calls=300/day;p=linkedin:development;app_calls=420/"
     "day;p=instagram:default;posts_published=8/day;p=youtube:default;uploads=2/day~gy65z",
     "Multi-platform ad scheduler", "2023-04-25", 5},
    {"1;t=Q3%20launch%20plan;d=2026-03-03;c=16;s=work;sum=210.00USD;p=x;posts_created=200/"
     "day;posts_read=30,000;posts_with_link=40%20%25~m2kp2",
     "Q3 launch plan", "2026-03-03", 1},
    {"1;t=%C3%9Cber%20%E2%82%AC;d=2025-12-01;sum=42000.00USD:about;p=x:pilot:on;posts_read=6000:day~iqzgg", "Über €",
     "2025-12-01", 1},
    {"1;d=2024-06-01;sum=20.00USD:about:atleast;you.x_spend_limit=250;p=x::on;p=youtube:default;uploads=0~bnnyo", "",
     "2024-06-01", 2},
    // On one line, as the fuzz seeds are taken from here.
    {"1;d=2026-11-23;in=USD;rate.EUR=1.0840:2026-11-20;rate.INR=0.0119:2026-11-19;sum=5.00USD;p=x:ppu;posts_read=1000;p=data365:basic;posts_read=600k~klc5x",
     "", "2026-11-23", 2},
    {"1;d=2026-11-23;in=EUR;p=x:ppu~fzvjt", "", "2026-11-23", 1},
    {"1;d=2026-11-23;unit=one%20customer%20a%20month:600;p=x;posts_created=200/day;unit.posts_created=10;unit.posts_read=50;p=linkedin:development;unit.app_calls=1.5~y5vgw",
     "", "2026-11-23", 2},
    {"1;d=2026-11-23;you.accounts=60;unit=:0;p=x::on~6znqw", "", "2026-11-23", 1},
    {"1;d=2026-11-23;b=500.00USD;g=-2.5;p=x;posts_created=6000~rvqth", "", "2026-11-23", 1},
    {"1;d=2026-11-23;g=3:12;p=x;posts_created=6000~k2rdi", "", "2026-11-23", 1},
    {"1;d=2026-11-23;you.accounts=60;range.you.accounts=40:90;unit=one%20customer:600;range.unit=400:1.2k;p=x;posts_created=200/day;posts_read=30,000;posts_with_link=40%20%25;range.posts_created=100/day:300/day;range.posts_read=20,000:90000;range.posts_with_link=20%20%25:60%20%25;unit.posts_read=50~spqpm",
     "", "2026-11-23", 1},
    {"1;d=2026-11-23;range.you.accounts=1:5;p=x;posts_read=200:day;range.posts_created=0:5k;range.posts_read=100:300:day~3z336",
     "", "2026-11-23", 1},
    {"1;d=2023-04-25;sum=80.00USD;own=eyJwbGF0Zm9ybXMiOlt7ImlkIjoieCIsInBsYW5zIjpbeyJpZCI6Im93bi1iYXNpYyIsIm5hbWUiOiJCYXNpYyIsImV4dGVuZHMiOiJiYXNpYyIsImFjY2VzcyI6W10sInByaWNlcyI6eyJmZWUiOiI4MCJ9LCJlbnRlcmVkIjoiMjAyNi0xMS0yNCJ9XX1dfQ;p=x:own-basic;posts_created=6000;posts_read=30000~i62av",
     "", "2023-04-25", 1},
};

// Comparisons, version 2: the same holds for them. The title, date and platforms are those of the calculation that is edited.
struct PublishedComparison {
  Published edited;
  std::size_t others;
  std::size_t place;
};
const PublishedComparison kVersion2[] = {
    {{"2;1;t=Basic;d=2023-04-25;sum=100.00USD;you.accounts=60;p=x:basic;posts_created=6000;posts_read=30000~a6yb2;1;t=Pay%20per%20use;d=2026-11-23;sum=684.00USD;you.accounts=60;p=x:ppu;posts_created=6000;posts_read=30000~eqs2d~2gij6", "Basic", "2023-04-25", 1}, 1, 0},
    {{"2;at=3;1;d=2026-11-23~mk4mu;1;d=2026-11-23;in=EUR;p=data365:basic;posts_read=600k~tddfu;1;d=2026-11-23~mk4mu~53vei", "", "2026-11-23", 0}, 2, 2},
    {{"2;at=4;1;t=Basic;d=2023-04-25;sum=100.00USD;you.accounts=60;p=x:basic;posts_created=6000;posts_read=30000~a6yb2;1;t=Pay%20per%20use;d=2026-11-23;sum=684.00USD;you.accounts=60;p=x:ppu;posts_created=6000;posts_read=30000~eqs2d;1;d=2026-11-23;in=EUR;p=data365:basic;posts_read=600k~tddfu;1;d=2026-11-23~mk4mu~gsume", "", "2026-11-23", 0}, 3, 3},
};

TEST(Link, PublishedComparisonsOpenForEver) {
  for (const auto& [row, others, place] : kVersion2) {
    const OpenedLink opened = open_link(row.link, real_catalog());
    ASSERT_EQ(opened.kind, OpenedLink::Kind::whole) << row.link << " " << opened.broken.problem.sentence();
    EXPECT_EQ(opened.document.scenario.title, row.title);
    EXPECT_EQ(opened.document.scenario.date.iso(), row.date);
    EXPECT_EQ(opened.document.scenario.platforms.size(), row.platforms);
    EXPECT_EQ(opened.document.others.size(), others);
    EXPECT_EQ(opened.document.place, place);
    EXPECT_EQ(write_link(opened.document), row.link);
  }
}

TEST(Link, PublishedLinksOpenForEver) {
  for (const Published& row : kVersion1) {
    const OpenedLink opened = open_link(row.link, real_catalog());
    ASSERT_EQ(opened.kind, OpenedLink::Kind::whole) << row.link << " " << opened.broken.problem.sentence();
    EXPECT_EQ(opened.document.scenario.title, row.title);
    EXPECT_EQ(opened.document.scenario.date.iso(), row.date);
    EXPECT_EQ(opened.document.scenario.platforms.size(), row.platforms);
    EXPECT_EQ(write_link(opened.document), row.link);
  }
}

TEST(Link, ExampleIsReadable) {
  Document document;
  document.scenario = example_scenario();
  document.total = SharedTotal{100, "USD"};
  const std::string link = write_link(document);
  EXPECT_EQ(link.substr(0, link.find('~')),
            "1;t=Multi-platform%20ad%20scheduler;d=2023-04-25;sum=100.00USD;you.accounts=60;p=x:basic;"
            "posts_created=6000;posts_read=30000;p=facebook:page;page_calls=300/day;p=linkedin:development;"
            "app_calls=420/day;p=instagram:default;posts_published=8/day;p=youtube:default;uploads=2/day");
  const OpenedLink opened = open_link("#" + link, real_catalog());
  ASSERT_EQ(opened.kind, OpenedLink::Kind::whole) << opened.broken.problem.sentence();
  EXPECT_EQ(opened.document, document);
}

TEST(Link, WaysOfWriting) {
  struct Row {
    const char* name;
    const char* typed;
    Per per;
    const char* written;
  };
  const Row rows[] = {
      {"as typed", "6k", Per::month, "posts=6k"},
      {"with its unit", "200/day", Per::day, "posts=200/day"},
      {"the field's unit", "200", Per::day, "posts=200:day"},
      {"grouped", "6,000", Per::month, "posts=6,000"},
      {"words", "10 per minute", Per::minute, "posts=10%20per%20minute"},
      {"power of ten", "2e6", Per::hour, "posts=2e6:hour"},
  };
  const Catalog c = toy::catalog({});
  for (const Row& row : rows) {
    Document d;
    d.scenario = toy::scenario("", "", "");
    d.scenario.platforms[0].quantities["posts"] = parse_quantity(row.typed, row.per).value();
    const std::string link = write_link(d);
    EXPECT_EQ(link.substr(0, link.find('~')), std::string("1;d=2023-04-25;p=toy;") + row.written) << row.name;
    EXPECT_EQ(open_link(link, c).document, d) << row.name;
  }
}

Document random_document(std::mt19937& random, const Catalog& catalog) {
  auto below = [&](std::size_t n) { return drawn<std::size_t>(random, 0, n - 1); };
  auto pick = [&](auto list) { return *(list.begin() + static_cast<std::ptrdiff_t>(below(list.size()))); };
  Document d;
  Scenario& s = d.scenario;
  for (std::size_t i = below(12); i > 0; --i) {
    s.title +=
        pick(std::initializer_list<const char*>{"a", "Z", " ", ";", "=", "~", "%", ":", "#", "é", "–", "🚀", "&"});
  }
  s.title = clean_title(s.title);
  s.date = day("2017-01-01") + static_cast<int>(below(4000));
  s.cycle_day = static_cast<int>(below(32));
  s.retries = below(3) == 0;
  s.traffic.shape = static_cast<Shape>(below(6));
  if (below(2) != 0) s.traffic.zone = pick(std::initializer_list<const char*>{"Europe/Berlin", "Etc/GMT+5"});
  if (below(3) == 0) s.budget = Budget{Rational::fraction(static_cast<std::int64_t>(below(1000000)), 100), "USD"};
  const std::int64_t tenths = static_cast<std::int64_t>(below(1501)) - 500;
  if (below(2) == 0) s.growth.times = Rational(1) + Rational::fraction(tenths, 1000);
  if (below(4) == 0) s.growth = {Rational::fraction(static_cast<std::int64_t>(1 + below(40)), 4), static_cast<int>(4 + below(33))};
  if (s.traffic.shape == Shape::bursts) {
    s.traffic.bursts = {static_cast<int>(1 + below(28)), static_cast<int>(2 + below(999)), static_cast<int>(1 + below(720))};
  }
  if (s.traffic.shape == Shape::week) {
    for (int i = 0; i < kHoursAWeek; ++i) s.traffic.week += static_cast<char>('0' + below(10));
  }
  for (const Driver& driver : catalog.drivers) {
    if (below(2) != 0) continue;
    s.drivers[driver.id] = min(driver.most, driver.least + Rational(static_cast<std::int64_t>(below(1000))) / 8);
  }
  for (const Choice& choice : catalog.choices) {
    if (below(2) == 0) s.choices[choice.id] = choice.options[below(choice.options.size())].is;
  }
  for (const Platform& platform : catalog.platforms) {
    if (below(6) != 0 || s.platforms.size() == static_cast<std::size_t>(kMostPlatforms)) continue;
    PlatformUse use;
    use.platform = platform.id;
    if (below(4) != 0) use.plan = platform.plans[below(platform.plans.size())].id;
    use.already_on = below(3) == 0;
    for (const Metric& metric : platform.metrics) {
      if (below(2) != 0 || metric.kind == Metric::Kind::derived) continue;
      if (metric.kind == Metric::Kind::part) {
        const char* typed = pick(std::initializer_list<const char*>{"40 %", "0%", "100%", "0.125", "12.5 %"});
        use.shares[metric.id] = {parse_share(typed).value(), typed};
      } else {
        const char* typed = pick(std::initializer_list<const char*>{"0", "6000", "6,000", "1.5M", "200/day", "3 / h",
                                                                    "10 per minute", "2e6", "0.25", "1e15"});
        const Per per = pick(std::initializer_list<Per>{Per::second, Per::minute, Per::hour, Per::day, Per::month});
        use.quantities[metric.id] = parse_quantity(typed, per).value();
      }
    }
    s.platforms.push_back(use);
  }
  if (below(3) == 0) {
    s.conversion.into = pick(std::initializer_list<const char*>{"USD", "JPY", "KWD"});
    for (const char* currency : {"INR", "EUR", "IDR"}) {
      const char* typed = pick(std::initializer_list<const char*>{"1.0845", "1.10", "0.000000000001", "1000000000", "007"});
      if (below(2) == 0) s.conversion.set({currency, parse_rate(typed).value(), typed, day("2026-11-20") + static_cast<int>(below(99))});
    }
  }
  if (below(2) != 0) {
    s.unit.emplace();
    s.unit->name = clean_unit_name(s.title);
    const char* count = pick(std::initializer_list<const char*>{"0", "600", "1.5k", "1,200"});
    s.unit->count = {parse_unit_count(count).value(), count};
    for (const PlatformUse& use : s.platforms) {
      for (const auto& quantity : use.quantities) {
        if (below(4) != 0 || s.unit->operations() == kMostUnitParts) continue;
        const char* amount = pick(std::initializer_list<const char*>{"10", "0.125", "5k", "1,000"});
        s.unit->parts[use.platform][quantity.first] = {parse_unit_amount(amount).value(), amount};
      }
    }
  }
  for (std::size_t i = s.platforms.size(); i > 1; --i) std::swap(s.platforms[i - 1], s.platforms[below(i)]);
  if (below(2) != 0) {
    d.total =
        SharedTotal{Rational(static_cast<std::int64_t>(below(1000000))) / 100, "USD", below(2) != 0, below(2) != 0};
  }
  return d;
}

// Ranges about some of the inputs, set or not, in the spellings that people use.
void add_random_ranges(std::mt19937& random, const Catalog& catalog, Scenario& s) {
  const auto below = [&](std::size_t n) { return drawn<std::size_t>(random, 0, n - 1); };
  const auto put = [&](RangeOf kind, std::initializer_list<const char*> ends, auto& ranges, const std::string& id) {
    if (below(4) != 0 || count_ranges(s) == 6) return;
    const std::size_t low = below(ends.size() - 1);
    const Per per = kind == RangeOf::quantity ? static_cast<Per>(below(5)) : Per::month;
    const Result<Range> range = parse_range(kind, *(ends.begin() + low), *(ends.end() - 1), per);
    if (range) ranges.emplace(id, range.value());
  };
  for (const Driver& driver : catalog.drivers) {
    const std::string least = driver.least.text(), most = driver.most.text();
    put(RangeOf::driver, {least.c_str(), most.c_str()}, s.driver_ranges, driver.id);
  }
  for (PlatformUse& use : s.platforms) {
    for (const Metric& metric : catalog.platform(use.platform)->metrics) {
      if (metric.kind == Metric::Kind::part) put(RangeOf::share, {"0", "12.5 %", "0.2", "60%"}, use.share_ranges, metric.id);
      if (metric.kind == Metric::Kind::entered) put(RangeOf::quantity, {"0", "6k", "1,500", "9 / h", "2e6"}, use.ranges, metric.id);
      if (metric.kind == Metric::Kind::entered) put(RangeOf::quantity, {"3/day", "1.5M/day"}, use.ranges, metric.id);
    }
  }
  if (s.unit && below(2) == 0) s.unit->range = parse_range(RangeOf::unit_count, "400", "1.2k").value();
}

TEST(Link, RangesTakeTheUnitOfTheirInput) {
  const Catalog c = toy::catalog({});
  for (const char* written : {"1:9", "1k:9k:day", "1/day:9/day", "1/day:9", "1:9/h:hour"}) {
    const std::string link = sealed(std::string("1;d=2023-04-25;p=toy;range.posts=") + written);
    const OpenedLink opened = open_link(link, c);
    ASSERT_EQ(opened.kind, OpenedLink::Kind::whole) << written << opened.broken.problem.sentence();
    EXPECT_EQ(write_link(opened.document), link);
  }
  // A third, which no text reads back as, comes near enough.
  Document d;
  d.scenario = toy::scenario("", "", "");
  d.scenario.platforms[0].ranges["posts"] = {{Rational::fraction(1, 3), ""}, {2, "two"}, Per::day};
  EXPECT_NE(write_link(d).find("range.posts=0.333333333:2:day~"), std::string::npos) << write_link(d);
}

TEST(Link, RoundTripIsExact) {
  std::mt19937 random(20230425);
  for (int i = 0; i < 1000; ++i) {
    Document d = random_document(random, real_catalog());
    add_random_ranges(random, real_catalog(), d.scenario);
    const std::string link = write_link(d);
    const OpenedLink opened = open_link(link, real_catalog());
    ASSERT_EQ(opened.kind, OpenedLink::Kind::whole) << link << "\n" << opened.broken.problem.sentence();
    ASSERT_EQ(opened.document, d) << link;
    ASSERT_EQ(write_link(opened.document), link);
  }
}

// Ten platforms of every kind, each with a plan and five inputs typed in long hand, and ten answers to what is asked.
TEST(Link, TenPlatformsStayUnder2000Characters) {
  Document d;
  d.scenario = empty_scenario(day("2026-11-23"));
  d.scenario.title = "A plan for the third quarter, with a title that is as long as they get";
  d.scenario.traffic.shape = Shape::working_hours;
  d.total = SharedTotal{Rational::parse("12748.35"), "USD", true, true};
  for (const char* id : {"x", "facebook", "instagram", "linkedin", "youtube", "whatsapp", "openai", "google_maps", "stripe",
                         "twilio_messaging"}) {
    const Platform& platform = *real_catalog().platform(id);
    PlatformUse use;
    use.platform = id;
    use.plan = platform.default_plan.empty() ? platform.plans.back().id : platform.default_plan;
    for (const Metric& metric : platform.metrics) {
      if (metric.kind != Metric::Kind::entered || use.quantities.size() == 5) continue;
      use.quantities[metric.id] = parse_quantity("12,500/day", Per::month).value();
    }
    d.scenario.platforms.push_back(use);
  }
  const Questions asked = questions_of(estimate(d.scenario, real_world()), d.scenario, real_catalog());
  ASSERT_GE(asked.drivers.size(), 8U);
  ASSERT_GE(asked.choices.size(), 2U);
  for (std::size_t i = 0; i < 8; ++i) d.scenario.drivers[asked.drivers[i]->id] = asked.drivers[i]->most;
  for (std::size_t i = 0; i < 2; ++i) d.scenario.choices[asked.choices[i]->id] = asked.choices[i]->options.back().is;
  EXPECT_LT(write_link(d).size(), 2000u);
}

TEST(Link, SaysWhichPlatformsItNeeds) {
  Catalog some;
  for (const char* id : {"x", "openai", "whatsapp"}) some.listings.push_back({id, id, id, {}, "social", {}});
  Platform x;
  x.id = "x";
  some.platforms.push_back(x);
  EXPECT_EQ(platforms_to_add("1;d=2026-01-01;p=x;p=openai:gpt;requests=1;p=nothing;p=whatsapp~abcde", some),
            (std::vector<std::string>{"openai", "nothing", "whatsapp"}));
  EXPECT_TRUE(platforms_to_add("1;p=../secret;p=X;p=~abcde", some).empty());
  EXPECT_EQ(platforms_to_add("1%3Bd%3D2026-01-01%3Bp%3Dopenai%7Eabcde", some), (std::vector<std::string>{"openai"}));
  EXPECT_TRUE(platforms_to_add("", some).empty());
  // What is listed and did not come is said in its own words.
  const OpenedLink opened = open_link("1;d=2026-01-01;p=openai~xxxxx", some);
  EXPECT_EQ(opened.kind, OpenedLink::Kind::broken);
}

// Every prefix of a link is either nothing or broken: none shows another calculation.
TEST(Link, CutAnywhereIsNoticed) {
  Document d;
  d.scenario = example_scenario();
  d.scenario.title = "a ~ in the title~";
  const std::string link = write_link(d);
  for (std::size_t length = 1; length < link.size(); ++length) {
    const OpenedLink opened = open_link(std::string_view(link).substr(0, length), real_catalog());
    ASSERT_EQ(opened.kind, OpenedLink::Kind::broken) << length;
    EXPECT_FALSE(opened.broken.problem.sentence().empty());
    if (!opened.broken.salvage) continue;
    // What is offered holds only fields that came through whole.
    for (const PlatformUse& use : opened.broken.salvage->scenario.platforms) {
      for (const PlatformUse& meant : d.scenario.platforms) {
        if (meant.platform != use.platform) continue;
        EXPECT_EQ(use.plan, meant.plan) << length;
        for (const auto& [id, q] : use.quantities) EXPECT_EQ(q, meant.quantities.at(id)) << length;
      }
    }
  }
  const OpenedLink tail_cut = open_link(std::string_view(link).substr(0, link.size() - 3), real_catalog());
  ASSERT_TRUE(tail_cut.broken.salvage.has_value());
  EXPECT_EQ(tail_cut.broken.salvage->scenario.platforms.size(), 5u);
}

TEST(Link, AnyOneCharacterChangedIsNoticed) {
  Document d;
  d.scenario = example_scenario();
  const std::string link = write_link(d);
  for (std::size_t at = 0; at < link.size(); ++at) {
    for (const char c : {'0', 'x', ';', '~', '%'}) {
      std::string changed = link;
      if (changed[at] == c) continue;
      changed[at] = c;
      ASSERT_EQ(open_link(changed, real_catalog()).kind, OpenedLink::Kind::broken) << at << c;
    }
  }
}

TEST(Link, WhatProgramsDoToLinksIsForgiven) {
  Document d;
  d.scenario = example_scenario();
  const std::string link = write_link(d);
  std::string upper_sum = link;
  for (std::size_t i = link.size() - kChecksumLength; i < link.size(); ++i) {
    if (upper_sum[i] >= 'a') upper_sum[i] = static_cast<char>(upper_sum[i] - 'a' + 'A');
  }
  std::string encoded;
  for (char c : link) {
    const std::string_view special = ";=~%:/,";
    constexpr std::string_view kHex = "0123456789ABCDEF";
    if (special.find(c) == std::string_view::npos) {
      encoded += c;
    } else {
      encoded += '%';
      encoded += kHex[static_cast<unsigned char>(c) >> 4U];
      encoded += kHex[static_cast<unsigned char>(c) & 15U];
    }
  }
  const std::pair<const char*, std::string> rows[] = {
      {"with its #", "#" + link},
      {"checksum in capitals", upper_sum},
      {"a full stop after it", link + "."},
      {"in brackets", link + ")."},
      {"quoted", link + "\"!"},
      {"encoded once more", encoded},
  };
  for (const auto& [name, text] : rows) {
    const OpenedLink opened = open_link(text, real_catalog());
    ASSERT_EQ(opened.kind, OpenedLink::Kind::whole) << name << ": " << opened.broken.problem.sentence();
    EXPECT_EQ(opened.document, d) << name;
  }
}

TEST(Link, HostileAndBrokenLinksSayWhatIsWrong) {
  std::string thousand = "1;d=2026-01-01";
  for (int i = 0; i < 1000; ++i) thousand += ";p=x";
  std::string many = "1;d=2026-01-01";
  Catalog c = real_catalog();
  for (int i = 0; i < kMostPlatforms + 1; ++i) {
    Platform p = c.platforms[0];
    p.id = "n" + std::to_string(i);
    c.platforms.push_back(p);
    many += ";p=n" + std::to_string(i);
  }
  struct Row {
    const char* name;
    std::string link;
    const char* sentence;
    int salvaged;  // platforms, -1: nothing offered
  };
  const std::string d = "1;d=2026-01-01;";
  std::string many_ranges;
  for (std::size_t i = 0; i <= kMostRanges; ++i) many_ranges += ";p=n" + std::to_string(i) + ";range.posts_read=1:2";
  std::string nine_rates;
  for (const char *letter = "ABCDEFGHI"; *letter != 0; ++letter) nine_rates += std::string(";rate.AA") + *letter + "=2:2026-02-20";
  const Row rows[] = {
      {"a word", "about", "link: is not a link of this page; expected", -1},
      {"a newer version", sealed("3;d=2026-01-01"), "link: is of version 3, which this page does not know", -1},
      {"too long", std::string(20000, 'a'), "link: is too long; expected at most 16384 bytes", -1},
      {"no date", sealed("1;p=x:ppu"), "link, field 'd': is missing", 1},
      {"no such day", sealed("1;d=2026-02-30;p=x"), "link, field 'd': '2026-02-30' is not a date", 1},
      {"unknown platform", sealed(d + "p=myspace;posts=3;p=x:ppu"), "platform 'myspace' is not known", 1},
      {"unknown plan", sealed(d + "p=x:gold;posts_read=5"), "has no plan 'gold'", 1},
      {"unknown metric", sealed(d + "p=x;tweets=5"), "link, field 'x tweets': is not known", 1},
      {"a derived metric", sealed(d + "p=x;search_requests=5"), "link, field 'x search_requests': is not known", 1},
      {"unknown driver", sealed(d + "you.cats=9"), "link, field 'you.cats': is not known", 0},
      {"a driver out of range", sealed(d + "you.accounts=1e15"), "'1e15' is out of range; expected 1 to ", 0},
      {"unknown header", sealed(d + "z=9"), "link, field 'z': is not known", 0},
      {"a number too large", sealed(d + "p=x;posts_read=1e999"), "link, field 'x posts_read': ", 1},
      {"a number too long", sealed(d + "p=x;posts_read=" + std::string(5000, '9')), "link, field 'x posts_read': ", 1},
      {"below zero", sealed(d + "p=x;posts_read=-5"), "is below zero", 1},
      {"a share above all", sealed(d + "p=x;posts_with_link=140%25"), "is more than the whole", 1},
      {"no unit of time", sealed(d + "p=x;posts_read=5:week"), "'week' is not a unit of time", 1},
      {"a field twice", sealed(d + "d=2026-01-02"), "link, field 'd': stands twice", 0},
      {"an input twice", sealed(d + "p=x;posts_read=5;posts_read=6"), "'posts_read': stands twice", 1},
      {"a platform twice", sealed(d + "p=x;p=x:ppu"), "'x' stands twice", 1},
      {"a thousand times", sealed(thousand), "'x' stands twice", 1},
      {"too many platforms", sealed(many), "there are too many platforms; expected at most 40 platforms", kMostPlatforms},
      {"a header after a platform", sealed(d + "p=x;c=5"), "link, field 'x c': is not known", 1},
      {"an empty field", sealed(d + ";p=x"), "is not a field", 1},
      {"no name", sealed(d + "=5"), "is not a field", 0},
      {"bad encoding", sealed(d + "t=%G1"), "is not encoded well", 0},
      {"bad UTF-8", sealed(d + "t=%FF%FE"), "characters that a title cannot have", 0},
      {"control characters", sealed(d + "t=a%00b%0Ac"), "characters that a title cannot have", 0},
      {"a title too long", sealed(d + "t=" + std::string(121, 'a')), "at most 120 bytes", 0},
      {"cycle day", sealed(d + "c=32"), "'32' is not a day of the month", 0},
      {"shape", sealed(d + "s=wild"), "'wild' is not a traffic shape", 0},
      {"retries", sealed(d + "r=often"), "'often' is not known", 0},
      {"bursts without numbers", sealed(d + "s=bursts:4"), "'bursts' is not followed by three whole numbers", 0},
      {"too many bursts", sealed(d + "s=bursts:29:10:60"), "'bursts' is not followed by three whole numbers", 0},
      {"a week of nothing", sealed(d + "s=week:" + std::string(168, '0')), "is not a drawn week", 0},
      {"half a week", sealed(d + "s=week:" + std::string(84, '1')), "is not a drawn week", 0},
      {"markup as a zone", sealed(d + "s=work:%3Cb%3E"), "'<b>' is not a time zone", 0},
      {"two zones", sealed(d + "s=work:UTC:UTC"), "'UTC' is one part too many", 0},
      {"a currency in small letters", sealed(d + "in=usd"), "link, field 'in': 'usd' is not a currency", 0},
      {"a currency of markup", sealed(d + "in=%3Cb%3E"), "'<b>' is not a currency", 0},
      {"two currencies", sealed(d + "in=USD:EUR"), "link, field 'in': has too many parts", 0},
      {"a rate of zero", sealed(d + "in=USD;rate.EUR=0:2026-11-20"),
       "link, field 'rate.EUR': '0' is not a rate; expected a number above 0", 0},
      {"a rate below zero", sealed(d + "in=USD;rate.EUR=-1.1:2026-11-20"), "'-1.1' is not a rate", 0},
      {"a rate with a comma", sealed(d + "in=USD;rate.EUR=1,084:2026-11-20"), "'1,084' is not a rate", 0},
      {"a rate too large", sealed(d + "in=USD;rate.EUR=1000000001:2026-11-20"), "at most 10^9", 0},
      {"a rate without end", sealed(d + "in=USD;rate.EUR=" + std::string(5000, '9') + ":2026-11-20"), "is not a rate", 0},
      {"a rate without its day", sealed(d + "in=USD;rate.EUR=1.1"), "link, field 'rate.EUR': has no day of its own", 0},
      {"a rate of no day", sealed(d + "in=USD;rate.EUR=1.1:2026-02-30"), "has no day of its own", 0},
      {"a rate of three parts", sealed(d + "in=USD;rate.EUR=1.1:2026-02-20:x"), "has no day of its own", 0},
      {"a rate of no currency", sealed(d + "in=USD;rate.euro=1.1:2026-02-20"), "'euro' is not a currency", 0},
      {"a rate of nothing", sealed(d + "in=USD;rate.=1.1:2026-02-20"), "'' is not a currency", 0},
      {"a rate into nothing", sealed(d + "rate.EUR=1.1:2026-02-20"), "link, field 'in': is missing", 0},
      {"a rate into itself", sealed(d + "rate.USD=1.1:2026-02-20;in=USD"), "'USD' has a rate into itself", 0},
      {"a rate twice", sealed(d + "in=USD;rate.EUR=1:2026-02-20;rate.EUR=2:2026-02-20"), "'rate.EUR': stands twice", 0},
      {"too many rates", sealed(d + "in=USD" + nine_rates), "link, field 'rate.AAI': is one rate too many; expected at most 8 rates", 0},
      {"a rate among inputs", sealed(d + "in=USD;p=x;rate.EUR=1:2026-02-20"), "'x rate.EUR': is not known", 1},
      {"a range of one end", sealed(d + "p=x;range.posts_read=5"), "link, field 'x range.posts_read': is not a low and a high end", 1},
      {"a range upside down", sealed(d + "p=x;range.posts_read=9:5"), "the low end, 9, is above the high end, 5", 1},
      {"a range of another unit", sealed(d + "p=x;range.posts_read=9:50/hour:day"), "the high end: '50/hour' is in another unit of time; expected so many a day", 1},
      {"a range of no unit", sealed(d + "p=x;range.posts_read=9:50:week"), "'week' is not the unit of time of both ends; expected low, ':' and high, and behind them at most second", 1},
      {"a range of three numbers", sealed(d + "p=x;range.posts_read=1:2:3"), "'3' is not the unit of time of both ends", 1},
      {"a range of four parts", sealed(d + "p=x;range.posts_read=9:50:day:2"), "is not a low and a high end", 1},
      {"a range below zero", sealed(d + "p=x;range.posts_read=-9:50"), "is below zero", 1},
      {"a range without end", sealed(d + "p=x;range.posts_read=1:" + std::string(5000, '9')), "link, field 'x range.posts_read': ", 1},
      {"a range of nothing known", sealed(d + "p=x;range.tweets=1:2"), "link, field 'x range.tweets': is not known", 1},
      {"a range of nothing", sealed(d + "p=x;range.=1:2"), "link, field 'x range.': is not known", 1},
      {"a derived range", sealed(d + "p=x;range.search_requests=1:2"), "link, field 'x range.search_requests': is not known", 1},
      {"too many ranges", sealed("1;d=2026-01-01" + many_ranges), "'n32 range.posts_read': is one range too many; expected at most 32", 33},
      {"a range twice", sealed(d + "p=x;range.posts_read=1:2;range.posts_read=1:3"), "stands twice", 1},
      {"a share of more than all", sealed(d + "p=x;range.posts_with_link=10%20%25:140%20%25"), "is more than the whole", 1},
      {"a range of an unknown driver", sealed(d + "range.you.cats=1:2"), "link, field 'range.you.cats': is not known", 0},
      {"a driver's range too far", sealed(d + "range.you.accounts=1:1e15"), "link, field 'range.you.accounts': the high end, 1,000,000,000,000,000, is not a number that connected accounts can be; expected 1 to 10,000,000", 0},
      {"a driver's range that begins too low", sealed(d + "range.you.accounts=0:5"), "the low end, 0, is not a number that connected accounts can be", 0},
      {"a range of no unit's count", sealed(d + "range.unit=1:2"), "is a range of a unit that is not there", 0},
      {"a range of half a unit", sealed(d + "unit=a:5;range.unit=0.5:2"), "the low end: '0.5' is not a whole number", 0},
      {"a range of too many units", sealed(d + "unit=a:5;range.unit=0:1e15;p=x;unit.posts_read=2"), "so many units ask for more than can be counted", 1},
      {"an input's range before a platform", sealed(d + "range.posts_read=1:2"), "link, field 'range.posts_read': is not known", 0},
      {"total", sealed(d + "sum=1e9USD"), "'1e9USD' is not an amount", 0},
      {"total of less than a cent", sealed(d + "sum=100.001USD"), "'100.001USD' is not an amount", 0},
      {"total's mark", sealed(d + "sum=5USD:maybe"), "'maybe' is not a mark", 0},
      {"parts without end", sealed(d + "p=x:::::::::"), "has too many parts", 0},
      {"markup stays text", sealed(d + "p=%3Cscript%3E"), "platform '<script>' is not known", 0},
      {"wrong checksum", d + "p=x~aaaaa", "link: was changed on the way", 1},
      {"no checksum", d + "p=x;posts_read=5", "link: its end is missing, it was cut off on the way", 1},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.name);
    const OpenedLink opened = open_link(row.link, c);
    ASSERT_EQ(opened.kind, OpenedLink::Kind::broken);
    const std::string sentence = opened.broken.problem.sentence();
    EXPECT_NE(sentence.find(row.sentence), std::string::npos) << sentence;
    EXPECT_LT(sentence.size(), 250u);
    for (char ch : sentence) EXPECT_GE(static_cast<unsigned char>(ch), 0x20) << sentence;
    EXPECT_EQ(opened.broken.salvage ? static_cast<int>(opened.broken.salvage->scenario.platforms.size()) : -1,
              row.salvaged);
  }
  EXPECT_EQ(open_link("", c).kind, OpenedLink::Kind::empty);
  EXPECT_EQ(open_link("#", c).kind, OpenedLink::Kind::empty);
}

TEST(Link, NoiseNeverOpens) {
  std::mt19937 random(7);
  const std::string alphabet = "1;d=2026-01-01~p=x:%t\xFF\x01 abcsum.you";
  for (int i = 0; i < 20000; ++i) {
    std::string text = i % 2 != 0 ? "1;d=2026-01-01;" : "";
    for (std::size_t n = random() % 40; n > 0; --n) text += alphabet[random() % alphabet.size()];
    const bool seal = i % 3 == 0;
    const OpenedLink opened = open_link(seal ? sealed(text) : text, real_catalog());
    if (opened.kind != OpenedLink::Kind::whole) continue;
    ASSERT_TRUE(seal) << text;
    ASSERT_EQ(open_link(write_link(opened.document), real_catalog()).document, opened.document) << text;
  }
}

TEST(Checksum, KnownValues) {
  // CRC-32 of "123456789" is CBF43926, of the empty text 0; the low 25 bits, five at a time.
  EXPECT_EQ(checksum(""), "aaaaa");
  EXPECT_EQ(checksum("123456789"), "7iojg");
}

// Titles that were given out with marks that turn the direction of text: they open, without them.
TEST(Link, DirectionMarksInOlderTitlesAreLeftOut) {
  const OpenedLink opened = open_link(sealed("1;t=%E2%80%AEevil%E2%81%A9;d=2026-01-01;unit=one%E2%80%8F%20shop:3;p=x;unit.posts_read=2"), real_catalog());
  ASSERT_EQ(opened.kind, OpenedLink::Kind::whole) << opened.broken.problem.sentence();
  EXPECT_EQ(opened.document.scenario.title, "evil");
  EXPECT_EQ(opened.document.scenario.unit->name, "one shop");
  EXPECT_EQ(open_link(sealed("1;t=a%07b;d=2026-01-01"), real_catalog()).kind, OpenedLink::Kind::broken) << "other control characters never were in one";
}

}  // namespace
}  // namespace tollmeter
