#include "core/line_groups.h"

#include <algorithm>

#include "core/tariff.h"
#include "core/words.h"

namespace tollmeter {

LineGroups line_groups(const Estimate& estimate) {
  LineGroups groups;
  for (const PlatformEstimate& platform : estimate.platforms) {
    for (const BillLine& line : platform.bill) {
      if (!line.in_sum) continue;
      auto same = std::find_if(groups.begin(), groups.end(),
                               [&](const LineGroup& g) { return g.platform == &platform && g.metric == line.metric; });
      if (same == groups.end()) {
        LineGroup group;
        group.platform = &platform;
        group.metric = line.metric;
        group.first = &line;
        group.amount.currency = platform.subtotal.currency;
        same = groups.insert(groups.end(), std::move(group));
      }
      same->served += line.served;
      Money amount = line.amount;
      amount.at_least |= line.unknown;
      add_to(same->amount, amount);
    }
  }
  return groups;
}

const LineGroup* partner_of(const LineGroup& group, const LineGroups& others) {
  auto same = std::find_if(others.begin(), others.end(), [&](const LineGroup& g) {
    return g.platform->platform == group.platform->platform && g.metric == group.metric;
  });
  return same == others.end() ? nullptr : &*same;
}

std::string line_title(const LineGroup& group) {
  const Text& charge = group.first->charge->name;
  return lower_first(group.metric && charge.empty() ? group.metric->name : charge);
}

bool same_amount(const Money& a, const Money& b) {
  return a.amount == b.amount && a.currency == b.currency && a.approximate == b.approximate && a.at_least == b.at_least;
}

}  // namespace tollmeter
