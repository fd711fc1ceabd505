#include <string_view>

#include "core/format.h"
#include "core/known_prices.h"
#include "core/own/own_prices.h"
#include "ui/views/usage_plan_menu.h"

namespace tollmeter::ui {

namespace {

constexpr std::string_view kSold = "Sold on this date";
constexpr std::string_view kContract = "By contract";
constexpr std::string_view kAlreadyOn = "I am already on it";
constexpr std::string_view kOwn = "Your own prices";
constexpr std::string_view kNotSold = "Not sold on this date";

std::string cheapest_label(const PlanChoice& cheapest) {
  if (cheapest.plan == nullptr) return "Cheapest that fits: none sold";
  return (cheapest.fits ? "Cheapest that fits: " : "None fits, least refused: ") + cheapest.plan->name;
}

std::string_view period_words(Period period) {
  switch (period) {
    case Period::month: return " a month";
    case Period::year: return " a year";
    case Period::once: break;
  }
  return " once";
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
    fees += money_text(fee) + std::string(period_words(charge.period));
    yearly_fee |= charge.period == Period::year;
    if (fee.press) fees += ", press report";
  }
  const bool said = yearly_fee || plan.name.english().find("yearly") != std::string::npos;
  const std::string ahead = plan.yearly && !said ? ", paid yearly" : "";
  if (unknown) {
    const std::string missing = plan.access_on(scenario.date) == Access::contract ? "ask" : "price not published";
    return fees.empty() ? missing : fees + " + " + missing;
  }
  if (fees.empty()) return (per_use ? "per use" : "free") + ahead;
  return (per_use ? fees + " + per use" : fees) + ahead;
}

PlanMenu plan_menu(const Platform& platform, const PlatformUse& use, const PlanChoice& cheapest,
                   const Scenario& scenario, const World& world) {
  PlanMenu menu;
  menu.spec.name = "Plan of " + platform.name;
  const auto offer = [&](std::string label, std::string detail, std::string_view group, PlanMenu::Pick pick,
                         bool disabled) {
    if (pick.plan == use.plan) menu.spec.chosen = static_cast<int>(menu.picks.size());
    menu.spec.options.push_back({std::move(label), std::move(detail), std::string(group), disabled});
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
    if (group == kOwn) offer("Write your own plan …", "", kOwn, {std::string(kOwnIdPrefix), false, true}, false);
  }
  return menu;
}

}  // namespace tollmeter::ui
