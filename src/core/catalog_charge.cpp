#include <algorithm>
#include <utility>

#include "core/catalog_rows.h"
#include "core/words.h"

namespace tollmeter {

namespace {

constexpr std::string_view kModels =
    "flat, per_unit, package, graduated, volume, stairstep, percentage, capacity, discount, maximum, minimum, credit, rebate";

/// A price or fee: known, about or unknown, but a number.
Amount read_price(const JsonCursor& price, const Catalog& common) {
  Amount amount = read_amount(price, common);
  if (amount.kind == Amount::Kind::unlimited) {
    price.fail("a price cannot be unlimited", "a number, \"about\" a number, or \"unknown\"");
  }
  if (amount.kind == Amount::Kind::known) {
    const Rational number = Rational::parse(amount.value.text());
    if (!number.ok()) price.fail("a price cannot be a formula", "a number, \"about\" a number, or \"unknown\"");
    if (number < 0) price.fail("a price cannot be below zero", "zero or more; what comes off is a discount or a credit");
  }
  return amount;
}

Amount read_price_if_any(const JsonCursor& at, std::string_view key, const Catalog& common) {
  if (at.has(key)) return read_price(at.member(key), common);
  Amount zero;
  zero.kind = Amount::Kind::known;
  return zero;
}

std::optional<Formula> read_formula_if_any(const JsonCursor& at, std::string_view key, const Catalog& common) {
  if (!at.has(key)) return std::nullopt;
  const JsonCursor place = at.member(key);
  Formula formula = read_formula(place, place.text(), common);
  if (formula.is_number() && formula.evaluate([](std::string_view) { return Rational(0); }) < 0) {
    place.fail("it is below zero", "a number from zero on, or a formula of drivers");
  }
  return formula;
}

std::optional<Rational> read_number_if_any(const JsonCursor& at, std::string_view key) {
  if (!at.has(key)) return std::nullopt;
  return at.member(key).number();
}

void check_above_zero(const JsonCursor& at, std::string_view key, const Rational& number) {
  if (number.is_zero()) at.member(key).fail("it is zero", "a number above zero");
}

/// Of a platform of the catalogue a choice and one of its options, which the page can ask for.
std::vector<AttributeIs> read_attributes(const JsonCursor& at, const Platform& platform, const Catalog& common) {
  std::vector<AttributeIs> with;
  at.each_member("with", [&](const std::string& attribute, const JsonCursor& place) {
    const std::string value = place.text();
    const Choice* choice = common.choice(attribute);
    if (!platform.own && choice == nullptr) place.refuse(attribute, "is not a choice", "the id of one of 'choices'");
    if (choice != nullptr && choice->option(value) == nullptr) {
      place.refuse(value, "is not an option", tr("one of the options of '{0}'", {attribute}));
    }
    with.push_back({attribute, value});
  });
  return with;
}

std::vector<Tier> read_tiers(const JsonCursor& at, ChargeModel model, const Catalog& common) {
  std::vector<Tier> tiers;
  Rational below;
  bool open = true;
  at.each("tiers", [&](const JsonCursor& place) {
    Tier tier;
    place.read({"up_to", "price", "fee", JsonField("package", tier.package).if_any()});
    if (!open) place.fail("it comes after a tier without end", "the last tier alone without 'up_to'");
    tier.up_to = read_number_if_any(place, "up_to");
    if (tier.up_to && *tier.up_to <= below && !(tiers.empty() && below.is_zero() && !tier.up_to->is_zero())) {
      place.member("up_to").fail("it does not lie above the tier before", "bounds that rise");
    }
    open = tier.up_to.has_value();
    if (tier.up_to) below = *tier.up_to;
    tier.price = read_price_if_any(place, "price", common);
    tier.fee = read_price_if_any(place, "fee", common);
    if (place.has("package")) check_above_zero(place, "package", tier.package);
    if (model == ChargeModel::stairstep && place.has("price")) {
      place.member("price").fail("a stairstep counts no units", "a 'fee' alone");
    }
    if (!place.has("price") && !place.has("fee")) place.fail("it says no money", "'price' or 'fee', or both");
    tiers.push_back(std::move(tier));
  });
  return tiers;
}

bool is_tiered(ChargeModel model) { return ChargeModel::graduated <= model && model <= ChargeModel::stairstep; }

/// "price", "per" and "tiers", as the model needs them.
void read_rate(const JsonCursor& at, ChargeModel model, const Catalog& common, Rate& rate) {
  if (at.has("per")) {
    rate.per = at.member("per").number();
    check_above_zero(at, "per", rate.per);
  }
  rate.tiers = read_tiers(at, model, common);
  const bool tiers = is_tiered(model) || (model == ChargeModel::percentage && at.has("tiers"));
  if (tiers) {
    at.member("tiers");
    if (rate.tiers.empty()) at.member("tiers").fail("it is empty", "one tier or more");
    if (at.has("price")) at.member("price").fail("tiers have their own prices", "no price here");
    rate.price.kind = Amount::Kind::known;
    return;
  }
  if (at.has("tiers")) at.member("tiers").fail("this model has none", "model \"graduated\", \"volume\", \"stairstep\" or \"percentage\"");
  rate.price = read_price(at.member("price"), common);
}

DailyHours read_hours(const JsonCursor& at) {
  constexpr std::string_view kDays = "mon, tue, wed, thu, fri, sat, sun";
  DailyHours hours;
  at.read({"from", "to", {"zone", hours.zone}, "days"});
  hours.from = read_clock(at.member("from"));
  hours.to = read_clock(at.member("to"));
  if (hours.from == hours.to) at.member("to").fail("it is the same as 'from'", "an end after the begin");
  if (hours.from == 86400) at.member("from").fail("a day does not begin at its end", "a time of day before \"24:00\"");
  if (!at.has("days")) return hours;
  hours.weekdays = 0;
  at.each("days", [&](const JsonCursor& place) { hours.weekdays |= 1U << place.word(kDays); });
  if (hours.weekdays == 0) at.member("days").fail("it is empty", "one day of the week or more");
  return hours;
}

LikeCharge read_like(const JsonCursor& at) {
  LikeCharge like;
  at.read({{"charge", like.charge, JsonField::Kind::id},
           {"first_tier", like.first_tier},
           JsonField("times", like.times).if_any(),
           JsonField("plus", like.plus).if_any()});
  return like;
}

/// Metrics or drivers.
void read_holds(const JsonCursor& at, const Platform& platform, const Catalog& common, CapacityStep& step) {
  at.member("holds");
  at.each_member("holds", [&](const std::string& name, const JsonCursor& place) {
    if (platform.metric(name) == nullptr && !common.may_name(name)) {
      place.refuse(name, "is neither a metric nor a driver", "the id of one");
    }
    step.holds.push_back({name, place.number()});
  });
  if (step.holds.empty()) at.member("holds").fail("it is empty", "a metric or driver and how much of it");
}

/// The first step that holds everything counts, so that a later one that holds less would never be reached.
void check_holds_more(const JsonCursor& at, const CapacityStep& before, const CapacityStep& step) {
  for (const CapacityStep::Holds& holds : step.holds) {
    const auto same = std::find_if(before.holds.begin(), before.holds.end(),
                                   [&](const CapacityStep::Holds& other) { return other.name == holds.name; });
    if (same != before.holds.end() && holds.most < same->most) {
      at.member("holds").refuse(holds.name, "is less than in the step before", "the steps in rising order");
      return;
    }
  }
}

std::vector<CapacityStep> read_steps(const JsonCursor& at, const Platform& platform, const Catalog& common) {
  std::vector<CapacityStep> steps;
  at.each("steps", [&](const JsonCursor& place) {
    CapacityStep step;
    place.read({"holds", "fee", "blocks"});
    read_holds(place, platform, common, step);
    if (!steps.empty()) check_holds_more(place, steps.back(), step);
    step.fee = read_price(place.member("fee"), common);
    if (place.has("blocks")) {
      const JsonCursor blocks = place.member("blocks");
      blocks.read({{"of", step.block_of},
                   {"size", step.block},
                   {"price", step.block_price},
                   {"most", step.most_blocks}});
      const bool named = std::any_of(step.holds.begin(), step.holds.end(),
                                     [&](const CapacityStep::Holds& holds) { return holds.name == step.block_of; });
      if (!named) blocks.member("of").refuse(step.block_of, "is not what the step holds", "one of the names in 'holds'");
      check_above_zero(blocks, "size", step.block);
    }
    steps.push_back(std::move(step));
  });
  return steps;
}

/// Which quantity it is: exactly one of a metric, a count or other rows.
void read_counted(const JsonCursor& at, const Platform& platform, const Catalog& common, Charge& charge) {
  const bool on_rows = is_adjustment(charge.model);
  const bool none = charge.model == ChargeModel::flat || charge.model == ChargeModel::capacity;
  if (at.has("metric")) {
    const JsonCursor place = at.member("metric");
    if (none || on_rows) return place.fail(charge.model == ChargeModel::flat ? "a flat charge counts nothing" : "this model counts no metric", "no metric");
    if (const Metric* metric = read_metric_name(place, platform)) {
      charge.metric = metric->id;
      if (charge.name.empty()) charge.name = lower_first(metric->name);
    }
  }
  charge.count = read_formula_if_any(at, "count", common);
  at.each("on", [&](const JsonCursor& place) { charge.on.push_back(place.text()); });
  const int said = (at.has("metric") ? 1 : 0) + (charge.count ? 1 : 0) + (charge.on.empty() ? 0 : 1);
  if (none || on_rows) {
    const bool wrong = charge.model == ChargeModel::flat ? !charge.on.empty() : charge.count.has_value();
    if (wrong) at.fail("it says what it counts in a way that its model does not take", "see docs/catalogue.md, \"Charges\"");
  } else if (said != 1) {
    if (said == 0) at.member("metric");
    at.fail("it counts more than one thing", "one of 'metric', 'count' and 'on'");
  }
  if (charge.metric.empty() && (at.has("each") || at.has("when") || at.has("with") || at.has("hours"))) {
    at.fail("only calls of a metric have a size, attributes and hours", "'metric', or none of 'each', 'when', 'with', 'hours'");
  }
}

void read_cells(const JsonCursor& at, const Platform& platform, const Catalog& common, Charge& charge) {
  at.each("cells", [&](const JsonCursor& place) {
    Cell cell;
    place.read({"with", "price", "per", "tiers"});
    place.member("with");
    cell.with = read_attributes(place, platform, common);
    cell.rate.per = charge.per;
    read_rate(place, charge.model, common, cell.rate);
    charge.cells.push_back(std::move(cell));
  });
  at.each("factors", [&](const JsonCursor& place) {
    Factor factor;
    place.read({"with", {"times", factor.times}});
    place.member("with");
    factor.with = read_attributes(place, platform, common);
    charge.factors.push_back(std::move(factor));
  });
}

/// What a model does not use would be passed over in silence.
void check_keys(const JsonCursor& at, const Charge& charge) {
  const auto only = [&](std::initializer_list<const char*> keys, bool uses, std::string_view who) {
    for (const char* key : keys) {
      if (at.has(key) && !uses) at.member(key).fail(tr("only {0} has it", {tr(who)}), "no such key");
    }
  };
  const bool adjusts = is_adjustment(charge.model);
  const bool by_quantity = !adjusts && charge.model != ChargeModel::flat && charge.model != ChargeModel::capacity;
  only({"fee_each", "least_each", "most_each"}, charge.model == ChargeModel::percentage, marked("a percentage"));
  only({"steps"}, charge.model == ChargeModel::capacity, marked("a capacity"));
  only({"prorate"}, charge.model == ChargeModel::flat, marked("a flat charge"));
  only({"round", "free", "free_per", "pool", "cells", "factors", "like", "per"}, by_quantity, marked("a charge for a quantity"));
  only({"most", "least", "discount", "in"}, !adjusts, marked("a charge"));
  if (at.has("free_per") && !charge.free) at.member("free_per").fail("nothing is free", "'free' beside it");
  if (at.has("like") && (at.has("price") || at.has("tiers"))) at.member("like").fail("the charge has a price of its own", "one of the two");
  const bool by_event = at.has("fee_each") || at.has("least_each") || at.has("most_each");
  if (by_event && (at.has("free") || at.has("round"))) {
    at.fail("what holds for each payment goes with no free or rounded money", "none of 'free' and 'round'");
  }
  const bool tiered = charge.tiers.size() > 1 || std::any_of(charge.cells.begin(), charge.cells.end(), [](const Cell& cell) {
                        return cell.rate.tiers.size() > 1;
                      });
  if (tiered && (at.has("least_each") || at.has("most_each"))) {
    at.fail("bounds of each payment go with no tiers of the whole money", "a price, or neither 'least_each' nor 'most_each'");
  }
}

}  // namespace

Charge read_charge(const JsonCursor& at, const Platform& platform, const Catalog& common) {
  Charge charge;
  at.read({{"id", charge.id, JsonField::Kind::id},
           JsonField("name", charge.name).if_any(),
           "model", "price", "per", "tiers", "period",
           "metric", "each", "count", "on", "when", "with", "hours",
           "round", "free", "free_per", JsonField("pool", charge.pool).if_any(),
           "cells", "factors", "like", "steps",
           JsonField("fee_each", charge.fee_each).if_any(), "least_each", "most_each",
           JsonField("discount", charge.discount).if_any(), "most", "least",
           {"prorate", charge.prorate}, JsonField("in", charge.in).if_any()},
          kFigureFields);
  charge.model = static_cast<ChargeModel>(at.word("model", kModels));
  read_counted(at, platform, common, charge);
  if (charge.name.empty()) at.member("name");
  if (charge.model == ChargeModel::flat) {
    charge.period = static_cast<Period>(at.word("period", "month, year, once"));
  } else if (at.has("period")) {
    at.member("period").fail("only a flat charge has one", "no period");
  }
  charge.steps = read_steps(at, platform, common);
  if (charge.model == ChargeModel::capacity) {
    at.member("steps");
    if (charge.steps.empty()) at.member("steps").fail("it is empty", "one step or more");
    charge.price.kind = Amount::Kind::known;
  } else if (at.has("like") && !at.has("price") && !at.has("tiers")) {
    charge.price.kind = Amount::Kind::known;
  } else {
    read_rate(at, charge.model, common, charge);
  }
  if (at.has("like")) charge.like = read_like(at.member("like"));
  charge.each = read_formula_if_any(at, "each", common);
  charge.when = read_formula_if_any(at, "when", common);
  charge.with = read_attributes(at, platform, common);
  if (at.has("hours")) charge.hours = read_hours(at.member("hours"));
  if (at.has("round")) {
    const JsonCursor round = at.member("round");
    round.read({"how", JsonField("to", charge.rounding.to).if_any()});
    charge.rounding.how = static_cast<QuantityRounding::How>(1 + round.word("how", "up, down, half_up"));
    if (round.has("to")) check_above_zero(round, "to", charge.rounding.to);
  }
  charge.free = read_formula_if_any(at, "free", common);
  charge.free_daily = at.has("free_per") && at.word("free_per", "month, day") == 1;
  read_cells(at, platform, common, charge);
  charge.least_each = read_number_if_any(at, "least_each");
  charge.most_each = read_number_if_any(at, "most_each");
  charge.most = read_number_if_any(at, "most");
  charge.least = read_number_if_any(at, "least");
  if (charge.least && charge.most && *charge.most < *charge.least) at.member("most").fail("it lies below 'least'", "'least' or more");
  if (charge.least_each && charge.most_each && *charge.most_each < *charge.least_each) {
    at.member("most_each").fail("it lies below 'least_each'", "'least_each' or more");
  }
  const bool is_share = charge.model == ChargeModel::discount && charge.price.kind == Amount::Kind::known;
  if (is_share && Rational::parse(charge.price.value.text()) > 1) {
    at.member("price").fail("it is more than the whole", "a share from \"0\" to \"1\"");
  }
  check_keys(at, charge);
  if (Rational(1) < charge.discount) at.member("discount").fail("it is more than the whole", "a share from \"0\" to \"1\"");
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
    row.name = lower_first(metric->name.english());
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
