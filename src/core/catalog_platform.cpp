#include <utility>

#include "core/catalog_rows.h"
#include "core/exchange_rate.h"
#include "core/quantity.h"

namespace tollmeter {
namespace {

Event read_event(const JsonCursor& at, const Platform& platform) {
  Event event;
  at.read(
      {{"date", event.date}, JsonField("about", event.about).if_any(), {"text", event.text}, {"source", event.source}});
  check_source(at, platform, event.source);
  return event;
}

void read_typical(const JsonCursor& at, Platform& platform) {
  at.each_member("typical", [&](const std::string& id, const JsonCursor& place) {
    const Metric* metric = platform.metric(id);
    if (metric == nullptr || metric->kind != Metric::Kind::entered) {
      return place.refuse(id, "is not an entered metric", "the id of one");
    }
    std::string text = place.text();
    const Result<Quantity> quantity = parse_quantity(text, Per::month);
    if (!quantity) return place.fail(quantity.problem().what, quantity.problem().expected);
    platform.typical.push_back({id, std::move(text)});
  });
}

/// A platform's own drivers and choices join those of the catalogue: their ids stand once in all files.
void read_questions(const JsonCursor& at, Catalog& catalog, bool own) {
  at.each("drivers", [&](const JsonCursor& place) {
    Driver driver = read_driver(place);
    if (own && catalog.driver(driver.id) != nullptr) return;
    check_question(place, driver.id, catalog);
    catalog.drivers.push_back(std::move(driver));
  });
  at.each("choices", [&](const JsonCursor& place) {
    Choice choice = read_choice(place);
    if (own && catalog.choice(choice.id) != nullptr) return;
    check_question(place, choice.id, catalog);
    catalog.choices.push_back(std::move(choice));
  });
}

}  // namespace

void check_question(const JsonCursor& at, std::string_view id, const Catalog& catalog) {
  check_once(at, id, catalog.driver(id) != nullptr || catalog.choice(id) != nullptr, marked("each driver and choice once"));
}

void check_currency(const JsonCursor& at, std::string_view currency) {
  if (is_currency_code(currency)) return;
  at.member("currency").refuse(currency, "is not a currency", "an ISO 4217 code such as \"USD\"");
}

Choice read_choice(const JsonCursor& at) {
  Choice choice;
  at.read({{"id", choice.id, JsonField::Kind::id},
           {"name", choice.name},
           {"short_name", choice.short_name},
           JsonField("help", choice.help).if_any(),
           {"assumed", choice.assumed},
           "options"});
  at.member("options");
  at.each_member("options", [&](const std::string& is, const JsonCursor& place) {
    choice.options.push_back({is, place.text()});
  });
  if (choice.option(choice.assumed) == nullptr) {
    at.member("assumed").refuse(choice.assumed, "is not an option", "one of the names in 'options'");
  }
  return choice;
}

Driver read_driver(const JsonCursor& at) {
  Driver driver;
  at.read({{"id", driver.id, JsonField::Kind::id},
           {"name", driver.name},
           {"short_name", driver.short_name},
           {"help", driver.help},
           {"assumed", driver.assumed},
           {"least", driver.least},
           {"most", driver.most},
           {"optional_zero", driver.optional_zero}});
  if (driver.assumed < driver.least || driver.most < driver.assumed) {
    at.member("assumed").fail("it lies outside the accepted range", "a number from 'least' to 'most'");
  }
  return driver;
}

Source read_source(const JsonCursor& at, std::string id) {
  Source source;
  source.id = std::move(id);
  at.read({{"title", source.title}, JsonField("url", source.url).if_any(), {"read", source.read}, "confidence"});
  if (!source.url.empty() && !source.url.starts_with("https://") && !source.url.starts_with("http://")) {
    at.member("url").fail("it is not a web address", "https:// and so on");
  }
  source.confidence =
      static_cast<Confidence>(at.word("confidence", "platform's own page, dated copy, press, sources disagree"));
  return source;
}

Metric read_metric(const JsonCursor& at, const Platform& platform, const Catalog& common) {
  Metric metric;
  at.read({{"id", metric.id, JsonField::Kind::id},
           {"name", metric.name},
           {"unit", metric.unit},
           {"units", metric.units},
           {"counts_one", metric.counts_one},
           JsonField("own_figure", metric.own_figure).if_any(),
           "kind",
           "of",
           "assumed_share",
           "per_parent",
           "slider",
           "accrual",
           JsonField("accounts_in_builder", metric.builder_accounts).if_any()});
  metric.kind = static_cast<Metric::Kind>(at.word("kind", "entered, part, derived"));
  if (at.has("accrual")) metric.accrual = static_cast<Metric::Accrual>(at.word("accrual", "use, held, time"));
  check_once(at, metric.id, platform.metric(metric.id) != nullptr, marked("each metric once"));
  if (metric.kind == Metric::Kind::entered) {
    const JsonCursor slider = at.member("slider");
    slider.read({{"least", metric.slider_least}, {"most", metric.slider_most}});
    if (metric.slider_least.is_zero() || metric.slider_most <= metric.slider_least) {
      slider.fail("a logarithmic slider cannot have this range", "0 < least < most");
    }
    return metric;
  }
  if (at.has("accrual")) at.member("accrual").fail("only an entered metric has one", "none: it follows the metric that it comes from");
  metric.of = at.text("of");
  const bool part = metric.kind == Metric::Kind::part;
  const Metric* parent = platform.metric(metric.of);
  if (parent == nullptr || (part && parent->kind != Metric::Kind::entered)) {
    at.member("of").refuse(metric.of, "is not a metric above this one that it can come from",
                           part ? "an entered metric" : "an earlier metric");
  }
  if (part) {
    const JsonCursor share = at.member("assumed_share");
    metric.assumed_share = share.number();
    if (Rational(1) < metric.assumed_share) share.fail("it is more than the whole", "a share from \"0\" to \"1\"");
  } else {
    const JsonCursor formula = at.member("per_parent");
    metric.per_parent = read_formula(formula, formula.text(), common);
  }
  return metric;
}

Platform read_platform(const JsonCursor& at, Catalog& catalog, bool own) {
  Platform platform;
  platform.own = own;
  at.read({"$schema",
           {"id", platform.id, JsonField::Kind::id},
           {"name", platform.name},
           {"short_name", platform.short_name},
           "aliases",
           {"category", platform.category},
           {"currency", platform.currency},
           JsonField("default_plan", platform.default_plan).if_any(),
           "drivers",
           "choices",
           "sources",
           "metrics",
           "typical",
           "plans",
           "events"});
  at.each("aliases", [&](const JsonCursor& place) { platform.aliases.push_back(place.text()); });
  check_currency(at, platform.currency);
  read_questions(at, catalog, own);
  for (const char* key : {"sources", "metrics", "plans"}) at.member(key);
  at.each_member("sources", [&](const std::string& id, const JsonCursor& place) {
    platform.sources.push_back(read_source(place, id));
  });
  at.each("metrics",
          [&](const JsonCursor& place) { platform.metrics.push_back(read_metric(place, platform, catalog)); });
  read_typical(at, platform);
  at.each("plans", [&](const JsonCursor& place) { read_plan(place, platform, catalog); });
  // Only now: a plan below must extend the rows as written, not as its base lived.
  std::size_t settled = 0;
  at.each("plans", [&](const JsonCursor& place) {
    Plan& plan = platform.plans[settled++];
    settle_validity(plan);
    check_offers(place, plan, platform);
  });
  at.each("events", [&](const JsonCursor& place) { platform.events.push_back(read_event(place, platform)); });
  if (!platform.default_plan.empty() && platform.plan(platform.default_plan) == nullptr) {
    at.member("default_plan").refuse(platform.default_plan, "is not a plan", "the id of one of the platform's plans");
  }
  return platform;
}

}  // namespace tollmeter
