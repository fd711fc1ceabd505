#include <string_view>

#include "core/format.h"
#include "core/known_prices.h"
#include "core/language.h"
#include "core/own/own_prices.h"
#include "ui/views/usage_plan_menu.h"

namespace tollmeter::ui {

namespace {

constexpr std::string_view kSold = marked("Sold on this date");
constexpr std::string_view kContract = marked("By contract");
constexpr std::string_view kAlreadyOn = marked("I am already on it");
constexpr std::string_view kOwn = marked("Your own prices");
constexpr std::string_view kNotSold = marked("Not sold on this date");

std::string cheapest_label(const PlanChoice& cheapest) {
  if (cheapest.plan == nullptr) return tr("Cheapest that fits: none sold");
  return cheapest.fits ? tr("Cheapest that fits: {0}", {cheapest.plan->name}) : tr("None fits, least refused: {0}", {cheapest.plan->name});
}

std::string cheapest_brief(const PlanChoice& cheapest) {
  if (cheapest.plan == nullptr) return tr("Cheapest: none sold");
  return cheapest.fits ? tr("Cheapest: {0}", {cheapest.plan->name}) : cheapest_label(cheapest);
}

std::string fee_words(const Money& fee, Period period) {
  const std::string money = money_text(fee);
  switch (period) {
    case Period::month: return tr("{0} a month", {money});
    case Period::year: return tr("{0} a year", {money});
    case Period::once: break;
  }
  return tr("{0} once", {money});
}

}  // namespace

std::string plan_price_words(const Platform& platform, const Plan& plan, const Scenario& scenario, const World& world) {
  bool per_use = false, unknown = false, yearly_fee = false;
  std::string fees;
  for (const Charge& charge : plan.charges) {
    if (!charge.validity.holds(scenario.date) || charge.model == ChargeModel::included) continue;
    if (is_adjustment(charge.model)) continue;
    if (charge.model != ChargeModel::flat) {
      per_use = true;
      continue;
    }
    if (charge.price.kind != Amount::Kind::known) {
      unknown = true;
      continue;
    }
    Money fee;
    fee.amount = charge.price.value.evaluate(
        [&](std::string_view driver) { return driver_value(scenario, *world.catalog, driver); });
    if (fee.amount.is_zero()) continue;
    fee.currency = plan.currency;
    const Source* source = platform.source(charge.source);
    fee.press = source != nullptr && source->confidence == Confidence::press;
    fee.approximate = charge.price.approximate || fee.press;
    if (!fees.empty()) fees += " + ";
    const std::string words = fee_words(fee, charge.period);
    fees += fee.press ? tr("{0}, press report", {words}) : words;
    yearly_fee |= charge.period == Period::year;
  }
  const bool said = yearly_fee || plan.name.english().find("yearly") != std::string::npos;
  const auto and_more = [&fees](const std::string& more) { return fees.empty() ? more : join({fees, " + ", more}); };
  if (unknown) return and_more(plan.access_on(scenario.date) == Access::contract ? tr("ask@@for a price") : tr("price not published"));
  const std::string price = per_use ? and_more(tr("per use")) : fees.empty() ? tr("free") : fees;
  return plan.yearly && !said ? tr("{0}, paid yearly", {price}) : price;
}

PlanMenu plan_menu(const Platform& platform, const PlatformUse& use, const PlanChoice& cheapest,
                   const Scenario& scenario, const World& world) {
  PlanMenu menu;
  menu.spec.name = tr("Plan of {0}", {platform.name});
  menu.cheapest_brief = cheapest_brief(cheapest);
  const auto offer = [&](std::string label, std::string detail, std::string_view group, PlanMenu::Pick pick,
                         bool disabled) {
    if (pick.plan == use.plan) menu.spec.chosen = static_cast<int>(menu.picks.size());
    menu.spec.options.push_back({std::move(label), std::move(detail), group.empty() ? "" : tr(group), disabled});
    menu.picks.push_back(std::move(pick));
  };
  offer(cheapest_label(cheapest),
        cheapest.plan != nullptr ? plan_price_words(platform, *cheapest.plan, scenario, world) : "", "", {}, false);
  const bool known = !is_before_prices(platform, scenario.date);
  for (const std::string_view group : {kSold, kContract, kAlreadyOn, kOwn, kNotSold}) {
    for (const Plan& plan : platform.plans) {
      std::string_view own_group = kNotSold;
      switch (known ? offer_on(plan, scenario.date) : Offer::not_yet) {
        case Offer::sold: own_group = kSold; break;
        case Offer::by_contract: own_group = kContract; break;
        case Offer::by_invitation:
        case Offer::closed: own_group = kAlreadyOn; break;
        case Offer::not_yet:
        case Offer::ended: break;
      }
      if (plan.own && own_group == kSold) own_group = kOwn;
      const bool gone = own_group == kNotSold;
      // What cannot be had is shown only where it is what the person chose.
      if (own_group != group || (gone && plan.id != use.plan)) continue;
      offer(plan.name, gone ? "" : plan_price_words(platform, plan, scenario, world), group,
            {plan.id, own_group == kAlreadyOn, false}, gone);
    }
    if (group == kOwn) offer(tr("Write your own plan …"), "", kOwn, {std::string(kOwnIdPrefix), false, true}, false);
  }
  return menu;
}

}  // namespace tollmeter::ui
