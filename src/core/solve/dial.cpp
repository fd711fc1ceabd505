#include "core/solve/dial.h"

#include <algorithm>

namespace tollmeter {
namespace {

template <class Uses>
auto use_of(Uses& uses, const Dial& dial) {
  return std::find_if(uses.begin(), uses.end(), [&](const PlatformUse& use) { return use.platform == dial.platform; });
}

}  // namespace

Rational units_on(const Dial& dial, const Scenario& scenario, const Cycle& cycle) {
  const auto use = use_of(scenario.platforms, dial);
  if (use == scenario.platforms.end()) return 0;
  const auto quantity = use->quantities.find(dial.metric);
  return quantity == use->quantities.end() ? Rational(0) : quantity->second.in(cycle).round_half_up(0);
}

Scenario turned_to(const Dial& dial, Scenario scenario, const Rational& units) {
  const auto use = use_of(scenario.platforms, dial);
  if (use == scenario.platforms.end()) return scenario;
  use->quantities[dial.metric] = {units, Per::month, quantity_text(units, Per::month)};
  return scenario;
}

}  // namespace tollmeter
