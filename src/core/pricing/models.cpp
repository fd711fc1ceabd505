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

  /// `which` says which units these are, "first {0}"; empty for all of a quantity.
  void add_units(std::string_view which, const Rational& units, const Amount& price, const Rational& package) {
    if (units.is_zero()) return;
    if (is_unknown(price)) {
      sum_.unknown = true;
      if (words_.wanted) say(which.empty() ? tr("price not published") : tr("{0} at a price that is not published", {counted(which, units)}));
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
    std::string how = counted(which, units);
    if (each.is_zero()) return say(tr("{0} free", {how}));
    if (packed) {
      how = tr_count(times == Rational(1) ? 1 : 2, "{0} in {1} package of {2}", "{0} in {1} packages of {2}", {how, group_digits(times), group_digits(size)});
    } else if (rate_.per != Rational(1)) {
      append(how, {" ÷ ", group_digits(rate_.per)});
    }
    append(how, {" × ", price_of_one(each, price.approximate), " = ", words_.sum(money)});
    say(how);
  }

  void add_fee(const Amount& fee, std::string_view what) {
    if (is_unknown(fee)) {
      sum_.unknown = true;
      if (words_.wanted) say(tr("{0}: not published", {what}));
      return;
    }
    sum_.approximate |= fee.approximate;
    const Rational money = value_of(fee);
    if (money.is_zero()) return;
    sum_.money += money;
    if (words_.wanted) say(tr("{0}: {1}", {what, words_.sum(money)}));
  }

  Priced result() { return std::move(sum_); }

 private:
  void say(std::string step) { sum_.steps.push_back(std::move(step)); }

  std::string counted(std::string_view which, const Rational& units) const {
    const std::string number = model_ == ChargeModel::percentage ? words_.price(units) : number_text(units);
    return which.empty() ? number : tr(which, {number});
  }

  std::string price_of_one(const Rational& each, bool approximate) const {
    if (model_ == ChargeModel::percentage) return tr("{0} %", {number_text(each * 100)});
    return approximate || words_.about ? tr("about {0}", {words_.price(each)}) : words_.price(each);
  }

  ChargeModel model_;
  const Rate& rate_;
  const PriceWords& words_;
  Priced sum_;
};

std::string tier_words(const Tier& tier) {
  return tier.up_to ? tr("fee of the tier to {0}", {group_digits(*tier.up_to)}) : tr("fee of the last tier");
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
    sum.add_units(first ? (end == units ? "" : marked("first {0}")) : marked("next {0}"), end - below, tier.price, tier.package);
    below = end;
    first = false;
  }
  if (below < units) add_beyond(sum, marked("next {0}"), units - below);
  return sum.result();
}

Priced volume(ChargeModel model, const Rate& rate, const Rational& units, const PriceWords& words) {
  Sum sum(model, rate, words);
  const auto tier = std::find_if(rate.tiers.begin(), rate.tiers.end(),
                                 [&](const Tier& t) { return !t.up_to || units <= *t.up_to; });
  if (tier == rate.tiers.end()) {
    add_beyond(sum, marked("all {0}"), units);
    return sum.result();
  }
  sum.add_fee(tier->fee, tier_words(*tier));
  if (model == ChargeModel::volume) sum.add_units(marked("all {0}"), units, tier->price, tier->package);
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
    std::string held;
    for (const CapacityStep::Holds& bound : step.holds) append(held, {held.empty() ? "" : ", ", number_text(bound.most), " ", bound.name});
    sum.add_fee(step.fee, tr("step that holds {0}", {held}));
    Priced priced = sum.result();
    if (blocks > 0) {
      priced.money += blocks * step.block_price;
      if (words.wanted) {
        priced.steps.push_back(tr_count(blocks == Rational(1) ? 1 : 2, "{0} block of {1} × {2}", "{0} blocks of {1} × {2}",
                                        {group_digits(blocks), group_digits(step.block), words.price(step.block_price)}));
      }
    }
    return priced;
  }
  Priced none;
  none.unknown = true;
  if (words.wanted) none.steps.push_back(tr("more than the highest step holds; no price is published"));
  return none;
}

}  // namespace tollmeter
