#pragma once

#include <vector>

#include "core/estimate.h"

namespace tollmeter {

/// What a person is to be asked beside the use itself.
struct Questions {
  std::vector<const Driver*> drivers;
  std::vector<const Choice*> choices;
};

/// Those that a limit or price of what is in use on the estimate's plans depends on, and those of the plans that the person
/// has answered already; in the catalogue's order.
Questions questions_of(const Estimate& estimate, const Scenario& scenario, const Catalog& catalog);

}  // namespace tollmeter
