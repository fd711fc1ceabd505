#include "core/correction_words.h"

#include <algorithm>

#include "core/format.h"
#include "core/words.h"

namespace tollmeter {
namespace {

Rational number_of(const Amount& amount) {
  return amount.value.evaluate([](std::string_view) { return Rational(0); });
}

std::string marked_about(const Amount& amount, const std::string& text) { return amount.approximate ? "about " + text : text; }

std::string percent_words(const Amount& share) {
  if (share.kind != Amount::Kind::known) return "not published";
  return marked_about(share, number_text(number_of(share) * 100) + " %");
}

class ChargeFigure {
 public:
  ChargeFigure(const Catalog& catalog, const Platform& platform, const Plan& plan, const Charge& charge)
      : catalog_(catalog), platform_(platform), plan_(plan), charge_(charge) {}

  std::string words() const {
    if (charge_.model == ChargeModel::included) return "included";
    if (charge_.model == ChargeModel::capacity) return steps();
    if (!charge_.like.charge.empty()) return like();
    if (is_adjustment(charge_.model)) return adjustment();
    if (!charge_.tiers.empty()) return tiers();
    return rate() + unless();
  }

 private:
  const char* unless() const { return charge_.cells.empty() ? "" : " unless said below"; }

  std::string price(const Amount& amount) const {
    if (amount.kind != Amount::Kind::known) return "not published";
    return marked_about(amount, price_text(number_of(amount), plan_.currency));
  }

  /// What is about so much has no cents.
  std::string fee(const Amount& amount) const {
    const bool whole = amount.kind == Amount::Kind::known && amount.approximate && number_of(amount).is_whole();
    return whole ? money_text({number_of(amount), plan_.currency, true}) : price(amount);
  }

  /// Prices of a row in a private unit are in that unit.
  std::string money(const Amount& amount) const {
    if (charge_.in.empty() || amount.kind != Amount::Kind::known) return price(amount);
    return marked_about(amount, join({number_text(number_of(amount)), " ", charge_.in}));
  }

  std::string per() const {
    const std::string many = number_text(charge_.per);
    if (charge_.model == ChargeModel::package) return join({"for each ", many, " begun"});
    const bool one = charge_.per == Rational(1);
    const Metric* metric = charge_.metric.empty() || charge_.each ? nullptr : platform_.metric(charge_.metric);
    if (metric == nullptr) return one ? "each" : "for " + many;
    if (!one) return join({"for ", many, " ", metric->units});
    const std::string& unit = metric->unit;
    return join({std::string_view("aeioAEIO").find(unit.empty() ? ' ' : unit.front()) == std::string_view::npos ? "a " : "an ", unit});
  }

  std::string rate() const {
    if (charge_.price.kind != Amount::Kind::known) return "not published";
    if (charge_.model == ChargeModel::percentage) return percent_words(charge_.price) + " of the money";
    if (charge_.model != ChargeModel::flat) return join({money(charge_.price), " ", per()});
    const char* period = charge_.period == Period::month ? " a month" : charge_.period == Period::year ? " a year" : " once";
    return fee(charge_.price) + period;
  }

  std::string tier_price(const Tier& tier) const {
    if (charge_.model == ChargeModel::percentage) return percent_words(tier.price);
    if (tier.price.kind != Amount::Kind::known) return money(tier.price);
    if (!tier.package.is_zero()) return join({money(tier.price), " for each ", number_text(tier.package), " begun"});
    return join({money(tier.price), " ", per()});
  }

  std::string tiers() const {
    std::string all;
    Rational below;
    for (const Tier& tier : charge_.tiers) {
      std::string range = below.is_zero() ? "" : "above " + number_text(below);
      if (tier.up_to) append(range, {range.empty() ? "" : ", ", "up to ", number_text(*tier.up_to)});
      below = tier.up_to.value_or(below);
      const bool priced = charge_.model != ChargeModel::stairstep;
      const bool has_fee = tier.fee.kind != Amount::Kind::known || !number_of(tier.fee).is_zero() || !priced;
      append(all, {all.empty() ? "" : "; ", range, range.empty() ? "" : ": ", priced ? tier_price(tier) : ""});
      if (has_fee) append(all, {priced ? ", " : "", money(tier.fee), priced ? " on top" : ""});
      all += unless();
    }
    return all;
  }

  std::string like() const {
    std::string text = "like " + charge_.like.charge;
    if (charge_.like.times != Rational(1)) append(text, {", × ", charge_.like.times.text()});
    return text;
  }

  std::string adjustment() const {
    switch (charge_.model) {
      case ChargeModel::discount: return percent_words(charge_.price) + " off";
      case ChargeModel::maximum: return "at most " + price(charge_.price);
      case ChargeModel::minimum: return "at least " + price(charge_.price);
      case ChargeModel::credit: return price(charge_.price) + " off, down to zero";
      default: return price(charge_.price) + " given back as a credit";
    }
  }

  std::string held(const std::string& id) const {
    if (const Metric* metric = platform_.metric(id)) return metric->units;
    if (id == "days_in_month") return "days of the month";
    if (id == "hours_in_month") return "hours of the month";
    const Driver* driver = catalog_.driver(id);
    return driver ? driver->short_name.shown() : id;
  }

  std::string steps() const {
    std::string all;
    for (const CapacityStep& step : charge_.steps) {
      append(all, {all.empty() ? "" : "; ", "up to "});
      for (const CapacityStep::Holds& holds : step.holds) {
        append(all, {&holds == &step.holds.front() ? "" : ", ", number_text(holds.most), " ", held(holds.name)});
      }
      append(all, {": ", price(step.fee)});
      if (step.block_of.empty()) continue;
      append(all, {", then ", price_text(step.block_price, plan_.currency), " for each ", number_text(step.block), " more, ",
                   number_text(step.most_blocks), " times at most"});
    }
    return all;
  }

  const Catalog& catalog_;
  const Platform& platform_;
  const Plan& plan_;
  const Charge& charge_;
};

std::string limit_amount(const Plan& plan, const Limit& limit) {
  if (limit.amount.kind == Amount::Kind::unknown) return "not published";
  if (limit.amount.kind == Amount::Kind::unlimited) return "unlimited";
  const Rational value = Rational::parse(limit.amount.value.text());
  const bool number = value.ok();  // "4 * 3600" is a formula as well
  if (limit.spend) return marked_about(limit.amount, number ? price_text(value, plan.currency) : limit.amount.value.text());
  const bool units = std::any_of(limit.weights.begin(), limit.weights.end(), [](const Weight& w) { return w.units != Rational(1); });
  const char* counted = units ? " units" : limit.distinct ? " different ones" : "";
  return marked_about(limit.amount, (number ? number_text(value) : limit.amount.value.text()) + counted);
}

}  // namespace

std::string charge_figure(const Catalog& catalog, const Platform& platform, const Plan& plan, const Charge& charge) {
  return ChargeFigure(catalog, platform, plan, charge).words();
}

std::string limit_figure(const Plan& plan, const Limit& limit) {
  return join({limit_amount(plan, limit), " ", window_text(limit.window), limit.scope.per.empty() ? " for the " : " for each ",
               limit.scope.name, ", ", reset_text(limit.window)});
}

}  // namespace tollmeter
