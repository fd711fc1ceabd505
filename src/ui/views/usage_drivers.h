#pragma once

#include <vector>

#include "core/estimate.h"

namespace tollmeter::ui {

/// The drivers worth asking for: those that a limit or price of what is in use depends on, and those that the
/// person set and the plans name; in the catalogue's order.
std::vector<const Driver*> asked_drivers(const Estimate& estimate, const Scenario& scenario, const Catalog& catalog);

}  // namespace tollmeter::ui
