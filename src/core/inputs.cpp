// Which inputs change anything, so that the page asks for no more than it needs.

#include <algorithm>
#include <string>

#include "core/estimate.h"
#include "core/usage.h"

namespace tollmeter {
namespace {

struct Named {
  bool priced = false;    ///< a price of its own
  bool included = false;  ///< offered without one
  bool limited = false;
  bool refused = false;  ///< listed as not offered
};

std::vector<Named> names_on(const Platform& platform, const Plan& plan, Date date) {
  std::vector<Named> named(platform.metrics.size());
  auto at = [&](std::string_view id) -> Named* {
    auto i = metric_index(platform, id);
    return i ? &named[*i] : nullptr;
  };
  for (const Charge& c : plan.charges) {
    if (!c.validity.holds(date) || c.model == ChargeModel::flat) continue;
    if (Named* n = at(c.metric)) (c.model == ChargeModel::included ? n->included : n->priced) = true;
  }
  for (const Limit& l : plan.limits) {
    if (!l.validity.holds(date)) continue;
    for (const Weight& w : l.weights) {
      if (Named* n = at(w.metric)) n->limited = true;
    }
  }
  for (const NotOffered& row : plan.not_offered) {
    if (!row.validity.holds(date)) continue;
    if (Named* n = at(row.metric)) n->refused = true;
  }
  return named;
}

}  // namespace

std::vector<const Metric*> relevant_inputs(const Platform& platform, const Plan* plan, Date date) {
  std::vector<const Metric*> inputs;
  std::vector<char> relevant(platform.metrics.size(), plan == nullptr);
  if (plan) {
    const std::vector<Named> named = names_on(platform, *plan, date);
    for (std::size_t i = 0; i < named.size(); ++i) {
      const Metric& metric = platform.metrics[i];
      const Named& n = named[i];
      bool counts = n.priced || n.limited || n.refused;
      if (metric.kind == Metric::Kind::entered) {
        counts = counts || n.included;
      } else if (metric.kind == Metric::Kind::part && n.included) {
        // Included inside something that is included anyway moves nothing.
        auto parent = metric_index(platform, metric.of);
        counts = counts || (parent && named[*parent].priced);
      }
      if (!counts) continue;
      relevant[i] = 1;
      // What a derived or part metric follows from moves it.
      std::size_t at = i;
      for (std::size_t step = 0; step < named.size(); ++step) {
        auto parent = metric_index(platform, platform.metrics[at].of);
        if (platform.metrics[at].kind == Metric::Kind::entered || !parent) break;
        at = *parent;
        relevant[at] = 1;
      }
    }
  }
  for (std::size_t i = 0; i < platform.metrics.size(); ++i) {
    if (relevant[i] && platform.metrics[i].kind != Metric::Kind::derived) {
      inputs.push_back(&platform.metrics[i]);
    }
  }
  return inputs;
}

}  // namespace tollmeter
