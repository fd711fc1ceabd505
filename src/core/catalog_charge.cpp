#include "core/catalog_rows.h"

namespace tollmeter {
namespace {

/// "Posts read" → "posts read", but "API calls" and "DMs sent" stay.
std::string as_line_name(std::string name) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (name.size() > 1 && is_capital(name[0]) && !is_capital(name[1])) {
    name[0] = static_cast<char>(name[0] - 'A' + 'a');
  }
  return name;
}

}  // namespace

Charge read_charge(const JsonCursor& at, const Platform& platform, const Catalog& common) {
  at.allow({"id", "name", "model", "metric", "price", "per", "period", "from", "to", "from_about", "to_about", "source",
            "alternatives", "choice", "note"});
  Charge charge;
  charge.id = at.id("id");
  charge.model = at.word<ChargeModel>("model", {{"flat", ChargeModel::flat}, {"per_unit", ChargeModel::per_unit}});
  charge.price = read_amount(at, "price", common);
  if (charge.price.kind == Amount::Kind::unlimited) {
    at.member("price").fail("a price cannot be unlimited", "a number, \"about\" a number, or \"unknown\"");
  }
  if (charge.price.kind == Amount::Kind::known && !charge.price.value.is_number()) {
    at.member("price").fail("a price cannot be a formula", "a number, \"about\" a number, or \"unknown\"");
  }
  if (charge.model == ChargeModel::flat) {
    charge.name = at.text("name");
    charge.period =
        at.word<Period>("period", {{"month", Period::month}, {"year", Period::year}, {"once", Period::once}});
    if (at.has("metric")) at.member("metric").fail("a flat charge counts nothing", "no metric");
  } else if (const Metric* metric = read_metric_name(at.member("metric"), platform)) {
    charge.metric = metric->id;
    charge.name = at.has("name") ? at.text("name") : as_line_name(metric->name);
    charge.per = read_number_or(at, "per", Rational(1));
    if (charge.per.is_zero()) at.member("per").fail("it is zero", "a number above zero");
  }
  read_figure(at, platform, charge);
  return charge;
}

std::vector<Charge> read_included(const JsonCursor& at, const Platform& platform) {
  at.allow({"metrics", "from", "to", "from_about", "to_about", "source", "alternatives", "choice", "note"});
  Charge row;
  row.model = ChargeModel::included;
  row.price = Amount{Amount::Kind::known, Formula(), false};
  read_figure(at, platform, row);
  std::vector<Charge> charges;
  at.member("metrics");
  at.each("metrics", [&](const JsonCursor& place) {
    const Metric* metric = read_metric_name(place, platform);
    if (metric == nullptr) return;
    row.id = "included-" + metric->id;
    row.metric = metric->id;
    row.name = as_line_name(metric->name);
    charges.push_back(row);
  });
  return charges;
}

std::vector<NotOffered> read_not_offered(const JsonCursor& at, const Platform& platform) {
  at.allow({"metrics", "from", "to", "from_about", "to_about", "source", "alternatives", "choice", "note"});
  NotOffered row;
  read_figure(at, platform, row);
  std::vector<NotOffered> rows;
  at.member("metrics");
  at.each("metrics", [&](const JsonCursor& place) {
    if (const Metric* metric = read_metric_name(place, platform)) {
      row.metric = metric->id;
      rows.push_back(row);
    }
  });
  return rows;
}

}  // namespace tollmeter
