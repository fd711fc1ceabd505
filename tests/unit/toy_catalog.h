#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/catalog.h"
#include "core/estimate.h"
#include "day.h"

// A small catalogue with one plan for each rule, so that a test can be checked by hand.
namespace tollmeter::toy {

inline Amount known(const char* formula) {
  Amount amount;
  amount.kind = Amount::Kind::known;
  amount.value = Formula::parse(formula).value();
  return amount;
}

inline Amount about(const char* formula) {
  Amount amount = known(formula);
  amount.approximate = true;
  return amount;
}

inline Amount unknown() { return {}; }

inline Amount unlimited() {
  Amount amount;
  amount.kind = Amount::Kind::unlimited;
  return amount;
}

inline Charge charge(ChargeModel model, const char* metric, Amount price) {
  Charge c;
  c.id = model == ChargeModel::flat ? "fee" : metric;
  c.name = model == ChargeModel::flat ? "monthly fee" : metric;
  c.model = model;
  c.metric = metric;
  c.price = std::move(price);
  c.source = "page";
  return c;
}
inline Charge flat(Amount price) { return charge(ChargeModel::flat, "", std::move(price)); }
inline Charge included(const char* metric) { return charge(ChargeModel::included, metric, {}); }
inline Charge per_unit(const char* metric, Amount price) {
  return charge(ChargeModel::per_unit, metric, std::move(price));
}

inline Limit limit(const char* metric, Amount amount, Window::Kind kind = Window::Kind::cycle,
                   std::int64_t seconds = 0) {
  Limit l;
  l.id = std::string(metric) + "-limit";
  l.name = std::string(metric) + " limit";
  l.weights = {{metric, 1}};
  l.amount = std::move(amount);
  l.window = {kind, seconds, "UTC"};
  l.scope = {"app", ""};
  l.source = "page";
  return l;
}

inline NotOffered not_offered(const char* metric) {
  NotOffered row;
  row.metric = metric;
  row.source = "page";
  return row;
}

inline Plan plan(const char* id, Access access, std::vector<Charge> charges, std::vector<Limit> limits = {}) {
  Plan p;
  p.currency = "USD";
  p.id = id;
  p.name = id;
  p.access = {{access, {}}};
  p.charges = std::move(charges);
  p.limits = std::move(limits);
  return p;
}

inline Metric metric(const char* id, const char* name, Metric::Kind kind = Metric::Kind::entered, const char* of = "") {
  Metric m;
  m.id = id;
  m.name = name;
  m.unit = "unit";
  m.units = "units";
  m.kind = kind;
  m.of = of;
  return m;
}

/// A platform with the metrics posts (of which linked, 40 %), reads and requests (reads / per_request).
inline Platform platform(std::vector<Plan> plans) {
  Platform p;
  p.id = "toy";
  p.name = "Toy network";
  p.short_name = "Toy";
  p.currency = "USD";
  p.sources = {{"page", "toy page", "", day("2026-01-01"), Confidence::platform_page},
               {"press", "toy press", "", day("2026-01-01"), Confidence::press},
               {"quarrel", "toy quarrel", "", day("2026-01-01"), Confidence::sources_disagree}};
  p.metrics = {metric("posts", "Posts created"), metric("linked", "Posts with a link", Metric::Kind::part, "posts"),
               metric("reads", "Posts read"), metric("requests", "Read requests", Metric::Kind::derived, "reads")};
  p.metrics[1].assumed_share = Rational::parse("0.4");
  p.metrics[3].per_parent = Formula::parse("1 / per_request").value();
  p.plans = std::move(plans);
  return p;
}

inline Driver driver(const char* id, std::int64_t assumed, bool optional_zero = false) {
  Driver d;
  d.id = id;
  d.name = d.short_name = id;
  d.assumed = assumed;
  d.most = 1000000;
  d.optional_zero = optional_zero;
  return d;
}

inline Catalog catalog(std::vector<Plan> plans) {
  Catalog c;
  c.as_of = day("2026-11-23");
  c.drivers = {driver("accounts", 1), driver("per_request", 100), driver("spend_limit", 0, true)};
  c.platforms = {platform(std::move(plans))};
  return c;
}

/// One use of the toy platform, on 25 April 2023 (a cycle of 30 days) unless said otherwise.
inline Scenario scenario(const char* plan_id, const char* posts, const char* reads, const char* date = "2023-04-25") {
  Scenario s;
  s.date = day(date);
  PlatformUse use;
  use.platform = "toy";
  use.plan = plan_id;
  if (*posts) use.quantities["posts"] = parse_quantity(posts, Per::month).value();
  if (*reads) use.quantities["reads"] = parse_quantity(reads, Per::month).value();
  s.platforms = {use};
  return s;
}

inline World world(const Catalog& catalog) { return {&catalog, {}}; }

}  // namespace tollmeter::toy
