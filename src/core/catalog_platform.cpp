#include "core/catalog_rows.h"

namespace tollmeter {
namespace {

Event read_event(const JsonCursor& at, const Platform& platform) {
  at.allow({"date", "about", "text", "source"});
  Event event;
  at.member("date");
  event.date = read_date(at, "date").value_or(Date{});
  event.about = at.text_if_any("about");
  event.text = at.text("text");
  event.source = at.text("source");
  if (!at.failed() && platform.source(event.source) == nullptr) {
    at.member("source").fail("'" + event.source + "' is not a source", "the id of one of the platform's sources");
  }
  return event;
}

std::string read_currency(const JsonCursor& at) {
  const JsonCursor place = at.member("currency");
  const std::string code = place.text();
  if (code.size() != 3 || code.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != std::string::npos) {
    place.fail("'" + code + "' is not a currency", "an ISO 4217 code such as \"USD\"");
  }
  return code;
}

}  // namespace

Driver read_driver(const JsonCursor& at) {
  at.allow({"id", "name", "short_name", "help", "assumed", "least", "most", "optional_zero"});
  Driver driver;
  driver.id = at.id("id");
  driver.name = at.text("name");
  driver.short_name = at.text("short_name");
  driver.help = at.text("help");
  driver.assumed = read_number(at, "assumed");
  driver.least = read_number(at, "least");
  driver.most = read_number(at, "most");
  driver.optional_zero = at.flag("optional_zero");
  if (!at.failed() && (driver.assumed < driver.least || driver.most < driver.assumed)) {
    at.member("assumed").fail("it lies outside the accepted range", "a number from 'least' to 'most'");
  }
  return driver;
}

Source read_source(const JsonCursor& at, std::string id) {
  at.allow({"title", "url", "read", "confidence"});
  Source source;
  source.id = std::move(id);
  source.title = at.text("title");
  source.url = at.text_if_any("url");
  if (!source.url.empty() && !source.url.starts_with("https://") && !source.url.starts_with("http://")) {
    at.member("url").fail("it is not a web address", "https:// and so on");
  }
  at.member("read");
  source.read = read_date(at, "read").value_or(Date{});
  source.confidence = at.word<Confidence>("confidence", {{"platform's own page", Confidence::platform_page},
                                                         {"dated copy", Confidence::dated_copy},
                                                         {"press", Confidence::press},
                                                         {"sources disagree", Confidence::sources_disagree}});
  return source;
}

Metric read_metric(const JsonCursor& at, const Platform& platform, const Catalog& common) {
  at.allow({"id", "name", "unit", "units", "counts_one", "own_figure", "kind", "of", "assumed_share", "per_parent",
            "slider", "accounts_in_builder"});
  Metric metric;
  metric.id = at.id("id");
  metric.name = at.text("name");
  metric.unit = at.text("unit");
  metric.units = at.text("units");
  metric.counts_one = at.text("counts_one");
  metric.own_figure = at.text_if_any("own_figure");
  metric.kind = at.word<Metric::Kind>(
      "kind", {{"entered", Metric::Kind::entered}, {"part", Metric::Kind::part}, {"derived", Metric::Kind::derived}});
  metric.builder_accounts = !at.has("accounts_in_builder") || at.flag("accounts_in_builder");
  if (platform.metric(metric.id) != nullptr) {
    at.member("id").fail("'" + metric.id + "' is there twice", "each metric once");
  }
  if (metric.kind == Metric::Kind::entered) {
    const JsonCursor slider = at.member("slider");
    slider.allow({"least", "most"});
    metric.slider_least = read_number(slider, "least");
    metric.slider_most = read_number(slider, "most");
    if (!at.failed() && (metric.slider_least.is_zero() || metric.slider_most <= metric.slider_least)) {
      slider.fail("a logarithmic slider cannot have this range", "0 < least < most");
    }
    return metric;
  }
  metric.of = at.text("of");
  const Metric* parent = platform.metric(metric.of);
  const bool part_of_part =
      metric.kind == Metric::Kind::part && parent != nullptr && parent->kind != Metric::Kind::entered;
  if (parent == nullptr || part_of_part) {
    at.member("of").fail("'" + metric.of + "' is not a metric above this one that it can come from",
                         metric.kind == Metric::Kind::part ? "an entered metric" : "an earlier metric");
  }
  if (metric.kind == Metric::Kind::part) {
    metric.assumed_share = read_number(at, "assumed_share");
    if (!at.failed() && Rational(1) < metric.assumed_share) {
      at.member("assumed_share").fail("it is more than the whole", "a share from \"0\" to \"1\"");
    }
  } else {
    metric.per_parent = read_formula(at, "per_parent", common);
  }
  return metric;
}

Platform read_platform(const JsonCursor& at, const Catalog& common) {
  at.allow({"$schema", "id", "name", "short_name", "aliases", "category", "currency", "default_plan", "sources",
            "metrics", "plans", "events"});
  Platform platform;
  platform.id = at.id("id");
  platform.name = at.text("name");
  platform.short_name = at.text("short_name");
  at.each("aliases", [&](const JsonCursor& place) { platform.aliases.push_back(place.text()); });
  platform.category = at.text("category");
  platform.currency = read_currency(at);
  at.member("sources");
  at.each_member("sources", [&](const std::string& id, const JsonCursor& place) {
    platform.sources.push_back(read_source(place, id));
  });
  at.member("metrics");
  at.each("metrics",
          [&](const JsonCursor& place) { platform.metrics.push_back(read_metric(place, platform, common)); });
  at.member("plans");
  at.each("plans", [&](const JsonCursor& place) {
    platform.plans.push_back(read_plan(place, platform, platform.plans, common));
  });
  // Only now: a plan below must extend the rows as written, not as its base lived.
  for (Plan& plan : platform.plans) settle_validity(plan);
  at.each("events", [&](const JsonCursor& place) { platform.events.push_back(read_event(place, platform)); });
  platform.default_plan = at.text_if_any("default_plan");
  if (!platform.default_plan.empty() && platform.plan(platform.default_plan) == nullptr) {
    at.member("default_plan")
        .fail("'" + platform.default_plan + "' is not a plan", "the id of one of the platform's plans");
  }
  return platform;
}

}  // namespace tollmeter
