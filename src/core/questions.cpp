#include "core/questions.h"

#include <set>
#include <string>

namespace tollmeter {
namespace {

using Ids = std::set<std::string, std::less<>>;

/// Names that what the estimate's plans hold depends on: all, and those that matter to what is in use.
class Named {
 public:
  Named(const PlatformEstimate& estimate, const Scenario& scenario)
      : estimate_(estimate), unit_(scenario.unit), date_(scenario.date) {}

  void add_to(Ids& all, Ids& in_use) {
    all_ = &all;
    in_use_ = &in_use;
    for (const Limit& limit : estimate_.plan->limits) {
      if (limit.validity.holds(date_)) add(limit);
    }
    for (const Charge& charge : estimate_.plan->charges) {
      if (charge.validity.holds(date_)) add(charge);
    }
  }

 private:
  void add(const std::string& id, bool used) {
    all_->insert(id);
    if (used) in_use_->insert(id);
  }

  void add(const Formula& formula, bool used) {
    for (const std::string& id : formula.drivers()) add(id, used);
  }

  void add(const std::vector<AttributeIs>& with, bool used) {
    for (const AttributeIs& attribute : with) add(attribute.attribute, used);
  }

  void add(const Limit& limit) {
    bool used = limit.spend;
    for (const Weight& weight : limit.weights) used |= is_used(weight.metric);
    if (limit.amount.kind != Amount::Kind::known) return;
    for (const Weight& weight : limit.weights) add_derived(weight.metric);
    add(limit.amount.value, used);
    if (limit.window.lasts) add(*limit.window.lasts, used);
    if (limit.distinct) add(*limit.distinct, used);
    if (!limit.paid_before.empty()) add(limit.paid_before, used);
    for (const Limit::Rung& rung : limit.rungs) add(rung.amount.value, used);
    if (!limit.scope.per.empty()) add(limit.scope.per, used);
  }

  void add(const Charge& charge) {
    const bool used = charge.metric.empty() || is_used(charge.metric);
    for (const std::optional<Formula>* formula : {&charge.each, &charge.count, &charge.when, &charge.free}) {
      if (*formula) add(**formula, used);
    }
    if (charge.price.kind == Amount::Kind::known) add(charge.price.value, used);
    add(charge.with, used);
    for (const Cell& cell : charge.cells) add(cell.with, used);
    for (const Factor& factor : charge.factors) add(factor.with, used);
    for (const CapacityStep& step : charge.steps) {
      for (const CapacityStep::Holds& holds : step.holds) add(holds.name, true);
    }
    add_derived(charge.metric);
  }

  /// A derived metric counts by a formula, and so may the one that it follows from.
  void add_derived(std::string_view id) {
    const bool used = is_used(id);
    each_up(id, [&](const Metric& metric) {
      if (metric.kind == Metric::Kind::derived) add(metric.per_parent, used);
    });
  }

  /// The entered metric at the root of it is in use, and no part on the way has a share of nothing.
  bool is_used(std::string_view id) const {
    bool used = false, none = false;
    each_up(id, [&](const Metric& metric) {
      if (metric.kind == Metric::Kind::part) {
        const auto share = estimate_.use->shares.find(metric.id);
        none |= (share == estimate_.use->shares.end() ? metric.assumed_share : share->second.value).is_zero();
      } else if (metric.kind == Metric::Kind::entered) {
        const auto quantity = estimate_.use->quantities.find(metric.id);
        used = quantity != estimate_.use->quantities.end() && !quantity->second.value.is_zero();
        used |= unit_ && unit_->part(estimate_.platform->id, metric.id) != nullptr;
      }
    });
    return used && !none;
  }

  template <class Visit>
  void each_up(std::string_view id, Visit visit) const {
    const Platform& platform = *estimate_.platform;
    const Metric* metric = platform.metric(id);
    for (std::size_t step = 0; metric != nullptr && step < platform.metrics.size(); ++step) {
      visit(*metric);
      metric = metric->kind == Metric::Kind::entered ? nullptr : platform.metric(metric->of);
    }
  }

  const PlatformEstimate& estimate_;
  const std::optional<OwnUnit>& unit_;
  Date date_;
  Ids* all_ = nullptr;
  Ids* in_use_ = nullptr;
};

}  // namespace

Questions questions_of(const Estimate& estimate, const Scenario& scenario, const Catalog& catalog) {
  Ids all, in_use;
  for (const PlatformEstimate& platform : estimate.platforms) {
    if (platform.platform != nullptr && platform.plan != nullptr) Named(platform, scenario).add_to(all, in_use);
  }
  const auto asked = [&](const std::string& id, const auto& answered) {
    return in_use.contains(id) || (all.contains(id) && answered.contains(id));
  };
  Questions questions;
  for (const Driver& driver : catalog.drivers) {
    if (asked(driver.id, scenario.drivers)) questions.drivers.push_back(&driver);
  }
  for (const Choice& choice : catalog.choices) {
    if (asked(choice.id, scenario.choices)) questions.choices.push_back(&choice);
  }
  return questions;
}

}  // namespace tollmeter
