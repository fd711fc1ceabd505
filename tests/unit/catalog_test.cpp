#include "core/catalog.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "core/catalog_reader.h"
#include "zones_data.h"

// The figures that ship. What is asserted here was written out from the sources by hand, not from the files.
namespace tollmeter {
namespace {

const Catalog& catalog() {
  static const Catalog read = [] {
    std::ifstream file(TOLLMETER_CATALOG, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const Result<Catalog> result = read_catalog(text);
    EXPECT_TRUE(result.ok()) << (result.ok() ? "" : result.problem().sentence());
    return result.ok() ? result.value() : Catalog{};
  }();
  return read;
}

Date day(const char* iso) { return *Date::parse(iso); }

/// Calls `look` with every figure of the platform and where it stands.
template <class Look>
void each_figure(const Platform& platform, Look look) {
  for (const Plan& plan : platform.plans) {
    const std::string at = platform.id + " " + plan.id + " ";
    for (const Charge& row : plan.charges) look(row, at + row.id);
    for (const Limit& row : plan.limits) look(row, at + row.id);
    for (const NotOffered& row : plan.not_offered) look(row, at + row.metric);
  }
}

TEST(Catalogue, ListsAllItsPlatformsThoseOfTheFirstFrameFirst) {
  std::vector<std::string> ids;
  for (const Platform& platform : catalog().platforms) ids.push_back(platform.id);
  ASSERT_GE(ids.size(), 80U);
  EXPECT_EQ(std::vector<std::string>(ids.begin(), ids.begin() + 5),
            (std::vector<std::string>{"x", "facebook", "instagram", "linkedin", "youtube"}));
  ASSERT_EQ(catalog().listings.size(), ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const Listing& listing = catalog().listings[i];
    const Platform& platform = catalog().platforms[i];
    EXPECT_EQ(listing.id, platform.id);
    EXPECT_EQ(listing.name, platform.name);
    EXPECT_EQ(listing.category, platform.category);
    EXPECT_EQ(listing.aliases, platform.aliases);
    Date newest = platform.sources.front().read;
    for (const Source& source : platform.sources) newest = std::max(newest, source.read);
    EXPECT_EQ(listing.read, newest) << platform.id;
  }
}

TEST(Catalogue, CategoriesAreThoseOfTheDocumentation) {
  const std::set<std::string> known = {"social", "messaging", "advertising", "publishing", "data", "AI models", "maps and weather",
                                       "messages and mail", "search", "cloud", "identity", "payments", "finance data",
                                       "developer tools"};
  for (const Platform& platform : catalog().platforms) EXPECT_TRUE(known.contains(platform.category)) << platform.category;
}

TEST(Catalogue, EveryPlatformHasATypicalUseThatMovesSomething) {
  for (const Platform& platform : catalog().platforms) {
    EXPECT_FALSE(platform.typical.empty()) << platform.id;
  }
}

TEST(Catalogue, EveryFigureHasASourceWithDateAndConfidence) {
  for (const Platform& platform : catalog().platforms) {
    each_figure(platform, [&](const Figure& figure, const std::string& at) {
      const Source* source = platform.source(figure.source);
      ASSERT_NE(source, nullptr) << at;
      EXPECT_GE(source->read, day("2017-01-01")) << at;
      EXPECT_LE(source->read, catalog().as_of) << at;
      EXPECT_EQ(figure.alternatives.empty(), figure.choice.empty()) << at;
    });
  }
  EXPECT_EQ(catalog().as_of, day("2026-11-23"));
}

TEST(Catalogue, EverySourceHasAnAddressOrIsAThirdPartyNote) {
  for (const Platform& platform : catalog().platforms) {
    std::set<std::string> titles;
    for (const Source& source : platform.sources) {
      SCOPED_TRACE(platform.id + " " + source.id);
      EXPECT_TRUE(titles.insert(source.title.english()).second) << "two sources with one title: " << source.title.english();
      if (!source.url.empty()) continue;
      EXPECT_TRUE(source.title.english().starts_with("third-party note")) << source.title.english();
      EXPECT_EQ(source.confidence, Confidence::press);
    }
  }
}

TEST(Catalogue, EverySourceIsCited) {
  for (const Platform& platform : catalog().platforms) {
    std::set<std::string> cited;
    each_figure(platform, [&](const Figure& figure, const std::string&) {
      cited.insert(figure.source);
      for (const Alternative& other : figure.alternatives) cited.insert(other.source);
    });
    for (const Event& event : platform.events) cited.insert(event.source);
    for (const Source& source : platform.sources) {
      EXPECT_TRUE(cited.contains(source.id)) << platform.id << " " << source.id;
    }
  }
}

bool meet(const Validity& a, const Validity& b) {
  return (!a.to || !b.from || *b.from < *a.to) && (!b.to || !a.from || *a.from < *b.to);
}

TEST(Catalogue, RowsOfOneIdNeverHoldOnTheSameDay) {
  for (const Platform& platform : catalog().platforms) {
    for (const Plan& plan : platform.plans) {
      const auto check = [&](const auto& rows) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
          for (std::size_t j = 0; j < i; ++j) {
            EXPECT_FALSE(rows[i].id == rows[j].id && meet(rows[i].validity, rows[j].validity))
                << platform.id << " " << plan.id << " " << rows[i].id;
          }
        }
      };
      check(plan.charges);
      check(plan.limits);
    }
  }
}

// Day by day and metric by metric, as somebody who asks for a plan would meet it.
TEST(Catalogue, OnEveryDayOfAPlanEachMetricIsPricedIncludedOrNotOfferedOnce) {
  for (const Platform& platform : catalog().platforms) {
    for (const Plan& plan : platform.plans) {
      const Date from = plan.validity.from.value_or(day("2017-01-01"));
      const Date to = plan.validity.to.value_or(day("2027-01-01"));
      for (const Metric& metric : platform.metrics) {
        if (metric.kind != Metric::Kind::entered) continue;
        for (Date d = from; d < to; d = d + 1) {
          const auto says = [&](const auto& row) { return row.metric == metric.id && row.validity.holds(d); };
          // Several prices of one metric add up, and are one thing that is said of it.
          const bool priced = std::any_of(plan.charges.begin(), plan.charges.end(), [&](const Charge& charge) {
            return says(charge) && charge.model != ChargeModel::included;
          });
          const auto included = std::count_if(plan.charges.begin(), plan.charges.end(), [&](const Charge& charge) {
            return says(charge) && charge.model == ChargeModel::included;
          });
          const auto refused = std::count_if(plan.not_offered.begin(), plan.not_offered.end(), says);
          ASSERT_EQ((priced ? 1 : 0) + included + refused, 1)
              << platform.id << " " << plan.id << " " << metric.id << " " << d.iso();
        }
      }
    }
  }
}

TEST(Catalogue, EveryZoneIsCompiledIn) {
  for (const Platform& platform : catalog().platforms) {
    for (const Plan& plan : platform.plans) {
      for (const Limit& limit : plan.limits) {
        EXPECT_NE(find_zone(kZones, limit.window.zone), nullptr) << limit.window.zone;
      }
    }
  }
}

TEST(Catalogue, EventsAreInTheOrderOfTime) {
  for (const Platform& platform : catalog().platforms) {
    EXPECT_TRUE(std::is_sorted(platform.events.begin(), platform.events.end(), [](const Event& a, const Event& b) {
      return a.date < b.date;
    })) << platform.id;
  }
}

template <class Row>
const Row* row_on(const std::vector<Row>& rows, std::string_view id, Date d) {
  for (const Row& row : rows) {
    if (row.id == id && row.validity.holds(d)) return &row;
  }
  return nullptr;
}

Rational number(const Amount& amount) {
  EXPECT_EQ(amount.kind, Amount::Kind::known);
  EXPECT_TRUE(amount.value.is_number());
  return amount.value.evaluate([](std::string_view) { return Rational::overflow(); });
}

struct Price {
  const char* plan;
  const char* charge;
  const char* date;
  const char* price;
  bool approximate = false;
};

TEST(Catalogue, PricesOfX) {
  const Platform& x = *catalog().platform("x");
  for (const Price& row : {
           Price{"basic", "fee", "2023-03-29", "100"},
           Price{"basic", "fee", "2024-10-01", "100"},
           Price{"basic", "fee", "2024-11-01", "200"},
           Price{"basic_yearly", "fee", "2025-01-01", "2100"},
           Price{"pro", "fee", "2023-06-01", "5000"},
           Price{"pro", "fee", "2026-09-01", "5000"},
           Price{"pro_yearly", "fee", "2025-01-01", "54000"},
           Price{"enterprise", "fee", "2023-04-25", "42000", true},
           Price{"enterprise_100m", "fee", "2023-04-25", "125000", true},
           Price{"enterprise_200m", "fee", "2023-04-25", "210000", true},
           Price{"premium_30day", "fee", "2020-01-01", "149"},
           Price{"premium_full_2500", "fee", "2020-01-01", "1899"},
           Price{"pilot", "posts-read", "2025-12-01", "0.005"},
           Price{"pilot", "reposts", "2025-12-01", "0.015"},
           Price{"ppu", "posts-created", "2026-02-06", "0.010"},
           Price{"ppu", "posts-created", "2026-04-19", "0.010"},
           Price{"ppu", "posts-created", "2026-04-20", "0.015"},
           Price{"ppu", "posts-with-link", "2026-04-19", "0.010"},
           Price{"ppu", "posts-with-link", "2026-04-20", "0.200"},
           Price{"ppu", "owned-reads", "2026-11-23", "0.001"},
           Price{"ppu", "posts-read", "2026-11-23", "0.005"},
       }) {
    SCOPED_TRACE(std::string(row.plan) + " " + row.charge + " " + row.date);
    const Charge* charge = row_on(x.plan(row.plan)->charges, row.charge, day(row.date));
    ASSERT_NE(charge, nullptr);
    EXPECT_EQ(number(charge->price), Rational::parse(row.price));
    EXPECT_EQ(charge->price.approximate, row.approximate);
  }
}

struct Cap {
  const char* platform;
  const char* plan;
  const char* limit;
  const char* date;
  std::int64_t amount;
};

TEST(Catalogue, Limits) {
  for (const Cap& row : {
           Cap{"x", "v11", "posts-3h-user", "2020-01-01", 300},
           Cap{"x", "essential", "reads-month", "2022-01-01", 500'000},
           Cap{"x", "elevated", "reads-month", "2022-01-01", 2'000'000},
           Cap{"x", "academic", "reads-month", "2022-01-01", 10'000'000},
           Cap{"x", "free", "posts-month-app", "2023-03-29", 1'500},
           Cap{"x", "free", "posts-month-app", "2024-12-01", 500},
           Cap{"x", "free", "posts-24h-user", "2025-01-01", 17},
           Cap{"x", "free", "reads-month", "2024-12-01", 50},
           Cap{"x", "free", "reads-month", "2025-06-01", 100},
           Cap{"x", "basic", "reads-month", "2023-04-25", 10'000},
           Cap{"x", "basic", "reads-month", "2025-05-06", 15'000},
           Cap{"x", "basic", "posts-24h-user", "2023-04-25", 100},
           Cap{"x", "basic", "posts-24h-app", "2023-04-25", 1'667},
           Cap{"x", "pro", "reads-month", "2024-01-01", 1'000'000},
           Cap{"x", "pro", "dms-24h-user", "2024-06-01", 1'000},
           Cap{"x", "pro", "dms-24h-user", "2025-06-01", 1'440},
           Cap{"x", "enterprise", "reads-month", "2023-04-25", 50'000'000},
           Cap{"x", "ppu", "reads-month", "2026-02-17", 2'000'000},
           Cap{"x", "ppu", "reads-month", "2026-08-12", 2'000'000},
           Cap{"x", "ppu", "reads-month", "2026-08-13", 3'000'000},
           Cap{"x", "ppu", "search-15min-app", "2026-11-23", 450},
           Cap{"instagram", "default", "posts-24h", "2023-04-25", 100},
           Cap{"linkedin", "development", "app-day", "2023-04-25", 500},
           Cap{"linkedin", "development", "member-day", "2023-04-25", 100},
           Cap{"linkedin", "share", "member-day", "2023-04-25", 150},
           Cap{"youtube", "default", "units-day", "2023-04-25", 10'000},
           Cap{"youtube", "default", "uploads-day", "2026-06-01", 100},
       }) {
    SCOPED_TRACE(std::string(row.plan) + " " + row.limit + " " + row.date);
    const Limit* limit = row_on(catalog().platform(row.platform)->plan(row.plan)->limits, row.limit, day(row.date));
    ASSERT_NE(limit, nullptr);
    EXPECT_EQ(number(limit->amount), Rational(row.amount));
  }
}

TEST(Catalogue, UnlimitedAndNotPublishedAreSaidSo) {
  const Platform& x = *catalog().platform("x");
  EXPECT_EQ(row_on(x.plan("ppu")->limits, "reads-month", day("2026-02-06"))->amount.kind, Amount::Kind::unlimited);
  EXPECT_EQ(row_on(x.plan("enterprise")->charges, "fee", day("2022-01-01"))->price.kind, Amount::Kind::unknown);
  EXPECT_EQ(row_on(catalog().platform("linkedin")->plan("standard")->limits, "app-day", day("2026-11-23"))->amount.kind,
            Amount::Kind::unknown);
}

TEST(Catalogue, AnUploadToYouTubeThroughTime) {
  struct Row {
    const char* date;
    std::int64_t units;  // 0: not in the pool
  };
  const Plan& plan = *catalog().platform("youtube")->plan("default");
  for (const Row& row : {Row{"2023-04-25", 1600}, Row{"2025-12-03", 1600}, Row{"2025-12-04", 100},
                         Row{"2026-05-31", 100}, Row{"2026-06-01", 0}}) {
    SCOPED_TRACE(row.date);
    const Limit* pool = row_on(plan.limits, "units-day", day(row.date));
    ASSERT_NE(pool, nullptr);
    Rational units;
    for (const Weight& weight : pool->weights) {
      if (weight.metric == "uploads") units = weight.units;
    }
    EXPECT_EQ(units, Rational(row.units));
    EXPECT_EQ(pool->window.zone, "America/Los_Angeles");
  }
}

TEST(Catalogue, WhoCanHaveAPlanOfX) {
  struct Row {
    const char* plan;
    const char* date;
    Access access;
  };
  const Platform& x = *catalog().platform("x");
  for (const Row& row :
       {Row{"v11", "2023-03-28", Access::open}, Row{"v11", "2023-03-29", Access::closed},
        Row{"essential", "2023-03-28", Access::open}, Row{"essential", "2023-04-27", Access::closed},
        Row{"elevated", "2023-03-28", Access::review}, Row{"academic", "2023-03-28", Access::review},
        Row{"basic", "2023-03-29", Access::open}, Row{"basic", "2026-02-05", Access::open},
        Row{"basic", "2026-02-06", Access::closed}, Row{"basic_yearly", "2026-02-06", Access::closed},
        Row{"enterprise", "2023-04-25", Access::contract}, Row{"enterprise_100m", "2023-04-25", Access::contract},
        Row{"pilot", "2025-12-01", Access::invitation}, Row{"ppu", "2026-02-06", Access::open}}) {
    EXPECT_EQ(x.plan(row.plan)->access_on(day(row.date)), row.access) << row.plan << " " << row.date;
  }
}

TEST(Catalogue, PlansOfXLiveFromToInclusiveExclusive) {
  struct Row {
    const char* plan;
    const char* last;
    const char* gone;
  };
  const Platform& x = *catalog().platform("x");
  for (const Row& row : {Row{"v11", "2023-04-27", "2023-04-28"}, Row{"essential", "2023-04-27", "2023-04-28"},
                         Row{"premium_30day", "2023-02-12", "2023-02-13"}, Row{"v2_early", "2021-11-14", "2021-11-15"},
                         Row{"free", "2026-02-05", "2026-02-06"}, Row{"basic", "2026-06-30", "2026-07-01"},
                         Row{"pro", "2026-09-30", "2026-10-01"}, Row{"pilot", "2026-02-05", "2026-02-06"}}) {
    EXPECT_TRUE(x.plan(row.plan)->validity.holds(day(row.last))) << row.plan;
    EXPECT_FALSE(x.plan(row.plan)->validity.holds(day(row.gone))) << row.plan;
  }
  EXPECT_FALSE(x.plan("pro")->validity.holds(day("2023-05-24")));
  EXPECT_TRUE(x.plan("pro")->validity.holds(day("2023-05-25")));
}

}  // namespace
}  // namespace tollmeter
