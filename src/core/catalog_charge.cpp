#include <utility>

#include "core/catalog_rows.h"
#include "core/words.h"

namespace tollmeter {

Charge read_charge(const JsonCursor& at, const Platform& platform, const Catalog& common) {
  Charge charge;
  at.read({{"id", charge.id, JsonField::Kind::id},
           JsonField("name", charge.name).if_any(),
           "model",
           "metric",
           "price",
           JsonField("per", charge.per).if_any(),
           "period"},
          kFigureFields);
  charge.model = static_cast<ChargeModel>(at.word("model", "flat, per_unit"));
  const JsonCursor price = at.member("price");
  charge.price = read_amount(price, common);
  if (charge.price.kind == Amount::Kind::unlimited) {
    price.fail("a price cannot be unlimited", "a number, \"about\" a number, or \"unknown\"");
  }
  if (charge.price.kind == Amount::Kind::known && !charge.price.value.is_number()) {
    price.fail("a price cannot be a formula", "a number, \"about\" a number, or \"unknown\"");
  }
  if (charge.model == ChargeModel::flat) {
    at.member("name");
    charge.period = static_cast<Period>(at.word("period", "month, year, once"));
    if (at.has("metric")) at.member("metric").fail("a flat charge counts nothing", "no metric");
  } else if (const Metric* metric = read_metric_name(at.member("metric"), platform)) {
    charge.metric = metric->id;
    if (charge.name.empty()) charge.name = lower_first(metric->name);
    if (charge.per.is_zero()) at.member("per").fail("it is zero", "a number above zero");
  }
  read_figure(at, platform, charge);
  return charge;
}

std::vector<Charge> read_included(const JsonCursor& at, const Platform& platform) {
  at.read({"metrics"}, kFigureFields);
  Charge row;
  row.model = ChargeModel::included;
  row.price.kind = Amount::Kind::known;
  read_figure(at, platform, row);
  std::vector<Charge> charges;
  at.member("metrics");
  at.each("metrics", [&](const JsonCursor& place) {
    const Metric* metric = read_metric_name(place, platform);
    if (metric == nullptr) return;
    row.id = join({"included-", metric->id});
    row.metric = metric->id;
    row.name = lower_first(metric->name);
    charges.push_back(row);
  });
  return charges;
}

std::vector<NotOffered> read_not_offered(const JsonCursor& at, const Platform& platform) {
  at.read({"metrics"}, kFigureFields);
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
