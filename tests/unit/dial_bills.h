#pragma once

#include <cstdint>

#include "core/scenario_month.h"
#include "core/solve/dial.h"
#include "toy_catalog.h"

// What curves and inverses are held against: the engine asked for one number of units, as the page asks it.
namespace tollmeter {

inline PlatformEstimate estimate_at(const Scenario& scenario, const World& world, const Dial& dial, const Plan& plan,
                                    std::int64_t units, Date date) {
  const Scenario turned = turned_to(dial, scenario, units);
  const Cycle cycle = own_cycle(turned);
  const Traffic traffic(cycle, turned.traffic, world.zones);
  for (const PlatformUse& use : turned.platforms) {
    if (use.platform != dial.platform) continue;
    PlatformMonth month(Usage(*world.catalog->platform(use.platform), use, turned, world, cycle, traffic));
    PlatformEstimate estimate = month.on_plan(plan, date, Detail::verdict);
    estimate.use = nullptr;  // the scenario is gone with this function
    return estimate;
  }
  return {};
}

inline Rational exact_total(const PlatformEstimate& estimate) {
  Rational sum;
  for (const BillLine& line : estimate.bill) {
    if (line.in_sum) sum += line.exact;
  }
  return sum;
}

namespace toy {

inline Tier tier(const char* up_to, const char* price, const char* fee = "0", const char* package = "0") {
  Tier t;
  if (*up_to) t.up_to = Rational::parse(up_to);
  t.price = known(price);
  t.fee = known(fee);
  t.package = Rational::parse(package);
  return t;
}

inline Charge tiered(ChargeModel model, std::vector<Tier> tiers, const char* metric = "reads") {
  Charge c = charge(model, metric, {});
  c.tiers = std::move(tiers);
  return c;
}

inline Charge package(const char* price, const char* size, const char* metric = "reads") {
  Charge c = charge(ChargeModel::package, metric, known(price));
  c.per = Rational::parse(size);
  return c;
}

inline Charge adjustment(ChargeModel model, const char* price) {
  Charge c = charge(model, "", known(price));
  c.id = "adjustment";
  return c;
}

inline Charge with_free(Charge c, const char* units, bool daily = false) {
  c.free = Formula::parse(units).value();
  c.free_daily = daily;
  return c;
}

/// One plan for each way in which a bill bends, steps or jumps; all charge for posts and reads.
inline std::vector<Plan> bending_plans() {
  const auto posts = [] { return per_unit("posts", known("0.01")); };
  std::vector<Plan> plans;
  const auto add = [&](const char* id, std::vector<Charge> charges) {
    plans.push_back(plan(id, Access::open, std::move(charges)));
  };
  add("flat", {flat(known("100")), included("posts"), included("reads")});
  add("per-unit", {posts(), per_unit("reads", known("0.005"))});
  add("package", {posts(), package("2", "50")});
  add("package-free", {posts(), with_free(package("2", "7"), "120")});
  add("free", {flat(known("3")), posts(), with_free(per_unit("reads", known("0.1")), "250")});
  add("free-daily", {posts(), with_free(per_unit("reads", known("0.1")), "10", true)});
  add("graduated", {posts(), tiered(ChargeModel::graduated, {tier("100", "0.5"), tier("400", "0.2", "7"), tier("", "0.1")})});
  add("graduated-packages",
      {posts(), tiered(ChargeModel::graduated, {tier("100", "0.5"), tier("400", "3", "0", "30"), tier("", "2", "1", "40")})});
  add("volume", {posts(), tiered(ChargeModel::volume, {tier("99", "1"), tier("499", "0.3"), tier("", "0.2")})});
  add("volume-packages", {posts(), tiered(ChargeModel::volume, {tier("99", "9", "1", "10"), tier("", "8", "0", "25")})});
  add("stairstep", {posts(), tiered(ChargeModel::stairstep, {tier("10", "0", "5"), tier("300", "0", "9"), tier("600", "0", "20")})});
  Charge percent = charge(ChargeModel::percentage, "reads", known("0.029"));
  percent.each = Formula::parse("25").value();
  percent.fee_each = Rational::parse("0.3");
  percent.most_each = Rational::parse("0.9");
  add("percentage", {posts(), percent});
  Charge capacity = charge(ChargeModel::capacity, "", {});
  capacity.id = "capacity";
  capacity.steps = {{{{"reads", 100}}, known("10"), "", 0, 0, 0}, {{{"reads", 300}}, known("25"), "reads", 50, 4, 6}};
  add("capacity", {included("posts"), included("reads"), capacity});
  add("discount", {posts(), per_unit("reads", known("0.5")), adjustment(ChargeModel::discount, "0.15")});
  add("maximum", {posts(), per_unit("reads", known("0.5")), adjustment(ChargeModel::maximum, "222.25")});
  add("minimum", {posts(), per_unit("reads", known("0.5")), adjustment(ChargeModel::minimum, "77.77")});
  add("credit", {posts(), per_unit("reads", known("0.5")), adjustment(ChargeModel::credit, "50")});
  Charge bounded = per_unit("reads", known("0.5"));
  bounded.most = Rational::parse("333");
  bounded.least = Rational::parse("20.5");
  add("bounded-row", {posts(), bounded});
  Charge rounded = per_unit("reads", known("0.2"));
  rounded.rounding = {QuantityRounding::How::half_up, 60};
  add("rounded", {posts(), rounded});
  add("part", {posts(), per_unit("linked", known("0.2")), per_unit("reads", known("0.003"))});
  add("cheaper-part", {per_unit("posts", known("0.2")), per_unit("linked", known("0.01")), per_unit("reads", known("0.003"))});
  add("derived", {posts(), included("reads"), per_unit("requests", known("0.4"))});
  add("derived-package", {posts(), included("reads"), with_free(package("3", "4", "requests"), "2")});
  Charge credits = per_unit("reads", known("3"));
  credits.in = "credits";
  Charge sold = per_unit("", known("0.02"));
  sold.id = "sold";
  sold.on = {"reads"};
  add("private-unit", {posts(), credits, with_free(sold, "90")});
  Charge pool_posts = with_free(posts(), "500");
  pool_posts.pool = "shared";
  Charge pool_reads = per_unit("reads", known("0.04"));
  pool_reads.pool = "shared";
  add("pool", {pool_posts, pool_reads});
  add("beyond", {posts(), tiered(ChargeModel::graduated, {tier("700", "0.5")})});
  add("about", {posts(), per_unit("reads", about("0.25"))});
  return plans;
}

}  // namespace toy
}  // namespace tollmeter
