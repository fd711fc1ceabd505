#include "core/pricing/models.h"

#include <algorithm>
#include <utility>

#include "core/format.h"
#include "core/words.h"

namespace tollmeter {
namespace {

bool is_unknown(const Amount& amount) { return amount.kind != Amount::Kind::known; }

/// Prices are numbers (the reader sees to it), so no driver is asked for.
Rational value_of(const Amount& amount) {
  return amount.value.evaluate([](std::string_view) { return Rational::overflow(); });
}

Rational packs(const Rational& units, const Rational& size) { return (units / size).ceil(); }

/// Sums what the parts of a quantity cost and says how.
class Sum {
 public:
  Sum(ChargeModel model, const Rate& rate, const PriceWords& words) : model_(model), rate_(rate), words_(words) {}

  /// `which` is "first", "next" or empty for all of a quantity.
  void add_units(std::string_view which, const Rational& units, const Amount& price, const Rational& package) {
    if (units.is_zero()) return;
    if (is_unknown(price)) {
      sum_.unknown = true;
      if (!which.empty()) return say(which, units, " at a price that is not published");
      if (words_.wanted) sum_.steps.emplace_back("price not published");
      return;
    }
    sum_.approximate |= price.approximate;
    const Rational each = value_of(price);
    const bool packed = model_ == ChargeModel::package || package > 0;
    const Rational size = package > 0 ? package : rate_.per;
    const Rational times = packed ? packs(units, size) : units / rate_.per;
    const Rational money = times * each;
    sum_.money += money;
    if (!words_.wanted) return;
    if (each.is_zero()) return say(which, units, " free");
    std::string how;
    if (packed) {
      append(how, {" in ", group_digits(times), times == Rational(1) ? " package of " : " packages of ", group_digits(size)});
    } else if (rate_.per != Rational(1)) {
      append(how, {" ÷ ", group_digits(rate_.per)});
    }
    if (model_ == ChargeModel::percentage) {
      append(how, {" × ", (each * 100).text(), " %"});
    } else {
      append(how, {price.approximate || words_.about ? " × about " : " × ", words_.price(each)});
    }
    append(how, {" = ", words_.sum(money)});
    say(which, units, how);
  }

  void add_fee(const Amount& fee, std::string_view what) {
    if (is_unknown(fee)) {
      sum_.unknown = true;
      if (words_.wanted) sum_.steps.push_back(join({what, ": not published"}));
      return;
    }
    sum_.approximate |= fee.approximate;
    const Rational money = value_of(fee);
    if (money.is_zero()) return;
    sum_.money += money;
    if (words_.wanted) sum_.steps.push_back(join({what, ": ", words_.sum(money)}));
  }

  Priced result() { return std::move(sum_); }

 private:
  void say(std::string_view which, const Rational& units, std::string_view how) {
    if (!words_.wanted) return;
    const bool money = model_ == ChargeModel::percentage;
    sum_.steps.push_back(
        join({which, which.empty() ? "" : " ", money ? words_.price(units) : number_text(units), how}));
  }

  ChargeModel model_;
  const Rate& rate_;
  const PriceWords& words_;
  Priced sum_;
};

std::string tier_words(const Tier& tier) {
  return tier.up_to ? join({"fee of the tier to ", group_digits(*tier.up_to)}) : "fee of the last tier";
}

/// Units beyond the last bound have no price.
void add_beyond(Sum& sum, std::string_view which, const Rational& units) { sum.add_units(which, units, Amount{}, 0); }

Priced graduated(ChargeModel model, const Rate& rate, const Rational& units, const PriceWords& words) {
  Sum sum(model, rate, words);
  Rational below;
  bool first = true;
  for (const Tier& tier : rate.tiers) {
    // At exactly the bound the next tier is not entered; the first one always is.
    if (!first && units <= below) return sum.result();
    const Rational end = tier.up_to ? min(units, *tier.up_to) : units;
    sum.add_fee(tier.fee, tier_words(tier));
    sum.add_units(first ? (end == units ? "" : "first") : "next", end - below, tier.price, tier.package);
    below = end;
    first = false;
  }
  if (below < units) add_beyond(sum, "next", units - below);
  return sum.result();
}

Priced volume(ChargeModel model, const Rate& rate, const Rational& units, const PriceWords& words) {
  Sum sum(model, rate, words);
  const auto tier = std::find_if(rate.tiers.begin(), rate.tiers.end(),
                                 [&](const Tier& t) { return !t.up_to || units <= *t.up_to; });
  if (tier == rate.tiers.end()) {
    add_beyond(sum, "all", units);
    return sum.result();
  }
  sum.add_fee(tier->fee, tier_words(*tier));
  if (model == ChargeModel::volume) sum.add_units("all", units, tier->price, tier->package);
  return sum.result();
}

}  // namespace

std::string PriceWords::price(const Rational& amount) const {
  return unit.empty() ? price_text(amount, currency) : join({number_text(amount), " ", unit});
}

std::string PriceWords::sum(const Rational& amount) const {
  if (!about || !unit.empty()) return price(amount);
  Money money;
  money.amount = amount;
  money.currency = currency;
  money.approximate = true;
  return money_text(money);
}

Priced price_units(ChargeModel model, const Rate& rate, const Rational& units, const PriceWords& words) {
  if (model == ChargeModel::volume || model == ChargeModel::stairstep) return volume(model, rate, units, words);
  if (!rate.tiers.empty()) return graduated(model, rate, units, words);
  Sum sum(model, rate, words);
  sum.add_units("", units, rate.price, 0);
  return sum.result();
}

Priced price_capacity(const Charge& charge, FunctionRef<Rational(std::string_view)> asked, const PriceWords& words) {
  for (const CapacityStep& step : charge.steps) {
    Rational blocks;
    const bool holds = std::all_of(step.holds.begin(), step.holds.end(), [&](const CapacityStep::Holds& bound) {
      const Rational over = asked(bound.name) - bound.most;
      if (over <= 0) return true;
      if (bound.name != step.block_of) return false;
      blocks = packs(over, step.block);
      return blocks <= step.most_blocks;
    });
    if (!holds) continue;
    Sum sum(charge.model, charge, words);
    std::string what = "step that holds";
    for (const CapacityStep::Holds& bound : step.holds) {
      append(what, {&bound == &step.holds.front() ? " " : ", ", number_text(bound.most), " ", bound.name});
    }
    sum.add_fee(step.fee, what);
    Priced priced = sum.result();
    if (blocks > 0) {
      priced.money += blocks * step.block_price;
      if (words.wanted) {
        priced.steps.push_back(join({group_digits(blocks), blocks == Rational(1) ? " block of " : " blocks of ",
                                     group_digits(step.block), " × ", words.price(step.block_price)}));
      }
    }
    return priced;
  }
  Priced none;
  none.unknown = true;
  if (words.wanted) none.steps.emplace_back("more than the highest step holds; no price is published");
  return none;
}

}  // namespace tollmeter
